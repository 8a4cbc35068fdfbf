//! Hand-offs: cases pushed up and down the tiers, signed for by whoever has them then, and what rings when nobody signs.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::{CentreTag, Tier};
use domain::events::{EventMove, EventState};
use domain::hand_offs::{
    HandOffDesk, HandOffMove, HandOffRow, HandOffState, HandOffs, OnTheWay, due, may_go,
};
use domain::live::Topic;
use domain::names::Name;
use domain::notices::NoticeKind;
use domain::refusal::required_text;
use domain::{EventId, Fault, HandOffId, Refusal};
use store::PgConnection;
use store::audit::Entry;
use store::events::Case;
use store::hand_offs::NewHandOff;

use crate::events::{above, audience, carry_out, lapse_all, overtaken, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

#[async_trait]
impl HandOffDesk for Engine {
    async fn hand_offs(&self, actor: &Actor, event: EventId) -> Result<HandOffs, Fault> {
        Ok(self.hand_offs_of(actor, event).await?)
    }

    async fn on_the_way(&self, actor: &Actor) -> Result<OnTheWay, Fault> {
        Ok(self.hand_offs_open(actor).await?)
    }

    async fn push(
        &self,
        actor: &Actor,
        event: EventId,
        way: EventMove,
        to: String,
        reason: String,
    ) -> Result<EventState, Fault> {
        Ok(self.case_pushed(actor, event, way, &to, &reason).await?)
    }

    async fn receive(&self, actor: &Actor, id: HandOffId) -> Result<HandOffState, Fault> {
        Ok(self.hand_off_received(actor, id).await?)
    }
}

impl Engine {
    async fn hand_offs_of(&self, actor: &Actor, event: EventId) -> Result<HandOffs, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, event, now).await?;
        let rows = store::hand_offs::of_event(&mut tx, event, now).await?;
        let rows = rows.into_iter().map(|row| shown(actor, row)).collect();
        let mut ways = HandOffs { event, rows, up: None, down: Vec::new(), not_down: None };
        if actor.has(Right::HandleEvent).is_err() {
            return Ok(ways);
        }
        let own = &case.row.centre;
        if may_push(&mut tx, actor, &case, EventMove::PushUp).await? && own.path.parent().is_some() {
            ways.up = Some(above(&mut tx, own).await?);
        }
        if may_push(&mut tx, actor, &case, EventMove::PushDown).await? {
            let (listed, _) = case.responsible;
            ways.down = store::hand_offs::below(&mut tx, &own.path, listed).await?;
            if let (true, Some(tier)) = (ways.down.is_empty(), next_below(own.tier)) {
                let category = case.row.category.clone();
                ways.not_down = Some(Refusal::NotOnList { category, tier, listed });
            }
        }
        Ok(ways)
    }

    async fn hand_offs_open(&self, actor: &Actor) -> Result<OnTheWay, Error> {
        actor.has(Right::ViewCity)?;
        let (now, own) = (self.now(), actor.centre.id);
        let mut tx = self.db.people(actor).await?;
        let coming = store::hand_offs::coming(&mut tx, own, now).await?;
        Ok(OnTheWay {
            coming: coming.into_iter().map(|row| shown(actor, row)).collect(),
            going: store::hand_offs::going(&mut tx, own, now).await?,
        })
    }

    async fn case_pushed(
        &self,
        actor: &Actor,
        id: EventId,
        way: EventMove,
        to: &str,
        reason: &str,
    ) -> Result<EventState, Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        if !way.hands_off() {
            return Err(Refusal::unknown("way", way.as_str()).into());
        }
        let reason = required_text("reason", reason, 500)?;
        let mut tx = self.db.people(actor).await?;
        store::events::locked(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        let case = seen(&mut tx, actor, id, now).await?;
        if let Err(refusal) = allowed(&mut tx, actor, &case, way).await? {
            return Err(overtaken(&mut tx, actor, &case, refusal, now).await);
        }
        let own = &case.row.centre;
        let to = match way {
            EventMove::PushUp => above(&mut tx, own).await?,
            _ => target(&mut tx, own, to).await?,
        };
        may_go(way, own, &to, &case.row.category, case.responsible.0)?;
        let mut ledger = Ledger::default();
        let note = [&centres::spoken(own), " → ", &centres::spoken(&to), " · ", &reason].concat();
        let state = carry_out(&mut tx, actor, &case, &[way], &note, now, &mut ledger).await?;
        lapse_all(&mut tx, actor, id, now, &mut ledger).await?;
        let minutes = store::hand_offs::receive_min(&mut tx, case.row.level).await?;
        let upper = if way == EventMove::PushUp { &to } else { own };
        let new = NewHandOff {
            event: id,
            way,
            from: own.id,
            to: to.id,
            above: above(&mut tx, upper).await?.id,
            reason: &reason,
            at: now,
            by: actor.person,
            due: due(now, minutes),
        };
        store::hand_offs::send(&mut tx, &new).await?;
        store::events::reassigned(&mut tx, id, to.id).await?;
        ledger.announce(Topic::Events, id.0, [&to.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }

    async fn hand_off_received(&self, actor: &Actor, id: HandOffId) -> Result<HandOffState, Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let sent = store::hand_offs::one(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        // The case's lock is its ways' too: read again what was signed while it was waited for.
        store::events::locked(&mut tx, sent.event).await?.ok_or(Refusal::NotFound)?;
        let sent = store::hand_offs::one(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        centres::own(actor, &sent.to)?;
        let state = sent.state.after(HandOffMove::Receive)?;
        if !store::hand_offs::receive(&mut tx, id, now, actor.person).await? {
            return Err(Refusal::Conflict.into());
        }
        let case = seen(&mut tx, actor, sent.event, now).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::EventReceived, now).on("hand_off", id.0, case.row.title.clone());
        ledger.log(
            entry
                .of_event(sent.event)
                .moved(sent.state.as_str(), state.as_str())
                .noted(centres::spoken(&sent.from)),
        );
        ledger.announce(Topic::Events, sent.event.0, audience(&case));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }

    /// Rings at both centres where nobody has signed for a case in time, and above them after twice that; ends what is over.
    /// Says how many notices it turned.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn note_stuck_hand_offs(&self) -> Result<usize, Error> {
        let now = self.now();
        let mut tx = self.db.tick().await?;
        let over = store::hand_offs::end_notices(&mut tx, now).await?;
        let raised = store::hand_offs::raise_notices(&mut tx, now).await?;
        let mut ledger = Ledger::default();
        for (verb, notices) in [(Verb::NoticeOver, &over), (Verb::NoticeRaised, &raised)] {
            for notice in notices {
                let words = rings(notice.kind);
                let entry = Entry::by_system(notice.about.clone(), words, verb, now);
                ledger.log(entry.on("hand_off", notice.centre.0, notice.name.clone()));
                ledger.announce(Topic::Notices, notice.id.0, [&notice.told, &notice.about]);
            }
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(over.len() + raised.len())
    }
}

/// What rings, as the log names it.
pub(crate) fn rings(kind: NoticeKind) -> Name {
    match kind {
        NoticeKind::HandOffOwed => Name::new("事件未签收", "Case not signed for"),
        NoticeKind::HandOffUnreceived => Name::new("转出事件未签收", "Case handed on and not signed for"),
        NoticeKind::HandOffStuck => Name::new("事件久未签收", "Case long not signed for"),
        NoticeKind::NobodyOnDuty => Name::new("无人值班", "Nobody on duty"),
        NoticeKind::DutyGap => Name::new("值班空档", "Gap in the roster"),
        NoticeKind::ExplanationOverdue => Name::new("说明逾期", "Explanation overdue"),
    }
}

/// A hand-off with what the actor may do.
fn shown(actor: &Actor, row: HandOffRow) -> HandOffRow {
    let may_receive = row.state.after(HandOffMove::Receive).is_ok()
        && centres::own(actor, &row.to).is_ok()
        && actor.has(Right::HandleEvent).is_ok();
    HandOffRow { may_receive, ..row }
}

/// Whether a case may be pushed by the actor as it stands: by the centre that has it and has signed for it, while no arbiter
/// and no order from above decides whose it is. What was dispatched by an order from above is returned by a request.
async fn allowed(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    way: EventMove,
) -> Result<Result<(), Refusal>, Error> {
    if store::hand_offs::is_on_the_way(&mut *connection, case.row.id).await? {
        return Ok(HandOffState::Sent.lets(way));
    }
    if let Err(refusal) = centres::own(actor, &case.row.centre) {
        return Ok(Err(refusal));
    }
    if let Err(refusal) = case.row.state.after(way, case.state_before) {
        return Ok(Err(refusal));
    }
    if let Some((arbiter, false)) = store::approvals::arbiter(&mut *connection, case.row.id).await? {
        return Ok(Err(Refusal::BelongsTo { centre: centres::spoken(&arbiter) }));
    }
    if matches!(case.row.state, EventState::Dispatched | EventState::Handling) {
        let (_, ordered) = store::events::standing(&mut *connection, case.row.id).await?;
        if let Some(id) = ordered.filter(|id| *id != case.row.centre.id) {
            let ordering = store::centres::by_id(connection, id).await?.ok_or(Refusal::NotFound)?;
            if ordering.path.contains(&case.row.centre.path) {
                return Ok(Err(Refusal::BelongsTo { centre: centres::spoken(&ordering) }));
            }
        }
    }
    Ok(Ok(()))
}

async fn may_push(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    way: EventMove,
) -> Result<bool, Error> {
    Ok(allowed(connection, actor, case, way).await?.is_ok())
}

/// The centre of a code below another.
async fn target(connection: &mut PgConnection, own: &CentreTag, code: &str) -> Result<CentreTag, Error> {
    let code = required_text("receiver", code, 40)?;
    let found = store::centres::by_code(connection, &code).await?;
    Ok(found.filter(|to| own.path.contains(&to.path)).ok_or_else(|| Refusal::unknown("receiver", code))?)
}

const fn next_below(tier: Tier) -> Option<Tier> {
    match tier {
        Tier::City => Some(Tier::District),
        Tier::District => Some(Tier::Township),
        Tier::Township | Tier::Community | Tier::Grid => None,
    }
}
