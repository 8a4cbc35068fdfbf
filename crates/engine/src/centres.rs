//! A centre's page head.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::centres::{CentreDesk, CentreHead, CentreTag};
use domain::{Fault, Refusal};
use store::PgConnection;

use crate::{Engine, Error};

#[async_trait]
impl CentreDesk for Engine {
    async fn head(&self, actor: &Actor, code: &str) -> Result<CentreHead, Fault> {
        Ok(self.centre_head(actor, code).await?)
    }
}

impl Engine {
    async fn centre_head(&self, actor: &Actor, code: &str) -> Result<CentreHead, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let head = self.head_in(&mut tx, actor, code).await?;
        tx.commit().await?;
        Ok(head)
    }

    /// The head of a centre, asked within the asker's transaction.
    pub(crate) async fn head_in(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        code: &str,
    ) -> Result<CentreHead, Error> {
        let centre = seen(&mut *connection, actor, Right::ViewCity, code).await?;
        let on_duty = store::duty::now(&mut *connection, &[centre.id], self.now()).await?.pop();
        Ok(CentreHead {
            breadcrumb: store::centres::way_up(&mut *connection, &centre.path, &actor.scope).await?,
            children: store::centres::below(&mut *connection, centre.id).await?,
            bounds: store::centres::bounds(&mut *connection, centre.id).await?,
            on_duty: on_duty.map(|(_, on_duty)| on_duty),
            centre,
        })
    }
}

/// The centre of this code, if the actor may use the right there; an empty code means the actor's own.
pub(crate) async fn seen(
    connection: &mut PgConnection,
    actor: &Actor,
    right: Right,
    code: &str,
) -> Result<CentreTag, Error> {
    if code.is_empty() || code == actor.centre.code {
        actor.may(right, &actor.centre.path)?;
        return Ok(actor.centre.clone());
    }
    let centre = store::centres::by_code(connection, code).await?.ok_or(Refusal::NotFound)?;
    actor.may(right, &centre.path)?;
    Ok(centre)
}

/// Whether a centre lies in the actor's scope; of something they see without, they hear whose it is.
pub(crate) fn within(actor: &Actor, centre: &CentreTag) -> Result<(), Refusal> {
    if actor.scope.contains(&centre.path) {
        Ok(())
    } else {
        Err(Refusal::BelongsTo { centre: spoken(centre) })
    }
}

/// Whether the actor acts for this very centre.
pub(crate) fn own(actor: &Actor, centre: &CentreTag) -> Result<(), Refusal> {
    if actor.centre.id == centre.id { Ok(()) } else { Err(Refusal::BelongsTo { centre: spoken(centre) }) }
}

/// A centre in a sentence that readers of either language hear.
pub(crate) fn spoken(centre: &CentreTag) -> String {
    if centre.name.en.is_empty() {
        return centre.name.zh.clone();
    }
    [centre.name.zh.as_str(), centre.name.en.as_str()].join(" ")
}
