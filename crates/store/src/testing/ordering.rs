//! What is ordered and measured: `city.a_plan("flood").for_category("road_flooding").step("close the road",
//! Recipient::Township, 30).kept()`, `city.an_event("water in the underpass").at("500106003").kept()`.

use chrono::{DateTime, Duration, Utc};
use domain::centres::Tier;
use domain::events::EventState;
use domain::kpis::{Aim, Period};
use domain::plans::Recipient;
use domain::warnings::Level;
use domain::{EventId, PlanId};

use super::{CITY, TestCity};

impl TestCity {
    /// A category of case that a tier must take, within 15, 10, 20, 120, 30 and 40 minutes: together 235.
    ///
    /// # Panics
    /// When it is there already.
    pub async fn a_category(&self, code: &str, tier: Tier) {
        self.category(code, tier, false).await;
    }

    /// The same with limits that count office hours only.
    ///
    /// # Panics
    /// When it is there already.
    pub async fn an_office_category(&self, code: &str, tier: Tier) {
        self.category(code, tier, true).await;
    }

    async fn category(&self, code: &str, tier: Tier, working_time: bool) {
        sqlx::query(include_str!("../../queries/testing/a_category.sql"))
            .bind(code)
            .bind(tier.as_str())
            .bind(working_time)
            .execute(&self.database.owner)
            .await
            .expect("a category can be added");
    }

    /// Puts a category into a lane, which is made if it is not there.
    ///
    /// # Panics
    /// When the database is away.
    pub async fn in_lane(&self, category: &str, lane: &str) {
        sqlx::query(include_str!("../../queries/testing/in_lane.sql"))
            .bind(category)
            .bind(lane)
            .execute(&self.database.owner)
            .await
            .expect("a category can belong to a lane");
    }

    /// A plan of the city's for a case of level blue; say what it is for and what its steps are.
    #[must_use]
    pub fn a_plan<'a>(&'a self, code: &'a str) -> PlanDraft<'a> {
        let (kind, point, category) = (None, None, None);
        PlanDraft {
            city: self,
            code,
            version: 1,
            owner: CITY,
            level: Level::Blue,
            kind,
            point,
            category,
            steps: Vec::new(),
        }
    }

    /// Takes a plan out of force.
    ///
    /// # Panics
    /// When the database is away.
    pub async fn withdraw(&self, plan: PlanId) {
        sqlx::query(include_str!("../../queries/testing/withdraw_plan.sql"))
            .bind(plan.0)
            .execute(&self.database.owner)
            .await
            .expect("a plan can be withdrawn");
    }

    /// A case at the city centre, registered and just reported; say what else it is.
    #[must_use]
    pub fn an_event<'a>(&'a self, title: &'a str, reported_at: DateTime<Utc>) -> EventDraft<'a> {
        EventDraft {
            city: self,
            title,
            centre: CITY,
            category: "",
            point: None,
            level: Level::Blue,
            state: EventState::Registered,
            reported_at,
            due_at: reported_at + Duration::hours(4),
        }
    }

    /// A KPI reported at every tier, in a lane.
    ///
    /// # Panics
    /// When it is there already.
    pub async fn a_kpi(&self, code: &str, lane: &str, aim: Aim, cumulative: bool, rhythm: Period) {
        sqlx::query(include_str!("../../queries/testing/a_kpi.sql"))
            .bind(code)
            .bind(lane)
            .bind(aim.as_str())
            .bind(cumulative)
            .bind(rhythm.as_str())
            .execute(&self.database.owner)
            .await
            .expect("a KPI can be defined");
    }

    /// What a centre must reach in a year.
    ///
    /// # Panics
    /// When the test did not build the centre or define the KPI.
    pub async fn a_target(&self, centre: &str, kpi: &str, year: i16, target: f64) {
        let done = sqlx::query(include_str!("../../queries/testing/a_target.sql"))
            .bind(centre)
            .bind(kpi)
            .bind(year)
            .bind(target)
            .execute(&self.database.owner)
            .await
            .expect("a target can be set");
        assert_eq!(done.rows_affected(), 1, "the centre and the KPI were made before");
    }
}

/// A plan about to be kept.
#[derive(Debug, Clone)]
pub struct PlanDraft<'a> {
    city: &'a TestCity,
    code: &'a str,
    version: i32,
    owner: &'a str,
    level: Level,
    kind: Option<&'a str>,
    point: Option<&'a str>,
    category: Option<&'a str>,
    steps: Vec<(&'a str, Recipient, Option<&'a str>, i32, bool)>,
}

