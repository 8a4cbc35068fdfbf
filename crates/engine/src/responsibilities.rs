//! The responsibility list: read by everybody, changed by versions that the city proposes and puts in force.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::names::Name;
use domain::refusal::required_text;
use domain::responsibilities::{
    LISTED_AT_MOST, NewVersion, ResponsibilityDesk, ResponsibilityFilter, ResponsibilityList,
    ResponsibilityPage, Terms, VersionMove, VersionState,
};
use domain::time::{city_midnight, in_city};
use domain::{Fault, Refusal, Remedy, ResponsibilityChangeId};
use store::audit::Entry;
use store::responsibilities as list;

use crate::ledger::Ledger;
use crate::{Engine, Error};

#[async_trait]
impl ResponsibilityDesk for Engine {
    async fn responsibilities(
        &self,
        actor: &Actor,
        filter: ResponsibilityFilter,
    ) -> Result<ResponsibilityList, Fault> {
        Ok(self.responsibilities_listed(actor, &filter).await?)
    }

    async fn responsibility(&self, actor: &Actor, category: String) -> Result<ResponsibilityPage, Fault> {
        Ok(self.responsibility_of(actor, &category).await?)
    }

    async fn propose_version(&self, actor: &Actor, new: NewVersion) -> Result<ResponsibilityChangeId, Fault> {
        Ok(self.version_proposed(actor, &new).await?)
    }

    async fn move_version(
        &self,
        actor: &Actor,
        id: ResponsibilityChangeId,
        step: VersionMove,
        day: String,
    ) -> Result<VersionState, Fault> {
        Ok(self.version_moved(actor, id, step, &day).await?)
    }
}

impl Engine {
    async fn responsibilities_listed(
        &self,
        actor: &Actor,
        filter: &ResponsibilityFilter,
    ) -> Result<ResponsibilityList, Error> {
        let may_change = readable(actor)?;
        let mut tx = self.db.people(actor).await?;
        let asked = i64::try_from(LISTED_AT_MOST + 1).unwrap_or(i64::MAX);
        let mut rows = list::listed(&mut tx, filter, self.now(), asked).await?;
        let more = rows.len() > LISTED_AT_MOST;
        rows.truncate(LISTED_AT_MOST);
        Ok(ResponsibilityList { rows, more, classes: list::classes(&mut tx).await?, may_change })
    }

    async fn responsibility_of(&self, actor: &Actor, category: &str) -> Result<ResponsibilityPage, Error> {
        let may_change = readable(actor)?;
        let mut tx = self.db.people(actor).await?;
        let row = list::row(&mut tx, category, self.now()).await?.ok_or(Refusal::NotFound)?;
        Ok(ResponsibilityPage {
            versions: list::versions(&mut tx, category).await?,
            lanes: if may_change { list::lanes(&mut tx).await? } else { Vec::new() },
            row,
            may_change,
        })
    }

    async fn version_proposed(
        &self,
        actor: &Actor,
        new: &NewVersion,
    ) -> Result<ResponsibilityChangeId, Error> {
        actor.has(Right::SetResponsibility)?;
        let now = self.now();
        let note = required_text("note", &new.note, 500)?;
        let mut tx = self.db.people(actor).await?;
        let category = new.category.trim();
        list::lock(&mut tx, category).await?;
        let row = list::row(&mut tx, category, now).await?.ok_or(Refusal::NotFound)?;
        let lane = match new.lane.trim() {
            "" => None,
            code => {
                let mut lanes = list::lanes(&mut tx).await?.into_iter();
                Some(lanes.find(|(lane, _)| lane == code).ok_or_else(|| Refusal::unknown("lane", code))?)
            }
        };
        let post = Name::new(
            required_text("post_zh", &new.post_zh, 40)?,
            required_text("post_en", &new.post_en, 80)?,
        );
        let terms = Terms { tier: new.tier()?, post, lane, limits: new.limits()? };
        let (id, version) = list::propose(&mut tx, category, &terms, &note, actor.person, now).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::ResponsibilityProposed, now).on("responsibility", id.0, row.name);
        ledger.log(entry.moved(row.version.to_string(), version.to_string()).noted(note));
        ledger.announce(Topic::Responsibilities, id.0, [&actor.centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn version_moved(
        &self,
        actor: &Actor,
        id: ResponsibilityChangeId,
        step: VersionMove,
        day: &str,
    ) -> Result<VersionState, Error> {
        actor.has(Right::SetResponsibility)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let category = list::change(&mut tx, id).await?.ok_or(Refusal::NotFound)?.category;
        // Whoever decides next waits here, and reads what was decided.
        list::lock(&mut tx, &category).await?;
        let change = list::change(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        let state = change.state.after(step)?;
        let valid_from = match state {
            VersionState::Set => Some(holds_from(day, now)?),
            VersionState::Proposed | VersionState::Withdrawn => None,
        };
        list::move_change(&mut tx, id, state, valid_from, actor.person, now).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::ResponsibilityMoved, now).on("responsibility", id.0, change.name);
        let since = valid_from.map(|at| in_city(at).format(" %Y-%m-%d %H:%M").to_string());
        let note = [change.version.to_string(), since.unwrap_or_default()].concat();
        ledger.log(entry.moved(change.state.as_str(), state.as_str()).noted(note));
        ledger.announce(Topic::Responsibilities, id.0, [&actor.centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }
}

/// Whoever works in the city reads the list, and whoever changes it; says whether the actor does.
fn readable(actor: &Actor) -> Result<bool, Refusal> {
    let may_change = actor.has(Right::SetResponsibility).is_ok();
    if !may_change {
        actor.has(Right::ViewCity)?;
    }
    Ok(may_change)
}

/// The beginning of a day to come; of today, now.
fn holds_from(day: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
    let day = day.trim();
    if day.is_empty() {
        return Err(Refusal::field("day", Remedy::Required));
    }
    let day: NaiveDate = day.parse().map_err(|_| Refusal::unknown("day", day))?;
    if day < in_city(now).date_naive() {
        return Err(Refusal::field("day", Remedy::InThePast));
    }
    Ok(city_midnight(day).max(now))
}
