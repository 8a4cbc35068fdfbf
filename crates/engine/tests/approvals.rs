//! What a district asks the city for, and the arbiter, on a real database.

mod scene;

use chrono::Duration;
use domain::actors::{Actor, Role};
use domain::approvals::{ApprovalDesk, ApprovalKind, ApprovalMove, ApprovalState, Decision, NewApproval};
use domain::audit::Verb;
use domain::centres::Tier;
use domain::events::{EventDesk, EventFilter, EventMove, EventState, NewEvent};
use domain::orders::OrderDesk;
use domain::time::Lamp;
use domain::{ApprovalId, EventId, Fault, Refusal, Remedy};
use scene::{DISTRICT, OTHER_DISTRICT, Scene, TOWNSHIP, refused};

/// What the whole of a flood may take.
const WHOLE_MIN: i64 = 235;

async fn ask(scene: &Scene, actor: &Actor, event: EventId, kind: ApprovalKind) -> Result<ApprovalId, Fault> {
    let minutes = if kind == ApprovalKind::Extension { "90" } else { "" };
    let new = NewApproval { kind: Some(kind), reason: "水位仍高".into(), minutes: minutes.into() };
    scene.engine.ask(actor, event, new).await
}

async fn decide(
    scene: &Scene,
    actor: &Actor,
    id: ApprovalId,
    step: ApprovalMove,
    reason: &str,
) -> Result<ApprovalState, Fault> {
    let decision = Decision { step, reason: reason.into(), taker: String::new() };
    scene.engine.decide(actor, id, decision).await
}

async fn arbitrate(
    scene: &Scene,
    actor: &Actor,
    id: ApprovalId,
    taker: &str,
) -> Result<ApprovalState, Fault> {
    let decision = Decision { step: ApprovalMove::Grant, reason: "属地".into(), taker: taker.into() };
    scene.engine.decide(actor, id, decision).await
}

async fn moved(scene: &Scene, actor: &Actor, event: EventId, step: EventMove) -> Result<EventState, Fault> {
    EventDesk::step(&scene.engine, actor, event, step, "查实".into()).await
}

async fn waiting(scene: &Scene, actor: &Actor) -> Vec<ApprovalKind> {
    let page = scene.engine.approvals(actor, None).await.expect("one's own list");
    assert_eq!(
        i64::try_from(page.rows.len()),
        Ok(scene.engine.approvals_waiting(actor).await.expect("a count"))
    );
    page.rows.iter().map(|row| row.kind).collect()
}

#[tokio::test]
async fn an_extension_granted_moves_both_clocks_and_refused_leaves_them() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let id = ask(&scene, &scene.district, event, ApprovalKind::Extension).await.expect("the district asks");
    let twice = refused(ask(&scene, &scene.district, event, ApprovalKind::Extension).await);
    assert!(matches!(twice, Refusal::NotNow { .. }), "one of a kind is open at a time: {twice:?}");
    assert_eq!(waiting(&scene, &scene.duty).await, [ApprovalKind::Extension]);
    let due = |minutes| scene.start + Duration::minutes(minutes);

    scene.pass(10);
    let bare = refused(decide(&scene, &scene.duty, id, ApprovalMove::Refuse, " ").await);
    assert_eq!(bare, Refusal::Field { field: "reason".into(), remedy: Remedy::Required });
    decide(&scene, &scene.duty, id, ApprovalMove::Refuse, "人手够").await.expect("the city refuses");
    let row = scene.engine.event(&scene.district, event).await.expect("a case").row;
    assert_eq!((row.due_at, row.step_due_at), (due(WHOLE_MIN), Some(due(15))));

    let id = ask(&scene, &scene.district, event, ApprovalKind::Extension).await.expect("it asks again");
    scene.pass(10);
    scene.engine.note_overdue().await.expect("the tick runs");
    let row = scene.engine.event(&scene.district, event).await.expect("a case").row;
    assert_eq!(row.step_lamp, Lamp::Red, "the clock runs on while it waits");
    assert_eq!(decide(&scene, &scene.duty, id, ApprovalMove::Grant, "").await, Ok(ApprovalState::Granted));
    let detail = scene.engine.event(&scene.district, event).await.expect("a case");
    assert_eq!((detail.row.due_at, detail.row.step_due_at), (due(WHOLE_MIN + 90), Some(due(15 + 90))));
    assert_eq!((detail.row.state, detail.row.step_lamp), (EventState::Reported, Lamp::Green));
    assert!(waiting(&scene, &scene.duty).await.is_empty());
    let log: Vec<_> = detail.timeline.iter().map(|line| (line.verb, line.after.as_str())).collect();
    let (asked, moved) = (Verb::ApprovalAsked, Verb::ApprovalMoved);
    assert_eq!(log[1..], [(asked, "asked"), (moved, "refused"), (asked, "asked"), (moved, "granted")]);
    assert_eq!(
        (detail.timeline[1].subject.zh.as_str(), detail.timeline[1].subject.en.as_str()),
        ("延期", "Extension")
    );
    assert!(matches!(
        refused(decide(&scene, &scene.duty, id, ApprovalMove::Grant, "").await),
        Refusal::NotNow { .. }
    ));
}

