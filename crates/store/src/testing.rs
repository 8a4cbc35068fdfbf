//! A database of its own for each test, and the city in words.

mod city;
mod database;
mod sensing;

pub use city::{CITY, Person, TestCity};
pub use database::{TEST_SECRET, TestDatabase};
