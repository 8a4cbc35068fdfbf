//! However a case travels between tiers, no clock of it is lost, nothing goes down that is not on the list, and it is on one way
//! at a time.

use chrono::{DateTime, Duration, Utc};
use domain::CentreId;
use domain::calendar::WorkCalendar;
use domain::centres::{CentrePath, CentreTag, Tier};
use domain::clocks::{Clocks, Limits, Step};
use domain::events::{EventMove, EventState};
use domain::hand_offs::{HandOffMove, HandOffState, due, may_go};
use domain::names::Name;
use domain::responsibilities::{NewVersion, VersionMove, VersionState};
use domain::{Refusal, Remedy};
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

/// A city with two districts of two townships each; `d3` and `d30` would be taken for each other by their letters.
fn tree() -> Vec<CentreTag> {
    let paths = ["c", "c.d3", "c.d30", "c.d3.t1", "c.d3.t10", "c.d30.t2", "c.d30.t20"];
    let centre = |(id, path): (usize, &&str)| CentreTag {
        id: CentreId(i64::try_from(id).expect("a small number")),
        code: (*path).into(),
        name: Name::new(*path, *path),
        short: Name::new(*path, *path),
        tier: [Tier::City, Tier::District, Tier::Township][path.matches('.').count()],
        path: CentrePath::parse(path).expect("a path"),
    };
    paths.iter().enumerate().map(centre).collect()
}

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).expect("within the calendar")
}

/// What somebody tries: a move of the case, to a centre if it is pushed; or to sign for it.
#[derive(Debug, Clone)]
enum Deed {
    Move(EventMove, usize),
    Receive,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (select(vec![EventMove::PushUp, EventMove::PushDown]), 0_usize..7).prop_map(|(step, to)| Deed::Move(step, to)),
        3 => (select(EventMove::ALL), 0_usize..7).prop_map(|(step, to)| Deed::Move(step, to)),
        2 => Just(Deed::Receive),
    ]
}

struct World {
    at: CentreTag,
    state: EventState,
    before: Option<EventState>,
    clocks: Clocks,
    way: Option<HandOffState>,
}

impl World {
    /// As the engine does it: nothing before the receipt, then the case's own rules, then where it may go.
    fn tries(&self, step: EventMove, to: &CentreTag, listed: Tier) -> Result<EventState, Refusal> {
        self.way.unwrap_or(HandOffState::Received).lets(step)?;
        let next = self.state.after(step, self.before)?;
        if step.hands_off() {
            may_go(step, &self.at, to, &Name::new("积水", "flood"), listed)?;
        }
        Ok(next)
    }
}

