//! From what the database keeps to the nouns of `domain`.

use std::str::FromStr;

use domain::Refusal;
use domain::centres::CentrePath;
use domain::names::Name;
use domain::warnings::Level;

/// Reads a value kept by its one spelling: a state, a role, a path.
pub(crate) fn spelled<T: FromStr<Err = Refusal>>(text: &str) -> sqlx::Result<T> {
    text.parse().map_err(|error: Refusal| sqlx::Error::Decode(Box::new(error)))
}

/// Reads a level kept as its rank, 1 to 4.
pub(crate) fn level(rank: i16) -> sqlx::Result<Level> {
    Level::from_rank(rank).ok_or_else(|| sqlx::Error::Decode(format!("{rank} is no rank of a level").into()))
}

/// Reads a name that may be missing as a whole.
pub(crate) fn name(zh: Option<String>, en: Option<String>) -> Option<Name> {
    zh.map(|zh| Name::new(zh, en.unwrap_or_default()))
}

/// Reads a place in the centre tree.
pub(crate) fn path(text: &str) -> sqlx::Result<CentrePath> {
    CentrePath::parse(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
