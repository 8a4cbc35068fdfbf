//! Shifts added, taken out and swapped by hand.

use domain::actors::Actor;
use domain::audit::Verb;
use domain::duty::{NewShift, Shift, Span};
use domain::names::Name;
use domain::{Refusal, Remedy, ShiftId};

use super::{by, held, managed, note, settled, spelled, subject};
use crate::ledger::Ledger;
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn shift_added(&self, actor: &Actor, new: &NewShift) -> Result<ShiftId, Error> {
        let mut tx = self.db.people(actor).await?;
        let centre = managed(&mut tx, actor, &new.centre).await?;
        let span = Span::of_shift(&new.from, &new.to)?;
        if span.to <= self.now() {
            return Err(Refusal::field("to", Remedy::InThePast).into());
        }
        let holders = store::duty::holders(&mut tx, &centre, self.now()).await?;
        let holder = holders.into_iter().find(|holder| holder.post.to_string() == new.post);
        let holder = holder.ok_or_else(|| Refusal::unknown("post", new.post.clone()))?;
        settled(&mut tx, &[holder.person], span).await?.leaves_free(holder.person, span)?;
        let added = store::duty::add(&mut tx, centre.id, &[(holder.post, span)]).await?;
        let id = *added.first().ok_or(Refusal::Conflict)?;
        let mut ledger = Ledger::default();
        let shift = Shift { id, holder, span, away: None };
        note(&mut ledger, by(actor, Verb::ShiftAdded, self), &centre, subject(&shift));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(super) async fn shift_removed(&self, actor: &Actor, id: ShiftId) -> Result<(), Error> {
        let mut tx = self.db.people(actor).await?;
        let (centre, shifts) = held(&mut tx, actor, &[id]).await?;
        for shift in &shifts {
            self.not_over(shift)?;
        }
        store::duty::remove(&mut tx, id).await?;
        let mut ledger = Ledger::default();
        for shift in &shifts {
            note(&mut ledger, by(actor, Verb::ShiftRemoved, self), &centre, subject(shift));
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(super) async fn shifts_swapped(
        &self,
        actor: &Actor,
        one: ShiftId,
        other: ShiftId,
    ) -> Result<(), Error> {
        let mut tx = self.db.people(actor).await?;
        let (centre, shifts) = held(&mut tx, actor, &[one, other]).await?;
        let [first, second] = shifts.as_slice() else { return Err(Refusal::NotFound.into()) };
        for (shift, taker) in [(first, second), (second, first)] {
            self.not_over(shift)?;
            if shift.away.is_some() {
                // Nobody can take over a shift in exchange for one that nobody serves.
                return Err(Refusal::not_now("shift", "away", "swap").into());
            }
            let mut others = settled(&mut tx, &[taker.holder.person], shift.span).await?;
            // The two themselves change hands.
            others.shifts.retain(|taken| {
                taken.centre != centre.name || (taken.span != first.span && taken.span != second.span)
            });
            others.leaves_free(taker.holder.person, shift.span)?;
        }
        store::duty::swap(&mut tx, one, other).await?;
        let mut ledger = Ledger::default();
        let words = Name::typed([&first.holder.name, " ⇄ ", &second.holder.name].concat());
        let spans = [spelled(first.span), spelled(second.span)].join(" ⇄ ");
        note(&mut ledger, by(actor, Verb::ShiftsSwapped, self).noted(spans), &centre, words);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What was served stays as it was.
    fn not_over(&self, shift: &Shift) -> Result<(), Refusal> {
        if shift.span.to > self.now() { Ok(()) } else { Err(Refusal::field("to", Remedy::InThePast)) }
    }
}
