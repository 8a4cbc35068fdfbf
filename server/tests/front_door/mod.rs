//! A running server on a test city, entered as people enter it: by HTTP, with a cookie.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use domain::actors::{Actor, Role};
use domain::time::Clock;
use engine::accounts::hash_password;
use engine::{Engine, SystemClock};
use reqwest::header::{HeaderMap, ORIGIN};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::Value;
use server::config::{Config, Flags};
use server::http::{Peer, Unhurried, router};
use server::live;
use server::state::Server;
use store::testing::TestCity;
use tokio::net::TcpListener;

/// Everybody's password, hashed once: argon2 takes its time.
pub const PASSWORD: &str = "correct horse battery staple";
static HASH: LazyLock<String> = LazyLock::new(|| hash_password(PASSWORD).expect("a password can be hashed"));

/// How long a test waits for what must come.
pub const SOON: Duration = Duration::from_secs(20);

/// A server that serves a test city.
pub struct FrontDoor {
    pub city: TestCity,
    pub server: Server,
    pub address: String,
}

impl FrontDoor {
    /// Opens a city of district 500106 with township 500106003, and district 500107 with township 500107001.
    pub async fn open() -> Self {
        Self::open_at(Arc::new(SystemClock)).await
    }

    /// The same by another clock.
    pub async fn open_at(clock: Arc<dyn Clock>) -> Self {
        let city = TestCity::found().await;
        city.a_township("500106003").await;
        city.a_township("500107001").await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let listen = listener.local_addr().expect("a bound port").to_string();
        let webhook_local = Some("true".to_owned());
        let flags = Flags { listen: Some(listen.clone()), config: None, webhook_local, ..Flags::default() };
        let config = Config::read(flags).expect("the test's settings can be read");
        let server = Server::new(config, Engine { db: city.db().clone(), clock }, false);
        server.readiness.mqtt(true);
        tokio::spawn(live::hear(server.clone()));
        tokio::spawn(live::sweep(server.clone()));
        let app = router(server.clone()).into_make_service_with_connect_info::<Peer>();
        tokio::spawn(async move { axum::serve(Unhurried(listener), app).await });
        Self { city, server, address: format!("http://{listen}") }
    }

    /// Gives somebody a post and a password; their login is their name.
    pub async fn employs(&self, name: &str, centre: &str, role: Role) -> Actor {
        self.city.person(name).of(centre).with_password_hash(&HASH).as_(role).await
    }

    /// A browser of somebody who has not signed in.
    pub fn visitor(&self) -> Visitor {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().expect("a client");
        Visitor { client, address: self.address.clone() }
    }

    /// A browser of somebody who has.
    pub async fn signed_in(&self, name: &str) -> Visitor {
        let visitor = self.visitor();
        let response = visitor.sign_in(name, PASSWORD).await;
        assert_eq!(response.status(), 303, "{name} signs in");
        assert_eq!(place(&response), "/", "{name} signs in");
        visitor
    }

    /// A browser of somebody new with this post.
    pub async fn enter(&self, name: &str, centre: &str, role: Role) -> Visitor {
        self.employs(name, centre, role).await;
        self.signed_in(name).await
    }
}

impl FrontDoor {
    /// One board, lane and KPI, rules and signs, which both districts know.
    pub async fn catalogue(&self) {
        self.city.a_water_rule(0, 0).await;
        self.city.a_depth_sign().await;
        let catalogue = sqlx::query(include_str!("../access/catalogue.sql"));
        catalogue.execute(&self.city.database.owner).await.expect("a catalogue");
    }

    /// One of each thing in a district and a township of it, by name: what access/site.sql makes.
    pub async fn site(&self, district: &str, township: &str) -> BTreeMap<String, String> {
        self.city.an_underpass(&format!("U-{township}"), township).await;
        let ids: Value = sqlx::query_scalar(include_str!("../access/site.sql"))
            .bind(district)
            .bind(township)
            .fetch_one(&self.city.database.owner)
            .await
            .expect("the fixture fits the schema");
        let ids = ids.as_object().expect("an object").iter();
        ids.map(|(name, id)| (name.clone(), id.as_str().map_or_else(|| id.to_string(), str::to_owned)))
            .collect()
    }
}

/// A browser.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    address: String,
}

impl Visitor {
    /// A request as our own pages send it.
    #[expect(clippy::needless_pass_by_value, reason = "`Method::GET` reads better than a reference to it")]
    pub fn asks(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method.clone(), format!("{}{path}", self.address));
        if method == Method::GET { request } else { request.header(ORIGIN, &self.address) }
    }

    /// Goes to a page.
    pub async fn visits(&self, path: &str) -> Response {
        self.asks(Method::GET, path).header("accept", "text/html").send().await.expect("an answer")
    }

    /// Asks as a script does.
    pub async fn gets(&self, path: &str) -> Response {
        self.asks(Method::GET, path).send().await.expect("an answer")
    }

    /// Sends a plain form.
    pub async fn posts(&self, path: &str, form: &[(&str, &str)]) -> Response {
        self.asks(Method::POST, path)
            .header("accept", "text/html")
            .form(form)
            .send()
            .await
            .expect("an answer")
    }

    /// Tries to sign in.
    pub async fn sign_in(&self, name: &str, password: &str) -> Response {
        self.posts("/sign-in", &[("login", name), ("password", password)]).await
    }

    /// Whether the server knows who this is.
    pub async fn is_known(&self) -> bool {
        self.gets("/api/account/frame").await.status() != 401
    }
}

/// Where a response sends its reader.
pub fn place(response: &Response) -> String {
    header(response.headers(), "location")
}

/// A header, or nothing.
pub fn header(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
}
