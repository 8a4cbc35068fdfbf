//! Saved views: kept, shared, opened from the menu, renamed, removed and brought back; by whom and for whom.

mod scene;

use chrono::Duration;
use domain::actors::{Actor, Role};
use domain::views::{NewView, SavedViews, UNDO_MIN, VIEWS_AT_MOST, ViewDesk, ViewList};
use domain::{Fault, Refusal, Remedy, ViewId};
use scene::{NEIGHBOUR, Scene, refused};

fn a_view(name: &str, query: &str) -> NewView {
    NewView { list: ViewList::Events, query: query.into(), name: name.into(), shared: false, default: false }
}

async fn keep(scene: &Scene, by: &Actor, new: NewView) -> Result<ViewId, Fault> {
    scene.engine.keep_view(by, new).await
}

async fn seen(scene: &Scene, by: &Actor) -> SavedViews {
    scene.engine.views(by, ViewList::Events, "?lamp=red&after=1~1".into()).await.expect("one's views")
}

async fn names(scene: &Scene, by: &Actor) -> Vec<String> {
    seen(scene, by).await.views.into_iter().map(|view| view.name).collect()
}

#[tokio::test]
async fn a_view_is_its_keeper_s_and_a_shared_one_its_centre_s() {
    let scene = Scene::set().await;
    keep(&scene, &scene.staff, a_view("逾期", "lamp=red")).await.expect("kept");
    let own = seen(&scene, &scene.staff).await;
    let view = own.views.first().expect("the view");
    assert_eq!(view.href, "/events?lamp=red");
    assert!(view.is_current, "what is looked at, whichever page of it");
    assert!(view.may_change && !view.shared && !own.may_share);
    for other in [&scene.township, &scene.neighbour, &scene.district, &scene.leader] {
        assert!(names(&scene, other).await.is_empty(), "{}", other.person_name);
    }

    let shared = NewView { shared: true, ..a_view("本镇红灯", "lamp=red&mine=true") };
    let denied = refused(keep(&scene, &scene.staff, shared.clone()).await);
    assert!(matches!(denied, Refusal::NotAllowed { ref who, .. } if who.contains(&Role::TownshipDirector)));
    let id = keep(&scene, &scene.township, shared).await.expect("whoever leads may share");
    assert_eq!(names(&scene, &scene.staff).await, ["逾期", "本镇红灯"], "one's own first");
    assert!(names(&scene, &scene.neighbour).await.is_empty(), "another township");
    assert!(names(&scene, &scene.district).await.is_empty(), "the district has its own");
    for stranger in [&scene.staff, &scene.neighbour, &scene.district] {
        assert!(scene.engine.remove_view(stranger, id, false).await.is_err(), "{}", stranger.person_name);
        assert!(scene.engine.rename_view(stranger, id, "别的".into()).await.is_err());
    }
    let hidden = scene.engine.open_by_default(&scene.neighbour, id, true).await;
    assert_eq!(refused(hidden), Refusal::NotFound, "what one does not see is not there");
}

#[tokio::test]
async fn the_menu_opens_the_view_that_was_chosen_until_it_is_removed() {
    let scene = Scene::set().await;
    let first = NewView { default: true, ..a_view("逾期", "lamp=red") };
    let first = keep(&scene, &scene.staff, first).await.expect("kept");
    let menu = async || scene.engine.default_views(&scene.staff).await.expect("the menu");
    assert_eq!(menu().await, [(ViewList::Events, "/events?lamp=red".to_owned())]);
    let shared = NewView { shared: true, ..a_view("本镇", "mine=true") };
    let shared = keep(&scene, &scene.township, shared).await.expect("kept");
    scene.engine.open_by_default(&scene.staff, shared, true).await.expect("a shared one may be chosen");
    assert_eq!(menu().await, [(ViewList::Events, "/events?mine=true".to_owned())], "one a list");
    assert!(scene.engine.default_views(&scene.township).await.expect("a menu").is_empty());
    scene.engine.remove_view(&scene.township, shared, false).await.expect("removed");
    assert!(menu().await.is_empty());
    scene.engine.remove_view(&scene.township, shared, true).await.expect("brought back");
    assert_eq!(menu().await.len(), 1);
    scene.engine.open_by_default(&scene.staff, first, false).await.expect("was not the one");
    assert_eq!(menu().await.len(), 1);
    scene.engine.open_by_default(&scene.staff, shared, false).await.expect("no more");
    assert!(menu().await.is_empty());
}