#[tokio::test]
async fn only_the_handling_centre_asks_and_only_the_one_above_decides() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let kind = ApprovalKind::Extension;
    assert_eq!(refused(ask(&scene, &scene.other_district, event, kind).await), Refusal::NotFound);
    assert!(matches!(refused(ask(&scene, &scene.staff, event, kind).await), Refusal::NotAllowed { .. }));
    assert!(matches!(refused(ask(&scene, &scene.township, event, kind).await), Refusal::BelongsTo { .. }));
    let wrong = NewApproval { kind: Some(kind), reason: "x".into(), minutes: "50000".into() };
    let wrong = refused(scene.engine.ask(&scene.district, event, wrong).await);
    assert!(matches!(wrong, Refusal::Field { ref field, .. } if field == "minutes"), "{wrong:?}");
    let id = ask(&scene, &scene.district, event, kind).await.expect("the district asks");
    let grant = ApprovalMove::Grant;
    assert_eq!(refused(decide(&scene, &scene.other_district, id, grant, "").await), Refusal::NotFound);
    assert!(matches!(
        refused(decide(&scene, &scene.township, id, grant, "").await),
        Refusal::NotAllowed { .. }
    ));
    assert!(matches!(
        refused(decide(&scene, &scene.leader, id, grant, "").await),
        Refusal::NotAllowed { .. }
    ));
    let own = refused(decide(&scene, &scene.district, id, grant, "").await);
    assert!(matches!(own, Refusal::BelongsTo { ref centre } if centre.contains("500000")), "{own:?}");
    let seen = scene.engine.approvals_of(&scene.staff, event).await.expect("the reporter reads it");
    assert!(seen.may_ask.is_empty() && seen.rows[0].moves.is_empty());
    let seen = scene.engine.approvals_of(&scene.district, event).await.expect("the asker reads it");
    assert_eq!(
        (seen.may_ask.as_slice(), seen.rows[0].moves.as_slice()),
        (&[ApprovalKind::Voiding][..], &[ApprovalMove::Withdraw][..])
    );
    decide(&scene, &scene.district, id, ApprovalMove::Withdraw, "").await.expect("it withdraws");
    assert!(matches!(refused(decide(&scene, &scene.duty, id, grant, "").await), Refusal::NotNow { .. }));
}

