//! The only crate that speaks SQL: one module and one folder of queries a noun.
//!
//! Functions borrow `&mut PgConnection` and are named by the question they answer; who asks opens the transaction.

pub mod accounts;
pub mod api_answers;
pub mod api_clients;
pub mod appeals;
pub mod approvals;
pub mod assignments;
pub mod attachments;
pub mod audit;
pub mod calendar;
pub mod centres;
pub mod cockpit;
pub mod db;
pub mod dead_letters;
mod decode;
pub mod devices;
pub mod duty;
mod error;
pub mod event_helpers;
pub mod events;
pub mod exchange;
pub mod exports;
pub mod gateways;
pub mod hand_offs;
pub mod improvements;
pub mod indicators;
pub mod kpis;
pub mod lanes;
pub mod live;
pub mod migrations;
pub mod notices;
pub mod order_drafts;
pub mod order_templates;
pub mod orders;
pub mod pages;
pub mod plans;
pub mod posts;
pub mod progress;
pub mod rates;
pub mod readings;
pub mod recipient_groups;
pub mod relations;
pub mod request_keys;
pub mod responsibilities;
pub mod reviews;
pub mod risk_points;
pub mod rooms;
pub mod rules;
pub mod schema;
pub mod seed;
pub mod supervision;
pub mod tallies;
pub mod tiles;
pub mod upkeep;
pub mod views;
pub mod warnings;
pub mod watches;
pub mod webhooks;

#[cfg(feature = "testing")]
pub mod testing;

pub use error::{Error, OnConstraint};
pub use sqlx::{Error as SqlError, PgConnection};
