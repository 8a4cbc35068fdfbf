//! Cases: reported, moved by hand, closed; and moved by what becomes of their orders.

mod follow;
mod moves;
mod search;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::{CentreTag, Tier};
use domain::clocks::Clocks;
use domain::events::{
    EventDesk, EventDetail, EventFilter, EventMove, EventRow, EventSource, EventState, NewEvent,
};
use domain::live::Topic;
use domain::names::Name;
use domain::pages::Page;
use domain::refusal::{optional_text, required_text};
use domain::warnings::Level;
use domain::{EventId, Fault, Refusal, Remedy};
use store::PgConnection;
use store::audit::Entry;
use store::events::{Case, NewCase};
use store::pages::Key;
use store::request_keys::Claim;
use store::responsibilities::Responsibility;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

pub(crate) use follow::{dispatch as ordered_moves, follow_orders};
pub(crate) use moves::{above, carry_out, decider, overtaken};
pub(crate) use search::{narrowed, words as search_words};

#[async_trait]
impl EventDesk for Engine {
    async fn categories(&self, actor: &Actor) -> Result<Vec<(String, Name)>, Fault> {
        let categories = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::events::categories(&mut tx).await?)
        };
        Ok(categories.await?)
    }

    async fn events(&self, actor: &Actor, filter: EventFilter) -> Result<Page<EventRow>, Fault> {
        Ok(self.events_listed(actor, filter).await?)
    }

    async fn event(&self, actor: &Actor, id: EventId) -> Result<EventDetail, Fault> {
        Ok(self.event_detail(actor, id).await?)
    }

    async fn report(&self, actor: &Actor, new: NewEvent) -> Result<EventId, Fault> {
        Ok(self.event_reported(actor, new).await?)
    }

    async fn step(
        &self,
        actor: &Actor,
        id: EventId,
        step: EventMove,
        reason: String,
    ) -> Result<EventState, Fault> {
        Ok(self.event_stepped(actor, id, step, &reason).await?)
    }
}

impl Engine {
    async fn events_listed(&self, actor: &Actor, filter: EventFilter) -> Result<Page<EventRow>, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let narrowed = narrowed(&mut tx, actor, &filter).await?;
        let after = Key::read(filter.after.as_deref())?;
        Ok(store::events::listed_page(&mut tx, &narrowed, self.now(), after).await?)
    }

    async fn event_detail(&self, actor: &Actor, id: EventId) -> Result<EventDetail, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, id, now).await?;
        let within = actor.scope.contains(&case.row.centre.path);
        let moves = if within { moves::offered(&mut tx, actor, &case).await? } else { Vec::new() };
        Ok(EventDetail {
            warnings: store::warnings::of_event(&mut tx, id).await?,
            plans: store::plans::fitting(&mut tx, &case.need(), case.place_centre, case.row.level).await?,
            orders: store::orders::of_event(&mut tx, id, now).await?,
            review: store::reviews::of_event(&mut tx, id).await?,
            timeline: store::audit::of_event(&mut tx, id).await?,
            moves,
            may_order: within
                && actor.has(Right::IssueOrder).is_ok()
                && follow::may_be_ordered(case.row.state),
            responsible: responsible(&case),
            description: case.description,
            place: case.place,
            risk_point: case.risk_point.map(|(id, name, _)| (id, name)),
            row: case.row,
        })
    }

    async fn event_reported(&self, actor: &Actor, new: NewEvent) -> Result<EventId, Error> {
        actor.has(Right::ReportEvent)?;
        let mut tx = self.db.people(actor).await?;
        let report = checked(&mut tx, actor, &new).await?;
        if let Claim::Made(id) = claimed(&mut tx, actor, &report).await? {
            return Ok(EventId(id));
        }
        let mut ledger = Ledger::default();
        let id = taken(&mut tx, actor, &report, self.now(), &mut ledger).await?;
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }
}

/// A report whose fields are right.
pub(crate) struct Report {
    /// Where it is.
    pub place: CentreTag,
    /// The entry of its category.
    pub duty: Responsibility,
    pub title: String,
    description: String,
    level: Level,
    key: String,
}

