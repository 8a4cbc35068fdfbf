//! The strict path: what a gateway was told is stored stays stored, and once, though the server is killed in the middle.
//! The real binary on a real database; `kill -9` is the signal and not a word for it.

mod gateway;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::{SocketAddr, TcpListener};
use std::ops::Range;
use std::os::unix::process::ExitStatusExt as _;
use std::process::Stdio;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, SubsecRound as _, TimeDelta, Utc};
use domain::actors::{Actor, Role};
use domain::risk::Watch;
use domain::time::Clock;
use domain::warnings::{Level, WarningDesk, WarningFilter};
use engine::accounts::hash_password;
use engine::{Engine, SystemClock};
use gateway::{CONNACK, Gateway, PUBACK, Packet, SOON};
use rand::rngs::StdRng;
use rand::seq::{IteratorRandom as _, SliceRandom as _};
use rand::{Rng as _, SeedableRng as _};
use sqlx::types::Json;
use store::testing::{TEST_SECRET, TestCity};
use tokio::process::{Child, Command};

const TOPIC: &str = "v1/gateways/g1/readings";
const READINGS: u32 = 20_000;
/// Their gauges are read in turn.
const UNDERPASSES: u32 = 40;
/// Readings of one message after another: single ones, and batches.
const SIZES: [u32; 10] = [1, 1, 1, 2, 1, 1, 61, 1, 1, 30];
/// Messages that wait for their acknowledgement, fewer than the endpoint allows.
const WINDOW: usize = 200;
/// How many messages are acknowledged when the server is killed.
const KILLS: [usize; 3] = [350, 900, 1500];
/// Messages that were acknowledged and come again after a kill: a gateway may have lost its notes.
const REPEATED: usize = 30;

/// What happens in the city: every reading has a number, and its moment says which.
struct Story {
    start: DateTime<Utc>,
}

impl Story {
    fn at(&self, number: u32) -> DateTime<Utc> {
        self.start + TimeDelta::milliseconds(number.into())
    }

    fn number(&self, at: DateTime<Utc>) -> u32 {
        u32::try_from((at - self.start).num_milliseconds()).expect("a moment of the story")
    }

    /// Which underpass, and how deep. The water stands in all of them; once, and in each at another time, it rises for one
    /// reading. Where that one is overlooked the warning is yellow in the end; where it is not, red.
    fn reading(number: u32) -> (u32, f64) {
        let (underpass, turn) = (number % UNDERPASSES, number / UNDERPASSES);
        let turns = READINGS / UNDERPASSES / UNDERPASSES;
        let rises = turn == underpass * turns + turns / 2;
        (underpass, if rises { 35.0 } else { 22.0 + f64::from(turn % 8) / 8.0 })
    }

    /// What an underpass measures, in order.
    fn of(&self, underpass: u32) -> impl Iterator<Item = (DateTime<Utc>, f64)> {
        (underpass..READINGS)
            .step_by(UNDERPASSES as usize)
            .map(|number| (self.at(number), Self::reading(number).1))
    }

