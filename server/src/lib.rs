//! Wiring: command line, settings, the private database, HTTP, sessions, the live stream, tiles.

pub mod api;
mod attachments;
pub mod cli;
pub mod config;
pub mod database;
mod duty;
pub mod embedded;
pub mod exports;
pub mod http;
pub mod live;
pub mod mqtt;
mod rates;
pub mod secret;
mod seed;
pub mod serve;
pub mod sessions;
mod simulate;
pub mod state;
mod ticks;
mod tiles;
pub mod webhooks;
