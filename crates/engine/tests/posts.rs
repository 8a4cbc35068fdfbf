//! Posts change hands: who held them when, who takes over what is open, and who may work no longer.

mod scene;

use chrono::Duration;
use domain::actors::{AccountDesk, Actor, Right, Role};
use domain::assignments::AssignmentMove;
use domain::audit::Verb;
use domain::duty::{DutyDesk, NewShift};
use domain::orders::{OrderDesk, OrderFilter};
use domain::posts::{HolderChange, OpenWork, PostDesk, PostSheet};
use domain::supervision::SupervisionDesk;
use domain::time::in_city;
use domain::{AssignmentId, Fault, Refusal, Remedy};
use engine::accounts::Seat;
use scene::{DISTRICT, Scene, TOWNSHIP, refused};

impl Scene {
    async fn change(&self, by: &Actor, of: &Actor, successor: &str, in_hours: i64) -> Result<(), Fault> {
        let at = if in_hours == 0 { String::new() } else { self.at(in_hours) };
        let change =
            HolderChange {
                post: of.post.to_string(), at, successor: successor.into(), note: "轮岗".into()
            };
        self.engine.change_holder(by, change).await
    }

    fn at(&self, hours: i64) -> String {
        let now = domain::time::Clock::now(&self.clock);
        in_city(now + Duration::hours(hours)).format("%Y-%m-%dT%H:%M").to_string()
    }

    async fn sheet(&self, of: &Actor) -> PostSheet {
        let page = self.engine.posts_of(&self.duty, of.centre.code.clone()).await.expect("a page");
        page.posts.into_iter().find(|post| post.id == of.post).expect("the post is on its centre's page")
    }

    async fn holder(&self, of: &Actor) -> Option<String> {
        self.sheet(of).await.now.map(|now| now.name)
    }

    /// Whether somebody's session still stands on their post.
    async fn may_act(&self, who: &Actor) -> bool {
        let seat = Seat { person: who.person, epoch: 0, post: who.post };
        self.engine.actor(seat).await.expect("the database is there").is_some()
    }

    async fn shift(&self, of: &Actor, from: i64, to: i64) {
        let new = NewShift {
            centre: of.centre.code.clone(),
            post: of.post.to_string(),
            from: self.at(from),
            to: self.at(to),
        };
        self.engine.add_shift(&self.township, new).await.expect("a shift");
    }

    /// The staff signs for the township's part, a shift of theirs is ahead.
    async fn busy_staff(&self) -> AssignmentId {
        self.an_order().await;
        let part = self.part_of(&self.staff).await.id;
        self.step(&self.staff, part, AssignmentMove::Accept).await.expect("signed for");
        self.shift(&self.staff, 10, 18).await;
        part
    }

    async fn settle_both(&self) -> usize {
        let (one, two) = tokio::join!(self.engine.settle_holdings(), self.engine.settle_holdings());
        one.expect("a tick") + two.expect("the other server's")
    }

    async fn serving(&self, hours: i64) -> Vec<String> {
        let at = domain::time::Clock::now(&self.clock) + Duration::hours(hours);
        let week = Some(domain::duty::Week::of(at));
        let roster = self.engine.roster(&self.duty, TOWNSHIP.into(), week).await.expect("a roster");
        let at_then = roster.shifts.into_iter().filter(|shift| shift.span.from <= at && at < shift.span.to);
        at_then.map(|shift| shift.holder.name).collect()
    }
}