/// Reads a form.
pub(crate) async fn checked(
    connection: &mut PgConnection,
    actor: &Actor,
    new: &NewEvent,
) -> Result<Report, Error> {
    let key = form_key(&new.key)?;
    let place = centres::seen(&mut *connection, actor, Right::ReportEvent, &new.centre).await?;
    let title = required_text("title", &new.title, 80)?;
    let description = optional_text("description", &new.description, 2000)?;
    let category = required_text("category", &new.category, 80)?;
    let duty = store::responsibilities::of_category(connection, &category).await?;
    let duty = duty.ok_or_else(|| Refusal::unknown("category", category))?;
    Ok(Report { place, duty, title, description, level: new.level.unwrap_or(Level::Blue), key })
}

/// Whether the form was sent before. Another that sends the same one waits until this ends.
pub(crate) async fn claimed(
    connection: &mut PgConnection,
    actor: &Actor,
    report: &Report,
) -> Result<Claim, Error> {
    Ok(store::request_keys::claim(connection, "event", actor.centre.id, &report.key).await?)
}

/// Makes a report a case.
pub(crate) async fn taken(
    connection: &mut PgConnection,
    actor: &Actor,
    report: &Report,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<EventId, Error> {
    let Report { place, duty, .. } = report;
    let centre = store::responsibilities::centre_for(&mut *connection, place.id, duty.tier).await?;
    let centre = centre.ok_or(Refusal::NotFound)?;
    let calendar = store::calendar::since(&mut *connection, now).await?;
    let title = Name::typed(report.title.clone());
    let case = NewCase {
        centre: centre.id,
        place_centre: Some(place.id),
        category: duty.category.clone(),
        title: title.clone(),
        description: report.description.clone(),
        level: report.level,
        state: EventState::Reported,
        source: EventSource::Person,
        risk_point: None,
        reporter: Some(actor.person),
        clocks: Clocks::start(EventState::Reported, now, &duty.limits, &calendar),
        parent: None,
    };
    let id = store::events::add(&mut *connection, case).await?;
    store::request_keys::keep(connection, "event", actor.centre.id, &report.key, id.0).await?;
    let entry = Entry::by(actor, Verb::EventReported, now).on("event", id.0, title).of_event(id);
    ledger.log(entry.moved("", EventState::Reported.as_str()));
    ledger.announce(Topic::Events, id.0, [&centre.path, &place.path]);
    Ok(id)
}

/// The case, if the actor sees it: it lies in their scope or was shared with it.
pub(crate) async fn seen(
    connection: &mut PgConnection,
    actor: &Actor,
    id: EventId,
    now: DateTime<Utc>,
) -> Result<Case, Error> {
    let case = store::events::case(connection, id, now).await?.ok_or(Refusal::NotFound)?;
    if audience(&case).any(|path| actor.scope.contains(path)) {
        Ok(case)
    } else {
        Err(Refusal::NotFound.into())
    }
}

/// Whoever sees the case hears of it.
pub(crate) fn audience(case: &Case) -> impl Iterator<Item = &domain::centres::CentrePath> {
    std::iter::once(&case.row.centre.path).chain(&case.shared_with)
}

/// The tier and post that the responsibility list names, in words.
fn responsible(case: &Case) -> Name {
    let (tier, post) = &case.responsible;
    let (zh, en) = match tier {
        Tier::City => ("市", "City"),
        Tier::District => ("区县", "District"),
        Tier::Township => ("镇街", "Township"),
        Tier::Community => ("村社区", "Community"),
        Tier::Grid => ("网格", "Grid"),
    };
    Name::new([zh, post.zh.as_str()].join(" · "), [en, post.en.as_str()].join(" · "))
}

/// The key a form carries; one without is from another place.
pub(crate) fn form_key(key: &str) -> Result<String, Refusal> {
    required_text("key", key, 100).map_err(|_| Refusal::field("key", Remedy::Reload))
}
