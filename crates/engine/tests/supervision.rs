//! Supervision: rules with versions, pressing by hand, the board, and what must be explained.

mod scene;

use chrono::Duration;
use domain::actors::{Actor, Role};
use domain::assignments::{AssignmentMove, Supervision};
use domain::audit::Verb;
use domain::notices::{NoticeDesk, NoticeFilter, NoticeKind, NoticeState};
use domain::orders::OrderDesk;
use domain::plans::Recipient;
use domain::supervision::{
    Board, ExplanationMove, ExplanationRow, ExplanationState, NewRules, RuleLine, SupervisionDesk,
    SupervisionFilter,
};
use domain::time::in_city;
use domain::warnings::Level;
use domain::{AssignmentId, Fault, OrderId, Refusal, Remedy};
use scene::{DISTRICT, NEIGHBOUR, OTHER_DISTRICT, Scene, TOWNSHIP, refused};

impl Scene {
    /// An order of the city's with one part for the township, due in 100 minutes.
    async fn one_part(&self) -> (OrderId, AssignmentId) {
        let plan = self.city.a_plan("flood").for_category("flood");
        let plan = plan.step("封道", Recipient::Township, 100).kept().await;
        let event = self.a_report("r1").await;
        let order = self.engine.issue(&self.duty, event, plan, "k1".into()).await.expect("an order");
        (order, self.part_of(&self.staff).await.id)
    }

    async fn tick_both(&self) -> usize {
        let (one, two) = tokio::join!(self.engine.note_overdue(), self.engine.note_overdue());
        one.expect("a tick") + two.expect("the other server's")
    }

    async fn ring(&self) -> usize {
        let (one, two) =
            tokio::join!(self.engine.note_late_explanations(), self.engine.note_late_explanations());
        one.expect("a tick") + two.expect("the other server's")
    }

    async fn pressure(&self) -> Supervision {
        self.part_of(&self.staff).await.supervision
    }

    async fn press(&self, by: &Actor, ids: &[AssignmentId], to: Supervision) -> Result<i64, Fault> {
        SupervisionDesk::press(&self.engine, by, ids.to_vec(), to, "领导批示".into()).await
    }

    async fn board(&self, by: &Actor, filter: SupervisionFilter) -> Board {
        SupervisionDesk::board(&self.engine, by, filter).await.expect("a board")
    }

    async fn asked(&self, by: &Actor, order: OrderId) -> Vec<ExplanationRow> {
        self.engine.explanations_of(by, order).await.expect("what was asked")
    }

    async fn explain(
        &self,
        by: &Actor,
        asked: &ExplanationRow,
        step: ExplanationMove,
    ) -> Result<ExplanationState, Fault> {
        SupervisionDesk::explain(&self.engine, by, asked.id, step, "泵车晚到".into()).await
    }

    fn day(&self, days: i64) -> String {
        in_city(self.clock_now() + Duration::days(days)).date_naive().to_string()
    }

    fn clock_now(&self) -> chrono::DateTime<chrono::Utc> {
        domain::time::Clock::now(&self.clock)
    }

    /// Rules of shares, the same at every level, from a day on; `101+1` is 101 % or a minute past.
    async fn rules(&self, by: &Actor, steps: [&str; 3], days: i64) -> Result<(), Fault> {
        let [urged, yellow, red] = steps.map(|step| step.split_once('+').unwrap_or((step, "")));
        let line = |level: &Level| RuleLine {
            level: *level,
            urged_share: urged.0.into(),
            urged_past: urged.1.into(),
            yellow_share: yellow.0.into(),
            yellow_past: yellow.1.into(),
            red_share: red.0.into(),
            red_past: red.1.into(),
        };
        let lines = Level::ALL.iter().map(line).collect();
        let new =
            NewRules { day: self.day(days), note: "主汛期从严".into(), lines, ..NewRules::default() };
        self.engine.change_rules(by, new).await
    }
}

