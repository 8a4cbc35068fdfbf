//! Rules of supervision: by the order's level, from which lateness on a part is urged, yellow, red.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::assignments::Supervision;
use crate::centres::CentreTag;
use crate::warnings::Level;
use crate::{Refusal, Remedy};

/// Percent of its time limit after which a part may be pressed first: pressure is for what is late.
const SHARE_LEAST: i32 = 100;
/// Percent that may be written.
const SHARE_MOST: i32 = 1000;
/// Minutes past the limit that may be written: thirty days.
const PAST_MOST: i32 = 43_200;

/// A lateness: past a share of the time limit or past so many minutes after it, whatever comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// Percent of the time limit, 100 or more.
    pub share: Option<i32>,
    /// Minutes past the time limit.
    pub past_min: Option<i32>,
}

impl Threshold {
    /// A threshold as a form writes it; at least one of the two must be there.
    ///
    /// # Errors
    /// `Field` of `field`.
    pub fn read(field: &str, share: &str, past_min: &str) -> Result<Self, Refusal> {
        let number = |text: &str, least: i32, most: i32| match text.trim() {
            "" => Ok(None),
            text => {
                let number = text.parse().map_err(|_| Refusal::field(field, Remedy::NotANumber))?;
                let range = Remedy::OutOfRange { min: least.into(), max: most.into() };
                if (least..=most).contains(&number) {
                    Ok(Some(number))
                } else {
                    Err(Refusal::field(field, range))
                }
            }
        };
        let (share, past_min) = (number(share, SHARE_LEAST, SHARE_MOST)?, number(past_min, 0, PAST_MOST)?);
        if share.is_none() && past_min.is_none() {
            return Err(Refusal::field(field, Remedy::Required));
        }
        Ok(Self { share, past_min })
    }

    /// The moment after which it is reached.
    #[must_use]
    pub fn moment(self, issued: DateTime<Utc>, due: DateTime<Utc>) -> DateTime<Utc> {
        let limit_ms = (due - issued).num_milliseconds();
        let share =
            self.share.map(|share| issued + Duration::milliseconds(limit_ms * i64::from(share) / 100));
        let past = self.past_min.map(|minutes| due + Duration::minutes(minutes.into()));
        [share, past].into_iter().flatten().min().unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// Whether it is reached no later than another, whatever the time limit is.
    #[must_use]
    pub fn no_milder_than(self, other: Self) -> bool {
        let at_most = |mine: Option<i32>, most: i32| mine.is_some_and(|mine| mine <= most);
        // A short limit's share is over before a number of minutes is, unless it is not so even for the shortest, a minute; a
        // long limit's share comes after.
        let share = other.share.is_none_or(|share| {
            at_most(self.past_min, (share - SHARE_LEAST) / 100) || at_most(self.share, share)
        });
        let past = other
            .past_min
            .is_none_or(|past| at_most(self.past_min, past) || at_most(self.share, SHARE_LEAST));
        share && past
    }
}

/// The rule for orders of one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelRule {
    /// The orders' level.
    pub level: Level,
    /// Urged from here on.
    pub urged: Threshold,
    /// A yellow card from here on.
    pub yellow: Threshold,
    /// A red card from here on.
    pub red: Threshold,
}

impl LevelRule {
    /// What the pressure on an owed part must be by this rule.
    #[must_use]
    pub fn asks(&self, issued: DateTime<Utc>, due: DateTime<Utc>, now: DateTime<Utc>) -> Supervision {
        let reached = |threshold: Threshold| now > threshold.moment(issued, due);
        if reached(self.red) {
            Supervision::Red
        } else if reached(self.yellow) {
            Supervision::Yellow
        } else if reached(self.urged) {
            Supervision::Urged
        } else {
            Supervision::None
        }
    }

    /// Whether each of its steps comes no later than another rule's.
    #[must_use]
    pub fn no_milder_than(&self, other: &Self) -> bool {
        let pairs = [(self.urged, other.urged), (self.yellow, other.yellow), (self.red, other.red)];
        pairs.into_iter().all(|(mine, theirs)| mine.no_milder_than(theirs))
    }
}

/// A rule for every level, one each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet(pub Vec<LevelRule>);

