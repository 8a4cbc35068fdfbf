//! The threshold machine on its rows: folds new readings in, and replays from before a late one.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::DatastreamId;
use domain::risk::{Episode, Fold, Watch};
use store::rules::Ruling;
use store::watches::{self, Beginning, Key};
use store::{PgConnection, readings};

use crate::Error;
use crate::sensors::Watched;

/// New readings of one series, in order of time.
pub(crate) struct Series {
    /// The series and its rule.
    pub watched: Arc<Watched>,
    /// When and what, at least one.
    pub readings: Vec<(DateTime<Utc>, f64)>,
}

/// Where a rule stands on a series after new readings.
pub(crate) struct Standing {
    /// The series.
    pub watched: Arc<Watched>,
    /// The rule.
    pub ruling: Arc<Ruling>,
    /// The watch now.
    pub watch: Watch,
    /// What the readings did to it.
    pub fold: Fold,
    /// The value before the latest, if there was one.
    pub before: Option<f64>,
}

impl Standing {
    /// The rule on the series.
    pub fn key(&self) -> Key {
        (self.ruling.id, self.watched.stream.id)
    }

    /// The episodes that ended.
    pub fn episodes(&self) -> &[Episode] {
        &self.fold.episodes
    }
}

/// Folds new readings into the watches of their series. A reading older than the watch is replayed with all that follow it,
/// so that in whatever order readings come, the watch ends where it would have with all of them in order.
pub(crate) async fn fold(connection: &mut PgConnection, series: &[Series]) -> Result<Vec<Standing>, Error> {
    let watched: Vec<(&Series, &Arc<Ruling>, Key)> = series
        .iter()
        .filter_map(|series| {
            let ruling = series.watched.ruling.as_ref()?;
            Some((series, ruling, (ruling.id, series.watched.stream.id)))
        })
        .collect();
    if watched.is_empty() {
        return Ok(Vec::new());
    }
    let beginnings: Vec<Beginning> = watched
        .iter()
        .filter_map(|(series, _, key)| {
            let stream = &series.watched.stream;
            let at = series.readings.first()?.0;
            Some(Beginning { key: *key, district: stream.district, path: stream.path.clone(), at })
        })
        .collect();
    let mut known = watches::lock(&mut *connection, &beginnings).await?;
    let late: Vec<(Key, DateTime<Utc>)> = beginnings
        .iter()
        .filter(|b| known.get(&b.key).and_then(|w| w.last_at).is_some_and(|last| b.at <= last))
        .map(|b| (b.key, b.at))
        .collect();
    let replays = replays(&mut *connection, &late).await?;

    let mut standings = Vec::with_capacity(watched.len());
    for (series, ruling, key) in watched {
        let (mut watch, readings) = match replays.get(&key) {
            Some((from, readings)) => (from.clone(), readings),
            None => (known.remove(&key).unwrap_or_default(), &series.readings),
        };
        let before = readings.iter().rev().nth(1).map(|(_, value)| *value).or(watch.last_value);
        let fold = watch.fold(&ruling.rule, readings.iter().copied());
        let (watched, ruling) = (Arc::clone(&series.watched), Arc::clone(ruling));
        standings.push(Standing { watched, ruling, watch, fold, before });
    }
    let now: Vec<(Key, Watch)> = standings.iter().map(|s| (s.key(), s.watch.clone())).collect();
    let steps: Vec<(Key, Watch)> =
        standings.iter().flat_map(|s| s.fold.steps.iter().map(|step| (s.key(), step.clone()))).collect();
    watches::save(connection, &now, &steps).await?;
    Ok(standings)
}

/// For each watch with a late reading: where it stood before that, and everything measured from then on.
async fn replays(
    connection: &mut PgConnection,
    late: &[(Key, DateTime<Utc>)],
) -> Result<HashMap<Key, (Watch, Vec<(DateTime<Utc>, f64)>)>, Error> {
    if late.is_empty() {
        return Ok(HashMap::new());
    }
    let mut stood = watches::steps_before(&mut *connection, late).await?;
    watches::forget_steps_from(&mut *connection, late).await?;
    let from: Vec<(DatastreamId, DateTime<Utc>)> = late
        .iter()
        .map(|(key, at)| (key.1, stood.get(key).and_then(|watch| watch.last_at).unwrap_or(*at)))
        .collect();
    let mut measured: HashMap<DatastreamId, Vec<(DateTime<Utc>, f64)>> = HashMap::new();
    for (datastream, at, value) in readings::from_each(connection, &from).await? {
        measured.entry(datastream).or_default().push((at, value));
    }
    Ok(late
        .iter()
        .map(|(key, _)| {
            (*key, (stood.remove(key).unwrap_or_default(), measured.remove(&key.1).unwrap_or_default()))
        })
        .collect())
}
