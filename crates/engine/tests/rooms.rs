//! Rooms: who opens them, who joins, who sees the link.

mod scene;

use domain::orders::OrderDesk;
use domain::rooms::{RoomDesk, RoomSubject, RoomTemplate};
use domain::{EventId, Refusal};
use engine::rooms::Conference;
use scene::{Scene, refused};

fn desk(scene: &Scene) -> Conference {
    let template: RoomTemplate = "视频会商|Video=https://meet.example/{number}".parse().expect("a template");
    Conference { engine: scene.engine.clone(), templates: [template].into() }
}

#[tokio::test]
async fn who_joins_is_noted_before_they_see_the_link() {
    let scene = Scene::set().await;
    let (event, order) = scene.an_order().await;
    let (desk, of) = (desk(&scene), RoomSubject::Order(order));
    let room = desk.open_room(&scene.duty, of, 0).await.expect("the city opens it");
    assert_eq!(desk.open_room(&scene.district, of, 0).await, Ok(room), "one of a name is open at a time");

    let link = |rooms: domain::rooms::Rooms| rooms.rooms[0].link.clone();
    let seen = desk.rooms(&scene.district, of).await.expect("the recipient sees it");
    assert_eq!(seen.rooms[0].joined.len(), 1);
    assert_eq!(link(seen), None, "not before joining");
    desk.join_room(&scene.district, room).await.expect("joined");
    desk.join_room(&scene.district, room).await.expect("joined again is joined once");
    let seen = desk.rooms(&scene.district, of).await.expect("the recipient sees it");
    assert_eq!(seen.rooms[0].joined.len(), 2);
    let number = link(seen).expect("whoever joined");
    assert!(number.starts_with("https://meet.example/") && !number.contains('{'), "{number}");

    // Who does not see the order sees no room; whoever sees it reads in its timeline who joined.
    assert_eq!(refused(desk.rooms(&scene.other_district, of).await), Refusal::NotFound);
    assert_eq!(refused(desk.join_room(&scene.other_district, room).await), Refusal::NotFound);
    let page = scene.engine.order(&scene.duty, order).await.expect("the order");
    let noted = page.timeline.iter().filter(|line| line.verb == domain::audit::Verb::RoomJoined);
    assert_eq!(noted.count(), 1);

    desk.close_room(&scene.duty, room).await.expect("closed by the centre that opened it");
    assert!(matches!(refused(desk.join_room(&scene.district, room).await), Refusal::NotNow { .. }));
    desk.open_room(&scene.duty, RoomSubject::Event(event), 0).await.expect("the case has rooms of its own");
    assert_eq!(refused(desk.open_room(&scene.duty, of, 7).await), Refusal::unknown("template", "7"));
    assert_eq!(refused(desk.rooms(&scene.duty, RoomSubject::Event(EventId(0))).await), Refusal::NotFound);
}
