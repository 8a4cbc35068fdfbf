//! KPI reports from the owner to the tier above, and the lights that follow, on a real database.

mod scene;

use chrono::{Datelike, Duration, NaiveDate};
use domain::actors::{Actor, Role};
use domain::kpis::{Aim, KpiDesk, KpiMove, KpiReportState, Light, NewKpiReport, Period};
use domain::lanes::LaneDesk;
use domain::orders::Photo;
use domain::time::in_city;
use domain::{Fault, KpiReportId, Refusal, Remedy};
use scene::{DISTRICT, OTHER_DISTRICT, OTHER_TOWNSHIP, Scene, TOWNSHIP, refused};
use store::testing::CITY;

struct Lanes {
    scene: Scene,
    owner: Actor,
    last_month: NaiveDate,
}

/// A monthly rate in the lane `water`, to be 80 % everywhere, and a lane owner in the district.
async fn lanes() -> Lanes {
    let scene = Scene::set().await;
    let today = in_city(scene.start).date_naive();
    let year = i16::try_from(today.year()).expect("a year");
    scene.city.a_kpi("clean", "water", Aim::Higher, false, Period::Month).await;
    scene.city.a_kpi("green", "parks", Aim::Higher, false, Period::Month).await;
    for centre in [CITY, DISTRICT, OTHER_DISTRICT, TOWNSHIP] {
        scene.city.a_target(centre, "clean", year, 80.0).await;
    }
    let owner = scene.city.person("owner").of(DISTRICT).for_lane("water").as_(Role::LaneOwner).await;
    Lanes { last_month: Period::Month.end_before(today), scene, owner }
}

impl Lanes {
    async fn report(
        &self,
        actor: &Actor,
        centre: &str,
        value: &str,
        key: &str,
    ) -> Result<KpiReportId, Fault> {
        let new = NewKpiReport {
            kpi: "clean".into(),
            centre: centre.into(),
            value: value.into(),
            note: "本月巡查".into(),
            evidence: vec![Photo { name: "e.png".into(), bytes: b"\x89PNG\r\n\x1a\n evidence".to_vec() }],
            key: key.into(),
        };
        self.scene.engine.report_kpi(actor, new).await
    }

    async fn step(&self, actor: &Actor, id: KpiReportId, step: KpiMove) -> Result<KpiReportState, Fault> {
        self.scene.engine.step_report(actor, id, step, "口径不符".into()).await
    }

    async fn value(&self) -> (Option<f64>, Light, bool) {
        let row =
            self.scene.engine.kpi(&self.owner, DISTRICT.into(), "clean".into()).await.expect("a page").row;
        (row.value, row.light, row.waiting)
    }
}

#[tokio::test]
async fn a_report_counts_once_the_tier_above_approved_it() {
    let lanes = lanes().await;
    let scene = &lanes.scene;
    let owed = scene.engine.kpis_owed(&lanes.owner).await.expect("what is owed");
    assert_eq!(owed.iter().map(|kpi| kpi.code.as_str()).collect::<Vec<_>>(), ["clean"]);
    let id = lanes.report(&lanes.owner, DISTRICT, " ７６.5 ", "k").await.expect("reported");
    assert_eq!(lanes.report(&lanes.owner, DISTRICT, "1", "k").await, Ok(id), "the same form sent twice");
    assert!(scene.engine.kpis_owed(&lanes.owner).await.expect("what is owed").is_empty());
    assert_eq!(lanes.value().await, (None, Light::NoData, true));

    for stranger in [&scene.district, &scene.other_district, &scene.leader, &lanes.owner] {
        assert!(lanes.step(stranger, id, KpiMove::Approve).await.is_err(), "{}", stranger.person_name);
    }
    let waiting = scene.engine.reports_waiting(&scene.duty, None).await.expect("a list");
    let row = &waiting.rows[0];
    assert_eq!((row.id, row.value, row.period, row.revision), (id, 76.5, lanes.last_month, 1));
    assert!(scene.engine.reports_waiting(&scene.district, None).await.expect("a list").rows.is_empty());
    let (media, _) = scene.engine_attachment(row.evidence[0]).await;
    assert_eq!(media, "image/png");
    assert_eq!(lanes.step(&scene.duty, id, KpiMove::Approve).await, Ok(KpiReportState::Approved));
    assert_eq!(lanes.value().await, (Some(76.5), Light::Blue, false));
    assert_eq!(refused(lanes.step(&scene.duty, id, KpiMove::Approve).await).status(), 409);
    assert_eq!(lanes.step(&scene.duty, id, KpiMove::Accept).await, Ok(KpiReportState::Accepted));
}

