//! The live stream: within one's scope, resumed after a cut, ended with the session.

mod front_door;

use domain::actors::Role;
use domain::centres::CentrePath;
use domain::live::Topic;
use front_door::{FrontDoor, SOON, Visitor};
use reqwest::{Method, Response};
use tokio::time::timeout;

/// An open stream and what of it was not read yet.
struct Stream {
    response: Response,
    rest: String,
}

#[derive(Debug, Clone, PartialEq)]
struct Message {
    event: String,
    id: Option<i64>,
    data: String,
}

impl Stream {
    async fn open(visitor: &Visitor, last: Option<i64>) -> Self {
        let mut request = visitor.asks(Method::GET, "/live");
        if let Some(last) = last {
            request = request.header("last-event-id", last.to_string());
        }
        let response = request.send().await.expect("an answer");
        assert_eq!(response.status(), 200);
        Self { response, rest: String::new() }
    }

    /// The next message; none when the stream has ended.
    async fn next(&mut self) -> Option<Message> {
        loop {
            if let Some(end) = self.rest.find("\n\n") {
                let block: String = self.rest.drain(..end + 2).collect();
                let field = |name: &str| block.lines().find_map(|l| l.strip_prefix(name)).map(str::to_owned);
                let message = Message {
                    event: field("event: ").unwrap_or_default(),
                    id: field("id: ").and_then(|id| id.parse().ok()),
                    data: field("data: ").unwrap_or_default(),
                };
                if message.event.is_empty() {
                    continue;
                }
                return Some(message);
            }
            let chunk =
                timeout(SOON, self.response.chunk()).await.expect("the stream says something in time");
            self.rest.push_str(std::str::from_utf8(&chunk.ok()??).expect("the stream is UTF-8"));
        }
    }

    /// Messages until the first of this kind, that one included.
    async fn until(&mut self, event: &str) -> Vec<Message> {
        let mut heard = Vec::new();
        while let Some(message) = self.next().await {
            let found = message.event == event;
            heard.push(message);
            if found {
                return heard;
            }
        }
        panic!("the stream ended before `{event}`; it said {heard:?}");
    }

    async fn ends(mut self) {
        while self.next().await.is_some() {}
    }
}

async fn happens(door: &FrontDoor, row: i64, paths: &[&CentrePath]) {
    let mut tx = door.city.db().tick().await.expect("a transaction");
    store::live::announce(&mut tx, Topic::Events, row, paths).await.expect("a change");
    tx.commit().await.expect("a commit");
}

/// Waits until the server hears changes: its listener says so by a heartbeat after it connected.
async fn heard(door: &FrontDoor, visitor: &Visitor, path: &CentrePath) {
    let mut probe = Stream::open(visitor, None).await;
    for row in 1_000_000.. {
        happens(door, row, &[path]).await;
        if timeout(std::time::Duration::from_secs(1), probe.until("change")).await.is_ok() {
            return;
        }
    }
}

#[tokio::test]
async fn a_change_reaches_those_whose_scope_it_concerns() {
    let door = FrontDoor::open().await;
    let city = door.enter("leader", "500000", Role::CityLeader).await;
    let inside = door.enter("inside", "500106", Role::DistrictDuty).await;
    let outside = door.enter("outside", "500107", Role::DistrictDuty).await;
    let here = door.city.centre("500106003").await.path;
    let there = door.city.centre("500107001").await.path;
    heard(&door, &city, &here).await;

    let mut streams = [
        Stream::open(&city, None).await,
        Stream::open(&inside, None).await,
        Stream::open(&outside, None).await,
    ];
    for stream in &mut streams {
        stream.until("heartbeat").await;
    }
    happens(&door, 1, &[&here]).await;
    happens(&door, 2, &[&there, &here]).await;
    happens(&door, 3, &[&there]).await;
    let rows = |messages: &[Message]| -> Vec<(i64, usize)> {
        let read = |m: &Message| serde_json::from_str::<domain::live::Change>(&m.data).expect("a change");
        let changes = messages.iter().filter(|m| m.event == "change").map(read);
        changes.filter(|c| c.row < Some(1000)).map(|c| (c.row.expect("a row"), c.paths.len())).collect()
    };
    let [mut city, mut inside, mut outside] = streams;
    let mut told = Vec::new();
    while rows(&told).len() < 3 {
        told.extend(city.until("change").await);
    }
    assert_eq!(rows(&told), [(1, 1), (2, 2), (3, 1)]);
    let mut told = Vec::new();
    while rows(&told).len() < 2 {
        told.extend(inside.until("change").await);
    }
    assert_eq!(rows(&told), [(1, 1), (2, 1)], "and of a shared one only their own part");
    let mut told = Vec::new();
    while rows(&told).len() < 2 {
        told.extend(outside.until("change").await);
    }
    assert_eq!(rows(&told), [(2, 1), (3, 1)]);
}

