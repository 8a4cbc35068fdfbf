//! What follows from where the rules stand: warnings raised, followed and cleared, and the cases they open.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::audit::Verb;
use domain::centres::CentrePath;
use domain::live::Topic;
use domain::names::Name;
use domain::risk::Episode;
use domain::warnings::{Level, WarningState};
use domain::{EventId, RiskPointId, WarningId};
use store::audit::{self, Entry};
use store::warnings::moves::{self, Open, Stand};
use store::watches::Key;
use store::{PgConnection, live};

use super::opening;
use crate::Error;
use crate::watches::Standing;

/// What is to be logged and announced once everything is written.
#[derive(Default)]
struct Consequences {
    entries: Vec<Entry>,
    announced: Vec<(Topic, i64, Vec<CentrePath>)>,
    raised: u64,
    follow: Vec<(WarningId, Stand)>,
    clear: Vec<(WarningId, Stand, DateTime<Utc>)>,
}

/// Raises, follows and clears warnings as the rules stand; says how many were raised.
pub(crate) async fn follow(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    standings: &[Standing],
) -> Result<u64, Error> {
    // A rule that is quiet and was quiet has nothing open.
    let stirred: Vec<&Standing> = standings
        .iter()
        .filter(|s| s.watch.level().is_some() || !s.episodes().is_empty() || !s.fold.steps.is_empty())
        .collect();
    if stirred.is_empty() {
        return Ok(0);
    }
    let keys: Vec<_> = stirred.iter().map(|standing| standing.key()).collect();
    let open = moves::open_of(&mut *connection, &keys).await?;
    let mut open: HashMap<_, Open> = open.into_iter().map(|open| (open.key, open)).collect();
    moves::lock_risk_points(&mut *connection, &about_to_warn(&stirred, &open)).await?;
    let mut then = Consequences::default();
    for standing in stirred {
        let told = open.remove(&standing.key());
        one(&mut *connection, now, standing, told, &mut then).await?;
    }
    then.settle(connection).await
}

/// Risk points where a warning may be raised now.
fn about_to_warn(stirred: &[&Standing], open: &HashMap<Key, Open>) -> Vec<RiskPointId> {
    stirred
        .iter()
        .filter(|standing| standing.watch.level().is_some() && !open.contains_key(&standing.key()))
        .filter_map(|standing| standing.watched.stream.risk_point.as_ref().map(|(id, _)| *id))
        .collect()
}

/// One rule on one series.
async fn one(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    standing: &Standing,
    told: Option<Open>,
    then: &mut Consequences,
) -> Result<(), Error> {
    let mut over = standing.episodes().to_vec();
    let mut told = told;
    // What was told of belongs to the first episode that ends after it began; if that one has ended, so has the warning.
    if let Some(open) = told.take_if(|open| standing.watch.level().is_none() || ended(open, &over).is_some())
    {
        let episode = ended(&open, &over).map(|at| over.remove(at));
        then.clear(now, standing, &open, episode);
        // Its row is cleared before another of the same rule and series may be raised.
        then.write_cleared(&mut *connection).await?;
    }
    for episode in &over {
        record(&mut *connection, now, standing, episode, then).await?;
    }
    match (standing.watch.level(), told) {
        (Some(level), Some(open)) => then.follow(&mut *connection, now, standing, open, level).await,
        (Some(level), None) => raise(connection, now, standing, level, then).await,
        (None, _) => Ok(()),
    }
}

/// Which of the episodes that ended is the one an open warning tells of.
fn ended(open: &Open, over: &[Episode]) -> Option<usize> {
    over.iter().position(|episode| episode.cleared_at > open.raised_at)
}

/// How a warning of this level stands.
fn stand(standing: &Standing, level: Level) -> Option<Stand> {
    let (watch, stream) = (&standing.watch, &standing.watched.stream);
    let (value, value_at) = (watch.last_value?, watch.last_at?);
    Some(Stand {
        level,
        worst: watch.worst.unwrap_or(level),
        raised_at: watch.raised_at.unwrap_or(value_at),
        title: standing.ruling.title_for(&stream.point, value, stream.decimals),
        before: standing.before,
        value,
        value_at,
        threshold: threshold(standing, level),
    })
}

fn threshold(standing: &Standing, level: Level) -> f64 {
    standing.ruling.rule.band(level).map_or(0.0, |band| band.raise)
}

/// How a warning stood whose episode is over: titled by the value furthest on the dangerous side.
fn stood(standing: &Standing, episode: &Episode) -> Stand {
    let stream = &standing.watched.stream;
    Stand {
        level: episode.worst,
        worst: episode.worst,
        raised_at: episode.raised_at,
        title: standing.ruling.title_for(&stream.point, episode.peak, stream.decimals),
        before: None,
        value: standing.watch.last_value.unwrap_or(episode.peak),
        value_at: standing.watch.last_at.unwrap_or(episode.cleared_at),
        threshold: threshold(standing, episode.worst),
    }
}

