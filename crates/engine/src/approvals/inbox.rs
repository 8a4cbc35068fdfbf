//! All that waits for somebody's decision, in one place.

use domain::actors::{Actor, Right};
use domain::approvals::{Inbox, WaitingElsewhere, WaitingKind};
use domain::names::Name;
use store::PgConnection;

use crate::order_drafts::may_cosign;
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn inbox_of(&self, actor: &Actor, after: Option<String>) -> Result<Inbox, Error> {
        actor.has(Right::ViewCity)?;
        let requests = if actor.has(Right::DecideApproval).is_ok() {
            Some(self.approvals_listed(actor, after).await?)
        } else {
            None
        };
        let mut tx = self.db.people(actor).await?;
        Ok(Inbox { requests, elsewhere: elsewhere(&mut tx, actor).await? })
    }

    pub(super) async fn decisions_counted(&self, actor: &Actor) -> Result<i64, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let requests = if actor.has(Right::DecideApproval).is_ok() {
            store::approvals::waiting_counted(&mut tx, actor.centre.id).await?
        } else {
            0
        };
        let elsewhere = elsewhere(&mut tx, actor).await?.len();
        Ok(requests + i64::try_from(elsewhere).unwrap_or(i64::MAX))
    }
}

/// What the actor's post decides on other pages.
async fn elsewhere(connection: &mut PgConnection, actor: &Actor) -> Result<Vec<WaitingElsewhere>, Error> {
    let mut rows = Vec::new();
    let decides = actor.has(Right::DecideApproval).is_ok();
    let judges = actor.has(Right::Urge).is_ok();
    if decides || judges {
        rows = store::approvals::elsewhere(&mut *connection, actor).await?;
        rows.retain(|row| if row.kind == WaitingKind::Explanation { judges } else { decides });
    }
    if actor.has(Right::IssueOrder).is_ok() {
        let drafts = store::order_drafts::waiting(connection, actor.centre.id, actor.person).await?;
        let to_sign = drafts.into_iter().filter(|draft| may_cosign(actor, draft));
        rows.extend(to_sign.map(|draft| WaitingElsewhere {
            kind: WaitingKind::Cosign,
            id: draft.id.0,
            title: Name::typed(draft.spec.letter.title),
            since: draft.changed_at,
        }));
    }
    Ok(rows)
}
