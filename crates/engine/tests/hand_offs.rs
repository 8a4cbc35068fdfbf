//! Cases pushed up and down the tiers: by the list, with a receipt, in time; and what rings when nobody signs.

mod scene;

use chrono::Duration;
use domain::actors::{Actor, Role};
use domain::approvals::{ApprovalDesk, ApprovalKind, ApprovalState, NewApproval};
use domain::assignments::AssignmentMove;
use domain::audit::Verb;
use domain::centres::Tier;
use domain::events::{EventDesk, EventMove, EventState, NewEvent};
use domain::hand_offs::{HandOffDesk, HandOffRow, HandOffState};
use domain::notices::{NoticeDesk, NoticeFilter, NoticeKind, NoticeState};
use domain::orders::OrderDesk;
use domain::plans::Recipient;
use domain::rates::{CountedFilter, Counts, EvaluationFilter, Part, RateDesk, RateKind, solved_by_tier};
use domain::relations::{NewHelper, RelationDesk};
use domain::responsibilities::{NewVersion, ResponsibilityDesk, VersionMove};
use domain::warnings::Level;
use domain::{EventId, Fault, Refusal, Remedy};
use scene::{DISTRICT, NEIGHBOUR, OTHER_DISTRICT, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};

impl Scene {
    /// A case of a category that the list gives to townships, where the staff are.
    async fn a_small_case(&self, key: &str, level: Level) -> EventId {
        let new = NewEvent {
            centre: TOWNSHIP.into(),
            category: "litter".into(),
            title: "占道堆物".into(),
            level: Some(level),
            key: key.into(),
            anyway: true,
            ..NewEvent::default()
        };
        self.report(&self.staff, new).await.expect("staff may report where they are")
    }

    async fn up(&self, by: &Actor, event: EventId) -> Result<EventState, Fault> {
        self.engine.push(by, event, EventMove::PushUp, String::new(), "力量不足".into()).await
    }

    async fn down(&self, by: &Actor, event: EventId, to: &str) -> Result<EventState, Fault> {
        self.engine.push(by, event, EventMove::PushDown, to.into(), "属地处置".into()).await
    }

    async fn ways(&self, by: &Actor, event: EventId) -> Vec<HandOffRow> {
        self.engine.hand_offs(by, event).await.expect("they see the case").rows
    }

    async fn sign(&self, by: &Actor, event: EventId) -> Result<HandOffState, Fault> {
        let last = self.ways(&self.duty, event).await.remove(0);
        self.engine.receive(by, last.id).await
    }

    /// Two servers tick at once; gives how many notices turned.
    async fn ring(&self) -> usize {
        let (one, other) =
            tokio::join!(self.engine.note_stuck_hand_offs(), self.engine.note_stuck_hand_offs());
        one.expect("a tick") + other.expect("a tick")
    }

    /// What rings at a centre about hand-offs.
    async fn rings(&self, at: &Actor) -> Vec<(NoticeKind, NoticeState, String)> {
        let filter = NoticeFilter { all: true, ..NoticeFilter::default() };
        let rows = self.engine.notices(at, filter).await.expect("its notices").rows;
        let own = rows.into_iter().filter(|row| row.told.id == at.centre.id);
        let about = own.filter(|row| row.kind.as_str().starts_with("hand_off"));
        about.map(|row| (row.kind, row.state, row.about.code)).collect()
    }
}

async fn set() -> Scene {
    let scene = Scene::set().await;
    scene.city.a_category("litter", Tier::Township).await;
    scene
}

fn step(
    scene: &Scene,
    by: &Actor,
    event: EventId,
    step: EventMove,
) -> impl Future<Output = Result<EventState, Fault>> {
    let (engine, by) = (scene.engine.clone(), by.clone());
    async move { EventDesk::step(&engine, &by, event, step, "查实".into()).await }
}

