//! Cases from the report to the review, on a real database.

mod scene;

use chrono::Duration;
use domain::assignments::AssignmentMove;
use domain::audit::Verb;
use domain::events::{EventDesk, EventFilter, EventMove, EventState, NewEvent};
use domain::orders::OrderDesk;
use domain::reviews::{NewImprovement, ReviewDesk, ReviewFilter, ReviewState};
use domain::time::{Lamp, in_city};
use domain::{EventId, Fault, Refusal, Remedy};
use scene::{DISTRICT, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};

async fn step(
    scene: &Scene,
    actor: &domain::actors::Actor,
    id: EventId,
    step: EventMove,
) -> Result<EventState, Fault> {
    EventDesk::step(&scene.engine, actor, id, step, "查实".into()).await
}

#[tokio::test]
async fn a_report_goes_to_the_responsible_tier_and_its_reporter_follows_it() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    assert_eq!(scene.a_report("r1").await, event, "the same form sent twice is one case");
    let detail = scene.engine.event(&scene.staff, event).await.expect("the reporter sees it");
    assert_eq!(detail.row.centre.code, DISTRICT, "floods are the district's");
    assert_eq!(detail.row.due_at, scene.start + Duration::minutes(15 + 10 + 20 + 120 + 30 + 40));
    assert_eq!(detail.row.step_due_at, Some(scene.start + Duration::minutes(15)));
    assert!(detail.row.number.starts_with("SJ-20"), "{}", detail.row.number);
    assert!(detail.place.is_some());
    assert!(detail.moves.is_empty() && !detail.may_order, "the reporter moves nothing");
    let mine = scene.engine.events(&scene.staff, EventFilter::default()).await.expect("a list");
    assert_eq!(mine.rows.len(), 1);
    for stranger in [&scene.neighbour, &scene.other_district] {
        assert_eq!(refused(scene.engine.event(stranger, event).await), Refusal::NotFound);
        assert!(scene.engine.events(stranger, EventFilter::default()).await.expect("a list").rows.is_empty());
    }
}

#[tokio::test]
async fn two_reports_with_one_key_at_once_are_one_case() {
    let scene = Scene::set().await;
    let (a, b, c) = tokio::join!(scene.a_report("k"), scene.a_report("k"), scene.a_report("k"));
    assert!(a == b && b == c);
    assert_eq!(scene.engine.events(&scene.duty, EventFilter::default()).await.expect("a list").total, 1);
}

#[tokio::test]
async fn a_form_says_which_field_is_wrong() {
    let scene = Scene::set().await;
    let good = NewEvent {
        centre: TOWNSHIP.into(),
        category: "flood".into(),
        title: "积水".into(),
        key: "k".into(),
        ..NewEvent::default()
    };
    let wrong = [
        (NewEvent { title: " ".into(), ..good.clone() }, "title", Remedy::Required),
        (NewEvent { title: "长".repeat(81), ..good.clone() }, "title", Remedy::TooLong { max: 80 }),
        (
            NewEvent { description: "长".repeat(2001), ..good.clone() },
            "description",
            Remedy::TooLong { max: 2000 },
        ),
        (
            NewEvent { category: "nonsense".into(), ..good.clone() },
            "category",
            Remedy::Unknown { given: "nonsense".into() },
        ),
        (NewEvent { key: String::new(), ..good.clone() }, "key", Remedy::Reload),
    ];
    for (new, field, remedy) in wrong {
        let answer = refused(scene.report(&scene.staff, new).await);
        assert_eq!(answer, Refusal::Field { field: field.into(), remedy });
    }
    for centre in [OTHER_TOWNSHIP, "999999"] {
        let elsewhere = NewEvent { centre: centre.into(), ..good.clone() };
        assert_eq!(refused(scene.report(&scene.staff, elsewhere).await), Refusal::NotFound);
    }
    assert!(matches!(refused(scene.report(&scene.leader, good).await), Refusal::NotAllowed { .. }));
}