fn entry(standing: &Standing, verb: Verb, now: DateTime<Utc>, warning: WarningId, title: Name) -> Entry {
    let by = Name::new("预警规则", "Warning rule");
    Entry::by_system(standing.watched.stream.path.clone(), by, verb, now).on("warning", warning.0, title)
}

async fn raise(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    standing: &Standing,
    level: Level,
    then: &mut Consequences,
) -> Result<(), Error> {
    let Some(stand) = stand(standing, level) else { return Ok(()) };
    let stream = &standing.watched.stream;
    let opened = opening::open(&mut *connection, now, standing, &stand).await?;
    let event = opened.event();
    let id = moves::raise(connection, standing.ruling.id, stream, &stand, Some(event)).await?;
    then.entries.push(
        entry(standing, Verb::WarningRaised, now, id, stand.title).of_event(event).moved("", level.as_str()),
    );
    then.announced.push((Topic::Warnings, id.0, vec![stream.path.clone()]));
    then.raised += 1;
    then.announced.extend(opened.announced());
    then.entries.extend(opened.entry(now));
    Ok(())
}

/// Writes down an episode that nobody was told of while it lasted: no case is opened on it.
async fn record(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    standing: &Standing,
    episode: &Episode,
    then: &mut Consequences,
) -> Result<(), Error> {
    let stood = stood(standing, episode);
    let stream = &standing.watched.stream;
    let id = moves::record(connection, standing.ruling.id, stream, &stood, episode.cleared_at).await?;
    if let Some(id) = id {
        let title = stood.title;
        then.entries.push(
            entry(standing, Verb::WarningRaised, now, id, title.clone()).moved("", episode.worst.as_str()),
        );
        then.entries.push(
            entry(standing, Verb::WarningCleared, now, id, title)
                .moved(WarningState::Raised.as_str(), WarningState::Cleared.as_str()),
        );
        then.announced.push((Topic::Warnings, id.0, vec![stream.path.clone()]));
    }
    Ok(())
}

impl Consequences {
    fn clear(&mut self, now: DateTime<Utc>, standing: &Standing, open: &Open, episode: Option<Episode>) {
        // A late reading may have shown that it never was: then it was over when that became known.
        let last_at = standing.watch.last_at.unwrap_or(now);
        let episode = episode.unwrap_or(Episode {
            raised_at: open.raised_at,
            worst: open.level,
            peak: standing.watch.last_value.unwrap_or_default(),
            cleared_at: last_at.max(open.raised_at),
        });
        let stood = stood(standing, &episode);
        self.entries.push(
            entry(standing, Verb::WarningCleared, now, open.id, stood.title.clone())
                .of_event(open.event)
                .moved(open.state.as_str(), WarningState::Cleared.as_str()),
        );
        self.announced.push((Topic::Warnings, open.id.0, vec![standing.watched.stream.path.clone()]));
        self.clear.push((open.id, stood, episode.cleared_at));
    }

    async fn write_cleared(&mut self, connection: &mut PgConnection) -> Result<(), Error> {
        let over = std::mem::take(&mut self.clear);
        Ok(moves::clear(connection, &over).await?)
    }

    async fn follow(
        &mut self,
        connection: &mut PgConnection,
        now: DateTime<Utc>,
        standing: &Standing,
        open: Open,
        level: Level,
    ) -> Result<(), Error> {
        let Some(stand) = stand(standing, level) else { return Ok(()) };
        if level != open.level {
            self.entries.push(
                entry(standing, Verb::WarningEscalated, now, open.id, stand.title.clone())
                    .of_event(open.event)
                    .moved(open.level.as_str(), level.as_str()),
            );
            self.announced.push((Topic::Warnings, open.id.0, vec![standing.watched.stream.path.clone()]));
            if let Some(event) = open.event {
                self.raise_event(connection, event, level).await?;
            }
        }
        self.follow.push((open.id, stand));
        Ok(())
    }

    async fn raise_event(
        &mut self,
        connection: &mut PgConnection,
        event: EventId,
        level: Level,
    ) -> Result<(), Error> {
        if let Some(paths) = moves::raise_event(connection, event, level).await? {
            self.announced.push((Topic::Events, event.0, paths));
        }
        Ok(())
    }

    /// Writes what was put off, logs and announces. The log comes last but one: districts queue in it.
    async fn settle(self, connection: &mut PgConnection) -> Result<u64, Error> {
        if !self.follow.is_empty() {
            moves::follow(&mut *connection, &self.follow).await?;
        }
        for (topic, row, paths) in self.announced {
            let paths: Vec<&CentrePath> = paths.iter().collect();
            live::announce(&mut *connection, topic, row, &paths).await?;
        }
        audit::append_all(connection, self.entries).await?;
        Ok(self.raised)
    }
}
