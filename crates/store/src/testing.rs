//! A database of its own for each test, and the city in words.

mod database;

pub use database::TestDatabase;
