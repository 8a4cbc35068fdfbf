//! Districts that help each other with a case, and the lists in which it stands, on a real database.

mod scene;

use chrono::Duration;
use domain::actors::Actor;
use domain::assignments::AssignmentMove;
use domain::audit::Verb;
use domain::events::{EventDesk, EventFilter, EventMove, EventState};
use domain::order_drafts::{Choice, Letter, OrderDraftDesk, OrderSpec, Origin};
use domain::relations::{HelperMove, HelperState, NewHelper, Related, RelationDesk};
use domain::{EventId, Fault, Refusal, Remedy};
use scene::{DISTRICT, OTHER_DISTRICT, OTHER_TOWNSHIP, Scene, refused};

async fn step(scene: &Scene, actor: &Actor, id: EventId, step: EventMove) -> Result<EventState, Fault> {
    EventDesk::step(&scene.engine, actor, id, step, "查实".into()).await
}

async fn related(scene: &Scene, actor: &Actor, id: EventId) -> Related {
    scene.engine.related(actor, id).await.expect("its relations")
}

async fn listed(scene: &Scene, actor: &Actor) -> Vec<EventId> {
    let page = scene.engine.events(actor, EventFilter::default()).await.expect("a list");
    assert_eq!(usize::try_from(page.total).expect("few"), page.rows.len(), "the count is of what is listed");
    page.rows.into_iter().map(|row| row.id).collect()
}

#[tokio::test]
async fn districts_help_each_other_under_one_lead() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let lead = &scene.district;
    let helper = &scene.other_district;
    let name = async |actor: &Actor, centre: &str| {
        let new = NewHelper { centre: centre.into(), task: "下游封路".into() };
        scene.engine.name_helper(actor, event, new).await
    };
    let moved = async |actor: &Actor, centre: &str, step: HelperMove| {
        scene.engine.step_helper(actor, event, centre.into(), step, "因为".into()).await
    };
    assert_eq!(refused(name(lead, DISTRICT).await), Refusal::field("centre", Remedy::Itself));
    assert!(
        matches!(refused(name(lead, "500000").await), Refusal::Field { .. }),
        "nobody names the centre above"
    );
    assert_eq!(refused(name(helper, OTHER_DISTRICT).await), Refusal::NotFound);

    assert_eq!(name(lead, OTHER_DISTRICT).await, Ok(HelperState::Asked));
    assert_eq!(refused(scene.engine.event(helper, event).await), Refusal::NotFound, "nobody consented");
    assert!(listed(&scene, helper).await.is_empty());
    assert_eq!(
        refused(name(lead, OTHER_DISTRICT).await),
        Refusal::field("centre", Remedy::Taken { given: OTHER_DISTRICT.into() })
    );
    assert!(matches!(
        refused(moved(lead, OTHER_DISTRICT, HelperMove::Consent).await),
        Refusal::BelongsTo { .. }
    ));
    assert_eq!(moved(&scene.duty, OTHER_DISTRICT, HelperMove::Consent).await, Ok(HelperState::Helping));

    assert_eq!(listed(&scene, helper).await, [event], "its list has what was shared with it");
    let page = related(&scene, helper, event).await;
    assert_eq!((page.lead.code.as_str(), page.helpers.len()), (DISTRICT, 1));
    assert_eq!(page.helpers[0].moves, [HelperMove::Finish]);
    assert!(
        scene.engine.event(helper, event).await.expect("it sees the case").moves.is_empty(),
        "the lead moves it"
    );
    assert!(matches!(
        refused(step(&scene, helper, event, EventMove::Accept).await),
        Refusal::BelongsTo { .. }
    ));
    scene.engine.note(helper, event, "已封闭下游路口".into()).await.expect("a note");
    let notes = scene.engine.event(lead, event).await.expect("a case").timeline;
    assert!(notes.iter().any(|line| line.verb == Verb::EventNoted && line.note == "已封闭下游路口"));

    assert!(matches!(
        refused(moved(lead, OTHER_DISTRICT, HelperMove::Finish).await),
        Refusal::BelongsTo { .. }
    ));
    assert_eq!(moved(helper, OTHER_DISTRICT, HelperMove::Finish).await, Ok(HelperState::Done));
    assert_eq!(moved(lead, OTHER_DISTRICT, HelperMove::Resume).await, Ok(HelperState::Helping));

    let due = scene.engine.event(lead, event).await.expect("a case").row.due_at;
    let give = async |actor: &Actor| {
        scene.engine.give_lead(actor, event, OTHER_DISTRICT.into(), "水往下流".into()).await
    };
    assert!(
        matches!(refused(give(lead).await), Refusal::BelongsTo { ref centre } if centre.contains("500000"))
    );
    assert!(matches!(refused(give(helper).await), Refusal::BelongsTo { .. }));
    give(&scene.duty).await.expect("the city gives the lead");
    let taken_over = scene.engine.event(helper, event).await.expect("a case");
    assert_eq!(
        (taken_over.row.centre.code.as_str(), taken_over.row.due_at),
        (OTHER_DISTRICT, due),
        "the clock runs on"
    );
    let page = related(&scene, lead, event).await;
    let helpers: Vec<_> = page.helpers.iter().map(|h| (h.centre.code.as_str(), h.state)).collect();
    assert_eq!(helpers, [(DISTRICT, HelperState::Helping)], "who led helps from now on");
    assert_eq!(listed(&scene, lead).await, [event]);
    assert_eq!(listed(&scene, helper).await, [event], "once, although it was shared before");
    step(&scene, helper, event, EventMove::Accept).await.expect("the new lead moves it");
    step(&scene, helper, event, EventMove::Reject).await.expect("to its end");
    assert!(listed(&scene, lead).await.is_empty(), "over for everybody");
    let all = EventFilter { all: true, ..EventFilter::default() };
    assert_eq!(scene.engine.events(lead, all).await.expect("a list").rows.len(), 1);
    assert!(matches!(refused(moved(helper, DISTRICT, HelperMove::Release).await), Refusal::NotNow { .. }));
}

