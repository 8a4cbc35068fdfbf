//! Groups of recipients that a centre keeps to choose them again with one click.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::{Fault, OrderDraftId, RecipientGroupId};

/// A group in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientGroup {
    /// Identity.
    pub id: RecipientGroupId,
    /// Name.
    pub name: String,
    /// How many centres are in it.
    pub size: i64,
}

/// Keeps groups of the actor's own centre.
#[async_trait]
pub trait RecipientGroupDesk: Send + Sync {
    /// The groups, by name.
    async fn groups(&self, actor: &Actor) -> Result<Vec<RecipientGroup>, Fault>;
    /// Keeps whom a draft would reach now as a group.
    async fn keep_group(
        &self,
        actor: &Actor,
        draft: OrderDraftId,
        name: String,
    ) -> Result<RecipientGroupId, Fault>;
    /// Gives it another name.
    async fn rename_group(&self, actor: &Actor, id: RecipientGroupId, name: String) -> Result<(), Fault>;
    /// Removes it. Drafts that named it must choose anew.
    async fn remove_group(&self, actor: &Actor, id: RecipientGroupId) -> Result<(), Fault>;
}
