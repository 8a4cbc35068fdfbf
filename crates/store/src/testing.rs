//! A database of its own for each test, and the city in words.

mod city;
mod clock;
mod database;
mod history;
mod ordering;
mod sensing;

pub use city::{CITY, Person, TestCity};
pub use clock::HandClock;
pub use database::{TEST_SECRET, TestDatabase};
pub use ordering::{EventDraft, PlanDraft};
