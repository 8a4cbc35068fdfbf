//! Frames around pages, and the pages that belong to no noun.

mod desk;
mod home;
mod missing;
mod navigation;

pub use desk::{DeskChrome, DeskFrame};
pub use home::HomePage;
pub use missing::MissingPage;
