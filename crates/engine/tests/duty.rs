//! Rosters: shifts, swaps, absences, hand-over, a month from a file; and what rings when nobody is on duty.

mod scene;

use chrono::{DateTime, Duration, Utc};
use domain::actors::{Actor, Right, Role};
use domain::audit::Verb;
use domain::duty::{DutyDesk, Fate, NewAbsence, NewShift, Roster};
use domain::notices::{NoticeDesk, NoticeFilter, NoticeKind, NoticeRow, NoticeState};
use domain::time::in_city;
use domain::{Fault, PostId, Refusal, Remedy, ShiftId};
use scene::{DISTRICT, NEIGHBOUR, OTHER_DISTRICT, Scene, TOWNSHIP, refused};

impl Scene {
    fn written(&self, hours: i64) -> String {
        in_city(self.start + Duration::hours(hours)).format("%Y-%m-%dT%H:%M").to_string()
    }

    /// A shift of somebody at the township, from so many hours after the start to so many.
    async fn shift(&self, by: &Actor, of: &Actor, from: i64, to: i64) -> Result<ShiftId, Fault> {
        let new = NewShift {
            centre: of.centre.code.clone(),
            post: of.post.to_string(),
            from: self.written(from),
            to: self.written(to),
        };
        self.engine.add_shift(by, new).await
    }

    async fn away(&self, of: &Actor, from: i64, to: i64) -> domain::AbsenceId {
        let new = NewAbsence {
            centre: of.centre.code.clone(),
            post: of.post.to_string(),
            from: self.written(from),
            to: self.written(to),
            reason: "病假".into(),
        };
        self.engine.note_absence(&self.township, new).await.expect("a director notes who is away")
    }

    async fn roster(&self, by: &Actor, centre: &str) -> Roster {
        self.engine.roster(by, centre.into(), None).await.expect("a roster within the scope")
    }

    async fn serving(&self, centre: &str) -> Option<String> {
        self.roster(&self.duty, centre).await.head.on_duty.map(|on_duty| on_duty.name)
    }

    async fn notices(&self, of: &Actor, about: &str) -> Vec<NoticeRow> {
        let filter = NoticeFilter { all: true, ..NoticeFilter::default() };
        let rows = self.engine.notices(of, filter).await.expect("one's own notices").rows;
        rows.into_iter().filter(|row| row.about.code == about).collect()
    }

    async fn tick(&self) -> usize {
        self.engine.note_duty_gaps().await.expect("the tick looks at the rosters")
    }

    /// A roster file: one line a shift, hours after the start.
    fn file(&self, shifts: &[(PostId, &str, i64, i64)]) -> Vec<u8> {
        let line = |(post, name, from, to): &(PostId, &str, i64, i64)| {
            let (from, to) = (self.written(*from).replace('T', " "), self.written(*to).replace('T', " "));
            format!("{post},{name},{from},{to}\n")
        };
        ["\u{feff}post,name,from,to\n".to_owned(), shifts.iter().map(line).collect()].concat().into_bytes()
    }
}

#[tokio::test]
async fn a_director_plans_who_is_on_duty_and_everybody_above_sees_it() {
    let scene = Scene::set().await;
    let first = scene.shift(&scene.township, &scene.staff, -1, 8).await.expect("a shift");
    scene.shift(&scene.township, &scene.township, 8, 16).await.expect("the next one");
    assert_eq!(scene.serving(TOWNSHIP).await.as_deref(), Some("staff"));
    scene.pass(8 * 60);
    assert_eq!(
        scene.serving(TOWNSHIP).await.as_deref(),
        Some("township"),
        "a shift ends when the next begins"
    );

    let seen = scene.roster(&scene.district, DISTRICT).await;
    let below: Vec<_> = seen.below.iter().map(|each| each.on_duty.is_some()).collect();
    assert_eq!(below, [false, false, true], "those with nobody come first");
    let many = vec![scene.staff.centre.id, scene.district.centre.id, scene.other_district.centre.id];
    let now = scene.engine.on_duty(&scene.district, many).await.expect("one question for all");
    assert_eq!(
        now.len(),
        1,
        "nobody is on duty at the district, and the other district is not theirs to see"
    );

    assert_eq!(
        refused(scene.engine.remove_shift(&scene.township, first).await),
        Refusal::field("to", Remedy::InThePast),
        "what was served stays"
    );
    let told = scene.roster(&scene.township, TOWNSHIP).await.timeline;
    assert!(told.iter().all(|line| line.verb == Verb::ShiftAdded) && told.len() == 2, "{told:#?}");
}