#[tokio::test]
async fn the_citys_rules_hold_from_their_day_and_old_versions_stay() {
    let scene = Scene::set().await;
    let first = scene.engine.supervision_rules(&scene.duty, String::new()).await.expect("rules");
    assert_eq!(first.in_force.as_ref().map(|version| version.version), Some(0), "a city begins with rules");
    assert!(first.may_change);
    scene.rules(&scene.duty, ["100", "110", "120"], 0).await.expect("the duty officer changes them");
    scene.rules(&scene.leader, ["100", "500", "900"], 30).await.expect("and a leader, from a day to come");
    let page = scene.engine.supervision_rules(&scene.staff, String::new()).await.expect("a township reads");
    assert_eq!(page.centre.code, DISTRICT, "its district's");
    assert_eq!((page.in_force, page.may_change), (None, false));
    assert_eq!(page.above.expect("the city's hold").version, 1);
    let page = scene.engine.supervision_rules(&scene.duty, String::new()).await.expect("rules");
    assert_eq!(page.versions.iter().map(|version| version.version).collect::<Vec<_>>(), [2, 1, 0]);
    assert_eq!(page.in_force.as_ref().map(|version| version.version), Some(1));
    assert_eq!(page.versions[1].note, "主汛期从严");

    scene.one_part().await;
    scene.pass(111);
    assert!(scene.tick_both().await > 0);
    assert_eq!(scene.pressure().await, Supervision::Yellow, "by the new rules, not by those of the start");
    scene.pass(10);
    scene.tick_both().await;
    assert_eq!(scene.pressure().await, Supervision::Red);
    assert_eq!(scene.tick_both().await, 0, "and nothing twice");
    // Milder rules take nothing back.
    scene.clock.pass(Duration::days(31));
    scene.tick_both().await;
    assert_eq!(scene.pressure().await, Supervision::Red);
}

#[tokio::test]
async fn a_district_is_stricter_for_itself_and_never_milder() {
    let scene = Scene::set().await;
    let director = scene.city.person("director").of(DISTRICT).as_(Role::DistrictDirector).await;
    for (shares, field) in [(["110", "150", "200"], "blue_urged"), (["100", "150", "201"], "blue_red")] {
        let milder = Refusal::field(field, Remedy::Milder);
        assert_eq!(refused(scene.rules(&director, shares, 0).await), milder);
    }
    let early = refused(scene.rules(&director, ["100", "140", "130"], 0).await);
    assert_eq!(early, Refusal::field("blue_red", Remedy::BeforeTheStepBelow));
    assert_eq!(refused(scene.rules(&director, ["90", "", ""], 0).await), {
        Refusal::field("blue_urged", Remedy::OutOfRange { min: 100.0, max: 1000.0 })
    });
    assert_eq!(
        refused(scene.rules(&director, ["100", "110", "120"], -1).await),
        Refusal::field("day", Remedy::InThePast)
    );
    for nobody in [&scene.district, &scene.township, &scene.staff] {
        assert!(matches!(
            refused(scene.rules(nobody, ["100", "110", "120"], 0).await),
            Refusal::NotAllowed { .. }
        ));
    }
    let long = Refusal::field("yellow_yellow", Remedy::Milder);
    let shares = ["100", "101", "102"];
    assert_eq!(refused(scene.rules(&director, shares, 0).await), long, "a long limit's share comes later");
    let elsewhere = NewRules { centre: OTHER_DISTRICT.into(), ..NewRules::default() };
    assert_eq!(refused(scene.engine.change_rules(&director, elsewhere).await), Refusal::NotFound);

    scene.rules(&director, ["100", "101+1", "102+2"], 0).await.expect("stricter for the district's own");
    let page = scene.engine.supervision_rules(&director, String::new()).await.expect("rules");
    assert_eq!((page.in_force.expect("its own").version, page.above.expect("the city's").version), (1, 0));
    // A part for each of the two districts, late alike.
    let plan = scene.city.a_plan("both").for_category("flood").step_for("巡查", TOWNSHIP, 100);
    let plan = plan.step_for("巡查", OTHER_DISTRICT, 100).kept().await;
    let event = scene.a_report("r1").await;
    scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("an order");
    scene.pass(103);
    scene.tick_both().await;
    assert_eq!(scene.pressure().await, Supervision::Red, "the district is stricter");
    assert_eq!(
        scene.part_of(&scene.other_district).await.supervision,
        Supervision::Urged,
        "elsewhere the city's"
    );
    // The city grows stricter than the district: what comes first presses.
    scene.rules(&scene.duty, ["100", "100", "100"], 0).await.expect("the city's own");
    scene.tick_both().await;
    assert_eq!(scene.part_of(&scene.other_district).await.supervision, Supervision::Red);
}

