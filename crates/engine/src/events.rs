//! Cases: reported, moved by hand, closed; and moved by what becomes of their orders.

mod follow;
mod moves;
mod reports;
mod search;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::centres::Tier;
use domain::events::{Contact, EventDesk, EventDetail, EventFilter, EventMove, EventRow, EventState};
use domain::names::Name;
use domain::pages::Page;
use domain::{EventId, Fault, Refusal};
use store::PgConnection;
use store::events::Case;
use store::pages::Key;

use crate::{Engine, Error};

pub(crate) use follow::{dispatch as ordered_moves, follow_orders};
pub(crate) use moves::{above, carry_out, decider, lapse_all, overtaken};
pub(crate) use reports::{Origin, checked, claimed, form_key, point, taken};
pub(crate) use search::{narrowed, words as search_words};

/// Files of a report that a page shows; a report brings no more.
const FILES: i64 = 4;

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
            contact: contact(&mut tx, actor, id).await?,
            files: store::attachments::of_event(&mut tx, id, FILES).await?,
            description: case.description,
            place: case.place,
            address: case.address,
            risk_point: case.risk_point.map(|(id, name, _)| (id, name)),
            row: case.row,
        })
    }
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

/// Who can be asked about a case that the actor sees: whole for those whose post handles cases or works on orders.
async fn contact(
    connection: &mut PgConnection,
    actor: &Actor,
    id: EventId,
) -> Result<Option<Contact>, Error> {
    let handles = actor.has(Right::HandleEvent).is_ok() || actor.has(Right::WorkOrder).is_ok();
    let contact = store::events::contact(connection, id).await?;
    Ok(contact.map(|contact| if handles { contact } else { contact.masked() }))
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
