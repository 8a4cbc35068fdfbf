//! The demo city: as large as promised, alike each time, and left alone once it is there.

use chrono::{DateTime, Utc};
use engine::seed::{Seeded, seed};
use store::seed::{Census, census};
use store::testing::TestDatabase;

fn a_moment() -> DateTime<Utc> {
    "2026-11-23T06:32:00Z".parse().expect("a time")
}

async fn a_seeded_city(demo: bool) -> (TestDatabase, Census) {
    let city = TestDatabase::create().await;
    let mut tx = city.owner.begin().await.expect("a transaction");
    assert_eq!(seed(&mut tx, demo, a_moment()).await.expect("it is seeded"), Seeded::Filled);
    assert_eq!(seed(&mut tx, demo, a_moment()).await.expect("it is left alone"), Seeded::AlreadyThere);
    let census = census(&mut tx).await.expect("it can be counted");
    tx.commit().await.expect("a commit");
    (city, census)
}

#[tokio::test]
async fn the_demo_city_is_as_large_as_promised_and_alike_each_time() {
    let (_city, first) = a_seeded_city(true).await;
    let promised = [
        ("city", 1),
        ("district", 39),
        ("township", 1031),
        ("board of the city", 8),
        ("board of the township", 4),
        ("lane", 70),
        ("sublane", 248),
        ("risk point", 400),
        ("device", 2000),
        ("plan", 30),
        ("open warning", 42),
    ];
    for (what, number) in promised {
        assert_eq!(first.of(what), number, "{what}");
    }
    let at_least = [
        ("community", 20),
        ("grid", 20),
        ("vital sign", 60),
        ("vital sign in front", 8),
        ("kind of risk point", 12),
        ("kpi", 248),
        ("event", 20_000),
        ("open event", 42),
        ("order", 500),
        ("assignment", 3_000),
        ("late assignment", 1),
        ("red assignment", 1),
        ("kpi report", 50_000),
        ("reading", 100_000),
        ("review", 50),
        ("late improvement", 1),
        ("demo account", 50),
    ];
    for (what, number) in at_least {
        assert!(first.of(what) >= number, "{what}: {}", first.of(what));
    }
    assert_eq!(first.of("assignment in order of time"), first.of("assignment"));
    let (_again, second) = a_seeded_city(true).await;
    assert_eq!(first, second);
}

#[tokio::test]
async fn without_demo_there_are_no_accounts() {
    let (_city, census) = a_seeded_city(false).await;
    assert_eq!(census.of("township"), 1031);
    assert_eq!(census.of("lane"), 70);
    for what in ["person", "demo account", "gateway", "device", "event", "reading"] {
        assert_eq!(census.of(what), 0, "{what}");
    }
}
