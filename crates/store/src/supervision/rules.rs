//! Rules of supervision, in versions.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag};
use domain::supervision::{LevelRule, RuleSet, RuleVersion, Threshold};
use domain::warnings::Level;
use domain::{CentreId, PersonId};
use sqlx::PgConnection;

use crate::decode::level;

#[derive(sqlx::FromRow)]
struct Mark {
    level: i16,
    step: String,
    share: Option<i32>,
    past_min: Option<i32>,
}

/// Makes rules of their steps; a level that lacks one is left out.
fn rules(steps: &[Mark]) -> sqlx::Result<RuleSet> {
    let mut set = Vec::new();
    for each in Level::ALL.iter().copied() {
        let find = |step: &str| {
            let found = steps.iter().find(|row| row.level == each.rank() && row.step == step);
            found.map(|row| Threshold { share: row.share, past_min: row.past_min })
        };
        if let (Some(urged), Some(yellow), Some(red)) = (find("urged"), find("yellow"), find("red")) {
            set.push(LevelRule { level: level(each.rank())?, urged, yellow, red });
        }
    }
    Ok(RuleSet(set))
}

/// The rules that hold at a moment: the city's, and those of districts that have their own.
#[derive(Debug, Clone)]
pub struct InForce(HashMap<Option<CentreId>, RuleSet>);

impl InForce {
    /// The rules for orders of a level whose recipient lies in a district: the city's, and the district's own.
    pub fn of(&self, district: CentreId, level: Level) -> impl Iterator<Item = &LevelRule> {
        let sets = [None, Some(district)].into_iter().filter_map(|key| self.0.get(&key));
        sets.filter_map(move |set| set.of(level))
    }

    /// The city's.
    #[must_use]
    pub fn of_city(&self) -> Option<&RuleSet> {
        self.0.get(&None)
    }
}

#[derive(sqlx::FromRow)]
struct ForceRow {
    district: Option<i64>,
    #[sqlx(flatten)]
    step: Mark,
}

/// The rules that hold at a moment.
pub async fn in_force(connection: &mut PgConnection, at: DateTime<Utc>) -> sqlx::Result<InForce> {
    let rows: Vec<ForceRow> = sqlx::query_as(include_str!("../../queries/supervision/in_force.sql"))
        .bind(at)
        .fetch_all(connection)
        .await?;
    let mut steps: HashMap<Option<CentreId>, Vec<Mark>> = HashMap::new();
    for row in rows {
        steps.entry(row.district.map(CentreId)).or_default().push(row.step);
    }
    let read = |(district, steps): (_, Vec<Mark>)| Ok((district, rules(&steps)?));
    Ok(InForce(steps.into_iter().map(read).collect::<sqlx::Result<_>>()?))
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    id: i64,
    version: i32,
    valid_from: DateTime<Utc>,
    note: String,
    who: String,
    made_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct StepRow {
    rules: i64,
    #[sqlx(flatten)]
    step: Mark,
}

/// The versions of a centre's rules, latest first; of the city also what it began with.
pub async fn versions(connection: &mut PgConnection, path: &CentrePath) -> sqlx::Result<Vec<RuleVersion>> {
    let rows: Vec<VersionRow> = sqlx::query_as(include_str!("../../queries/supervision/versions.sql"))
        .bind(path.as_str())
        .fetch_all(&mut *connection)
        .await?;
    let found: Vec<StepRow> = sqlx::query_as(include_str!("../../queries/supervision/steps.sql"))
        .bind(rows.iter().map(|row| row.id).collect::<Vec<_>>())
        .fetch_all(connection)
        .await?;
    let mut steps: HashMap<i64, Vec<Mark>> = HashMap::new();
    for row in found {
        steps.entry(row.rules).or_default().push(row.step);
    }
    let read = |row: VersionRow| {
        Ok(RuleVersion {
            rules: rules(steps.get(&row.id).map_or(&[], Vec::as_slice))?,
            version: row.version,
            valid_from: row.valid_from,
            note: row.note,
            who: row.who,
            made_at: row.made_at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Lets nobody else change rules until the transaction ends.
pub async fn lock_rules(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/supervision/lock_rules.sql")).execute(connection).await?;
    Ok(())
}

/// Adds a version of a centre's rules; gives its identity and number.
pub async fn add_rules(
    connection: &mut PgConnection,
    centre: &CentreTag,
    rules: &RuleSet,
    valid_from: DateTime<Utc>,
    note: &str,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<(i64, i32)> {
    let (id, version): (i64, i32) = sqlx::query_as(include_str!("../../queries/supervision/rules_added.sql"))
        .bind(centre.id.0)
        .bind(valid_from)
        .bind(note)
        .bind(by.0)
        .bind(at)
        .fetch_one(&mut *connection)
        .await?;
    let steps = rules.0.iter().flat_map(|rule| {
        [("urged", rule.urged), ("yellow", rule.yellow), ("red", rule.red)]
            .map(|(step, threshold)| (rule.level.rank(), step, threshold))
    });
    let steps: Vec<_> = steps.collect();
    sqlx::query(include_str!("../../queries/supervision/steps_added.sql"))
        .bind(id)
        .bind(steps.iter().map(|step| step.0).collect::<Vec<_>>())
        .bind(steps.iter().map(|step| step.1).collect::<Vec<_>>())
        .bind(steps.iter().map(|step| step.2.share).collect::<Vec<_>>())
        .bind(steps.iter().map(|step| step.2.past_min).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok((id, version))
}
