//! Evaluation: what a case counts as, whoever moves it; who is ranked; what an appeal and a closed month do to a figure.

mod scene;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use domain::actors::{Actor, Role};
use domain::assignments::AssignmentMove;
use domain::events::{EventDesk, EventMove};
use domain::names::Lang;
use domain::orders::OrderDesk;
use domain::rates::{
    AppealMove, AppealState, CountedCases, CountedFilter, Counts, Evaluation, EvaluationFilter, Figure,
    NewAppeal, Part, RateDesk, RateKind, Span, Wanted, Why,
};
use domain::time::in_city;
use domain::{AppealId, EventId, Fault, PlanId, RateEntryId, Refusal};
use scene::{DISTRICT, OTHER_DISTRICT, Scene, TOWNSHIP, refused};

impl Scene {
    /// A case from report to closing: an order at once, done after so many minutes, verified and closed after as many again.
    async fn a_closed_case(&self, plan: PlanId, key: &str, done_after: i64, closed_after: i64) -> EventId {
        let event = self.a_report(key).await;
        let order = self.engine.issue(&self.duty, event, plan, key.into()).await.expect("the city orders");
        self.pass(done_after);
        self.see_to(order, &self.township).await;
        self.see_to(order, &self.district).await;
        self.pass(closed_after);
        EventDesk::step(&self.engine, &self.duty, event, EventMove::Close, String::new())
            .await
            .expect("closed");
        event
    }

    /// The part of an order that a centre holds: signed, done and verified.
    async fn see_to(&self, order: domain::OrderId, actor: &Actor) {
        let detail = self.engine.order(&self.duty, order).await.expect("the city sees its order");
        let part = detail.tree.iter().find(|part| part.recipient.id == actor.centre.id).expect("a part").id;
        self.work_off(actor, part).await;
        self.step(&self.duty, part, AssignmentMove::Approve).await.expect("verified");
    }

    async fn evaluation(&self, actor: &Actor, filter: EvaluationFilter) -> Evaluation {
        self.engine.evaluation(actor, filter).await.expect("an evaluation of one's own")
    }

    /// The district's figure, this month.
    async fn figure(&self, rate: RateKind) -> Figure {
        let own = self.evaluation(&self.district, EvaluationFilter::default()).await.own;
        own.figures.into_iter().find(|figure| figure.rate == rate).expect("every rate is there")
    }

    async fn cases(&self, actor: &Actor, rate: RateKind, part: Part) -> CountedCases {
        let (centre, span, lane) = (DISTRICT.into(), self.month(), String::new());
        let filter = CountedFilter { rate, centre, span, lane, part: Some(part), tier: None, after: None };
        self.engine.counted(actor, filter).await.expect("the cases of a figure one sees")
    }

    fn month(&self) -> String {
        Span::month_of(in_city(self.start).date_naive()).to_string()
    }

    async fn appeal(&self, actor: &Actor, entry: RateEntryId, wanted: Wanted) -> Result<AppealId, Fault> {
        let new =
            NewAppeal { entry: entry.to_string(), wanted: Some(wanted), reason: "非我方责任".into() };
        self.engine.appeal(actor, new).await
    }

    async fn decide(&self, actor: &Actor, id: AppealId, step: AppealMove) -> Result<AppealState, Fault> {
        self.engine.decide_appeal(actor, id, step, "查实".into()).await
    }
}

/// Noon of the fifth of a month, so that a test's hours lie within it.
async fn set() -> Scene {
    let scene = Scene::set().await;
    let today = in_city(scene.start).date_naive();
    let fifth =
        today.with_day(5).expect("every month has a fifth").and_hms_opt(4, 0, 0).expect("noon").and_utc();
    let (clock, start): (_, DateTime<Utc>) = (scene.clock.clone(), fifth);
    clock.pass(fifth - scene.start);
    Scene { start, ..scene }
}

