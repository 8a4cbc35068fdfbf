//! Giving a part to somebody else: one that was sent back, or what is left of one that is done in part.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::orders::NewPart;
use domain::{AssignmentId, Refusal};
use store::request_keys::Claim;

use super::pass_down::checked;
use super::{about, follow, held};
use crate::events::form_key;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// What forms' keys are kept under.
const KIND: &str = "redispatch";

impl Engine {
    /// A part that was sent back is recalled; of one that was reported done, what was done is approved. Either way the new
    /// part stands beside it under the same order, so that the order is over when both are.
    pub(crate) async fn part_redispatched(
        &self,
        actor: &Actor,
        id: AssignmentId,
        to: NewPart,
        key: &str,
    ) -> Result<AssignmentId, Error> {
        actor.has(Right::IssueOrder)?;
        let (now, key) = (self.now(), form_key(key)?);
        let mut tx = self.db.people(actor).await?;
        let part = held(&mut tx, id, now).await?;
        centres::own(actor, &part.row.issuer)?;
        match store::request_keys::claim(&mut tx, KIND, actor.centre.id, &key).await? {
            Claim::New => {}
            Claim::Made(again) => return Ok(AssignmentId(again)),
        }
        let step = part
            .row
            .state
            .redispatched()
            .ok_or_else(|| Refusal::not_now("assignment", part.row.state, KIND))?;
        actor.has(step.right())?;
        let state = part.row.state.after(step)?;
        let (new, recipients) = checked(&mut tx, &part.row.issuer, &part, &[to], now).await?;
        let [new] = new.as_slice() else { return Err(Refusal::Conflict.into()) };
        let again = store::assignments::redispatch(&mut tx, id, new, now).await?;
        store::assignments::moved(&mut tx, &[id], step, state, now, &part.row.reason, None).await?;
        let mut ledger = Ledger::default();
        for path in &recipients {
            store::orders::share(&mut tx, part.row.order, path).await?;
            if let Some(event) = part.event {
                store::events::shared(&mut tx, event, &[path]).await?;
            }
        }
        ledger.announce(Topic::Orders, part.row.order.0, &recipients);
        store::request_keys::keep(&mut tx, KIND, actor.centre.id, &key, again.0).await?;
        follow(&mut tx, actor, &part, step, now, &mut ledger).await?;
        let named: Vec<&str> = recipients.iter().map(domain::centres::CentrePath::as_str).collect();
        let said = ["→ ", &named.join(" "), " · ", &new.action.zh].concat();
        ledger.log(about(actor, &part, Verb::AssignmentMoved, now, state).noted(said));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(again)
    }
}
