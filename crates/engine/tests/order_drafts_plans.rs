//! Orders that rest on a plan: which plan, which of its steps, who receives those and who the letter.

mod scene;

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Duration, Utc};
use domain::actors::Actor;
use domain::order_drafts::{
    Choice, Click, Composer, DraftDetail, Letter, OfferedStep, OrderDraftDesk, OrderSpec, Origin, Receipts,
    RecipientPart,
};
use domain::orders::OrderDesk;
use domain::plans::Recipient;
use domain::recipient_groups::RecipientGroupDesk;
use domain::risk_points::{RiskPointDesk, RiskPointFilter};
use domain::warnings::Level;
use domain::{OrderDraftId, OrderId, PlanId, Refusal, Remedy};
use scene::{DISTRICT, NEIGHBOUR, OTHER_DISTRICT, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};

async fn opened(scene: &Scene, actor: &Actor, origin: Origin) -> Composer {
    scene.engine.composer(actor, origin).await.expect("the form")
}

async fn kept(scene: &Scene, actor: &Actor, spec: OrderSpec) -> OrderDraftId {
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    let key = format!("draft {}", DRAFTS.fetch_add(1, Ordering::Relaxed));
    scene.engine.save(actor, None, spec, key).await.expect("a draft is kept as it is")
}

async fn shown(scene: &Scene, actor: &Actor, id: OrderDraftId) -> DraftDetail {
    scene.engine.draft(actor, id, None).await.expect("a draft's page")
}

async fn sent(scene: &Scene, actor: &Actor, id: OrderDraftId) -> OrderId {
    match scene.engine.send(actor, id).await.expect("it can be sent") {
        Click::Sent(order) => order,
        Click::AwaitsCosign => panic!("nobody need sign this"),
    }
}

/// The steps as the form shows them: place, tick, the first who take it, how many do.
fn steps(composer: &Composer) -> Vec<(i32, bool, Vec<&str>, i64)> {
    fn row(offered: &OfferedStep) -> (i32, bool, Vec<&str>, i64) {
        let codes = offered.centres.iter().map(|centre| centre.code.as_str()).collect();
        (offered.step.seq, offered.ticked, codes, offered.count)
    }
    composer.steps.iter().map(row).collect()
}

/// Who would receive what: a step by its place, the letter by 0; and in how many minutes it is due.
fn received(scene: &Scene, shown: &DraftDetail) -> Vec<(String, Vec<(i32, i64)>)> {
    assert_eq!(shown.trouble, None);
    let minutes = |at: DateTime<Utc>| (at - scene.start).num_minutes();
    let rows = shown.recipients.rows.iter().map(|one| {
        let part = |part: &RecipientPart| {
            (part.step.as_ref().map_or(0, |(seq, _)| *seq), minutes(part.due_at.expect("it has a limit")))
        };
        (one.centre.code.clone(), one.parts.iter().map(part).collect())
    });
    rows.collect()
}

fn on(plan: PlanId) -> OrderSpec {
    let letter = Letter { title: "防汛".into(), ..Letter::default() };
    OrderSpec { letter, plan: plan.to_string(), ..OrderSpec::default() }
}

fn by_hand(codes: &[&str]) -> Choice {
    Choice { centres: codes.iter().map(|code| (*code).to_owned()).collect(), ..Choice::default() }
}