#[tokio::test]
async fn what_is_removed_comes_back_for_a_while() {
    let scene = Scene::set().await;
    let id = keep(&scene, &scene.staff, a_view("逾期", "lamp=red")).await.expect("kept");
    for _ in 0..2 {
        scene.engine.remove_view(&scene.staff, id, false).await.expect("removed, once or twice");
    }
    let left = seen(&scene, &scene.staff).await;
    assert!(left.views.is_empty());
    assert_eq!(left.removed, [(id, "逾期".to_owned())]);
    assert_eq!(refused(scene.engine.rename_view(&scene.staff, id, "x".into()).await), Refusal::NotFound);
    scene.engine.remove_view(&scene.staff, id, true).await.expect("brought back");
    assert_eq!(names(&scene, &scene.staff).await, ["逾期"]);

    scene.engine.remove_view(&scene.staff, id, false).await.expect("removed");
    keep(&scene, &scene.staff, a_view("逾期", "lamp=amber")).await.expect("the name is free");
    let taken = scene.engine.remove_view(&scene.staff, id, true).await;
    assert_eq!(refused(taken), Refusal::field("name", Remedy::Taken { given: "逾期".into() }));
    scene.clock.pass(Duration::minutes(UNDO_MIN + 1));
    assert!(seen(&scene, &scene.staff).await.removed.is_empty(), "the offer is over");
    scene.clock.pass(Duration::minutes(UNDO_MIN));
    scene.engine.forget().await.expect("a tick");
    assert_eq!(refused(scene.engine.remove_view(&scene.staff, id, true).await), Refusal::NotFound);
}

#[tokio::test]
async fn only_what_the_list_knows_is_kept() {
    let scene = Scene::set().await;
    for query in ["order=drop", "lamp=purple", "centre=a'b", "lamp=red&lamp=green"] {
        let kept = keep(&scene, &scene.staff, a_view("x", query)).await;
        assert!(matches!(refused(kept), Refusal::Field { field, .. } if field == "query"), "{query}");
    }
    let nameless = keep(&scene, &scene.staff, a_view("  ", "lamp=red")).await;
    assert_eq!(refused(nameless), Refusal::field("name", Remedy::Required));
    for n in 0..VIEWS_AT_MOST {
        keep(&scene, &scene.staff, a_view(&n.to_string(), "lamp=red")).await.expect("not too many yet");
    }
    let one_more = keep(&scene, &scene.staff, a_view("one more", "lamp=red")).await;
    assert!(matches!(refused(one_more), Refusal::Field { field, .. } if field == "views"));
    let id = seen(&scene, &scene.staff).await.views[0].id;
    let named = scene.engine.rename_view(&scene.staff, id, "7".into()).await;
    assert_eq!(refused(named), Refusal::field("name", Remedy::Taken { given: "7".into() }));
    scene.engine.rename_view(&scene.staff, id, "晨会".into()).await.expect("renamed");
    assert!(names(&scene, &scene.staff).await.contains(&"晨会".to_owned()));
}

#[tokio::test]
async fn a_view_shows_what_its_reader_may_see() {
    let scene = Scene::set().await;
    let id = keep(&scene, &scene.staff, a_view("邻镇", &["centre=", NEIGHBOUR].concat())).await;
    id.expect("a view is only a path");
    let filter = domain::events::EventFilter { centre: NEIGHBOUR.into(), ..Default::default() };
    let opened = domain::events::EventDesk::events(&scene.engine, &scene.staff, filter).await;
    assert_eq!(refused(opened), Refusal::NotFound, "opening it asks for the right");
}
