//! Approvals: asked by the centre that handles a case, decided by the one above; a quarrel about whose case it is goes to the
//! arbiter.

mod deciding;
mod inbox;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::approvals::{
    ApprovalDesk, ApprovalKind, ApprovalMove, ApprovalRow, ApprovalState, CaseApprovals, Decision,
    EXTENSION_MAX_MIN, Inbox, NewApproval,
};
use domain::audit::Verb;
use domain::centres::CentreTag;
use domain::live::Topic;
use domain::names::Name;
use domain::pages::Page;
use domain::refusal::required_text;
use domain::{ApprovalId, EventId, Fault, Refusal, Remedy};
use store::PgConnection;
use store::approvals::NewRequest;
use store::audit::Entry;
use store::events::Case;
use store::pages::Key;

use crate::events::{audience, decider, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

#[async_trait]
impl ApprovalDesk for Engine {
    async fn approvals(&self, actor: &Actor, after: Option<String>) -> Result<Page<ApprovalRow>, Fault> {
        Ok(self.approvals_listed(actor, after).await?)
    }

    async fn inbox(&self, actor: &Actor, after: Option<String>) -> Result<Inbox, Fault> {
        Ok(self.inbox_of(actor, after).await?)
    }

    async fn approvals_waiting(&self, actor: &Actor) -> Result<i64, Fault> {
        Ok(self.decisions_counted(actor).await?)
    }

    async fn approvals_of(&self, actor: &Actor, event: EventId) -> Result<CaseApprovals, Fault> {
        Ok(self.case_approvals(actor, event).await?)
    }

    async fn ask(&self, actor: &Actor, event: EventId, new: NewApproval) -> Result<ApprovalId, Fault> {
        Ok(self.approval_asked(actor, event, new).await?)
    }

    async fn decide(
        &self,
        actor: &Actor,
        id: ApprovalId,
        decision: Decision,
    ) -> Result<ApprovalState, Fault> {
        Ok(self.approval_decided(actor, id, decision).await?)
    }
}

impl Engine {
    async fn approvals_listed(
        &self,
        actor: &Actor,
        after: Option<String>,
    ) -> Result<Page<ApprovalRow>, Error> {
        actor.has(Right::DecideApproval)?;
        let after = Key::read(after.as_deref())?;
        let mut tx = self.db.people(actor).await?;
        let mut page = store::approvals::waiting(&mut tx, actor.centre.id, after).await?;
        for row in &mut page.rows {
            row.moves = offered(actor, row);
        }
        Ok(page)
    }

    async fn case_approvals(&self, actor: &Actor, event: EventId) -> Result<CaseApprovals, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, event, now).await?;
        let mut rows = store::approvals::of_event(&mut tx, event).await?;
        for row in &mut rows {
            row.moves = offered(actor, row);
        }
        let arbitrates =
            rows.iter().any(|row| row.kind == ApprovalKind::Arbitration && !row.moves.is_empty());
        let takers = if arbitrates { deciding::takers(&mut tx, actor, &case).await? } else { Vec::new() };
        Ok(CaseApprovals { may_ask: askable(&mut tx, actor, &case, &rows).await?, rows, takers })
    }

    async fn approval_asked(
        &self,
        actor: &Actor,
        event: EventId,
        new: NewApproval,
    ) -> Result<ApprovalId, Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        store::events::locked(&mut tx, event).await?.ok_or(Refusal::NotFound)?;
        let case = seen(&mut tx, actor, event, now).await?;
        let kind = new.kind.filter(|kind| kind.is_asked());
        let kind = kind.ok_or_else(|| Refusal::field("kind", Remedy::Required))?;
        let decider = decider(&mut tx, &case).await?;
        let at_once = decides(actor, &case, &decider);
        if !at_once {
            centres::own(actor, &case.row.centre)?;
        }
        kind.fits(case.row.state)?;
        unsettled(&mut tx, event, kind).await?;
        let minutes = if kind == ApprovalKind::Extension { Some(typed_minutes(&new.minutes)?) } else { None };
        let request = NewRequest {
            centre: case.row.centre.id,
            event,
            kind,
            minutes,
            reason: required_text("reason", &new.reason, 500)?,
            asked_by: Some(actor.person),
            asked_at: now,
            decider: decider.id,
        };
        let mut ledger = Ledger::default();
        let id = asked(&mut tx, actor, request, &case, &decider, &mut ledger).await?;
        if at_once {
            let request = store::approvals::one(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
            let grant = Decision { step: ApprovalMove::Grant, reason: String::new(), taker: String::new() };
            deciding::carry_out(&mut tx, actor, &case, &request, grant, now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }
}

/// Keeps a request, logs it and tells whoever sees the case and whoever decides.
async fn asked(
    connection: &mut PgConnection,
    actor: &Actor,
    request: NewRequest,
    case: &Case,
    decider: &CentreTag,
    ledger: &mut Ledger,
) -> Result<ApprovalId, Error> {
    let (kind, now, note) = (request.kind, request.asked_at, noted(&request));
    let id = store::approvals::add(connection, request).await?;
    let entry = Entry::by(actor, Verb::ApprovalAsked, now).on("approval", id.0, named(kind));
    ledger.log(entry.of_event(case.row.id).moved("", ApprovalState::Asked.as_str()).noted(note));
    ledger.announce(Topic::Events, case.row.id.0, audience(case).chain([&decider.path]));
    Ok(id)
}

/// What the log keeps of a request beside its kind.
fn noted(request: &NewRequest) -> String {
    match request.minutes {
        Some(minutes) => format!("{minutes} min · {}", request.reason),
        None => request.reason.clone(),
    }
}

/// Whether the actor's centre decides on its own what it would ask for.
fn decides(actor: &Actor, case: &Case, decider: &CentreTag) -> bool {
    actor.has(Right::DecideApproval).is_ok()
        && actor.scope.contains(&case.row.centre.path)
        && actor.centre.path.contains(&decider.path)
}

/// Refuses one more return of a case about which an arbiter decides or has decided.
pub(crate) async fn unsettled(
    connection: &mut PgConnection,
    event: EventId,
    kind: ApprovalKind,
) -> Result<(), Error> {
    if kind != ApprovalKind::Return {
        return Ok(());
    }
    match store::approvals::arbiter(connection, event).await? {
        Some((arbiter, true)) => Err(Refusal::Settled { centre: centres::spoken(&arbiter) }.into()),
        Some((arbiter, false)) => Err(Refusal::BelongsTo { centre: centres::spoken(&arbiter) }.into()),
        None => Ok(()),
    }
}

/// What the actor may ask for a case. Whoever decides moves the case by hand, and asks only for more time.
async fn askable(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    rows: &[ApprovalRow],
) -> Result<Vec<ApprovalKind>, Error> {
    if actor.has(Right::HandleEvent).is_err() {
        return Ok(Vec::new());
    }
    let at_once = decides(actor, case, &decider(connection, case).await?);
    if !at_once && actor.centre.id != case.row.centre.id {
        return Ok(Vec::new());
    }
    let open = |kind| rows.iter().any(|row| row.kind == kind && row.state == ApprovalState::Asked);
    let arbitrated = rows.iter().any(|row| row.kind == ApprovalKind::Arbitration);
    let may = |kind: &ApprovalKind| {
        kind.is_asked()
            && kind.fits(case.row.state).is_ok()
            && !open(*kind)
            && !(*kind == ApprovalKind::Return && arbitrated)
            && (!at_once || *kind == ApprovalKind::Extension)
    };
    Ok(ApprovalKind::ALL.iter().copied().filter(may).collect())
}

/// What the actor may do with a request now: decide what waits for their centre, withdraw what their centre asked for.
fn offered(actor: &Actor, row: &ApprovalRow) -> Vec<ApprovalMove> {
    let may =
        |step: &ApprovalMove| row.state.after(*step, row.kind).is_ok() && entitled(actor, row, *step).is_ok();
    ApprovalMove::ALL.iter().copied().filter(may).collect()
}

/// Whether a move of a request is the actor's to make.
fn entitled(actor: &Actor, row: &ApprovalRow, step: ApprovalMove) -> Result<(), Refusal> {
    if step == ApprovalMove::Withdraw {
        actor.has(Right::HandleEvent)?;
        return centres::own(actor, &row.centre);
    }
    actor.has(Right::DecideApproval)?;
    centres::own(actor, &row.decider)
}

fn typed_minutes(text: &str) -> Result<i32, Refusal> {
    let minutes: i64 = text.trim().parse().map_err(|_| Refusal::field("minutes", Remedy::NotANumber))?;
    #[expect(clippy::cast_precision_loss, reason = "thirty days are a small number of minutes")]
    let out = || Refusal::field("minutes", Remedy::OutOfRange { min: 1.0, max: EXTENSION_MAX_MIN as f64 });
    if !(1..=EXTENSION_MAX_MIN).contains(&minutes) {
        return Err(out());
    }
    i32::try_from(minutes).map_err(|_| out())
}

/// A kind of request in words, as the log keeps it.
pub(crate) fn named(kind: ApprovalKind) -> Name {
    let (zh, en) = match kind {
        ApprovalKind::Extension => ("延期", "Extension"),
        ApprovalKind::Return => ("退回", "Return"),
        ApprovalKind::Suspension => ("挂起", "Suspension"),
        ApprovalKind::Voiding => ("作废", "Voiding"),
        ApprovalKind::Arbitration => ("仲裁", "Arbitration"),
    };
    Name::new(zh, en)
}

/// Opens the arbitration that a second refusal brings.
async fn arbitrated(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    refuser: &CentreTag,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let arbiter = crate::events::above(&mut *connection, refuser).await?;
    let request = NewRequest {
        centre: case.row.centre.id,
        event: case.row.id,
        kind: ApprovalKind::Arbitration,
        minutes: None,
        reason: String::new(),
        asked_by: None,
        asked_at: now,
        decider: arbiter.id,
    };
    asked(connection, actor, request, case, &arbiter, ledger).await?;
    Ok(())
}
