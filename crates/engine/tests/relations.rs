//! Cases that are one and cases that are many, on a real database.

mod scene;

use chrono::Duration;
use domain::actors::Actor;
use domain::audit::Verb;
use domain::events::{EventDesk, EventFilter, EventMove, EventState, NewEvent, ReportFiles};
use domain::orders::OrderDesk;
use domain::relations::{AlikeQuery, NewChild, Related, RelationDesk, Reported};
use domain::{EventId, Fault, Refusal, Remedy};
use scene::{DISTRICT, FAR, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};

async fn step(scene: &Scene, actor: &Actor, id: EventId, step: EventMove) -> Result<EventState, Fault> {
    EventDesk::step(&scene.engine, actor, id, step, "查实".into()).await
}

async fn number(scene: &Scene, id: EventId) -> String {
    scene.engine.event(&scene.duty, id).await.expect("the city sees every case").row.number
}

async fn merge(scene: &Scene, actor: &Actor, id: EventId, into: EventId) -> Result<(), Fault> {
    scene.engine.merge(actor, id, number(scene, into).await, "同一处".into()).await
}

async fn related(scene: &Scene, actor: &Actor, id: EventId) -> Related {
    scene.engine.related(actor, id).await.expect("its relations")
}

async fn listed(scene: &Scene, actor: &Actor) -> Vec<EventId> {
    let page = scene.engine.events(actor, EventFilter::default()).await.expect("a list");
    assert_eq!(usize::try_from(page.total).expect("few"), page.rows.len(), "the count is of what is listed");
    page.rows.into_iter().map(|row| row.id).collect()
}

/// Verifies a case without orders and leaves it before its closing.
async fn verified(scene: &Scene, id: EventId) {
    let owner = &scene.city.database.owner;
    sqlx::query("update event set state = 'verified' where id = $1")
        .bind(id.0)
        .execute(owner)
        .await
        .expect("set");
}

fn a_form(key: &str) -> NewEvent {
    NewEvent {
        centre: TOWNSHIP.into(),
        category: "flood".into(),
        title: "道路积水".into(),
        key: key.into(),
        ..NewEvent::default()
    }
}

#[tokio::test]
async fn a_report_about_what_is_there_already_asks_its_reporter_first() {
    let scene = Scene::set().await;
    let first = scene.a_report("r1").await;
    let checked =
        async |new: NewEvent| scene.engine.report_checked(&scene.staff, new, ReportFiles::default()).await;
    let Reported::Alike(draft) = checked(a_form("r2")).await.expect("kept") else { panic!("it is alike") };
    let kept = scene.engine.report_draft(&scene.staff, draft).await.expect("its reporter reads it").new;
    assert_eq!((kept.title.as_str(), kept.key.as_str()), ("道路积水", "r2"), "nothing has to be typed again");
    for other in [&scene.township, &scene.duty] {
        assert_eq!(refused(scene.engine.report_draft(other, draft).await), Refusal::NotFound);
    }
    assert_eq!(listed(&scene, &scene.duty).await, [first], "nothing was taken yet");

    let Reported::Taken(second) = checked(NewEvent { anyway: true, ..kept.clone() }).await.expect("taken")
    else {
        panic!("it was said to be another one")
    };
    assert_eq!(checked(kept).await, Ok(Reported::Taken(second)), "the same form once more is the same case");
    let join = number(&scene, first).await;
    let Reported::Taken(third) = checked(NewEvent { join, ..a_form("r3") }).await.expect("taken") else {
        panic!("it was said to be the first one")
    };
    assert_eq!(scene.state_of(third).await, EventState::Merged);
    let page = related(&scene, &scene.district, first).await;
    assert_eq!(page.merged.iter().map(|case| case.row.id).collect::<Vec<_>>(), [third]);
    scene.pass(25 * 60);
    scene.engine.forget().await.expect("forgotten");
    assert_eq!(
        refused(scene.engine.report_draft(&scene.staff, draft).await),
        Refusal::NotFound,
        "after a day"
    );
}

