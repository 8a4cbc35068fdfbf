//! Clocks of the step and of the case, and the calendar they go by, on a real database.

mod scene;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use domain::actors::Role;
use domain::calendar::{CalendarDesk, DayKind, NewCalendarDay};
use domain::centres::Tier;
use domain::events::{EventDesk, EventFilter, EventMove, EventState, NewEvent};
use domain::time::{Lamp, in_city};
use domain::{EventId, Refusal};
use scene::{Scene, TOWNSHIP, refused};

async fn red(scene: &Scene) -> i64 {
    let filter = EventFilter { lamp: Some(Lamp::Red), ..EventFilter::default() };
    scene.engine.events(&scene.duty, filter).await.expect("a list").total
}

async fn step(scene: &Scene, event: EventId, step: EventMove) {
    scene.engine.step(&scene.district, event, step, String::new()).await.expect("the district's own");
}

#[tokio::test]
async fn each_step_has_its_own_clock_and_the_list_shows_the_worse() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let mut began = scene.start;
    for (wait, limit, next) in [(9, 15, EventMove::Accept), (3, 10, EventMove::Register)] {
        let row = scene.engine.event(&scene.district, event).await.expect("a case").row;
        assert_eq!(row.step_due_at, Some(began + Duration::minutes(limit)), "{}", row.state);
        scene.pass(wait);
        began += Duration::minutes(wait);
        step(&scene, event, next).await;
    }
    assert_eq!(red(&scene).await, 0);
    scene.pass(21);
    let row = scene.engine.event(&scene.district, event).await.expect("a case").row;
    assert_eq!((row.state, row.step_lamp, row.lamp), (EventState::Registered, Lamp::Red, Lamp::Green));
    assert_eq!(row.due_at, scene.start + Duration::minutes(235), "a step's delay moves no limit of the case");
    assert_eq!(red(&scene).await, 1, "the list is narrowed by the worse of the two");
    let (one, two) = tokio::join!(scene.engine.note_overdue(), scene.engine.note_overdue());
    assert_eq!(one.expect("a tick") + two.expect("a tick"), 1, "the late step is marked once");
    scene.engine.step(&scene.duty, event, EventMove::Void, "误报".into()).await.expect("void");
    assert_eq!(red(&scene).await, 0, "nobody is late with what is over");
}

/// The next day from now on that is a Friday.
fn a_friday(from: DateTime<Utc>) -> NaiveDate {
    let day = in_city(from).date_naive();
    day + Duration::days((11 - i64::from(day.weekday().num_days_from_monday())) % 7 + 7)
}

fn at(day: NaiveDate, hour: i64) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc() + Duration::hours(hour - 8)
}

#[tokio::test]
async fn the_calendar_says_which_days_a_limit_counts() {
    let scene = Scene::set().await;
    scene.city.an_office_category("lamp", Tier::District).await;
    let admin = scene.city.person("admin").as_(Role::SystemAdmin).await;
    let friday = a_friday(scene.start);
    let set = |day: NaiveDate, kind| NewCalendarDay {
        day: day.to_string(),
        kind: Some(kind),
        name_zh: "校庆".into(),
        name_en: "Jubilee".into(),
        provisional: false,
    };
    let report = |key: &'static str| NewEvent {
        centre: TOWNSHIP.into(),
        category: "lamp".into(),
        title: "路灯".into(),
        key: key.into(),
        ..NewEvent::default()
    };
    let (city, report) = (&scene, &report);
    let due = |key| async move {
        let event = city.report(&city.staff, report(key)).await.expect("a report");
        city.engine.event(&city.staff, event).await.expect("a case").row.due_at
    };
    scene.clock.pass(at(friday, 17) - scene.start);
    // 235 minutes from Friday 17:00: an hour today, 2 h 55 min on the next working day.
    assert_eq!(due("k1").await, at(friday + Duration::days(3), 11) + Duration::minutes(55));
    let refusal = refused(scene.engine.set_day(&scene.duty, set(friday, DayKind::Off)).await);
    assert!(matches!(refusal, Refusal::NotAllowed { .. }), "{refusal:?}");
    let saturday = friday + Duration::days(1);
    scene.engine.set_day(&admin, set(saturday, DayKind::Work)).await.expect("the weekend is worked");
    assert_eq!(due("k2").await, at(saturday, 11) + Duration::minutes(55));
    scene.engine.set_day(&admin, set(saturday, DayKind::Ordinary)).await.expect("not after all");
    scene.engine.set_day(&admin, set(friday + Duration::days(3), DayKind::Off)).await.expect("a holiday");
    assert_eq!(due("k3").await, at(friday + Duration::days(4), 11) + Duration::minutes(55));

    let named = scene
        .engine
        .year(&scene.staff, Some((friday + Duration::days(3)).year()))
        .await
        .expect("everybody reads it");
    assert_eq!((named.days.len(), named.may_change), (1, false));
    assert!(scene.engine.year(&admin, None).await.expect("its keeper too").may_change);
    let auditor = scene.city.person("auditor").as_(Role::Auditor).await;
    assert!(matches!(refused(scene.engine.year(&auditor, None).await), Refusal::NotAllowed { .. }));
    for (wrong, field) in [
        (NewCalendarDay { day: "tomorrow".into(), ..set(friday, DayKind::Off) }, "day"),
        (NewCalendarDay { kind: None, ..set(friday, DayKind::Off) }, "kind"),
        (NewCalendarDay { name_en: String::new(), ..set(friday, DayKind::Off) }, "name_en"),
    ] {
        let answer = refused(scene.engine.set_day(&admin, wrong).await);
        assert!(matches!(answer, Refusal::Field { field: ref f, .. } if f == field), "{field}: {answer:?}");
    }
}
