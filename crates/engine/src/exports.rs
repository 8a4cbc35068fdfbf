//! Lists as files: asked for by whoever may see the rows, made page by page within the scope they had.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::events::EventRow;
use domain::exports::{ExportDesk, ExportFile, ExportFormat, ExportList, ExportRow, ExportState};
use domain::live::Topic;
use domain::names::{Lang, Name};
use domain::orders::OrderRow;
use domain::rates::CountedRow;
use domain::reviews::ReviewRow;
use domain::supervision::SupervisedRow;
use domain::{ExportId, Fault, Refusal};
use store::audit::Entry;
use store::exports::{Job, NewExport};
use store::pages::{COUNTED, Key};

use crate::events::form_key;
use crate::ledger::Ledger;
use crate::{Engine, Error};

/// Rows read at a time.
const CHUNK: i64 = 500;
/// Exports of one person that may wait at once.
const WAITING: i64 = 5;

/// Rows of a list.
#[derive(Debug)]
pub enum ExportRows {
    /// Cases.
    Events(Vec<EventRow>),
    /// Orders.
    Orders(Vec<OrderRow>),
    /// Parts under supervision.
    Supervision(Vec<SupervisedRow>),
    /// Cases as they count.
    Cases(Vec<CountedRow>),
    /// Reviews, and what was learnt.
    Reviews(Vec<(ReviewRow, String)>),
}

impl ExportRows {
    /// How many.
    #[must_use]
    pub const fn count(&self) -> usize {
        match self {
            Self::Events(rows) => rows.len(),
            Self::Orders(rows) => rows.len(),
            Self::Supervision(rows) => rows.len(),
            Self::Cases(rows) => rows.len(),
            Self::Reviews(rows) => rows.len(),
        }
    }
}

fn subject(list: &ExportList) -> Name {
    match list {
        ExportList::Events(_) => Name::new("事件列表", "List of events"),
        ExportList::Orders(_) => Name::new("指令列表", "List of orders"),
        ExportList::Supervision(_) => Name::new("督办列表", "Supervision board"),
        ExportList::Cases(_) => Name::new("评价案件", "Cases behind a rate"),
        ExportList::Reviews(_) => Name::new("复盘与经验", "Reviews and lessons"),
    }
}

#[async_trait]
impl ExportDesk for Engine {
    async fn exports(&self, actor: &Actor) -> Result<Vec<ExportRow>, Fault> {
        let listed = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::exports::of_person(&mut tx, actor.person).await?)
        };
        Ok(listed.await?)
    }

    async fn export(
        &self,
        actor: &Actor,
        list: ExportList,
        format: ExportFormat,
        lang: Lang,
        key: String,
    ) -> Result<ExportId, Fault> {
        Ok(self.export_asked(actor, list, format, lang, &key).await?)
    }

    async fn cancel_export(&self, actor: &Actor, id: ExportId) -> Result<(), Fault> {
        Ok(self.export_cancelled(actor, id).await?)
    }

    async fn export_file(&self, actor: &Actor, id: ExportId) -> Result<ExportFile, Fault> {
        let found = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::exports::file(&mut tx, id).await?.ok_or(Refusal::NotFound)?)
        };
        Ok(found.await?)
    }
}