#[tokio::test]
async fn a_supervisor_raises_by_hand_and_nobody_lowers() {
    let scene = Scene::set().await;
    let (order, part) = scene.one_part().await;
    assert!(matches!(
        refused(scene.press(&scene.township, &[part], Supervision::Yellow).await),
        Refusal::NotAllowed { .. }
    ));
    assert_eq!(
        refused(scene.press(&scene.other_district, &[part], Supervision::Yellow).await),
        Refusal::NotFound
    );
    let wordless =
        SupervisionDesk::press(&scene.engine, &scene.duty, vec![part], Supervision::Yellow, " ".into());
    assert_eq!(refused(wordless.await), Refusal::field("reason", Remedy::Required));
    assert_eq!(scene.press(&scene.district, &[part], Supervision::Yellow).await, Ok(1));
    for lower in [Supervision::Urged, Supervision::Yellow] {
        assert!(matches!(refused(scene.press(&scene.duty, &[part], lower).await), Refusal::NotNow { .. }));
    }
    assert!(matches!(
        refused(scene.press(&scene.duty, &[part], Supervision::None).await),
        Refusal::Field { .. }
    ));
    assert_eq!(scene.pressure().await, Supervision::Yellow);
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    let line = page.timeline.iter().find(|line| line.verb == Verb::Supervised).expect("a line in the log");
    assert_eq!(
        (line.who.as_str(), line.before.as_str(), line.after.as_str(), line.note.as_str()),
        ("district", "none", "yellow", "领导批示")
    );
}

#[tokio::test]
async fn many_are_pressed_at_once_and_the_number_is_said_beforehand() {
    let scene = Scene::set().await;
    scene.an_order().await;
    let (mine, districts) = (scene.part_of(&scene.staff).await.id, scene.part_of(&scene.district).await.id);
    scene.press(&scene.duty, &[mine], Supervision::Yellow).await.expect("one is pressed");
    let chosen = vec![mine, districts, mine];
    let look = scene.engine.pressing(&scene.duty, chosen.clone(), Supervision::Yellow).await.expect("a look");
    assert_eq!((look.rows.len(), look.rows[0].id, look.left), (1, districts, 1));
    assert_eq!(scene.press(&scene.duty, &chosen, Supervision::Yellow).await, Ok(1), "as it was said");
    assert_eq!(scene.press(&scene.duty, &chosen, Supervision::Yellow).await, Ok(0));
    // The district sees both and may press its township's only.
    let look =
        scene.engine.pressing(&scene.district, chosen.clone(), Supervision::Red).await.expect("a look");
    assert_eq!((look.rows.len(), look.rows[0].id), (1, mine));
    let (one, two) = tokio::join!(
        scene.press(&scene.duty, &chosen, Supervision::Red),
        scene.press(&scene.leader, &chosen, Supervision::Red),
    );
    assert_eq!(one.expect("one") + two.expect("two"), 2, "each is raised by one of the two");
    assert_eq!(refused(scene.press(&scene.duty, &[], Supervision::Red).await), {
        Refusal::field("rows", Remedy::Required)
    });
}

#[tokio::test]
async fn the_board_shows_the_worst_first_within_the_scope() {
    let scene = Scene::set().await;
    scene.an_order().await;
    assert!(scene.board(&scene.duty, SupervisionFilter::default()).await.page.rows.is_empty());
    scene.pass(31);
    scene.tick_both().await;
    let districts = scene.part_of(&scene.district).await.id;
    scene.press(&scene.duty, &[districts], Supervision::Red).await.expect("pressed by hand");
    let board = scene.board(&scene.duty, SupervisionFilter::default()).await;
    let rows: Vec<_> = board.page.rows.iter().map(|row| row.part.supervision).collect();
    assert_eq!(rows, [Supervision::Red, Supervision::Urged]);
    assert_eq!((board.counts.urged, board.counts.yellow, board.counts.red), (1, 0, 1));
    let by_centre: Vec<_> = board.by_centre.iter().map(|(tag, some)| (tag.code.as_str(), some.red)).collect();
    assert_eq!(by_centre, [(DISTRICT, 1)], "both lie in the one district");
    assert!(board.page.rows.iter().all(|row| row.may_press == (row.part.supervision != Supervision::Red)));
    let reds = SupervisionFilter { supervision: Some(Supervision::Red), ..SupervisionFilter::default() };
    assert_eq!(scene.board(&scene.duty, reds).await.page.total, 1);
    let level = SupervisionFilter { level: Some(Level::Red), ..SupervisionFilter::default() };
    assert_eq!(scene.board(&scene.duty, level).await.page.total, 0);
    let township = scene.board(&scene.township, SupervisionFilter::default()).await;
    assert_eq!((township.page.total, township.may_press), (1, false));
    assert_eq!(scene.board(&scene.neighbour, SupervisionFilter::default()).await.page.total, 0);
    let elsewhere = SupervisionFilter { centre: NEIGHBOUR.into(), ..SupervisionFilter::default() };
    assert_eq!(
        refused(SupervisionDesk::board(&scene.engine, &scene.other_district, elsewhere).await),
        Refusal::NotFound
    );
    // What is done is off the board.
    let part = scene.part_of(&scene.staff).await;
    scene.work_off(&scene.staff, part.id).await;
    assert_eq!(scene.board(&scene.duty, SupervisionFilter::default()).await.page.total, 1);
}

