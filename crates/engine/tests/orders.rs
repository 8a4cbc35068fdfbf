//! Orders from the click to the verification, on a real database.

mod scene;

use domain::assignments::Supervision;
use domain::assignments::{AssignmentMove as Move, AssignmentState as State};
use domain::events::{EventDesk, EventState};
use domain::orders::{NewPart, NewProgress, OrderDesk, OrderFilter, Photo};
use domain::plans::Recipient;
use domain::warnings::Level;
use domain::{Refusal, Remedy};
use scene::{DISTRICT, FAR, NEIGHBOUR, OTHER_DISTRICT, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};

#[tokio::test]
async fn the_particular_plan_goes_before_the_general_and_strangers_plans_are_not_offered() {
    let scene = Scene::set().await;
    let city = &scene.city;
    city.a_water_rule(0, 0).await;
    city.an_underpass("U1", TOWNSHIP).await;
    let plan = |code| city.a_plan(code).step("去现场", Recipient::Township, 30);
    plan("general").for_category("flood").kept().await;
    plan("kind").for_kind("underpass").kept().await;
    plan("kind red").for_kind("underpass").level(Level::Red).kept().await;
    plan("point").for_point("U1").kept().await;
    plan("district").for_kind("underpass").of(DISTRICT).kept().await;
    plan("stranger").for_point("U1").of(OTHER_DISTRICT).kept().await;
    plan("old edition").for_category("road_flooding").kept().await;
    city.a_plan("empty").for_point("U1").kept().await;
    let event = city.an_event("积水", scene.start).of("flood").at(TOWNSHIP).at_point("U1").kept().await;

    let detail = scene.engine.event(&scene.duty, event).await.expect("a case");
    let codes: Vec<_> = detail.plans.iter().map(|plan| plan.code.as_str()).collect();
    assert_eq!(codes, ["point", "district", "kind", "kind red", "general"]);
    let proposal = scene.engine.proposal(&scene.duty, event, None).await.expect("the best that fits");
    assert_eq!(proposal.plan.code, "point");
    let red = city.an_event("积水", scene.start).of("flood").at(TOWNSHIP).at_point("U1").level(Level::Red);
    let red = scene.engine.event(&scene.duty, red.kept().await).await.expect("a case");
    let first_of_kind = red.plans.iter().find(|plan| plan.kind.is_some()).expect("a plan for underpasses");
    assert_eq!(first_of_kind.code, "kind red");

    // A plan that the place may not use is refused even when it is asked for by its number.
    let stranger = city.a_plan("other's").for_category("flood").of(OTHER_DISTRICT);
    let stranger = stranger.step("去现场", Recipient::Township, 30).kept().await;
    let answer = refused(scene.engine.issue(&scene.duty, event, stranger, "k".into()).await);
    assert!(matches!(answer, Refusal::Field { ref field, .. } if field == "plan"), "{answer:?}");
}

#[tokio::test]
async fn a_proposal_names_each_recipient_once_a_step_and_the_order_is_what_was_proposed() {
    let scene = Scene::set().await;
    let plan = scene.city.a_plan("wide").for_category("flood");
    let plan = plan.step("封道", Recipient::Township, 30).step("支援", Recipient::Neighbours, 45);
    let plan = plan.step("值守", Recipient::AllDistricts, 90).step_for("送泵", FAR, 60).kept().await;
    let event = scene.a_report("r1").await;

    let proposal = scene.engine.proposal(&scene.duty, event, Some(plan)).await.expect("a proposal");
    let lines: Vec<_> =
        proposal.lines.iter().map(|line| (line.action.zh.as_str(), line.recipient.code.as_str())).collect();
    let wanted = [
        ("封道", TOWNSHIP),
        ("支援", NEIGHBOUR),
        ("值守", DISTRICT),
        ("值守", OTHER_DISTRICT),
        ("送泵", FAR),
    ];
    assert_eq!(lines, wanted);
    assert_eq!(proposal.centres, 5);
    assert_eq!(proposal.lines[1].due_at, scene.start + chrono::Duration::minutes(45));

    let order = scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("an order");
    let detail = scene.engine.order(&scene.duty, order).await.expect("its page");
    let sent: Vec<_> =
        detail.tree.iter().map(|part| (part.action.zh.as_str(), part.recipient.code.as_str())).collect();
    assert_eq!(sent, wanted);
    assert_eq!(
        detail.tree.iter().map(|part| part.outline.as_str()).collect::<Vec<_>>(),
        ["1", "2", "3", "4", "5"]
    );
    assert_eq!(detail.row.title, proposal.title);

    // A district commands its own only: the same plan from there leaves the other district out.
    let proposal = scene.engine.proposal(&scene.district, event, Some(plan)).await.expect("a proposal");
    assert!(proposal.lines.iter().all(|line| line.recipient.code.starts_with(DISTRICT)), "{proposal:#?}");
}

