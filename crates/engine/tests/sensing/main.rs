//! From a sensor to a warning, its case and the cockpit, on a real database.

mod cockpit;
mod readings;
mod wet;
