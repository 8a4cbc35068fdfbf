//! Whatever people merge, take apart, split, hang and close, and in whatever order: no case is lost, no clock, and nothing
//! closes before what stands under it.

use chrono::{DateTime, Duration, Utc};
use domain::calendar::WorkCalendar;
use domain::centres::CentrePath;
use domain::clocks::{Clocks, Limits, Step};
use domain::events::{EventMove, EventState};
use domain::relations::{HelperMove, HelperState, Kin, above_both};
use domain::{EventId, Refusal, Remedy};
use proptest::prelude::*;
use proptest::sample::select;

const LIMITS: Limits = Limits {
    accept_min: 15,
    register_min: 10,
    dispatch_min: 20,
    handle_min: 120,
    verify_min: 30,
    close_min: 40,
    working: false,
};

#[derive(Debug, Clone)]
enum Deed {
    Step(usize, EventMove),
    Merge(usize, usize),
    Unmerge(usize),
    Split(usize),
    Hang(usize, usize),
    TakeOut(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let which = 0_usize..6;
    prop_oneof![
        6 => (which.clone(), select(EventMove::ALL)).prop_map(|(a, step)| Deed::Step(a, step)),
        2 => (which.clone(), which.clone()).prop_map(|(a, b)| Deed::Merge(a, b)),
        2 => which.clone().prop_map(Deed::Unmerge),
        1 => which.clone().prop_map(Deed::Split),
        2 => (which.clone(), which.clone()).prop_map(|(a, b)| Deed::Hang(a, b)),
        1 => which.prop_map(Deed::TakeOut),
    ]
}

#[derive(Debug, Clone)]
struct Case {
    state: EventState,
    before: Option<EventState>,
    into: Option<usize>,
    parent: Option<usize>,
    clocks: Clocks,
    /// Time that counted for the case, kept by the test itself.
    ran: Duration,
    ran_since: Option<DateTime<Utc>>,
}

struct Hub {
    cases: Vec<Case>,
    now: DateTime<Utc>,
    calendar: WorkCalendar,
}

fn id(at: usize) -> EventId {
    EventId(i64::try_from(at).expect("few"))
}

impl Hub {
    fn open() -> Self {
        let now = DateTime::from_timestamp(1_767_200_000, 0).expect("within the calendar");
        let mut hub = Self { cases: Vec::new(), now, calendar: std::iter::empty().collect() };
        for _ in 0..6 {
            hub.add(EventState::Reported, None);
        }
        hub
    }

    fn add(&mut self, state: EventState, parent: Option<usize>) {
        let clocks = Clocks::start(state, self.now, &LIMITS, &self.calendar);
        let (before, into, ran_since) = (None, None, Some(self.now));
        self.cases.push(Case { state, before, into, parent, clocks, ran: Duration::zero(), ran_since });
    }

    fn kin(&self, at: usize) -> Kin {
        let under: Vec<_> = self.cases.iter().filter(|case| case.parent == Some(at)).collect();
        let open = under.iter().filter(|case| case.state.is_open()).count();
        Kin {
            id: id(at),
            state: self.cases[at].state,
            parent: self.cases[at].parent.map(id),
            children: u32::try_from(under.len()).expect("few"),
            children_open: u32::try_from(open).expect("few"),
        }
    }

    fn moved(&mut self, at: usize, step: EventMove) -> Result<(), Refusal> {
        let (now, calendar) = (self.now, &self.calendar);
        let case = &mut self.cases[at];
        let next = case.state.after(step, case.before)?;
        case.clocks = case.clocks.moved(case.state, next, now, &LIMITS, calendar);
        case.before = next.rests().then_some(case.state);
        if next.rests() {
            case.ran += case.ran_since.take().map_or(Duration::zero(), |since| now - since);
        } else if case.state.rests() {
            case.ran_since = Some(now);
        }
        case.state = next;
        Ok(())
    }

    fn done(&mut self, deed: &Deed) -> Result<(), Refusal> {
        match *deed {
            // Merging needs a target: nobody steps into it.
            Deed::Step(_, EventMove::Merge | EventMove::Unmerge) => Ok(()),
            Deed::Step(at, step) => {
                if step == EventMove::Close {
                    self.kin(at).may_end()?;
                }
                self.moved(at, step)
            }
            Deed::Merge(at, into) => {
                self.kin(at).may_merge(&self.kin(into))?;
                self.moved(at, EventMove::Merge)?;
                self.cases[at].into = Some(into);
                Ok(())
            }
            Deed::Unmerge(at) => {
                let above = self.cases[at].parent.map(|parent| self.cases[parent].state);
                self.kin(at).may_unmerge(above)?;
                self.moved(at, EventMove::Unmerge)?;
                self.cases[at].into = None;
                Ok(())
            }
            Deed::Split(at) => {
                self.kin(at).may_split()?;
                self.add(EventState::Registered, Some(at));
                Ok(())
            }
            Deed::Hang(at, under) => {
                self.kin(at).may_hang_under(&self.kin(under))?;
                self.cases[at].parent = Some(under);
                Ok(())
            }
            Deed::TakeOut(at) => {
                self.cases[at].parent = None;
                Ok(())
            }
        }
    }

