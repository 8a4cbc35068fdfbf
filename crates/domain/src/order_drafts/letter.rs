//! What an order says: title, text, level, deadline and what must come back.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::WorkCalendar;
use crate::refusal::optional_text;
use crate::time::{due_at, from_city};
use crate::warnings::Level;
use crate::{Refusal, Remedy};

/// The longest limit: a year, in minutes.
const LONGEST_MIN: i64 = 525_600;
/// Characters of a unit.
const UNIT_CHARS: u32 = 20;

text_enum! {
    /// How a deadline is given.
    DeadlineKind {
        /// Minutes from the moment it is sent.
        Minutes = "minutes",
        /// Minutes of office hours from then.
        Working = "working",
        /// A moment in the city's time, `2026-11-25T18:00`.
        At = "at",
    }
}

/// What must come back before a recipient may report it done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box of its own on the form")]
pub struct Receipts {
    /// Some words.
    pub text: bool,
    /// A photo.
    pub photo: bool,
    /// A number in this unit; empty for none.
    pub unit: String,
    /// A file.
    pub file: bool,
    /// A signature, written on screen.
    pub signature: bool,
}

impl Receipts {
    /// Whether nothing must come back.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        !self.text && !self.photo && !self.file && !self.signature && self.unit.is_empty()
    }
}

/// What is written, as a form says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letter {
    /// What is ordered; at most 200 characters.
    pub title: String,
    /// The text; at most 2,000 characters.
    pub text: String,
    /// Level.
    pub level: Level,
    /// How the deadline is given.
    pub deadline_kind: DeadlineKind,
    /// The deadline: minutes, or a moment in the city's time.
    pub deadline: String,
    /// What must come back.
    pub receipts: Receipts,
}

impl Default for Letter {
    fn default() -> Self {
        Self {
            title: String::new(),
            text: String::new(),
            level: Level::Yellow,
            deadline_kind: DeadlineKind::Minutes,
            deadline: "60".to_owned(),
            receipts: Receipts::default(),
        }
    }
}

impl Letter {
    /// A template taken over: it says how urgent, until when and what must come back. What was written already stays,
    /// with the template's text below it; the same template twice adds nothing.
    #[must_use]
    pub fn taking_over(self, template: &Self) -> Self {
        let (mine, theirs) = (self.text.trim_end(), template.text.trim());
        let text = match (mine.is_empty(), mine.contains(theirs)) {
            (true, _) => template.text.clone(),
            (false, true) => mine.to_owned(),
            (false, false) => [mine, theirs].join("\n\n"),
        };
        let title = if self.title.trim().is_empty() { template.title.clone() } else { self.title };
        Self { title, text, ..template.clone() }
    }

    /// When it is due if it is sent now.
    ///
    /// # Errors
    /// `Field` when it is no number, too far away or in the past.
    pub fn due_at(&self, now: DateTime<Utc>, calendar: &WorkCalendar) -> Result<DateTime<Utc>, Refusal> {
        due(self.deadline_kind, &self.deadline, now, calendar)
    }

    /// What must come back, checked.
    ///
    /// # Errors
    /// `Field` when the unit is too long.
    pub fn receipts(&self) -> Result<Receipts, Refusal> {
        let unit = optional_text("unit", &self.receipts.unit, UNIT_CHARS)?;
        Ok(Receipts { unit, ..self.receipts })
    }
}

/// When something is due that is given in one of the three ways.
///
/// # Errors
/// `Field` when it is no number, too far away or in the past.
pub fn due(
    kind: DeadlineKind,
    text: &str,
    now: DateTime<Utc>,
    calendar: &WorkCalendar,
) -> Result<DateTime<Utc>, Refusal> {
    let (text, far) = (text.trim(), now + Duration::minutes(LONGEST_MIN));
    if text.is_empty() {
        return Err(Refusal::field("deadline", Remedy::Required));
    }
    if kind == DeadlineKind::At {
        // A browser leaves the seconds out.
        let moment = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
            .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
            .map_err(|_| Refusal::unknown("deadline", text))?;
        let at = from_city(moment);
        if at <= now {
            return Err(Refusal::field("deadline", Remedy::InThePast));
        }
        return if at > far { Err(too_far()) } else { Ok(at) };
    }
    let minutes: i64 = text.parse().map_err(|_| Refusal::field("deadline", Remedy::NotANumber))?;
    if !(1..=LONGEST_MIN).contains(&minutes) {
        return Err(too_far());
    }
    Ok(due_at(now, minutes, kind == DeadlineKind::Working, calendar))
}

fn too_far() -> Refusal {
    // Exact: a year of minutes is far below 2^53.
    Refusal::field("deadline", Remedy::OutOfRange { min: 1.0, max: 525_600.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_taken_over_loses_nothing_that_was_written() {
        let template = Letter {
            title: "防汛".into(),
            text: "巡查下穿道。".into(),
            level: Level::Red,
            ..Letter::default()
        };
        assert_eq!(Letter::default().taking_over(&template), template);
        let mine =
            Letter { title: "今夜".into(), text: "水已到 20 cm。\n".into(), ..Letter::default() };
        let once = mine.taking_over(&template);
        assert_eq!((once.title.as_str(), once.level), ("今夜", Level::Red));
        assert_eq!(once.text, "水已到 20 cm。\n\n巡查下穿道。");
        assert_eq!(once.clone().taking_over(&template), once);
    }

    #[test]
    fn a_deadline_is_minutes_office_minutes_or_a_moment_of_the_city() {
        // Friday 17:30 in the city.
        let now: DateTime<Utc> = "2026-11-20T09:30:00Z".parse().expect("a test's own time");
        let due = |kind, text: &str| {
            Letter { deadline_kind: kind, deadline: text.into(), ..Letter::default() }
                .due_at(now, &WorkCalendar::default())
        };
        let at = |text: &str| Ok(text.parse::<DateTime<Utc>>().expect("a test's own time"));
        assert_eq!(due(DeadlineKind::Minutes, "90"), at("2026-11-20T11:00:00Z"));
        assert_eq!(due(DeadlineKind::Working, "90"), at("2026-11-23T02:00:00Z"));
        assert_eq!(due(DeadlineKind::At, "2026-11-20T20:00"), at("2026-11-20T12:00:00Z"));
        let field = |answer: Result<_, Refusal>| matches!(answer, Err(Refusal::Field { field, .. }) if field == "deadline");
        for (kind, text) in [
            (DeadlineKind::Minutes, ""),
            (DeadlineKind::Minutes, "soon"),
            (DeadlineKind::Minutes, "0"),
            (DeadlineKind::Working, "525601"),
            (DeadlineKind::At, "60"),
            (DeadlineKind::At, "2026-11-20T17:30"),
            (DeadlineKind::At, "2036-11-20T17:30"),
        ] {
            assert!(field(due(kind, text)), "{kind} {text}");
        }
    }
}