#[tokio::test]
async fn the_board_goes_on_by_key() {
    let scene = Scene::set().await;
    let mut plan = scene.city.a_plan("many").for_category("flood");
    for _ in 0..60 {
        plan = plan.step_for("巡查", TOWNSHIP, 30);
    }
    let plan = plan.kept().await;
    let event = scene.a_report("r1").await;
    scene.engine.issue(&scene.duty, event, plan, "k1".into()).await.expect("an order");
    scene.pass(31);
    scene.tick_both().await;
    let first = scene.board(&scene.duty, SupervisionFilter::default()).await.page;
    let rest = SupervisionFilter { after: first.next.clone(), ..SupervisionFilter::default() };
    let rest = scene.board(&scene.duty, rest).await.page;
    assert_eq!((first.rows.len(), rest.rows.len(), first.total), (50, 10, 60));
    let mut ids: Vec<_> = first.rows.iter().chain(&rest.rows).map(|row| row.part.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 60, "each once");
}

#[tokio::test]
async fn what_turns_red_is_explained_returned_explained_and_accepted() {
    let scene = Scene::set().await;
    let (order, part) = scene.one_part().await;
    scene.pass(201);
    scene.tick_both().await;
    let asked = scene.asked(&scene.township, order).await.remove(0);
    assert_eq!((asked.state, asked.post, asked.holder.as_str()), {
        (ExplanationState::Asked, scene.township.post, "township")
    });
    assert_eq!(asked.moves, [ExplanationMove::Give]);
    assert!(asked.due_at - asked.asked_at > Duration::hours(24), "24 hours of working time are days");
    assert_eq!(scene.tick_both().await, 0, "it is asked once");
    // Only the post it was asked of gives it, and only the issuer judges.
    assert!(matches!(
        refused(scene.explain(&scene.staff, &asked, ExplanationMove::Give).await),
        Refusal::BelongsTo { .. }
    ));
    assert!(matches!(
        refused(scene.explain(&scene.duty, &asked, ExplanationMove::Accept).await),
        Refusal::NotNow { .. }
    ));
    assert_eq!(
        refused(scene.explain(&scene.other_district, &asked, ExplanationMove::Accept).await),
        Refusal::NotFound
    );
    scene.explain(&scene.township, &asked, ExplanationMove::Give).await.expect("the director explains");
    assert!(matches!(
        refused(scene.explain(&scene.district, &asked, ExplanationMove::Accept).await),
        Refusal::BelongsTo { .. }
    ));
    // Whoever gave it does not judge it, under whatever post.
    let also_above = scene.city.person("township").as_(Role::CityDuty).await;
    assert!(matches!(
        refused(scene.explain(&also_above, &asked, ExplanationMove::Accept).await),
        Refusal::BelongsTo { .. }
    ));
    let returned = scene.explain(&scene.duty, &asked, ExplanationMove::Return).await;
    assert_eq!(returned, Ok(ExplanationState::Returned));
    let again = scene.asked(&scene.duty, order).await.remove(0);
    assert_eq!((again.text.as_str(), again.reason.as_str()), ("泵车晚到", "泵车晚到"));
    scene.explain(&scene.township, &asked, ExplanationMove::Give).await.expect("again");
    let (one, two) = tokio::join!(
        scene.explain(&scene.duty, &asked, ExplanationMove::Accept),
        scene.explain(&scene.leader, &asked, ExplanationMove::Return),
    );
    assert!(one.is_ok() != two.is_ok(), "one of two judges at once: {one:?} {two:?}");
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    let lines = page.timeline.iter().filter(|line| line.verb == Verb::ExplanationMoved).count();
    assert_eq!(lines, 4, "each step is in the log");
    assert!(page.timeline.iter().any(|line| line.verb == Verb::ExplanationAsked));
    assert!(scene.board(&scene.duty, SupervisionFilter::default()).await.page.rows[0].part.id == part);
}

