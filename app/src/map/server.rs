//! On the server no map is drawn: the page holds the same facts as lists.

use leptos::html::Div;
use leptos::prelude::*;

use super::{Feed, Picked};

/// Does nothing here.
pub fn attach(_node: NodeRef<Div>, _feed: Feed, _on_pick: Callback<Picked>) {}
