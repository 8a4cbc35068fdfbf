//! What the evaluation shows: centres side by side, their cases, and the same as a file.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::CentreId;
use domain::actors::{Actor, Right};
use domain::centres::{CentreTag, Tier};
use domain::names::{Lang, Name};
use domain::rates::{
    CentreLine, CountedCases, CountedFilter, Counts, Definition, Evaluation, EvaluationFilter, Figure, Level,
    NamedLine, Part, RateKind, Span, Unit, closes_on, ranked,
};
use domain::time::{city_midnight, in_city};
use domain::{Refusal, Remedy};
use store::PgConnection;
use store::pages::{Key, page};
use store::rates::{Listed, NamedSum, Side, Sum, Window};

use crate::{Engine, Error, centres};

/// Centres on a page.
const SIDE_BY_SIDE: usize = 50;

/// A centre with its place among those it is compared with.
struct Placed {
    side: Side,
    rank: Option<i64>,
    ranked: i64,
}

impl Engine {
    pub(super) async fn evaluated(
        &self,
        actor: &Actor,
        filter: EvaluationFilter,
    ) -> Result<Evaluation, Error> {
        actor.has(Right::ViewCity)?;
        let start: usize = match filter.after.as_deref().filter(|text| !text.is_empty()) {
            Some(text) => text.parse().map_err(|_| Refusal::unknown("after", text))?,
            None => 0,
        };
        self.evaluation_of(actor, &filter, start, SIDE_BY_SIDE).await
    }

    pub(super) async fn evaluation_written(
        &self,
        actor: &Actor,
        filter: EvaluationFilter,
        lang: Lang,
    ) -> Result<String, Error> {
        actor.has(Right::ViewCity)?;
        let all = self.evaluation_of(actor, &filter, 0, usize::MAX).await?;
        Ok(written(&all, lang))
    }

    async fn evaluation_of(
        &self,
        actor: &Actor,
        filter: &EvaluationFilter,
        start: usize,
        many: usize,
    ) -> Result<Evaluation, Error> {
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let span = self.span_of(&filter.span)?;
        let lane = filter.lane.trim();
        let lane_names = store::rates::lanes(&mut tx).await?;
        if !lane.is_empty() && lane_names.iter().all(|(code, _)| code != lane) {
            return Err(Refusal::unknown("lane", lane).into());
        }
        let window = Window { span, lane };
        let by = filter.by.unwrap_or(RateKind::ClosedInTime);
        let tier = (filter.level == Some(Level::Townships)).then_some(Tier::Township);
        let sides = store::rates::side_by_side(&mut tx, &centre.path, tier, by, window).await?;
        let total = sides.len();
        let shown: Vec<Placed> = placed(sides, by).into_iter().skip(start).take(many).collect();
        let ids: Vec<CentreId> =
            shown.iter().map(|placed| placed.side.centre.id).chain([centre.id]).collect();
        let rates = store::rates::definitions(&mut tx, true).await?;
        let sums = by_centre(store::rates::figures(&mut tx, &ids, window).await?);
        let drawn = |placed: Placed| CentreLine {
            figures: figures(&rates, sums.get(&placed.side.centre.id)),
            centre: placed.side.centre,
            group: placed.side.group.1,
            rank: placed.rank,
            ranked: placed.ranked,
        };
        let own = CentreLine {
            figures: figures(&rates, sums.get(&centre.id)),
            centre: centre.clone(),
            group: Name::default(),
            rank: None,
            ranked: 0,
        };
        let lines: Vec<CentreLine> = shown.into_iter().map(drawn).collect();
        let ended = start + lines.len();
        let people = if directs(actor, &centre) {
            Some(named(&rates, store::rates::by_person(&mut tx, &centre.path, span).await?))
        } else {
            None
        };
        Ok(Evaluation {
            lanes: named(&rates, store::rates::by_lane(&mut tx, &centre.path, span).await?),
            closed_at: store::rates::closed_at(&mut tx, last_month(span)).await?,
            closes_on: self.closing_day(&mut tx, span).await?,
            centre,
            span,
            by,
            own,
            lines,
            next: (ended < total).then(|| ended.to_string()),
            total: i64::try_from(total).unwrap_or(i64::MAX),
            people,
            lane_names,
            rates,
        })
    }

    pub(crate) async fn cases_counted(
        &self,
        actor: &Actor,
        filter: CountedFilter,
    ) -> Result<CountedCases, Error> {
        actor.has(Right::ViewCity)?;
        let after = Key::read(filter.after.as_deref())?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let (span, lane) = (self.span_of(&filter.span)?, filter.lane.trim());
        let listed = Listed {
            rate: filter.rate,
            centre: &centre,
            span,
            lane,
            part: filter.part.unwrap_or(Part::Denominator),
            tier: filter.tier,
        };
        let mut rows = store::rates::counted(&mut tx, &listed, after).await?;
        for row in &mut rows {
            row.may_appeal = actor.has(Right::HandleEvent).is_ok()
                && row.centre.id == actor.centre.id
                && row.revision.is_none()
                && row.appeal.is_none();
        }
        let total = store::rates::rows_counted(&mut tx, &listed).await?;
        let definitions = store::rates::definitions(&mut tx, true).await?;
        let definition = definitions.into_iter().find(|known| known.rate == filter.rate);
        let sums = by_centre(store::rates::figures(&mut tx, &[centre.id], Window { span, lane }).await?);
        Ok(CountedCases {
            definition: definition.ok_or(Refusal::NotFound)?,
            figure: figure(filter.rate, sums.get(&centre.id)),
            centre,
            span,
            page: page(rows, total, |row| Key::at(row.at, row.id.0)),
        })
    }