impl<'a> PlanDraft<'a> {
    /// Owned by the centre with this code.
    #[must_use]
    pub fn of(self, owner: &'a str) -> Self {
        Self { owner, ..self }
    }

    /// For cases of this level.
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// A later edition.
    #[must_use]
    pub fn version(self, version: i32) -> Self {
        Self { version, ..self }
    }

    /// For a category of case.
    #[must_use]
    pub fn for_category(self, category: &'a str) -> Self {
        Self { category: Some(category), ..self }
    }

    /// For a kind of risk point.
    #[must_use]
    pub fn for_kind(self, kind: &'a str) -> Self {
        Self { kind: Some(kind), ..self }
    }

    /// For one risk point, by its code.
    #[must_use]
    pub fn for_point(self, point: &'a str) -> Self {
        Self { point: Some(point), ..self }
    }

    /// With one more step, due after so many minutes.
    #[must_use]
    pub fn step(mut self, action: &'a str, recipient: Recipient, minutes: i32) -> Self {
        self.steps.push((action, recipient, None, minutes, false));
        self
    }

    /// With one more step that a photo must prove.
    #[must_use]
    pub fn step_with_photo(mut self, action: &'a str, recipient: Recipient, minutes: i32) -> Self {
        self.steps.push((action, recipient, None, minutes, true));
        self
    }

    /// With one more step for the centre with this code.
    #[must_use]
    pub fn step_for(mut self, action: &'a str, centre: &'a str, minutes: i32) -> Self {
        self.steps.push((action, Recipient::Named, Some(centre), minutes, false));
        self
    }

    /// Keeps it.
    ///
    /// # Panics
    /// When the test did not build what it names.
    pub async fn kept(self) -> PlanId {
        let owner = &self.city.database.owner;
        let id: i64 = sqlx::query_scalar(include_str!("../../queries/testing/a_plan.sql"))
            .bind(self.code)
            .bind(self.version)
            .bind(self.owner)
            .bind(self.level.rank())
            .bind(self.kind)
            .bind(self.point)
            .bind(self.category)
            .fetch_one(owner)
            .await
            .expect("a plan can be kept for what was built before");
        for (seq, (action, recipient, centre, minutes, photo)) in (1_i32..).zip(self.steps) {
            sqlx::query(include_str!("../../queries/testing/a_plan_step.sql"))
                .bind(id)
                .bind(seq)
                .bind(action)
                .bind(recipient.as_str())
                .bind(centre)
                .bind(minutes)
                .bind(photo)
                .execute(owner)
                .await
                .expect("a step can be kept");
        }
        PlanId(id)
    }
}

/// A case about to be kept.
#[derive(Debug, Clone)]
pub struct EventDraft<'a> {
    city: &'a TestCity,
    title: &'a str,
    centre: &'a str,
    category: &'a str,
    point: Option<&'a str>,
    level: Level,
    state: EventState,
    reported_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
}

impl<'a> EventDraft<'a> {
    /// Of this category.
    #[must_use]
    pub fn of(self, category: &'a str) -> Self {
        Self { category, ..self }
    }

    /// At the centre with this code, which is responsible.
    #[must_use]
    pub fn at(self, centre: &'a str) -> Self {
        Self { centre, ..self }
    }

    /// At the risk point with this code.
    #[must_use]
    pub fn at_point(self, point: &'a str) -> Self {
        Self { point: Some(point), ..self }
    }

    /// Of this level.
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// In this state.
    #[must_use]
    pub fn state(self, state: EventState) -> Self {
        Self { state, ..self }
    }

    /// Due at this moment.
    #[must_use]
    pub fn due(self, due_at: DateTime<Utc>) -> Self {
        Self { due_at, ..self }
    }

    /// Keeps it.
    ///
    /// # Panics
    /// When the test did not build what it names.
    pub async fn kept(self) -> EventId {
        let id: i64 = sqlx::query_scalar(include_str!("../../queries/testing/an_event.sql"))
            .bind(self.centre)
            .bind(self.reported_at)
            .bind(self.category)
            .bind(self.title)
            .bind(self.level.rank())
            .bind(self.state.as_str())
            .bind(self.point)
            .bind(self.due_at)
            .fetch_one(&self.city.database.owner)
            .await
            .expect("a case can be kept where it was said to be");
        EventId(id)
    }
}