#[tokio::test]
async fn two_clicks_at_once_make_one_order() {
    let scene = Scene::set().await;
    let plan = scene.a_plan().await;
    let event = scene.a_report("r1").await;
    let click = || scene.engine.issue(&scene.duty, event, plan, "same".into());
    let (a, b, c, d) = tokio::join!(click(), click(), click(), click());
    let first = a.expect("the click works");
    for again in [b, c, d, click().await] {
        assert_eq!(again.expect("the click works again"), first);
    }
    assert_eq!(scene.held_by(&scene.township).await.len(), 1);
    let listed = scene.engine.orders(&scene.duty, OrderFilter::default()).await.expect("a list");
    assert_eq!((listed.rows.len(), listed.total), (1, 1));
    // Another key is another order, and the case stays dispatched.
    let second = scene.engine.issue(&scene.duty, event, plan, "other".into()).await.expect("a second order");
    assert_ne!(second, first);
    assert_eq!(scene.state_of(event).await, EventState::Dispatched);
}

#[tokio::test]
async fn whoever_must_not_issue_is_told_who_may() {
    let scene = Scene::set().await;
    let plan = scene.a_plan().await;
    let event = scene.a_report("r1").await;
    let issue = |actor| scene.engine.issue(actor, event, plan, "k".into());
    assert!(matches!(refused(issue(&scene.township).await), Refusal::NotAllowed { .. }));
    assert_eq!(refused(issue(&scene.other_district).await), Refusal::NotFound);
    let answer = refused(scene.engine.issue(&scene.duty, event, plan, " ".into()).await);
    assert_eq!(answer, Refusal::Field { field: "key".into(), remedy: Remedy::Reload });
    scene.pass(1);
    // A leader clicks: the case is accepted, registered and dispatched in one.
    issue(&scene.leader).await.expect("a leader may order");
    let states: Vec<_> = scene.engine.event(&scene.duty, event).await.expect("a case").timeline;
    let states: Vec<_> = states.iter().map(|line| line.after.as_str()).filter(|s| !s.is_empty()).collect();
    assert_eq!(states, ["reported", "accepted", "registered", "dispatched"]);
}

#[tokio::test]
async fn each_moment_of_a_part_is_kept_and_an_overseer_moves_none() {
    let scene = Scene::set().await;
    let (event, order) = scene.an_order().await;
    scene.engine.order(&scene.leader, order).await.expect("the leader looks");
    scene.pass(1);
    let part = scene.part_of(&scene.staff).await;
    assert_eq!(
        (part.state, part.delivered_at),
        (State::Delivered, Some(scene.start + chrono::Duration::minutes(1)))
    );
    assert_eq!(part.read_at, None);
    scene.pass(1);
    let page = scene.engine.order(&scene.staff, order).await.expect("a recipient sees the order");
    assert_eq!(page.mine, [part.id]);
    assert_eq!(page.tree.len(), 1, "of the others' parts a township sees none");
    assert_eq!(page.tree[0].read_at, Some(scene.start + chrono::Duration::minutes(2)));
    assert_eq!(page.row.counts.read, 1);
    scene.pass(1);
    scene.step(&scene.staff, part.id, Move::Accept).await.expect("staff sign");
    assert_eq!(scene.state_of(event).await, EventState::Handling);
    let seen = scene.engine.order(&scene.duty, order).await.expect("the issuer's page");
    let signed = seen.tree.iter().find(|row| row.id == part.id).expect("in the tree");
    assert_eq!(signed.accepted_at, Some(scene.start + chrono::Duration::minutes(3)));
    assert_eq!((seen.row.counts.all, seen.row.counts.delivered, seen.row.counts.accepted), (2, 1, 1));
    // Nobody else works on it, above, beside, or outside.
    let answer = refused(scene.step(&scene.duty, part.id, Move::Finish).await);
    assert!(matches!(answer, Refusal::BelongsTo { .. }), "{answer:?}");
    assert_eq!(refused(scene.step(&scene.neighbour, part.id, Move::Accept).await), Refusal::NotFound);
    assert_eq!(refused(scene.engine.order(&scene.neighbour, order).await), Refusal::NotFound);
    assert_eq!(refused(scene.engine.order(&scene.other_district, order).await), Refusal::NotFound);
    assert_eq!(refused(scene.engine.event(&scene.neighbour, event).await), Refusal::NotFound);
}

