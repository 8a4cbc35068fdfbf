//! From a number to a verdict: threshold rules and the machine that raises and clears.
//!
//! Each level of a rule is watched on its own: it turns on when the value has been beyond `raise` for the rule's
//! raise time, and off when it has been back behind `clear` for its clear time. The rule's level is the worst that is on.
//! The machine is a fold over readings in time order, so replaying the same readings ends in the same state.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::warnings::Level;

text_enum! {
    /// On which side of a threshold danger lies.
    Direction { Above = "above", Below = "below" }
}

/// The thresholds of one level, in the unit of the quantity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The level.
    pub level: Level,
    /// Reaching this value raises.
    pub raise: f64,
    /// Coming back behind this value clears. On the safe side of `raise`, or equal to it.
    pub clear: f64,
}

/// When a quantity is a danger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Where danger lies.
    pub direction: Direction,
    /// One band a level, in any order.
    pub bands: Vec<Band>,
    /// How long a value must be beyond `raise`, in seconds.
    pub for_raise_s: i64,
    /// How long a value must be back behind `clear`, in seconds.
    pub for_clear_s: i64,
    /// Data older than this is stale, in seconds.
    pub stale_after_s: i64,
}

/// How one level stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelWatch {
    /// The level.
    pub level: Level,
    /// Turned on.
    pub on: bool,
    /// Since when the value has asked for the other position without a break.
    pub since: Option<DateTime<Utc>>,
}

/// What the machine remembers of one rule on one datastream.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Watch {
    /// Levels seen so far.
    pub levels: Vec<LevelWatch>,
    /// Time of the last reading folded in.
    pub last_at: Option<DateTime<Utc>>,
    /// Its value.
    pub last_value: Option<f64>,
    /// Since when a level has been on without a break.
    #[serde(default)]
    pub raised_at: Option<DateTime<Utc>>,
    /// The worst level since then.
    #[serde(default)]
    pub worst: Option<Level>,
    /// The value furthest on the dangerous side since then.
    #[serde(default)]
    pub peak: Option<f64>,
}

/// A time during which a level was on, from the first that turned on to the last that turned off.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Episode {
    /// When the first level turned on.
    pub raised_at: DateTime<Utc>,
    /// The worst level during it.
    pub worst: Level,
    /// The value furthest on the dangerous side during it.
    pub peak: f64,
    /// When the last level turned off.
    pub cleared_at: DateTime<Utc>,
}

/// What a run of readings did to a watch.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fold {
    /// The watch after each reading that moved a level or its clock. Between two of them nothing but the latest value
    /// changed, so a late reading is replayed from the last of these before it.
    pub steps: Vec<Watch>,
    /// Episodes that ended.
    pub episodes: Vec<Episode>,
}

/// What a watch says at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was ever read, or not for longer than the rule allows.
    NoData,
    /// No level is on and none is coming.
    Normal,
    /// A level is asked for, not yet long enough.
    Pending(Level),
    /// This level is on.
    Raised(Level),
    /// This level is on, and the value has been back behind its clear value for a while.
    Recovering(Level),
}

impl Direction {
    /// The value that lies further on the dangerous side.
    #[must_use]
    pub fn worse(self, one: f64, other: f64) -> f64 {
        match self {
            Self::Above => one.max(other),
            Self::Below => one.min(other),
        }
    }

    /// Whether a value has reached a limit from the safe side.
    #[must_use]
    pub fn reaches(self, value: f64, limit: f64) -> bool {
        match self {
            Self::Above => value >= limit,
            Self::Below => value <= limit,
        }
    }

    /// The worst level whose raise value is reached, without memory or duration: for signs that are shown, not watched.
    #[must_use]
    pub fn level_of(self, bands: &[Band], value: f64) -> Option<Level> {
        bands.iter().filter(|band| self.reaches(value, band.raise)).map(|band| band.level).max()
    }
}

