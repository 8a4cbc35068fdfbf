//! A roster that comes as a file: each line judged, none believed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Holder, Settled, Span, Taken};
use crate::centres::CentreTag;
use crate::names::Name;
use crate::{Refusal, Remedy, RosterImportId};

/// Lines a roster may have: a month of a large centre, several times over.
pub const LINES_AT_MOST: usize = 2000;

/// A line as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number in the file, the head being 1.
    pub row: usize,
    /// The post's number.
    pub post: String,
    /// The holder's name, so that a wrong number is noticed.
    pub name: String,
    /// From when, city time.
    pub from: String,
    /// Until when, city time.
    pub to: String,
}

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// A new shift.
    New,
    /// The roster has this shift already.
    AlreadyThere,
    /// It cannot be; why, and which field.
    Wrong {
        /// The reason, a `Field`.
        refusal: Refusal,
    },
}

/// A line and what becomes of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// As it was sent.
    pub line: Line,
    /// Whose shift it would be.
    pub holder: Option<Holder>,
    /// When.
    pub span: Option<Span>,
    /// What becomes of it.
    pub fate: Fate,
}

/// A roster that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RosterImport {
    /// Identity.
    pub id: RosterImportId,
    /// Whose roster.
    pub centre: CentreTag,
    /// Who sent it.
    pub sent_by: String,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// When it was applied, if it was.
    pub applied_at: Option<DateTime<Utc>>,
    /// Its lines, as things are now.
    pub lines: Vec<Judged>,
}

impl RosterImport {
    /// New shifts, shifts already there, and wrong lines.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |is: fn(&Fate) -> bool| self.lines.iter().filter(|line| is(&line.fate)).count();
        (
            count(|fate| matches!(fate, Fate::New)),
            count(|fate| matches!(fate, Fate::AlreadyThere)),
            count(|fate| matches!(fate, Fate::Wrong { .. })),
        )
    }
}

/// Judges lines one after the other: each must fit what is settled and the lines before it.
#[must_use]
pub fn judge(lines: Vec<Line>, holders: &[Holder], mut settled: Settled, now: DateTime<Utc>) -> Vec<Judged> {
    let mut judged = Vec::with_capacity(lines.len());
    for line in lines {
        let (holder, span) = (holder_of(&line, holders), Span::of_shift(&line.from, &line.to));
        let fate = match (&holder, &span) {
            (Err(refusal), _) | (_, Err(refusal)) => Fate::Wrong { refusal: refusal.clone() },
            (Ok(holder), Ok(span)) => fate(holder, *span, &settled, now),
        };
        if let (Fate::New, Ok(holder), Ok(span)) = (&fate, &holder, &span) {
            let centre = Name::new("(本文件)", "(in this file)");
            settled.shifts.push(Taken { person: holder.person, post: holder.post, span: *span, centre });
        }
        judged.push(Judged { line, holder: holder.ok().cloned(), span: span.ok(), fate });
    }
    judged
}

fn fate(holder: &Holder, span: Span, settled: &Settled, now: DateTime<Utc>) -> Fate {
    let same = |taken: &Taken| (taken.post, taken.span) == (holder.post, span);
    if settled.shifts.iter().any(same) {
        return Fate::AlreadyThere;
    }
    let allowed = if span.to <= now {
        Err(Refusal::field("to", Remedy::InThePast))
    } else {
        settled.leaves_free(holder.person, span)
    };
    allowed.map_or_else(|refusal| Fate::Wrong { refusal }, |()| Fate::New)
}

fn holder_of<'a>(line: &Line, holders: &'a [Holder]) -> Result<&'a Holder, Refusal> {
    let given = |text: &str| text.chars().take(40).collect::<String>();
    if line.post.is_empty() {
        return Err(Refusal::field("post", Remedy::Required));
    }
    let holder = holders.iter().find(|holder| holder.post.to_string() == line.post);
    let holder = holder.ok_or_else(|| Refusal::unknown("post", given(&line.post)))?;
    if line.name == holder.name { Ok(holder) } else { Err(Refusal::unknown("name", given(&line.name))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonId, PostId};
    use chrono::Duration;
    use proptest::prelude::*;

    fn holder(n: i64) -> Holder {
        // Two posts of one person, and one of another.
        let person = PersonId(if n < 3 { 1 } else { 2 });
        Holder {
            post: PostId(n),
            person,
            name: format!("P{person}"),
            title: Name::default(),
            phone: String::new(),
        }
    }

    fn moment(hour: i64) -> DateTime<Utc> {
        "2026-11-01T00:00:00Z".parse::<DateTime<Utc>>().expect("a test's own time") + Duration::hours(hour)
    }

    fn line(row: usize, post: i64, from: i64, hours: i64) -> Line {
        let written = |hour| crate::time::in_city(moment(hour)).format("%Y-%m-%d %H:%M").to_string();
        Line {
            row,
            post: post.to_string(),
            name: holder(post).name,
            from: written(from),
            to: written(from + hours),
        }
    }

    proptest! {
        #[test]
        fn what_is_accepted_never_puts_one_person_in_two_places(
            shifts in prop::collection::vec((1_i64..4, 0_i64..200, 1_i64..30), 1..40),
            away in prop::collection::vec((0_i64..200, 1_i64..40), 0..3),
        ) {
            let holders: Vec<_> = (1..4).map(holder).collect();
            let away: Vec<_> = away.into_iter()
                .map(|(from, hours)| (PersonId(1), Span { from: moment(from), to: moment(from + hours) })).collect();
            let settled = Settled { shifts: Vec::new(), away: away.clone() };
            let lines: Vec<_> =
                shifts.iter().enumerate().map(|(row, (post, from, hours))| line(row, *post, *from, *hours)).collect();
            let judged = judge(lines.clone(), &holders, settled, moment(-100));
            let new = judged.iter().filter(|line| line.fate == Fate::New);
            let new: Vec<_> = new.filter_map(|line| Some((line.holder.clone()?, line.span?))).collect();
            for (n, (who, at)) in new.iter().enumerate() {
                for (other, then) in &new[n + 1..] {
                    prop_assert!(who.person != other.person || !at.overlaps(*then));
                }
                prop_assert!(who.person != PersonId(1) || away.iter().all(|(_, span)| !span.overlaps(*at)));
            }
            // Sent again, there is nothing new.
            let shifts = new.iter().map(|(who, at)| Taken { person: who.person, post: who.post, span: *at, centre: Name::default() }).collect();
            let again = judge(lines, &holders, Settled { shifts, away }, moment(-100));
            prop_assert!(again.iter().all(|line| line.fate != Fate::New));
        }
    }

    #[test]
    fn a_wrong_line_says_which_field() {
        let holders = [holder(1)];
        let told =
            |line: Line| match judge(vec![line], &holders, Settled::default(), moment(0)).remove(0).fate {
                Fate::Wrong { refusal: Refusal::Field { field, .. } } => field,
                other => panic!("{other:?}"),
            };
        assert_eq!(told(Line { post: "9".into(), ..line(2, 1, 5, 8) }), "post");
        assert_eq!(told(Line { name: "=cmd|' /C calc'!A0".into(), ..line(2, 1, 5, 8) }), "name");
        assert_eq!(told(Line { from: "tomorrow".into(), ..line(2, 1, 5, 8) }), "from");
        assert_eq!(told(line(2, 1, 5, -8)), "to");
        assert_eq!(told(line(2, 1, -50, 8)), "to");
        assert_eq!(told(line(2, 1, 5, 100)), "hours");
    }
}
