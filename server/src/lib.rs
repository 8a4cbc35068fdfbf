//! Wiring: command line, settings, the private database, HTTP, sessions, the live stream, tiles.

pub mod config;
pub mod embedded;
pub mod secret;