#[tokio::test]
async fn where_a_centre_has_no_director_somebody_else_is_asked() {
    let scene = Scene::set().await;
    scene.city.end_post(scene.township.post).await;
    let (order, part) = scene.one_part().await;
    scene.clock.pass(Duration::hours(1));
    scene.press(&scene.district, &[part], Supervision::Red).await.expect("a red card by hand");
    let asked = scene.asked(&scene.duty, order).await.remove(0);
    assert_eq!(asked.post, scene.staff.post, "of its staff, before anybody above");
}

#[tokio::test]
async fn a_late_explanation_rings_at_the_centre_above_until_it_is_given() {
    let scene = Scene::set().await;
    let (order, _) = scene.one_part().await;
    scene.pass(201);
    scene.tick_both().await;
    let asked = scene.asked(&scene.duty, order).await.remove(0);
    let late_in = asked.due_at - scene.clock_now() + Duration::minutes(1);
    assert_eq!(scene.ring().await, 0, "it is not due yet");
    scene.clock.pass(late_in);
    assert_eq!(scene.ring().await, 1, "one notice, by one of two servers");
    assert_eq!(scene.ring().await, 0);
    let notices = |filter| scene.engine.notices(&scene.district, filter);
    let told = notices(NoticeFilter::default()).await.expect("its notices").rows;
    let told: Vec<_> = told.iter().filter(|row| row.kind == NoticeKind::ExplanationOverdue).collect();
    assert_eq!(
        (told.len(), told[0].about.code.as_str(), told[0].told.code.as_str()),
        (1, TOWNSHIP, DISTRICT)
    );
    assert!(scene.asked(&scene.duty, order).await[0].late);
    scene.explain(&scene.township, &asked, ExplanationMove::Give).await.expect("late, and given");
    assert_eq!(scene.ring().await, 1);
    let all = NoticeFilter { all: true, ..NoticeFilter::default() };
    let told = notices(all).await.expect("its notices").rows;
    let told = told.iter().find(|row| row.kind == NoticeKind::ExplanationOverdue).expect("it is kept");
    assert_eq!(told.state, NoticeState::Over);
}

#[tokio::test]
async fn a_mistaken_card_is_annulled_beside_and_stays_in_the_history() {
    let scene = Scene::set().await;
    let (order, part) = scene.one_part().await;
    let annul = |by: &Actor| {
        let by = by.clone();
        let engine = scene.engine.clone();
        async move { engine.annul(&by, part, "系统误判".into()).await }
    };
    assert!(matches!(refused(annul(&scene.duty).await), Refusal::NotNow { .. }), "there is no card");
    scene.press(&scene.duty, &[part], Supervision::Red).await.expect("a red card");
    assert!(matches!(refused(annul(&scene.township).await), Refusal::NotAllowed { .. }));
    assert!(matches!(refused(annul(&scene.district).await), Refusal::BelongsTo { .. }));
    annul(&scene.leader).await.expect("the issuer's centre says so");
    assert!(matches!(refused(annul(&scene.leader).await), Refusal::NotNow { .. }), "once");
    assert_eq!(scene.pressure().await, Supervision::Red, "pressure is never taken back");
    let board = scene.board(&scene.duty, SupervisionFilter::default()).await;
    let annulled = board.page.rows[0].annulled.as_ref().expect("the board says so");
    assert_eq!((annulled.who.as_str(), annulled.reason.as_str()), ("leader", "系统误判"));
    assert_eq!(scene.asked(&scene.duty, order).await[0].state, ExplanationState::Waived);
    assert_eq!(scene.tick_both().await, 0, "nobody is asked again");
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    assert!(page.timeline.iter().any(|line| line.verb == Verb::CardAnnulled));
    scene.step(&scene.staff, part, AssignmentMove::Accept).await.expect("work goes on");
}