#[tokio::test]
async fn moves_by_hand_need_right_place_and_reason() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let elsewhere = refused(step(&scene, &scene.township, event, EventMove::Accept).await);
    assert!(
        matches!(elsewhere, Refusal::BelongsTo { .. }),
        "the township sees it, the district decides: {elsewhere:?}"
    );
    assert_eq!(
        refused(step(&scene, &scene.other_district, event, EventMove::Accept).await),
        Refusal::NotFound
    );
    assert!(matches!(
        refused(step(&scene, &scene.staff, event, EventMove::Accept).await),
        Refusal::NotAllowed { .. }
    ));
    assert!(matches!(
        refused(step(&scene, &scene.district, event, EventMove::Close).await),
        Refusal::NotNow { .. }
    ));
    let offered = scene.engine.event(&scene.district, event).await.expect("a case").moves;
    assert_eq!(offered, [EventMove::Accept, EventMove::Reject]);
    let bare = EventDesk::step(&scene.engine, &scene.district, event, EventMove::Reject, String::new()).await;
    assert_eq!(refused(bare), Refusal::Field { field: "reason".into(), remedy: Remedy::Required });
    step(&scene, &scene.district, event, EventMove::Accept).await.expect("the district accepts");
    step(&scene, &scene.district, event, EventMove::Register).await.expect("and registers");
    let by_hand = refused(step(&scene, &scene.district, event, EventMove::Dispatch).await);
    assert!(matches!(by_hand, Refusal::NotNow { .. }), "an order dispatches, nobody by hand");
    let below = refused(step(&scene, &scene.district, event, EventMove::Suspend).await);
    assert!(matches!(below, Refusal::BelongsTo { .. }), "the district has to ask the city: {below:?}");
    step(&scene, &scene.duty, event, EventMove::Suspend).await.expect("suspended");
    assert_eq!(step(&scene, &scene.district, event, EventMove::Resume).await, Ok(EventState::Registered));
    step(&scene, &scene.duty, event, EventMove::Void).await.expect("void");
    let open = scene.engine.events(&scene.duty, EventFilter::default()).await.expect("a list");
    assert_eq!(open.total, 0);
    let all = EventFilter { all: true, ..EventFilter::default() };
    assert_eq!(scene.engine.events(&scene.duty, all).await.expect("a list").total, 1);
}

#[tokio::test]
async fn a_list_is_narrowed_and_paged() {
    let scene = Scene::set().await;
    for minute in 0..120 {
        let at = scene.start - Duration::minutes(minute);
        scene
            .city
            .an_event(if minute == 7 { "100%_桥" } else { "积水" }, at)
            .of("flood")
            .at(TOWNSHIP)
            .kept()
            .await;
    }
    let mut filter = EventFilter { centre: DISTRICT.into(), ..EventFilter::default() };
    let (mut seen, mut pages) = (Vec::new(), 0);
    loop {
        let page = scene.engine.events(&scene.duty, filter.clone()).await.expect("a page");
        assert_eq!((page.total, page.more), (120, false));
        seen.extend(page.rows.iter().map(|row| (row.reported_at, row.id)));
        pages += 1;
        filter.after = page.next;
        if filter.after.is_none() {
            break;
        }
    }
    assert_eq!((seen.len(), pages), (120, 3));
    assert!(seen.is_sorted_by(|a, b| a > b), "latest first, none twice");
    let found =
        |filter| async { scene.engine.events(&scene.district, filter).await.expect("a list").rows.len() };
    let narrowed = EventFilter::default;
    assert_eq!(found(EventFilter { search: "%_桥".into(), ..narrowed() }).await, 1, "signs are letters here");
    assert_eq!(found(EventFilter { state: Some(EventState::Closed), ..narrowed() }).await, 0);
    assert_eq!(found(EventFilter { category: Some("flood".into()), ..narrowed() }).await, 50);
    assert_eq!(found(EventFilter { lamp: Some(Lamp::Red), ..narrowed() }).await, 0);
    scene.pass(4 * 60 - 60);
    let red = scene.engine.events(&scene.district, EventFilter { lamp: Some(Lamp::Red), ..narrowed() }).await;
    let red = red.expect("a list");
    assert_eq!(red.total, 59, "four hours after it was reported a case is due");
    assert!(red.rows.iter().all(|row| row.lamp == Lamp::Red));
    let nonsense = EventFilter { after: Some("' or 1".into()), ..narrowed() };
    assert!(matches!(refused(scene.engine.events(&scene.duty, nonsense).await), Refusal::Field { .. }));
}

/// A case whose order is verified, as it stands before it is closed.
async fn a_verified_case(scene: &Scene) -> EventId {
    let (event, order) = scene.an_order().await;
    scene.pass(5);
    for actor in [&scene.staff, &scene.district] {
        let part = scene.part_of(actor).await;
        scene.step(actor, part.id, AssignmentMove::Accept).await.expect("signed");
        scene.pass(10);
        scene.finish(actor, part.id, 0).await.expect("done");
    }
    for part in scene.engine.order(&scene.duty, order).await.expect("a page").tree {
        scene.step(&scene.duty, part.id, AssignmentMove::Approve).await.expect("verified");
    }
    event
}