#[tokio::test]
async fn a_case_counts_at_each_step_and_as_a_whole_and_folding_changes_nothing() {
    let scene = set().await;
    let plan = scene.a_plan().await;
    scene.a_closed_case(plan, "in time", 30, 30).await;
    // Handled after its 120 minutes, closed after its 235.
    let late = scene.a_closed_case(plan, "late", 130, 120).await;

    let before = scene.evaluation(&scene.district, EvaluationFilter::default()).await;
    assert!(scene.engine.fold_rates().await.expect("the tick folds") > 0);
    let after = scene.evaluation(&scene.district, EvaluationFilter::default()).await;
    assert_eq!(before, after, "folding changes what it costs to ask, not what is said");

    let expected = [
        (RateKind::RegisteredInTime, 2, 2),
        (RateKind::DispatchedInTime, 2, 2),
        (RateKind::HandledInTime, 1, 2),
        (RateKind::ClosedInTime, 1, 2),
        (RateKind::AccuratelyDispatched, 2, 2),
        (RateKind::Reworked, 0, 2),
        (RateKind::Returned, 0, 2),
        (RateKind::Extended, 0, 2),
        (RateKind::VerifiedSolved, 2, 2),
        (RateKind::SolvedInCommunity, 0, 2),
        (RateKind::SolvedInTownship, 0, 2),
        // The city ordered.
        (RateKind::SolvedInDistrict, 0, 2),
    ];
    for (rate, numerator, denominator) in expected {
        assert_eq!(scene.figure(rate).await.counts, Counts::new(numerator, denominator), "{rate}");
    }
    let missed = scene.cases(&scene.district, RateKind::ClosedInTime, Part::Missed).await;
    assert_eq!(missed.page.rows.len(), 1);
    let row = &missed.page.rows[0];
    assert_eq!((row.event, row.why, row.amount), (late, Why::Late, 15), "the case, and why it counts so");
    let all = scene.cases(&scene.duty, RateKind::ClosedInTime, Part::Denominator).await;
    assert_eq!(all.page.rows.len(), 2, "every figure opens its cases");
    let week = EvaluationFilter { span: "2026-W99".into(), ..EvaluationFilter::default() };
    assert!(matches!(refused(scene.engine.evaluation(&scene.district, week).await), Refusal::Field { .. }));
}

#[tokio::test]
async fn a_rework_and_a_return_are_told_at_the_closing() {
    let scene = set().await;
    let (event, _) = scene.an_order().await;
    let part = scene.part_of(&scene.township).await.id;
    scene.work_off(&scene.township, part).await;
    let district = scene.part_of(&scene.district).await.id;
    scene.work_off(&scene.district, district).await;
    scene.step(&scene.duty, part, AssignmentMove::Rework).await.expect("back to work");
    scene.pass(1);
    scene.finish(&scene.township, part, 1).await.expect("done again");
    for part in [part, district] {
        scene.step(&scene.duty, part, AssignmentMove::Approve).await.expect("verified");
    }
    EventDesk::step(&scene.engine, &scene.duty, event, EventMove::Close, String::new())
        .await
        .expect("closed");
    assert_eq!(scene.figure(RateKind::Reworked).await.counts, Counts::new(1, 1));
    assert_eq!(
        scene.figure(RateKind::VerifiedSolved).await.counts,
        Counts::new(1, 2),
        "one report of two was good"
    );
    assert_eq!(scene.figure(RateKind::HandledInTime).await.counts, Counts::new(2, 2), "each handling counts");

    // A case whose order is recalled was not dispatched accurately.
    let second = scene.a_report("second").await;
    let plan =
        scene.city.a_plan("other").for_category("flood").step("抽排", domain::plans::Recipient::District, 60);
    let plan = plan.kept().await;
    let wrong = scene.engine.issue(&scene.duty, second, plan, "wrong".into()).await.expect("ordered");
    scene.engine.recall(&scene.duty, wrong, "派错了".into()).await.expect("recalled");
    let right = scene.engine.issue(&scene.duty, second, plan, "right".into()).await.expect("ordered again");
    scene.see_to(right, &scene.district).await;
    EventDesk::step(&scene.engine, &scene.duty, second, EventMove::Close, String::new())
        .await
        .expect("closed");
    assert_eq!(scene.figure(RateKind::Returned).await.counts, Counts::new(1, 2));
    assert_eq!(scene.figure(RateKind::AccuratelyDispatched).await.counts, Counts::new(2, 3));
}

