//! KPIs: where they stand under their lanes, and what was reported.

mod reports;

use chrono::{Datelike, NaiveDate};
use domain::centres::CentreTag;
use domain::kpis::{KpiRow, Period, achieved, expected, light};
use domain::names::Name;
use domain::{CentreId, KpiId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;

pub use reports::{
    NewReport, Report, latest_reported, lock, moved, of_kpi, report, reported, stands, superseded, waiting,
};

/// A step on the way board › lane › sub-lane: code and name.
pub type Way = (String, Name);

/// A lane of a centre's boards, with one of its KPIs if it has any.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Board.
    pub board: Way,
    /// Lane.
    pub lane: Way,
    /// Sub-lane.
    pub sublane: Option<Way>,
    /// The KPI as it stands.
    pub kpi: Option<KpiRow>,
    /// How often the KPI is reported.
    pub rhythm: Option<Period>,
}

#[derive(sqlx::FromRow)]
struct Row {
    board: String,
    board_zh: String,
    board_en: String,
    lane: String,
    lane_zh: String,
    lane_en: String,
    sublane: Option<String>,
    sublane_zh: Option<String>,
    sublane_en: Option<String>,
    #[sqlx(flatten)]
    kpi: Kpi,
}

#[derive(sqlx::FromRow)]
struct Kpi {
    id: Option<i64>,
    code: Option<String>,
    name_zh: Option<String>,
    name_en: Option<String>,
    definition_zh: Option<String>,
    definition_en: Option<String>,
    unit: Option<String>,
    decimals: Option<i16>,
    aim: Option<String>,
    cumulative: Option<bool>,
    rhythm: Option<String>,
    illustrative: Option<bool>,
    target: Option<f64>,
    period: Option<NaiveDate>,
    value: Option<f64>,
    previous: Option<f64>,
    waiting: bool,
}

fn name(zh: Option<String>, en: Option<String>) -> Name {
    Name::new(zh.unwrap_or_default(), en.unwrap_or_default())
}

impl Kpi {
    fn read(self, today: NaiveDate) -> sqlx::Result<Option<(KpiRow, Period)>> {
        let (Some(id), Some(aim), Some(rhythm)) = (self.id, self.aim, self.rhythm) else { return Ok(None) };
        let aim = spelled(&aim)?;
        let cumulative = self.cumulative.unwrap_or_default();
        let share = self.target.zip(self.value).map(|(target, value)| achieved(aim, target, value));
        let expected = expected(cumulative, today);
        let row = KpiRow {
            id: KpiId(id),
            code: self.code.unwrap_or_default(),
            name: name(self.name_zh, self.name_en),
            definition: name(self.definition_zh, self.definition_en),
            unit: self.unit.unwrap_or_default(),
            decimals: u8::try_from(self.decimals.unwrap_or_default()).unwrap_or_default(),
            aim,
            cumulative,
            illustrative: self.illustrative.unwrap_or_default(),
            target: self.target,
            value: self.value,
            period: self.period,
            previous: self.previous,
            achieved: share,
            expected,
            light: light(share, expected),
            waiting: self.waiting,
        };
        Ok(Some((row, spelled(&rhythm)?)))
    }
}

/// Which KPIs of a centre.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// All.
    All,
    /// Those of a lane.
    Lane(&'a str),
    /// One.
    Code(&'a str),
}

/// The boards of a centre in their fixed order, one cell a KPI, and one for a lane without any.
pub async fn of_centre(
    connection: &mut PgConnection,
    centre: &CentreTag,
    which: Which<'_>,
    today: NaiveDate,
) -> sqlx::Result<Vec<Cell>> {
    let (lane, code) = match which {
        Which::All => (None, None),
        Which::Lane(lane) => (Some(lane), None),
        Which::Code(code) => (None, Some(code)),
    };
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/kpis/of_centre.sql"))
        .bind(centre.id.0)
        .bind(centre.tier.as_str())
        .bind(year(today))
        .bind(lane)
        .bind(code)
        .persistent(false)
        .fetch_all(connection)
        .await?;
    let cell = |row: Row| {
        let (kpi, rhythm) = row.kpi.read(today)?.unzip();
        Ok(Cell {
            board: (row.board, Name::new(row.board_zh, row.board_en)),
            lane: (row.lane, Name::new(row.lane_zh, row.lane_en)),
            sublane: row.sublane.map(|code| (code, name(row.sublane_zh, row.sublane_en))),
            kpi,
            rhythm,
        })
    };
    rows.into_iter().map(cell).collect()
}

fn year(day: NaiveDate) -> i16 {
    i16::try_from(day.year()).unwrap_or(i16::MAX)
}

/// Values of a KPI of a centre that count, by period, oldest first.
pub async fn series(
    connection: &mut PgConnection,
    centre: CentreId,
    kpi: KpiId,
) -> sqlx::Result<Vec<(NaiveDate, f64)>> {
    let question = include_str!("../queries/kpis/series.sql");
    let mut series: Vec<(NaiveDate, f64)> =
        sqlx::query_as(question).bind(centre.0).bind(kpi.0).fetch_all(connection).await?;
    series.reverse();
    Ok(series)
}

#[derive(sqlx::FromRow)]
struct BelowRow {
    centre_tag: Tag,
    value: Option<f64>,
    target: Option<f64>,
}

/// The same KPI in the centres directly below: value and target.
pub async fn below(
    connection: &mut PgConnection,
    centre: CentreId,
    kpi: KpiId,
    today: NaiveDate,
) -> sqlx::Result<Vec<(CentreTag, Option<f64>, Option<f64>)>> {
    let rows: Vec<BelowRow> = sqlx::query_as(include_str!("../queries/kpis/below.sql"))
        .bind(centre.0)
        .bind(kpi.0)
        .bind(year(today))
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.centre_tag.0, row.value, row.target)).collect())
}

/// A KPI's definition as far as reporting it needs.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Identity.
    pub id: KpiId,
    /// How often it is reported.
    pub rhythm: Period,
    /// Its lane.
    pub lane: String,
    /// Tiers that report it.
    pub tiers: Vec<String>,
}

/// A KPI by its code.
pub async fn by_code(connection: &mut PgConnection, code: &str) -> sqlx::Result<Option<Definition>> {
    let found: Option<(i64, String, String, Vec<String>)> =
        sqlx::query_as(include_str!("../queries/kpis/by_code.sql"))
            .bind(code)
            .fetch_optional(connection)
            .await?;
    found
        .map(|(id, rhythm, lane, tiers)| {
            Ok(Definition { id: KpiId(id), rhythm: spelled(&rhythm)?, lane, tiers })
        })
        .transpose()
}
