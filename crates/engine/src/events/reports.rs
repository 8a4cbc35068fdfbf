//! Cases reported: by people, and by other systems for them.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::CentreTag;
use domain::clocks::Clocks;
use domain::events::{Contact, EventSource, EventState, NewEvent};
use domain::live::Topic;
use domain::names::Name;
use domain::refusal::{optional_text, required_text};
use domain::warnings::Level;
use domain::{EventId, Refusal, Remedy};
use store::PgConnection;
use store::audit::Entry;
use store::events::{NewCase, Sent};
use store::request_keys::Claim;
use store::responsibilities::Responsibility;

use crate::exchange::located;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// Where a report comes from, and what is said with it.
pub(crate) struct Origin {
    pub source: EventSource,
    pub sent: Sent,
}

impl Engine {
    /// Takes a report. The same key again gives the case that it made.
    pub(crate) async fn event_reported(
        &self,
        actor: &Actor,
        new: NewEvent,
        origin: Option<Origin>,
    ) -> Result<EventId, Error> {
        actor.has(Right::ReportEvent)?;
        let mut tx = self.db.people(actor).await?;
        let report = checked(&mut tx, actor, &new, origin, self.now()).await?;
        if let Claim::Made(id) = claimed(&mut tx, actor, &report).await? {
            return Ok(EventId(id));
        }
        let mut ledger = Ledger::default();
        let id = taken(&mut tx, actor, report, self.now(), &mut ledger).await?;
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
    origin: Origin,
}

impl Report {
    /// Where exactly it is, if that was said.
    pub(crate) const fn point(&self) -> Option<(f64, f64)> {
        self.origin.sent.place
    }
}

/// Where a report lies and comes from, as a person typed it: a point chooses the centre, whatever else was chosen.
async fn told(
    connection: &mut PgConnection,
    actor: &Actor,
    new: &NewEvent,
) -> Result<(String, Origin), Error> {
    let place = point(&new.longitude, &new.latitude)?;
    let lies_in = located(connection, actor, place).await?;
    let source = new.source.unwrap_or(EventSource::Person);
    if !EventSource::TOLD.contains(&source) {
        return Err(Refusal::unknown("source", source.as_str()).into());
    }
    let contact = Contact {
        name: optional_text("contact_name", &new.contact_name, 40)?,
        phone: optional_text("contact_phone", &new.contact_phone, 30)?,
    };
    let address = optional_text("address", &new.address, 200)?;
    let sent = Sent { place, address, reference: String::new(), contact };
    Ok((lies_in.unwrap_or_else(|| new.centre.clone()), Origin { source, sent }))
}

/// A point as typed; none where both fields are empty.
pub(crate) fn point(longitude: &str, latitude: &str) -> Result<Option<(f64, f64)>, Refusal> {
    if longitude.trim().is_empty() && latitude.trim().is_empty() {
        return Ok(None);
    }
    let degrees = |field: &str, text: &str| match text.trim() {
        "" => Err(Refusal::field(field, Remedy::Required)),
        text => text
            .parse::<f64>()
            .ok()
            .filter(|n| n.is_finite())
            .ok_or_else(|| Refusal::field(field, Remedy::NotANumber)),
    };
    Ok(Some((degrees("longitude", longitude)?, degrees("latitude", latitude)?)))
}

/// Reads a form; `origin` says what another system sent it with, where it was no form. The list as it holds `now` says
/// whose the case is.
pub(crate) async fn checked(
    connection: &mut PgConnection,
    actor: &Actor,
    new: &NewEvent,
    origin: Option<Origin>,
    now: DateTime<Utc>,
) -> Result<Report, Error> {
    let key = form_key(&new.key)?;
    let (centre, origin) = match origin {
        Some(origin) => (new.centre.clone(), origin),
        None => told(&mut *connection, actor, new).await?,
    };
    let place = centres::seen(&mut *connection, actor, Right::ReportEvent, &centre).await?;
    let title = required_text("title", &new.title, 80)?;
    let description = optional_text("description", &new.description, 2000)?;
    let category = required_text("category", &new.category, 80)?;
    let duty = store::responsibilities::of_category(connection, &category, now).await?;
    let duty = duty.ok_or_else(|| Refusal::unknown("category", category))?;
    Ok(Report { place, duty, title, description, level: new.level.unwrap_or(Level::Blue), key, origin })
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
    report: Report,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<EventId, Error> {
    let Report { place, duty, .. } = report;
    let centre = store::responsibilities::centre_for(&mut *connection, place.id, duty.tier).await?;
    let centre = centre.ok_or(Refusal::NotFound)?;
    let calendar = store::calendar::since(&mut *connection, now).await?;
    let title = Name::typed(report.title);
    let contact = report.origin.sent.contact.clone();
    let case = NewCase {
        centre: centre.id,
        place_centre: Some(place.id),
        category: duty.category,
        title: title.clone(),
        description: report.description,
        level: report.level,
        state: EventState::Reported,
        source: report.origin.source,
        risk_point: None,
        reporter: Some(actor.person),
        sent: report.origin.sent,
        clocks: Clocks::start(EventState::Reported, now, &duty.limits, &calendar),
        parent: None,
        list_version: duty.version,
    };
    let id = store::events::add(&mut *connection, case).await?;
    store::events::keep_contact(&mut *connection, id, &contact).await?;
    store::request_keys::keep(connection, "event", actor.centre.id, &report.key, id.0).await?;
    let entry = Entry::by(actor, Verb::EventReported, now).on("event", id.0, title).of_event(id);
    ledger.log(entry.moved("", EventState::Reported.as_str()));
    ledger.announce(Topic::Events, id.0, [&centre.path, &place.path]);
    Ok(id)
}

/// The key a form carries; one without is from another place.
pub(crate) fn form_key(key: &str) -> Result<String, Refusal> {
    required_text("key", key, 100).map_err(|_| Refusal::field("key", Remedy::Reload))
}