#[tokio::test]
async fn a_cut_stream_is_resumed_where_it_ended() {
    let door = FrontDoor::open().await;
    let duty = door.enter("duty", "500106", Role::DistrictDuty).await;
    let here = door.city.centre("500106003").await.path;
    heard(&door, &duty, &here).await;
    let mut stream = Stream::open(&duty, None).await;
    happens(&door, 1, &[&here]).await;
    let last = loop {
        let heard = stream.until("change").await;
        let message = heard.last().expect("a change");
        if message.data.contains("\"row\":1,") {
            break message.id;
        }
    };
    drop(stream);
    for row in 2..=4 {
        happens(&door, row, &[&here]).await;
    }
    let mut stream = Stream::open(&duty, last).await;
    let missed = stream.until("heartbeat").await;
    for row in 2..=4 {
        assert!(
            missed.iter().any(|m| m.data.contains(&format!("\"row\":{row},"))),
            "{row} is missing in {missed:?}"
        );
    }
    assert!(missed.iter().all(|m| m.event != "reset"));
    let mut stream = Stream::open(&duty, Some(last.expect("a number") - 10_000)).await;
    let missed = stream.until("heartbeat").await;
    assert!(
        missed.iter().any(|m| m.event == "reset"),
        "what is forgotten is not known: ask everything again"
    );
}

#[tokio::test]
async fn a_stream_ends_with_its_session_or_post() {
    let door = FrontDoor::open().await;
    let desk = door.enter("wang", "500106", Role::DistrictDuty).await;
    let phone = door.signed_in("wang").await;
    let other = door.enter("li", "500106", Role::DistrictDuty).await;
    let post = door.employs("zhang", "500106", Role::DistrictDuty).await.post;
    let removed = door.signed_in("zhang").await;

    let on_phone = Stream::open(&phone, None).await;
    let mut of_other = Stream::open(&other, None).await;
    desk.posts("/sign-out-everywhere", &[]).await;
    timeout(std::time::Duration::from_secs(5), on_phone.ends())
        .await
        .expect("revoked: closed within five seconds");

    let of_removed = Stream::open(&removed, None).await;
    door.city.end_post(post).await;
    timeout(std::time::Duration::from_secs(5), of_removed.ends())
        .await
        .expect("no post: closed within five seconds");

    // The other's is still there and told.
    of_other.until("heartbeat").await;
    let signed_out = Stream::open(&other, None).await;
    other.posts("/sign-out", &[]).await;
    timeout(std::time::Duration::from_secs(5), signed_out.ends())
        .await
        .expect("signed out: closed within five seconds");
}

#[tokio::test]
async fn nobody_listens_without_a_session_and_without_a_view_of_the_city_one_hears_the_time_alone() {
    let door = FrontDoor::open().await;
    assert_eq!(door.visitor().gets("/live").await.status(), 401);
    let auditor = door.enter("auditor", "500000", Role::Auditor).await;
    let leader = door.enter("leader", "500000", Role::CityLeader).await;
    let city = door.city.centre("500000").await.path;
    heard(&door, &leader, &city).await;
    let (mut seeing, mut quiet) = (Stream::open(&leader, None).await, Stream::open(&auditor, Some(1)).await);
    happens(&door, 1, &[&city]).await;
    seeing.until("change").await;
    // The first heartbeat opens the stream, the second comes after the change.
    let told = [quiet.until("heartbeat").await, quiet.until("heartbeat").await].concat();
    assert!(told.iter().all(|message| message.event == "heartbeat"), "{told:?}");
}