#[tokio::test]
async fn nobody_is_on_duty_twice_at_a_time() {
    let scene = Scene::set().await;
    scene.shift(&scene.township, &scene.staff, 0, 8).await.expect("a shift");
    let again = refused(scene.shift(&scene.township, &scene.staff, 7, 9).await);
    let Refusal::Field { field, remedy: Remedy::OnDutyThen { from, .. } } = again else {
        panic!("{again:?}")
    };
    assert_eq!((field.as_str(), from), ("from", scene.start));
    scene.shift(&scene.township, &scene.staff, 8, 9).await.expect("right after it is another matter");

    // The same person with a second post elsewhere in the district.
    let elsewhere = scene.city.person("staff").of(NEIGHBOUR).as_(Role::TownshipStaff).await;
    let there = refused(scene.shift(&scene.district, &elsewhere, 1, 2).await);
    assert!(matches!(there, Refusal::Field { remedy: Remedy::OnDutyThen { .. }, .. }), "{there:?}");
    let director = scene.city.person("next").of(NEIGHBOUR).as_(Role::TownshipDirector).await;
    let unseen = refused(scene.shift(&director, &elsewhere, 1, 2).await);
    assert_eq!(unseen, Refusal::Conflict, "what the asker may not see stands in the way all the same");
    let backwards = refused(scene.shift(&scene.township, &scene.township, 9, 7).await);
    assert_eq!(backwards, Refusal::field("to", Remedy::EndsBeforeStart));
}

#[tokio::test]
async fn two_people_swap_their_shifts_in_one_step() {
    let scene = Scene::set().await;
    let one = scene.shift(&scene.township, &scene.staff, 0, 8).await.expect("a shift");
    let other = scene.shift(&scene.township, &scene.township, 8, 16).await.expect("a shift");
    scene.engine.swap_shifts(&scene.township, one, other).await.expect("they swap");
    assert_eq!(scene.serving(TOWNSHIP).await.as_deref(), Some("township"));
    scene.pass(9 * 60);
    assert_eq!(scene.serving(TOWNSHIP).await.as_deref(), Some("staff"));
    let told = scene.roster(&scene.township, TOWNSHIP).await.timeline;
    assert_eq!((told[0].verb, told[0].who.as_str()), (Verb::ShiftsSwapped, "township"));

    let third = scene.shift(&scene.township, &scene.staff, 16, 24).await.expect("a shift");
    let far = scene.shift(&scene.district, &scene.neighbour, 16, 24).await.expect("a shift elsewhere");
    let across = refused(scene.engine.swap_shifts(&scene.district, third, far).await);
    assert_eq!(across, Refusal::NotFound, "shifts of two centres are not swapped");
    assert_eq!(refused(scene.engine.swap_shifts(&scene.neighbour, third, third).await).status(), 403);
}

#[tokio::test]
async fn whoever_is_on_duty_hands_over_until_the_next_shift_acknowledges() {
    let scene = Scene::set().await;
    scene.shift(&scene.township, &scene.staff, 0, 8).await.expect("a shift");
    let note = scene.engine.hand_over(&scene.staff, TOWNSHIP.into(), "隧道水泵待修".into()).await;
    let note = note.expect("whoever is on duty hands over, whatever their post");
    let own = refused(scene.engine.acknowledge_hand_over(&scene.staff, note).await);
    assert_eq!(own, Refusal::field("hand_over", Remedy::SomebodyElse), "nobody takes over from themselves");
    scene.pass(9 * 60);
    let late = refused(scene.engine.hand_over(&scene.staff, TOWNSHIP.into(), "又及".into()).await);
    assert!(matches!(late, Refusal::NotAllowed { right: Right::ManageDuty, .. }), "{late:?}");

    scene.shift(&scene.township, &scene.township, 8, 16).await.expect("the next shift");
    let waiting = scene.roster(&scene.township, TOWNSHIP).await.hand_overs;
    assert_eq!(waiting.iter().map(|note| note.note.as_str()).collect::<Vec<_>>(), ["隧道水泵待修"]);
    for _ in 0..2 {
        scene.engine.acknowledge_hand_over(&scene.township, note).await.expect("once or twice");
    }
    let seen = scene.roster(&scene.township, TOWNSHIP).await;
    assert!(seen.hand_overs.is_empty());
    let told: Vec<_> =
        seen.timeline.iter().filter(|line| line.note == "隧道水泵待修").map(|l| l.verb).collect();
    assert_eq!(told, [Verb::HandOverAcknowledged, Verb::HandedOver], "the log keeps the note");
}