#[tokio::test]
async fn whoever_commands_closes_and_a_review_tells_how_it_went() {
    let scene = Scene::set().await;
    let event = a_verified_case(&scene).await;
    let below = refused(step(&scene, &scene.district, event, EventMove::Close).await);
    assert!(matches!(below, Refusal::BelongsTo { ref centre } if centre.contains("500000")), "{below:?}");
    assert!(
        !scene.engine.event(&scene.district, event).await.expect("a case").moves.contains(&EventMove::Close)
    );
    scene.pass(5);
    assert_eq!(step(&scene, &scene.duty, event, EventMove::Close).await, Ok(EventState::Closed));
    let closed = scene.engine.event(&scene.duty, event).await.expect("a case");
    assert_eq!((closed.row.lamp, closed.moves.len(), closed.may_order), (Lamp::Green, 0, false));
    assert_eq!(closed.review, None, "a small case closed in time is reviewed only by hand");
    let review = scene.engine.open_review(&scene.duty, event).await.expect("opened by hand");

    let page = scene.engine.review(&scene.duty, review).await.expect("its page");
    assert_eq!(page.row.state, ReviewState::Open);
    let minutes = page.minutes;
    assert_eq!(
        (minutes.to_order, minutes.to_accepted, minutes.to_done, minutes.to_closed),
        (Some(0), Some(15), Some(25), Some(30))
    );
    let deviations: Vec<_> =
        page.deviations.iter().map(|d| (d.recipient.code.as_str(), d.planned_min, d.actual_min)).collect();
    assert_eq!(deviations, [(TOWNSHIP, 30, Some(15)), (DISTRICT, 60, Some(25))]);
    let verbs: Vec<_> = page.timeline.iter().map(|line| line.verb).collect();
    for verb in
        [Verb::EventReported, Verb::OrderIssued, Verb::AssignmentMoved, Verb::EventMoved, Verb::ReviewOpened]
    {
        assert!(verbs.contains(&verb), "{verb} is missing in {verbs:?}");
    }
    assert!(page.timeline.is_sorted_by_key(|line| line.at), "oldest first");
    let listed = scene.engine.reviews(&scene.district, ReviewFilter::default()).await.expect("a list");
    assert_eq!(listed.rows.len(), 1, "the district sees the review of its case");
    assert_eq!(refused(scene.engine.review(&scene.other_district, review).await), Refusal::NotFound);
    assert_eq!(refused(step(&scene, &scene.duty, event, EventMove::Close).await).status(), 409);
}

#[tokio::test]
async fn a_review_promises_with_owner_and_day_and_is_concluded_once() {
    let scene = Scene::set().await;
    let event = a_verified_case(&scene).await;
    step(&scene, &scene.duty, event, EventMove::Close).await.expect("closed");
    let review = scene.engine.open_review(&scene.duty, event).await.expect("opened by hand");
    let today = in_city(scene.start).date_naive();
    let good = NewImprovement {
        action: "加装水位计".into(),
        owner: "500000".into(),
        owner_name: "王工".into(),
        due_on: (today + Duration::days(7)).to_string(),
        ..NewImprovement::default()
    };
    let owners: Vec<_> = scene.engine.review(&scene.duty, review).await.expect("a page").owners;
    let owners: Vec<_> = owners.iter().map(|owner| owner.code.as_str()).collect();
    assert_eq!(owners, ["500000", DISTRICT, TOWNSHIP]);
    for (wrong, field) in [
        (NewImprovement { owner: OTHER_TOWNSHIP.into(), ..good.clone() }, "owner"),
        (NewImprovement { due_on: "tomorrow".into(), ..good.clone() }, "due_on"),
        (NewImprovement { due_on: (today - Duration::days(1)).to_string(), ..good.clone() }, "due_on"),
        (NewImprovement { owner_name: String::new(), ..good.clone() }, "owner_name"),
    ] {
        let answer = refused(scene.engine.improve(&scene.duty, review, wrong).await);
        assert!(matches!(answer, Refusal::Field { field: ref f, .. } if f == field), "{field}: {answer:?}");
    }
    assert!(matches!(
        refused(scene.engine.improve(&scene.township, review, good.clone()).await),
        Refusal::NotAllowed { .. }
    ));
    let promise = scene.engine.improve(&scene.duty, review, good).await.expect("promised");
    let early = refused(scene.engine.conclude(&scene.duty, review, "泵站启动偏晚".into()).await);
    assert_eq!(early, Refusal::PartsOpen { count: 1 }, "not while an improvement is open");

    scene.clock.pass(Duration::days(8));
    let moved = scene.engine.note_overdue().await.expect("the tick runs");
    assert_eq!(moved, 1, "the promise is late, and nothing else moves");
    assert_eq!(scene.engine.note_overdue().await.expect("the tick runs"), 0);
    let page = scene.engine.review(&scene.duty, review).await.expect("a page");
    assert_eq!(page.row.improvements, (1, 0, 1));
    assert_eq!(refused(scene.engine.improved(&scene.other_district, promise).await), Refusal::NotFound);
    scene.engine.improved(&scene.duty, promise).await.expect("its owner made it");
    scene.engine.conclude(&scene.duty, review, "泵站启动偏晚".into()).await.expect("concluded");
    let again = refused(scene.engine.conclude(&scene.duty, review, "又".into()).await);
    assert!(matches!(again, Refusal::NotNow { .. }), "{again:?}");
    let page = scene.engine.review(&scene.duty, review).await.expect("a page");
    assert_eq!((page.row.improvements, page.improvements[0].late), ((1, 1, 0), false));
    assert_eq!(page.findings, "泵站启动偏晚");
}