proptest! {
    #[test]
    fn no_way_loses_a_clock_or_leads_below_the_list(
        deeds in prop::collection::vec((deed(), 1_i64..60), 0..60),
        listed in select(vec![Tier::City, Tier::District, Tier::Township]),
        begins in 0_usize..7,
    ) {
        let (tree, calendar) = (tree(), WorkCalendar::from_iter([]));
        let mut now = start();
        let mut world = World {
            at: tree[begins].clone(),
            state: EventState::Reported,
            before: None,
            clocks: Clocks::start(EventState::Reported, now, &LIMITS, &calendar),
            way: None,
        };
        for (deed, wait) in deeds {
            now += Duration::minutes(wait);
            match deed {
                Deed::Receive => {
                    if let Some(way) = world.way {
                        let next = way.after(HandOffMove::Receive);
                        prop_assert_eq!(next.is_ok(), way == HandOffState::Sent, "it is signed for once");
                        world.way = Some(next.unwrap_or(way));
                    }
                }
                Deed::Move(step, to) => {
                    let to = &tree[to];
                    let Ok(next) = world.tries(step, to, listed) else { continue };
                    prop_assert!(world.way != Some(HandOffState::Sent), "{step} before the receipt");
                    let clocks = world.clocks.moved(world.state, next, now, &LIMITS, &calendar);
                    if step.hands_off() {
                        prop_assert_eq!(clocks.started_at, world.clocks.started_at);
                        prop_assert_eq!(clocks.due_at, world.clocks.due_at, "the whole case's clock runs on");
                        prop_assert_eq!(clocks.stopped_at, None, "and neither stands still");
                        prop_assert!(clocks.step_due_at.is_some(), "somebody is always asked for the next step");
                        if Step::of(next) == Step::of(world.state) {
                            prop_assert_eq!(clocks, world.clocks, "the step's clock runs on too");
                        }
                        prop_assert!(next.is_open() && !next.rests());
                        let (from, to_path) = (&world.at.path, &to.path);
                        if step == EventMove::PushDown {
                            prop_assert_eq!(to.tier, listed, "it went down to a tier that is not on the list");
                            prop_assert!(from.contains(to_path) && from != to_path, "{from} → {to_path}");
                        } else {
                            prop_assert_eq!(from.parent(), Some(to_path.clone()), "up is one tier");
                        }
                        world.way = Some(HandOffState::Sent);
                        world.at = to.clone();
                    }
                    world.before = next.rests().then_some(world.state);
                    world.clocks = clocks;
                    world.state = next;
                }
            }
        }
    }

    #[test]
    fn a_receipt_rings_above_at_twice_its_limit(minutes in 1_i32..10_000) {
        let (first, above) = due(start(), minutes);
        prop_assert_eq!(first - start(), Duration::minutes(minutes.into()));
        prop_assert_eq!(above - start(), (first - start()) * 2);
    }

    #[test]
    fn a_proposal_is_decided_once(moves in prop::collection::vec(select(VersionMove::ALL), 0..8)) {
        let mut state = VersionState::Proposed;
        for (nth, step) in moves.into_iter().enumerate() {
            prop_assert_eq!(state.after(step).is_ok(), nth == 0);
            state = state.after(step).unwrap_or(state);
        }
    }
}

#[test]
fn what_is_not_on_the_list_is_refused_by_name() {
    let tree = tree();
    let name = Name::new("道路积水", "Road flooding");
    let refusal = may_go(EventMove::PushDown, &tree[1], &tree[3], &name, Tier::District);
    let row = Refusal::NotOnList { category: name.clone(), tier: Tier::Township, listed: Tier::District };
    assert_eq!(refusal, Err(row));
    assert_eq!(may_go(EventMove::PushDown, &tree[1], &tree[3], &name, Tier::Township), Ok(()));
    assert!(
        may_go(EventMove::PushDown, &tree[1], &tree[5], &name, Tier::Township).is_err(),
        "d30 is not under d3"
    );
}

#[test]
fn a_form_of_a_version_says_what_is_wrong() {
    let minutes = || "30".to_owned();
    let good = NewVersion {
        tier: "township".into(),
        accept_min: minutes(),
        register_min: "0".into(),
        dispatch_min: minutes(),
        handle_min: minutes(),
        verify_min: minutes(),
        close_min: minutes(),
        ..NewVersion::default()
    };
    assert_eq!(good.tier(), Ok(Tier::Township));
    assert_eq!(good.limits().map(|limits| (limits.whole(), limits.working)), Ok((150, false)));
    let field = |new: NewVersion| match new.limits() {
        Err(Refusal::Field { field, remedy }) => (field, remedy),
        other => panic!("a field was expected, not {other:?}"),
    };
    let no_time = NewVersion { handle_min: "0".into(), ..good.clone() };
    assert_eq!(field(no_time), ("handle_min".into(), Remedy::OutOfRange { min: 1.0, max: 43_200.0 }));
    let words = NewVersion { close_min: "soon".into(), ..good.clone() };
    assert_eq!(field(words), ("close_min".into(), Remedy::NotANumber));
    assert!(NewVersion { tier: "grid".into(), ..good }.tier().is_err());
}