#[tokio::test]
async fn candidates_are_near_of_the_class_and_of_late() {
    let scene = Scene::set().await;
    let about = |centre: &str| AlikeQuery {
        centre: centre.into(),
        category: "flood".into(),
        title: "积水".into(),
        ..AlikeQuery::default()
    };
    let found = async |actor: &Actor, about: AlikeQuery| {
        let alike = scene.engine.alike(actor, about).await.expect("candidates");
        alike.into_iter().map(|found| found.row.id).collect::<Vec<_>>()
    };
    let first = scene.a_report("r1").await;
    scene.pass(60);
    let other = NewEvent { title: "井盖缺失".into(), ..a_form("r2") };
    let second = scene.report(&scene.staff, other).await.expect("taken");
    assert_eq!(found(&scene.staff, about(TOWNSHIP)).await, [first, second], "what is said alike comes first");
    assert!(found(&scene.district, about(FAR)).await.is_empty(), "a township away is not here");
    let here: (String, String) =
        sqlx::query_as("select st_x(label)::text, st_y(label)::text from centre where code = $1")
            .bind(TOWNSHIP)
            .fetch_one(&scene.city.database.owner)
            .await
            .expect("a place");
    let at = AlikeQuery { longitude: here.0, latitude: here.1, ..about(FAR) };
    assert_eq!(found(&scene.district, at).await, [first, second], "around the point, whatever was chosen");
    assert!(
        found(&scene.staff, AlikeQuery { category: "unheard".into(), ..about(TOWNSHIP) }).await.is_empty()
    );
    assert!(found(&scene.neighbour, about("")).await.is_empty());
    let on_its_page = related(&scene, &scene.district, first).await.alike;
    assert_eq!(on_its_page.iter().map(|found| found.row.id).collect::<Vec<_>>(), [second], "never itself");

    step(&scene, &scene.district, second, EventMove::Reject).await.expect("rejected");
    assert_eq!(found(&scene.staff, about(TOWNSHIP)).await, [first], "what was rejected is no candidate");
    scene.pass(72 * 60);
    assert!(found(&scene.staff, about(TOWNSHIP)).await.is_empty(), "after three days it is another one");
    let owner = &scene.city.database.owner;
    sqlx::query("update responsibility set near_h = 200").execute(owner).await.expect("set");
    assert_eq!(found(&scene.staff, about(TOWNSHIP)).await, [first], "each class has its own window");
    sqlx::query("update event set state = 'closed', closed_at = $2 where id = $1")
        .bind(first.0)
        .bind(scene.engine.now() - Duration::days(6))
        .execute(owner)
        .await
        .expect("closed");
    assert_eq!(found(&scene.staff, about(TOWNSHIP)).await, [first], "closed six days ago");
    scene.pass(2 * 24 * 60);
    assert!(found(&scene.staff, about(TOWNSHIP)).await.is_empty(), "closed eight days ago");
    for minute in 0..8 {
        scene.a_report(&format!("many {minute}")).await;
    }
    assert_eq!(found(&scene.staff, about(TOWNSHIP)).await.len(), 5, "no more than a person reads");
}

#[tokio::test]
async fn a_merged_case_says_where_it_went_and_comes_back_with_its_time() {
    let scene = Scene::set().await;
    let (a, b) = (scene.a_report("a").await, scene.a_report("b").await);
    step(&scene, &scene.district, b, EventMove::Accept).await.expect("accepted");
    scene.pass(5);
    let before = scene.engine.event(&scene.district, b).await.expect("a case").row;
    assert!(matches!(refused(merge(&scene, &scene.staff, b, a).await), Refusal::NotAllowed { .. }));
    assert!(matches!(refused(merge(&scene, &scene.township, b, a).await), Refusal::BelongsTo { .. }));
    assert_eq!(refused(merge(&scene, &scene.other_district, b, a).await), Refusal::NotFound);
    assert_eq!(refused(merge(&scene, &scene.district, b, b).await), Refusal::field("into", Remedy::Itself));
    let bare = scene.engine.merge(&scene.district, b, number(&scene, a).await, " ".into()).await;
    assert_eq!(refused(bare), Refusal::field("reason", Remedy::Required));
    let nowhere = scene.engine.merge(&scene.district, b, "SJ-0".into(), "同".into()).await;
    assert_eq!(refused(nowhere), Refusal::unknown("into", "SJ-0"));
    assert!(related(&scene, &scene.district, b).await.may.merge);
    merge(&scene, &scene.district, b, a).await.expect("merged");

    let (of_a, of_b) = (related(&scene, &scene.district, a).await, related(&scene, &scene.district, b).await);
    assert_eq!(of_b.merged_into.map(|row| row.id), Some(a));
    assert!(of_b.may.unmerge && !of_b.may.merge);
    assert_eq!(of_a.merged.len(), 1);
    let verbs: Vec<Verb> = of_a.merged[0].timeline.iter().map(|line| line.verb).collect();
    assert_eq!(verbs, [Verb::EventReported, Verb::EventMoved, Verb::EventMoved], "its own history, whole");
    let detail = scene.engine.event(&scene.district, a).await.expect("a case");
    let took = detail.timeline.iter().find(|line| line.verb == Verb::EventTookIn).expect("a line");
    assert!(took.note.contains(&number(&scene, b).await) && took.note.contains("同一处"), "{took:?}");
    assert_eq!(listed(&scene, &scene.district).await, [a], "it stands in no list of what is open");

    assert_eq!(
        refused(merge(&scene, &scene.district, a, b).await),
        Refusal::field("into", Remedy::Over { state: "merged".into() })
    );
    let again = refused(merge(&scene, &scene.district, b, a).await);
    assert!(matches!(again, Refusal::NotNow { .. }), "one's own second click: {again:?}");

    scene.pass(600);
    let back = scene.engine.unmerge(&scene.district, b, "不是一处".into()).await;
    assert_eq!(back, Ok(EventState::Accepted));
    let after = scene.engine.event(&scene.district, b).await.expect("a case");
    assert_eq!(
        after.row.due_at,
        before.due_at + Duration::minutes(600),
        "what it stood still is not counted"
    );
    assert_eq!(after.row.step_due_at, before.step_due_at.map(|due| due + Duration::minutes(600)));
    assert_eq!(after.row.lamp, before.lamp);
    let moved: Vec<_> =
        after.timeline.iter().map(|line| (line.before.as_str(), line.after.as_str())).collect();
    assert_eq!(
        moved,
        [("", "reported"), ("reported", "accepted"), ("accepted", "merged"), ("merged", "accepted")]
    );
    let gave = scene.engine.event(&scene.district, a).await.expect("a case").timeline;
    assert!(gave.iter().any(|line| line.verb == Verb::EventGaveBack));
    assert!(related(&scene, &scene.district, a).await.merged.is_empty());
    assert!(matches!(
        refused(scene.engine.unmerge(&scene.district, b, "x".into()).await),
        Refusal::NotNow { .. }
    ));
}

