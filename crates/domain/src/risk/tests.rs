use std::collections::BTreeMap;

use chrono::Duration;
use proptest::prelude::*;

use super::*;

fn start() -> DateTime<Utc> {
    "2026-11-23T06:00:00Z".parse().expect("a test's own time")
}

fn at(second: i64) -> DateTime<Utc> {
    start() + Duration::seconds(second)
}

/// Water in an underpass, in centimetres: blue 10, yellow 15, orange 27, red 30.
fn underpass(for_raise_s: i64, for_clear_s: i64) -> Rule {
    let band = |level, raise, clear| Band { level, raise, clear };
    Rule {
        direction: Direction::Above,
        bands: vec![
            band(Level::Red, 30.0, 25.0),
            band(Level::Orange, 27.0, 20.0),
            band(Level::Yellow, 15.0, 10.0),
            band(Level::Blue, 10.0, 6.0),
        ],
        for_raise_s,
        for_clear_s,
        stale_after_s: 600,
    }
}

/// Dissolved oxygen in a river, in mg/L: danger lies below.
fn oxygen() -> Rule {
    let band = |level, raise, clear| Band { level, raise, clear };
    Rule {
        direction: Direction::Below,
        bands: vec![band(Level::Yellow, 5.0, 5.5), band(Level::Red, 2.0, 3.0)],
        for_raise_s: 0,
        for_clear_s: 0,
        stale_after_s: 600,
    }
}

fn watched(rule: &Rule, readings: &[(i64, f64)]) -> Watch {
    let mut watch = Watch::default();
    watch.fold(rule, readings.iter().map(|(second, value)| (at(*second), *value)));
    watch
}

#[test]
fn a_value_between_clear_and_raise_keeps_what_stands() {
    let rule = underpass(0, 0);
    assert_eq!(watched(&rule, &[(0, 31.0)]).level(), Some(Level::Red));
    assert_eq!(watched(&rule, &[(0, 31.0), (60, 26.0)]).level(), Some(Level::Red));
    assert_eq!(watched(&rule, &[(0, 31.0), (60, 24.9)]).level(), Some(Level::Orange));
    assert_eq!(watched(&rule, &[(0, 26.0)]).level(), Some(Level::Yellow));
    assert_eq!(watched(&rule, &[(0, 31.0), (60, 5.9)]).level(), None);
}

#[test]
fn danger_may_lie_below() {
    let rule = oxygen();
    assert_eq!(watched(&rule, &[(0, 6.0)]).level(), None);
    assert_eq!(watched(&rule, &[(0, 5.0)]).level(), Some(Level::Yellow));
    assert_eq!(watched(&rule, &[(0, 1.0), (60, 2.5)]).level(), Some(Level::Red));
    assert_eq!(watched(&rule, &[(0, 1.0), (60, 5.5)]).level(), Some(Level::Yellow));
    assert_eq!(watched(&rule, &[(0, 1.0), (60, 5.6)]).level(), None);
}

#[test]
fn a_splash_raises_nothing_and_a_lull_clears_nothing() {
    let rule = underpass(120, 300);
    let splash = watched(&rule, &[(0, 31.0), (60, 2.0), (90, 31.0), (200, 31.0)]);
    assert_eq!(splash.level(), None);
    assert_eq!(splash.standing(&rule, at(200)), Standing::Pending(Level::Red));
    let flood = [(0, 31.0), (60, 31.0), (120, 31.0)];
    assert_eq!(watched(&rule, &flood).standing(&rule, at(120)), Standing::Raised(Level::Red));
    let lull = watched(&rule, &[&flood[..], &[(180, 1.0), (400, 1.0), (420, 31.0), (481, 1.0)]].concat());
    assert_eq!(lull.standing(&rule, at(481)), Standing::Recovering(Level::Red));
    let over = watched(&rule, &[&flood[..], &[(180, 1.0), (400, 1.0), (480, 1.0)]].concat());
    assert_eq!(over.standing(&rule, at(480)), Standing::Normal);
}

#[test]
fn silence_is_not_normal() {
    let rule = underpass(0, 0);
    assert_eq!(Watch::default().standing(&rule, at(0)), Standing::NoData);
    let watch = watched(&rule, &[(0, 31.0)]);
    assert_eq!(watch.standing(&rule, at(600)), Standing::Raised(Level::Red));
    assert_eq!(watch.standing(&rule, at(601)), Standing::NoData);
    assert_eq!(watch.level(), Some(Level::Red), "what was raised stays so until it is seen to be over");
}

#[test]
fn an_episode_knows_its_worst() {
    let rule = underpass(0, 0);
    let mut watch = Watch::default();
    let fold = watch.fold(&rule, [(0, 11.0), (60, 31.0), (120, 12.0), (180, 0.0)].map(|(s, v)| (at(s), v)));
    let episode = Episode { raised_at: at(0), worst: Level::Red, peak: 31.0, cleared_at: at(180) };
    assert_eq!(fold.episodes, [episode]);
    assert_eq!((watch.raised_at, watch.worst), (None, None));
    assert_eq!(fold.steps.len(), 4);
}

