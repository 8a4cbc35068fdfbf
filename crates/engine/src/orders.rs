//! Orders: what one click sends, sending it, taking it back; lists and pages.

mod correction;
mod detail;
mod issue;

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::assignments::{AssignmentMove, AssignmentRow, AssignmentState, Supervision};
use domain::audit::Verb;
use domain::live::Topic;
use domain::orders::{
    Correction, NewPart, NewProgress, OrderDesk, OrderDetail, OrderFilter, OrderRow, Recipients, Stage,
};
use domain::pages::Page;
use domain::plans::Proposal;
use domain::refusal::required_text;
use domain::{AssignmentId, AttachmentId, EventId, Fault, OrderId, PlanId, PostId, Refusal};
use store::audit::Entry;
use store::orders::{Narrowed, Recalled};
use store::pages::Key;

use crate::assignments::recall_parts;
use crate::events::follow_orders;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres, lanes};

pub(crate) use detail::may_urge;
pub(crate) use issue::{due, part, usable};

#[async_trait]
impl OrderDesk for Engine {
    async fn proposal(&self, actor: &Actor, event: EventId, plan: Option<PlanId>) -> Result<Proposal, Fault> {
        Ok(self.order_proposed(actor, event, plan).await?)
    }

    async fn issue(
        &self,
        actor: &Actor,
        event: EventId,
        plan: PlanId,
        key: String,
    ) -> Result<OrderId, Fault> {
        Ok(self.order_issued(actor, event, plan, &key).await?)
    }

    async fn recall(&self, actor: &Actor, order: OrderId, reason: String) -> Result<(), Fault> {
        Ok(self.order_recalled(actor, order, &reason).await?)
    }

    async fn orders(&self, actor: &Actor, filter: OrderFilter) -> Result<Page<OrderRow>, Fault> {
        Ok(self.orders_listed(actor, filter).await?)
    }

    async fn owed(&self, actor: &Actor, filter: OrderFilter) -> Result<Page<AssignmentRow>, Fault> {
        Ok(self.assignments_owed(actor, filter).await?)
    }

    async fn order(&self, actor: &Actor, id: OrderId) -> Result<OrderDetail, Fault> {
        Ok(self.order_detail(actor, id).await?)
    }

    async fn recipients(
        &self,
        actor: &Actor,
        id: OrderId,
        missing: Option<Stage>,
        after: Option<String>,
    ) -> Result<Recipients, Fault> {
        Ok(self.recipients_listed(actor, id, missing, after.as_deref()).await?)
    }

    async fn correct(&self, actor: &Actor, id: OrderId, correction: Correction) -> Result<(), Fault> {
        Ok(self.order_corrected(actor, id, &correction).await?)
    }

    async fn urge_unread(&self, actor: &Actor, id: OrderId) -> Result<i64, Fault> {
        Ok(self.unread_urged(actor, id).await?)
    }

    async fn step(
        &self,
        actor: &Actor,
        id: AssignmentId,
        step: AssignmentMove,
        reason: String,
    ) -> Result<AssignmentState, Fault> {
        Ok(self.assignment_stepped(actor, id, step, &reason).await?)
    }

    async fn progress(
        &self,
        actor: &Actor,
        id: AssignmentId,
        report: NewProgress,
    ) -> Result<AssignmentState, Fault> {
        Ok(self.progress_reported(actor, id, report).await?)
    }

    async fn pass_down(
        &self,
        actor: &Actor,
        id: AssignmentId,
        parts: Vec<NewPart>,
        key: String,
    ) -> Result<OrderId, Fault> {
        Ok(self.parts_passed_down(actor, id, parts, &key).await?)
    }

    async fn redispatch(
        &self,
        actor: &Actor,
        id: AssignmentId,
        to: NewPart,
        key: String,
    ) -> Result<AssignmentId, Fault> {
        Ok(self.part_redispatched(actor, id, to, &key).await?)
    }

    async fn delegate(&self, actor: &Actor, id: AssignmentId, to: PostId, note: String) -> Result<(), Fault> {
        Ok(self.delegated(actor, id, to, &note).await?)
    }

    async fn urge(&self, actor: &Actor, id: AssignmentId, note: String) -> Result<Supervision, Fault> {
        Ok(self.assignment_urged(actor, id, &note).await?)
    }

    async fn attachment(&self, actor: &Actor, id: AttachmentId) -> Result<(String, Vec<u8>), Fault> {
        Ok(self.attachment_shown(actor, id).await?)
    }
}

impl Engine {
    pub(crate) async fn orders_listed(
        &self,
        actor: &Actor,
        filter: OrderFilter,
    ) -> Result<Page<OrderRow>, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let inbox = lanes::inbox(&mut tx, actor, filter.lane.as_deref(), filter.mine).await?;
        let narrowed = Narrowed {
            centre: Some(centre),
            over: filter.all,
            lamp: filter.lamp,
            categories: inbox.categories,
            waits_for: inbox.centre,
        };
        let after = Key::read(filter.after.as_deref())?;
        Ok(store::orders::listed_page(&mut tx, &narrowed, self.now(), after).await?)
    }

    async fn order_recalled(&self, actor: &Actor, id: OrderId, reason: &str) -> Result<(), Error> {
        actor.has(Right::RecallOrder)?;
        let (now, reason) = (self.now(), required_text("reason", reason, 500)?);
        let mut tx = self.db.people(actor).await?;
        let order = store::orders::by_id(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        centres::within(actor, &order.row.issuer)?;
        store::orders::lock_tree(&mut tx, order.root).await?;
        let recalled = store::orders::recall(&mut tx, Recalled::Order(id), now).await?;
        if recalled.is_empty() {
            return Err(Refusal::not_now("order", "recalled", AssignmentMove::Recall).into());
        }
        let mut ledger = Ledger::default();
        recall_parts(&mut tx, &recalled, now, &reason, &mut ledger).await?;
        if let Some(event) = order.event.filter(|_| order.above.is_none()) {
            follow_orders(&mut tx, actor, event, false, now, &mut ledger).await?;
        }
        let entry = Entry::by(actor, Verb::OrderRecalled, now).on("order", id.0, order.row.title.clone());
        ledger.log(
            entry
                .of_event(order.event)
                .of_root(order.root)
                .moved("", AssignmentState::Recalled.as_str())
                .noted(reason),
        );
        ledger.announce(Topic::Orders, id.0, [&order.row.issuer.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