#[tokio::test]
async fn a_case_with_open_orders_stays_and_says_who_may_end_them() {
    let scene = Scene::set().await;
    let (event, order) = scene.an_order().await;
    let other = scene.a_report("r2").await;
    let open = refused(merge(&scene, &scene.district, event, other).await);
    assert!(
        matches!(open, Refusal::OrdersOpen { count: 2, ref centre } if centre.contains("500000")),
        "{open:?}"
    );
    scene.engine.recall(&scene.duty, order, "误发".into()).await.expect("recalled");
    merge(&scene, &scene.district, event, other).await.expect("nothing binds it any more");
    let plan = scene
        .city
        .a_plan("other")
        .for_category("flood")
        .step("封道", domain::plans::Recipient::Township, 30)
        .kept()
        .await;
    let order = scene.engine.issue(&scene.duty, event, plan, "late".into()).await;
    assert!(matches!(refused(order), Refusal::NotNow { .. }), "a merged case takes no order");
}

#[tokio::test]
async fn two_officers_at_once_one_wins_and_the_other_hears_by_whom() {
    let scene = Scene::set().await;
    let second = scene.city.person("second").of(DISTRICT).as_(domain::actors::Role::DistrictDirector).await;
    for round in 0..5 {
        let event = scene.a_report(&format!("step {round}")).await;
        let (one, other) = tokio::join!(
            step(&scene, &scene.district, event, EventMove::Accept),
            step(&scene, &second, event, EventMove::Accept)
        );
        let (winner, lost) = if one.is_ok() { (&scene.district, other) } else { (&second, one) };
        let Refusal::Overtaken(by) = refused(lost) else { panic!("overtaken") };
        let (state, wanted, who, centre) = (by.state, by.wanted, by.who, by.centre);
        assert_eq!((state.as_str(), wanted.as_str(), &who), ("accepted", "accept", &winner.person_name));
        assert!(centre.zh.contains(DISTRICT), "{centre:?}");

        let (a, b) =
            (scene.a_report(&format!("a {round}")).await, scene.a_report(&format!("b {round}")).await);
        let (one, other) = tokio::join!(merge(&scene, &scene.district, a, b), merge(&scene, &second, b, a));
        assert!(one.is_ok() != other.is_ok(), "no two cases go into each other: {one:?} {other:?}");
        let (one, other) = tokio::join!(
            scene.engine.unmerge(&scene.district, if one.is_ok() { a } else { b }, "分".into()),
            scene.engine.unmerge(&second, if one.is_ok() { a } else { b }, "分".into())
        );
        let lost = if one.is_ok() { other } else { one };
        assert!(matches!(refused(lost), Refusal::Overtaken(ref by) if by.state == "reported"));
    }
}