#[tokio::test]
async fn a_successor_gets_the_post_and_all_that_is_open_at_once() {
    let scene = Scene::set().await;
    let newcomer = scene.city.person("newcomer").of(scene::NEIGHBOUR).as_(Role::TownshipStaff).await;
    let part = scene.busy_staff().await;
    let open = OpenWork { parts: 1, explanations: 0, shifts: 1 };
    assert_eq!(scene.sheet(&scene.staff).await.open, open);
    assert!(scene.may_act(&scene.staff).await);
    scene.change(&scene.township, &scene.staff, "newcomer", 0).await.expect("the director appoints");
    assert!(!scene.may_act(&scene.staff).await, "the session loses the post at once");
    let posts = scene.engine.posts(&newcomer).await.expect("the newcomer's posts");
    assert!(posts.iter().any(|post| post.id == scene.staff.post));
    assert_eq!(scene.part_of(&scene.township).await.holder, "newcomer");
    assert_eq!(scene.serving(12).await, ["newcomer"]);
    let sheet = scene.sheet(&scene.staff).await;
    assert_eq!((sheet.now.expect("held").name.as_str(), sheet.open), ("newcomer", open));
    let before = &sheet.before[0];
    assert_eq!((before.name.as_str(), before.to.is_some()), ("staff", true));
    let order = scene.part_of(&scene.township).await.order;
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    let line =
        page.timeline.iter().find(|line| line.verb == Verb::WorkTakenOver).expect("a line for the part");
    assert_eq!((line.before.as_str(), line.after.as_str()), ("staff", "newcomer"));
    assert_eq!(scene.settle_both().await, 0, "nothing is left for the tick");
    let _ = part;
}

#[tokio::test]
async fn without_a_successor_the_director_takes_over() {
    let scene = Scene::set().await;
    scene.busy_staff().await;
    scene.change(&scene.township, &scene.staff, "", 0).await.expect("the director lets somebody go");
    assert_eq!(scene.part_of(&scene.township).await.holder, "township");
    assert_eq!(scene.serving(12).await, ["township"]);
    assert_eq!(scene.holder(&scene.staff).await, None);
    assert!(!scene.may_act(&scene.staff).await);
    scene.engine.continue_rosters().await.expect("rosters go on without the empty post");
    // Later somebody gets the empty post.
    scene.pass(1);
    assert_eq!(
        refused(scene.change(&scene.township, &scene.staff, "", 0).await),
        Refusal::field("successor", Remedy::Required)
    );
    scene.change(&scene.township, &scene.staff, "neighbour", 0).await.expect("appointed");
    assert_eq!(scene.holder(&scene.staff).await.as_deref(), Some("neighbour"));
}

#[tokio::test]
async fn open_work_that_nobody_would_take_keeps_its_holder() {
    let scene = Scene::set().await;
    scene.an_order().await;
    let part = scene.part_of(&scene.township).await.id;
    scene.step(&scene.township, part, AssignmentMove::Accept).await.expect("the director signs");
    scene.shift(&scene.township, 10, 18).await;
    for by in [&scene.township, &scene.district] {
        let answer = refused(scene.change(by, &scene.township, "", 0).await);
        if by.role.has(Right::AppointHolder) {
            assert_eq!(answer, Refusal::WorkOpen { count: 2 });
        } else {
            assert!(matches!(answer, Refusal::NotAllowed { .. }));
        }
    }
    assert!(scene.may_act(&scene.township).await, "nothing happened");
    scene.change(&scene.township, &scene.township, "staff", 0).await.expect("with a successor they may go");
    assert_eq!(scene.part_of(&scene.staff).await.holder, "staff");
}

#[tokio::test]
async fn what_is_arranged_begins_by_itself_and_sessions_end_to_the_minute() {
    let scene = Scene::set().await;
    scene.busy_staff().await;
    scene.change(&scene.township, &scene.staff, "neighbour", 5).await.expect("from five hours on");
    let sheet = scene.sheet(&scene.staff).await;
    assert_eq!(sheet.next.as_ref().map(|next| next.name.as_str()), Some("neighbour"));
    assert_eq!(scene.settle_both().await, 0);
    assert!(scene.may_act(&scene.staff).await);
    // Arranged otherwise, the first arrangement is forgotten.
    scene.change(&scene.township, &scene.staff, "neighbour", 6).await.expect("an hour later");
    scene.clock.pass(Duration::hours(5));
    assert_eq!(scene.settle_both().await, 0, "it is not time yet");
    scene.clock.pass(Duration::hours(1));
    assert!(!scene.may_act(&scene.staff).await, "also before the tick");
    assert_eq!(scene.settle_both().await, 1, "by one of two servers");
    assert_eq!(scene.settle_both().await, 0);
    assert_eq!(scene.part_of(&scene.township).await.holder, "neighbour");
    assert_eq!(scene.serving(6).await, ["neighbour"]);
}

