//! Risk points, with what watches them and the plans for them.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::names::Name;
use domain::pages::Page;
use domain::refusal::optional_text;
use domain::risk_points::{RiskPointDesk, RiskPointDetail, RiskPointFilter, RiskPointRow};
use domain::{Fault, Refusal, RiskPointId};
use store::pages::Key;
use store::plans::Need;
use store::risk_points::Narrowed;

use crate::{Engine, Error, centres};

#[async_trait]
impl RiskPointDesk for Engine {
    async fn kinds(&self, actor: &Actor) -> Result<Vec<(String, Name)>, Fault> {
        let kinds = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::risk_points::kinds(&mut tx).await?)
        };
        Ok(kinds.await?)
    }

    async fn risk_points(&self, actor: &Actor, filter: RiskPointFilter) -> Result<Page<RiskPointRow>, Fault> {
        Ok(self.risk_points_listed(actor, filter).await?)
    }

    async fn risk_point(&self, actor: &Actor, id: RiskPointId) -> Result<RiskPointDetail, Fault> {
        Ok(self.risk_point_detail(actor, id).await?)
    }
}

impl Engine {
    async fn risk_points_listed(
        &self,
        actor: &Actor,
        filter: RiskPointFilter,
    ) -> Result<Page<RiskPointRow>, Error> {
        actor.has(Right::ViewCity)?;
        let after = Key::read(filter.after.as_deref())?;
        let search = optional_text("search", &filter.search, 80)?;
        let mut tx = self.db.people(actor).await?;
        let narrowed = Narrowed {
            centre: centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?,
            kind: filter.kind.filter(|kind| !kind.is_empty()),
            warned: filter.warned,
            search: Some(search).filter(|text| !text.is_empty()),
        };
        Ok(store::risk_points::listed_page(&mut tx, &narrowed, after).await?)
    }

    async fn risk_point_detail(&self, actor: &Actor, id: RiskPointId) -> Result<RiskPointDetail, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let row = store::risk_points::by_id(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::ViewCity, &row.centre.path)?;
        let need = Need { risk_point: Some(id), kind: Some(&row.kind), category: None };
        let level = row.warning.unwrap_or(row.grade);
        Ok(RiskPointDetail {
            devices: store::risk_points::watched_by(&mut tx, id, self.now()).await?,
            warnings: store::warnings::open_at(&mut tx, id).await?,
            plans: store::plans::fitting(&mut tx, &need, row.centre.id, level).await?,
            row,
        })
    }
}
