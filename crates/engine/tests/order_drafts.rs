//! Orders written freely: whom they reach, who must sign them too, what must come back, what a correction leaves behind.

mod scene;

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::Duration;
use domain::actors::{Actor, Role};
use domain::assignments::{AssignmentMove as Move, AssignmentState as State, Supervision};
use domain::events::EventState;
use domain::order_drafts::{
    Choice, Click, DeadlineKind, DraftState, Letter, OrderDraftDesk, OrderSpec, Origin, Receipts,
};
use domain::orders::{Correction, NewPart, NewProgress, OrderDesk, Photo, Stage};
use domain::recipient_groups::RecipientGroupDesk;
use domain::warnings::Level;
use domain::{OrderDraftId, OrderId, Refusal, Remedy};
use scene::{DISTRICT, FAR, NEIGHBOUR, OTHER_DISTRICT, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};

fn letter(title: &str) -> Letter {
    Letter { title: title.into(), text: "立即排查".into(), ..Letter::default() }
}

fn for_centres(codes: &[&str]) -> Choice {
    Choice { centres: codes.iter().map(|code| (*code).to_owned()).collect(), ..Choice::default() }
}

async fn a_draft(scene: &Scene, actor: &Actor, letter: Letter, choice: Choice) -> OrderDraftId {
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    let key = format!("draft {}", DRAFTS.fetch_add(1, Ordering::Relaxed));
    let spec = OrderSpec { letter, choice, ..OrderSpec::default() };
    scene.engine.save(actor, None, spec, key).await.expect("a draft is kept as it is")
}

/// Whom a choice would reach, by code.
async fn reached(scene: &Scene, actor: &Actor, choice: Choice) -> Vec<String> {
    let id = a_draft(scene, actor, letter("查"), choice).await;
    let shown = scene.engine.draft(actor, id, None).await.expect("a draft's page");
    assert_eq!(shown.trouble, None);
    shown.recipients.rows.into_iter().map(|one| one.centre.code).collect()
}

/// What stands in the way of a draft, on its page and on the click alike.
async fn in_the_way(scene: &Scene, actor: &Actor, letter: Letter, choice: Choice) -> Refusal {
    let id = a_draft(scene, actor, letter, choice).await;
    let shown = scene.engine.draft(actor, id, None).await.expect("a draft's page").trouble;
    let said = refused(scene.engine.send(actor, id).await);
    assert_eq!(shown.as_ref(), Some(&said));
    said
}

async fn sent(scene: &Scene, actor: &Actor, letter: Letter, choice: Choice) -> OrderId {
    let id = a_draft(scene, actor, letter, choice).await;
    match scene.engine.send(actor, id).await.expect("it can be sent") {
        Click::Sent(order) => order,
        Click::AwaitsCosign => panic!("nobody need sign this"),
    }
}

fn square(west: f64, east: f64) -> String {
    format!(
        r#"{{"type":"Polygon","coordinates":[[[{west},29.52],[{east},29.52],[{east},29.58],[{west},29.58],[{west},29.52]]]}}"#
    )
}

/// West and east of a township's square.
async fn span_of(scene: &Scene, code: &str) -> (f64, f64) {
    let id = scene.city.centre(code).await.id.0;
    let west = 106.0 + f64::from(i32::try_from(id).expect("a test's ids are small")) * 0.1;
    (west, west + 0.1)
}

