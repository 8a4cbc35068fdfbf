//! Reviews: which rule opens one, what it finds, improvements that are orders, and lessons that are found again.

mod scene;

use chrono::{Duration, Utc};
use domain::actors::Actor;
use domain::assignments::{AssignmentMove, AssignmentState};
use domain::audit::Verb;
use domain::events::{EventDesk, EventMove, EventState};
use domain::orders::OrderDesk;
use domain::reviews::{
    ChangeKind, FindingKind, NewImprovement, ReviewDesk, ReviewFilter, ReviewRow, ReviewState,
};
use domain::time::in_city;
use domain::warnings::Level;
use domain::{EventId, Refusal, ReviewId};
use scene::{DISTRICT, Scene, refused};

impl Scene {
    /// A flood at the district, verified, reported so long ago; ready to be closed by its district.
    async fn verified(&self, title: &str, level: Level, due_in: i64) -> EventId {
        let now: chrono::DateTime<Utc> = self.engine.now();
        self.city
            .an_event(title, now - Duration::hours(1))
            .of("flood")
            .at(DISTRICT)
            .level(level)
            .state(EventState::Verified)
            .due(now + Duration::minutes(due_in))
            .kept()
            .await
    }

    async fn close(&self, event: EventId) -> Option<ReviewId> {
        EventDesk::step(&self.engine, &self.district, event, EventMove::Close, String::new())
            .await
            .expect("closed");
        self.engine.event(&self.district, event).await.expect("a case").review
    }

    async fn opened(&self, event: EventId) -> Option<String> {
        let id = self.close(event).await?;
        let row = self.engine.review(&self.district, id).await.expect("a page").row;
        Some(row.rule.expect("a rule opened it").en)
    }

    async fn found(&self, by: &Actor, q: &str) -> Vec<ReviewRow> {
        let filter = ReviewFilter { q: q.into(), ..ReviewFilter::default() };
        self.engine.reviews(by, filter).await.expect("a search").rows
    }

    fn improvement(&self, owner: &str) -> NewImprovement {
        NewImprovement {
            action: "加装水位计".into(),
            owner: owner.into(),
            owner_name: "王工".into(),
            due_on: (in_city(self.start).date_naive() + Duration::days(7)).to_string(),
            ..NewImprovement::default()
        }
    }
}

#[tokio::test]
async fn rules_open_reviews_and_say_so() {
    let scene = Scene::set().await;
    let rules = scene.engine.review_rules(&scene.district).await.expect("the table of rules");
    assert_eq!(rules.len(), 4);
    let first = scene.verified("一处积水", Level::Blue, 60).await;
    assert_eq!(scene.opened(first).await, None, "small, in time, and the first of its kind");
    let late = scene.verified("两处积水", Level::Blue, -1).await;
    assert_eq!(scene.opened(late).await.as_deref(), Some("Closed late"));
    let third = scene.verified("三处积水", Level::Blue, 60).await;
    assert_eq!(scene.opened(third).await.as_deref(), Some("The third of a category at one place in 90 days"));
    let grave = scene.verified("严重积水", Level::Orange, 60).await;
    assert_eq!(scene.opened(grave).await.as_deref(), Some("Level orange or above"));

    // A loss that is noted later opens the review then.
    assert_eq!(
        refused(scene.engine.note_loss(&scene.other_district, first, "一车被淹".into()).await),
        Refusal::NotFound
    );
    scene.engine.note_loss(&scene.district, first, "一车被淹".into()).await.expect("noted");
    let detail = scene.engine.event(&scene.district, first).await.expect("a case");
    let review =
        scene.engine.review(&scene.district, detail.review.expect("a review")).await.expect("a page");
    assert_eq!(review.row.rule.map(|rule| rule.en).as_deref(), Some("A loss was noted"));
    assert_eq!(review.timeline.last().map(|line| line.verb), Some(Verb::ReviewOpened));
}

#[tokio::test]
async fn by_hand_once_and_only_of_a_closed_case() {
    let scene = Scene::set().await;
    let event = scene.verified("一处积水", Level::Blue, 60).await;
    assert!(matches!(
        refused(scene.engine.open_review(&scene.district, event).await),
        Refusal::NotNow { .. }
    ));
    assert_eq!(scene.close(event).await, None);
    assert!(scene.engine.lessons_of(&scene.district, event).await.expect("a card").may_open);
    assert!(matches!(
        refused(scene.engine.open_review(&scene.township, event).await),
        Refusal::NotAllowed { .. }
    ));
    let (one, other) = tokio::join!(
        scene.engine.open_review(&scene.district, event),
        scene.engine.open_review(&scene.duty, event)
    );
    assert_eq!(one, other, "two at once open one");
    let row = scene.engine.review(&scene.duty, one.expect("opened")).await.expect("a page").row;
    assert!(row.rule.is_none() && !row.opened_by.is_empty());
}