    /// The period that a URL names; the present month where it names none.
    fn span_of(&self, text: &str) -> Result<Span, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Span::month_of(in_city(self.now()).date_naive()));
        }
        text.parse().map_err(|_| Refusal::field("span", Remedy::Unknown { given: text.into() }))
    }

    async fn closing_day(&self, connection: &mut PgConnection, span: Span) -> Result<NaiveDate, Error> {
        let calendar = store::calendar::since(connection, city_midnight(span.first())).await?;
        Ok(closes_on(last_month(span), &calendar))
    }
}

/// The first day of the month in which a period ends.
fn last_month(span: Span) -> NaiveDate {
    let last = span.end().pred_opt().unwrap_or(span.first());
    Span::month_of(last).first()
}

/// Who sees what people of a centre did: whoever directs this very centre.
fn directs(actor: &Actor, centre: &CentreTag) -> bool {
    actor.role.leads_its_centre() && actor.centre.id == centre.id
}

/// Group by group, the best first, those without a place last.
fn placed(sides: Vec<Side>, by: RateKind) -> Vec<Placed> {
    let units: Vec<Unit<&str>> =
        sides.iter().map(|side| Unit { group: side.group.0.as_str(), counts: side.counts }).collect();
    let ranks = ranked(&units, by.better());
    let mut in_group: HashMap<String, i64> = HashMap::new();
    for (side, _) in sides.iter().zip(&ranks).filter(|(_, place)| place.is_some()) {
        *in_group.entry(side.group.0.clone()).or_default() += 1;
    }
    let place = |(side, rank): (Side, Option<i64>)| {
        let ranked = in_group.get(&side.group.0).copied().unwrap_or_default();
        Placed { side, rank, ranked }
    };
    let mut placed: Vec<Placed> = sides.into_iter().zip(ranks).map(place).collect();
    placed.sort_by(|one, other| {
        let key = |placed: &Placed| (placed.side.group.0.clone(), placed.rank.unwrap_or(i64::MAX));
        key(one).cmp(&key(other)).then_with(|| one.side.centre.code.cmp(&other.side.centre.code))
    });
    placed
}

fn by_centre(sums: Vec<Sum>) -> HashMap<CentreId, Vec<Sum>> {
    let mut by_centre: HashMap<CentreId, Vec<Sum>> = HashMap::new();
    for sum in sums {
        by_centre.entry(sum.centre).or_default().push(sum);
    }
    by_centre
}

fn figures(rates: &[Definition], sums: Option<&Vec<Sum>>) -> Vec<Figure> {
    rates.iter().map(|definition| figure(definition.rate, sums)).collect()
}

fn figure(rate: RateKind, sums: Option<&Vec<Sum>>) -> Figure {
    let sum = sums.and_then(|sums| sums.iter().find(|sum| sum.rate == rate));
    let counts = sum.map(|sum| sum.counts).unwrap_or_default();
    let published = sum.map(|sum| sum.published).filter(|published| *published != counts);
    Figure { rate, counts, published }
}

/// Gathers sums that follow one another into lines.
fn named(rates: &[Definition], sums: Vec<NamedSum>) -> Vec<NamedLine> {
    let mut lines: Vec<NamedLine> = Vec::new();
    for sum in sums {
        let NamedSum { code, name, rate, counts } = sum;
        let same = lines.last().is_some_and(|line| line.code == code && line.name == name);
        if !same {
            let empty = |definition: &Definition| Figure {
                rate: definition.rate,
                counts: Counts::default(),
                published: None,
            };
            lines.push(NamedLine { code, name, figures: rates.iter().map(empty).collect() });
        }
        let line =
            lines.last_mut().and_then(|line| line.figures.iter_mut().find(|figure| figure.rate == rate));
        if let Some(figure) = line {
            figure.counts = counts;
        }
    }
    lines
}

/// The table as comma-separated values, with a mark that tells spreadsheets it is UTF-8.
fn written(evaluation: &Evaluation, lang: Lang) -> String {
    let heads: [Name; 4] = [
        Name::new("代码", "code"),
        Name::new("治理中心", "centre"),
        Name::new("可比组", "group"),
        Name::new("名次", "rank"),
    ];
    let mut head: Vec<String> = heads.iter().map(|name| name.get(lang).to_owned()).collect();
    for definition in &evaluation.rates {
        let name = definition.name.get(lang);
        let version = definition.version.to_string();
        let titled = [name, " % (v", &version, ")"].concat();
        head.extend([titled, [name, " n"].concat(), [name, " N"].concat()]);
    }
    let mut text = String::from("\u{feff}");
    line(&mut text, &head);
    for each in std::iter::once(&evaluation.own).chain(&evaluation.lines) {
        let rank = each.rank.map(|rank| rank.to_string()).unwrap_or_default();
        let mut cells = vec![
            each.centre.code.clone(),
            each.centre.name.get(lang).to_owned(),
            each.group.get(lang).to_owned(),
            rank,
        ];
        for figure in &each.figures {
            let percent = figure.counts.percent().map(|percent| format!("{percent:.2}")).unwrap_or_default();
            let Counts { numerator, denominator } = figure.counts;
            cells.extend([percent, numerator.to_string(), denominator.to_string()]);
        }
        line(&mut text, &cells);
    }
    text
}

/// One line. What a spreadsheet would take for a formula is made text.
fn line(text: &mut String, cells: &[String]) {
    let cell = |cell: &String| {
        let quoted = cell.replace('"', "\"\"");
        let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        ["\"", guard, &quoted, "\""].concat()
    };
    let cells: Vec<String> = cells.iter().map(cell).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}