#[tokio::test]
async fn a_part_is_done_when_its_photo_and_everything_below_it_are() {
    let scene = Scene::set().await;
    let plan = scene.city.a_plan("flood").for_category("flood");
    let plan = plan.step_with_photo("抽排", Recipient::District, 60).kept().await;
    let event = scene.a_report("r1").await;
    scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("an order");
    let part = scene.part_of(&scene.district).await;
    let parts =
        |code: &str| vec![NewPart { centre: code.into(), action: "到场排水".into(), deadline_min: 20 }];
    let early = scene.engine.pass_down(&scene.district, part.id, parts(TOWNSHIP), "p".into()).await;
    assert!(matches!(refused(early), Refusal::NotNow { .. }), "first one signs");
    scene.step(&scene.district, part.id, Move::Accept).await.expect("the district signs");
    let outside = scene.engine.pass_down(&scene.district, part.id, parts(OTHER_TOWNSHIP), "p".into()).await;
    assert!(matches!(refused(outside), Refusal::Field { ref field, .. } if field == "centre"));

    let pass = || scene.engine.pass_down(&scene.district, part.id, parts(TOWNSHIP), "p".into());
    let (one, two) = tokio::join!(pass(), pass());
    let child = one.expect("it is passed down");
    assert_eq!(two.expect("and once"), child);
    let below = scene.part_of(&scene.staff).await;
    assert_eq!((below.order, below.outline.as_str(), below.depth, below.photo), (child, "1.1", 1, true));
    assert!(scene.engine.event(&scene.staff, event).await.is_ok(), "they see the case they work on");

    assert_eq!(refused(scene.finish(&scene.district, part.id, 1).await), Refusal::PartsOpen { count: 1 });
    assert_eq!(
        refused(
            OrderDesk::step(&scene.engine, &scene.district, part.id, Move::SendBack, "不归我管".into()).await
        ),
        Refusal::PartsOpen { count: 1 }
    );
    scene.step(&scene.staff, below.id, Move::Accept).await.expect("staff sign");
    let bare = refused(scene.finish(&scene.staff, below.id, 0).await);
    assert_eq!(bare, Refusal::Field { field: "photos".into(), remedy: Remedy::Required });
    let forged = NewProgress {
        photos: vec![Photo { name: "photo.jpg".into(), bytes: b"<script>".to_vec() }],
        key: "forged".into(),
        ..NewProgress::default()
    };
    let forged = refused(scene.engine.progress(&scene.staff, below.id, forged).await);
    assert!(matches!(forged, Refusal::Field { remedy: Remedy::WrongFile { .. }, .. }), "{forged:?}");
    scene.finish(&scene.staff, below.id, 1).await.expect("with a photo it is done");
    assert_eq!(scene.state_of(event).await, EventState::Handling, "the case waits for the district");

    // The photo from below proves the district's part too.
    scene.finish(&scene.district, part.id, 0).await.expect("now the district is done");
    assert_eq!(scene.state_of(event).await, EventState::HandledBack);
    let page = scene.engine.order(&scene.duty, part.order).await.expect("the whole tree");
    assert_eq!(page.tree.len(), 2);
    let photo = page.progress.iter().flat_map(|report| &report.photos).next().expect("a photo");
    let (media, bytes) = scene.engine.attachment(&scene.duty, *photo).await.expect("the issuer sees it");
    assert_eq!((media.as_str(), bytes.as_slice()), ("image/jpeg", &b"\xff\xd8\xff\xe0 photo"[..]));
    for stranger in [&scene.neighbour, &scene.other_district] {
        assert_eq!(refused(scene.engine.attachment(stranger, *photo).await), Refusal::NotFound);
    }
}