#[tokio::test]
async fn only_comparable_units_with_enough_cases_are_ranked_and_people_only_for_their_director() {
    let scene = set().await;
    let plan = scene.a_plan().await;
    for n in 0..9 {
        scene.a_closed_case(plan, &format!("case {n}"), 1, 1).await;
    }
    let lines = scene.evaluation(&scene.duty, EvaluationFilter::default()).await.lines;
    assert_eq!(lines.len(), 2, "both districts are shown");
    assert!(lines.iter().all(|line| line.rank.is_none()), "nine cases rank nobody");
    scene.a_closed_case(plan, "case 9", 1, 1).await;
    let lines = scene.evaluation(&scene.duty, EvaluationFilter::default()).await.lines;
    let places: Vec<_> =
        lines.iter().map(|line| (line.centre.code.as_str(), line.rank, line.ranked)).collect();
    assert_eq!(places, [(DISTRICT, Some(1), 1), (OTHER_DISTRICT, None, 1)]);

    let director = scene.city.person("director").of(DISTRICT).as_(Role::DistrictDirector).await;
    let people =
        scene.evaluation(&director, EvaluationFilter::default()).await.people.expect("their own people");
    assert!(!people.is_empty());
    assert_eq!(
        scene.evaluation(&scene.district, EvaluationFilter::default()).await.people,
        None,
        "a duty officer"
    );
    let there = EvaluationFilter { centre: TOWNSHIP.into(), ..EvaluationFilter::default() };
    assert_eq!(scene.evaluation(&director, there).await.people, None, "another centre's people");
    let elsewhere = EvaluationFilter { centre: DISTRICT.into(), ..EvaluationFilter::default() };
    assert_eq!(refused(scene.engine.evaluation(&scene.other_district, elsewhere).await), Refusal::NotFound);
    let mine = scene.evaluation(&scene.other_district, EvaluationFilter::default()).await;
    assert!(
        mine.own.figures.iter().all(|figure| figure.counts == Counts::default()),
        "nothing of the neighbour's"
    );

    let file = scene
        .engine
        .evaluation_file(&scene.duty, EvaluationFilter::default(), Lang::En)
        .await
        .expect("a file");
    assert!(file.starts_with('\u{feff}') && file.lines().count() == 4, "{file}");
}