#[tokio::test]
async fn an_end_may_be_taken_back_before_it_comes() {
    let scene = Scene::set().await;
    scene.change(&scene.township, &scene.staff, "", 5).await.expect("arranged");
    assert!(scene.sheet(&scene.staff).await.now.expect("still held").to.is_some());
    scene.change(&scene.township, &scene.staff, "staff", 0).await.expect("they stay");
    assert_eq!(scene.sheet(&scene.staff).await.now.expect("held").to, None);
    scene.clock.pass(Duration::hours(6));
    assert_eq!(scene.settle_both().await, 0);
    assert!(scene.may_act(&scene.staff).await);
}

#[tokio::test]
async fn explanations_follow_the_post() {
    let scene = Scene::set().await;
    let (_, order) = scene.an_order().await;
    scene.pass(61);
    scene.engine.note_overdue().await.expect("a tick");
    let asked = scene.engine.explanations_of(&scene.duty, order).await.expect("asked").remove(0);
    assert_eq!(asked.holder, "township");
    scene
        .change(&scene.district_director().await, &scene.township, "staff", 0)
        .await
        .expect("another director");
    let asked = scene.engine.explanations_of(&scene.duty, order).await.expect("asked").remove(0);
    assert_eq!((asked.holder.as_str(), asked.post), ("staff", scene.township.post));
}

impl Scene {
    async fn district_director(&self) -> Actor {
        self.city.person("director").of(DISTRICT).as_(Role::DistrictDirector).await
    }
}

#[tokio::test]
async fn who_may_appoint_whom() {
    let scene = Scene::set().await;
    let security = scene.city.person("security").as_(Role::SecurityAdmin).await;
    let auditor = scene.city.person("auditor").as_(Role::Auditor).await;
    let director = scene.district_director().await;
    for nobody in [&scene.staff, &scene.district, &scene.duty] {
        assert!(matches!(
            refused(scene.change(nobody, &scene.staff, "neighbour", 0).await),
            Refusal::NotAllowed { .. }
        ));
    }
    let neighbours = refused(scene.change(&scene.township, &scene.neighbour, "staff", 0).await);
    assert_eq!(neighbours, Refusal::NotFound);
    assert!(matches!(
        refused(scene.change(&scene.leader, &auditor, "staff", 0).await),
        Refusal::NotAllowed { right: Right::ManageAccounts, .. }
    ));
    for unknown in ["nobody of this name", "'; drop"] {
        assert_eq!(
            refused(scene.change(&scene.township, &scene.staff, unknown, 0).await),
            Refusal::unknown("successor", unknown)
        );
    }
    // No account combines an administration with anything, though the director does not see the other post.
    let apart = refused(scene.change(&director, &scene.staff, "auditor", 0).await);
    assert_eq!(apart, Refusal::field("successor", Remedy::NotCombined));
    assert_eq!(refused(scene.change(&security, &auditor, "staff", 0).await), {
        Refusal::field("successor", Remedy::NotCombined)
    });
    assert!(scene.may_act(&auditor).await);
    let page = scene.engine.posts_of(&security, TOWNSHIP.into()).await.expect("an administrator sees posts");
    assert!(page.posts.iter().all(|post| post.may_change));
    scene.change(&security, &scene.staff, "neighbour", 3).await.expect("and appoints");
    let early =
        HolderChange { post: scene.staff.post.to_string(), at: scene.at(-2), ..HolderChange::default() };
    assert_eq!(
        refused(scene.engine.change_holder(&security, early).await),
        Refusal::field("at", Remedy::InThePast)
    );
    let page = scene.engine.posts_of(&scene.township, String::new()).await.expect("one's own");
    assert!(page.posts.iter().all(|post| post.may_change));
    let page = scene.engine.posts_of(&scene.staff, String::new()).await.expect("one's own");
    assert!(page.posts.iter().all(|post| !post.may_change));
}

