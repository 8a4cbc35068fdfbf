//! Cases reported: by people, and by other systems for them.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::clocks::Clocks;
use domain::events::{EventSource, EventState, NewEvent};
use domain::live::Topic;
use domain::names::Name;
use domain::refusal::{optional_text, required_text};
use domain::warnings::Level;
use domain::{EventId, Refusal, Remedy};
use store::audit::Entry;
use store::events::{NewCase, Sent};
use store::request_keys::Claim;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// Where a report comes from, and what is said with it.
pub(crate) struct Origin {
    pub source: EventSource,
    pub sent: Sent,
}

impl Origin {
    /// A person typed it.
    pub(crate) fn by_hand() -> Self {
        Self { source: EventSource::Person, sent: Sent::default() }
    }
}

impl Engine {
    /// Takes a report. The same key again gives the case that it made.
    pub(crate) async fn event_reported(
        &self,
        actor: &Actor,
        new: NewEvent,
        origin: Origin,
    ) -> Result<EventId, Error> {
        actor.has(Right::ReportEvent)?;
        let (now, key) = (self.now(), form_key(&new.key)?);
        let mut tx = self.db.people(actor).await?;
        let place = centres::seen(&mut tx, actor, Right::ReportEvent, &new.centre).await?;
        let title = required_text("title", &new.title, 80)?;
        let description = optional_text("description", &new.description, 2000)?;
        let category = required_text("category", &new.category, 80)?;
        let duty = store::responsibilities::of_category(&mut tx, &category).await?;
        let duty = duty.ok_or_else(|| Refusal::unknown("category", category))?;
        if let Claim::Made(id) = store::request_keys::claim(&mut tx, "event", actor.centre.id, &key).await? {
            return Ok(EventId(id));
        }
        let centre = store::responsibilities::centre_for(&mut tx, place.id, duty.tier).await?;
        let centre = centre.ok_or(Refusal::NotFound)?;
        let calendar = store::calendar::since(&mut tx, now).await?;
        let title = Name::typed(title);
        let case = NewCase {
            centre: centre.id,
            place_centre: Some(place.id),
            category: duty.category,
            title: title.clone(),
            description,
            level: new.level.unwrap_or(Level::Blue),
            state: EventState::Reported,
            source: origin.source,
            risk_point: None,
            reporter: Some(actor.person),
            sent: origin.sent,
            clocks: Clocks::start(EventState::Reported, now, &duty.limits, &calendar),
        };
        let id = store::events::add(&mut tx, case).await?;
        store::request_keys::keep(&mut tx, "event", actor.centre.id, &key, id.0).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::EventReported, now).on("event", id.0, title).of_event(id);
        ledger.log(entry.moved("", EventState::Reported.as_str()));
        ledger.announce(Topic::Events, id.0, [&centre.path, &place.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }
}

/// The key a form carries; one without is from another place.
pub(crate) fn form_key(key: &str) -> Result<String, Refusal> {
    required_text("key", key, 100).map_err(|_| Refusal::field("key", Remedy::Reload))
}