#[tokio::test]
async fn a_case_goes_up_and_down_with_a_receipt_and_keeps_its_clocks() {
    let scene = set().await;
    let event = scene.a_small_case("c1", Level::Blue).await;
    let begun = scene.engine.event(&scene.township, event).await.expect("the township's").row;
    assert_eq!(begun.centre.code, TOWNSHIP, "the list gives it to the township");
    scene.pass(5);
    assert!(matches!(refused(scene.up(&scene.staff, event).await), Refusal::NotAllowed { .. }));
    assert!(
        matches!(refused(scene.up(&scene.district, event).await), Refusal::BelongsTo { .. }),
        "not the district's to push"
    );
    assert_eq!(refused(scene.up(&scene.other_district, event).await), Refusal::NotFound);
    let wordless = scene.engine.push(&scene.township, event, EventMove::PushUp, String::new(), " ".into());
    assert_eq!(refused(wordless.await), Refusal::Field { field: "reason".into(), remedy: Remedy::Required });
    assert_eq!(scene.up(&scene.township, event).await, Ok(EventState::Reported));

    let travelling = scene.engine.event(&scene.district, event).await.expect("it is the district's").row;
    assert_eq!(travelling.centre.code, DISTRICT);
    assert_eq!(
        (travelling.due_at, travelling.step_due_at),
        (begun.due_at, begun.step_due_at),
        "no clock is lost"
    );
    assert!(
        scene.engine.event(&scene.district, event).await.expect("a case").moves.is_empty(),
        "nothing before the receipt"
    );
    let early = refused(step(&scene, &scene.district, event, EventMove::Accept).await);
    assert!(matches!(early, Refusal::NotNow { ref noun, .. } if noun == "hand_off"), "{early:?}");
    assert_eq!(
        scene.engine.event(&scene.township, event).await.expect("who sent it still sees it").row.centre.code,
        DISTRICT
    );
    assert!(matches!(refused(scene.sign(&scene.township, event).await), Refusal::BelongsTo { .. }));
    let coming = scene.engine.on_the_way(&scene.district).await.expect("its own").coming;
    assert!(coming.len() == 1 && coming[0].may_receive);
    assert_eq!(scene.engine.on_the_way(&scene.township).await.expect("its own").going.len(), 1);
    scene.pass(3);
    assert_eq!(scene.sign(&scene.district, event).await, Ok(HandOffState::Received));
    assert!(matches!(refused(scene.sign(&scene.district, event).await), Refusal::NotNow { .. }), "once");
    step(&scene, &scene.district, event, EventMove::Accept).await.expect("and now it moves");

    let offered = scene.engine.hand_offs(&scene.district, event).await.expect("its ways");
    assert!(offered.down.iter().any(|centre| centre.code == NEIGHBOUR) && offered.not_down.is_none());
    assert_eq!(offered.up.expect("the city").tier, Tier::City);
    let elsewhere = refused(scene.down(&scene.district, event, OTHER_TOWNSHIP).await);
    assert_eq!(elsewhere, Refusal::unknown("receiver", OTHER_TOWNSHIP));
    scene.down(&scene.district, event, NEIGHBOUR).await.expect("the list has it");
    let ways = scene.ways(&scene.district, event).await;
    let told: Vec<_> = ways
        .iter()
        .map(|way| (way.from.code.as_str(), way.to.code.as_str(), way.reason.as_str(), way.state))
        .collect();
    assert_eq!(
        told,
        [
            (DISTRICT, NEIGHBOUR, "属地处置", HandOffState::Sent),
            (TOWNSHIP, DISTRICT, "力量不足", HandOffState::Received),
        ]
    );
    assert_eq!(
        ways[1].received.as_ref().map(|(at, who)| (*at - ways[1].sent_at, who.as_str())),
        Some((Duration::minutes(3), "district"))
    );
    let detail = scene.engine.event(&scene.duty, event).await.expect("a case");
    assert_eq!(detail.row.due_at, begun.due_at);
    let verbs: Vec<_> = detail.timeline.iter().map(|line| line.verb).collect();
    assert_eq!(
        verbs,
        [
            Verb::EventReported,
            Verb::EventPushedUp,
            Verb::EventReceived,
            Verb::EventMoved,
            Verb::EventPushedDown
        ]
    );
    assert!(detail.timeline[1].note.contains("力量不足") && detail.timeline[1].note.contains(DISTRICT));
}

