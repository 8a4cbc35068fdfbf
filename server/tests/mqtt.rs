//! The ways in for readings, entered as gateways enter them: by MQTT over TCP, on a real database.

mod gateway;

use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::actors::{Actor, Role};
use domain::time::Clock;
use domain::warnings::{Level, WarningDesk, WarningFilter, WarningRow, WarningState};
use engine::accounts::hash_password;
use engine::{Engine, SystemClock};
use gateway::{CONNACK, DISCONNECT, Gateway, PINGRESP, PUBACK, SOON, SUBACK};
use server::http::health::Readiness;
use server::mqtt::{self, Way};
use store::testing::TestCity;
use tokio::process::Command;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

const TOPIC: &str = "v1/gateways/g1/readings";
static HASH: LazyLock<String> = LazyLock::new(|| hash_password("pw").expect("a password can be hashed"));

/// A district with an underpass `U1`, and readings coming in.
struct City {
    test: TestCity,
    engine: Engine,
    duty: Actor,
    address: SocketAddr,
    stopping: CancellationToken,
    tasks: JoinSet<()>,
}

impl City {
    async fn open() -> Self {
        Self::open_by(Way::Endpoint(([127, 0, 0, 1], 0).into())).await
    }

    async fn open_by(way: Way) -> Self {
        let city = TestCity::found().await;
        city.a_township("500106003").await;
        city.a_township("500107001").await;
        city.a_water_rule(0, 0).await;
        city.an_underpass("U1", "500106003").await;
        city.an_underpass("U2", "500107001").await;
        city.a_gateway("g1", &HASH, "500106").await;
        let duty = city.person("duty").of("500106").as_(Role::DistrictDuty).await;
        let engine = Engine::new(city.db().clone());
        let (mut tasks, stopping) = (JoinSet::new(), CancellationToken::new());
        let address = mqtt::start(&engine, way, &Readiness::default(), &stopping, &mut tasks).await;
        let address = address.expect("the way in opens").unwrap_or(([127, 0, 0, 1], 0).into());
        Self { test: city, engine, duty, address, stopping, tasks }
    }

    async fn gateway(&self, version: u8) -> Gateway {
        let (gateway, answer) =
            Gateway::connect(self.address, version, "g1", "pw", 60).await.expect("an answer");
        assert_eq!((answer.kind, answer.code()), (CONNACK, 0));
        gateway
    }

    async fn count(&self, table: &str) -> i64 {
        let question = ["select count(*) from ", table].concat();
        sqlx::query_scalar(&question).fetch_one(&self.test.database.owner).await.expect("a count")
    }

    async fn open_warnings(&self) -> Vec<WarningRow> {
        self.engine.warnings(&self.duty, WarningFilter::default()).await.expect("warnings").rows
    }

