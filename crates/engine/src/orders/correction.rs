//! What an issuer does to an order that is out: corrects it, looks who has not read it, urges them.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::order_drafts::due;
use domain::orders::{Correction, Recipients, Stage};
use domain::refusal::optional_text;
use domain::{OrderId, Refusal};
use store::PgConnection;
use store::audit::Entry;
use store::orders::Issued;
use store::pages::Key;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn recipients_listed(
        &self,
        actor: &Actor,
        id: OrderId,
        missing: Option<Stage>,
        after: Option<&str>,
    ) -> Result<Recipients, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let order = store::orders::by_id(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::ViewCity, &order.row.issuer.path)?;
        let after = Key::read(after)?;
        let page = store::assignments::of_order_listed(&mut tx, id, missing, now, after).await?;
        let domain::pages::Page { rows, next, total, more } = page;
        let rows = rows.into_iter().map(|part| part.row).collect();
        let may_urge = actor.has(Right::Urge).is_ok() && order.row.recalled_at.is_none();
        Ok(Recipients { order: order.row, page: domain::pages::Page { rows, next, total, more }, may_urge })
    }

    pub(super) async fn order_corrected(
        &self,
        actor: &Actor,
        id: OrderId,
        correction: &Correction,
    ) -> Result<(), Error> {
        actor.has(Right::IssueOrder)?;
        let (now, text) = (self.now(), optional_text("text", &correction.text, 2000)?);
        let mut tx = self.db.people(actor).await?;
        let due_at = if correction.deadline.trim().is_empty() {
            None
        } else {
            let calendar = store::calendar::since(&mut tx, now).await?;
            Some(due(correction.deadline_kind, &correction.deadline, now, &calendar)?)
        };
        let order = held(&mut tx, id, self).await?;
        centres::own(actor, &order.row.issuer)?;
        if order.row.recalled_at.is_some() {
            return Err(Refusal::not_now("order", "recalled", "correct").into());
        }
        if order.note == text && due_at.is_none() {
            // Nothing is different: nobody need read it again.
            return Ok(());
        }
        let told = store::orders::correct(&mut tx, id, actor.person, &text, due_at, now).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::OrderCorrected, now).on("order", id.0, order.row.title);
        ledger.log(entry.of_event(order.event).of_root(order.root).noted(text));
        ledger.announce(Topic::Orders, id.0, told.iter().chain([&order.row.issuer.path]));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(super) async fn unread_urged(&self, actor: &Actor, id: OrderId) -> Result<i64, Error> {
        actor.has(Right::Urge)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let order = held(&mut tx, id, self).await?;
        centres::within(actor, &order.row.issuer)?;
        let told = store::orders::urge_unread(&mut tx, id).await?;
        let count = i64::try_from(told.len()).unwrap_or(i64::MAX);
        if count > 0 {
            let mut ledger = Ledger::default();
            let entry = Entry::by(actor, Verb::Supervised, now).on("order", id.0, order.row.title);
            let entry = entry.of_event(order.event).of_root(order.root).moved("none", "urged");
            ledger.log(entry.noted(count.to_string()));
            ledger.announce(Topic::Orders, id.0, told.iter().chain([&order.row.issuer.path]));
            ledger.write(&mut tx).await?;
        }
        tx.commit().await?;
        Ok(count)
    }
}

/// The order, with its whole tree held until the transaction ends.
async fn held(connection: &mut PgConnection, id: OrderId, engine: &Engine) -> Result<Issued, Error> {
    let order = store::orders::by_id(&mut *connection, id, engine.now()).await?.ok_or(Refusal::NotFound)?;
    store::orders::lock_tree(connection, order.root).await?;
    Ok(order)
}
