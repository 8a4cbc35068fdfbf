//! A case's two clocks, for the present step and for the whole case, after the limits of its category (GB/T 30428.2).

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::WorkCalendar;
use crate::events::EventState;
use crate::time::{Lamp, counted, due_at, lamp, later};

text_enum! {
    /// What a step's limit is for.
    Step {
        Accept = "accept", Register = "register", Dispatch = "dispatch", Handle = "handle", Verify = "verify",
        Close = "close",
    }
}

impl Step {
    /// The step that a case in this state is in; none when nothing is asked of anybody.
    #[must_use]
    pub const fn of(state: EventState) -> Option<Self> {
        use EventState as S;
        match state {
            S::Reported => Some(Self::Accept),
            S::Accepted => Some(Self::Register),
            S::Registered | S::Returned => Some(Self::Dispatch),
            S::Dispatched | S::Handling => Some(Self::Handle),
            S::HandledBack => Some(Self::Verify),
            S::Verified => Some(Self::Close),
            S::Closed | S::Rejected | S::Suspended | S::Merged | S::Void => None,
        }
    }

    /// The field of a form that says its limit.
    #[must_use]
    pub const fn limit_field(self) -> &'static str {
        match self {
            Self::Accept => "accept_min",
            Self::Register => "register_min",
            Self::Dispatch => "dispatch_min",
            Self::Handle => "handle_min",
            Self::Verify => "verify_min",
            Self::Close => "close_min",
        }
    }
}

/// How long each step of a category may take, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is the limit of the step it is named after")]
pub struct Limits {
    pub accept_min: i64,
    pub register_min: i64,
    pub dispatch_min: i64,
    pub handle_min: i64,
    pub verify_min: i64,
    pub close_min: i64,
    /// They count office hours only.
    pub working: bool,
}

impl Limits {
    /// Minutes for one step.
    #[must_use]
    pub const fn of(&self, step: Step) -> i64 {
        match step {
            Step::Accept => self.accept_min,
            Step::Register => self.register_min,
            Step::Dispatch => self.dispatch_min,
            Step::Handle => self.handle_min,
            Step::Verify => self.verify_min,
            Step::Close => self.close_min,
        }
    }

    /// Minutes for the whole case: those of its steps together, so that a case whose every step was in time is in time.
    #[must_use]
    pub fn whole(&self) -> i64 {
        Step::ALL.iter().map(|step| self.of(*step)).sum()
    }
}

/// Where both clocks of a case stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// When the case was reported.
    pub started_at: DateTime<Utc>,
    /// When the whole case is due.
    pub due_at: DateTime<Utc>,
    /// When the present step began.
    pub step_started_at: DateTime<Utc>,
    /// When the present step is due; none once nothing is asked of anybody.
    pub step_due_at: Option<DateTime<Utc>>,
    /// Since when both stand still, if they do.
    pub stopped_at: Option<DateTime<Utc>>,
}

impl Clocks {
    /// The clocks of a case that begins in this state.
    #[must_use]
    pub fn start(state: EventState, now: DateTime<Utc>, limits: &Limits, calendar: &WorkCalendar) -> Self {
        let due = |minutes| due_at(now, minutes, limits.working, calendar);
        Self {
            started_at: now,
            due_at: due(limits.whole()),
            step_started_at: now,
            step_due_at: Step::of(state).map(|step| due(limits.of(step))),
            stopped_at: None,
        }
    }

    /// The clocks after a move. Suspension and merging stop both, and whoever resumes or takes apart finds as much time left as
    /// there was; a new step begins its own limit, within the same step its clock runs on.
    #[must_use]
    pub fn moved(
        self,
        from: EventState,
        to: EventState,
        now: DateTime<Utc>,
        limits: &Limits,
        calendar: &WorkCalendar,
    ) -> Self {
        if to.rests() {
            return Self { stopped_at: Some(now), ..self };
        }
        if let (true, Some(stopped)) = (from.rests(), self.stopped_at) {
            let stood = counted(stopped, now, limits.working, calendar);
            return Self { stopped_at: None, ..self.put_off(stood, limits, calendar) };
        }
        match Step::of(to) {
            None => Self { step_due_at: None, ..self },
            same if same == Step::of(from) => self,
            Some(step) => Self {
                step_started_at: now,
                step_due_at: Some(due_at(now, limits.of(step), limits.working, calendar)),
                ..self
            },
        }
    }

    /// The clocks with so many more minutes for the step and the case.
    #[must_use]
    pub fn extended(self, minutes: i64, limits: &Limits, calendar: &WorkCalendar) -> Self {
        self.put_off(Duration::minutes(minutes), limits, calendar)
    }

    fn put_off(self, span: Duration, limits: &Limits, calendar: &WorkCalendar) -> Self {
        // No time at all would still move a limit that ends at closing time to the next opening.
        if span.is_zero() {
            return self;
        }
        let put_off = |due| later(due, span, limits.working, calendar);
        Self { due_at: put_off(self.due_at), step_due_at: self.step_due_at.map(put_off), ..self }
    }

    /// The lamp of the whole case, while it is open.
    #[must_use]
    pub fn case_lamp(&self, now: DateTime<Utc>) -> Lamp {
        lamp(self.started_at, self.due_at, self.stopped_at.unwrap_or(now))
    }

    /// The lamp of the present step, while the case is open.
    #[must_use]
    pub fn step_lamp(&self, now: DateTime<Utc>) -> Lamp {
        let now = self.stopped_at.unwrap_or(now);
        self.step_due_at.map_or(Lamp::Green, |due| lamp(self.step_started_at, due, now))
    }
}