#[tokio::test]
async fn a_lead_orders_who_helps_it_and_nobody_else_of_elsewhere() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let spec = |event: String, centre: &str| OrderSpec {
        letter: Letter { title: "封路".into(), ..Letter::default() },
        choice: Choice { centres: vec![centre.into()], ..Choice::default() },
        event,
        ..OrderSpec::default()
    };
    let send = async |spec: OrderSpec, key: &str| {
        let draft = scene.engine.save(&scene.district, None, spec, key.into()).await?;
        scene.engine.send(&scene.district, draft).await
    };
    let on_it = || spec(event.to_string(), OTHER_DISTRICT);
    let stranger = refused(send(on_it(), "a").await);
    assert_eq!(stranger, Refusal::unknown("centres", OTHER_DISTRICT));
    let new = NewHelper { centre: OTHER_DISTRICT.into(), ..NewHelper::default() };
    scene.engine.name_helper(&scene.duty, event, new).await.expect("the city names it");
    let origin = Origin { event: Some(event), ..Origin::default() };
    let composer = scene.engine.composer(&scene.district, origin).await.expect("a form");
    assert!(composer.below.iter().any(|centre| centre.code == OTHER_DISTRICT), "it stands in the form");
    for spec in [spec(String::new(), OTHER_DISTRICT), spec(event.to_string(), OTHER_TOWNSHIP)] {
        assert!(
            matches!(refused(send(spec, "b").await), Refusal::Field { .. }),
            "only it, only in this case"
        );
    }
    send(on_it(), "c").await.expect("the lead orders");
    let part = scene.part_of(&scene.other_district).await;
    scene.work_off(&scene.other_district, part.id).await;
    assert_eq!(scene.state_of(event).await, EventState::HandledBack);
    scene.step(&scene.district, part.id, AssignmentMove::Approve).await.expect("and verifies");
    assert_eq!(scene.state_of(event).await, EventState::Verified);
}

#[tokio::test]
async fn a_city_case_is_in_the_list_of_a_district_with_a_part_in_it() {
    let scene = Scene::set().await;
    for minute in 0..70 {
        let at = scene.start - Duration::minutes(minute);
        scene.city.an_event("城区积水", at).of("flood").kept().await;
    }
    let own = scene.a_report("r1").await;
    let city: Vec<i64> = sqlx::query_scalar(
        "update event set shared_with = array['500000.500107', '500000.500106']::ltree[] where centre = $1 returning id",
    )
    .bind(scene.duty.centre.id.0)
    .fetch_all(&scene.city.database.owner)
    .await
    .expect("shared");
    assert_eq!(city.len(), 70);
    let (mut filter, mut seen) = (EventFilter::default(), Vec::new());
    loop {
        let page = scene.engine.events(&scene.district, filter.clone()).await.expect("a page");
        assert_eq!(page.total, 71);
        seen.extend(page.rows.iter().map(|row| (row.reported_at, row.id)));
        filter.after = page.next;
        if filter.after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 71, "own and shared, page by page");
    assert!(seen.is_sorted_by(|a, b| a > b), "latest first, none twice");
    assert!(seen.iter().any(|(_, id)| *id == own));
    assert_eq!(listed(&scene, &scene.staff).await, [own], "a township has no part in them");
    let elsewhere = scene.engine.events(&scene.other_district, EventFilter::default()).await.expect("a list");
    assert_eq!(elsewhere.total, 70, "and the other district none in the report");
}
