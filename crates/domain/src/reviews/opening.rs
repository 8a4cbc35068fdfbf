//! Which closed cases are reviewed: rules are data, how each looks at a case is here.

use serde::{Deserialize, Serialize};

use crate::names::Name;
use crate::warnings::Level;

text_enum! {
    /// What a rule looks at.
    Trigger {
        /// The case's level.
        Level = "level",
        /// Something was lost.
        Loss = "loss",
        /// It was closed late.
        Late = "late",
        /// It was not the first of its kind at its place.
        Repeated = "repeated",
    }
}

/// A rule that opens reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewRule {
    /// Code.
    pub code: String,
    /// What it looks at.
    pub trigger: Trigger,
    /// Name.
    pub name: Name,
    /// From this level on.
    pub level: Option<Level>,
    /// So many cases of one category at one place,
    pub times: Option<i32>,
    /// within so many days.
    pub days: Option<i32>,
    /// It opens reviews now.
    pub in_force: bool,
}

/// A case at its closing, as rules see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseEnd {
    /// Level.
    pub level: Level,
    /// A loss was noted.
    pub loss: bool,
    /// It was closed after its time.
    pub late: bool,
}

impl ReviewRule {
    /// Whether it opens the review of a case. `alike` is how many cases of the category there were at the place within
    /// the rule's days, this one among them.
    #[must_use]
    pub fn fires(&self, case: CaseEnd, alike: i64) -> bool {
        self.in_force
            && match self.trigger {
                Trigger::Level => self.level.is_some_and(|level| case.level >= level),
                Trigger::Loss => case.loss,
                Trigger::Late => case.late,
                Trigger::Repeated => self.times.is_some_and(|times| alike >= i64::from(times)),
            }
    }
}

/// The first rule that opens the review of a case.
#[must_use]
pub fn opens(rules: &[(ReviewRule, i64)], case: CaseEnd) -> Option<&ReviewRule> {
    rules.iter().find(|(rule, alike)| rule.fires(case, *alike)).map(|(rule, _)| rule)
}