#[tokio::test]
async fn a_report_sent_twice_counts_once() {
    let scene = Scene::set().await;
    let (_, order) = scene.an_order().await;
    let part = scene.part_of(&scene.staff).await;
    let report =
        NewProgress { percent: 40, note: "水泵到场".into(), key: "p".into(), ..NewProgress::default() };
    let early = scene.engine.progress(&scene.staff, part.id, report.clone()).await;
    assert!(matches!(refused(early), Refusal::NotNow { .. }));
    scene.step(&scene.staff, part.id, Move::Accept).await.expect("staff sign");
    for _ in 0..2 {
        let state = scene.engine.progress(&scene.staff, part.id, report.clone()).await;
        assert_eq!(state.expect("a report"), State::Doing);
    }
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    assert_eq!(page.progress.len(), 1);
    let seen = page.tree.iter().find(|row| row.id == part.id).expect("in the tree");
    assert_eq!((seen.percent, page.progress[0].who.as_str()), (40, "staff"));
    let much = NewProgress { percent: 101, key: "q".into(), ..NewProgress::default() };
    assert!(matches!(
        refused(scene.engine.progress(&scene.staff, part.id, much).await),
        Refusal::Field { .. }
    ));
}

#[tokio::test]
async fn a_recall_reaches_everything_below_and_lets_the_case_be_ordered_anew() {
    let scene = Scene::set().await;
    let (event, order) = scene.an_order().await;
    let part = scene.part_of(&scene.district).await;
    scene.step(&scene.district, part.id, Move::Accept).await.expect("the district signs");
    let parts =
        [NEIGHBOUR, FAR]
            .map(|code| NewPart { centre: code.into(), action: "支援".into(), deadline_min: 30 });
    let child =
        scene.engine.pass_down(&scene.district, part.id, parts.into(), "p".into()).await.expect("a child");
    let below = scene.part_of(&scene.neighbour).await;
    scene.work_off(&scene.neighbour, below.id).await;
    scene.step(&scene.district, below.id, Move::Approve).await.expect("the district verifies its own");

    assert!(matches!(
        refused(scene.engine.recall(&scene.leader, order, "x".into()).await),
        Refusal::NotAllowed { .. }
    ));
    assert!(matches!(
        refused(scene.engine.recall(&scene.district, order, "x".into()).await),
        Refusal::BelongsTo { .. }
    ));
    assert!(matches!(
        refused(scene.engine.recall(&scene.duty, order, " ".into()).await),
        Refusal::Field { .. }
    ));
    scene.engine.recall(&scene.duty, order, "误报".into()).await.expect("the city takes it back");
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    let states: Vec<_> = page.tree.iter().map(|row| (row.outline.as_str(), row.state)).collect();
    let wanted =
        [("1", State::Recalled), ("2", State::Recalled), ("2.1", State::Approved), ("2.2", State::Recalled)];
    assert_eq!(states, wanted, "what was verified stays verified");
    assert!(scene.engine.order(&scene.district, child).await.expect("a page").row.recalled_at.is_some());
    assert!(matches!(
        refused(scene.step(&scene.staff, page.tree[0].id, Move::Accept).await),
        Refusal::NotNow { .. }
    ));
    assert!(matches!(
        refused(scene.engine.recall(&scene.duty, order, "again".into()).await),
        Refusal::NotNow { .. }
    ));

    assert_eq!(scene.state_of(event).await, EventState::Returned);
    let plan = page.plan.expect("it came from a plan").0;
    scene.engine.issue(&scene.duty, event, plan, "k2".into()).await.expect("a new order");
    assert_eq!(scene.state_of(event).await, EventState::Dispatched);
}

