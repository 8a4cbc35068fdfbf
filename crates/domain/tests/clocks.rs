//! Clocks in working time, whatever the calendar: they never run backwards, never outside office hours, and what is taken
//! apart adds up.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use domain::approvals::{ApprovalKind, ApprovalMove, ApprovalState};
use domain::calendar::WorkCalendar;
use domain::clocks::{Clocks, Limits, Step};
use domain::events::{EventMove, EventState};
use domain::time::{counted, due_at, in_city, later};
use proptest::prelude::*;
use proptest::sample::select;

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day")
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..200 * 86_400)
        .prop_map(|s| DateTime::from_timestamp(1_767_200_000 + s, 0).expect("within the calendar"))
}

/// Some days off and some weekends worked.
fn calendar() -> impl Strategy<Value = WorkCalendar> {
    let days = prop::collection::vec((0_i64..250, any::<bool>()), 0..40);
    days.prop_map(|days| {
        days.into_iter().map(|(day, works)| (first_day() + Duration::days(day), works)).collect()
    })
}

fn limits() -> impl Strategy<Value = Limits> {
    (prop::array::uniform6(1_i64..3000), any::<bool>()).prop_map(|(min, working)| Limits {
        accept_min: min[0],
        register_min: min[1],
        dispatch_min: min[2],
        handle_min: min[3],
        verify_min: min[4],
        close_min: min[5],
        working,
    })
}

fn time(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour")
}

proptest! {
    #[test]
    fn a_limit_ends_in_office_hours_of_a_working_day(from in moment(), minutes in 0_i64..20_000, calendar in calendar()) {
        let due = in_city(due_at(from, minutes, true, &calendar));
        prop_assert!(calendar.works(due.date_naive()), "{due} is off");
        let inside = |open, close| time(open) <= due.time() && due.time() <= time(close);
        prop_assert!(inside(9, 12) || inside(14, 18), "{due} is outside office hours");
    }

    #[test]
    fn more_minutes_and_later_starts_are_never_due_earlier(
        from in moment(), wait in 0_i64..500_000, a in 0_i64..20_000, b in 0_i64..20_000, calendar in calendar(), working: bool,
    ) {
        let due = |from, minutes| due_at(from, minutes, working, &calendar);
        prop_assert!(due(from, a.min(b)) <= due(from, a.max(b)));
        prop_assert!(due(from, a) <= due(from + Duration::seconds(wait), a));
        prop_assert!(due(from, a) >= from);
    }

    #[test]
    fn what_is_taken_apart_adds_up(
        from in moment(), a in 1_i64..10_000, b in 1_i64..10_000, calendar in calendar(), working: bool,
    ) {
        let whole = due_at(from, a + b, working, &calendar);
        prop_assert_eq!(due_at(due_at(from, a, working, &calendar), b, working, &calendar), whole);
        prop_assert_eq!(counted(from, whole, working, &calendar), Duration::minutes(a + b));
        let middle = from + (whole - from) / 3;
        let parts = counted(from, middle, working, &calendar) + counted(middle, whole, working, &calendar);
        prop_assert_eq!(parts, Duration::minutes(a + b));
        prop_assert_eq!(later(from, parts, working, &calendar), whole);
    }

    #[test]
    fn whoever_resumes_a_case_finds_the_time_that_was_left(
        start in moment(), used in 0_i64..400_000, stood in 0_i64..2_000_000, limits in limits(), calendar in calendar(),
    ) {
        let (stop, resume) = (start + Duration::seconds(used), start + Duration::seconds(used + stood));
        let clocks = Clocks::start(EventState::Registered, start, &limits, &calendar);
        prop_assume!(stop < clocks.due_at);
        let left = |due, now| counted(now, due, limits.working, &calendar);
        let (state, held) = (EventState::Registered, EventState::Suspended);
        let stopped = clocks.moved(state, held, stop, &limits, &calendar);
        prop_assert_eq!((stopped.case_lamp(resume), stopped.step_lamp(resume)), (clocks.case_lamp(stop), clocks.step_lamp(stop)));
        let resumed = stopped.moved(held, state, resume, &limits, &calendar);
        prop_assert_eq!(left(resumed.due_at, resume), left(clocks.due_at, stop));
        prop_assert_eq!(resumed.stopped_at, None);
        prop_assert!(resumed.due_at >= clocks.due_at);
    }

    #[test]
    fn a_case_whose_every_step_is_in_time_is_in_time(
        start in moment(), limits in limits(), calendar in calendar(), shares in prop::array::uniform6(0_i32..=100),
    ) {
        use EventMove as M;
        let way = [M::Accept, M::Register, M::Dispatch, M::HandBack, M::Verify, M::Close];
        let (mut state, mut now) = (EventState::Reported, start);
        let mut clocks = Clocks::start(state, now, &limits, &calendar);
        for (step, share) in way.into_iter().zip(shares) {
            let due = clocks.step_due_at.expect("an open case is in a step");
            prop_assert!(due <= clocks.due_at, "{state} is due after the whole case");
            now += (due - now).max(Duration::zero()) * share / 100;
            let next = state.after(step, None).expect("the straight way");
            clocks = clocks.moved(state, next, now, &limits, &calendar);
            state = next;
        }
        prop_assert!(now <= clocks.due_at);
        prop_assert_eq!(clocks.step_due_at, None);
    }

    #[test]
    fn a_step_begins_anew_only_when_it_is_another(from in select(EventState::ALL), step in select(EventMove::ALL), now in moment()) {
        let (limits, calendar) = (Limits {
            accept_min: 1, register_min: 2, dispatch_min: 3, handle_min: 4, verify_min: 5, close_min: 6, working: false,
        }, WorkCalendar::default());
        // Whoever resumes goes back to the step they were in, as another test holds.
        prop_assume!(from != EventState::Suspended);
        let Ok(next) = from.after(step, None) else { return Ok(()) };
        let before = Clocks::start(from, now, &limits, &calendar);
        let after = before.moved(from, next, now + Duration::minutes(1), &limits, &calendar);
        let new = Step::of(next).is_some() && Step::of(next) != Step::of(from);
        prop_assert_eq!(after.step_started_at != before.step_started_at, new, "{} --{}--> {}", from, step, next);
    }

    #[test]
    fn what_was_decided_stays_decided(kind in select(ApprovalKind::ALL), moves in prop::collection::vec(select(ApprovalMove::ALL), 0..10)) {
        let mut state = ApprovalState::Asked;
        for step in moves {
            let Ok(next) = state.after(step, kind) else { continue };
            prop_assert_eq!(state, ApprovalState::Asked);
            prop_assert!(kind.is_asked() || next == ApprovalState::Granted, "an arbiter decides");
            state = next;
        }
    }

    #[test]
    fn what_fits_can_be_granted(kind in select(ApprovalKind::ALL), state in select(EventState::ALL)) {
        if kind.fits(state).is_ok() {
            prop_assert!(state.is_open());
            prop_assert!(kind.step().is_none_or(|step| state.after(step, None).is_ok()));
        }
        prop_assert_eq!(kind.step().and_then(ApprovalKind::of), kind.is_asked().then_some(kind).filter(|k| k.step().is_some()).or(
            (!kind.is_asked()).then_some(ApprovalKind::Return)));
        prop_assert!(!kind.needs_arbiter(1) && (kind.needs_arbiter(2) == (kind == ApprovalKind::Return)));
    }
}