#[tokio::test]
async fn what_the_list_gives_to_the_district_does_not_go_down() {
    let scene = set().await;
    let event = scene.a_report("flood").await;
    let refusal = refused(scene.down(&scene.district, event, TOWNSHIP).await);
    let Refusal::NotOnList { category, tier, listed } = refusal else { panic!("{refusal:?}") };
    assert_eq!(
        (category.zh.as_str(), tier, listed),
        ("flood", Tier::Township, Tier::District),
        "it names the row"
    );
    let ways = scene.engine.hand_offs(&scene.district, event).await.expect("its ways");
    assert!(ways.down.is_empty() && matches!(ways.not_down, Some(Refusal::NotOnList { .. })));
    scene.up(&scene.district, event).await.expect("a lower one may always push up");
    scene.sign(&scene.duty, event).await.expect("the city signs");
    assert!(
        matches!(refused(scene.up(&scene.duty, event).await), Refusal::Field { .. }),
        "nobody is above the city"
    );
    scene.down(&scene.duty, event, DISTRICT).await.expect("the list names the district");
}

#[tokio::test]
async fn a_case_is_pushed_by_the_version_of_the_list_it_was_opened_under() {
    let scene = set().await;
    let before = scene.a_report("before").await;
    let new = NewVersion {
        category: "flood".into(),
        tier: "township".into(),
        post_zh: "防汛岗".into(),
        post_en: "flood officer".into(),
        accept_min: "5".into(),
        register_min: "5".into(),
        dispatch_min: "5".into(),
        handle_min: "60".into(),
        verify_min: "5".into(),
        close_min: "5".into(),
        note: "下放镇街".into(),
        ..NewVersion::default()
    };
    let id = scene.engine.propose_version(&scene.duty, new).await.expect("the city proposes");
    let today = domain::time::in_city(scene.start).date_naive().to_string();
    scene
        .engine
        .move_version(&scene.leader, id, VersionMove::PutInForce, today)
        .await
        .expect("and puts in force");
    scene.pass(1);
    assert!(matches!(
        refused(scene.down(&scene.district, before, TOWNSHIP).await),
        Refusal::NotOnList { .. }
    ));
    let after = scene.a_report("after").await;
    let detail = scene.engine.event(&scene.duty, after).await.expect("a case");
    assert_eq!(
        (detail.row.centre.code.as_str(), detail.responsible.zh.as_str()),
        (TOWNSHIP, "镇街 · 防汛岗")
    );
    assert_eq!(detail.row.due_at - detail.row.reported_at, Duration::minutes(85));
    let old = scene.engine.event(&scene.duty, before).await.expect("a case");
    assert_eq!(old.row.due_at - old.row.reported_at, Duration::minutes(235));
    assert!(old.responsible.zh.starts_with("区县"), "{:?}", old.responsible);
}

#[tokio::test]
async fn two_officers_at_once_push_it_one_way() {
    let scene = set().await;
    let second = scene.city.person("second").of(DISTRICT).as_(Role::DistrictDirector).await;
    for round in 0..5 {
        let event = scene.a_small_case(&format!("c{round}"), Level::Blue).await;
        scene.up(&scene.township, event).await.expect("pushed up");
        let id = scene.ways(&scene.district, event).await[0].id;
        let (one, other) =
            tokio::join!(scene.engine.receive(&scene.district, id), scene.engine.receive(&second, id));
        assert!(one.is_ok() != other.is_ok(), "it is signed for once: {one:?} {other:?}");
        let (one, other) =
            tokio::join!(scene.down(&scene.district, event, TOWNSHIP), scene.down(&second, event, NEIGHBOUR));
        let (winner, lost, to) =
            if one.is_ok() { (&scene.district, other, TOWNSHIP) } else { (&second, one, NEIGHBOUR) };
        let lost = refused(lost);
        assert!(matches!(&lost, Refusal::Overtaken(by) if by.who == winner.person_name), "{lost:?}");
        let ways = scene.ways(&scene.district, event).await;
        assert_eq!((ways.len(), ways[0].to.code.as_str()), (2, to));
        assert_eq!(scene.engine.event(&scene.duty, event).await.expect("a case").row.centre.code, to);
    }
}