    /// Asks again until it is so.
    async fn until(&self, what: &str, is: impl AsyncFn() -> bool) {
        let waited = async {
            while !is().await {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(SOON, waited).await.unwrap_or_else(|_| panic!("{what}"));
    }

    fn mosquitto_pub(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("mosquitto_pub");
        command.args(["-h", "127.0.0.1", "-p", &self.address.port().to_string(), "-u", "g1"]);
        command.args(arguments).stdin(Stdio::null()).kill_on_drop(true);
        command
    }
}

fn now() -> DateTime<Utc> {
    SystemClock.now()
}

fn reading(device: &str, at: DateTime<Utc>, value: f64) -> String {
    let at = at.to_rfc3339_opts(SecondsFormat::Micros, true);
    format!(r#"{{"device":"{device}","quantity":"water_depth","at":"{at}","value":{value}}}"#)
}

#[tokio::test]
async fn mosquitto_publishes_in_both_versions_and_the_district_is_warned() {
    let city = City::open().await;
    for (version, value) in [("mqttv311", 12.0), ("mqttv5", 34.0)] {
        for qos in ["0", "1"] {
            let message = reading("U1", now(), value);
            let arguments = ["-P", "pw", "-V", version, "-q", qos, "-t", TOPIC, "-m", &message];
            let done = city.mosquitto_pub(&arguments).output().await.expect("mosquitto-clients is installed");
            assert!(done.status.success(), "{version} {qos}: {done:?}");
        }
    }
    city.until("four readings", async || city.count("reading").await == 4).await;
    city.until("a red warning", async || {
        city.open_warnings().await.iter().any(|warning| warning.level == Level::Red)
    })
    .await;
    assert_eq!(city.open_warnings().await.len(), 1);
}

#[tokio::test]
async fn mosquitto_is_told_of_a_wrong_password() {
    let city = City::open().await;
    for version in ["mqttv311", "mqttv5"] {
        let arguments = ["-P", "guess", "-V", version, "-q", "1", "-t", TOPIC, "-m", "{}"];
        let done = city.mosquitto_pub(&arguments).output().await.expect("mosquitto-clients is installed");
        assert!(!done.status.success(), "{done:?}");
    }
    for (version, code) in [(4, 4), (5, 0x86)] {
        for (login, password) in [("g1", "guess"), ("nobody", "pw")] {
            let (mut gateway, answer) =
                Gateway::connect(city.address, version, login, password, 60).await.expect("an answer");
            assert_eq!(answer.code(), code);
            assert_eq!(gateway.hung_up().await, []);
        }
    }
    assert_eq!(city.count("reading").await + city.count("dead_letter").await, 0);
}

#[tokio::test]
async fn a_gateway_that_was_switched_off_is_not_let_in() {
    let city = City::open().await;
    drop(city.gateway(5).await);
    sqlx::query("update gateway set disabled_at = now()")
        .execute(&city.test.database.owner)
        .await
        .expect("done");
    let (_, answer) = Gateway::connect(city.address, 5, "g1", "pw", 60).await.expect("an answer");
    assert_eq!(answer.code(), 0x86);
}

#[tokio::test]
async fn a_foreign_topic_is_declined_with_the_reason() {
    let city = City::open().await;
    let message = reading("U1", now(), 3.0);
    let mut gateway = city.gateway(5).await;
    gateway.publish("v1/gateways/g2/readings", message.as_bytes(), Some(1)).await.expect("sent");
    gateway.publish("v1/gateways/g1/orders", message.as_bytes(), Some(2)).await.expect("sent");
    gateway.publish(TOPIC, message.as_bytes(), Some(3)).await.expect("sent");
    for (id, code) in [(1, 0x87), (2, 0x90), (3, 0)] {
        let answer = gateway.next().await.expect("an answer");
        assert_eq!((answer.kind, answer.id(), answer.code()), (PUBACK, id, code));
    }
    gateway.publish("v1/gateways/g2/readings", message.as_bytes(), None).await.expect("sent");
    let said = gateway.hung_up().await;
    assert_eq!((said[0].kind, said[0].code()), (DISCONNECT, 0x87));

    let mut old = city.gateway(4).await;
    old.publish("v1/gateways/g2/readings", message.as_bytes(), Some(1)).await.expect("sent");
    assert_eq!(old.hung_up().await, [], "3.1.1 has no words for it");
    assert_eq!(city.count("reading").await, 1);
}

#[tokio::test]
async fn only_readings_go_in_and_nothing_comes_out() {
    let city = City::open().await;
    for version in [4, 5] {
        let mut gateway = city.gateway(version).await;
        gateway.subscribe("v1/gateways/+/readings").await.expect("sent");
        let answer = gateway.next().await.expect("an answer");
        assert_eq!((answer.kind, answer.code()), (SUBACK, if version == 5 { 0x87 } else { 0x80 }));
        gateway.ping().await.expect("sent");
        assert_eq!(gateway.next().await.expect("an answer").kind, PINGRESP);
        gateway.publish_as(0x34, TOPIC, b"{}", Some(7)).await.expect("sent");
        let said: Vec<_> = gateway.hung_up().await.iter().map(gateway::Packet::code).collect();
        assert_eq!(said, if version == 5 { vec![0x9B] } else { vec![] }, "QoS 2");
    }
    let mut gateway = city.gateway(5).await;
    gateway.publish_as(0x31, TOPIC, b"{}", None).await.expect("sent");
    assert_eq!(gateway.hung_up().await[0].code(), 0x9A, "retained messages");
    let mut gateway = city.gateway(5).await;
    // The head of a packet of two MiB is enough.
    tokio::io::AsyncWriteExt::write_all(&mut gateway.stream, &[0x32, 0x80, 0x80, 0x80, 0x01])
        .await
        .expect("sent");
    assert_eq!(gateway.hung_up().await[0].code(), 0x95, "too large");
}

#[tokio::test]
async fn an_acknowledgement_means_that_it_is_committed() {
    let city = City::open().await;
    let mut gateway = city.gateway(5).await;
    let mut lock = city.test.database.owner.begin().await.expect("a transaction");
    sqlx::query("lock table reading in exclusive mode").execute(&mut *lock).await.expect("a lock");
    gateway.publish(TOPIC, reading("U1", now(), 3.0).as_bytes(), Some(1)).await.expect("sent");
    gateway.publish(TOPIC, b"nonsense", Some(2)).await.expect("sent");
    gateway.publish(TOPIC, reading("U1", now(), 4.0).as_bytes(), Some(3)).await.expect("sent");
    // Pings are answered while the messages wait for the database; an early PUBACK would have come before.
    for _ in 0..3 {
        gateway.ping().await.expect("sent");
        assert_eq!(gateway.next().await.expect("an answer").kind, PINGRESP);
    }
    lock.commit().await.expect("a commit");
    for id in 1..=3 {
        let answer = gateway.next().await.expect("an answer");
        assert_eq!((answer.kind, answer.id(), answer.code()), (PUBACK, id, 0));
    }
    assert_eq!((city.count("reading").await, city.count("dead_letter").await), (2, 1));
}

#[tokio::test]
async fn a_database_that_goes_away_delays_acknowledgements_and_loses_nothing() {
    let city = City::open().await;
    let mut gateway = city.gateway(4).await;
    let name: String = sqlx::query_scalar("select current_database()")
        .fetch_one(&city.test.database.owner)
        .await
        .expect("a name");
    #[expect(clippy::disallowed_methods, reason = "where scripts/with-postgres says the test server is")]
    let server = std::env::var("CITYHELM_TEST_DATABASE_URL").expect("a test server");
    let admin = sqlx::PgPool::connect(&server).await.expect("the test server");
    let allow = |yes: bool| format!("alter database {name} allow_connections {yes}");
    sqlx::query(&allow(false)).execute(&admin).await.expect("done");
    let cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()";
    sqlx::query(cut).bind(&name).execute(&admin).await.expect("done");
    let start = now();
    for n in 0..20_u16 {
        let at = start + chrono::Duration::milliseconds(n.into());
        gateway.publish(TOPIC, reading("U1", at, 3.0).as_bytes(), Some(n + 1)).await.expect("sent");
    }
    gateway.ping().await.expect("sent");
    assert_eq!(gateway.next().await.expect("an answer").kind, PINGRESP, "the connection is held");
    sqlx::query(&allow(true)).execute(&admin).await.expect("done");
    for id in 1..=20 {
        let answer = gateway.next().await.expect("an answer");
        assert_eq!((answer.kind, answer.id()), (PUBACK, id));
    }
    assert_eq!(city.count("reading").await, 20);
}

#[tokio::test]
async fn shuffled_repeated_and_late_readings_end_alike_and_the_warning_clears() {
    let city = City::open().await;
    let start = now() - chrono::Duration::minutes(30);
    let depths = [4.0, 12.0, 31.0, 33.0, 8.0, 21.0, 6.0, 30.0, 26.0, 27.0];
    let story: Vec<String> = (0..60)
        .map(|n: usize| {
            let at = start + chrono::Duration::seconds(i64::try_from(n).expect("small") * 20);
            reading("U1", at, depths[n * 7 % 10])
        })
        .collect();
    let mut gateway = city.gateway(5).await;
    let mut id = 0;
    for n in (0..story.len()).map(|n| n * 23 % story.len()).chain(0..story.len()) {
        id += 1;
        gateway.publish(TOPIC, story[n].as_bytes(), Some(id)).await.expect("sent");
        assert_eq!(gateway.next().await.expect("an answer").id(), id);
    }
    assert_eq!(city.count("reading").await, 60);
    let warnings = city.open_warnings().await;
    assert_eq!(warnings.len(), 1);
    assert_eq!((warnings[0].level, warnings[0].value), (Level::Red, 33.0));
    gateway.publish(TOPIC, reading("U1", now(), 0.0).as_bytes(), Some(999)).await.expect("sent");
    assert_eq!(gateway.next().await.expect("an answer").id(), 999);
    assert!(city.open_warnings().await.is_empty());
}

#[tokio::test]
async fn a_silent_gateway_is_let_go() {
    let city = City::open().await;
    let (mut gateway, _) = Gateway::connect(city.address, 5, "g1", "pw", 1).await.expect("an answer");
    assert_eq!(gateway.hung_up().await[0].code(), 0x8D);
    let mut mute = Gateway::open(city.address, 5).await.expect("a connection");
    assert_eq!(mute.hung_up().await, [], "who does not say who it is is let go too");
}

#[tokio::test]
async fn a_server_that_stops_says_so() {
    let mut city = City::open().await;
    let mut gateway = city.gateway(5).await;
    city.stopping.cancel();
    assert_eq!(gateway.hung_up().await[0].code(), 0x8B);
    let ended = async { while city.tasks.join_next().await.is_some() {} };
    tokio::time::timeout(SOON, ended).await.expect("everything ends");
}

#[tokio::test]
async fn a_broker_of_yours_hands_on_what_it_holds() {
    let folder = std::env::temp_dir().join(format!("cityhelm-broker-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let port =
        std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("a port").port();
    let settings = folder.join("mosquitto.conf");
    std::fs::write(&settings, format!("listener {port} 127.0.0.1\nallow_anonymous true\n")).expect("written");
    let mut broker = broker(&settings);
    let url = format!("mqtt://127.0.0.1:{port}/?client_id=test-{port}");
    let city = City::open_by(Way::Broker(url)).await;
    let publish = async |message: &str| {
        let mut command = Command::new("mosquitto_pub");
        command.args(["-h", "127.0.0.1", "-p", &port.to_string(), "-q", "1", "-t", TOPIC, "-m", message]);
        command.output().await.is_ok_and(|done| done.status.success())
    };
    city.until("a reading through the broker", async || {
        publish(&reading("U1", now(), 31.0)).await;
        city.count("reading").await > 0
    })
    .await;
    assert_eq!(city.open_warnings().await[0].state, WarningState::Raised);
    assert!(publish("nonsense").await && publish(&reading("U2", now(), 31.0)).await);
    city.until("dead letters", async || city.count("dead_letter").await == 2).await;
    // What is larger than rumqttc's own limit comes through.
    let large: Vec<String> =
        (0..200).map(|n| reading("U1", now() + chrono::Duration::milliseconds(n), 31.0)).collect();
    let before = city.count("reading").await;
    assert!(publish(&format!(r#"{{"readings":[{}]}}"#, large.join(","))).await);
    city.until("a large message", async || city.count("reading").await == before + 200).await;
    // A broker that comes back is found again.
    broker.kill().await.expect("it ran");
    broker = self::broker(&settings);
    let before = city.count("reading").await;
    city.until("a reading through the new broker", async || {
        publish(&reading("U1", now(), 31.0)).await;
        city.count("reading").await > before
    })
    .await;
    broker.kill().await.expect("it ran");
}

fn broker(settings: &std::path::Path) -> tokio::process::Child {
    let program = ["/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto"]
        .iter()
        .find(|p| std::path::Path::new(p).exists());
    Command::new(program.unwrap_or(&"mosquitto"))
        .arg("-c")
        .arg(settings)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("mosquitto is installed")
}
