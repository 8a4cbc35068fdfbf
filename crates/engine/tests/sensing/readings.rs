//! From readings to warnings and their cases, on a real database.

use super::wet::{Scene, a_wet_district, message, taken};
use chrono::{DateTime, Duration, Utc};
use domain::actors::Role;
use domain::events::{EventDesk as _, EventState};
use domain::warnings::{Level, WarningDesk, WarningFilter, WarningState};
use domain::{Fault, Refusal};
use engine::sensors::{Intake, Message};

#[tokio::test]
async fn water_rises_and_the_district_has_a_case() {
    let mut scene = a_wet_district(20, 120).await;
    assert_eq!(scene.send(&[("U1", 0, 3.0), ("U1", 60, 31.0)]).await, taken(2, 0, 0, 0));
    assert!(scene.open().await.is_empty(), "twenty seconds have not passed");
    assert_eq!(scene.send(&[("U1", 90, 34.0)]).await, taken(1, 0, 0, 1));

    let warnings = scene.open().await;
    let [warning] = &warnings[..] else { panic!("one warning: {warnings:?}") };
    assert_eq!((warning.level, warning.state), (Level::Red, WarningState::Raised));
    assert_eq!(warning.title.zh, "U1下穿道积水 34 cm");
    assert_eq!(warning.title.en, "U1 underpass: water 34 cm deep");
    assert_eq!((warning.value, warning.threshold, warning.worsening), (34.0, 30.0, Some(true)));
    assert_eq!((warning.raised_at, warning.centre.code.as_str()), (scene.at(90), "500106001"));

    let event = warning.event.expect("a warning opens a case");
    let (case, timeline) = scene.case(event).await;
    assert_eq!(case.row.state, EventState::Registered);
    assert_eq!((case.row.level, case.row.centre.code.as_str()), (Level::Red, "500106"));
    assert_eq!(case.row.due_at, scene.at(90) + Duration::minutes(15 + 10 + 20 + 120 + 30 + 40));
    let verbs: Vec<_> = timeline.iter().map(|entry| entry.verb.as_str()).collect();
    assert_eq!(verbs, ["warning_raised", "event_reported"]);

    // The township goes on seeing the warning, with no way to a case that is not there for it any more.
    let owner = &scene.city.database.owner;
    let unshared = sqlx::query("update event set shared_with = '{}' where id = $1").bind(event.0);
    unshared.execute(owner).await.expect("set");
    let township = scene.city.person("below").of("500106001").as_(Role::TownshipDirector).await;
    assert!(matches!(scene.engine.event(&township, event).await, Err(Fault::Refused(Refusal::NotFound))));
    let below = scene.engine.warnings(&township, WarningFilter::default()).await.expect("its warnings").rows;
    assert_eq!(below.iter().map(|warning| warning.event).collect::<Vec<_>>(), [None]);
    let detail = scene.engine.warning(&township, warning.id).await.expect("its warning");
    assert_eq!(detail.row.event, None);
}

#[tokio::test]
async fn a_warning_rises_with_the_water_falls_with_it_and_is_cleared() {
    let mut scene = a_wet_district(0, 60).await;
    scene.send(&[("U1", 0, 11.0)]).await;
    let blue = scene.open().await.remove(0);
    scene.engine.acknowledge(&scene.duty, blue.id).await.expect("the duty officer may acknowledge");
    scene.engine.acknowledge(&scene.duty, blue.id).await.expect("twice is the same as once");
    assert_eq!(scene.open().await[0].state, WarningState::Acknowledged);

    scene.send(&[("U1", 60, 32.0)]).await;
    let red = scene.open().await.remove(0);
    assert_eq!((red.id, red.level, red.state), (blue.id, Level::Red, WarningState::Raised));
    let (case, _) = scene.case(red.event.expect("its case")).await;
    assert_eq!(case.row.level, Level::Red, "the case is as grave as its warning");

    scene.send(&[("U1", 120, 16.0), ("U1", 180, 16.0)]).await;
    assert_eq!(scene.open().await[0].level, Level::Yellow);
    scene.send(&[("U1", 240, 2.0)]).await;
    assert_eq!(scene.open().await.len(), 1, "a minute must pass");
    scene.send(&[("U1", 300, 2.0)]).await;
    assert!(scene.open().await.is_empty());
    let cleared = scene.warnings(Some(WarningState::Cleared)).await.remove(0);
    assert_eq!((cleared.level, cleared.cleared_at), (Level::Red, Some(scene.at(300))));
    assert_eq!(cleared.title.zh, "U1下穿道积水 32 cm", "what is over is titled by its peak");
    let detail = scene.engine.warning(&scene.duty, cleared.id).await.expect("its page");
    let verbs: Vec<_> = detail.timeline.iter().map(|entry| entry.verb.as_str()).collect();
    assert_eq!(
        verbs,
        [
            "warning_raised",
            "warning_acknowledged",
            "warning_escalated",
            "warning_escalated",
            "warning_cleared"
        ]
    );
    assert_eq!(detail.series.len(), 6);

    scene.send(&[("U1", 600, 12.0)]).await;
    let again = scene.open().await.remove(0);
    assert_eq!(again.event, red.event, "the case is still open: the water that came back belongs to it");
}