#[tokio::test]
async fn an_improvement_below_is_an_order_and_its_verification_makes_it() {
    let scene = Scene::set().await;
    let event = scene.verified("一处积水", Level::Red, 60).await;
    let review = scene.close(event).await.expect("a rule opened it");
    scene
        .engine
        .find(&scene.duty, review, FindingKind::Sensing, "水位计离线".into())
        .await
        .expect("a finding of the city");
    let wrong = NewImprovement {
        changes: "plan".into(),
        changes_code: "nothing".into(),
        ..scene.improvement(DISTRICT)
    };
    assert!(matches!(
        refused(scene.engine.improve(&scene.duty, review, wrong).await),
        Refusal::Field { ref field, .. } if field == "changes_code"
    ));
    let new = NewImprovement {
        changes: "responsibility".into(),
        changes_code: "flood".into(),
        ..scene.improvement(DISTRICT)
    };
    let promise = scene.engine.improve(&scene.duty, review, new).await.expect("promised");
    let page = scene.engine.review(&scene.duty, review).await.expect("a page");
    let improvement = &page.improvements[0];
    let change = improvement.changes.as_ref().expect("it names what it changes");
    assert_eq!(change.kind, ChangeKind::Responsibility);
    assert!(change.before.contains("120"), "how it was before is kept: {}", change.before);
    let (order, _, percent, state) = improvement.order.clone().expect("an order of the city");
    assert_eq!((percent, state), (0, AssignmentState::Issued));

    assert!(matches!(refused(scene.engine.improved(&scene.duty, promise).await), Refusal::NotNow { .. }));
    let early = refused(scene.engine.conclude(&scene.duty, review, "早知早排".into()).await);
    assert_eq!(early, Refusal::PartsOpen { count: 1 });
    let part = scene.part_of(&scene.district).await;
    assert_eq!(part.order, order);
    scene.work_off(&scene.district, part.id).await;
    let page = scene.engine.review(&scene.duty, review).await.expect("a page");
    assert_eq!(page.row.improvements, (1, 0, 0), "done is not verified");
    scene.step(&scene.duty, part.id, AssignmentMove::Approve).await.expect("verified");
    let page = scene.engine.review(&scene.duty, review).await.expect("a page");
    assert_eq!(page.row.improvements, (1, 1, 0));
    assert_eq!(scene.state_of(event).await, EventState::Closed, "the case stays as it is");
    scene.engine.conclude(&scene.duty, review, "早知早排".into()).await.expect("concluded");
    let after = refused(scene.engine.improve(&scene.duty, review, scene.improvement(DISTRICT)).await);
    assert!(matches!(after, Refusal::NotNow { .. }), "{after:?}");
    let after = refused(scene.engine.find(&scene.duty, review, FindingKind::Handling, "晚".into()).await);
    assert!(matches!(after, Refusal::NotNow { .. }), "{after:?}");

    // An order that was recalled leaves the promise to be marked by hand.
    let second = scene.verified("又一处积水", Level::Red, 60).await;
    let review = scene.close(second).await.expect("a review");
    let promise =
        scene.engine.improve(&scene.duty, review, scene.improvement(DISTRICT)).await.expect("promised");
    let page = scene.engine.review(&scene.duty, review).await.expect("a page");
    let (order, ..) = page.improvements[0].order.clone().expect("an order");
    scene.engine.recall(&scene.duty, order, "另有安排".into()).await.expect("recalled");
    scene.engine.improved(&scene.duty, promise).await.expect("by hand");
    scene.engine.conclude(&scene.duty, review, "提前布防".into()).await.expect("concluded");
}

#[tokio::test]
async fn lessons_are_found_by_words_and_shown_with_like_cases() {
    let scene = Scene::set().await;
    for (n, title) in ["桥下积水", "隧道积水", "桥下积水漫路", "小区积水"].into_iter().enumerate()
    {
        scene.pass(1);
        let event = scene.verified(title, Level::Red, 60).await;
        let review = scene.close(event).await.expect("a review");
        scene
            .engine
            .find(&scene.district, review, FindingKind::Deciding, format!("决策延误{n}"))
            .await
            .expect("found");
        scene
            .engine
            .conclude(&scene.district, review, format!("泵车提前到{title}"))
            .await
            .expect("concluded");
    }
    assert_eq!(scene.found(&scene.district, "泵车提前").await.len(), 4, "by what was learnt");
    assert_eq!(scene.found(&scene.district, "延误2").await.len(), 1, "by what was found");
    assert_eq!(scene.found(&scene.district, "隧道").await.len(), 1, "by the case");
    assert_eq!(scene.found(&scene.other_district, "泵车提前").await.len(), 0, "not a neighbour's");
    assert!(scene.found(&scene.district, "").await.is_empty(), "without words, the open ones");
    let all = scene.found(&scene.duty, "泵车").await;
    assert!(all.iter().all(|row| row.state == ReviewState::Concluded));

    let event = scene.verified("桥下积水", Level::Blue, 60).await;
    let shown = scene.engine.lessons_of(&scene.district, event).await.expect("a card").lessons;
    let titles: Vec<_> = shown.iter().map(|lesson| lesson.title.zh.as_str()).collect();
    assert_eq!(titles, ["桥下积水漫路", "桥下积水", "小区积水"], "the most similar first, at most three");
}