#[tokio::test]
async fn an_appeal_granted_revises_the_figure_and_leaves_the_old_one_to_be_seen() {
    let scene = set().await;
    let plan = scene.a_plan().await;
    scene.a_closed_case(plan, "good", 1, 1).await;
    scene.a_closed_case(plan, "late", 130, 120).await;
    let row = |cases: CountedCases| cases.page.rows.into_iter().next().expect("a case").id;
    let late = row(scene.cases(&scene.district, RateKind::ClosedInTime, Part::Missed).await);
    let good = row(scene.cases(&scene.district, RateKind::ClosedInTime, Part::Numerator).await);

    assert!(matches!(
        refused(scene.appeal(&scene.duty, late, Wanted::LeaveOut).await),
        Refusal::BelongsTo { .. }
    ));
    assert_eq!(refused(scene.appeal(&scene.other_district, late, Wanted::LeaveOut).await), Refusal::NotFound);
    assert!(matches!(
        refused(scene.appeal(&scene.district, good, Wanted::CountAsGood).await),
        Refusal::Field { .. }
    ));
    let first = scene.appeal(&scene.district, late, Wanted::LeaveOut).await.expect("the district appeals");
    assert!(matches!(
        refused(scene.appeal(&scene.district, late, Wanted::LeaveOut).await),
        Refusal::NotNow { .. }
    ));
    assert!(matches!(
        refused(scene.decide(&scene.district, first, AppealMove::Grant).await),
        Refusal::BelongsTo { .. }
    ));
    scene.decide(&scene.district, first, AppealMove::Withdraw).await.expect("withdrawn");
    let again = scene.appeal(&scene.district, late, Wanted::LeaveOut).await.expect("and filed again");
    let waiting = scene.engine.appeals(&scene.duty, None).await.expect("the city's list").rows;
    assert_eq!((waiting.len(), waiting[0].moves.len()), (1, 2), "the city decides");

    // The two decide at once: one of them finds it decided.
    let (one, other) = tokio::join!(
        scene.decide(&scene.duty, again, AppealMove::Grant),
        scene.decide(&scene.duty, again, AppealMove::Grant)
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
    let figure = scene.figure(RateKind::ClosedInTime).await;
    assert_eq!((figure.counts, figure.published), (Counts::new(1, 1), None), "an open month just changes");
    let rows = scene.cases(&scene.district, RateKind::ClosedInTime, Part::Denominator).await.page.rows;
    assert_eq!(rows.len(), 3, "the case as it was, taken back, and the other");
    let revision = rows.iter().find(|row| row.revision.is_some()).expect("a revision");
    assert_eq!((revision.counts, revision.revision.map(|(id, _)| id)), (Counts::new(0, -1), Some(again)));
    let kept = rows.iter().find(|row| row.id == late).expect("what was counted stays");
    assert_eq!((kept.counts, kept.appeal), (Counts::new(0, 1), Some((again, AppealState::Granted))));
    assert_eq!(
        scene.figure(RateKind::HandledInTime).await.counts,
        Counts::new(1, 2),
        "another figure is another appeal"
    );
}

#[tokio::test]
async fn a_closed_month_shows_later_corrections_as_revisions() {
    let scene = set().await;
    let plan = scene.a_plan().await;
    scene.a_closed_case(plan, "late", 130, 120).await;
    scene.a_closed_case(plan, "good", 1, 1).await;
    let late = scene.cases(&scene.district, RateKind::ClosedInTime, Part::Missed).await.page.rows[0].id;
    assert_eq!(scene.engine.close_rates().await.expect("the tick"), 0, "the month is not over");

    let first: NaiveDate = Span::month_of(in_city(scene.start).date_naive()).end();
    let closes = domain::rates::closes_on(
        first.pred_opt().expect("a day"),
        &domain::calendar::WorkCalendar::default(),
    );
    scene.clock.pass(domain::time::city_midnight(closes) + Duration::hours(20) - scene.engine.now());
    assert_eq!(scene.engine.close_rates().await.expect("the tick"), 0, "the third working day still counts");
    scene.clock.pass(Duration::hours(5));
    assert_eq!(scene.engine.close_rates().await.expect("the tick"), 1);
    assert_eq!(scene.engine.close_rates().await.expect("the tick"), 0, "once");

    let appeal =
        scene.appeal(&scene.district, late, Wanted::CountAsGood).await.expect("still to be appealed");
    scene.decide(&scene.duty, appeal, AppealMove::Grant).await.expect("granted");
    for folded in [false, true] {
        if folded {
            scene.engine.fold_rates().await.expect("the tick folds");
        }
        let figure = scene.cases(&scene.district, RateKind::ClosedInTime, Part::Denominator).await.figure;
        assert_eq!(figure.counts, Counts::new(2, 2), "as it stands");
        assert_eq!(figure.published, Some(Counts::new(1, 2)), "as it was published");
    }
    let year = EvaluationFilter { span: scene.start.year().to_string(), ..EvaluationFilter::default() };
    let year = scene.evaluation(&scene.district, year).await.own;
    let figure = year.figures.iter().find(|figure| figure.rate == RateKind::ClosedInTime).expect("a figure");
    assert_eq!((figure.counts, figure.published), (Counts::new(2, 2), Some(Counts::new(1, 2))));
}
