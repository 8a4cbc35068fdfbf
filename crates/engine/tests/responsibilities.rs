//! The responsibility list: who may change it, what holds when, and what stays of it.

mod scene;

use chrono::Duration;
use domain::actors::{Actor, Role};
use domain::centres::Tier;
use domain::responsibilities::{
    NewVersion, ResponsibilityDesk, ResponsibilityFilter, ResponsibilityPage, VersionMove, VersionState,
};
use domain::time::in_city;
use domain::{Fault, Refusal, Remedy, ResponsibilityChangeId};
use scene::{Scene, refused};

fn to_township() -> NewVersion {
    NewVersion {
        category: "flood".into(),
        tier: "township".into(),
        post_zh: "防汛岗".into(),
        post_en: "flood officer".into(),
        accept_min: "5".into(),
        register_min: "0".into(),
        dispatch_min: "5".into(),
        handle_min: "60".into(),
        verify_min: "5".into(),
        close_min: "5".into(),
        working: true,
        note: "下放镇街".into(),
        ..NewVersion::default()
    }
}

impl Scene {
    async fn propose(&self, by: &Actor) -> Result<ResponsibilityChangeId, Fault> {
        self.engine.propose_version(by, to_township()).await
    }

    async fn decide(
        &self,
        by: &Actor,
        id: ResponsibilityChangeId,
        step: VersionMove,
        in_days: i64,
    ) -> Result<VersionState, Fault> {
        let day = in_city(self.start + Duration::days(in_days)).date_naive().to_string();
        self.engine.move_version(by, id, step, day).await
    }

    async fn page(&self, by: &Actor) -> ResponsibilityPage {
        self.engine.responsibility(by, "flood".into()).await.expect("everybody reads the list")
    }
}

#[tokio::test]
async fn a_version_is_proposed_put_in_force_for_a_day_and_stays_in_the_history() {
    let scene = Scene::set().await;
    for by in [&scene.district, &scene.township, &scene.staff] {
        assert!(matches!(refused(scene.propose(by).await), Refusal::NotAllowed { .. }));
        assert!(!scene.page(by).await.may_change);
    }
    let admin = scene.city.person("admin").as_(Role::SystemAdmin).await;
    let auditor = scene.city.person("auditor").as_(Role::Auditor).await;
    assert!(matches!(
        refused(scene.engine.responsibility(&auditor, "flood".into()).await),
        Refusal::NotAllowed { .. }
    ));
    let id = scene.propose(&admin).await.expect("the administrator proposes");
    let page = scene.page(&scene.staff).await;
    assert_eq!(
        (page.row.version, page.row.terms.tier, page.row.waiting),
        (1, Tier::District, 1),
        "it holds nowhere yet"
    );
    assert_eq!(
        refused(scene.decide(&scene.duty, id, VersionMove::PutInForce, -1).await),
        Refusal::field("day", Remedy::InThePast)
    );
    assert_eq!(scene.decide(&scene.duty, id, VersionMove::PutInForce, 2).await, Ok(VersionState::Set));
    assert_eq!(scene.page(&scene.staff).await.row.version, 1, "to come");
    scene.clock.pass(Duration::days(2));
    let page = scene.page(&scene.staff).await;
    assert_eq!((page.row.version, page.row.terms.tier, page.row.waiting), (2, Tier::Township, 0));
    assert_eq!((page.row.terms.limits.whole(), page.row.terms.limits.working), (80, true));
    let told: Vec<_> = page
        .versions
        .iter()
        .map(|version| (version.version, version.proposed_by.as_str(), version.note.as_str()))
        .collect();
    assert_eq!(told, [(2, "admin", "下放镇街"), (1, "", "")]);
    assert_eq!(page.versions[0].decided.as_ref().map(|(_, who)| who.as_str()), Some("duty"));
    assert!(matches!(
        refused(scene.decide(&scene.duty, id, VersionMove::Withdraw, 0).await),
        Refusal::NotNow { .. }
    ));

    let again = scene.propose(&scene.leader).await.expect("proposed");
    assert_eq!(scene.decide(&scene.duty, again, VersionMove::Withdraw, 0).await, Ok(VersionState::Withdrawn));
    assert_eq!(scene.page(&scene.staff).await.row.waiting, 0);
}

#[tokio::test]
async fn the_list_is_narrowed_by_what_holds_now() {
    let scene = Scene::set().await;
    scene.city.a_category("litter", Tier::Township).await;
    let names = async |filter: ResponsibilityFilter| {
        let list = scene.engine.responsibilities(&scene.staff, filter).await.expect("the list");
        assert!(!list.more && !list.classes.is_empty());
        list.rows.into_iter().map(|row| row.category).collect::<Vec<_>>()
    };
    let all = ResponsibilityFilter::default;
    assert_eq!(names(all()).await, ["flood", "litter"]);
    assert_eq!(names(ResponsibilityFilter { search: "LIT".into(), ..all() }).await, ["litter"]);
    assert_eq!(names(ResponsibilityFilter { tier: Some(Tier::Township), ..all() }).await, ["litter"]);
    assert!(names(ResponsibilityFilter { class: "none".into(), ..all() }).await.is_empty());
    let id = scene.propose(&scene.duty).await.expect("proposed");
    scene.decide(&scene.duty, id, VersionMove::PutInForce, 0).await.expect("in force from now on");
    assert_eq!(
        names(ResponsibilityFilter { tier: Some(Tier::Township), ..all() }).await,
        ["flood", "litter"]
    );
}

#[tokio::test]
async fn two_at_once_number_their_versions_and_decide_once() {
    let scene = Scene::set().await;
    let (one, other) = tokio::join!(scene.propose(&scene.duty), scene.propose(&scene.leader));
    let (one, other) = (one.expect("proposed"), other.expect("proposed"));
    let versions = scene.page(&scene.duty).await.versions;
    assert_eq!(versions.iter().map(|version| version.version).collect::<Vec<_>>(), [3, 2, 1]);
    for id in [one, other] {
        let (a, b) = tokio::join!(
            scene.decide(&scene.duty, id, VersionMove::PutInForce, 0),
            scene.decide(&scene.leader, id, VersionMove::Withdraw, 0)
        );
        assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    }
}

#[tokio::test]
async fn a_form_says_which_field_is_wrong() {
    let scene = Scene::set().await;
    let wrong = [
        (NewVersion { handle_min: "x".into(), ..to_township() }, "handle_min", Remedy::NotANumber),
        (NewVersion { post_zh: String::new(), ..to_township() }, "post_zh", Remedy::Required),
        (NewVersion { note: " ".into(), ..to_township() }, "note", Remedy::Required),
        (
            NewVersion { tier: "grid".into(), ..to_township() },
            "tier",
            Remedy::Unknown { given: "grid".into() },
        ),
        (NewVersion { lane: "sky".into(), ..to_township() }, "lane", Remedy::Unknown { given: "sky".into() }),
    ];
    for (new, field, remedy) in wrong {
        let answer = refused(scene.engine.propose_version(&scene.duty, new).await);
        assert_eq!(answer, Refusal::Field { field: field.into(), remedy });
    }
    let nowhere = NewVersion { category: "nothing".into(), ..to_township() };
    assert_eq!(refused(scene.engine.propose_version(&scene.duty, nowhere).await), Refusal::NotFound);
}