#[tokio::test]
async fn one_water_is_one_case_however_many_gauges_see_it() {
    let mut scene = a_wet_district(0, 0).await;
    scene.city.another_gauge("U1b", "U1").await;
    scene.send(&[("U1", 0, 16.0), ("U1b", 0, 31.0), ("U2", 0, 31.0)]).await;
    let warnings = scene.open().await;
    let of = |point: &str| -> Vec<_> {
        warnings.iter().filter(|one| one.title.zh.starts_with(point)).map(|one| one.event).collect()
    };
    let (here, there) = (of("U1"), of("U2"));
    assert_eq!((here.len(), there.len()), (2, 1));
    assert_eq!(here[0], here[1], "both gauges tell of one case");
    assert_ne!(here[0], there[0]);
    let event = here[0].expect("a case");
    let (case, timeline) = scene.case(event).await;
    assert_eq!(case.row.level, Level::Red, "as grave as the graver");
    let raised = timeline.iter().filter(|entry| entry.verb.as_str() == "warning_raised").count();
    assert_eq!(raised, 2);

    // Two servers hear of one gauge each at the same moment.
    let scene = a_wet_district(0, 0).await;
    scene.city.another_gauge("U1b", "U1").await;
    let (mut one, mut other) = (Intake::new(scene.engine.clone()), Intake::new(scene.engine.clone()));
    let (first, second) = ([scene.message(&[("U1", 0, 31.0)])], [scene.message(&[("U1b", 0, 31.0)])]);
    let (first, second) = tokio::join!(one.take(&first), other.take(&second));
    assert_eq!(first.expect("a database").raised + second.expect("a database").raised, 2);
    let warnings = scene.open().await;
    assert_eq!(warnings.len(), 2);
    assert_eq!(warnings[0].event, warnings[1].event);
}

/// Everything that the readings left behind and that a different order must leave alike.
async fn left_behind(
    scene: &Scene,
) -> (Vec<(String, serde_json::Value)>, Vec<(i16, i16, DateTime<Utc>, String)>) {
    let watches = sqlx::query_as("select datastream::text, state from watch order by datastream")
        .fetch_all(&scene.city.database.owner)
        .await
        .expect("watches");
    let warnings = sqlx::query_as(
        "select level, worst, raised_at, title_zh from warning where cleared_at is null order by datastream",
    )
    .fetch_all(&scene.city.database.owner)
    .await
    .expect("warnings");
    (watches, warnings)
}

#[tokio::test]
async fn any_order_of_arrival_ends_alike() {
    let story: Vec<(&str, i64, f64)> = (0..40)
        .flat_map(|n| {
            let depth = [4.0, 12.0, 31.0, 33.0, 8.0, 21.0, 6.0, 30.0, 26.0, 27.0]
                [usize::try_from(n * 7 % 10).expect("small")];
            [("U1", n * 30, depth), ("U2", n * 30 + 7, 34.0 - depth)]
        })
        .collect();
    let mut straight = a_wet_district(45, 60).await;
    for part in story.chunks(4) {
        straight.send(part).await;
    }
    let expected = left_behind(&straight).await;
    assert!(!expected.1.is_empty(), "the story ends under water");

    for stride in [7_usize, 13, 27, 79] {
        let mut scene = a_wet_district(45, 60).await;
        scene.its(1200);
        let shuffled: Vec<_> = (0..story.len()).map(|n| story[n * stride % story.len()]).collect();
        let mut kept = 0;
        for part in shuffled.chunks(5) {
            kept += scene.send(part).await.kept;
            // A gateway that heard no answer sends again.
            assert_eq!(scene.send(part).await, taken(0, part.len() as u64, 0, 0));
        }
        assert_eq!(kept, story.len() as u64);
        let found = left_behind(&scene).await;
        assert_eq!(found.0, expected.0, "stride {stride}");
        assert_eq!(found.1, expected.1, "stride {stride}");
        let twice: i64 = sqlx::query_scalar("select count(*) from (select from warning where cleared_at is null group by rule, datastream having count(*) > 1) w")
            .fetch_one(&scene.city.database.owner)
            .await
            .expect("a count");
        assert_eq!(twice, 0);
    }
}

#[tokio::test]
async fn state_survives_a_restart() {
    let mut scene = a_wet_district(60, 60).await;
    scene.send(&[("U1", 0, 31.0)]).await;
    scene.intake = Intake::new(scene.engine.clone());
    assert_eq!(scene.send(&[("U1", 60, 31.0)]).await.raised, 1, "the minute began before the restart");
    scene.intake = Intake::new(scene.engine.clone());
    scene.send(&[("U1", 120, 0.0)]).await;
    scene.intake = Intake::new(scene.engine.clone());
    scene.send(&[("U1", 180, 0.0)]).await;
    assert!(scene.open().await.is_empty());
}