impl RuleSet {
    /// The rule for orders of a level.
    #[must_use]
    pub fn of(&self, level: Level) -> Option<&LevelRule> {
        self.0.iter().find(|rule| rule.level == level)
    }

    /// Reads what a form says: every level once, no card before what it raises.
    ///
    /// # Errors
    /// `Field`, named by level and step, e.g. `red_yellow`; `level` when one is missing or there twice.
    pub fn read(lines: &[RuleLine]) -> Result<Self, Refusal> {
        let mut rules = Vec::new();
        for level in Level::ALL.iter().copied() {
            let mut of_level = lines.iter().filter(|line| line.level == level);
            let (Some(line), None) = (of_level.next(), of_level.next()) else {
                return Err(Refusal::field("level", Remedy::Required));
            };
            rules.push(line.read()?);
        }
        Ok(Self(rules))
    }

    /// Refuses what is milder than the rules above.
    ///
    /// # Errors
    /// `Field` of the first step that comes later than above.
    pub fn no_milder_than(&self, above: &Self) -> Result<(), Refusal> {
        for rule in &self.0 {
            let Some(theirs) = above.of(rule.level) else { continue };
            let steps = [
                ("urged", rule.urged, theirs.urged),
                ("yellow", rule.yellow, theirs.yellow),
                ("red", rule.red, theirs.red),
            ];
            for (step, mine, theirs) in steps {
                if !mine.no_milder_than(theirs) {
                    return Err(Refusal::field(field(rule.level, step), Remedy::Milder));
                }
            }
        }
        Ok(())
    }
}

fn field(level: Level, step: &str) -> String {
    [level.as_str(), "_", step].concat()
}

/// One level's rule as a form writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "each field is the share in percent or the minutes past of the step it is named after"
)]
pub struct RuleLine {
    pub level: Level,
    #[serde(default)]
    pub urged_share: String,
    #[serde(default)]
    pub urged_past: String,
    #[serde(default)]
    pub yellow_share: String,
    #[serde(default)]
    pub yellow_past: String,
    #[serde(default)]
    pub red_share: String,
    #[serde(default)]
    pub red_past: String,
}

impl RuleLine {
    fn read(&self) -> Result<LevelRule, Refusal> {
        let read = |step, share, past| Threshold::read(&field(self.level, step), share, past);
        let rule = LevelRule {
            level: self.level,
            urged: read("urged", &self.urged_share, &self.urged_past)?,
            yellow: read("yellow", &self.yellow_share, &self.yellow_past)?,
            red: read("red", &self.red_share, &self.red_past)?,
        };
        if !rule.urged.no_milder_than(rule.yellow) {
            return Err(Refusal::field(field(self.level, "yellow"), Remedy::BeforeTheStepBelow));
        }
        if !rule.yellow.no_milder_than(rule.red) {
            return Err(Refusal::field(field(self.level, "red"), Remedy::BeforeTheStepBelow));
        }
        Ok(rule)
    }
}

/// A version of a centre's rules. Versions are never altered: a change is a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleVersion {
    /// Its number; 0 is what a city begins with.
    pub version: i32,
    /// From when it holds.
    pub valid_from: DateTime<Utc>,
    /// Why it was made.
    pub note: String,
    /// Who made it; empty for what a city begins with.
    pub who: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The rules.
    pub rules: RuleSet,
}

/// A centre's rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RulesPage {
    /// The city or a district.
    pub centre: CentreTag,
    /// The version in force; none for a district that has none of its own.
    pub in_force: Option<RuleVersion>,
    /// The city's version in force, for a district: it holds there too, and what comes first presses.
    pub above: Option<RuleVersion>,
    /// Every version, latest first.
    pub versions: Vec<RuleVersion>,
    /// The actor may make a new version.
    pub may_change: bool,
}

/// A new version of a centre's rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewRules {
    /// Centre code; empty for the actor's own.
    pub centre: String,
    /// Day from which it holds, e.g. `2026-12-01`; today means from now on.
    pub day: String,
    /// Why, at most 500 characters.
    pub note: String,
    /// One line a level.
    pub lines: Vec<RuleLine>,
}
