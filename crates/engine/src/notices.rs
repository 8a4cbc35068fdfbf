//! Notices: a tick rings at the centre above when nobody is on duty; people acknowledge; the tick ends what is over.

use async_trait::async_trait;
use chrono::Duration;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::notices::{NoticeDesk, NoticeFilter, NoticeRow, NoticeState};
use domain::pages::Page;
use domain::{Fault, NoticeId, Refusal};
use store::audit::Entry;
use store::notices::Turned;
use store::pages::{Key, page};

use crate::hand_offs::rings;
use crate::ledger::Ledger;
use crate::{Engine, Error};

/// Hours before a gap in a roster that the centre above is told of it.
const AHEAD_H: i64 = 12;

#[async_trait]
impl NoticeDesk for Engine {
    async fn notices(&self, actor: &Actor, filter: NoticeFilter) -> Result<Page<NoticeRow>, Fault> {
        Ok(self.notices_listed(actor, &filter).await?)
    }

    async fn open_notices(&self, actor: &Actor) -> Result<i64, Fault> {
        let counted = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::notices::open(&mut tx, actor.centre.id).await?)
        };
        Ok(counted.await?)
    }

    async fn acknowledge_notice(&self, actor: &Actor, id: NoticeId) -> Result<(), Fault> {
        Ok(self.notice_acknowledged(actor, id).await?)
    }
}

impl Engine {
    async fn notices_listed(&self, actor: &Actor, filter: &NoticeFilter) -> Result<Page<NoticeRow>, Error> {
        actor.has(Right::ViewCity)?;
        let after = Key::read(filter.after.as_deref())?;
        let mut tx = self.db.people(actor).await?;
        let (mut rows, counted) = store::notices::listed(&mut tx, actor.centre.id, filter.all, after).await?;
        for row in &mut rows {
            row.may_acknowledge =
                row.state == NoticeState::Open && actor.may(Right::ManageDuty, &row.told.path).is_ok();
        }
        Ok(page(rows, counted, |row| Key::at(row.raised_at, row.id.0)))
    }

    async fn notice_acknowledged(&self, actor: &Actor, id: NoticeId) -> Result<(), Error> {
        actor.has(Right::ManageDuty)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let row = store::notices::by_id(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        // It is told to the centre above; whom it is about sees it and cannot wave it away.
        crate::centres::within(actor, &row.told)?;
        if !store::notices::acknowledge(&mut tx, id, now, actor.person).await? {
            return Err(Refusal::not_now("notice", row.state, Verb::NoticeAcknowledged).into());
        }
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::NoticeAcknowledged, now);
        ledger.log(
            entry
                .on("roster", row.about.id.0, row.about.name.clone())
                .moved(NoticeState::Open.as_str(), NoticeState::Acknowledged.as_str()),
        );
        ledger.announce(Topic::Notices, id.0, [&row.told.path, &row.about.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Rings at the centres above where nobody is on duty, or nobody will be within twelve hours; ends what is over.
    /// Says how many notices it turned.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn note_duty_gaps(&self) -> Result<usize, Error> {
        let (now, ahead) = (self.now(), Duration::hours(AHEAD_H));
        let mut tx = self.db.tick().await?;
        let over = store::notices::end_duty_gaps(&mut tx, now, ahead).await?;
        let raised = store::notices::raise_duty_gaps(&mut tx, now, ahead).await?;
        let mut ledger = Ledger::default();
        for (verb, notices) in [(Verb::NoticeOver, &over), (Verb::NoticeRaised, &raised)] {
            for notice in notices {
                ledger.log(self.by_clock(verb, notice));
                ledger.announce(Topic::Notices, notice.id.0, [&notice.told, &notice.about]);
                // Whoever lists rosters shows the gap that has just begun or ended.
                ledger.announce(Topic::Duty, notice.centre.0, [&notice.told, &notice.about]);
            }
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(over.len() + raised.len())
    }

    fn by_clock(&self, verb: Verb, notice: &Turned) -> Entry {
        let words = rings(notice.kind);
        Entry::by_system(notice.about.clone(), words, verb, self.now()).on(
            "roster",
            notice.centre.0,
            notice.name.clone(),
        )
    }
}