#[tokio::test]
async fn recipients_are_chosen_one_by_one_by_tier_by_lane_and_all_together_once() {
    let scene = Scene::set().await;
    let duty = &scene.duty;
    assert_eq!(reached(&scene, duty, for_centres(&[FAR, TOWNSHIP])).await, [TOWNSHIP, FAR]);
    let districts = Choice { all_districts: true, ..Choice::default() };
    assert_eq!(reached(&scene, duty, districts.clone()).await, [DISTRICT, OTHER_DISTRICT]);
    let townships = Choice { townships_of: DISTRICT.into(), ..Choice::default() };
    assert_eq!(reached(&scene, duty, townships.clone()).await, [TOWNSHIP, NEIGHBOUR, FAR]);
    let all = Choice { townships_of: "500000".into(), ..Choice::default() };
    assert_eq!(reached(&scene, duty, all).await, [TOWNSHIP, NEIGHBOUR, FAR, OTHER_TOWNSHIP]);

    scene.city.a_kpi("k", "green", domain::kpis::Aim::Higher, false, domain::kpis::Period::Month).await;
    scene.city.person("owner").of(OTHER_DISTRICT).for_lane("green").as_(Role::LaneOwner).await;
    let lane = Choice { lane: "green".into(), ..Choice::default() };
    assert_eq!(reached(&scene, duty, lane.clone()).await, [OTHER_DISTRICT]);
    // A district commands its own only: "all districts" is itself, and nobody orders themselves.
    let answer = in_the_way(&scene, &scene.district, letter("空"), districts).await;
    assert_eq!(answer, Refusal::field("recipients", Remedy::Required));
    // Named twice, received once.
    let twice = Choice { townships_of: DISTRICT.into(), ..for_centres(&[TOWNSHIP, DISTRICT]) };
    assert_eq!(reached(&scene, duty, twice).await, [DISTRICT, TOWNSHIP, NEIGHBOUR, FAR]);
    let composer = scene.engine.composer(duty, Origin::default()).await.expect("the form");
    assert_eq!(composer.lanes.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["green"]);
    assert_eq!(composer.below.len(), 6);
}

#[tokio::test]
async fn an_area_on_the_map_decides_which_townships_and_a_bad_one_is_refused() {
    let scene = Scene::set().await;
    let (west, _) = span_of(&scene, TOWNSHIP).await;
    let (_, east) = span_of(&scene, NEIGHBOUR).await;
    let area = |area: String| Choice { area, ..Choice::default() };
    // From the middle of the one to the middle of the other.
    let both = area(square(west + 0.05, east - 0.05));
    assert_eq!(reached(&scene, &scene.duty, both).await, [TOWNSHIP, NEIGHBOUR]);
    // One that stays on this side of the border takes no neighbour.
    assert_eq!(reached(&scene, &scene.duty, area(square(west + 0.01, west + 0.09))).await, [TOWNSHIP]);

    let field = |answer: Refusal| match answer {
        Refusal::Field { field, remedy } if field == "area" => remedy,
        other => panic!("the area was to be refused, not {other:?}"),
    };
    let bow_tie = format!(
        r#"{{"type":"Polygon","coordinates":[[[{0},29.5],[{1},29.6],[{1},29.5],[{0},29.6],[{0},29.5]]]}}"#,
        west,
        west + 0.05
    );
    let duty = &scene.duty;
    assert_eq!(field(in_the_way(&scene, duty, letter("a"), area(bow_tie)).await), Remedy::Crosses);
    let swapped =
        r#"{"type":"Polygon","coordinates":[[[29.5,106.1],[29.6,106.1],[29.6,106.2],[29.5,106.1]]]}"#;
    assert_eq!(field(in_the_way(&scene, duty, letter("b"), area(swapped.into())).await), Remedy::Elsewhere);
    let sea = r#"{"type":"Polygon","coordinates":[[[10.1,9.5],[10.2,9.5],[10.2,9.6],[10.1,9.5]]]}"#;
    assert_eq!(field(in_the_way(&scene, duty, letter("c"), area(sea.into())).await), Remedy::Elsewhere);
    assert_eq!(field(in_the_way(&scene, duty, letter("d"), area("{".into())).await), Remedy::NotAPolygon);

    // What a district draws over its border is shown as outside and receives nothing.
    let (_, far_east) = span_of(&scene, OTHER_TOWNSHIP).await;
    let wide = area(square(west + 0.05, far_east - 0.05));
    let id = a_draft(&scene, &scene.district, letter("越界"), wide).await;
    let shown = scene.engine.draft(&scene.district, id, None).await.expect("a draft's page");
    assert_eq!(shown.recipients.total, 3);
    assert!(shown.outside.iter().any(|centre| centre.code == OTHER_TOWNSHIP));
    let Click::Sent(order) = scene.engine.send(&scene.district, id).await.expect("sent") else { panic!() };
    let page = scene.engine.recipients(&scene.duty, order, None, None).await.expect("who received it");
    assert!(page.page.rows.iter().all(|part| part.recipient.code.starts_with(DISTRICT)));
}

