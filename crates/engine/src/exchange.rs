//! Cases that other systems send and read: decided like everybody's, said in their terms.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::audit::TimelineEntry;
use domain::centres::Tier;
use domain::events::NewEvent;
use domain::exchange::{EventRecord, ExchangeDesk, RECORDS_MAX, RecordFilter, Records, SentEvent};
use domain::refusal::optional_text;
use domain::{EventId, Fault, Refusal, Remedy};
use store::PgConnection;
use store::events::Sent;
use store::pages::Key;

use crate::events::{Origin, seen};
use crate::{Engine, Error, centres};

#[async_trait]
impl ExchangeDesk for Engine {
    async fn send(&self, actor: &Actor, sent: SentEvent) -> Result<EventRecord, Fault> {
        Ok(self.event_sent(actor, sent).await?)
    }

    async fn record(&self, actor: &Actor, id: EventId) -> Result<EventRecord, Fault> {
        Ok(self.event_record(actor, id).await?)
    }

    async fn records(&self, actor: &Actor, filter: RecordFilter) -> Result<Records, Fault> {
        Ok(self.event_records(actor, filter).await?)
    }

    async fn history(&self, actor: &Actor, id: EventId) -> Result<Vec<TimelineEntry>, Fault> {
        let history = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            seen(&mut tx, actor, id, self.now()).await?;
            Ok::<_, Error>(store::audit::of_event(&mut tx, id).await?)
        };
        Ok(history.await?)
    }
}

impl Engine {
    async fn event_sent(&self, actor: &Actor, sent: SentEvent) -> Result<EventRecord, Error> {
        actor.has(Right::ReportEvent)?;
        let address = optional_text("address", &sent.address, 200)?;
        let reference = optional_text("reference", &sent.reference, 100)?;
        let mut tx = self.db.people(actor).await?;
        let lies_in = located(&mut tx, actor, sent.place).await?;
        drop(tx);
        let new = NewEvent {
            centre: sent.centre.or(lies_in).unwrap_or_default(),
            category: sent.category,
            title: sent.title,
            description: sent.description,
            level: sent.level,
            key: sent.key,
            ..NewEvent::default()
        };
        let sent_with = Sent { place: sent.place, address, reference, ..Sent::default() };
        let id =
            self.event_reported(actor, new, Some(Origin { source: sent.source, sent: sent_with })).await?;
        self.event_record(actor, id).await
    }

    async fn event_record(&self, actor: &Actor, id: EventId) -> Result<EventRecord, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        seen(&mut tx, actor, id, self.now()).await?;
        Ok(store::exchange::record(&mut tx, id, actor.person).await?.ok_or(Refusal::NotFound)?)
    }

    async fn event_records(&self, actor: &Actor, filter: RecordFilter) -> Result<Records, Error> {
        actor.has(Right::ViewCity)?;
        if !(1..=RECORDS_MAX).contains(&filter.limit) {
            let remedy = Remedy::OutOfRange { min: 1.0, max: 100.0 };
            return Err(Refusal::field("limit", remedy).into());
        }
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let after = Key::read(filter.after.as_deref())?;
        Ok(store::exchange::listed(&mut tx, &filter, &centre, actor.person, after).await?)
    }
}

/// The code of the lowest centre in the actor's scope that a place lies in.
pub(crate) async fn located(
    connection: &mut PgConnection,
    actor: &Actor,
    place: Option<(f64, f64)>,
) -> Result<Option<String>, Error> {
    let Some((longitude, latitude)) = place else { return Ok(None) };
    let elsewhere = || Refusal::field("place", Remedy::Elsewhere);
    // Beyond these the map's projection ends.
    if !(-180.0..=180.0).contains(&longitude) || !(-85.0..=85.0).contains(&latitude) {
        return Err(elsewhere().into());
    }
    let centre = store::centres::containing(connection, (longitude, latitude), &actor.scope).await?;
    let everywhere = actor.centre.tier == Tier::City;
    let outside = if everywhere { Remedy::Elsewhere } else { Remedy::OutOfScope };
    Ok(Some(centre.ok_or_else(|| Refusal::field("place", outside))?.code))
}
