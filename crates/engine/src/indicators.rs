//! Vital signs: asked about by people, made of readings by a tick.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::Duration;
use domain::actors::{Actor, Right};
use domain::centres::CentrePath;
use domain::indicators::{IndicatorDesk, IndicatorDetail, SignTile};
use domain::live::Topic;
use domain::{Fault, Refusal, Remedy};
use store::{indicators, live};

use crate::{Engine, Error, centres};

/// Hours that one page of a sign may show.
const HOURS_MAX: u32 = 24 * 200;
/// Points a drawn series has at most.
const POINTS: u32 = 1000;

#[async_trait]
impl IndicatorDesk for Engine {
    async fn signs(&self, actor: &Actor, centre: String) -> Result<Vec<SignTile>, Fault> {
        Ok(self.signs_listed(actor, &centre).await?)
    }

    async fn indicator(
        &self,
        actor: &Actor,
        centre: String,
        code: String,
        hours: u32,
    ) -> Result<IndicatorDetail, Fault> {
        Ok(self.indicator_detail(actor, &centre, &code, hours).await?)
    }
}

impl Engine {
    async fn signs_listed(&self, actor: &Actor, centre: &str) -> Result<Vec<SignTile>, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, centre).await?;
        let mut signs = indicators::of_centre(&mut tx, (centre.id, centre.tier), self.now()).await?;
        tx.commit().await?;
        // Off normal first; the sort is stable, so within a level they keep their fixed order.
        signs.sort_by_key(|sign| std::cmp::Reverse(sign.level));
        Ok(signs)
    }

    async fn indicator_detail(
        &self,
        actor: &Actor,
        centre: &str,
        code: &str,
        hours: u32,
    ) -> Result<IndicatorDetail, Error> {
        actor.has(Right::ViewCity)?;
        if !(1..=HOURS_MAX).contains(&hours) {
            let remedy = Remedy::OutOfRange { min: 1.0, max: f64::from(HOURS_MAX) };
            return Err(Refusal::field("hours", remedy).into());
        }
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, centre).await?;
        let sign = indicators::one(&mut tx, (centre.id, centre.tier), now, code).await?;
        let sign = sign.ok_or(Refusal::NotFound)?;
        let since = now - Duration::hours(hours.into());
        let slot_s = f64::from((hours * 3600).div_ceil(POINTS));
        let detail = IndicatorDetail {
            tile: sign.tile,
            direction: sign.direction,
            bands: sign.bands,
            series: indicators::series(&mut tx, centre.id, code, since, slot_s).await?,
            below: indicators::below(&mut tx, centre.id, code).await?,
            centre,
        };
        tx.commit().await?;
        Ok(detail)
    }

    /// Makes signs of the newest readings, for each centre of their tiers; says how many moved.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn measure_signs(&self) -> Result<u64, Error> {
        let mut tx = self.db.tick().await?;
        let signs = indicators::measured(&mut tx, self.now()).await?;
        if signs.is_empty() {
            return Ok(0);
        }
        indicators::keep(&mut tx, &signs).await?;
        let mut moved: BTreeMap<i64, Vec<&CentrePath>> = BTreeMap::new();
        for sign in &signs {
            let paths = moved.entry(sign.district).or_default();
            if !paths.contains(&&sign.path) {
                paths.push(&sign.path);
            }
        }
        for paths in moved.values() {
            live::announce(&mut tx, Topic::Indicators, None, paths).await?;
        }
        tx.commit().await?;
        Ok(signs.len() as u64)
    }

    /// Draws the last 24 hours of the signs that moved lately; says how many.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn draw_sparks(&self) -> Result<u64, Error> {
        let mut tx = self.db.tick().await?;
        let drawn = indicators::draw_sparks(&mut tx, self.now()).await?;
        tx.commit().await?;
        Ok(drawn)
    }
}