#[tokio::test]
async fn what_cannot_be_stored_is_buried_with_its_reason() {
    let mut scene = a_wet_district(0, 0).await;
    let foreign = scene.message(&[
        ("U3", 0, 31.0),
        ("U9", 0, 31.0),
        ("U1", 0, 900.0),
        ("U1", 0, 3.0),
        ("U1", 600, 3.0),
    ]);
    let quantity =
        format!(r#"{{"device":"U1","quantity":"joy","at":"{}","value":1}}"#, scene.start.to_rfc3339());
    let done =
        scene.intake.take(&[foreign, message("not JSON \0"), message(&quantity)]).await.expect("a database");
    assert_eq!(done, taken(1, 0, 6, 0));
    let reasons: Vec<(Option<String>, serde_json::Value)> =
        sqlx::query_as("select message_id, reason from dead_letter order by id")
            .fetch_all(&scene.city.database.owner)
            .await
            .expect("dead letters");
    let fields: Vec<_> = reasons
        .iter()
        .map(|(_, reason)| {
            reason["field"]["field"].as_str().or(reason["belongs_to"]["centre"].as_str()).unwrap_or_default()
        })
        .collect();
    assert_eq!(fields, ["at", "payload", "500000.500107.500107001", "device", "value", "quantity"]);
    let ids: Vec<_> = reasons.iter().map(|(id, _)| id.as_deref().unwrap_or_default()).collect();
    assert_eq!(ids, ["m1", "", "m1", "m1", "m1", ""], "the gateway's own name for the message");
    let unknown = Message { gateway: "g2".into(), ..scene.message(&[("U1", 30, 3.0)]) };
    assert_eq!(scene.intake.take(&[unknown]).await.expect("a database"), taken(0, 0, 1, 0));
}

#[tokio::test]
async fn an_episode_that_was_over_when_it_came_is_written_down_without_a_case() {
    let mut scene = a_wet_district(0, 0).await;
    scene.send(&[("U1", 0, 1.0), ("U1", 60, 31.0), ("U1", 120, 1.0), ("U2", 0, 1.0)]).await;
    assert!(scene.open().await.is_empty());
    let past = scene.warnings(Some(WarningState::Cleared)).await;
    assert_eq!((past.len(), past[0].level, past[0].event), (1, Level::Red, None));
    // The same, because one reading came late.
    scene.send(&[("U2", 120, 1.0)]).await;
    scene.send(&[("U2", 60, 26.0)]).await;
    assert!(scene.open().await.is_empty());
    assert_eq!(scene.warnings(Some(WarningState::Cleared)).await.len(), 2);
}

#[tokio::test]
async fn others_neither_see_nor_acknowledge_it() {
    let mut scene = a_wet_district(0, 0).await;
    scene.send(&[("U1", 0, 31.0)]).await;
    let id = scene.open().await[0].id;
    let neighbour = scene.city.person("neighbour").of("500107").as_(Role::DistrictDuty).await;
    let refused = scene.engine.warning(&neighbour, id).await.expect_err("not theirs");
    assert_eq!(refused, Fault::Refused(Refusal::NotFound));
    let refused = scene.engine.acknowledge(&neighbour, id).await.expect_err("not theirs");
    assert_eq!(refused, Fault::Refused(Refusal::NotFound));
    let staff = scene.city.person("staff").of("500106001").as_(Role::TownshipStaff).await;
    assert!(!scene.engine.warning(&staff, id).await.expect("their own underpass").may_acknowledge);
    let refused = scene.engine.acknowledge(&staff, id).await.expect_err("not their right");
    assert!(matches!(refused, Fault::Refused(Refusal::NotAllowed { .. })));
}

#[tokio::test]
async fn two_servers_take_the_same_readings_in_once() {
    let scene = a_wet_district(0, 0).await;
    let story: Vec<(&str, i64, f64)> =
        (0..200_i64).map(|n| (if n % 2 == 0 { "U1" } else { "U2" }, n, 31.0)).collect();
    scene.its(300);
    let messages: Vec<Message> = story.chunks(5).map(|part| scene.message(part)).collect();
    let (mut one, mut other) = (Intake::new(scene.engine.clone()), Intake::new(scene.engine.clone()));
    let backwards: Vec<Message> = messages.iter().rev().cloned().collect();
    let (forth, back) = tokio::join!(
        async {
            let mut kept = 0;
            for part in messages.chunks(3) {
                kept += one.take(part).await.expect("a database").kept;
            }
            kept
        },
        async {
            let mut kept = 0;
            for part in backwards.chunks(4) {
                kept += other.take(part).await.expect("a database").kept;
            }
            kept
        }
    );
    assert_eq!(forth + back, 200);
    assert_eq!(scene.open().await.len(), 2);
    let watched: Vec<Option<DateTime<Utc>>> =
        sqlx::query_scalar("select last_at from watch order by datastream")
            .fetch_all(&scene.city.database.owner)
            .await
            .expect("watches");
    assert_eq!(watched, [Some(scene.at(198)), Some(scene.at(199))]);
}