    /// Follows a chain to its end.
    fn goes_round(&self, from: usize, next: impl Fn(&Case) -> Option<usize>) -> bool {
        let (mut at, mut steps) = (from, 0);
        while let Some(on) = next(&self.cases[at]) {
            at = on;
            steps += 1;
            if steps > self.cases.len() {
                return true;
            }
        }
        false
    }
}

fn holds(hub: &Hub) -> Result<(), TestCaseError> {
    for (at, case) in hub.cases.iter().enumerate() {
        let open_under = hub.kin(at).children_open;
        prop_assert!(case.state != EventState::Closed || open_under == 0, "{at} closed over {open_under}");
        prop_assert!(case.state != EventState::Merged || open_under == 0, "{at} went over {open_under}");
        prop_assert_eq!(case.state == EventState::Merged, case.into.is_some());
        prop_assert_eq!(case.state.rests(), case.before.is_some(), "{} knows where it goes back to", at);
        prop_assert_eq!(case.state.rests(), case.clocks.stopped_at.is_some());
        prop_assert!(!hub.goes_round(at, |case| case.parent), "{at} stands under itself");
        prop_assert!(!hub.goes_round(at, |case| case.into), "{at} was merged into itself");
        if case.state.is_open() && case.state != EventState::Suspended {
            prop_assert!(
                Step::of(case.state).is_none() || case.clocks.step_due_at.is_some(),
                "{at} lost a clock"
            );
            // Minutes outside the rests are what the clock took off, no more and no less.
            let ran = case.ran + case.ran_since.map_or(Duration::zero(), |since| hub.now - since);
            let left = case.clocks.due_at - hub.now;
            prop_assert_eq!(left, Duration::minutes(LIMITS.whole()) - ran, "{} counts otherwise", at);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_order_of_deeds_breaks_the_hub(deeds in prop::collection::vec((deed(), 0_i64..90), 0..80)) {
        let mut hub = Hub::open();
        for (deed, wait) in deeds {
            hub.now += Duration::minutes(wait);
            let before = hub.cases.clone();
            if hub.done(&deed).is_err() {
                prop_assert_eq!(format!("{before:?}"), format!("{:?}", hub.cases), "a refusal changes nothing");
            }
            holds(&hub)?;
        }
    }

    #[test]
    fn what_is_taken_apart_stands_where_it_was(
        moves in prop::collection::vec(select(EventMove::ALL), 0..12), stood in 0_i64..100_000,
    ) {
        let mut hub = Hub::open();
        for step in moves {
            let _ = hub.done(&Deed::Step(0, step));
        }
        let was = hub.cases[0].clone();
        if hub.done(&Deed::Merge(0, 1)).is_ok() {
            hub.now += Duration::minutes(stood);
            prop_assert_eq!(hub.done(&Deed::Merge(1, 0)), Err(Refusal::field("into", Remedy::Over { state: "merged".into() })));
            hub.done(&Deed::Unmerge(0)).expect("it can be taken apart");
            let is = &hub.cases[0];
            prop_assert_eq!(is.state, was.state);
            prop_assert_eq!(is.clocks.due_at - was.clocks.due_at, Duration::minutes(stood));
        }
    }

    #[test]
    fn a_helping_part_is_done_only_by_who_was_let_in(moves in prop::collection::vec(select(HelperMove::ALL), 0..20)) {
        let (mut state, mut consented) = (HelperState::Asked, false);
        for step in moves {
            let Ok(next) = state.after(step) else { continue };
            consented = consented || step == HelperMove::Consent;
            prop_assert!(!state.is_over(), "{state} was the end");
            prop_assert!(!next.takes_part() || consented, "nobody consented to {next}");
            state = next;
        }
    }
}

#[test]
fn the_centre_above_both_is_the_lowest() {
    let path = |text| CentrePath::parse(text).expect("a test's own path");
    for (one, other, above) in [
        ("a.b", "a.c", "a"),
        ("a.b", "a.b.d", "a.b"),
        ("a.b.d", "a.b.e", "a.b"),
        ("a.b.d", "a.c.e", "a"),
        ("a.b1", "a.b", "a"),
    ] {
        assert_eq!(above_both(&path(one), &path(other)), Some(path(above)), "{one} {other}");
    }
    assert_eq!(above_both(&path("a.b"), &path("x")), None);
}
