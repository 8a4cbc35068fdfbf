//! How a store function fails.

use domain::Refusal;

/// A refusal that a constraint of the database speaks, or a fault of the database.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A person may hear it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error(transparent)]
    Sql(#[from] sqlx::Error),
}

/// Turns a named constraint's violation into what a person may hear.
pub trait OnConstraint<T> {
    /// If the constraint of this name was violated, answers with the refusal.
    ///
    /// # Errors
    /// The refusal for this constraint; any other fault as it was.
    fn on_constraint(self, name: &str, refusal: impl FnOnce() -> Refusal) -> Result<T, Error>;
}

impl<T, E: Into<Error>> OnConstraint<T> for Result<T, E> {
    fn on_constraint(self, name: &str, refusal: impl FnOnce() -> Refusal) -> Result<T, Error> {
        self.map_err(|error| match error.into() {
            Error::Sql(sqlx::Error::Database(fault)) if fault.constraint() == Some(name) => refusal().into(),
            other => other,
        })
    }
}