#[tokio::test]
async fn an_absence_empties_shifts_and_rings_at_the_centre_above() {
    let scene = Scene::set().await;
    for actor in [&scene.duty, &scene.district, &scene.neighbour] {
        let by = if actor.role == Role::TownshipStaff { &scene.district } else { actor };
        scene.shift(by, actor, 0, 48).await.expect("a shift");
    }
    scene.shift(&scene.township, &scene.staff, 0, 24).await.expect("a shift");
    scene.tick().await;
    assert!(scene.notices(&scene.district, TOWNSHIP).await.is_empty(), "somebody is there for twelve hours");
    assert_eq!(scene.tick().await, 0, "a second look finds nothing new");

    let absence = scene.away(&scene.staff, 6, 10).await;
    assert_eq!(scene.serving(TOWNSHIP).await, None);
    scene.tick().await;
    let notices = scene.notices(&scene.district, TOWNSHIP).await;
    assert_eq!(
        notices.iter().map(|notice| (notice.kind, notice.state)).collect::<Vec<_>>(),
        [(NoticeKind::NobodyOnDuty, NoticeState::Open)]
    );
    assert_eq!(scene.notices(&scene.township, TOWNSHIP).await.len(), 1, "whom it is about sees it too");
    assert!(scene.notices(&scene.other_district, TOWNSHIP).await.is_empty());

    // The township cannot wave it away; the district takes it, once.
    let id = notices[0].id;
    let own = refused(scene.engine.acknowledge_notice(&scene.township, id).await);
    assert!(matches!(own, Refusal::BelongsTo { .. }), "{own:?}");
    let open = scene.engine.open_notices(&scene.district).await.expect("a count");
    scene.engine.acknowledge_notice(&scene.district, id).await.expect("the district takes care of it");
    assert_eq!(scene.engine.open_notices(&scene.district).await, Ok(open - 1));
    let again = refused(scene.engine.acknowledge_notice(&scene.district, id).await);
    assert!(matches!(again, Refusal::NotNow { .. }), "{again:?}");

    // Nobody can be given a shift while they are away; another can.
    let taken = refused(scene.shift(&scene.township, &scene.staff, 9, 12).await);
    assert!(matches!(taken, Refusal::Field { remedy: Remedy::AwayThen { .. }, .. }), "{taken:?}");
    scene.shift(&scene.township, &scene.township, 0, 5).await.expect("somebody steps in");
    scene.tick().await;
    let states: Vec<_> =
        scene.notices(&scene.district, TOWNSHIP).await.iter().map(|n| (n.kind, n.state)).collect();
    assert_eq!(
        states,
        [(NoticeKind::DutyGap, NoticeState::Open), (NoticeKind::NobodyOnDuty, NoticeState::Over)],
        "a gap ahead is another notice"
    );

    scene.engine.end_absence(&scene.township, absence).await.expect("back again");
    scene.tick().await;
    assert!(scene.notices(&scene.district, TOWNSHIP).await.iter().all(|n| n.state == NoticeState::Over));
}

#[tokio::test]
async fn two_servers_ring_once() {
    let scene = Scene::set().await;
    let (one, other) = tokio::join!(scene.engine.note_duty_gaps(), scene.engine.note_duty_gaps());
    // One of the two may have waited for the other's rows; neither made a second notice.
    let raised = one.expect("a tick") + other.expect("a tick");
    let told = scene.notices(&scene.duty, OTHER_DISTRICT).await;
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(raised, 7, "city, two districts and four townships");
}

