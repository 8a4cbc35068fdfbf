//! Searching the event hub: two characters of Chinese, several words, numbers, days.

mod scene;

use chrono::Duration;
use domain::events::{EventDesk, EventFilter};
use domain::time::in_city;
use domain::{Fault, Refusal, Remedy};
use scene::{DISTRICT, Scene, TOWNSHIP};

async fn found(scene: &Scene, search: &str) -> Result<Vec<String>, Fault> {
    let filter = EventFilter { search: search.into(), ..EventFilter::default() };
    let rows = scene.engine.events(&scene.district, filter).await?.rows;
    let mut titles: Vec<String> = rows.into_iter().map(|row| row.title.zh).collect();
    titles.sort();
    Ok(titles)
}

#[tokio::test]
async fn words_are_found_wherever_they_stand_and_only_as_they_stand() {
    let scene = Scene::set().await;
    for title in ["南开下穿道积水 34 cm", "水积如山", "Broken pipe", "井盖缺失"] {
        scene.city.an_event(title, scene.start).of("flood").at(TOWNSHIP).kept().await;
    }
    for (search, expected) in [
        ("积水", vec!["南开下穿道积水 34 cm"]),
        ("下穿 积水", vec!["南开下穿道积水 34 cm"]),
        ("积水 下穿 井盖", vec![]),
        // Both pairs of it stand in the case, the word itself does not.
        ("穿道积水", vec!["南开下穿道积水 34 cm"]),
        ("道积水 34", vec!["南开下穿道积水 34 cm"]),
        ("BROKEN", vec!["Broken pipe"]),
        ("%' or", vec![]),
    ] {
        assert_eq!(found(&scene, search).await.expect("a list"), expected, "{search}");
    }
    let all = scene.engine.events(&scene.district, EventFilter::default()).await.expect("a list").rows;
    let number = all.first().expect("a case").number.clone();
    assert_eq!(found(&scene, &number.to_lowercase()).await.expect("a list").len(), 1, "{number}");
    assert_eq!(found(&scene, DISTRICT).await.expect("a list").len(), 4, "by the name of its place");
    assert_eq!(
        found(&scene, "水").await,
        Err(Refusal::field("search", Remedy::TooShort { min: 2 }).into()),
        "one character stands nearly everywhere"
    );
}

#[tokio::test]
async fn days_are_the_citys() {
    let scene = Scene::set().await;
    for days in 0..3 {
        let at = scene.start - Duration::days(days);
        scene.city.an_event("积水", at).of("flood").at(TOWNSHIP).kept().await;
    }
    let day = |ago: i64| in_city(scene.start - Duration::days(ago)).date_naive().to_string();
    let counted = async |from: String, to: String| {
        let filter = EventFilter { from, to, ..EventFilter::default() };
        scene.engine.events(&scene.district, filter).await.map(|page| page.total)
    };
    assert_eq!(counted(day(1), day(1)).await.expect("a list"), 1);
    assert_eq!(counted(day(2), String::new()).await.expect("a list"), 3);
    assert_eq!(counted(String::new(), day(1)).await.expect("a list"), 2);
    assert_eq!(counted("soon".into(), String::new()).await, Err(Refusal::unknown("from", "soon").into()));
}
