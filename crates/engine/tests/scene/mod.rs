//! A city with two districts and people at every tier, for tests of what they do to each other's cases.

#![allow(dead_code, reason = "each test file uses its part of the scene")]

use std::sync::Arc;

use chrono::{DateTime, Duration, DurationRound, Utc};
use domain::actors::{Actor, Role};
use domain::assignments::{AssignmentMove, AssignmentRow, AssignmentState};
use domain::centres::Tier;
use domain::events::{EventDesk, EventState, NewEvent, ReportFiles};
use domain::orders::{NewProgress, OrderDesk, OrderFilter, Photo};
use domain::plans::Recipient;
use domain::relations::{RelationDesk, Reported};
use domain::time::Clock;
use domain::{AssignmentId, EventId, Fault, OrderId, PlanId, Refusal};
use engine::Engine;
use store::testing::{HandClock, TestCity};

/// A district's code, its townships', and another district with one.
pub const DISTRICT: &str = "500106";
pub const TOWNSHIP: &str = "500106001";
pub const NEIGHBOUR: &str = "500106002";
pub const FAR: &str = "500106003";
pub const OTHER_DISTRICT: &str = "500107";
pub const OTHER_TOWNSHIP: &str = "500107001";

pub struct Scene {
    pub city: TestCity,
    pub engine: Engine,
    pub clock: HandClock,
    pub start: DateTime<Utc>,
    pub leader: Actor,
    pub duty: Actor,
    pub district: Actor,
    pub other_district: Actor,
    pub township: Actor,
    pub staff: Actor,
    pub neighbour: Actor,
}

impl Scene {
    /// Centres are built side by side, so that a township borders on the one built before it.
    pub async fn set() -> Self {
        let city = TestCity::found().await;
        for code in [TOWNSHIP, NEIGHBOUR, FAR, OTHER_TOWNSHIP] {
            city.a_township(code).await;
        }
        city.a_category("flood", Tier::District).await;
        let person = |name, centre| city.person(name).of(centre);
        let start = engine::SystemClock.now().duration_trunc(Duration::hours(1)).expect("an hour is a span");
        let clock = HandClock::at(start);
        let engine = Engine { db: city.db().clone(), clock: Arc::new(clock.clone()) };
        Self {
            leader: city.person("leader").as_(Role::CityLeader).await,
            duty: city.person("duty").as_(Role::CityDuty).await,
            district: person("district", DISTRICT).as_(Role::DistrictDuty).await,
            other_district: person("other district", OTHER_DISTRICT).as_(Role::DistrictDuty).await,
            township: person("township", TOWNSHIP).as_(Role::TownshipDirector).await,
            staff: person("staff", TOWNSHIP).as_(Role::TownshipStaff).await,
            neighbour: person("neighbour", NEIGHBOUR).as_(Role::TownshipStaff).await,
            city,
            engine,
            clock,
            start,
        }
    }

    pub fn pass(&self, minutes: i64) {
        self.clock.pass(Duration::minutes(minutes));
    }

    /// Takes a report of somebody who says that it is a case of its own.
    pub async fn report(&self, by: &Actor, new: NewEvent) -> Result<EventId, Fault> {
        let said = NewEvent { anyway: true, ..new };
        match self.engine.report_checked(by, said, ReportFiles::default()).await? {
            Reported::Taken(event) => Ok(event),
            Reported::Alike(draft) => panic!("it was said to be its own, and waits as {draft:?}"),
            Reported::Refused(draft) => {
                let trouble = self.engine.report_draft(by, draft).await?.trouble;
                Err(trouble.expect("why it was not taken").into())
            }
        }
    }

    /// The staff's report of a flood where they are.
    pub async fn a_report(&self, key: &str) -> EventId {
        let new = NewEvent {
            centre: TOWNSHIP.into(),
            category: "flood".into(),
            title: "道路积水".into(),
            key: key.into(),
            ..NewEvent::default()
        };
        self.report(&self.staff, new).await.expect("staff may report where they are")
    }

    /// A plan with a step for the township and one for its district.
    pub async fn a_plan(&self) -> PlanId {
        self.city
            .a_plan("flood")
            .for_category("flood")
            .step("封道", Recipient::Township, 30)
            .step("抽排", Recipient::District, 60)
            .kept()
            .await
    }

    /// A case with an order of the city's on it.
    pub async fn an_order(&self) -> (EventId, OrderId) {
        let plan = self.a_plan().await;
        let event = self.a_report("r1").await;
        let order =
            self.engine.issue(&self.duty, event, plan, "k1".into()).await.expect("the city may order");
        (event, order)
    }

    /// What a centre holds, owed or not.
    pub async fn held_by(&self, actor: &Actor) -> Vec<AssignmentRow> {
        let filter = OrderFilter { all: true, ..OrderFilter::default() };
        self.engine.owed(actor, filter).await.expect("one's own list").rows
    }

    /// The one thing that a centre holds.
    pub async fn part_of(&self, actor: &Actor) -> AssignmentRow {
        let mut rows = self.held_by(actor).await;
        assert_eq!(rows.len(), 1, "{} holds one thing: {rows:#?}", actor.person_name);
        rows.remove(0)
    }

    pub async fn step(
        &self,
        actor: &Actor,
        id: AssignmentId,
        step: AssignmentMove,
    ) -> Result<AssignmentState, Fault> {
        OrderDesk::step(&self.engine, actor, id, step, "因为下雨".into()).await
    }

    pub async fn finish(
        &self,
        actor: &Actor,
        id: AssignmentId,
        photos: usize,
    ) -> Result<AssignmentState, Fault> {
        let report = NewProgress {
            note: "已完成".into(),
            photos: vec![Photo { name: "a.jpg".into(), bytes: b"\xff\xd8\xff\xe0 photo".to_vec() }; photos],
            finish: true,
            key: format!("finish {id} {}", self.clock.now()),
            ..NewProgress::default()
        };
        self.engine.progress(actor, id, report).await
    }

    /// Signs for a part and reports it done.
    pub async fn work_off(&self, actor: &Actor, id: AssignmentId) {
        self.step(actor, id, AssignmentMove::Accept).await.expect("a recipient signs");
        self.finish(actor, id, 1).await.expect("and reports it done");
    }

    pub async fn state_of(&self, event: EventId) -> EventState {
        self.engine.event(&self.duty, event).await.expect("the city sees every case").row.state
    }

    /// As [`Scene::state_of`] of one part, as the city sees it.
    pub async fn state_in(&self, order: OrderId, id: AssignmentId) -> AssignmentState {
        let detail = self.engine.order(&self.leader, order).await.expect("the city sees every order");
        detail.tree.iter().find(|part| part.id == id).expect("it is in the tree").state
    }
}

/// What was refused.
pub fn refused<T: std::fmt::Debug>(answer: Result<T, Fault>) -> Refusal {
    match answer {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

impl Scene {
    /// A photo as the city sees it.
    pub async fn engine_attachment(&self, id: domain::AttachmentId) -> (String, Vec<u8>) {
        self.engine.attachment(&self.duty, id).await.expect("the city sees every photo")
    }
}
