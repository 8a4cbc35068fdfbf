//! Warnings: asked about and acknowledged by people; raised, followed and cleared by what the rules say.

mod following;
mod opening;

use async_trait::async_trait;
use chrono::Duration;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::pages::Page;
use domain::warnings::{WarningDesk, WarningDetail, WarningFilter, WarningRow, WarningState};
use domain::{Fault, Refusal, WarningId};
use store::audit::{self, Entry};
use store::pages::Key;
use store::warnings::{self, Narrowed};
use store::{live, readings};

use crate::{Engine, Error, centres};

pub(crate) use following::follow;

/// How much of the series is shown before a warning was raised and after it was cleared.
const AROUND: Duration = Duration::hours(2);
/// Points a drawn series has at most.
const POINTS: i32 = 400;

#[async_trait]
impl WarningDesk for Engine {
    async fn warnings(&self, actor: &Actor, filter: WarningFilter) -> Result<Page<WarningRow>, Fault> {
        Ok(self.warnings_listed(actor, filter).await?)
    }

    async fn warning(&self, actor: &Actor, id: WarningId) -> Result<WarningDetail, Fault> {
        Ok(self.warning_detail(actor, id).await?)
    }

    async fn acknowledge(&self, actor: &Actor, id: WarningId) -> Result<(), Fault> {
        Ok(self.warning_acknowledged(actor, id).await?)
    }
}

impl Engine {
    async fn warnings_listed(&self, actor: &Actor, filter: WarningFilter) -> Result<Page<WarningRow>, Error> {
        actor.has(Right::ViewCity)?;
        let after = Key::read(filter.after.as_deref())?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let narrowed = Narrowed { centre: Some(centre), state: filter.state, level: filter.level };
        let page = warnings::listed_page(&mut tx, &narrowed, after).await?;
        tx.commit().await?;
        Ok(page)
    }

    async fn warning_detail(&self, actor: &Actor, id: WarningId) -> Result<WarningDetail, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let found = warnings::one(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::ViewCity, &found.path)?;
        let from = found.row.raised_at - AROUND;
        let to = found.row.cleared_at.map_or_else(|| self.now(), |cleared| cleared + AROUND);
        let seconds = i32::try_from((to - from).num_seconds()).unwrap_or(i32::MAX);
        let slot_s = f64::from(seconds.max(POINTS) / POINTS).max(1.0);
        let series = readings::around(&mut tx, found.datastream, (from, to), slot_s, found.direction).await?;
        let waiting = found.row.state == WarningState::Raised;
        let detail = WarningDetail {
            series,
            bands: found.bands.iter().map(|band| (band.level, band.raise, band.clear)).collect(),
            timeline: audit::of_row(&mut tx, "warning", id.0).await?,
            may_acknowledge: waiting && actor.may(Right::AcknowledgeWarning, &found.path).is_ok(),
            row: found.row,
        };
        tx.commit().await?;
        Ok(detail)
    }

    async fn warning_acknowledged(&self, actor: &Actor, id: WarningId) -> Result<(), Error> {
        actor.has(Right::AcknowledgeWarning)?;
        let mut tx = self.db.people(actor).await?;
        let found = warnings::one(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::AcknowledgeWarning, &found.path)?;
        if found.row.state == WarningState::Cleared {
            return Err(Refusal::not_now("warning", found.row.state, WarningState::Acknowledged).into());
        }
        let now = self.now();
        let Some(event) = warnings::acknowledge(&mut tx, id, now, actor.person).await? else {
            return Ok(()); // Somebody did already: the same as once.
        };
        live::announce(&mut tx, Topic::Warnings, id.0, &[&found.path]).await?;
        let entry = Entry::by(actor, Verb::WarningAcknowledged, now)
            .on("warning", id.0, found.row.title)
            .of_event(event)
            .moved(WarningState::Raised.as_str(), WarningState::Acknowledged.as_str());
        audit::append(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }
}

impl Engine {
    /// Marks open warnings whose data is older than their rule allows; says how many.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn mark_stale_warnings(&self) -> Result<usize, Error> {
        let mut tx = self.db.tick().await?;
        let stale = warnings::moves::mark_stale(&mut tx, self.now()).await?;
        for (id, path) in &stale {
            live::announce(&mut tx, Topic::Warnings, id.0, &[path]).await?;
        }
        tx.commit().await?;
        Ok(stale.len())
    }
}
