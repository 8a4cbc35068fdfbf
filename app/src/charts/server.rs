//! On the server no chart is drawn; its words and table are.

use leptos::html::Div;
use leptos::prelude::*;

/// Does nothing here.
pub fn attach(_node: NodeRef<Div>, _option: Signal<String>) {}
