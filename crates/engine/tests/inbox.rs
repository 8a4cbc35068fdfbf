//! What waits for somebody's decision, in one place, whatever decides it.

mod scene;

use domain::AssignmentId;
use domain::actors::Actor;
use domain::approvals::{ApprovalDesk, WaitingKind};
use domain::assignments::Supervision;
use domain::order_drafts::{Choice, Click, DeadlineKind, Letter, OrderDraftDesk, OrderSpec};
use domain::orders::OrderDesk;
use domain::plans::Recipient;
use domain::supervision::{ExplanationMove, SupervisionDesk};
use domain::warnings::Level;
use scene::{DISTRICT, Scene};

async fn waiting(scene: &Scene, by: &Actor) -> Vec<(WaitingKind, String)> {
    let inbox = scene.engine.inbox(by, None).await.expect("an inbox");
    let rows = inbox.elsewhere;
    let requests = inbox.requests.map_or(0, |page| page.total);
    let counted = scene.engine.approvals_waiting(by).await.expect("a count");
    assert_eq!(counted, requests + i64::try_from(rows.len()).expect("few"), "the badge says the same");
    rows.into_iter().map(|row| (row.kind, row.href())).collect()
}

#[tokio::test]
async fn a_red_order_waits_for_its_second_signature_with_whoever_may_give_it() {
    let scene = Scene::set().await;
    let letter = Letter {
        title: "全市转移".into(),
        level: Level::Red,
        deadline_kind: DeadlineKind::Minutes,
        deadline: "60".into(),
        ..Letter::default()
    };
    let choice = Choice { centres: vec![DISTRICT.into()], ..Choice::default() };
    let spec = OrderSpec { letter, choice, ..OrderSpec::default() };
    let draft = scene.engine.save(&scene.duty, None, spec, "k1".into()).await.expect("kept");
    assert!(waiting(&scene, &scene.leader).await.is_empty(), "still being written");
    assert_eq!(scene.engine.send(&scene.duty, draft).await, Ok(Click::AwaitsCosign));
    let expected = [(WaitingKind::Cosign, format!("/orders/drafts/{draft}"))];
    assert_eq!(waiting(&scene, &scene.leader).await, expected);
    for other in [&scene.duty, &scene.district, &scene.township] {
        assert!(waiting(&scene, other).await.is_empty(), "{}", other.person_name);
    }
    scene.engine.cosign(&scene.leader, draft).await.expect("signed");
    assert!(waiting(&scene, &scene.leader).await.is_empty());
}

#[tokio::test]
async fn an_explanation_waits_with_who_issued_the_order_and_never_with_who_gave_it() {
    let scene = Scene::set().await;
    let plan = scene.city.a_plan("flood").for_category("flood");
    let plan = plan.step("封道", Recipient::Township, 100).kept().await;
    let event = scene.a_report("r1").await;
    let order = scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("an order");
    let part: AssignmentId = scene.part_of(&scene.staff).await.id;
    SupervisionDesk::press(&scene.engine, &scene.duty, vec![part], Supervision::Red, "领导批示".into())
        .await
        .expect("pressed");
    let asked = scene.engine.explanations_of(&scene.leader, order).await.expect("what was asked");
    let asked = asked.first().expect("red asks for an explanation");
    assert!(waiting(&scene, &scene.leader).await.is_empty(), "not given yet");
    let giver = [&scene.staff, &scene.township].into_iter().find(|actor| actor.post == asked.post);
    let giver = giver.expect("a post of the township");
    SupervisionDesk::explain(&scene.engine, giver, asked.id, ExplanationMove::Give, "泵车晚到".into())
        .await
        .expect("given");
    let expected = [(WaitingKind::Explanation, format!("/orders/{order}"))];
    for judge in [&scene.leader, &scene.duty] {
        assert_eq!(waiting(&scene, judge).await, expected, "{}", judge.person_name);
    }
    for other in [&scene.district, &scene.township, &scene.staff] {
        assert!(waiting(&scene, other).await.is_empty(), "{}", other.person_name);
    }
    SupervisionDesk::explain(&scene.engine, &scene.duty, asked.id, ExplanationMove::Accept, String::new())
        .await
        .expect("accepted");
    assert!(waiting(&scene, &scene.leader).await.is_empty());
}