#[tokio::test]
async fn what_lies_outside_the_scope_or_says_nothing_is_refused_by_field() {
    let scene = Scene::set().await;
    let outside = in_the_way(&scene, &scene.district, letter("a"), for_centres(&[OTHER_TOWNSHIP])).await;
    assert_eq!(outside, Refusal::unknown("centres", OTHER_TOWNSHIP));
    let townships = Choice { townships_of: OTHER_DISTRICT.into(), ..Choice::default() };
    let outside = in_the_way(&scene, &scene.district, letter("b"), townships).await;
    assert_eq!(outside, Refusal::unknown("centres", OTHER_DISTRICT));
    let nobody = in_the_way(&scene, &scene.duty, letter("c"), Choice::default()).await;
    assert_eq!(nobody, Refusal::field("recipients", Remedy::Required));
    let untitled = in_the_way(&scene, &scene.duty, letter(" "), for_centres(&[TOWNSHIP])).await;
    assert_eq!(untitled, Refusal::field("title", Remedy::Required));
    let past = Letter { deadline_kind: DeadlineKind::At, deadline: "2020-01-01T00:00".into(), ..letter("d") };
    let past = in_the_way(&scene, &scene.duty, past, for_centres(&[TOWNSHIP])).await;
    assert_eq!(past, Refusal::field("deadline", Remedy::InThePast));

    // A post that may not order writes none, and of another's draft nobody learns anything.
    let spec = OrderSpec::default();
    let answer = refused(scene.engine.save(&scene.township, None, spec, "k".into()).await);
    assert!(matches!(answer, Refusal::NotAllowed { .. }));
    let mine = a_draft(&scene, &scene.duty, letter("e"), for_centres(&[TOWNSHIP])).await;
    for stranger in [&scene.district, &scene.leader] {
        assert_eq!(refused(scene.engine.draft(stranger, mine, None).await), Refusal::NotFound);
        assert_eq!(refused(scene.engine.send(stranger, mine).await), Refusal::NotFound);
    }
}

#[tokio::test]
async fn two_clicks_at_once_make_one_order_and_a_saved_key_one_draft() {
    let scene = Scene::set().await;
    let spec = OrderSpec { letter: letter("查"), choice: for_centres(&[TOWNSHIP]), ..OrderSpec::default() };
    let save = || scene.engine.save(&scene.duty, None, spec.clone(), "same".into());
    let (one, two) = tokio::join!(save(), save());
    let id = one.expect("a draft");
    assert_eq!(two.expect("the same draft"), id);
    let click = || scene.engine.send(&scene.duty, id);
    let (a, b, c) = tokio::join!(click(), click(), click());
    let first = a.expect("the click works");
    for again in [b, c, click().await] {
        assert_eq!(again.expect("the click works again"), first);
    }
    let part = scene.part_of(&scene.staff).await;
    assert_eq!((part.action.zh.as_str(), part.due_at), ("查", scene.start + Duration::minutes(60)));
    // What was sent is written on no more.
    let answer = refused(scene.engine.save(&scene.duty, Some(id), spec.clone(), "x".into()).await);
    assert!(matches!(answer, Refusal::NotNow { .. }), "{answer:?}");
}

#[tokio::test]
async fn a_duty_officer_s_red_order_waits_for_the_leader() {
    let scene = Scene::set().await;
    let red = Letter { level: Level::Red, ..letter("停课停运") };
    let id = a_draft(&scene, &scene.duty, red.clone(), for_centres(&[TOWNSHIP])).await;
    assert_eq!(scene.engine.send(&scene.duty, id).await.expect("a click"), Click::AwaitsCosign);
    assert!(scene.held_by(&scene.staff).await.is_empty(), "nobody has heard of it");
    let shown = scene.engine.draft(&scene.leader, id, None).await.expect("the leader sees it");
    assert_eq!(shown.cosigners.iter().map(|(_, who)| who.as_str()).collect::<Vec<_>>(), ["leader"]);
    assert!(shown.may_cosign);
    let waiting = scene.engine.drafts(&scene.leader).await.expect("what waits");
    assert_eq!(
        waiting.iter().map(|row| (row.id, row.state)).collect::<Vec<_>>(),
        [(id, DraftState::AwaitingCosign)]
    );

    // Its author cannot sign for the leader, nor can another duty officer; the leader may give it back.
    assert!(matches!(refused(scene.engine.cosign(&scene.duty, id).await), Refusal::NotAllowed { .. }));
    let second = scene.city.person("second").as_(Role::CityDuty).await;
    assert!(matches!(refused(scene.engine.cosign(&second, id).await), Refusal::NotAllowed { .. }));
    assert_eq!(refused(scene.engine.cosign(&scene.district, id).await), Refusal::NotFound);
    let empty = refused(scene.engine.reopen(&scene.leader, id, " ".into()).await);
    assert_eq!(empty, Refusal::field("reason", Remedy::Required));
    scene.engine.reopen(&scene.leader, id, "写明范围".into()).await.expect("given back");
    let shown = scene.engine.draft(&scene.duty, id, None).await.expect("its author sees why");
    assert_eq!((shown.row.state, shown.reason.as_str()), (DraftState::Open, "写明范围"));
    let answer = refused(scene.engine.cosign(&scene.leader, id).await);
    assert!(matches!(answer, Refusal::NotNow { .. }), "what was given back is not signed: {answer:?}");

    scene.engine.send(&scene.duty, id).await.expect("asked again");
    let order = scene.engine.cosign(&scene.leader, id).await.expect("signed and sent");
    assert_eq!(scene.engine.cosign(&scene.leader, id).await.expect("signed twice is sent once"), order);
    let page = scene.engine.order(&scene.leader, order).await.expect("the order");
    assert_eq!((page.issued_by.as_str(), page.cosigned_by.as_deref()), ("duty", Some("leader")));
    assert_eq!(scene.held_by(&scene.staff).await.len(), 1);
    // A leader's own red order waits for nobody.
    sent(&scene, &scene.leader, red, for_centres(&[NEIGHBOUR])).await;
}

