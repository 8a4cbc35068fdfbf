//! Whatever people do and in whatever order, nothing leaves the allowed graph.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::assignments::{AssignmentMove, AssignmentState, Supervision};
use domain::events::{EventMove, EventState, Standing};
use domain::kpis::{Aim, KpiMove, KpiReportState, Light, Period, achieved, expected, light, typed_value};
use domain::supervision::{ExplanationMove, ExplanationState, LevelRule, Threshold};
use domain::time::{Lamp, lamp};
use domain::warnings::Level;
use proptest::prelude::*;
use proptest::sample::select;

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..4_000_000_000).prop_map(|s| DateTime::from_timestamp(s, 0).expect("within the calendar"))
}

/// The arrows of an assignment as DESIGN.md §5 draws them, written down a second time.
fn assignment_arrow(from: AssignmentState, to: AssignmentState) -> bool {
    use AssignmentState as S;
    let onward = [S::Issued, S::Delivered, S::Read, S::Accepted, S::Doing, S::Done, S::Approved];
    let place = |state| onward.iter().position(|s| *s == state);
    match (from, to) {
        (S::Done | S::Doing, S::Doing) | (S::SentBack, S::Issued) => true,
        (S::Approved | S::Recalled, _) => false,
        (_, S::Recalled) => true,
        (from, S::SentBack) => from.is_owed(),
        // Only what was done is verified, and only what was signed for is done.
        (from, S::Approved) => from == S::Done,
        (from, S::Done | S::Doing) => matches!(from, S::Accepted | S::Doing),
        (from, to) => place(from) < place(to),
    }
}

fn threshold() -> impl Strategy<Value = Threshold> {
    let (share, past) = (proptest::option::of(100_i32..=1000), proptest::option::of(0_i32..=3000));
    (share, past)
        .prop_filter("one of the two", |(share, past)| share.is_some() || past.is_some())
        .prop_map(|(share, past_min)| Threshold { share, past_min })
}

fn level_rule() -> impl Strategy<Value = LevelRule> {
    (select(Level::ALL), threshold(), threshold(), threshold())
        .prop_map(|(level, urged, yellow, red)| LevelRule { level, urged, yellow, red })
}