#[tokio::test]
async fn granting_moves_the_case_and_a_case_that_is_over_owes_no_decision() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    for step in [EventMove::Accept, EventMove::Register] {
        moved(&scene, &scene.district, event, step).await.expect("the district's own");
    }
    scene.pass(5);
    let by_hand = refused(moved(&scene, &scene.district, event, EventMove::Suspend).await);
    assert!(matches!(by_hand, Refusal::BelongsTo { ref centre } if centre.contains("500000")), "{by_hand:?}");
    let id = ask(&scene, &scene.district, event, ApprovalKind::Suspension).await.expect("it asks");
    decide(&scene, &scene.duty, id, ApprovalMove::Grant, "").await.expect("granted");
    assert_eq!(scene.state_of(event).await, EventState::Suspended);
    scene.pass(1000);
    assert_eq!(scene.engine.note_overdue().await.expect("the tick runs"), 0, "its clocks stand still");
    let stopped = scene.engine.event(&scene.duty, event).await.expect("a case").row;
    assert_eq!((stopped.lamp, stopped.step_lamp), (Lamp::Green, Lamp::Green));
    moved(&scene, &scene.district, event, EventMove::Resume).await.expect("resumed");
    let row = scene.engine.event(&scene.duty, event).await.expect("a case").row;
    let due = |minutes| scene.start + Duration::minutes(minutes);
    assert_eq!((row.due_at, row.step_due_at), (due(WHOLE_MIN + 1000), Some(due(20 + 1000))));

    ask(&scene, &scene.district, event, ApprovalKind::Extension).await.expect("it asks for more");
    let id = ask(&scene, &scene.district, event, ApprovalKind::Voiding).await.expect("and to void it");
    decide(&scene, &scene.duty, id, ApprovalMove::Grant, "").await.expect("granted");
    assert_eq!(scene.state_of(event).await, EventState::Void);
    assert!(waiting(&scene, &scene.duty).await.is_empty(), "the extension lapsed with the case");
    let past = scene.engine.approvals_of(&scene.district, event).await.expect("its requests").rows;
    let states: Vec<_> = past.iter().map(|row| row.state).collect();
    assert_eq!(states, [ApprovalState::Granted, ApprovalState::Withdrawn, ApprovalState::Granted]);
}

#[tokio::test]
async fn what_no_longer_fits_is_withdrawn_by_itself() {
    let scene = Scene::set().await;
    let (plan, event) = (scene.a_plan().await, scene.a_report("r1").await);
    for kind in [ApprovalKind::Voiding, ApprovalKind::Extension] {
        ask(&scene, &scene.district, event, kind).await.expect("the district asks");
    }
    scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("the city orders");
    assert_eq!(
        waiting(&scene, &scene.duty).await,
        [ApprovalKind::Extension],
        "what is dispatched is not voided"
    );
}

#[tokio::test]
async fn the_city_decides_on_its_own_cases_at_once() {
    let scene = Scene::set().await;
    scene.city.a_category("rail", Tier::City).await;
    let new =
        NewEvent { category: "rail".into(), title: "停运".into(), key: "k".into(), ..NewEvent::default() };
    let event = scene.report(&scene.duty, new).await.expect("reported");
    let before = scene.engine.event(&scene.duty, event).await.expect("a case");
    assert!(before.moves.contains(&EventMove::Void));
    ask(&scene, &scene.duty, event, ApprovalKind::Extension).await.expect("more time");
    let after = scene.engine.event(&scene.duty, event).await.expect("a case");
    assert_eq!(after.row.due_at - before.row.due_at, Duration::minutes(90));
    moved(&scene, &scene.duty, event, EventMove::Void).await.expect("void");
}

/// A dispatched case whose return the city has refused twice; gives the arbitration that followed.
async fn a_quarrel(scene: &Scene) -> (EventId, ApprovalId) {
    let (event, _) = scene.an_order().await;
    for answer in ["属你区", "仍属你区"] {
        let id = ask(scene, &scene.district, event, ApprovalKind::Return).await.expect("the district asks");
        decide(scene, &scene.duty, id, ApprovalMove::Refuse, answer).await.expect("the city refuses");
        scene.pass(1);
    }
    let rows = scene.engine.approvals_of(&scene.duty, event).await.expect("its requests").rows;
    assert_eq!(rows[0].kind, ApprovalKind::Arbitration);
    (event, rows[0].id)
}