impl Rule {
    fn beyond(&self, value: f64, limit: f64) -> bool {
        self.direction.reaches(value, limit)
    }

    fn behind(&self, value: f64, limit: f64) -> bool {
        match self.direction {
            Direction::Above => value < limit,
            Direction::Below => value > limit,
        }
    }

    /// The band of a level.
    #[must_use]
    pub fn band(&self, level: Level) -> Option<&Band> {
        self.bands.iter().find(|band| band.level == level)
    }
}

impl Watch {
    /// The worst level that is on.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.levels.iter().filter(|l| l.on).map(|l| l.level).max()
    }

    /// Folds in readings in time order, and says what they did.
    pub fn fold(&mut self, rule: &Rule, readings: impl IntoIterator<Item = (DateTime<Utc>, f64)>) -> Fold {
        let mut fold = Fold::default();
        for (at, value) in readings {
            let before = self.clone();
            fold.episodes.extend(self.step(rule, at, value));
            if !self.stands_as(&before) {
                fold.steps.push(self.clone());
            }
        }
        fold
    }

    /// Whether every level stands alike in both; one that was never seen stands as one that is off.
    #[must_use]
    pub fn stands_as(&self, other: &Self) -> bool {
        let stand = |watch: &Self, level| {
            watch.levels.iter().find(|l| l.level == level).map_or((false, None), |l| (l.on, l.since))
        };
        Level::ALL.iter().all(|level| stand(self, *level) == stand(other, *level))
    }

    /// Folds in one reading; gives the episode that it ended. A reading not later than the last changes nothing: replay
    /// from before it instead.
    pub fn step(&mut self, rule: &Rule, at: DateTime<Utc>, value: f64) -> Option<Episode> {
        if self.last_at.is_some_and(|last| at <= last) {
            return None;
        }
        let before = std::mem::take(&mut self.levels);
        self.levels = rule
            .bands
            .iter()
            .map(|band| {
                let known = before.iter().find(|l| l.level == band.level);
                let mut watch =
                    known.copied().unwrap_or(LevelWatch { level: band.level, on: false, since: None });
                let (asks, hold_s) = if watch.on {
                    (rule.behind(value, band.clear), rule.for_clear_s)
                } else {
                    (rule.beyond(value, band.raise), rule.for_raise_s)
                };
                watch.since = asks.then(|| watch.since.unwrap_or(at));
                if watch.since.is_some_and(|since| (at - since).num_seconds() >= hold_s) {
                    watch.on = !watch.on;
                    watch.since = None;
                }
                watch
            })
            .collect();
        self.last_at = Some(at);
        self.last_value = Some(value);
        let Some(level) = self.level() else {
            let over = (self.raised_at.take(), self.worst.take(), self.peak.take());
            let (Some(raised_at), Some(worst), Some(peak)) = over else { return None };
            return Some(Episode { raised_at, worst, peak, cleared_at: at });
        };
        self.raised_at = self.raised_at.or(Some(at));
        self.worst = self.worst.max(Some(level));
        self.peak = Some(self.peak.map_or(value, |peak| rule.direction.worse(peak, value)));
        None
    }

    /// What the watch says at `now`.
    #[must_use]
    pub fn standing(&self, rule: &Rule, now: DateTime<Utc>) -> Standing {
        let Some(last) = self.last_at else { return Standing::NoData };
        if (now - last).num_seconds() > rule.stale_after_s {
            return Standing::NoData;
        }
        let asked = self.levels.iter().filter(|l| !l.on && l.since.is_some()).map(|l| l.level).max();
        match (self.level(), asked) {
            (Some(on), _) => {
                let leaving = self.levels.iter().any(|l| l.level == on && l.since.is_some());
                if leaving { Standing::Recovering(on) } else { Standing::Raised(on) }
            }
            (None, Some(level)) => Standing::Pending(level),
            (None, None) => Standing::Normal,
        }
    }
}

#[cfg(test)]
mod tests;
