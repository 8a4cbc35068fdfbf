//! The rules of supervision: read, and changed by a new version.

use chrono::{DateTime, NaiveDate, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::{CentreTag, Tier};
use domain::live::Topic;
use domain::refusal::optional_text;
use domain::supervision::{NewRules, RuleSet, RulesPage};
use domain::time::{city_midnight, in_city};
use domain::{Refusal, Remedy};
use store::PgConnection;
use store::audit::Entry;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn rules_of(&self, actor: &Actor, code: &str) -> Result<RulesPage, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let centre = if code.is_empty() {
            // Whom the rules press may read them: a township's are its district's.
            let district = actor.centre.path.district();
            store::centres::by_path(&mut tx, &district).await?.ok_or(Refusal::NotFound)?
        } else {
            with_rules(centres::seen(&mut tx, actor, Right::ViewCity, code).await?)?
        };
        let versions = store::supervision::versions(&mut tx, &centre.path).await?;
        let in_force = versions.iter().find(|version| version.valid_from <= now).cloned();
        let above = match centre.path.parent().filter(|_| centre.tier == Tier::District) {
            Some(city) => store::supervision::versions(&mut tx, &city)
                .await?
                .into_iter()
                .find(|version| version.valid_from <= now),
            None => None,
        };
        let may_change = actor.may(Right::SetSupervision, &centre.path).is_ok();
        Ok(RulesPage { centre, in_force, above, versions, may_change })
    }

    pub(super) async fn rules_changed(&self, actor: &Actor, new: &NewRules) -> Result<(), Error> {
        actor.has(Right::SetSupervision)?;
        let now = self.now();
        let note = optional_text("note", &new.note, 500)?;
        let mut tx = self.db.people(actor).await?;
        let centre = with_rules(centres::seen(&mut tx, actor, Right::SetSupervision, &new.centre).await?)?;
        let valid_from = holds_from(&new.day, now)?;
        let rules = RuleSet::read(&new.lines)?;
        store::supervision::lock_rules(&mut tx).await?;
        if centre.tier == Tier::District {
            let city = store::supervision::in_force(&mut tx, valid_from).await?;
            rules.no_milder_than(city.of_city().ok_or(Refusal::Conflict)?)?;
        }
        self.keep(&mut tx, actor, &centre, &rules, valid_from, &note).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn keep(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        centre: &CentreTag,
        rules: &RuleSet,
        valid_from: DateTime<Utc>,
        note: &str,
    ) -> Result<(), Error> {
        let now = self.now();
        let (id, version) = store::supervision::add_rules(
            &mut *connection,
            centre,
            rules,
            valid_from,
            note,
            actor.person,
            now,
        )
        .await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::SupervisionRulesChanged, now);
        let entry = entry.on("supervision_rules", id, centre.name.clone());
        let day = in_city(valid_from).format("%Y-%m-%d %H:%M").to_string();
        ledger.log(
            entry.moved((version - 1).to_string(), version.to_string()).noted([&day, " ", note].concat()),
        );
        ledger.announce(Topic::Supervision, centre.id.0, [&centre.path]);
        ledger.write(connection).await
    }
}

/// Only the city and districts have rules.
fn with_rules(centre: CentreTag) -> Result<CentreTag, Refusal> {
    if matches!(centre.tier, Tier::City | Tier::District) { Ok(centre) } else { Err(Refusal::NotFound) }
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