#[tokio::test]
async fn a_month_comes_from_a_file_after_a_look_at_it() {
    let scene = Scene::set().await;
    let (staff, director) = (scene.staff.post, scene.township.post);
    let send = |file: Vec<u8>| scene.engine.send_roster(&scene.township, TOWNSHIP.into(), file);
    let template = scene.engine.roster_template(&scene.township, TOWNSHIP.into()).await.expect("a template");
    assert!(template.contains(&format!("{staff},staff,,")), "{template}");

    let wrong = scene.file(&[
        (staff, "staff", 0, 8),
        (staff, "staff", 4, 12),
        (director, "somebody else", 8, 16),
        (scene.neighbour.post, "neighbour", 8, 16),
    ]);
    let id = send(wrong).await.expect("it is taken in");
    let looked_at = scene.engine.roster_import(&scene.township, id).await.expect("a look");
    let fields: Vec<_> = looked_at
        .lines
        .iter()
        .filter_map(|line| match &line.fate {
            Fate::Wrong { refusal: Refusal::Field { field, .. } } => Some((line.line.row, field.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(fields, [(3, "from"), (4, "name"), (5, "post")]);
    assert!(refused(scene.engine.apply_roster(&scene.township, id).await).status() == 422);
    assert!(scene.roster(&scene.township, TOWNSHIP).await.shifts.is_empty(), "all or nothing");
    assert_eq!(refused(scene.engine.roster_import(&scene.neighbour, id).await).status(), 403);
    assert_eq!(refused(scene.engine.roster_import(&scene.other_district, id).await), Refusal::NotFound);

    let right = [(staff, "staff", 0, 8), (director, "township", 8, 16)];
    let id = send(scene.file(&right)).await.expect("it is taken in");
    for _ in 0..2 {
        scene.engine.apply_roster(&scene.township, id).await.expect("once or twice");
    }
    let id = send(scene.file(&right)).await.expect("the same file again");
    let counts = scene.engine.roster_import(&scene.township, id).await.expect("a look").counts();
    assert_eq!(counts, (0, 2, 0));
    scene.engine.apply_roster(&scene.township, id).await.expect("it changes nothing");
    assert_eq!(scene.serving(TOWNSHIP).await.as_deref(), Some("staff"));
    scene.pass(8 * 60);
    assert_eq!(scene.serving(TOWNSHIP).await.as_deref(), Some("township"));
}

#[tokio::test]
async fn a_hostile_file_is_refused_kindly_and_its_cells_stay_text() {
    let scene = Scene::set().await;
    let send = |file: Vec<u8>| scene.engine.send_roster(&scene.township, TOWNSHIP.into(), file);
    let evil = scene.city.person("=cmd|' /C calc'!A0").of(TOWNSHIP).as_(Role::TownshipStaff).await;
    let template = scene.engine.roster_template(&scene.township, TOWNSHIP.into()).await.expect("a template");
    assert!(template.contains(",'=cmd|"), "a spreadsheet must not compute it: {template}");
    let filled = template.replace(
        &format!("{},'=cmd|' /C calc'!A0,,", evil.post),
        &format!("{},'=cmd|' /C calc'!A0,{},{}", evil.post, scene.written(0), scene.written(8)),
    );
    let id = send(filled.into_bytes()).await.expect("what the template wrote is read again");
    let counts = scene.engine.roster_import(&scene.township, id).await.expect("a look").counts();
    assert_eq!(counts, (1, 0, 0));

    let many = "1,staff,2026-11-25 08:00,2026-11-25 20:00\n".repeat(100_000);
    let many = refused(send(["post,name,from,to\n", &many].concat().into_bytes()).await);
    assert_eq!(many, Refusal::field("rows", Remedy::OutOfRange { min: 1.0, max: 2000.0 }));
    let field = |refusal: Refusal| match refusal {
        Refusal::Field { field, .. } => field,
        other => panic!("{other:?}"),
    };
    for (file, said) in [
        (b"".to_vec(), "file"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "file"),
        ("岗位,姓名\n1,2\n".as_bytes().to_vec(), "file"),
        (b"post,name,from,to\n".to_vec(), "rows"),
        (b"post,name,from,to\n\"unclosed".to_vec(), "rows"),
        (b"post,name,from,to\n1\n,,,\n".to_vec(), "rows"),
    ] {
        assert_eq!(field(refused(send(file.clone()).await)), said, "{}", String::from_utf8_lossy(&file));
    }
    let odd =
        b"post,name,from,to\n1,\"a\nb\",=1+1,@now\n-1,'; drop table duty; --,2026-02-30 08:00,x\n".to_vec();
    let id = send(odd).await.expect("lines are lines");
    let judged = scene.engine.roster_import(&scene.township, id).await.expect("a look");
    assert_eq!(judged.counts(), (0, 0, 2));
}

/// The demo city's rosters go on, again and again, and nothing is planned twice.
#[tokio::test]
async fn the_demo_citys_rosters_go_on() {
    let scene = Scene::set().await;
    scene.engine.continue_rosters().await.expect("rosters");
    let held = |at: DateTime<Utc>| {
        let scene = &scene;
        async move {
            let week = Some(domain::duty::Week::of(at));
            let roster = scene.engine.roster(&scene.duty, TOWNSHIP.into(), week).await.expect("a roster");
            roster.shifts.iter().any(|shift| shift.span.from <= at && at < shift.span.to)
        }
    };
    assert!(held(scene.start).await && held(scene.start + Duration::days(13)).await);
    assert_eq!(scene.engine.continue_rosters().await.expect("again"), 0);
    scene.pass(20 * 24 * 60);
    assert!(scene.engine.continue_rosters().await.expect("after three weeks") > 0);
    assert!(held(scene.start + Duration::days(33)).await);
}
