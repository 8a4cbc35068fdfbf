//! Cases under cases: split off, put under by hand, taken out.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::CentreTag;
use domain::clocks::Clocks;
use domain::events::EventState;
use domain::live::Topic;
use domain::names::Name;
use domain::refusal::{optional_text, required_text};
use domain::relations::{NewChild, PARTS_MOST};
use domain::{EventId, Refusal, Remedy};
use store::PgConnection;
use store::audit::Entry;
use store::events::{Case, NewCase, Sent};
use store::request_keys::Claim;

use super::{CHILDREN, line, named, two};
use crate::events::{audience, form_key, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn event_split(
        &self,
        actor: &Actor,
        id: EventId,
        parts: Vec<NewChild>,
        key: &str,
    ) -> Result<Vec<EventId>, Error> {
        actor.has(Right::HandleEvent)?;
        let (now, key) = (self.now(), form_key(key)?);
        let mut tx = self.db.people(actor).await?;
        store::relations::lock(&mut tx, &[id]).await?;
        let case = seen(&mut tx, actor, id, now).await?;
        centres::within(actor, &case.row.centre)?;
        let claim = store::request_keys::claim(&mut tx, "split", actor.centre.id, &key).await?;
        if let Claim::Made(_) = claim {
            let made = store::relations::children_of(&mut tx, id, now, CHILDREN).await?;
            return Ok(made.into_iter().map(|row| row.id).collect());
        }
        store::relations::kin(&mut tx, &case).await?.may_split()?;
        let parts: Vec<NewChild> = parts.into_iter().filter(|part| !part.title.trim().is_empty()).collect();
        if parts.is_empty() {
            return Err(Refusal::field("title", Remedy::Required).into());
        }
        if parts.len() > PARTS_MOST {
            return Err(Refusal::field("parts", Remedy::OutOfRange { min: 1.0, max: 10.0 }).into());
        }
        let mut ledger = Ledger::default();
        let (mut children, mut titles) = (Vec::new(), Vec::new());
        for part in &parts {
            children.push(child(&mut tx, actor, &case, part, now, &mut ledger).await?);
            titles.push(part.title.trim());
        }
        store::request_keys::keep(&mut tx, "split", actor.centre.id, &key, id.0).await?;
        ledger.log(line(actor, Verb::EventSplit, &case, titles.join(" / "), now));
        ledger.announce(Topic::Events, id.0, audience(&case));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(children)
    }

    pub(super) async fn event_hung(&self, actor: &Actor, id: EventId, under: &str) -> Result<(), Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let (case, parent) = two(&mut tx, actor, id, ("parent", under), now).await?;
        let kin = store::relations::kin(&mut tx, &case).await?;
        kin.may_hang_under(&store::relations::kin(&mut tx, &parent).await?)?;
        store::relations::hang(&mut tx, id, Some(parent.row.id)).await?;
        told(tx, actor, Verb::EventPutUnder, &case, Some(&parent), now).await
    }

    pub(super) async fn event_taken_out(&self, actor: &Actor, id: EventId) -> Result<(), Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        store::relations::lock(&mut tx, &[id]).await?;
        let case = seen(&mut tx, actor, id, now).await?;
        centres::within(actor, &case.row.centre)?;
        let parent = case.parent.ok_or_else(|| Refusal::not_now("event", case.row.state, "take_out"))?;
        store::relations::hang(&mut tx, id, None).await?;
        let parent = store::events::case(&mut tx, parent, now).await?;
        told(tx, actor, Verb::EventTakenOut, &case, parent.as_ref(), now).await
    }
}

/// Writes into both histories what became of the two, as far as the actor sees them, and ends.
async fn told(
    mut tx: store::db::Tx,
    actor: &Actor,
    verb: Verb,
    case: &Case,
    parent: Option<&Case>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let mut ledger = Ledger::default();
    ledger.announce(Topic::Events, case.row.id.0, audience(case));
    let note = parent.map(|parent| named("↑", parent, "")).unwrap_or_default();
    ledger.log(line(actor, verb, case, note, now));
    if let Some(parent) = parent {
        ledger.log(line(actor, verb, parent, named("↓", case, ""), now));
        ledger.announce(Topic::Events, parent.row.id.0, audience(parent));
    }
    ledger.write(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

/// One case more under a parent, registered: whoever splits has looked at it. The responsibility list says whose it is.
async fn child(
    connection: &mut PgConnection,
    actor: &Actor,
    parent: &Case,
    part: &NewChild,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<EventId, Error> {
    let title = Name::typed(required_text("title", &part.title, 80)?);
    let description = optional_text("description", &part.description, 2000)?;
    let category = required_text("category", &part.category, 80)?;
    let duty = store::responsibilities::of_category(&mut *connection, &category, now).await?;
    let duty = duty.ok_or_else(|| Refusal::unknown("category", category))?;
    let place = place(&mut *connection, actor, parent, &part.centre).await?;
    let centre = store::responsibilities::centre_for(&mut *connection, place.id, duty.tier).await?;
    let centre = centre.ok_or(Refusal::NotFound)?;
    let calendar = store::calendar::since(&mut *connection, now).await?;
    let state = EventState::Registered;
    let case = NewCase {
        centre: centre.id,
        place_centre: Some(place.id),
        category: duty.category,
        title: title.clone(),
        description,
        level: parent.row.level,
        state,
        source: parent.row.source,
        risk_point: None,
        reporter: Some(actor.person),
        clocks: Clocks::start(state, now, &duty.limits, &calendar),
        sent: Sent::default(),
        parent: Some(parent.row.id),
        list_version: duty.version,
    };
    let id = store::events::add(connection, case).await?;
    let entry = Entry::by(actor, Verb::EventReported, now).on("event", id.0, title).of_event(id);
    ledger.log(entry.moved("", state.as_str()).noted(named("↑", parent, "")));
    ledger.announce(Topic::Events, id.0, [&centre.path, &place.path]);
    Ok(id)
}

/// Where a part is: where the form says, or where the whole is.
async fn place(
    connection: &mut PgConnection,
    actor: &Actor,
    parent: &Case,
    code: &str,
) -> Result<CentreTag, Error> {
    let found = if code.is_empty() {
        store::centres::by_id(connection, parent.place_centre).await?
    } else {
        store::centres::by_code(connection, code).await?
    };
    let place = found.ok_or_else(|| Refusal::unknown("centre", code))?;
    actor.may(Right::HandleEvent, &place.path)?;
    Ok(place)
}