#[tokio::test]
async fn two_who_appoint_at_once_leave_one_holder() {
    let scene = Scene::set().await;
    scene.busy_staff().await;
    let director = scene.district_director().await;
    let (one, two) = tokio::join!(
        scene.change(&scene.township, &scene.staff, "neighbour", 0),
        scene.change(&director, &scene.staff, "director", 0),
    );
    assert!(one.is_ok() || two.is_ok(), "{one:?} {two:?}");
    let holder = scene.holder(&scene.staff).await.expect("somebody holds it");
    assert_eq!(scene.part_of(&scene.township).await.holder, holder);
    assert_eq!(scene.settle_both().await, 0);
}

#[tokio::test]
async fn a_part_is_handed_to_a_colleague_and_the_tree_shows_it() {
    let scene = Scene::set().await;
    let colleague = scene.city.person("colleague").of(TOWNSHIP).as_(Role::TownshipStaff).await;
    let (_, order) = scene.an_order().await;
    let part = scene.part_of(&scene.staff).await.id;
    assert_eq!(scene.part_of(&scene.staff).await.holder, "");
    scene.step(&scene.staff, part, AssignmentMove::Accept).await.expect("signed for");
    assert_eq!(scene.part_of(&scene.staff).await.holder, "staff");
    let delegate = |by: &Actor, to: &Actor| {
        let (by, post, engine) = (by.clone(), to.post, scene.engine.clone());
        async move { engine.delegate(&by, part, post, "我去抽排".into()).await }
    };
    assert_eq!(
        refused(delegate(&scene.staff, &scene.neighbour).await),
        Refusal::unknown("post", scene.neighbour.post.to_string())
    );
    assert!(matches!(refused(delegate(&colleague, &colleague).await), Refusal::BelongsTo { .. }));
    assert!(matches!(refused(delegate(&scene.district, &colleague).await), Refusal::BelongsTo { .. }));
    delegate(&scene.staff, &colleague).await.expect("the holder hands it on");
    let page = scene.engine.order(&scene.duty, order).await.expect("a page");
    let row = page.tree.iter().find(|row| row.id == part).expect("it is in the tree");
    assert_eq!(row.holder, "colleague");
    let mine = async |who: &Actor| {
        let filter = OrderFilter { mine: true, ..OrderFilter::default() };
        scene.engine.owed(who, filter).await.expect("one's own list").total
    };
    assert_eq!((mine(&colleague).await, mine(&scene.staff).await), (1, 0), "each sees what they hold");
    let line = page.timeline.iter().find(|line| line.verb == Verb::Delegated).expect("a line in the log");
    assert_eq!(
        (line.who.as_str(), line.after.as_str(), line.note.as_str()),
        ("staff", "colleague", "我去抽排")
    );
    assert!(matches!(refused(delegate(&scene.staff, &scene.staff).await), Refusal::BelongsTo { .. }));
    delegate(&scene.township, &scene.staff).await.expect("a director may");
    let page = scene.engine.order(&scene.township, order).await.expect("a page");
    assert_eq!(page.may_delegate, [part]);
    assert!(page.colleagues.iter().any(|each| each.name == "colleague"));
    scene.work_off_again(part).await;
    assert!(matches!(refused(delegate(&scene.township, &colleague).await), Refusal::NotNow { .. }));
}

impl Scene {
    async fn work_off_again(&self, id: AssignmentId) {
        self.finish(&self.staff, id, 1).await.expect("reported done");
    }
}
