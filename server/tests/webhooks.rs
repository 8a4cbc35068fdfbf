//! Webhooks, told to a real listener: signed, tried again, given up, sent again by hand.

mod front_door;
mod systems;

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use chrono::Duration;
use domain::time::Clock as _;
use front_door::{FrontDoor, Visitor, header};
use hmac::{Hmac, Mac};
use serde_json::Value;
use sha2::Sha256;
use store::testing::HandClock;
use systems::{ALL, System, added, administrator, input};
use tokio::net::TcpListener;

/// What came, and what is answered.
#[derive(Clone, Default)]
struct Ear {
    heard: Arc<Mutex<Vec<(HeaderMap, String)>>>,
    answer: Arc<Mutex<u16>>,
}

impl Ear {
    /// A listener on this machine; its address too.
    async fn open() -> (Self, String) {
        let ear = Self::default();
        ear.answers(204);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let hear = |State(ear): State<Self>, headers: HeaderMap, body: String| async move {
            ear.heard.lock().expect("no panic").push((headers, body));
            let status = *ear.answer.lock().expect("no panic");
            (StatusCode::from_u16(status).expect("a status"), [("location", "/elsewhere")])
        };
        let router = Router::new().route("/hook", post(hear)).with_state(ear.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (ear, address)
    }

    fn answers(&self, status: u16) {
        *self.answer.lock().expect("no panic") = status;
    }

    /// What came since it was asked last.
    fn heard(&self) -> Vec<(HeaderMap, String)> {
        std::mem::take(&mut self.heard.lock().expect("no panic"))
    }
}

struct Scene {
    door: FrontDoor,
    clock: HandClock,
    admin: Visitor,
    system: System,
    page: String,
    secret: String,
}

impl Scene {
    /// A district's system with a webhook of these topics to an address.
    async fn set(url: &str, topics: &[&str]) -> Self {
        let clock = HandClock::at(engine::SystemClock.now());
        let door = FrontDoor::open_at(Arc::new(clock.clone())).await;
        let admin = administrator(&door).await;
        let (system, page) = added(&door, &admin, "500106", ALL, &[]).await;
        let shown = admin.visits(&page).await.text().await.expect("a page");
        let (secret, client) = (input(&shown, "new[secret]"), input(&shown, "client"));
        let mut form = vec![("client", client.as_str()), ("new[url]", url), ("new[secret]", &secret)];
        form.extend(topics.iter().map(|topic| ("new[topics][]", *topic)));
        let response = admin.posts("/api/webhooks/add", &form).await;
        assert_eq!(response.status(), 302, "the administrator comes back to the page");
        Self { door, clock, admin, system, page, secret }
    }

    /// What the server's tick does every second.
    async fn tick(&self) {
        server::webhooks::send(&self.door.server).await.expect("the database is there");
    }

    async fn shown(&self) -> String {
        self.admin.visits(&self.page).await.text().await.expect("a page")
    }

