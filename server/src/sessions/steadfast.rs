//! The sessions' table, written to the end.

use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions_sqlx_store::PostgresStore;

/// The store, which begins a session in a task of its own: dropped midway, when the browser hangs up, it would leave a
/// connection inside a transaction that nobody ends (`store::db`).
#[derive(Debug, Clone)]
pub struct SteadfastStore(pub(super) PostgresStore);

#[async_trait::async_trait]
impl SessionStore for SteadfastStore {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let (store, mut fresh) = (self.0.clone(), record.clone());
        let created = tokio::spawn(async move { store.create(&mut fresh).await.map(|()| fresh) });
        *record = created.await.map_err(|error| Error::Backend(error.to_string()))??;
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.0.save(record).await
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        self.0.load(id).await
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.0.delete(id).await
    }
}