#[tokio::test]
async fn what_is_sent_back_with_a_reason_starts_anew_when_the_issuer_insists() {
    let scene = Scene::set().await;
    let (_, order) = scene.an_order().await;
    let part = scene.part_of(&scene.staff).await;
    let bare = OrderDesk::step(&scene.engine, &scene.staff, part.id, Move::SendBack, "  ".into()).await;
    assert_eq!(refused(bare), Refusal::Field { field: "reason".into(), remedy: Remedy::Required });
    scene.step(&scene.staff, part.id, Move::SendBack).await.expect("a recipient may refuse");
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    let back = page.tree.iter().find(|row| row.id == part.id).expect("in the tree");
    assert_eq!((back.state, back.reason.as_str()), (State::SentBack, "因为下雨"));
    assert!(page.moves.contains(&(part.id, Move::Reissue)));
    assert!(matches!(
        refused(scene.step(&scene.staff, part.id, Move::Reissue).await),
        Refusal::NotAllowed { .. }
    ));
    scene.pass(10);
    scene.step(&scene.duty, part.id, Move::Reissue).await.expect("the issuer insists");
    let page = scene.engine.order(&scene.leader, order).await.expect("a page");
    let anew = page.tree.iter().find(|row| row.id == part.id).expect("in the tree");
    assert_eq!(anew.issued_at, part.issued_at + chrono::Duration::minutes(10));
    assert_eq!(anew.due_at, part.due_at + chrono::Duration::minutes(10), "the limit is as long as before");
    assert_eq!((anew.delivered_at, anew.read_at, anew.accepted_at), (None, None, None));
}

#[tokio::test]
async fn only_the_issuer_verifies_and_rework_takes_the_case_back() {
    let scene = Scene::set().await;
    let (event, order) = scene.an_order().await;
    let (mine, theirs) = (scene.part_of(&scene.staff).await, scene.part_of(&scene.district).await);
    scene.work_off(&scene.staff, mine.id).await;
    scene.work_off(&scene.district, theirs.id).await;
    assert_eq!(scene.state_of(event).await, EventState::HandledBack);
    assert!(matches!(
        refused(scene.step(&scene.district, mine.id, Move::Approve).await),
        Refusal::BelongsTo { .. }
    ));
    scene.step(&scene.duty, mine.id, Move::Rework).await.expect("the issuer wants more");
    assert_eq!(scene.state_of(event).await, EventState::Handling);
    let again = scene.part_of(&scene.staff).await;
    assert_eq!((again.state, again.done_at, again.reason.as_str()), (State::Doing, None, "因为下雨"));
    scene.pass(1);
    scene.finish(&scene.staff, mine.id, 0).await.expect("done again");
    scene.step(&scene.duty, mine.id, Move::Approve).await.expect("verified");
    assert_eq!(scene.state_of(event).await, EventState::HandledBack, "one part is still to be verified");
    scene.step(&scene.duty, theirs.id, Move::Approve).await.expect("verified");
    assert_eq!(scene.state_of(event).await, EventState::Verified);
    let running = scene.engine.orders(&scene.duty, OrderFilter::default()).await.expect("a list");
    assert!(running.rows.iter().all(|row| row.id != order), "an order that is over runs no more");
}

#[tokio::test]
async fn urging_goes_one_step_up_and_never_at_oneself() {
    let scene = Scene::set().await;
    let (_, order) = scene.an_order().await;
    let (mine, theirs) = (scene.part_of(&scene.staff).await, scene.part_of(&scene.district).await);
    for wanted in [Supervision::Urged, Supervision::Yellow, Supervision::Red, Supervision::Red] {
        let answer = scene.engine.urge(&scene.leader, mine.id, "请加快".into()).await;
        assert_eq!(answer.expect("a leader may urge"), wanted);
    }
    assert!(scene.engine.urge(&scene.district, mine.id, String::new()).await.is_ok(), "its own township");
    let own = refused(scene.engine.urge(&scene.district, theirs.id, String::new()).await);
    assert!(matches!(own, Refusal::BelongsTo { .. }), "{own:?}");
    assert_eq!(
        refused(scene.engine.urge(&scene.other_district, mine.id, String::new()).await),
        Refusal::NotFound
    );
    let page = scene.engine.order(&scene.leader, order).await.expect("a page");
    assert_eq!(page.row.supervision, Supervision::Red);
    scene.work_off(&scene.staff, mine.id).await;
    assert!(matches!(
        refused(scene.engine.urge(&scene.leader, mine.id, String::new()).await),
        Refusal::NotNow { .. }
    ));
}