#[tokio::test]
async fn what_was_dispatched_goes_up_unless_an_order_from_above_holds_it() {
    let scene = set().await;
    let plan =
        scene.city.a_plan("litter").for_category("litter").step("清运", Recipient::Township, 30).kept().await;
    let ordered = scene.a_small_case("ordered", Level::Blue).await;
    scene.engine.issue(&scene.district, ordered, plan, "k1".into()).await.expect("the district orders");
    let refusal = refused(scene.up(&scene.township, ordered).await);
    assert!(
        matches!(refusal, Refusal::BelongsTo { ref centre } if centre.contains(DISTRICT)),
        "a return is asked for: {refusal:?}"
    );

    let event = scene.a_small_case("asked", Level::Blue).await;
    for each in [EventMove::Accept, EventMove::Register] {
        step(&scene, &scene.township, event, each).await.expect("the township's own");
    }
    let more =
        NewApproval { kind: Some(ApprovalKind::Extension), minutes: "30".into(), reason: "等车".into() };
    scene.engine.ask(&scene.township, event, more).await.expect("more time is asked for");
    assert_eq!(scene.up(&scene.township, event).await, Ok(EventState::Registered));
    let asked = scene.engine.approvals_of(&scene.duty, event).await.expect("requests").rows;
    let states: Vec<_> = asked.iter().map(|row| row.state).collect();
    assert_eq!(states, [ApprovalState::Withdrawn], "another decides there");
}

#[tokio::test]
async fn a_late_receipt_rings_at_both_and_then_above_until_it_is_signed() {
    let scene = set().await;
    for (key, level, limit) in [("red", Level::Red, 15), ("blue", Level::Blue, 60)] {
        let event = scene.a_small_case(key, level).await;
        scene.up(&scene.township, event).await.expect("pushed up");
        scene.pass(limit);
        assert_eq!(scene.ring().await, 0, "not late yet");
        scene.pass(1);
        assert_eq!(scene.ring().await, 2, "one each, by one of two servers");
        assert_eq!(scene.ring().await, 0);
        let open = NoticeState::Open;
        assert_eq!(scene.rings(&scene.district).await[0], (NoticeKind::HandOffOwed, open, DISTRICT.into()));
        assert_eq!(
            scene.rings(&scene.township).await[0],
            (NoticeKind::HandOffUnreceived, open, TOWNSHIP.into())
        );
        assert!(scene.rings(&scene.duty).await.iter().all(|(_, state, _)| *state == NoticeState::Over));
        assert!(scene.ways(&scene.district, event).await[0].late);
        scene.pass(limit);
        assert_eq!(scene.ring().await, 1, "twice its time: upward");
        assert_eq!(scene.rings(&scene.duty).await[0], (NoticeKind::HandOffStuck, open, DISTRICT.into()));
        scene.sign(&scene.district, event).await.expect("late, and signed");
        assert_eq!(scene.ring().await, 3, "all three are over");
    }
    // A case that ends on its way rings no more.
    let event = scene.a_small_case("gone", Level::Red).await;
    scene.up(&scene.township, event).await.expect("pushed up");
    scene.pass(16);
    assert_eq!(scene.ring().await, 2);
    let into =
        scene.engine.event(&scene.duty, scene.a_small_case("other", Level::Red).await).await.expect("a case");
    domain::relations::RelationDesk::merge(
        &scene.engine,
        &scene.duty,
        event,
        into.row.number,
        "同一事".into(),
    )
    .await
    .expect("merged");
    assert_eq!(scene.ways(&scene.duty, event).await[0].state, HandOffState::Dropped);
    assert_eq!(scene.ring().await, 2);
}