proptest! {
    #[test]
    fn an_assignment_keeps_to_its_arrows_and_its_end_is_the_end(
        moves in prop::collection::vec(select(AssignmentMove::ALL), 0..40),
    ) {
        let mut state = AssignmentState::Issued;
        for step in moves {
            let Ok(next) = state.after(step) else { continue };
            prop_assert!(assignment_arrow(state, next), "{state} --{step}--> {next}");
            prop_assert!(!state.is_final(), "{state} was the end, and {step} went on to {next}");
            // Nobody finishes for another: what the recipient ends, the issuer verifies.
            prop_assert_eq!(next == AssignmentState::Approved, step == AssignmentMove::Approve);
            state = next;
        }
    }

    #[test]
    fn an_event_never_closes_unverified_nor_opens_again(
        moves in prop::collection::vec(select(EventMove::ALL), 0..60),
    ) {
        let (mut state, mut before, mut verified) = (EventState::Reported, None, false);
        for step in moves {
            let Ok(next) = state.after(step, before) else { continue };
            let apart = (state, step) == (EventState::Merged, EventMove::Unmerge);
            prop_assert!(state.is_open() || apart, "{state} is over, and {step} went on to {next}");
            if next.rests() {
                before = Some(state);
            }
            if state.rests() {
                prop_assert_eq!(Some(next), before, "a case goes back to where it was");
            }
            verified = (verified || step == EventMove::Verify) && step != EventMove::Rework;
            prop_assert!(next != EventState::Closed || verified);
            prop_assert_eq!(next == EventState::Merged, step == EventMove::Merge);
            state = next;
        }
    }

    #[test]
    fn moves_offered_are_moves_that_work(state in select(EventState::ALL)) {
        for step in EventMove::ALL {
            prop_assert_eq!(state.moves().any(|m| m == *step), state.after(*step, None).is_ok());
        }
    }

    #[test]
    fn a_case_settles_where_its_orders_are(
        state in select(EventState::ALL),
        parts in 0_i64..5, reported in 0_i64..5, approved in 0_i64..5, started: bool,
    ) {
        prop_assume!(approved <= reported && reported <= parts);
        let standing = Standing { parts, reported, approved, started };
        let (mut at, mut steps) = (state, 0);
        while let Some(step) = at.follows(standing) {
            at = at.after(step, None).expect("what follows is allowed");
            steps += 1;
            prop_assert!(steps < 5, "it goes round in a circle from {state}");
        }
        let dispatched = [EventState::Dispatched, EventState::Handling, EventState::HandledBack, EventState::Verified];
        if !dispatched.contains(&state) {
            prop_assert_eq!(at, state, "orders move what was dispatched, nothing else");
        } else if parts == 0 {
            prop_assert!(matches!(at, EventState::Returned | EventState::HandledBack | EventState::Verified));
        } else if approved == parts {
            prop_assert_eq!(at, EventState::Verified);
        } else if reported == parts {
            prop_assert!(matches!(at, EventState::HandledBack | EventState::Verified));
        } else {
            prop_assert!(matches!(at, EventState::Dispatched | EventState::Handling));
        }
    }

    #[test]
    fn pressure_only_grows(
        issued in moment(), limit_s in 1_i64..1_000_000, waits in prop::collection::vec(0_i64..500_000, 1..20),
        hand in prop::collection::vec(proptest::option::of(select(Supervision::ALL)), 20),
        rules in prop::collection::vec(level_rule(), 1..4),
    ) {
        let due = issued + Duration::seconds(limit_s);
        let (mut now, mut supervision) = (issued, Supervision::None);
        for (turn, (wait, by_hand)) in waits.into_iter().zip(hand).enumerate() {
            now += Duration::seconds(wait);
            // The rules change on the way, and a city's and a district's hold at once.
            let in_force = &rules[turn % rules.len()..];
            let mut next = supervision.ratchet(in_force, issued, due, now);
            for rule in in_force {
                prop_assert!(next >= rule.asks(issued, due, now), "a rule asked for more");
            }
            if let Some(to) = by_hand {
                let pressed = next.pressed_to(to);
                prop_assert_eq!(pressed.is_ok(), to > next, "by hand it is raised or left");
                next = pressed.unwrap_or(next);
            }
            prop_assert!(next >= supervision, "{supervision} fell to {next}");
            if now <= due && by_hand.is_none() {
                prop_assert_eq!(next, supervision, "nobody is pressed who is not late");
            }
            supervision = next.raised();
            prop_assert!(supervision >= next);
        }
    }

    #[test]
    fn a_rule_that_is_no_milder_never_presses_later(
        mine in level_rule(), theirs in level_rule(), issued in moment(), limit_s in 1_i64..3_000_000, at_s in 0_i64..9_000_000,
    ) {
        let (due, now) = (issued + Duration::seconds(limit_s), issued + Duration::seconds(at_s));
        if mine.no_milder_than(&theirs) {
            prop_assert!(mine.asks(issued, due, now) >= theirs.asks(issued, due, now));
        }
        prop_assert!(mine.no_milder_than(&mine));
    }

    #[test]
    fn a_milder_threshold_is_later_for_some_limit(mine in threshold(), theirs in threshold()) {
        let start = DateTime::UNIX_EPOCH;
        let later = |minutes: i64| {
            let due = start + Duration::minutes(minutes);
            mine.moment(start, due) > theirs.moment(start, due)
        };
        // A limit of a minute shows shares, one of years shows minutes.
        let some = (0..45).any(|power| later(1 << (power / 2)) || later(3 << (power / 2)));
        prop_assert_eq!(some, !mine.no_milder_than(theirs));
    }

    #[test]
    fn an_explanation_ends_accepted_or_waived(moves in prop::collection::vec(select(ExplanationMove::ALL), 0..30)) {
        let mut state = ExplanationState::Asked;
        for step in moves {
            let Ok(next) = state.after(step) else { continue };
            prop_assert!(!state.is_final(), "{state} was the end, and {step} went on to {next}");
            prop_assert_eq!(next.is_owed(), step == ExplanationMove::Return);
            prop_assert_eq!(next == ExplanationState::Given, step == ExplanationMove::Give);
            state = next;
        }
    }

    #[test]
    fn a_lamp_turns_in_order(start in moment(), limit_s in 1_i64..1_000_000, a in 0_i64..2_000_000, b in 0_i64..2_000_000) {
        let due = start + Duration::seconds(limit_s);
        let at = |s| lamp(start, due, start + Duration::seconds(s));
        prop_assert!(at(a.min(b)) <= at(a.max(b)), "a lamp went back");
        prop_assert_eq!(at(limit_s + 1), Lamp::Red);
        prop_assert!(at(limit_s) < Lamp::Red);
    }

    #[test]
    fn a_report_counts_only_after_approval(moves in prop::collection::vec(select(KpiMove::ALL), 0..30)) {
        let (mut state, mut approved) = (KpiReportState::Draft, false);
        for step in moves {
            let Ok(next) = state.after(step) else { continue };
            prop_assert!(state != KpiReportState::Accepted, "accepted is the end");
            approved = step == KpiMove::Approve || (approved && step == KpiMove::Accept);
            prop_assert_eq!(next.counts(), approved);
            state = next;
        }
    }

    #[test]
    fn more_of_what_is_wanted_is_never_a_worse_light(
        target in -1e6_f64..1e6, a in -1e6_f64..1e6, b in -1e6_f64..1e6, expected in 0.0_f64..100.0,
    ) {
        let (low, high) = (a.min(b), a.max(b));
        let lit = |aim, value| light(Some(achieved(aim, target, value)), expected);
        prop_assert!(lit(Aim::Higher, high) <= lit(Aim::Higher, low));
        prop_assert!(lit(Aim::Lower, low) <= lit(Aim::Lower, high));
        prop_assert_eq!(light(None, expected), Light::NoData);
        for aim in Aim::ALL {
            prop_assert!((0.0..=999.0).contains(&achieved(*aim, target, a)));
            prop_assert_eq!(light(Some(achieved(*aim, target, target)), 100.0), Light::Ok);
        }
    }

    #[test]
    fn a_period_holds_its_days(period in select(Period::ALL), day in 0_i32..40_000) {
        let day = NaiveDate::from_ymd_opt(1990, 1, 1).expect("a day") + Duration::days(day.into());
        prop_assert!(period.end_before(day) < day && day <= period.end(day));
        prop_assert_eq!(period.end(period.end(day)), period.end(day));
        prop_assert_eq!(period.end(period.end_before(day)), period.end_before(day));
        let next = period.reported_next(None, day);
        prop_assert!(next == period.end(day) || next == period.end_before(day));
        prop_assert_eq!(period.reported_next(Some(period.end_before(day)), day), period.end(day));
        prop_assert!((0.0..=100.0).contains(&expected(true, day)));
    }

    #[test]
    fn a_typed_number_is_read_as_it_was_meant(value in -1e9_f64..1e9) {
        prop_assert_eq!(typed_value("value", &value.to_string()), Ok(value));
        let wide: String = format!("{value}").chars().map(|c| match c {
            '0'..='9' => char::from_u32(u32::from(c) - 48 + u32::from('０')).expect("a full-width digit"),
            '.' => '．',
            other => other,
        }).collect();
        prop_assert_eq!(typed_value("value", &wide), Ok(value));
    }

    #[test]
    fn what_is_no_number_is_refused(text in "[a-zA-Z ,%年]{1,12}") {
        prop_assert!(typed_value("value", &text).is_err());
    }
}

#[test]
fn odd_numbers_are_refused() {
    for odd in
        ["", " ", "NaN", "inf", "-inf", "1e5", "0x10", "1,000", "1e400", "9999999999999999999", "--1", "1_0"]
    {
        assert!(typed_value("value", odd).is_err(), "{odd}");
    }
}

/// No limit is shorter than a minute, so that a minute past is never after twice the limit.
#[test]
fn a_minute_past_is_no_milder_than_twice_the_limit() {
    let minutes = |past| Threshold { share: None, past_min: Some(past) };
    let twice = Threshold { share: Some(200), past_min: None };
    assert!(minutes(1).no_milder_than(twice));
    assert!(!minutes(2).no_milder_than(twice));
}