#[tokio::test]
async fn a_case_s_plan_arrives_filled_in_and_its_steps_alone_are_an_order() {
    let scene = Scene::set().await;
    let plan = scene.a_plan().await;
    let event = scene.a_report("r1").await;
    let origin = || Origin { event: Some(event), ..Origin::default() };
    let composer = opened(&scene, &scene.duty, origin()).await;
    assert_eq!(composer.plan.as_ref().map(|row| row.id), Some(plan));
    assert_eq!(composer.plans.iter().map(|row| row.id).collect::<Vec<_>>(), [plan]);
    assert_eq!(composer.spec.choice, Choice::default(), "the plan says who does what");
    assert_eq!(steps(&composer), [(1, true, vec![TOWNSHIP], 1), (2, true, vec![DISTRICT], 1)]);
    let without = opened(&scene, &scene.duty, Origin { planless: true, ..origin() }).await;
    assert_eq!((without.plan, without.spec.choice.centres), (None, vec![DISTRICT.to_owned()]));

    // The form sent twice is one draft, clicked three times one order.
    let save = || scene.engine.save(&scene.duty, None, composer.spec.clone(), "same".into());
    let (one, two) = tokio::join!(save(), save());
    let id = one.expect("a draft");
    assert_eq!(two.expect("the same draft"), id);
    let page = shown(&scene, &scene.duty, id).await;
    let whom = [(DISTRICT.to_owned(), vec![(2, 60)]), (TOWNSHIP.to_owned(), vec![(1, 30)])];
    assert_eq!(received(&scene, &page), whom);
    assert_eq!((page.recipients.total, page.parts, page.letters), (2, 2, 0));
    let click = || scene.engine.send(&scene.duty, id);
    let (a, b) = tokio::join!(click(), click());
    let Click::Sent(order) = a.expect("the click works") else { panic!() };
    assert_eq!(b.expect("so does the other"), Click::Sent(order));
    assert_eq!(click().await.expect("and a late one"), Click::Sent(order));
    let part = scene.part_of(&scene.staff).await;
    assert_eq!((part.action.zh.as_str(), part.due_at), ("封道", scene.start + Duration::minutes(30)));
    let part = scene.part_of(&scene.district).await;
    assert_eq!((part.action.zh.as_str(), part.due_at), ("抽排", scene.start + Duration::minutes(60)));
    let page = scene.engine.order(&scene.duty, order).await.expect("the order");
    assert_eq!(page.plan.map(|(id, ..)| id), Some(plan));
    assert_eq!(page.row.counts.all, 2);
}

#[tokio::test]
async fn a_step_is_left_out_and_whoever_is_chosen_besides_receives_the_letter() {
    let scene = Scene::set().await;
    scene.a_plan().await;
    let event = scene.a_report("r1").await;
    let duty = &scene.duty;
    let mut spec = opened(&scene, duty, Origin { event: Some(event), ..Origin::default() }).await.spec;
    spec.left_out = vec![1];
    spec.choice = by_hand(&[OTHER_DISTRICT, DISTRICT]);
    spec.letter = Letter {
        deadline: "90".into(),
        receipts: Receipts { photo: true, ..Receipts::default() },
        ..spec.letter
    };
    let id = kept(&scene, duty, spec.clone()).await;
    let page = shown(&scene, duty, id).await;
    let whom = [(DISTRICT.to_owned(), vec![(2, 60), (0, 90)]), (OTHER_DISTRICT.to_owned(), vec![(0, 90)])];
    assert_eq!(received(&scene, &page), whom);
    assert_eq!((page.recipients.total, page.parts, page.letters), (2, 3, 2));

    // Back from the page, the ticks are as they were; a template keeps none of it, a group those chosen by hand.
    let back = opened(&scene, duty, Origin { draft: Some(id), ..Origin::default() }).await;
    assert_eq!(back.spec, spec);
    assert_eq!(steps(&back), [(1, false, vec![TOWNSHIP], 1), (2, true, vec![DISTRICT], 1)]);
    let template = scene.engine.keep_template(duty, id).await.expect("a template");
    let fresh = opened(&scene, duty, Origin { template: Some(template), ..Origin::default() }).await;
    assert_eq!((fresh.spec.plan.as_str(), fresh.spec.left_out.len()), ("", 0));
    scene.engine.keep_group(duty, id, "两区".into()).await.expect("a group");
    let groups = scene.engine.groups(duty).await.expect("the groups");
    assert_eq!(groups.iter().map(|group| group.size).collect::<Vec<_>>(), [2]);

    sent(&scene, duty, id).await;
    assert!(scene.held_by(&scene.staff).await.is_empty(), "its step was left out");
    let held = scene.held_by(&scene.district).await;
    let mut held: Vec<_> = held.iter().map(|part| (part.action.zh.as_str(), part.photo)).collect();
    held.sort_unstable();
    assert_eq!(held, [("抽排", false), ("道路积水", true)], "the step asks for no photo, the letter does");
    assert!(scene.part_of(&scene.other_district).await.photo);

    // All left out and nobody chosen is nobody.
    let nothing = OrderSpec { left_out: vec![1, 2], choice: Choice::default(), ..spec };
    let id = kept(&scene, duty, nothing).await;
    let answer = refused(scene.engine.send(duty, id).await);
    assert_eq!(answer, Refusal::field("recipients", Remedy::Required));
}