    async fn count(&self, question: &str) -> i64 {
        sqlx::query_scalar(question).fetch_one(&self.door.city.database.owner).await.expect("an answer")
    }
}

/// Checks a signature as the documentation tells receivers to.
fn is_signed(headers: &HeaderMap, body: &str, secret: &str) -> bool {
    let signature = header(headers, "cityhelm-signature");
    let (at, hex) =
        signature.strip_prefix("t=").and_then(|rest| rest.split_once(",v1=")).expect("its two parts");
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(secret.as_bytes()).expect("any length");
    mac.update(format!("{at}.{body}").as_bytes());
    mac.verify_slice(&hex::decode(hex).expect("hex")).is_ok()
}

#[tokio::test]
async fn what_happens_in_scope_is_told_once_and_signed() {
    let (ear, url) = Ear::open().await;
    let scene = Scene::set(&url, &["events"]).await;
    let (far, _) = added(&scene.door, &scene.admin, "500107", ALL, &[]).await;
    far.reports("k", "500107001").await;
    let case = scene.system.reports("k", "500106003").await;
    scene.tick().await;
    let heard = ear.heard();
    assert_eq!(heard.len(), 1, "the other district's case is not told: {heard:?}");
    let (headers, body) = &heard[0];
    assert!(is_signed(headers, body, &scene.secret));
    assert!(!is_signed(headers, body, "another secret"), "the secret matters");
    assert!(!is_signed(headers, &body.replace("reported", "closed"), &scene.secret), "the body matters");
    assert_eq!(header(headers, "cityhelm-type"), "event_reported");
    let told: Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(told["subject"]["id"], case["id"]);
    assert_eq!(told["subject"]["number"], case["number"]);
    assert_eq!((told["before"].as_str(), told["after"].as_str()), (Some(""), Some("reported")));
    let (status, same) = scene.system.gets(told["subject"]["url"].as_str().expect("a url")).await;
    assert_eq!((status, &same["id"]), (200, &case["id"]), "the url leads to it");
    scene.tick().await;
    assert!(ear.heard().is_empty(), "once is enough");
    assert_eq!(scene.count("select count(*) from webhook_news").await, 0, "what was given out is forgotten");
    assert!(scene.shown().await.contains("HTTP 204"));
}

#[tokio::test]
async fn two_servers_at_once_tell_it_once() {
    let (ear, url) = Ear::open().await;
    let scene = Scene::set(&url, &["events"]).await;
    for n in 0..6 {
        scene.system.reports(&format!("k{n}"), "500106003").await;
    }
    futures::future::join_all((0..4).map(|_| scene.tick())).await;
    scene.tick().await;
    let mut ids: Vec<String> = ear.heard().into_iter().map(|(_, body)| body).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((all, ids.len()), (6, 6));
}

#[tokio::test]
async fn what_fails_is_tried_again_later_and_given_up_within_a_day() {
    let (ear, url) = Ear::open().await;
    let scene = Scene::set(&url, &["events"]).await;
    ear.answers(500);
    scene.system.reports("k", "500106003").await;
    scene.tick().await;
    scene.tick().await;
    let first = ear.heard();
    assert_eq!(first.len(), 1, "not again at once");
    scene.clock.pass(Duration::seconds(13));
    ear.answers(302);
    scene.tick().await;
    let second = ear.heard();
    assert_eq!(
        second.len(),
        1,
        "after ten seconds, give or take a fifth; a redirect is not followed and no success"
    );
    assert_eq!(first[0].1, second[0].1, "the same words");
    let mut tries = 2;
    for _ in 0..24 * 12 {
        scene.clock.pass(Duration::minutes(5));
        scene.tick().await;
        tries += ear.heard().len();
    }
    assert_eq!(tries, 12);
    assert_eq!(scene.count("select count(*) from webhook_delivery where state = 'given_up'").await, 1);
    assert_eq!(scene.count("select count(*) from webhook_try where status in (302, 500)").await, 12);

    // Sent again by hand.
    ear.answers(200);
    // A day later the administrator signs in anew.
    let admin = scene.door.signed_in("sysadmin").await;
    let shown = admin.visits(&scene.page).await.text().await.expect("a page");
    assert!(
        shown.contains("HTTP 500") && (shown.contains("已放弃") || shown.contains("Given up")),
        "it is shown with its tries"
    );
    let id = scene.count("select id from webhook_delivery").await.to_string();
    admin.posts("/api/webhooks/resend", &[("id", &id)]).await;
    scene.tick().await;
    let again = ear.heard();
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].1, first[0].1);
    assert!(is_signed(&again[0].0, &again[0].1, &scene.secret));
    assert_eq!(scene.count("select count(*) from webhook_delivery where state = 'delivered'").await, 1);
}

#[tokio::test]
async fn nobody_at_the_other_end_is_a_try_too() {
    let gone = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}/", gone.local_addr().expect("an address"));
    drop(gone);
    let scene = Scene::set(&url, &["events"]).await;
    scene.system.reports("k", "500106003").await;
    scene.tick().await;
    assert_eq!(scene.count("select count(*) from webhook_try where status is null and error <> ''").await, 1);
    let removed = scene.count("select id from webhook").await.to_string();
    scene.admin.posts("/api/webhooks/remove", &[("id", &removed)]).await;
    assert_eq!(scene.count("select count(*) from webhook_delivery where state = 'given_up'").await, 1);
}

#[tokio::test]
async fn only_what_was_asked_for_is_told() {
    let (ear, url) = Ear::open().await;
    let scene = Scene::set(&url, &["orders"]).await;
    scene.system.reports("k", "500106003").await;
    scene.tick().await;
    assert!(ear.heard().is_empty(), "a case is no order");
}

#[tokio::test]
async fn a_case_that_came_to_nothing_is_not_told() {
    let (ear, url) = Ear::open().await;
    let scene = Scene::set(&url, &["events"]).await;
    let mut flood = systems::a_flood("500106003");
    flood["category"] = "unheard-of".into();
    assert_eq!(scene.system.posts("/api/v1/events", "k", &flood).await.0, 422);
    scene.tick().await;
    assert!(ear.heard().is_empty());
}