impl Engine {
    async fn export_asked(
        &self,
        actor: &Actor,
        list: ExportList,
        format: ExportFormat,
        lang: Lang,
        key: &str,
    ) -> Result<ExportId, Error> {
        actor.has(Right::ViewCity)?;
        let (now, key) = (self.now(), form_key(key)?);
        let list = list.after(None);
        // Refused here and now, if the filter asks for what the actor may not see.
        let total = self.export_counted(actor, &list).await?;
        let mut tx = self.db.people(actor).await?;
        if store::exports::unfinished(&mut tx, actor.person).await? >= WAITING {
            return Err(Refusal::TooMany { retry_after_s: 60 }.into());
        }
        let new = NewExport { actor, list: &list, format, lang, total, at: now, key: &key };
        let id = store::exports::add(&mut tx, new).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::ExportAsked, now).on("export", id.0, subject(&list));
        ledger.log(entry.noted(serde_json::to_string(&list)?));
        ledger.announce(Topic::Exports, id.0, [&actor.centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn export_cancelled(&self, actor: &Actor, id: ExportId) -> Result<(), Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        if !store::exports::cancel(&mut tx, id, self.now()).await? {
            let own = store::exports::of_person(&mut tx, actor.person).await?;
            let state = own.into_iter().find(|row| row.id == id).ok_or(Refusal::NotFound)?.state;
            return Err(Refusal::not_now("export", state, ExportState::Cancelled).into());
        }
        let mut ledger = Ledger::default();
        ledger.announce(Topic::Exports, id.0, [&actor.centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Begins the oldest export that is to be made.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn export_begun(&self) -> Result<Option<Job>, Error> {
        let mut tx = self.db.tick().await?;
        let job = store::exports::begin(&mut tx).await?;
        tx.commit().await?;
        Ok(job)
    }

    /// The next rows of an export, in the scope of whoever asked for it, and the key of those after them.
    ///
    /// # Errors
    /// When the database is away, or the scope is no longer there.
    pub async fn export_rows(
        &self,
        job: &Job,
        after: Option<String>,
    ) -> Result<(ExportRows, Option<String>), Error> {
        let actor = &job.actor;
        Ok(match job.list.clone().after(after) {
            ExportList::Events(filter) => {
                let mut tx = self.db.people(actor).await?;
                let narrowed = crate::events::narrowed(&mut tx, actor, &filter).await?;
                let after = Key::read(filter.after.as_deref())?;
                let rows = store::events::listed(&mut tx, &narrowed, self.now(), after, CHUNK).await?;
                let more = i64::try_from(rows.len()).unwrap_or(CHUNK) == CHUNK;
                let last = rows.last().filter(|_| more).map(|row| Key::at(row.reported_at, row.id.0));
                (ExportRows::Events(rows), last.map(|key| key.to_string()))
            }
            ExportList::Orders(filter) => {
                let page = self.orders_listed(actor, filter).await?;
                (ExportRows::Orders(page.rows), page.next)
            }
            ExportList::Supervision(filter) => {
                let page = self.board_of(actor, &filter).await?.page;
                (ExportRows::Supervision(page.rows), page.next)
            }
            ExportList::Cases(filter) => {
                let page = self.cases_counted(actor, filter).await?.page;
                (ExportRows::Cases(page.rows), page.next)
            }
            ExportList::Reviews(filter) => {
                let page = self.reviews_with_lessons(actor, filter).await?;
                (ExportRows::Reviews(page.rows), page.next)
            }
        })
    }

    async fn export_counted(&self, actor: &Actor, list: &ExportList) -> Result<i64, Error> {
        Ok(match list.clone() {
            ExportList::Events(filter) => {
                let mut tx = self.db.people(actor).await?;
                let narrowed = crate::events::narrowed(&mut tx, actor, &filter).await?;
                store::events::counted(&mut tx, &narrowed, self.now(), COUNTED).await?
            }
            ExportList::Orders(filter) => self.orders_listed(actor, filter).await?.total,
            ExportList::Supervision(filter) => self.board_of(actor, &filter).await?.page.total,
            ExportList::Cases(filter) => self.cases_counted(actor, filter).await?.page.total,
            ExportList::Reviews(filter) => self.reviews_with_lessons(actor, filter).await?.total,
        })
    }

    /// Says how many rows are written; false when it was cancelled meanwhile.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn export_went_on(&self, job: &Job, done: usize) -> Result<bool, Error> {
        let done = i64::try_from(done).unwrap_or(i64::MAX);
        let mut tx = self.db.tick().await?;
        let wanted = store::exports::went_on(&mut tx, job.id, done).await?;
        self.export_told(tx, job).await?;
        Ok(wanted)
    }

    /// Keeps the file; none when it could not be made.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn export_ended(&self, job: &Job, file: Option<&[u8]>) -> Result<(), Error> {
        let mut tx = self.db.tick().await?;
        store::exports::end(&mut tx, job.id, file, self.now()).await?;
        self.export_told(tx, job).await
    }

    async fn export_told(&self, mut tx: store::db::Tx, job: &Job) -> Result<(), Error> {
        let mut ledger = Ledger::default();
        ledger.announce(Topic::Exports, job.id.0, [&job.actor.centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