#[tokio::test]
async fn an_order_on_a_case_moves_the_case() {
    let scene = Scene::set().await;
    let event = scene.a_report("r1").await;
    let origin = Origin { event: Some(event), ..Origin::default() };
    let composer = scene.engine.composer(&scene.duty, origin).await.expect("the form");
    assert_eq!(composer.spec.letter.title, "道路积水");
    // The district answers for the category, so it is the first to be asked.
    assert_eq!(composer.spec.choice.centres, [DISTRICT]);
    let id = scene.engine.save(&scene.duty, None, composer.spec, "k".into()).await.expect("a draft");
    let shown = scene.engine.draft(&scene.duty, id, None).await.expect("a draft's page");
    assert_eq!(shown.event.map(|event| event.id), Some(event));
    scene.engine.send(&scene.duty, id).await.expect("sent");
    assert_eq!(scene.state_of(event).await, EventState::Dispatched);
}

#[tokio::test]
async fn what_must_come_back_must_come_before_it_is_done() {
    let scene = Scene::set().await;
    let receipts = Receipts { text: true, photo: true, unit: "人".into(), ..Receipts::default() };
    let order =
        sent(&scene, &scene.duty, Letter { receipts, ..letter("转移") }, for_centres(&[DISTRICT])).await;
    let part = scene.part_of(&scene.district).await;
    let district = &scene.district;
    scene.step(district, part.id, Move::Accept).await.expect("signed");
    let down = NewPart { centre: TOWNSHIP.into(), action: "转移群众".into(), deadline_min: 30 };
    scene.engine.pass_down(district, part.id, vec![down], "d".into()).await.expect("passed down");
    let below = scene.part_of(&scene.staff).await;
    scene.step(&scene.staff, below.id, Move::Accept).await.expect("signed below");
    let report = |n: usize, number, note: &str| NewProgress {
        note: note.into(),
        photos: vec![Photo { name: "a.jpg".into(), bytes: b"\xff\xd8\xff\xe0".to_vec() }; n],
        number,
        finish: true,
        key: format!("{n} {number:?} {note}"),
        ..NewProgress::default()
    };
    let field = |answer: Refusal| match answer {
        Refusal::Field { field, remedy: Remedy::Required } => field,
        other => panic!("something was to be missing, not {other:?}"),
    };
    let try_it = |report| scene.engine.progress(&scene.staff, below.id, report);
    assert_eq!(field(refused(try_it(report(0, Some(12.0), "好")).await)), "photos");
    assert_eq!(field(refused(try_it(report(1, None, "好")).await)), "number");
    assert_eq!(field(refused(try_it(report(1, Some(12.0), " ")).await)), "note");
    let odd = refused(try_it(report(1, Some(f64::NAN), "好")).await);
    assert_eq!(odd, Refusal::field("number", Remedy::NotANumber));
    assert_eq!(try_it(report(1, Some(12.0), "已转移")).await, Ok(State::Done));
    // What came from below counts above.
    scene.step(district, part.id, Move::Finish).await.expect("done above");
    let page = scene.engine.order(&scene.duty, order).await.expect("the order");
    assert_eq!(page.receipts, Receipts { text: true, photo: true, unit: "人".into(), ..Receipts::default() });
    assert!(page.progress.iter().any(|report| report.number == Some(12.0)));

    let receipts = Receipts { file: true, ..Receipts::default() };
    sent(&scene, &scene.duty, Letter { receipts, ..letter("报表") }, for_centres(&[NEIGHBOUR])).await;
    let part = scene.part_of(&scene.neighbour).await;
    scene.step(&scene.neighbour, part.id, Move::Accept).await.expect("signed");
    let answer = refused(scene.step(&scene.neighbour, part.id, Move::Finish).await);
    assert_eq!(field(answer), "files");
    let with = |name: &str, bytes: &[u8]| NewProgress {
        photos: vec![Photo { name: name.into(), bytes: bytes.to_vec() }],
        finish: true,
        key: name.into(),
        ..NewProgress::default()
    };
    let forged = scene.engine.progress(&scene.neighbour, part.id, with("a.pdf", b"MZ program")).await;
    assert!(matches!(refused(forged), Refusal::Field { remedy: Remedy::WrongFile { .. }, .. }));
    let state = scene.engine.progress(&scene.neighbour, part.id, with("b.pdf", b"%PDF-1.7 table")).await;
    assert_eq!(state, Ok(State::Done));

    let receipts = Receipts { signature: true, ..Receipts::default() };
    sent(&scene, &scene.duty, Letter { receipts, ..letter("回执") }, for_centres(&[FAR])).await;
    let far = scene.city.person("far").of(FAR).as_(Role::TownshipStaff).await;
    let part = scene.part_of(&far).await;
    scene.step(&far, part.id, Move::Accept).await.expect("signed for");
    // A photo is no signature.
    let png = Photo { name: "s.png".into(), bytes: b"\x89PNG\r\n\x1a\n".to_vec() };
    let photo = NewProgress { photos: vec![png.clone()], ..with("p", b"") };
    assert_eq!(field(refused(scene.engine.progress(&far, part.id, photo).await)), "signature");
    let signed = NewProgress { photos: Vec::new(), signature: Some(png), ..with("q", b"") };
    assert_eq!(scene.engine.progress(&far, part.id, signed).await, Ok(State::Done));
}

