//! What a cockpit shows, counted by roll-ups and made of readings.

use super::wet::a_wet_district;
use domain::actors::Role;
use domain::cockpit::CockpitDesk;
use domain::indicators::IndicatorDesk;
use domain::warnings::Level;
use domain::{Fault, Refusal};

#[tokio::test]
async fn counts_are_right_before_and_after_they_are_folded() {
    let mut scene = a_wet_district(0, 0).await;
    scene.send(&[("U1", 0, 31.0), ("U2", 0, 16.0)]).await;
    let leader = scene.city.person("leader").as_(Role::CityLeader).await;
    let staff = scene.city.person("staff").of("500106002").as_(Role::TownshipStaff).await;
    for fold in [false, true, true] {
        if fold {
            scene.engine.fold_tallies().await.expect("a tick");
        }
        let city = scene.engine.ribbon(&leader, "500000".into()).await.expect("the city's ribbon");
        assert_eq!(city.warnings, [0, 1, 0, 1]);
        assert_eq!((city.events_open, city.events_today, city.events_late), (2, 2, 0));
        let mine = scene.engine.ribbon(&staff, String::new()).await.expect("the township's ribbon");
        assert_eq!((mine.warnings, mine.events_open), ([0, 1, 0, 0], 0), "the district has the case");
        let strip = scene.engine.strip(&leader, "500000".into()).await.expect("districts");
        let worst: Vec<_> = strip.iter().map(|tile| (tile.centre.code.as_str(), tile.level)).collect();
        assert_eq!(worst, [("500106", Some(Level::Red)), ("500107", None)]);
    }
    scene.send(&[("U1", 60, 0.0)]).await;
    scene.engine.fold_tallies().await.expect("a tick");
    let city = scene.engine.ribbon(&leader, "500000".into()).await.expect("the city's ribbon");
    assert_eq!(city.warnings, [0, 1, 0, 0]);
}

#[tokio::test]
async fn a_front_shows_what_is_worst_and_how_fresh_it_is() {
    let mut scene = a_wet_district(0, 0).await;
    let leader = scene.city.person("leader").as_(Role::CityLeader).await;
    assert_eq!(scene.engine.fresh_at(&leader, String::new()).await, Ok(None));
    scene.send(&[("U1", 0, 31.0), ("U2", 30, 16.0)]).await;
    let fresh = scene.engine.fresh_at(&leader, String::new()).await;
    assert_eq!(fresh, Ok(Some(scene.at(30))));
    assert_eq!(scene.engine.fresh_at(&leader, "500107".into()).await, Ok(None));
    assert_eq!(scene.engine.fresh_at(&leader, "500106001".into()).await, Ok(Some(scene.at(0))));
    let warnings = scene.engine.front_warnings(&leader, String::new(), 1).await.expect("warnings");
    assert_eq!((warnings.len(), warnings[0].level), (1, Level::Red));
    assert_eq!(scene.engine.front_events(&leader, String::new(), 9).await.expect("cases").len(), 2);
    assert!(scene.engine.front_orders(&leader, String::new(), 9).await.expect("orders").is_empty());
    let alarms = scene.engine.alarms(&leader, "500106001".into()).await.expect("alarms");
    let alarms: serde_json::Value = serde_json::from_str(&alarms).expect("GeoJSON");
    assert_eq!(alarms["features"].as_array().map(Vec::len), Some(1));
    assert_eq!(alarms["features"][0]["properties"]["level"], 4);
    assert_eq!(alarms["features"][0]["geometry"]["type"], "Point");
    let neighbour = scene.city.person("neighbour").of("500107").as_(Role::DistrictDuty).await;
    let refused = Err(Fault::Refused(Refusal::NotFound));
    assert_eq!(scene.engine.alarms(&neighbour, "500106".into()).await, refused);
}

#[tokio::test]
async fn signs_are_made_of_readings_tier_by_tier() {
    let mut scene = a_wet_district(0, 0).await;
    scene.city.a_depth_sign().await;
    let leader = scene.city.person("leader").as_(Role::CityLeader).await;
    let empty = scene.engine.front_signs(&leader, String::new()).await.expect("signs");
    assert_eq!((empty.len(), empty[0].value), (1, None));
    scene.send(&[("U1", 0, 31.0), ("U2", 30, 16.0)]).await;
    assert_eq!(
        scene.engine.measure_signs().await.expect("a tick"),
        4,
        "two townships, their district, the city"
    );
    assert_eq!(scene.engine.measure_signs().await.expect("a tick"), 0, "nothing moved");
    let front = scene.engine.front_signs(&leader, String::new()).await.expect("signs");
    assert_eq!((front[0].value, front[0].level, front[0].stale), (Some(31.0), Some(Level::Red), false));
    scene.engine.draw_sparks().await.expect("a tick");
    let detail = scene
        .engine
        .indicator(&leader, "500106".into(), "underpass_depth".into(), 24)
        .await
        .expect("its page");
    let below: Vec<_> =
        detail.below.iter().map(|(centre, value, level)| (centre.code.as_str(), *value, *level)).collect();
    let expected =
        [("500106001", Some(31.0), Some(Level::Red)), ("500106002", Some(16.0), Some(Level::Yellow))];
    assert_eq!(below, expected);
    assert!(!detail.series.is_empty());
    scene.its(3600);
    let signs = scene.engine.signs(&leader, "500106001".into()).await.expect("signs");
    assert!(signs[0].stale, "an hour without a reading");
    assert_eq!(scene.engine.mark_stale_warnings().await.expect("a tick"), 2);
    assert!(scene.open().await.iter().all(|warning| warning.stale));
    scene.send(&[("U1", 3600, 31.0)]).await;
    assert!(!scene.open().await[0].stale);
}