#[tokio::test]
async fn a_case_is_split_and_closes_after_its_parts() {
    let scene = Scene::set().await;
    let whole = scene.a_report("r1").await;
    scene.city.a_category("road", domain::centres::Tier::Township).await;
    let part = |centre: &str, category: &str, title: &str| NewChild {
        centre: centre.into(),
        category: category.into(),
        title: title.into(),
        ..NewChild::default()
    };
    let split =
        async |actor: &Actor, parts, key: &str| scene.engine.split(actor, whole, parts, key.into()).await;
    let parts = vec![part("", "flood", "抽水"), part(FAR, "road", "路面塌陷"), part("", "", " ")];
    assert_eq!(
        refused(split(&scene.district, vec![part("", "", " ")], "k").await),
        Refusal::field("title", Remedy::Required)
    );
    let outside = vec![part(OTHER_TOWNSHIP, "road", "x")];
    assert_eq!(refused(split(&scene.district, outside, "k").await), Refusal::NotFound);
    assert!(matches!(refused(split(&scene.township, parts.clone(), "k").await), Refusal::BelongsTo { .. }));
    let children = split(&scene.district, parts.clone(), "k").await.expect("split");
    assert_eq!(
        split(&scene.district, parts, "k").await,
        Ok(children.clone()),
        "a second click splits nothing"
    );
    let page = related(&scene, &scene.district, whole).await;
    let rows: Vec<_> = page
        .children
        .iter()
        .map(|row| (row.title.zh.as_str(), row.centre.code.as_str(), row.state))
        .collect();
    assert_eq!(rows, [("抽水", DISTRICT, EventState::Registered), ("路面塌陷", FAR, EventState::Registered)]);
    assert!(page.children.iter().all(|row| row.step_due_at.is_some()), "each has its own clock");
    assert_eq!(related(&scene, &scene.district, children[1]).await.parent.map(|row| row.id), Some(whole));

    let third = scene.a_report("r2").await;
    let under = async |id, parent| {
        let number = number(&scene, parent).await;
        scene.engine.hang(&scene.district, id, number).await
    };
    assert_eq!(refused(under(whole, whole).await), Refusal::field("parent", Remedy::Itself));
    under(third, children[0]).await.expect("a part of a part");
    assert_eq!(refused(under(children[0], third).await), Refusal::field("parent", Remedy::HangsAlready));
    assert_eq!(refused(under(whole, third).await), Refusal::field("parent", Remedy::NotAtTop), "no ring");
    scene.engine.take_out(&scene.district, third).await.expect("taken out");
    assert_eq!(refused(scene.engine.take_out(&scene.district, third).await).status(), 409);

    verified(&scene, whole).await;
    assert_eq!(
        refused(step(&scene, &scene.district, whole, EventMove::Close).await),
        Refusal::ChildrenOpen { count: 2 }
    );
    let open = refused(merge(&scene, &scene.district, children[0], children[0]).await);
    assert_eq!(open, Refusal::field("into", Remedy::Itself));
    merge(&scene, &scene.district, children[0], third).await.expect("a part turns out to be another case");
    assert_eq!(
        refused(step(&scene, &scene.district, whole, EventMove::Close).await),
        Refusal::ChildrenOpen { count: 1 }
    );
    step(&scene, &scene.duty, children[1], EventMove::Void).await.expect("nothing there");
    step(&scene, &scene.district, whole, EventMove::Close).await.expect("closed after its parts");
    let late = refused(scene.engine.unmerge(&scene.district, children[0], "分".into()).await);
    assert_eq!(late, Refusal::ParentOver { state: "closed".into() });
    scene.engine.take_out(&scene.district, children[0]).await.expect("taken out first");
    scene.engine.unmerge(&scene.district, children[0], "分".into()).await.expect("then it goes on");
}

#[tokio::test]
async fn a_parent_and_its_part_never_close_and_open_past_each_other() {
    let scene = Scene::set().await;
    for round in 0..8 {
        let (whole, part, other) = (
            scene.a_report(&format!("w {round}")).await,
            scene.a_report(&format!("p {round}")).await,
            scene.a_report(&format!("o {round}")).await,
        );
        scene.engine.hang(&scene.district, part, number(&scene, whole).await).await.expect("put under");
        merge(&scene, &scene.district, part, other).await.expect("merged");
        verified(&scene, whole).await;
        let (closed, apart) = tokio::join!(
            step(&scene, &scene.district, whole, EventMove::Close),
            scene.engine.unmerge(&scene.duty, part, "分".into())
        );
        assert!(closed.is_ok() != apart.is_ok(), "{closed:?} {apart:?}");
    }
}