#[tokio::test]
async fn what_had_to_go_up_was_not_solved_below() {
    let scene = set().await;
    let plan =
        scene.city.a_plan("litter").for_category("litter").step("清运", Recipient::Township, 30).kept().await;
    let closed = async |key: &str, travels: bool| {
        let event = scene.a_small_case(key, Level::Blue).await;
        if travels {
            scene.up(&scene.township, event).await.expect("pushed up");
            scene.sign(&scene.district, event).await.expect("signed");
            scene.down(&scene.district, event, TOWNSHIP).await.expect("and down again");
            scene.sign(&scene.township, event).await.expect("signed");
        }
        let order = scene.engine.issue(&scene.district, event, plan, key.into()).await.expect("dispatched");
        let part = scene.engine.order(&scene.duty, order).await.expect("an order").tree[0].id;
        scene.work_off(&scene.township, part).await;
        scene.step(&scene.district, part, AssignmentMove::Approve).await.expect("verified");
        step(&scene, &scene.district, event, EventMove::Close).await.expect("closed by the district");
        event
    };
    let kept = closed("kept", false).await;
    let travelled = closed("travelled", true).await;
    let own =
        scene.engine.evaluation(&scene.district, EvaluationFilter::default()).await.expect("its own").own;
    let figure = |rate| own.figures.iter().find(|figure| figure.rate == rate).expect("every rate").counts;
    assert_eq!(figure(RateKind::SolvedInTownship), Counts::new(1, 2));
    assert_eq!(figure(RateKind::SolvedInDistrict), Counts::new(2, 2));
    for (part, event) in [(Part::Numerator, kept), (Part::Missed, travelled)] {
        let filter = CountedFilter {
            rate: RateKind::SolvedInTownship,
            centre: DISTRICT.into(),
            span: String::new(),
            lane: String::new(),
            part: Some(part),
            tier: None,
            after: None,
        };
        let rows = scene.engine.counted(&scene.district, filter).await.expect("its cases").page.rows;
        assert_eq!(
            rows.iter().map(|row| row.event).collect::<Vec<_>>(),
            [event],
            "the figure opens its cases"
        );
    }
    let shares = solved_by_tier(&own.figures);
    let shares: Vec<_> = shares.iter().map(|(tier, counts)| (*tier, counts.numerator)).collect();
    assert_eq!(shares, [(Tier::Community, 0), (Tier::Township, 1), (Tier::District, 1), (Tier::City, 0)]);
    for (tier, event) in [(Tier::Township, kept), (Tier::District, travelled)] {
        let filter = CountedFilter {
            rate: RateKind::SolvedInDistrict,
            centre: DISTRICT.into(),
            span: String::new(),
            lane: String::new(),
            part: None,
            tier: Some(tier),
            after: None,
        };
        let page = scene.engine.counted(&scene.district, filter).await.expect("its cases").page;
        assert_eq!(page.rows.iter().map(|row| row.event).collect::<Vec<_>>(), [event]);
        assert_eq!(page.total, 1, "each share opens its cases");
    }
}

#[tokio::test]
async fn a_case_that_is_given_elsewhere_on_its_way_waits_for_no_receipt() {
    let scene = set().await;
    let event = scene.a_small_case("c1", Level::Blue).await;
    scene.up(&scene.township, event).await.expect("pushed up");
    let new = NewHelper { centre: OTHER_DISTRICT.into(), task: "清运".into() };
    scene.engine.name_helper(&scene.duty, event, new).await.expect("the city names a helper");
    scene
        .engine
        .give_lead(&scene.duty, event, OTHER_DISTRICT.into(), "辖区调整".into())
        .await
        .expect("and gives it the lead");
    assert_eq!(scene.ways(&scene.duty, event).await[0].state, HandOffState::Dropped);
    step(&scene, &scene.other_district, event, EventMove::Accept).await.expect("the new lead moves it");
    assert!(matches!(refused(scene.sign(&scene.district, event).await), Refusal::NotNow { .. }));
}