#[tokio::test]
async fn what_was_sent_back_or_is_done_in_part_is_given_to_another() {
    let scene = Scene::set().await;
    let order = sent(&scene, &scene.duty, letter("清淤"), for_centres(&[DISTRICT, OTHER_DISTRICT])).await;
    let part = scene.part_of(&scene.district).await;
    let to = |centre: &str| NewPart { centre: centre.into(), action: "清淤".into(), deadline_min: 60 };
    let again = |key: &str, to: NewPart| scene.engine.redispatch(&scene.duty, part.id, to, key.into());
    assert!(matches!(refused(again("a", to(FAR)).await), Refusal::NotNow { .. }), "it is still owed");
    let reason = "不在本区".to_owned();
    scene.engine.step(&scene.district, part.id, Move::SendBack, reason).await.expect("sent back");
    assert_eq!(refused(again("b", to("500000")).await), Refusal::unknown("centre", "500000"));
    let new = again("c", to(FAR)).await.expect("given to another");
    assert_eq!(again("c", to(FAR)).await, Ok(new), "a second click");
    assert_eq!(scene.state_in(order, part.id).await, State::Recalled);
    let far = scene.city.person("far").of(FAR).as_(Role::TownshipStaff).await;
    let given = scene.part_of(&far).await;
    assert_eq!((given.id, given.order, given.outline.as_str()), (new, order, "3"));
    // The new recipient sees the order; done in part, the rest goes to a neighbour.
    scene.engine.order(&far, order).await.expect("seen by who must do it");
    scene.work_off(&far, new).await;
    let rest = scene.engine.redispatch(&scene.duty, new, to(NEIGHBOUR), "d".into()).await.expect("the rest");
    assert_eq!(scene.state_in(order, new).await, State::Approved);
    assert_eq!(scene.part_of(&scene.neighbour).await.id, rest);
    assert!(matches!(
        refused(scene.engine.redispatch(&scene.district, rest, to(TOWNSHIP), "e".into()).await),
        Refusal::BelongsTo { .. }
    ));
}

