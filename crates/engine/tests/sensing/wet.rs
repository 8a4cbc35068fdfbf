//! A district under water: what the tests of sensing share.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, DurationRound, Utc};
use domain::EventId;
use domain::actors::{Actor, Role};
use domain::audit::TimelineEntry;
use domain::time::Clock;
use domain::warnings::{WarningDesk, WarningFilter, WarningRow, WarningState};
use engine::Engine;
use engine::sensors::{Intake, Message, Taken};
use store::testing::TestCity;

/// A clock that stands until the test moves it.
pub struct Hand(pub Mutex<DateTime<Utc>>);

impl Clock for Hand {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("no test panics holding it")
    }
}

pub struct Scene {
    pub city: TestCity,
    pub engine: Engine,
    pub intake: Intake,
    pub clock: Arc<Hand>,
    pub start: DateTime<Utc>,
    pub duty: Actor,
}

/// A district with two townships, an underpass in each, and a gateway that sends for the district.
pub async fn a_wet_district(for_raise_s: i32, for_clear_s: i32) -> Scene {
    let city = TestCity::found().await;
    for township in ["500106001", "500106002", "500107001"] {
        city.a_township(township).await;
    }
    city.a_water_rule(for_raise_s, for_clear_s).await;
    for (code, township) in [("U1", "500106001"), ("U2", "500106002"), ("U3", "500107001")] {
        city.an_underpass(code, township).await;
    }
    city.a_gateway("g1", "", "500106").await;
    let duty = city.person("duty").of("500106").as_(Role::DistrictDuty).await;
    // Partitions lie around today.
    let start = engine::SystemClock.now().duration_trunc(Duration::hours(1)).expect("an hour is a span");
    let clock = Arc::new(Hand(Mutex::new(start)));
    let engine = Engine { db: city.db().clone(), clock: clock.clone() };
    let intake = Intake::new(engine.clone());
    Scene { city, engine, intake, clock, start, duty }
}

impl Scene {
    pub fn at(&self, second: i64) -> DateTime<Utc> {
        self.start + Duration::seconds(second)
    }

    pub fn message(&self, readings: &[(&str, i64, f64)]) -> Message {
        let readings: Vec<_> = readings
            .iter()
            .map(|(device, second, value)| {
                serde_json::json!({"device": device, "quantity": "water_depth", "at": self.at(*second), "value": value})
            })
            .collect();
        message(&serde_json::json!({"id": "m1", "readings": readings}).to_string())
    }

    /// The gateway sends these, in one message, at the time of the last.
    pub async fn send(&mut self, readings: &[(&str, i64, f64)]) -> Taken {
        let last = readings.iter().map(|(_, second, _)| *second).max().expect("a reading");
        self.its(last);
        let message = self.message(readings);
        self.intake.take(&[message]).await.expect("the database is there")
    }

    pub fn its(&self, second: i64) {
        let mut now = self.clock.0.lock().expect("no test panics holding it");
        *now = (*now).max(self.at(second));
    }

    pub async fn warnings(&self, state: Option<WarningState>) -> Vec<WarningRow> {
        let filter = WarningFilter { state, ..WarningFilter::default() };
        self.engine.warnings(&self.duty, filter).await.expect("the duty officer may ask").rows
    }

    /// The case and its timeline, as the district's duty officer sees them.
    pub async fn case(&self, id: EventId) -> (store::events::Case, Vec<TimelineEntry>) {
        let mut tx = self.engine.db.people(&self.duty).await.expect("a database");
        let case = store::events::case(&mut tx, id, self.clock.now()).await.expect("a database");
        let timeline = store::audit::of_event(&mut tx, id).await.expect("a database");
        (case.expect("the district sees its case"), timeline)
    }

    pub async fn open(&self) -> Vec<WarningRow> {
        self.warnings(None).await
    }
}

pub fn message(payload: &str) -> Message {
    Message {
        gateway: "g1".into(),
        topic: "v1/gateways/g1/readings".into(),
        payload: payload.as_bytes().to_vec(),
    }
}

pub fn taken(kept: u64, repeated: u64, buried: u64, raised: u64) -> Taken {
    Taken { kept, repeated, buried, raised }
}