    fn payload(&self, numbers: Range<u32>) -> String {
        let single = numbers.len() == 1;
        let readings: Vec<String> = numbers
            .map(|number| {
                let (underpass, value) = Self::reading(number);
                let at = self.at(number).to_rfc3339_opts(SecondsFormat::Micros, true);
                format!(r#"{{"device":"U{underpass}","quantity":"water_depth","at":"{at}","value":{value}}}"#)
            })
            .collect();
        if single { readings.concat() } else { format!(r#"{{"readings":[{}]}}"#, readings.join(",")) }
    }
}

/// What a gateway has to send, and what of it was acknowledged. Messages go by their place in `messages`.
struct Notes {
    messages: Vec<Range<u32>>,
    waiting: VecDeque<usize>,
    in_flight: BTreeMap<u16, usize>,
    acknowledged: BTreeSet<usize>,
    chance: StdRng,
}

impl Notes {
    fn of_everything() -> Self {
        let mut messages = Vec::new();
        let (mut from, mut sizes) = (0, SIZES.iter().cycle());
        while from < READINGS {
            let to = READINGS.min(from + sizes.next().expect("a cycle has no end"));
            messages.push(from..to);
            from = to;
        }
        Self {
            waiting: (0..messages.len()).collect(),
            messages,
            in_flight: BTreeMap::new(),
            acknowledged: BTreeSet::new(),
            chance: StdRng::seed_from_u64(20_000),
        }
    }

    /// Sends on, the window always full, until so many messages are acknowledged or nothing is left.
    async fn send(&mut self, story: &Story, gateway: &mut Gateway, until: usize) {
        let mut id = 0;
        loop {
            while self.in_flight.len() < WINDOW
                && let Some(message) = self.waiting.pop_front()
            {
                id += 1;
                let payload = story.payload(self.messages[message].clone());
                gateway.publish(TOPIC, payload.as_bytes(), Some(id)).await.expect("the server reads");
                self.in_flight.insert(id, message);
            }
            if self.acknowledged.len() >= until || self.in_flight.is_empty() {
                return;
            }
            let answer = gateway.next().await.expect("the server acknowledges");
            self.note(&answer);
        }
    }

    fn note(&mut self, answer: &Packet) {
        assert_eq!((answer.kind, answer.code()), (PUBACK, 0));
        let message = self.in_flight.remove(&answer.id()).expect("what was sent is acknowledged once");
        self.acknowledged.insert(message);
    }

    /// Begins anew after a cut: what was not acknowledged comes again, some of it twice and some with what was, in any order.
    fn begin_again(&mut self) {
        let mut again: Vec<usize> = std::mem::take(&mut self.in_flight).into_values().collect();
        let twice: Vec<usize> = again.iter().copied().filter(|_| self.chance.random_bool(0.3)).collect();
        again.extend(twice);
        again.extend(self.acknowledged.iter().copied().choose_multiple(&mut self.chance, REPEATED));
        again.shuffle(&mut self.chance);
        again.into_iter().rev().for_each(|message| self.waiting.push_front(message));
    }

    fn acknowledged_readings(&self) -> impl Iterator<Item = u32> {
        self.acknowledged.iter().flat_map(|message| self.messages[*message].clone())
    }
}

/// A city and the process that serves it.
struct Installation {
    /// Before the city, so that it ends before its database does.
    process: Child,
    city: TestCity,
    duty: Actor,
    web: SocketAddr,
    mqtt: SocketAddr,
}

impl Installation {
    async fn open() -> Self {
        let city = TestCity::found().await;
        city.a_township("500106003").await;
        city.a_water_rule(0, 0).await;
        for underpass in 0..UNDERPASSES {
            city.an_underpass(&format!("U{underpass}"), "500106003").await;
        }
        city.a_gateway("g1", &hash_password("pw").expect("a password can be hashed"), "500106").await;
        let duty = city.person("duty").of("500106").as_(Role::DistrictDuty).await;
        let (web, mqtt) = (an_address(), an_address());
        let process = serve(&city, web, mqtt);
        let mut installation = Self { process, city, duty, web, mqtt };
        installation.ready().await;
        installation
    }

    /// Waits until the process says that it can work.
    async fn ready(&mut self) {
        let address = format!("http://{}/readyz", self.web);
        let asked = async {
            while !reqwest::get(&address).await.is_ok_and(|answer| answer.status().is_success()) {
                let ended = self.process.try_wait().expect("a child can be asked");
                assert_eq!(ended, None, "the server does not start: see its log lines above");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(SOON, asked).await.expect("the server gets ready");
    }

    async fn gateway(&self, version: u8) -> Gateway {
        let (gateway, answer) =
            Gateway::connect(self.mqtt, version, "g1", "pw", 60).await.expect("an answer");
        assert_eq!((answer.kind, answer.code()), (CONNACK, 0));
        gateway
    }

    async fn kill(&mut self) {
        self.process.start_kill().expect("a child can be killed");
        let ended = self.process.wait().await.expect("a child that was killed ends");
        assert_eq!(ended.signal(), Some(9), "it lived until it was killed");
    }

    async fn start(&mut self) {
        self.process = serve(&self.city, self.web, self.mqtt);
        self.ready().await;
    }

    /// The numbers of the readings in the table, each with what was measured.
    async fn stored(&self, story: &Story) -> Vec<u32> {
        let question = "select d.code, r.at, r.value from reading r \
            join datastream s on s.id = r.datastream join device d on d.id = s.device order by r.at";
        let rows: Vec<(String, DateTime<Utc>, f64)> =
            sqlx::query_as(question).fetch_all(&self.city.database.owner).await.expect("readings");
        let number = |(device, at, value): (String, DateTime<Utc>, f64)| {
            let number = story.number(at);
            let (underpass, expected) = Story::reading(number);
            assert_eq!((device, value), (format!("U{underpass}"), expected), "reading {number}");
            number
        };
        rows.into_iter().map(number).collect()
    }

    async fn count(&self, table: &str) -> i64 {
        let question = ["select count(*) from ", table].concat();
        sqlx::query_scalar(&question).fetch_one(&self.city.database.owner).await.expect("a count")
    }
}

/// An address that is free, and below the ports from which the machine connects to others: it must still be free when the
/// server comes back.
fn an_address() -> SocketAddr {
    let free = |port| TcpListener::bind(("127.0.0.1", port)).and_then(|listener| listener.local_addr()).ok();
    std::iter::repeat_with(|| rand::rng().random_range(10_000..20_000)).find_map(free).expect("a free port")
}

fn serve(city: &TestCity, web: SocketAddr, mqtt: SocketAddr) -> Child {
    Command::new(env!("CARGO_BIN_EXE_cityhelm"))
        .arg("serve")
        .env_clear()
        .env("DATABASE_URL", &city.database.url)
        .env("CITYHELM_SECRET", std::str::from_utf8(TEST_SECRET).expect("the secret is text"))
        .env("CITYHELM_LISTEN", web.to_string())
        .env("CITYHELM_MQTT_LISTEN", mqtt.to_string())
        .env("CITYHELM_LOG", "warn")
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("the binary starts")
}

#[tokio::test]
async fn a_killed_server_loses_nothing_that_it_acknowledged_and_keeps_nothing_twice() {
    let story = Story { start: SystemClock.now().trunc_subsecs(0) - TimeDelta::seconds(60) };
    let mut notes = Notes::of_everything();
    let mut installation = Installation::open().await;
    for (kill, version) in KILLS.into_iter().zip([5, 4, 5]) {
        let mut gateway = installation.gateway(version).await;
        notes.send(&story, &mut gateway, kill).await;
        installation.kill().await;
        assert_eq!(notes.in_flight.len(), WINDOW, "it is killed in the middle");
        // Acknowledgements that were on their way count.
        gateway.hung_up().await.iter().for_each(|answer| notes.note(answer));
        let stored: BTreeSet<u32> = installation.stored(&story).await.into_iter().collect();
        let lost = notes.acknowledged_readings().filter(|number| !stored.contains(number));
        let lost: Vec<u32> = lost.collect();
        assert_eq!((lost.len(), lost.first()), (0, None), "acknowledged, and lost by kill {kill}");
        installation.start().await;
        notes.begin_again();
    }
    let mut gateway = installation.gateway(4).await;
    notes.send(&story, &mut gateway, usize::MAX).await;

    assert_eq!(notes.acknowledged.len(), notes.messages.len());
    let stored = installation.stored(&story).await;
    let wrong = stored.iter().zip(0..).find(|(stored, expected)| *stored != expected);
    assert_eq!((wrong, stored.len()), (None, READINGS as usize), "every reading once");
    assert_eq!(installation.count("dead_letter").await, 0);
    the_water_is_watched_as_if_nothing_had_happened(&installation, &story).await;
}

/// Each watch stands where all its readings in order lead, and one warning with one event tells of it.
async fn the_water_is_watched_as_if_nothing_had_happened(installation: &Installation, story: &Story) {
    let owner = &installation.city.database.owner;
    let rules = store::rules::all(&mut owner.acquire().await.expect("a connection")).await.expect("rules");
    let question = "select d.code, w.state from watch w join datastream s on s.id = w.datastream \
        join device d on d.id = s.device";
    let watches: Vec<(String, Json<Watch>)> =
        sqlx::query_as(question).fetch_all(owner).await.expect("watches");
    let watches: BTreeMap<String, Watch> = watches.into_iter().map(|(code, watch)| (code, watch.0)).collect();
    assert_eq!(watches.len(), UNDERPASSES as usize);
    for underpass in 0..UNDERPASSES {
        let mut undisturbed = Watch::default();
        undisturbed.fold(&rules[0].rule, story.of(underpass));
        assert_eq!(watches[&format!("U{underpass}")], undisturbed, "U{underpass}");
    }

    let engine = Engine::new(installation.city.db().clone());
    let open = engine.warnings(&installation.duty, WarningFilter::default()).await.expect("warnings").rows;
    let mut told: Vec<_> = open.iter().map(|w| (w.value_at, w.value, w.level)).collect();
    told.sort_by_key(|(at, ..)| *at);
    let last = READINGS - UNDERPASSES..READINGS;
    let expected = last.map(|number| (story.at(number), Story::reading(number).1, Level::Red));
    assert_eq!(told, expected.collect::<Vec<_>>());
    for table in ["warning", "event"] {
        assert_eq!(installation.count(table).await, i64::from(UNDERPASSES), "one {table} an underpass");
    }
}
