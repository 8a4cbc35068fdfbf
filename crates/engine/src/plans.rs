//! Plans as pages show them.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::pages::Page;
use domain::plans::{PlanDesk, PlanDetail, PlanRow};
use domain::{Fault, PlanId, Refusal};
use store::pages::Key;

use crate::{Engine, Error};

#[async_trait]
impl PlanDesk for Engine {
    async fn plans(&self, actor: &Actor, after: Option<String>) -> Result<Page<PlanRow>, Fault> {
        let plans = async {
            actor.has(Right::ViewCity)?;
            let after = Key::read(after.as_deref())?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::plans::listed(&mut tx, after).await?)
        };
        Ok(plans.await?)
    }

    async fn plan(&self, actor: &Actor, id: PlanId) -> Result<PlanDetail, Fault> {
        let plan = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            let plan = store::plans::by_id(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
            // A plan of a centre above is usable below.
            let near =
                actor.scope.contains(&plan.row.centre.path) || plan.row.centre.path.contains(&actor.scope);
            if near { Ok::<_, Error>(plan) } else { Err(Refusal::NotFound.into()) }
        };
        Ok(plan.await?)
    }
}
