//! Rates: how cases count, who is ranked, and what appeals may do to a figure.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::calendar::WorkCalendar;
use domain::centres::Tier;
use domain::rates::{
    AppealMove, AppealState, Better, Counts, Course, Fact, Figure, RANKED_FROM, RateKind, Span, Timing, Unit,
    Wanted, closes_on, ranked, shares, solved_by_tier,
};
use proptest::prelude::*;
use proptest::sample::select;

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (1_000_000_000_i64..2_000_000_000)
        .prop_map(|s| DateTime::from_timestamp(s, 0).expect("within the calendar"))
}

fn timing() -> impl Strategy<Value = Timing> {
    (moment(), -100_000_i64..100_000)
        .prop_map(|(due, late)| Timing { due, at: due + Duration::seconds(late) })
}

prop_compose! {
    fn course()(
        closing in timing(), dispatches in 0_i64..5, returns in 0_i64..5, hand_backs in 0_i64..5, reworks in 0_i64..5,
        extensions in 0_i64..3, solved_at in select(Tier::ALL),
    ) -> Course {
        Course { closing, dispatches, returns, hand_backs, reworks, extensions, solved_at }
    }
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        timing().prop_map(Fact::Registered),
        timing().prop_map(Fact::Dispatched),
        timing().prop_map(Fact::Handled),
        course().prop_map(Fact::Closed),
    ]
}

fn many(number: usize) -> i64 {
    i64::try_from(number).expect("a small number")
}

fn sound(counts: Counts) -> bool {
    0 <= counts.numerator && counts.numerator <= counts.denominator
}

