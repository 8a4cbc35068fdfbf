//! What a decision leaves behind: lines in the audit log, and announcements.
//!
//! Both are gathered while the decision is made and written at its end: the log's chain is locked last, so that whoever waits for
//! it holds no row that somebody before it in the queue still wants.

use domain::centres::CentrePath;
use domain::live::Topic;
use store::PgConnection;
use store::audit::Entry;

use crate::Error;

/// What is to be written when the decision is made.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
    changes: Vec<(Topic, i64, Vec<CentrePath>)>,
}

impl Ledger {
    /// Adds a line to the log.
    pub(crate) fn log(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Adds an announcement to whose scope contains one of the paths. Of one row it is made once, to all of them.
    pub(crate) fn announce<'a>(
        &mut self,
        topic: Topic,
        row: i64,
        paths: impl IntoIterator<Item = &'a CentrePath>,
    ) {
        let known = self.changes.iter().position(|change| (change.0, change.1) == (topic, row));
        let at = known.unwrap_or_else(|| {
            self.changes.push((topic, row, Vec::new()));
            self.changes.len() - 1
        });
        let told = &mut self.changes[at].2;
        for path in paths {
            if !told.contains(path) {
                told.push(path.clone());
            }
        }
    }

    /// Writes it all. Nothing else may change rows after this.
    pub(crate) async fn write(self, connection: &mut PgConnection) -> Result<(), Error> {
        store::audit::append_all(&mut *connection, self.entries).await?;
        for (topic, row, paths) in &self.changes {
            let paths: Vec<&CentrePath> = paths.iter().collect();
            store::live::announce(&mut *connection, *topic, *row, &paths).await?;
        }
        Ok(())
    }
}
