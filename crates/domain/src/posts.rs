//! Posts and who holds them: from when to when, with what open work, and who takes it over.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::{Actor, Role};
use crate::centres::CentreTag;
use crate::names::Name;
use crate::{Fault, PostId};

/// A span in which somebody holds a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Who.
    pub name: String,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when; none while no end is known.
    pub to: Option<DateTime<Utc>>,
    /// What was written when it was arranged.
    pub note: String,
    /// Who appointed them; empty for the first holder.
    pub appointed_by: String,
}

/// What the holder of a post has not finished.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenWork {
    /// Parts of orders they hold.
    pub parts: i64,
    /// Explanations the post owes.
    pub explanations: i64,
    /// Shifts to come.
    pub shifts: i64,
}

impl OpenWork {
    /// All of it.
    #[must_use]
    pub const fn total(self) -> i64 {
        self.parts + self.explanations + self.shifts
    }
}

/// A post at a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostSheet {
    /// Identity.
    pub id: PostId,
    /// Its kind.
    pub role: Role,
    /// Its title.
    pub title: Name,
    /// Who holds it now; none while nobody does.
    pub now: Option<Holding>,
    /// Who will hold it next, as far as that is arranged.
    pub next: Option<Holding>,
    /// Who held it before, latest first; the last five.
    pub before: Vec<Holding>,
    /// What is open.
    pub open: OpenWork,
    /// The actor may change its holder.
    pub may_change: bool,
}

/// The posts of a centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostsPage {
    /// The centre.
    pub centre: CentreTag,
    /// Its posts, directors first.
    pub posts: Vec<PostSheet>,
    /// Centres directly below.
    pub below: Vec<CentreTag>,
}

/// A change of a post's holder: the present one leaves, somebody may follow. It replaces what was arranged and has not begun.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HolderChange {
    /// The post.
    pub post: String,
    /// When, city time; empty for now.
    pub at: String,
    /// Account name of who follows; empty while there is nobody.
    pub successor: String,
    /// Why, at most 500 characters.
    pub note: String,
}

/// Posts and their holders.
#[async_trait]
pub trait PostDesk: Send + Sync {
    /// The posts of a centre, by code.
    async fn posts_of(&self, actor: &Actor, centre: String) -> Result<PostsPage, Fault>;
    /// Changes a post's holder, now or at a moment to come. Open work goes to the successor, else to the centre's director.
    /// `WorkOpen` when there is open work and nobody to take it.
    async fn change_holder(&self, actor: &Actor, change: HolderChange) -> Result<(), Fault>;
}
