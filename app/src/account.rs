//! Who is signed in, as what, and how they come and go.

pub mod api;
#[cfg(feature = "ssr")]
mod frame;
mod menu;
mod no_pages;
mod sign_in;
pub mod words;

pub use menu::{LookSwitches, PostMenu};
pub use no_pages::NoPages;
pub use sign_in::SignInPage;
