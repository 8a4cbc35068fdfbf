//! Supervision: the board, the rules, pressing by hand, explanations.

pub mod api;
mod board;
mod by_centre;
mod explanations;
mod filters;
mod press;
mod row;
mod rules;
mod rules_form;
mod rules_table;
pub mod words;

pub use board::SupervisionPage;
pub use explanations::explanations_card;
pub use press::PressPage;
pub use rules::SupervisionRulesPage;
