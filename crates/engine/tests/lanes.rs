//! Lists by lane, and what waits for whoever asks.

mod scene;

use domain::actors::{Actor, Role};
use domain::assignments::Supervision;
use domain::centres::Tier;
use domain::events::{EventDesk, EventFilter, EventMove, EventState};
use domain::lanes::LaneDesk;
use domain::orders::{OrderDesk, OrderFilter};
use domain::plans::Recipient;
use domain::supervision::{SupervisionDesk, SupervisionFilter};
use domain::{Refusal, Remedy};
use scene::{DISTRICT, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};

/// Floods belong to the lane of water, potholes to that of roads; one case each at the township, and a closed flood.
async fn two_lanes() -> Scene {
    let scene = Scene::set().await;
    scene.city.a_category("pothole", Tier::District).await;
    scene.city.in_lane("flood", "water").await;
    scene.city.in_lane("pothole", "roads").await;
    for (title, category, state) in [
        ("积水", "flood", EventState::Registered),
        ("坑洼", "pothole", EventState::Registered),
        ("旧积水", "flood", EventState::Closed),
    ] {
        scene.city.an_event(title, scene.start).of(category).at(TOWNSHIP).state(state).kept().await;
    }
    scene
}

async fn titles(scene: &Scene, by: &Actor, filter: EventFilter) -> Vec<String> {
    let page = scene.engine.events(by, filter).await.expect("a list");
    assert_eq!(usize::try_from(page.total), Ok(page.rows.len()), "the count says what the list shows");
    let mut titles: Vec<String> = page.rows.into_iter().map(|row| row.title.zh).collect();
    titles.sort();
    titles
}

fn of_lane(lane: &str) -> EventFilter {
    EventFilter { lane: Some(lane.into()), ..EventFilter::default() }
}

#[tokio::test]
async fn a_lane_shows_the_cases_of_its_categories_and_no_others() {
    let scene = two_lanes().await;
    for by in [&scene.duty, &scene.district, &scene.township] {
        assert_eq!(titles(&scene, by, of_lane("water")).await, ["积水"], "{}", by.person_name);
        let all = EventFilter { all: true, ..of_lane("water") };
        assert_eq!(titles(&scene, by, all).await, ["旧积水", "积水"], "{}", by.person_name);
        let closed = EventFilter { state: Some(EventState::Closed), ..of_lane("water") };
        assert_eq!(titles(&scene, by, closed).await, ["旧积水"], "{}", by.person_name);
        let both = EventFilter { category: Some("pothole".into()), ..of_lane("water") };
        assert!(titles(&scene, by, both).await.is_empty(), "a category of another lane");
    }
    let codes = scene.engine.case_lanes(&scene.district).await.expect("the lanes that cases belong to");
    assert_eq!(codes.into_iter().map(|(code, _)| code).collect::<Vec<_>>(), ["roads", "water"]);
    let unknown = scene.engine.events(&scene.duty, of_lane("air")).await;
    assert_eq!(refused(unknown), Refusal::field("lane", Remedy::Unknown { given: "air".into() }));
}

#[tokio::test]
async fn a_history_by_lane_is_read_page_by_page() {
    let scene = two_lanes().await;
    scene.city.a_category("leak", Tier::District).await;
    scene.city.in_lane("leak", "water").await;
    for n in 0..60 {
        let at = scene.start - chrono::Duration::minutes(n + 1);
        let category = if n % 2 == 0 { "flood" } else { "leak" };
        let draft = scene.city.an_event("旧案", at).of(category).at(TOWNSHIP);
        draft.state(EventState::Closed).kept().await;
    }
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let filter = EventFilter { all: true, after, ..of_lane("water") };
        let page = scene.engine.events(&scene.district, filter).await.expect("a page");
        assert_eq!(page.total, 62);
        seen.extend(page.rows.into_iter().map(|row| (row.reported_at, row.id.0)));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let mut sorted = seen.clone();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    sorted.dedup();
    assert_eq!(seen.len(), 62);
    assert_eq!(seen, sorted, "latest first, each once");
}