#[tokio::test]
async fn what_is_returned_is_corrected_by_a_revision_and_nothing_is_overwritten() {
    let lanes = lanes().await;
    let scene = &lanes.scene;
    let first = lanes.report(&lanes.owner, DISTRICT, "90", "k1").await.expect("reported");
    let bare = scene.engine.step_report(&scene.duty, first, KpiMove::Return, " ".into()).await;
    assert_eq!(refused(bare), Refusal::Field { field: "reason".into(), remedy: Remedy::Required });
    lanes.step(&scene.duty, first, KpiMove::Return).await.expect("returned");
    assert_eq!(lanes.value().await, (None, Light::NoData, false));
    let second = lanes.report(&lanes.owner, DISTRICT, "60", "k2").await.expect("reported again");
    let third =
        lanes.report(&lanes.owner, DISTRICT, "50", "k3").await.expect("and corrected before approval");
    assert_eq!(refused(lanes.step(&scene.duty, second, KpiMove::Approve).await), Refusal::Conflict);
    let waiting = scene.engine.reports_waiting(&scene.duty, None).await.expect("a list");
    assert_eq!(waiting.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [third]);
    lanes.step(&scene.duty, third, KpiMove::Approve).await.expect("approved");
    assert_eq!(lanes.value().await, (Some(50.0), Light::Red, false));

    let page = scene.engine.kpi(&lanes.owner, DISTRICT.into(), "clean".into()).await.expect("a page");
    let kept: Vec<_> = page.reports.iter().map(|r| (r.revision, r.value, r.state)).collect();
    let wanted = [
        (3, 50.0, KpiReportState::Approved),
        (2, 60.0, KpiReportState::Submitted),
        (1, 90.0, KpiReportState::Returned),
    ];
    assert_eq!(kept, wanted);
    assert_eq!(page.reports[2].reason, "口径不符");
    assert_eq!(page.series, [(lanes.last_month, 50.0)]);
    // Approved in error, it is returned too, and counts no more.
    lanes.step(&scene.duty, third, KpiMove::Return).await.expect("returned");
    assert_eq!(lanes.value().await.0, None);
}

#[tokio::test]
async fn the_period_before_stays_as_it_was() {
    let lanes = lanes().await;
    let scene = &lanes.scene;
    for (value, key) in [("70", "a"), ("80", "b")] {
        let id = lanes.report(&lanes.owner, DISTRICT, value, key).await.expect("reported");
        lanes.step(&scene.duty, id, KpiMove::Approve).await.expect("approved");
    }
    let page = scene.engine.kpi(&lanes.owner, DISTRICT.into(), "clean".into()).await.expect("a page");
    let today = in_city(scene.start).date_naive();
    assert_eq!(page.series, [(lanes.last_month, 70.0), (Period::Month.end(today), 80.0)]);
    assert_eq!((page.row.value, page.row.previous), (Some(80.0), Some(70.0)));
    assert_eq!(page.next_period, Period::Month.end(today));
    scene.clock.pass(Duration::days(32));
    let page = scene.engine.kpi(&lanes.owner, DISTRICT.into(), "clean".into()).await.expect("a page");
    assert!(page.next_period > Period::Month.end(today), "a month later the next is due");
}

