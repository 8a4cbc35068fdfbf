//! The click: the plan's steps become assignments. The proposal that is confirmed is drafted by the same code.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::CentrePath;
use domain::live::Topic;
use domain::names::{Lang, Name};
use domain::order_drafts::Receipts;
use domain::plans::{PlanRow, Proposal, ProposalLine};
use domain::{CentreId, EventId, OrderId, PlanId, Refusal, Remedy};
use store::PgConnection;
use store::assignments::NewPart;
use store::audit::Entry;
use store::events::Case;
use store::orders::NewOrder;
use store::plans::Line;

use crate::events::{carry_out, form_key, ordered_moves, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// An order that could be issued.
struct Draft {
    plan: PlanRow,
    title: Name,
    lines: Vec<Line>,
}

impl Engine {
    pub(super) async fn order_proposed(
        &self,
        actor: &Actor,
        event: EventId,
        plan: Option<PlanId>,
    ) -> Result<Proposal, Error> {
        actor.has(Right::IssueOrder)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, event, now).await?;
        centres::within(actor, &case.row.centre)?;
        ordered_moves(case.row.state)?;
        let draft = draft(&mut tx, actor, &case, plan, now).await?;
        let centres: BTreeSet<_> = draft.lines.iter().map(|line| line.recipient.id).collect();
        let lines = draft.lines.into_iter().map(|line| ProposalLine {
            due_at: due(now, line.deadline_min),
            action: line.action,
            recipient: line.recipient,
            post: line.post,
            on_duty: line.on_duty,
        });
        Ok(Proposal {
            plan: draft.plan,
            title: draft.title,
            lines: lines.collect(),
            centres: i64::try_from(centres.len()).unwrap_or(i64::MAX),
        })
    }

    pub(super) async fn order_issued(
        &self,
        actor: &Actor,
        event: EventId,
        plan: PlanId,
        key: &str,
    ) -> Result<OrderId, Error> {
        actor.has(Right::IssueOrder)?;
        let (now, key) = (self.now(), form_key(key)?);
        let mut tx = self.db.people(actor).await?;
        if let Some(id) = store::orders::by_key(&mut tx, actor.centre.id, &key).await? {
            return Ok(id);
        }
        // From here on two clicks on one case follow one another.
        store::events::locked(&mut tx, event).await?.ok_or(Refusal::NotFound)?;
        let case = seen(&mut tx, actor, event, now).await?;
        centres::within(actor, &case.row.centre)?;
        let draft = draft(&mut tx, actor, &case, Some(plan), now).await?;
        let recipients: BTreeSet<CentrePath> =
            draft.lines.iter().map(|line| line.recipient.path.clone()).collect();
        let order = NewOrder {
            centre: actor.centre.id,
            shared_with: recipients.iter().cloned().collect(),
            event: Some(event),
            plan: Some(draft.plan.id),
            above: None,
            title: draft.title.clone(),
            note: String::new(),
            level: case.row.level,
            issued_by: (actor.person, actor.post),
            issued_at: now,
            key: key.clone(),
            receipts: Receipts::default(),
            cosigned_by: None,
        };
        let Some(added) = store::orders::add(&mut tx, order).await? else {
            // The other click of the same key was first.
            let id = store::orders::by_key(&mut tx, actor.centre.id, &key).await?;
            return Ok(id.ok_or(Refusal::Conflict)?);
        };
        let moves = ordered_moves(case.row.state)?;
        let parts: Vec<NewPart> = draft.lines.into_iter().map(|line| part(line, now)).collect();
        store::assignments::add(&mut tx, added.id, None, 1, &parts).await?;
        let paths: Vec<&CentrePath> = recipients.iter().collect();
        store::events::shared(&mut tx, event, &paths).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::OrderIssued, now).on("order", added.id.0, draft.title);
        ledger.log(entry.of_event(event).of_root(added.root).noted(added.number));
        carry_out(&mut tx, actor, &case, &moves, "", now, &mut ledger).await?;
        ledger.announce(Topic::Orders, added.id.0, paths.iter().copied().chain([&actor.centre.path]));
        ledger.announce(Topic::Events, event.0, paths.iter().copied());
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(added.id)
    }
}

/// When a step is due that is sent now.
pub(crate) fn due(now: DateTime<Utc>, minutes: i32) -> DateTime<Utc> {
    now + Duration::minutes(minutes.into())
}

/// What one centre is sent by one step, as a part of an order.
pub(crate) fn part(line: Line, now: DateTime<Utc>) -> NewPart {
    NewPart {
        centre: line.recipient.id,
        plan_step: Some(line.seq),
        action: line.action,
        post: line.post,
        photo: line.photo,
        due_at: due(now, line.deadline_min),
    }
}

/// A plan, if a place may use it now, and what it sends to whom in the actor's scope, seen from there.
pub(crate) async fn usable(
    connection: &mut PgConnection,
    actor: &Actor,
    plan: PlanId,
    place: CentreId,
    now: DateTime<Utc>,
) -> Result<Option<(PlanRow, Vec<Line>)>, Error> {
    let Some(row) = store::plans::in_force(&mut *connection, plan, place).await? else { return Ok(None) };
    let lines = store::plans::lines(connection, plan, place, &actor.scope, now).await?;
    Ok(Some((row, lines)))
}

/// What a plan would send for a case; the best that fits, if none is named.
async fn draft(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    plan: Option<PlanId>,
    now: DateTime<Utc>,
) -> Result<Draft, Error> {
    let (place, level) = (case.place_centre, case.row.level);
    let id = if let Some(id) = plan {
        id
    } else {
        let fitting = store::plans::fitting(&mut *connection, &case.need(), place, level).await?;
        fitting.first().ok_or_else(|| Refusal::field("plan", Remedy::Required))?.id
    };
    let found = usable(connection, actor, id, place, now).await?;
    let (plan_row, lines) = found.ok_or_else(|| Refusal::unknown("plan", id.to_string()))?;
    if lines.is_empty() {
        // Every recipient lies outside what the actor commands.
        return Err(Refusal::unknown("plan", plan_row.code).into());
    }
    let title = &case.row.title;
    let title = Name::new(
        [plan_row.name.zh.as_str(), title.zh.as_str()].join("："),
        [plan_row.name.get(Lang::En), title.get(Lang::En)].join(": "),
    );
    Ok(Draft { plan: plan_row, title, lines })
}