#[tokio::test]
async fn an_inbox_is_a_lane_owner_s_lane_and_everybody_else_s_centre() {
    let scene = two_lanes().await;
    let owner = scene.city.person("owner").of(DISTRICT).for_lane("water").as_(Role::LaneOwner).await;
    let mine = || EventFilter { mine: true, ..EventFilter::default() };
    assert_eq!(titles(&scene, &owner, mine()).await, ["积水"]);
    assert_eq!(titles(&scene, &scene.township, mine()).await, ["坑洼", "积水"], "its own to dispatch");
    assert!(titles(&scene, &scene.district, mine()).await.is_empty(), "they are the township's");
    let idle = scene.city.person("idle").of(DISTRICT).for_lane("air").as_(Role::LaneOwner).await;
    assert!(titles(&scene, &idle, mine()).await.is_empty(), "no case belongs to the lane");

    let reported = scene.a_report("r1").await;
    let waits = titles(&scene, &scene.district, mine()).await;
    assert_eq!(waits, ["道路积水"], "what a report asks of the district");
    EventDesk::step(&scene.engine, &scene.district, reported, EventMove::Reject, "不属实".into())
        .await
        .expect("a report may be rejected");
    assert!(titles(&scene, &scene.district, mine()).await.is_empty(), "nothing waits any more");
}

#[tokio::test]
async fn orders_and_the_board_follow_the_lane_of_their_case() {
    let scene = Scene::set().await;
    scene.city.a_category("pothole", Tier::District).await;
    scene.city.in_lane("flood", "water").await;
    scene.city.in_lane("pothole", "roads").await;
    let plan = scene.city.a_plan("flood").for_category("flood");
    let plan = plan.step("封道", Recipient::Township, 100).kept().await;
    let event = scene.a_report("r1").await;
    scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("an order");
    let orders = async |by: &Actor, filter: OrderFilter| {
        let page = scene.engine.orders(by, filter).await.expect("a list");
        assert_eq!(usize::try_from(page.total), Ok(page.rows.len()));
        page.rows.len()
    };
    let lane = |code: &str| OrderFilter { lane: Some(code.into()), ..OrderFilter::default() };
    let mine = || OrderFilter { mine: true, ..OrderFilter::default() };
    assert_eq!(orders(&scene.duty, lane("water")).await, 1);
    assert_eq!(orders(&scene.duty, lane("roads")).await, 0);
    assert_eq!(orders(&scene.staff, mine()).await, 1, "the township owes it");
    assert_eq!(orders(&scene.duty, mine()).await, 0, "nothing to verify yet");
    let part = scene.part_of(&scene.staff).await.id;

    scene.pass(120);
    scene.engine.note_overdue().await.expect("a tick");
    let board = async |by: &Actor, filter: SupervisionFilter| {
        let page = scene.engine.board(by, filter).await.expect("a board").page;
        assert_eq!(usize::try_from(page.total), Ok(page.rows.len()));
        page.rows.into_iter().map(|row| row.part.supervision).collect::<Vec<_>>()
    };
    let pressed = |lane: &str| SupervisionFilter { lane: Some(lane.into()), ..SupervisionFilter::default() };
    let owed = || SupervisionFilter { mine: true, ..SupervisionFilter::default() };
    assert_eq!(board(&scene.duty, pressed("water")).await, [Supervision::Urged]);
    assert!(board(&scene.duty, pressed("roads")).await.is_empty());
    assert_eq!(board(&scene.township, owed()).await.len(), 1);
    assert!(board(&scene.district, owed()).await.is_empty(), "the township owes it, not the district");

    scene.work_off(&scene.staff, part).await;
    assert_eq!(orders(&scene.duty, mine()).await, 1, "to be verified");
    assert_eq!(orders(&scene.staff, mine()).await, 0, "nothing is owed any more");
}

#[tokio::test]
async fn a_lane_ends_at_the_scope() {
    let scene = two_lanes().await;
    scene.city.an_event("别处积水", scene.start).of("flood").at(OTHER_TOWNSHIP).kept().await;
    assert_eq!(titles(&scene, &scene.duty, of_lane("water")).await, ["别处积水", "积水"]);
    assert_eq!(titles(&scene, &scene.district, of_lane("water")).await, ["积水"]);
}
