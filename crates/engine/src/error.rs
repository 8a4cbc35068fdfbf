//! How the engine fails: by what a person may hear, or by an incident that the log knows.

use domain::{Fault, Refusal};

/// Seconds after which it is worth asking again while the database is away.
const RETRY_AFTER_S: u32 = 5;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A person may hear it.
    #[error("{0}")]
    Refused(Refusal),
    /// Something broke; logged once when it leaves the engine.
    #[error(transparent)]
    Broken(anyhow::Error),
}

impl Error {
    /// What the asker gets. Logs what broke under a number that the asker is given.
    #[must_use]
    pub fn fault(self) -> Fault {
        match self {
            Self::Refused(refusal) => Fault::Refused(refusal),
            Self::Broken(error) => {
                let incident = format!("{:08x}", rand::random::<u32>());
                // The chain of messages, without the values that a database error carries in its details.
                tracing::error!(
                    incident,
                    error = format!("{error:#}"),
                    "Something broke, and the asker was told its number."
                );
                Fault::Incident(incident)
            }
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken(error.into())
    }
}

impl From<store::SqlError> for Error {
    fn from(error: store::SqlError) -> Self {
        sql(error)
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Refused(refusal) => Self::Refused(refusal),
            store::Error::Sql(error) => sql(error),
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        error.fault()
    }
}

/// A database that is away is nobody's incident: the asker hears when to come back.
fn sql(error: store::SqlError) -> Error {
    use store::SqlError as E;
    let away = match &error {
        E::Io(_) | E::PoolTimedOut | E::PoolClosed | E::WorkerCrashed | E::Tls(_) => true,
        // 53: out of resources, 57P: being shut down or started, 40: serialisation or deadlock, 55P03: a lock waited for too long,
        // 55000: a database that takes no connections for now.
        E::Database(fault) => fault.code().is_some_and(|code| {
            code.starts_with("53")
                || code.starts_with("57P")
                || code.starts_with("40")
                || code == "55P03"
                || code == "55000"
        }),
        _ => false,
    };
    if away {
        tracing::warn!(error = format!("{error}"), "The database is away; the asker was asked to come back.");
        return Error::Refused(Refusal::Unavailable { retry_after_s: RETRY_AFTER_S });
    }
    Error::Broken(error.into())
}