proptest! {
    #[test]
    fn no_case_counts_more_in_the_numerator_than_in_the_denominator(fact in fact()) {
        for share in shares(&fact) {
            prop_assert!(sound(share.counts) && share.counts.denominator > 0, "{share:?}");
        }
    }

    #[test]
    fn each_case_is_solved_at_one_tier(courses in prop::collection::vec(course(), 0..30)) {
        let closed: Vec<_> = courses.iter().flat_map(|course| shares(&Fact::Closed(*course))).collect();
        let figure = |rate: &RateKind| {
            let of_rate = closed.iter().filter(|share| share.rate == *rate);
            let add = |all: Counts, share: &domain::rates::Share| {
                Counts::new(all.numerator + share.counts.numerator, all.denominator + share.counts.denominator)
            };
            Figure { rate: *rate, counts: of_rate.fold(Counts::new(0, 0), add), published: None }
        };
        let figures: Vec<_> = RateKind::ALL.iter().map(figure).collect();
        for (tier, counts) in solved_by_tier(&figures) {
            let here = courses.iter().filter(|course| {
                course.solved_at == tier || (tier == Tier::Community && course.solved_at == Tier::Grid)
            });
            prop_assert_eq!(counts, Counts::new(many(here.count()), many(courses.len())), "{}", tier);
        }
    }

    #[test]
    fn what_is_solved_below_is_solved_within_every_tier_above(course in course()) {
        let fact = Fact::Closed(course);
        let solved = |rate: RateKind| rate.share(&fact).expect("every closed case counts").counts.numerator;
        let village = solved(RateKind::SolvedInCommunity);
        let (town, district) = (solved(RateKind::SolvedInTownship), solved(RateKind::SolvedInDistrict));
        prop_assert!(village <= town && town <= district);
    }

    #[test]
    fn an_appeal_is_decided_once_and_a_figure_stays_sound(
        rate in select(RateKind::ALL), denominator in 1_i64..6, part in 0_i64..6, others in 0_i64..50,
        filed in prop::collection::vec((select(Wanted::ALL), prop::collection::vec(select(AppealMove::ALL), 0..6)), 0..5),
    ) {
        let counted = Counts::new(part.min(denominator), denominator);
        let mut rows = vec![counted, Counts::new(others / 2, others)];
        let mut last: Option<(AppealState, Wanted)> = None;
        for (wanted, moves) in filed {
            // One appeal a case: another only after it was withdrawn.
            if last.is_some_and(|(state, _)| !state.may_be_followed()) {
                break;
            }
            let mut state = AppealState::Filed;
            let mut grants = 0;
            for step in moves {
                let Ok(next) = state.after(step) else { continue };
                prop_assert_eq!(state, AppealState::Filed, "what was decided was decided again");
                if next == AppealState::Granted {
                    grants += 1;
                    rows.extend(wanted.revision(rate, counted));
                }
                state = next;
            }
            prop_assert!(grants <= 1);
            last = Some((state, wanted));
        }
        let rest = Counts::new(others / 2, others);
        let stands = match last {
            Some((AppealState::Granted, wanted)) => wanted.counts(rate, counted),
            _ => counted,
        };
        prop_assert!(sound(stands));
        let sum: Counts = rows.iter().copied().sum();
        prop_assert_eq!(sum, stands + rest, "the figure is the case as it should count, and all others as they were");
        prop_assert!(sound(sum));
        // The old figure can be read from what is kept: nothing was overwritten.
        prop_assert_eq!(rows[0], counted);
    }

    #[test]
    fn counting_as_good_never_makes_a_figure_worse(rate in select(RateKind::ALL), denominator in 1_i64..6, part in 0_i64..6) {
        let counted = Counts::new(part.min(denominator), denominator);
        let after = Wanted::CountAsGood.counts(rate, counted);
        prop_assert_eq!(after.denominator, counted.denominator);
        match rate.better() {
            Better::Higher => prop_assert!(after.numerator >= counted.numerator),
            Better::Lower => prop_assert!(after.numerator <= counted.numerator),
        }
    }

    #[test]
    fn ranking_keeps_to_groups_and_to_what_was_counted(
        units in prop::collection::vec((0_u8..3, 0_i64..40, 0_i64..40), 0..20), better in select(Better::ALL),
    ) {
        let units: Vec<Unit<u8>> = units
            .into_iter()
            .map(|(group, part, whole)| Unit { group, counts: Counts::new(part.min(whole), whole) })
            .collect();
        let places = ranked(&units, better);
        for (unit, place) in units.iter().zip(&places) {
            prop_assert_eq!(place.is_some(), unit.counts.denominator >= RANKED_FROM);
            let Some(place) = place else { continue };
            let peers: Vec<_> = units.iter().zip(&places).filter(|(peer, at)| peer.group == unit.group && at.is_some()).collect();
            prop_assert!(*place >= 1 && *place <= i64::try_from(peers.len()).expect("few"));
            // Alone in its group a unit is first, whatever others do.
            if peers.len() == 1 {
                prop_assert_eq!(*place, 1);
            }
        }
    }

    #[test]
    fn a_span_is_written_as_it_is_read(days in 0_u64..60_000) {
        let day = NaiveDate::from_ymd_opt(2005, 1, 1).expect("a day") + chrono::Days::new(days);
        for span in Span::all_around(day) {
            prop_assert!(span.first() <= day && day < span.end());
            prop_assert_eq!(span.to_string().parse::<Span>(), Ok(span));
            let (before, after) = span.beside();
            prop_assert_eq!((before.end(), after.first()), (span.first(), span.end()));
        }
    }
}

#[test]
fn a_month_closes_after_three_working_days() {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a test's own day");
    // The first of August 2026 is a Saturday.
    assert_eq!(closes_on(day("2026-07-31"), &WorkCalendar::default()), day("2026-08-05"));
    let holiday: WorkCalendar = (1..=7).map(|n| (day(&format!("2026-10-0{n}")), false)).collect();
    assert_eq!(closes_on(day("2026-09-15"), &holiday), day("2026-10-12"));
}

#[test]
fn late_by_a_second_is_late_and_at_the_limit_is_not() {
    let due: DateTime<Utc> = "2026-11-20T09:00:00Z".parse().expect("a test's own time");
    let share = |late| {
        let fact = Fact::Handled(Timing { at: due + Duration::seconds(late), due });
        RateKind::HandledInTime.share(&fact).expect("a handling counts").counts
    };
    assert_eq!((share(0), share(1)), (Counts::new(1, 1), Counts::new(0, 1)));
}