#[tokio::test]
async fn a_plan_that_is_no_longer_in_force_stops_the_order_and_the_form_says_so() {
    let scene = Scene::set().await;
    let plan = scene.city.a_plan("P").step_for("巡查", DISTRICT, 30).kept().await;
    let red = Letter { title: "转移".into(), level: Level::Red, ..Letter::default() };
    let id = kept(&scene, &scene.duty, on(plan)).await;
    let cosigned = kept(&scene, &scene.duty, OrderSpec { letter: red, ..on(plan) }).await;
    assert_eq!(scene.engine.send(&scene.duty, cosigned).await.expect("asked"), Click::AwaitsCosign);
    assert_eq!(shown(&scene, &scene.duty, id).await.trouble, None);

    scene.city.withdraw(plan).await;
    let gone = Refusal::field("plan", Remedy::NotInForce);
    assert_eq!(refused(scene.engine.send(&scene.duty, id).await), gone);
    assert_eq!(refused(scene.engine.cosign(&scene.leader, cosigned).await), gone);
    assert_eq!(shown(&scene, &scene.duty, id).await.trouble.as_ref(), Some(&gone));
    let form = opened(&scene, &scene.duty, Origin { draft: Some(id), ..Origin::default() }).await;
    assert_eq!((form.plan_trouble.as_ref(), form.steps.len()), (Some(&gone), 0));
    assert!(scene.held_by(&scene.district).await.is_empty(), "nothing was sent");

    // Another edition takes its place: the old one is over, the new one is chosen in the draft and keeps no old ticks.
    let old = scene.city.a_plan("Q").step_for("巡查", DISTRICT, 30).kept().await;
    let left = OrderSpec { left_out: vec![1], choice: by_hand(&[DISTRICT]), ..on(old) };
    let id = kept(&scene, &scene.duty, left).await;
    assert_eq!(shown(&scene, &scene.duty, id).await.trouble, None);
    let new = scene.city.a_plan("Q").version(2).step_for("巡查", DISTRICT, 45).kept().await;
    assert_eq!(refused(scene.engine.send(&scene.duty, id).await), gone);
    let origin = Origin { draft: Some(id), plan: Some(new), ..Origin::default() };
    let form = opened(&scene, &scene.duty, origin).await;
    assert_eq!(form.plans.iter().map(|row| row.id).collect::<Vec<_>>(), [new]);
    assert_eq!(steps(&form), [(1, true, vec![DISTRICT], 1)]);
    let none = Origin { draft: Some(id), planless: true, ..Origin::default() };
    assert_eq!(opened(&scene, &scene.duty, none).await.plan, None);
}

