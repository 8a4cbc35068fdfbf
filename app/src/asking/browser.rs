//! The browser's side of asking.

use domain::Fault;
use serde::de::DeserializeOwned;

use super::Trouble;

/// What an answer must be able to do: come out of a page.
pub trait Carried: DeserializeOwned {}

impl<T: DeserializeOwned> Carried for T {}

/// A browser carries no answer anywhere.
pub(super) fn carried<T>(_answer: &Result<T, Trouble>) -> String {
    String::new()
}

/// Only the server answers with a status.
pub fn say_status(_fault: &Fault) {}
