//! What time brings: lamps, pressure, late cases. Two servers tick, and nothing is done twice.

mod scene;

use domain::assignments::{AssignmentMove, Supervision};
use domain::audit::Verb;
use domain::events::{EventDesk, EventFilter};
use domain::orders::{OrderDesk, OrderFilter};
use domain::time::Lamp;
use scene::{Scene, TOWNSHIP};

async fn pressure(scene: &Scene) -> (Lamp, Supervision, usize) {
    let part = scene.part_of(&scene.staff).await;
    let page = scene.engine.order(&scene.duty, part.order).await.expect("a page");
    let lines = page.timeline.iter().filter(|line| line.verb == Verb::Supervised).count();
    (part.lamp, part.supervision, lines)
}

#[tokio::test]
async fn a_late_part_is_urged_then_yellow_then_red_and_each_is_logged_once() {
    let scene = Scene::set().await;
    let plan = scene.city.a_plan("flood").for_category("flood");
    let plan = plan.step("封道", domain::plans::Recipient::Township, 100).kept().await;
    let event = scene.a_report("r1").await;
    scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("an order");
    for (minutes, wanted) in [
        (79, (Lamp::Green, Supervision::None, 0)),
        (1, (Lamp::Amber, Supervision::None, 0)),
        (20, (Lamp::Amber, Supervision::None, 0)),
        (1, (Lamp::Red, Supervision::Urged, 1)),
        (49, (Lamp::Red, Supervision::Urged, 1)),
        (1, (Lamp::Red, Supervision::Yellow, 2)),
        (50, (Lamp::Red, Supervision::Red, 3)),
        (1000, (Lamp::Red, Supervision::Red, 3)),
    ] {
        scene.pass(minutes);
        let (one, two) = tokio::join!(scene.engine.note_overdue(), scene.engine.note_overdue());
        one.and(two).expect("the ticks run");
        assert_eq!(pressure(&scene).await, wanted, "after {minutes} minutes more");
        assert_eq!(scene.engine.note_overdue().await.expect("a tick"), 0, "nothing is done twice");
    }
    let listed = OrderFilter { lamp: Some(Lamp::Red), ..OrderFilter::default() };
    let listed = scene.engine.orders(&scene.duty, listed).await.expect("a list");
    assert_eq!((listed.rows[0].supervision, listed.rows[0].counts.late), (Supervision::Red, 1));
}

#[tokio::test]
async fn what_is_done_in_time_is_left_alone() {
    let scene = Scene::set().await;
    let (_, order) = scene.an_order().await;
    for actor in [&scene.staff, &scene.district] {
        let part = scene.part_of(actor).await;
        scene.work_off(actor, part.id).await;
    }
    scene.pass(100);
    scene.engine.note_overdue().await.expect("a tick");
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    assert!(page.tree.iter().all(|part| part.supervision == Supervision::None && part.lamp == Lamp::Green));
    // Taken up again it is late at once: its limit has long passed.
    let part = scene.part_of(&scene.staff).await;
    scene.step(&scene.duty, part.id, AssignmentMove::Rework).await.expect("rework");
    scene.engine.note_overdue().await.expect("a tick");
    assert_eq!(scene.part_of(&scene.staff).await.supervision, Supervision::Red);
}

#[tokio::test]
async fn pressure_stays_when_the_issuer_insists() {
    let scene = Scene::set().await;
    scene.an_order().await;
    let part = scene.part_of(&scene.staff).await;
    scene.pass(31);
    scene.engine.note_overdue().await.expect("a tick");
    scene.step(&scene.staff, part.id, AssignmentMove::SendBack).await.expect("sent back");
    scene.step(&scene.duty, part.id, AssignmentMove::Reissue).await.expect("reissued");
    let anew = scene.part_of(&scene.staff).await;
    assert_eq!((anew.lamp, anew.supervision), (Lamp::Green, Supervision::Urged));
}

#[tokio::test]
async fn a_case_past_its_limit_is_late_for_every_screen_above() {
    let scene = Scene::set().await;
    for n in 0..3 {
        let case = scene.city.an_event("积水", scene.start).of("flood").at(TOWNSHIP);
        case.due(scene.start + chrono::Duration::minutes(60 * n)).kept().await;
    }
    scene.pass(61);
    assert_eq!(scene.engine.note_overdue().await.expect("a tick"), 2);
    assert_eq!(scene.engine.note_overdue().await.expect("a tick"), 0);
    let red = EventFilter { lamp: Some(Lamp::Red), ..EventFilter::default() };
    for actor in [&scene.duty, &scene.district, &scene.township] {
        assert_eq!(scene.engine.events(actor, red.clone()).await.expect("a list").total, 2);
    }
}