#[tokio::test]
async fn a_step_that_nobody_in_scope_takes_is_named_and_not_sent() {
    let scene = Scene::set().await;
    let plan = scene.city.a_plan("P").step_for("巡查", OTHER_DISTRICT, 30).step_for("清淤", TOWNSHIP, 30);
    let plan = plan.kept().await;
    let district = &scene.district;
    let form = opened(&scene, district, Origin { plan: Some(plan), ..Origin::default() }).await;
    assert_eq!(steps(&form), [(1, false, vec![], 0), (2, true, vec![TOWNSHIP], 1)]);
    let id = kept(&scene, district, on(plan)).await;
    let page = shown(&scene, district, id).await;
    assert_eq!(
        page.idle.iter().map(|(seq, action)| (*seq, action.zh.as_str())).collect::<Vec<_>>(),
        [(1, "巡查")]
    );
    assert_eq!(received(&scene, &page), [(TOWNSHIP.to_owned(), vec![(2, 30)])]);

    let only = kept(&scene, district, OrderSpec { left_out: vec![2], ..on(plan) }).await;
    let nobody = Refusal::field("steps", Remedy::TakenByNobody);
    assert_eq!(shown(&scene, district, only).await.trouble.as_ref(), Some(&nobody));
    assert_eq!(refused(scene.engine.send(district, only).await), nobody);
    let besides = OrderSpec { left_out: vec![2], choice: by_hand(&[NEIGHBOUR]), ..on(plan) };
    let besides = kept(&scene, district, besides).await;
    sent(&scene, district, besides).await;
    assert_eq!(scene.part_of(&scene.neighbour).await.action.zh, "防汛");
    assert!(scene.held_by(&scene.other_district).await.is_empty());
}

#[tokio::test]
async fn a_plan_is_found_by_name_or_code_and_is_seen_from_the_place_the_order_is_about() {
    let scene = Scene::set().await;
    let duty = &scene.duty;
    scene.city.a_water_rule(0, 0).await;
    scene.city.an_underpass("U1", TOWNSHIP).await;
    let own = scene.city.a_plan("U1-plan").for_point("U1").level(Level::Orange);
    let own = own.step("封道", Recipient::Township, 30).step("抽排", Recipient::District, 60).kept().await;
    let of_district =
        scene.city.a_plan("D-100%").of(DISTRICT).step("值守", Recipient::District, 20).kept().await;
    let everywhere = scene.city.a_plan("all").step("值守", Recipient::AllDistricts, 20).kept().await;
    scene.city.a_plan("empty").kept().await;
    let found = async |actor: &Actor, find: &str| -> Vec<PlanId> {
        let origin = Origin { find: find.into(), ..Origin::default() };
        opened(&scene, actor, origin).await.plans.iter().map(|row| row.id).collect()
    };
    assert_eq!(found(duty, "").await, [own, of_district, everywhere]);
    assert_eq!(found(duty, "u1-PLAN").await, [own]);
    assert_eq!(found(duty, "0%").await, [of_district]);
    assert!(found(&scene.other_district, "D-100").await.is_empty(), "another district's is not there");

    // From a risk point: its own plan, its own township.
    let points = scene.engine.risk_points(duty, RiskPointFilter::default()).await.expect("the points");
    let origin = Origin { risk_point: Some(points.rows[0].id), ..Origin::default() };
    let form = opened(&scene, duty, origin).await;
    assert_eq!(form.plans.iter().map(|row| row.id).collect::<Vec<_>>(), [own]);
    assert_eq!(steps(&form), [(1, true, vec![TOWNSHIP], 1), (2, true, vec![DISTRICT], 1)]);
    let id = kept(&scene, duty, form.spec.clone()).await;
    assert_eq!(received(&scene, &shown(&scene, duty, id).await)[1], (TOWNSHIP.to_owned(), vec![(1, 30)]));
    let stolen = OrderSpec { place: OTHER_TOWNSHIP.into(), ..form.spec };
    let id = kept(&scene, &scene.district, stolen).await;
    let answer = refused(scene.engine.send(&scene.district, id).await);
    assert_eq!(answer, Refusal::unknown("place", OTHER_TOWNSHIP));

    // From a plan's page: a district's plan is for the district; one for all districts goes to all of them.
    let from = |plan| Origin { plan: Some(plan), ..Origin::default() };
    let form = opened(&scene, duty, from(of_district)).await;
    assert_eq!(steps(&form), [(1, true, vec![DISTRICT], 1)]);
    assert_eq!(form.spec.letter.title, "D-100%");
    let form = opened(&scene, duty, from(everywhere)).await;
    assert_eq!(steps(&form), [(1, true, vec![DISTRICT, OTHER_DISTRICT], 2)]);
    let form = opened(&scene, &scene.district, from(everywhere)).await;
    assert_eq!(steps(&form), [(1, true, vec![DISTRICT], 1)], "within the issuer's scope");
}
