//! The only crate that speaks SQL: one module and one folder of queries a noun.
//!
//! Functions borrow `&mut PgConnection` and are named by the question they answer; who asks opens the transaction.

pub mod audit;
pub mod centres;
pub mod db;
pub mod dead_letters;
mod decode;
pub mod devices;
mod error;
pub mod events;
pub mod gateways;
pub mod live;
pub mod migrations;
pub mod pages;
pub mod readings;
pub mod request_keys;
pub mod responsibilities;
pub mod rules;

#[cfg(feature = "testing")]
pub mod testing;
pub mod warnings;
pub mod watches;

pub use error::{Error, OnConstraint};
pub use sqlx::{Error as SqlError, PgConnection};
