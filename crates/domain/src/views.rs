//! Saved views: a list as somebody narrowed it, kept under a name. A view is a path with a query string of known parameters; what
//! it shows is asked anew each time, with the rights of whoever looks.

mod query;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::{Fault, ViewId};

pub(crate) use query::encoded;
pub use query::kept_query;

/// Views of one list that a person may keep.
pub const VIEWS_AT_MOST: i64 = 30;
/// Minutes in which a removed view can be brought back.
pub const UNDO_MIN: i64 = 30;
/// Characters of a view's name.
pub const NAME_CHARS: u32 = 40;

text_enum! {
    /// A list whose filter can be kept.
    ViewList {
        /// Cases.
        Events = "events",
        /// Orders.
        Orders = "orders",
        /// The supervision board.
        Supervision = "supervision",
        /// Centres side by side.
        Evaluation = "evaluation",
    }
}

impl ViewList {
    /// Where the list is.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Events => "/events",
            Self::Orders => "/orders",
            Self::Supervision => "/supervision",
            Self::Evaluation => "/evaluation",
        }
    }
}

/// A view among the chips above its list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a mark on the chip of its own")]
pub struct SavedView {
    /// Identity.
    pub id: ViewId,
    /// Name.
    pub name: String,
    /// Path and query string.
    pub href: String,
    /// Everybody at the centre sees it.
    pub shared: bool,
    /// The menu opens it for the reader.
    pub is_default: bool,
    /// It is what the reader looks at now.
    pub is_current: bool,
    /// The reader may rename and remove it.
    pub may_change: bool,
}

/// What stands above a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedViews {
    /// The reader's own, then those of their centre, by name.
    pub views: Vec<SavedView>,
    /// Views removed a moment ago, by those who may bring them back: identity and name.
    pub removed: Vec<(ViewId, String)>,
    /// The reader may keep views for their whole centre.
    pub may_share: bool,
    /// What the reader looks at, as it would be kept; none where the query string has unknown parameters.
    pub query: Option<String>,
}

/// A view to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewView {
    /// Of which list.
    pub list: ViewList,
    /// The list's query string.
    pub query: String,
    /// Name.
    pub name: String,
    /// For everybody at the actor's centre; whoever leads it may.
    #[serde(default)]
    pub shared: bool,
    /// The menu opens it from now on.
    #[serde(default)]
    pub default: bool,
}

/// Keeps views.
#[async_trait]
pub trait ViewDesk: Send + Sync {
    /// Views of a list, for who looks at it by this query string.
    async fn views(&self, actor: &Actor, list: ViewList, query: String) -> Result<SavedViews, Fault>;
    /// What the menu opens: lists with their path and query string, where the actor chose one.
    async fn default_views(&self, actor: &Actor) -> Result<Vec<(ViewList, String)>, Fault>;
    /// Keeps one.
    async fn keep_view(&self, actor: &Actor, new: NewView) -> Result<ViewId, Fault>;
    /// Gives one another name.
    async fn rename_view(&self, actor: &Actor, id: ViewId, name: String) -> Result<(), Fault>;
    /// Removes one, or brings it back.
    async fn remove_view(&self, actor: &Actor, id: ViewId, back: bool) -> Result<(), Fault>;
    /// Has the menu open one for the actor, or no more.
    async fn open_by_default(&self, actor: &Actor, id: ViewId, on: bool) -> Result<(), Fault>;
}
