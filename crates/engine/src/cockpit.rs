//! What a cockpit shows at a glance: each panel one question, so that they can be asked side by side.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::Fault;
use domain::actors::{Actor, Right};
use domain::centres::CentreTag;
use domain::cockpit::{ChildTile, CockpitDesk, Ribbon};
use domain::events::EventRow;
use domain::indicators::SignTile;
use domain::orders::OrderRow;
use domain::time::in_city;
use domain::warnings::WarningRow;
use store::db::Tx;
use store::{cockpit, events, indicators, orders, tallies, warnings};

use crate::{Engine, Error, centres};

/// Signs on the front.
const FRONT_SIGNS: usize = 8;
/// Running orders looked through for the worst.
const ORDERS_LOOKED_AT: i64 = 50;

#[async_trait]
impl CockpitDesk for Engine {
    async fn ribbon(&self, actor: &Actor, centre: String) -> Result<Ribbon, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        let today = in_city(self.now()).date_naive();
        Ok(tallies::ribbon(&mut tx, &centre.path, today).await.map_err(Error::from)?)
    }

    async fn strip(&self, actor: &Actor, centre: String) -> Result<Vec<ChildTile>, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        let mut tiles = tallies::below(&mut tx, centre.id).await.map_err(Error::from)?;
        let centres: Vec<_> = tiles.iter().map(|tile| tile.centre.id).collect();
        let on_duty = store::duty::now(&mut tx, &centres, self.now()).await.map_err(Error::from)?;
        let mut on_duty: HashMap<_, _> = on_duty.into_iter().collect();
        for tile in &mut tiles {
            tile.on_duty = on_duty.remove(&tile.centre.id);
        }
        Ok(tiles)
    }

    async fn front_signs(&self, actor: &Actor, centre: String) -> Result<Vec<SignTile>, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        let signs = indicators::of_front(&mut tx, (centre.id, centre.tier), self.now()).await;
        let mut signs = signs.map_err(Error::from)?;
        signs.truncate(FRONT_SIGNS);
        Ok(signs)
    }

    async fn front_warnings(
        &self,
        actor: &Actor,
        centre: String,
        limit: u8,
    ) -> Result<Vec<WarningRow>, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        let narrowed = warnings::Narrowed { centre: Some(centre), ..warnings::Narrowed::default() };
        Ok(warnings::open(&mut tx, &narrowed, None, limit.into()).await.map_err(Error::from)?)
    }

    async fn front_events(&self, actor: &Actor, centre: String, limit: u8) -> Result<Vec<EventRow>, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        let narrowed = events::Narrowed { centre: Some(centre), ..events::Narrowed::default() };
        Ok(events::listed(&mut tx, &narrowed, self.now(), None, limit.into()).await.map_err(Error::from)?)
    }

    async fn front_orders(&self, actor: &Actor, centre: String, limit: u8) -> Result<Vec<OrderRow>, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        let narrowed = orders::Narrowed { centre: Some(centre), ..orders::Narrowed::default() };
        let running = orders::listed(&mut tx, &narrowed, self.now(), None, ORDERS_LOOKED_AT).await;
        let mut running = running.map_err(Error::from)?;
        running.sort_by_key(|order| std::cmp::Reverse((order.lamp, order.level, order.issued_at)));
        running.truncate(limit.into());
        Ok(running)
    }

    async fn fresh_at(&self, actor: &Actor, centre: String) -> Result<Option<DateTime<Utc>>, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        Ok(cockpit::fresh_at(&mut tx, &centre.path).await.map_err(Error::from)?)
    }

    async fn alarms(&self, actor: &Actor, centre: String) -> Result<String, Fault> {
        let (mut tx, centre) = self.looking_at(actor, &centre).await?;
        Ok(cockpit::alarms(&mut tx, &centre).await.map_err(Error::from)?)
    }
}

impl Engine {
    /// A transaction for somebody who may look at this centre. It only reads: dropped, it is rolled back.
    async fn looking_at(&self, actor: &Actor, code: &str) -> Result<(Tx, CentreTag), Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, code).await?;
        Ok((tx, centre))
    }
}
