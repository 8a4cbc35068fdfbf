//! The only crate that speaks SQL: one module and one folder of queries a noun.
//!
//! Functions borrow `&mut PgConnection` and are named by the question they answer; who asks opens the transaction.

pub mod accounts;
pub mod audit;
pub mod centres;
pub mod db;
mod decode;
mod error;
pub mod events;
pub mod live;
pub mod migrations;
pub mod pages;
pub mod request_keys;
pub mod responsibilities;

#[cfg(feature = "testing")]
pub mod testing;

pub use error::{Error, OnConstraint};
pub use sqlx::{Error as SqlError, PgConnection};