#[tokio::test]
async fn files_go_with_the_order_and_whoever_receives_it_reads_them() {
    let scene = Scene::set().await;
    let id = a_draft(&scene, &scene.duty, letter("附件"), for_centres(&[TOWNSHIP])).await;
    let file = Photo { name: "方案.pdf".into(), bytes: b"%PDF-1.7 plan".to_vec() };
    scene.engine.attach(&scene.duty, id, vec![file]).await.expect("a file");
    let none = refused(scene.engine.attach(&scene.duty, id, Vec::new()).await);
    assert_eq!(none, Refusal::field("files", Remedy::Required));
    let wrong = Photo { name: "x.pdf".into(), bytes: b"MZ".to_vec() };
    let wrong = refused(scene.engine.attach(&scene.duty, id, vec![wrong]).await);
    assert!(matches!(wrong, Refusal::Field { remedy: Remedy::WrongFile { .. }, .. }), "{wrong:?}");
    let Click::Sent(order) = scene.engine.send(&scene.duty, id).await.expect("sent") else { panic!() };
    let page = scene.engine.order(&scene.staff, order).await.expect("the recipient's page");
    let (file, name) = page.files.first().expect("the file came along").clone();
    assert_eq!(name, "方案.pdf");
    let (kind, bytes) = scene.engine.attachment(&scene.staff, file).await.expect("the recipient reads it");
    assert_eq!((kind.as_str(), bytes.as_slice()), ("application/pdf", &b"%PDF-1.7 plan"[..]));
    let stranger = refused(scene.engine.attachment(&scene.neighbour, file).await);
    assert_eq!(stranger, Refusal::NotFound);
}

#[tokio::test]
async fn a_group_is_made_of_a_choice_renamed_used_and_removed() {
    let scene = Scene::set().await;
    let duty = &scene.duty;
    let id = a_draft(&scene, duty, letter("组"), for_centres(&[TOWNSHIP, FAR])).await;
    let group = scene.engine.keep_group(duty, id, "沿江".into()).await.expect("a group");
    let taken = refused(scene.engine.keep_group(duty, id, "沿江".into()).await);
    assert_eq!(taken, Refusal::field("group_name", Remedy::Taken { given: "沿江".into() }));
    scene.engine.rename_group(duty, group, "沿江镇街".into()).await.expect("renamed");
    let groups = scene.engine.groups(duty).await.expect("the groups");
    assert_eq!(groups.iter().map(|g| (g.name.as_str(), g.size)).collect::<Vec<_>>(), [("沿江镇街", 2)]);
    let choice = Choice { group: group.to_string(), ..Choice::default() };
    assert_eq!(reached(&scene, duty, choice.clone()).await, [TOWNSHIP, FAR]);
    // Another centre neither uses nor touches it.
    let answer = in_the_way(&scene, &scene.district, letter("借"), choice.clone()).await;
    assert_eq!(answer, Refusal::unknown("group", group.to_string()));
    assert_eq!(refused(scene.engine.remove_group(&scene.district, group).await), Refusal::NotFound);
    scene.engine.remove_group(duty, group).await.expect("removed");
    let answer = in_the_way(&scene, duty, letter("没了"), choice).await;
    assert_eq!(answer, Refusal::unknown("group", group.to_string()));
}

#[tokio::test]
async fn a_template_of_a_centre_is_used_below_and_removed_by_its_own_only() {
    let scene = Scene::set().await;
    let receipts = Receipts { photo: true, ..Receipts::default() };
    let written = Letter { receipts, deadline: "120".into(), level: Level::Orange, ..letter("防汛值守") };
    let id = a_draft(&scene, &scene.duty, written.clone(), for_centres(&[TOWNSHIP])).await;
    let template = scene.engine.keep_template(&scene.duty, id).await.expect("a template");
    let origin = || Origin { template: Some(template), ..Origin::default() };
    let form = scene.engine.composer(&scene.district, origin()).await.expect("usable below");
    assert_eq!(form.spec.letter, written);
    assert_eq!(form.spec.choice, Choice::default(), "a template says nothing of recipients");
    assert_eq!(refused(scene.engine.remove_template(&scene.district, template).await), Refusal::NotFound);
    scene.engine.remove_template(&scene.duty, template).await.expect("removed");
    assert_eq!(refused(scene.engine.composer(&scene.duty, origin()).await), Refusal::NotFound);
}