#[tokio::test]
async fn a_second_refusal_goes_to_the_arbiter_whose_word_binds() {
    let scene = Scene::set().await;
    let (event, arbitration) = a_quarrel(&scene).await;
    assert_eq!(waiting(&scene, &scene.duty).await, [ApprovalKind::Arbitration]);
    let third = refused(ask(&scene, &scene.district, event, ApprovalKind::Return).await);
    assert!(matches!(third, Refusal::BelongsTo { .. }), "the arbiter has it now: {third:?}");
    let shrug = refused(decide(&scene, &scene.duty, arbitration, ApprovalMove::Refuse, "x").await);
    assert!(matches!(shrug, Refusal::NotNow { .. }), "an arbiter decides: {shrug:?}");
    let takers = scene.engine.approvals_of(&scene.duty, event).await.expect("its requests").takers;
    assert!(takers.iter().any(|centre| centre.code == OTHER_DISTRICT));
    for wrong in ["", TOWNSHIP, "999999"] {
        let answer = refused(arbitrate(&scene, &scene.duty, arbitration, wrong).await);
        assert!(
            matches!(answer, Refusal::Field { ref field, .. } if field == "taker"),
            "{wrong}: {answer:?}"
        );
    }
    assert!(matches!(
        refused(arbitrate(&scene, &scene.district, arbitration, OTHER_DISTRICT).await),
        Refusal::BelongsTo { .. }
    ));
    assert_eq!(arbitrate(&scene, &scene.duty, arbitration, OTHER_DISTRICT).await, Ok(ApprovalState::Granted));

    let taken = scene.engine.event(&scene.other_district, event).await.expect("it is theirs now");
    assert_eq!((taken.row.centre.code.as_str(), taken.row.state), (OTHER_DISTRICT, EventState::Returned));
    assert_eq!(taken.row.step_due_at, Some(scene.start + Duration::minutes(2 + 20)), "to be dispatched anew");
    scene.engine.event(&scene.district, event).await.expect("whoever had it still sees it");
    let listed = scene.engine.events(&scene.other_district, EventFilter::default()).await.expect("a list");
    assert_eq!(listed.total, 1);
    let plan = scene.city.a_plan("again").for_category("flood");
    let plan = plan.step_for("抽排", OTHER_DISTRICT, 30).kept().await;
    scene.engine.issue(&scene.other_district, event, plan, "k9".into()).await.expect("it dispatches");
    let bound = refused(ask(&scene, &scene.other_district, event, ApprovalKind::Return).await);
    assert!(matches!(bound, Refusal::Settled { ref centre } if centre.contains("500000")), "{bound:?}");
    let bound = refused(moved(&scene, &scene.duty, event, EventMove::Return).await);
    assert!(matches!(bound, Refusal::Settled { .. }), "not by hand either: {bound:?}");
}

#[tokio::test]
async fn an_arbiter_may_leave_a_case_where_it_is() {
    let scene = Scene::set().await;
    let (event, arbitration) = a_quarrel(&scene).await;
    let before = scene.state_of(event).await;
    arbitrate(&scene, &scene.duty, arbitration, DISTRICT).await.expect("it stays");
    assert_eq!(scene.state_of(event).await, before);
    let bound = refused(ask(&scene, &scene.district, event, ApprovalKind::Return).await);
    assert!(matches!(bound, Refusal::Settled { .. }), "{bound:?}");
}

#[tokio::test]
async fn two_deciders_at_once_decide_once() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let id = ask(&scene, &scene.district, event, ApprovalKind::Extension).await.expect("the district asks");
    let second = scene.city.person("second duty").as_(Role::CityDuty).await;
    let (one, two) = tokio::join!(
        decide(&scene, &scene.duty, id, ApprovalMove::Grant, ""),
        decide(&scene, &second, id, ApprovalMove::Grant, "")
    );
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    let row = scene.engine.event(&scene.district, event).await.expect("a case").row;
    assert_eq!(row.due_at, scene.start + Duration::minutes(WHOLE_MIN + 90), "and once it is longer");
}