#[tokio::test]
async fn who_reports_and_who_approves_is_held() {
    let lanes = lanes().await;
    let scene = &lanes.scene;
    assert_eq!(refused(lanes.report(&lanes.owner, OTHER_DISTRICT, "1", "k").await), Refusal::NotFound);
    assert!(matches!(
        refused(lanes.report(&lanes.owner, TOWNSHIP, "1", "k").await),
        Refusal::BelongsTo { .. }
    ));
    assert!(matches!(refused(lanes.report(&scene.duty, CITY, "1", "k").await), Refusal::NotAllowed { .. }));
    let parks = scene.city.person("parks").of(DISTRICT).for_lane("parks").as_(Role::LaneOwner).await;
    assert!(matches!(refused(lanes.report(&parks, DISTRICT, "1", "k").await), Refusal::NotAllowed { .. }));
    for (typed, remedy) in [("", Remedy::Required), ("很多", Remedy::NotANumber), ("NaN", Remedy::NotANumber)]
    {
        let answer = refused(lanes.report(&lanes.owner, DISTRICT, typed, "k").await);
        assert_eq!(answer, Refusal::Field { field: "value".into(), remedy });
    }
    // A township's report is its district's to approve.
    let id = lanes.report(&scene.staff, TOWNSHIP, "88", "t").await.expect("reported");
    assert_eq!(scene.engine.reports_waiting(&scene.district, None).await.expect("a list").total, 1);
    assert_eq!(refused(lanes.step(&scene.other_district, id, KpiMove::Approve).await), Refusal::NotFound);
    lanes.step(&scene.district, id, KpiMove::Approve).await.expect("approved by the district");
    assert!(matches!(
        refused(lanes.step(&scene.district, id, KpiMove::Accept).await),
        Refusal::NotAllowed { .. }
    ));
    lanes.step(&scene.duty, id, KpiMove::Accept).await.expect("accepted by the city");
    // Nobody is above the city: another person there approves.
    let city_owner = scene.city.person("city owner").for_lane("water").as_(Role::LaneOwner).await;
    let own = lanes.report(&city_owner, CITY, "81", "c").await.expect("reported");
    let same_person = scene.city.person("city owner").as_(Role::CityDuty).await;
    assert!(lanes.step(&same_person, own, KpiMove::Approve).await.is_err(), "not one's own");
    assert!(scene.engine.reports_waiting(&same_person, None).await.expect("a list").rows.is_empty());
    lanes.step(&scene.duty, own, KpiMove::Approve).await.expect("another person may");
}

#[tokio::test]
async fn the_matrix_shows_the_boards_of_the_tier_and_their_lights() {
    let lanes = lanes().await;
    let scene = &lanes.scene;
    for (actor, above, centre, value) in
        [(&lanes.owner, &scene.duty, DISTRICT, "64"), (&scene.staff, &scene.district, TOWNSHIP, "100")]
    {
        let id = lanes.report(actor, centre, value, centre).await.expect("reported");
        lanes.step(above, id, KpiMove::Approve).await.expect("approved");
    }
    let matrix = scene.engine.matrix(&scene.duty, DISTRICT.into()).await.expect("a matrix");
    let cells: Vec<_> = matrix.boards.iter().flat_map(|board| &board.lanes).collect();
    let of = |code: &str| *cells.iter().find(|cell| cell.code == code).expect("every lane has its cell");
    assert_eq!(
        (of("water").light, of("water").achieved, of("water").lagging),
        (Light::Orange, Some(80.0), 1)
    );
    assert_eq!((of("parks").light, of("parks").achieved, of("parks").kpis), (Light::NoData, None, 1));
    assert_eq!(matrix.lagging, 1);
    assert!(matrix.boards.iter().all(|board| board.code.starts_with("b-")));
    let below = scene.engine.matrix(&scene.staff, TOWNSHIP.into()).await.expect("a matrix");
    assert!(
        below.boards.iter().all(|board| board.code.starts_with("t-")),
        "townships have boards of their own"
    );
    let lane = scene.engine.lane(&scene.duty, DISTRICT.into(), "water".into()).await.expect("a lane");
    assert_eq!(lane.owner.expect("it has an owner").1, "owner");
    assert_eq!(lane.sublanes[0].kpis[0].value, Some(64.0));
    let page = scene.engine.kpi(&scene.duty, DISTRICT.into(), "clean".into()).await.expect("a page");
    let below: Vec<_> =
        page.below.iter().map(|(centre, value, light)| (centre.code.as_str(), *value, *light)).collect();
    assert_eq!(below[0], (TOWNSHIP, Some(100.0), Light::Ok), "who reported comes before who did not");
    assert_eq!(refused(scene.engine.matrix(&scene.district, OTHER_DISTRICT.into()).await), Refusal::NotFound);
    assert_eq!(
        refused(scene.engine.lane(&scene.staff, OTHER_TOWNSHIP.into(), "water".into()).await),
        Refusal::NotFound
    );
    assert_eq!(refused(scene.engine.lane(&scene.duty, CITY.into(), "none".into()).await), Refusal::NotFound);
    assert_eq!(refused(scene.engine.kpi(&scene.duty, CITY.into(), "none".into()).await), Refusal::NotFound);
}