#[tokio::test]
async fn a_correction_leaves_the_old_text_and_must_be_read_again() {
    let scene = Scene::set().await;
    let order = sent(&scene, &scene.duty, letter("值守"), for_centres(&[TOWNSHIP, NEIGHBOUR])).await;
    let part = scene.part_of(&scene.staff).await;
    scene.engine.order(&scene.staff, order).await.expect("read");
    scene.step(&scene.staff, part.id, Move::Accept).await.expect("signed");
    scene.engine.order(&scene.neighbour, order).await.expect("read only");
    scene.pass(5);
    let correction =
        Correction {
            text: "加派两人".into(), deadline_kind: DeadlineKind::Minutes, deadline: "120".into()
        };
    let answer = refused(scene.engine.correct(&scene.district, order, correction.clone()).await);
    assert!(matches!(answer, Refusal::BelongsTo { .. }), "only who gave it corrects it: {answer:?}");
    assert!(matches!(
        refused(scene.engine.correct(&scene.staff, order, correction.clone()).await),
        Refusal::NotAllowed { .. }
    ));
    scene.engine.correct(&scene.duty, order, correction).await.expect("corrected");

    let page = scene.engine.order(&scene.leader, order).await.expect("the order");
    assert_eq!(
        (page.note.as_str(), page.corrected_at),
        ("加派两人", Some(scene.start + Duration::minutes(5)))
    );
    assert_eq!(page.revisions.iter().map(|old| old.note.as_str()).collect::<Vec<_>>(), ["立即排查"]);
    let states: Vec<_> = page.tree.iter().map(|part| (part.state, part.read_at, part.due_at)).collect();
    let due = scene.start + Duration::minutes(125);
    assert_eq!(states, [(State::Accepted, None, due), (State::Delivered, None, due)]);
    let unread = scene.engine.recipients(&scene.duty, order, Some(Stage::Read), None).await.expect("who");
    assert_eq!(unread.page.total, 2);

    // Whoever works on it reads it again without having to sign again.
    scene.engine.order(&scene.staff, order).await.expect("read again");
    let part = scene.part_of(&scene.staff).await;
    assert_eq!((part.state, part.read_at), (State::Accepted, Some(scene.start + Duration::minutes(5))));
    assert_eq!(scene.engine.urge_unread(&scene.duty, order).await, Ok(1));
    assert_eq!(scene.part_of(&scene.neighbour).await.supervision, Supervision::Urged);
    assert_eq!(scene.engine.urge_unread(&scene.duty, order).await, Ok(0), "a second press urges nobody anew");
    let same =
        Correction {
            text: "加派两人".into(), deadline_kind: DeadlineKind::Minutes, deadline: String::new()
        };
    scene.engine.correct(&scene.duty, order, same).await.expect("nothing is different");
    let page = scene.engine.order(&scene.leader, order).await.expect("the order");
    assert_eq!(page.revisions.len(), 1);
}

#[tokio::test]
async fn one_order_reaches_every_township_of_a_large_city() {
    let scene = Scene::set().await;
    scene.city.many_townships(1027, 39).await;
    let all = Choice { townships_of: "500000".into(), ..Choice::default() };
    let id = a_draft(&scene, &scene.duty, letter("全市排查"), all).await;
    let shown = scene.engine.draft(&scene.duty, id, None).await.expect("a draft's page");
    assert_eq!((shown.recipients.total, shown.recipients.rows.len()), (1031, 50));
    let next =
        scene.engine.draft(&scene.duty, id, shown.recipients.next.clone()).await.expect("a second page");
    assert!(next.recipients.rows[0].centre.code > shown.recipients.rows[49].centre.code);
    let Click::Sent(order) = scene.engine.send(&scene.duty, id).await.expect("sent") else { panic!() };
    let page = scene.engine.order(&scene.leader, order).await.expect("its page");
    assert_eq!((page.row.counts.all, page.tree_size, page.tree.len()), (1031, 1031, 200));
    assert_eq!(page.timeline.len(), 1, "one line in the log: {:?}", page.timeline.len());
    let unread = scene.engine.recipients(&scene.duty, order, Some(Stage::Read), None).await.expect("who");
    assert_eq!((unread.page.total, unread.page.more, unread.page.rows.len()), (1000, true, 50));
    assert_eq!(scene.engine.urge_unread(&scene.duty, order).await, Ok(1031));
    scene.engine.order(&scene.staff, order).await.expect("one reads it");
    let part = scene.part_of(&scene.staff).await;
    assert_eq!((part.state, part.supervision), (State::Read, Supervision::Urged));
}