/// What the database keeps of one series: its readings, the watch and the steps to replay from. The engine does the same
/// with rows.
#[derive(Default)]
struct Kept {
    readings: BTreeMap<DateTime<Utc>, f64>,
    steps: BTreeMap<DateTime<Utc>, Watch>,
    watch: Watch,
}

impl Kept {
    fn arrive(&mut self, rule: &Rule, batch: &[(DateTime<Utc>, f64)]) {
        let mut new = BTreeMap::new();
        for (at, value) in batch {
            if !self.readings.contains_key(at) {
                self.readings.insert(*at, *value);
                new.insert(*at, *value);
            }
        }
        let Some(first) = new.keys().next().copied() else { return };
        let fold = if self.watch.last_at.is_none_or(|last| last < first) {
            self.watch.fold(rule, new)
        } else {
            self.steps.split_off(&first);
            self.watch = self.steps.values().next_back().cloned().unwrap_or_default();
            let after = self.watch.last_at;
            let again = self.readings.iter().filter(|(at, _)| after.is_none_or(|after| **at > after));
            self.watch.fold(rule, again.map(|(at, value)| (*at, *value)))
        };
        self.steps.extend(fold.steps.into_iter().filter_map(|watch| watch.last_at.map(|at| (at, watch))));
    }
}

fn readings() -> impl Strategy<Value = Readings> {
    // Depths on a coarse grid, so that thresholds are hit exactly too.
    proptest::collection::btree_map((0_i64..120).prop_map(|minute| at(minute * 60)), 0_u8..40, 1..60)
        .prop_map(|map| map.into_iter().map(|(at, depth)| (at, f64::from(depth))).collect())
}

type Readings = Vec<(DateTime<Utc>, f64)>;

/// The same readings shuffled, some repeated, cut into batches.
fn arrivals() -> impl Strategy<Value = (Readings, Vec<Readings>)> {
    readings().prop_flat_map(|readings| {
        let again = proptest::sample::subsequence(readings.clone(), 0..=readings.len());
        let sent = again.prop_flat_map({
            let readings = readings.clone();
            move |again| Just([readings.clone(), again].concat()).prop_shuffle()
        });
        (Just(readings), sent, 1_usize..9)
            .prop_map(|(readings, sent, size)| (readings, sent.chunks(size).map(<[_]>::to_vec).collect()))
    })
}

proptest! {
    #[test]
    fn any_order_ends_in_the_same_state((ordered, batches) in arrivals(), raise_s in 0_i64..400, clear_s in 0_i64..400) {
        let rule = underpass(raise_s, clear_s);
        let mut straight = Watch::default();
        let fold = straight.fold(&rule, ordered.iter().copied());
        let mut kept = Kept::default();
        for batch in &batches {
            kept.arrive(&rule, batch);
        }
        prop_assert_eq!(&kept.watch, &straight);
        prop_assert_eq!(kept.steps.into_values().collect::<Vec<_>>(), fold.steps);
    }

    #[test]
    fn a_worse_level_never_stands_without_the_milder(
        readings in readings(), raise_s in 0_i64..400, clear_s in 0_i64..400,
    ) {
        let rule = underpass(raise_s, clear_s);
        let mut watch = Watch::default();
        for (at, value) in readings {
            watch.step(&rule, at, value);
            let on = |level| watch.levels.iter().any(|l| l.level == level && l.on);
            for pair in Level::ALL.windows(2) {
                prop_assert!(on(pair[0]) || !on(pair[1]), "{:?}", watch);
            }
            prop_assert_eq!(watch.raised_at.is_some(), watch.level().is_some());
            prop_assert!(watch.worst >= watch.level());
        }
    }

    #[test]
    fn nothing_turns_before_its_time(readings in readings(), raise_s in 1_i64..400, clear_s in 1_i64..400) {
        let rule = underpass(raise_s, clear_s);
        let mut watch = Watch::default();
        for (now, value) in &readings {
            let before = watch.level();
            watch.step(&rule, *now, *value);
            if let (None, Some(level)) = (before, watch.level()) {
                let raise = rule.band(level).map(|band| band.raise).unwrap_or_default();
                let since = *now - Duration::seconds(raise_s);
                // Beyond it at this reading and at every one of the raise time, which one earlier reading covers whole.
                prop_assert!(readings.iter().filter(|(at, _)| at > &since && at <= now).all(|(_, v)| *v >= raise));
                prop_assert!(readings.iter().any(|(at, v)| at <= &since && *v >= raise));
            }
        }
    }

    #[test]
    fn a_watch_survives_being_written_down(readings in readings(), raise_s in 0_i64..400) {
        let rule = underpass(raise_s, 60);
        let mut straight = Watch::default();
        let mut restarted = Watch::default();
        for (at, value) in readings {
            straight.step(&rule, at, value);
            restarted.step(&rule, at, value);
            let text = serde_json::to_string(&restarted).expect("a watch is JSON");
            restarted = serde_json::from_str(&text).expect("what was just written");
        }
        prop_assert_eq!(straight, restarted);
    }
}
