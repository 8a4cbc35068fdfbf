//! Every way into the server × every role × inside and outside its scope, against the table `access/table.csv`.
//!
//! The doors come from the router itself: one that has no line in the table fails, and so does a line without a door. A cell says
//! what happens to somebody of that role inside and outside their scope:
//! `ok` they may (whatever the answer then is), `no` their post may not (403), `hidden` it is not there for them (404),
//! `out` nobody is signed in (401, or sent to sign in). `INSTA_UPDATE=always` writes the cells as they are, to be read and judged.

mod front_door;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use domain::actors::Role;
use front_door::{FrontDoor, PASSWORD, Visitor, place};
use reqwest::Method;
use reqwest::multipart::Form;
use server::http::doors;

/// Where each role stands. The city's have nothing outside.
fn centre_of(role: Role) -> &'static str {
    match role {
        Role::CityLeader | Role::CityDuty | Role::SystemAdmin | Role::SecurityAdmin | Role::Auditor => {
            "500000"
        }
        Role::DistrictDirector | Role::DistrictDuty | Role::LaneOwner => "500106",
        Role::TownshipDirector | Role::TownshipStaff | Role::OtherSystem => "500106003",
    }
}

/// A line of the table.
struct Line {
    method: String,
    path: String,
    /// Query, form or multipart fields, with `{names}` for what lies inside or outside; and what the path's own names are.
    ask: String,
    cells: Vec<String>,
}

impl Line {
    fn with(&self, cells: &[String]) -> String {
        [&self.method, &self.path, &self.ask, &cells.join(",")].map(String::as_str).join(",")
    }
}

/// What a cell says of what happened inside and outside.
fn cell((within, without): &(String, String)) -> String {
    if within == without { within.clone() } else { format!("{within}/{without}") }
}

#[expect(clippy::disallowed_methods, reason = "how snapshots are renewed everywhere")]
fn renews() -> bool {
    std::env::var("INSTA_UPDATE").is_ok_and(|v| v == "always")
}

const NOTE: &str = "# method,path,ask (names of the path = what they are | query, form or multipart:fields),then a cell a role: \
    inside/outside its scope";

fn table() -> (Vec<String>, Vec<Line>) {
    let text = include_str!("access/table.csv");
    let mut lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let head =
        lines.next().expect("the table has a head").split(',').map(str::to_owned).skip(3).collect::<Vec<_>>();
    let lines = lines.map(|line| {
        let mut parts = line.split(',').map(str::to_owned);
        let mut next = || parts.next().expect("a line has a method, a path and what is asked");
        let (method, path, ask) = (next(), next(), next());
        Line { method, path, ask, cells: parts.collect() }
    });
    (head, lines.collect())
}

/// Puts what lies inside or outside in the place of names.
fn filled(text: &str, names: &BTreeMap<String, String>) -> String {
    names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Sends what a line asks and says what became of it, in the words of the table.
async fn outcome(visitor: &Visitor, line: &Line, names: &BTreeMap<String, String>) -> String {
    // `{id}` in a path is whatever the line says `:` it is.
    let (own, ask) = line.ask.split_once('|').unwrap_or(("", &line.ask));
    let mut names = names.clone();
    for pair in own.split(' ').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').expect("a path's name and what it is");
        names.insert(name.to_owned(), filled(value, &names));
    }
    let (path, ask) = (filled(&line.path, &names), filled(ask, &names));
    let method: Method = line.method.parse().expect("a method");
    let fields = || {
        ask.split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .collect::<Vec<_>>()
    };
    let request = if method == Method::GET {
        let query = if ask.is_empty() { String::new() } else { format!("?{ask}") };
        visitor.asks(method, &format!("{path}{query}"))
    } else if let Some(fields) = ask.strip_prefix("multipart:") {
        let fields = fields.split('&').filter_map(|pair| pair.split_once('='));
        let form = fields.fold(Form::new(), |form, (k, v)| form.text(k.to_owned(), v.to_owned()));
        visitor.asks(method, &path).multipart(form)
    } else {
        visitor.asks(method, &path).form(&fields())
    };
    let is_page = line.method == "GET" && !path.starts_with("/api/");
    let request = if is_page { request.header("accept", "text/html") } else { request };
    let mut response = request.send().await.expect("an answer");
    let to = place(&response);
    let status = response.status().as_u16();
    // A stream has no end: its beginning says enough.
    let words = match response.chunk().await {
        Ok(Some(bytes)) => String::from_utf8_lossy(&bytes).chars().take(300).collect(),
        _ => String::new(),
    };
    match status {
        401 => "out".to_owned(),
        303 if to.starts_with("/sign-in?to=") => "out".to_owned(),
        403 => "no".to_owned(),
        404 => "hidden".to_owned(),
        500.. => format!("{status} {words}"),
        _ => "ok".to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_the_right_person_gets_in() {
    let door = FrontDoor::open().await;
    door.catalogue().await;
    let mut roles: Vec<(String, Visitor)> = vec![("nobody".to_owned(), door.visitor())];
    for role in Role::ALL.iter().filter(|role| role.is_held_by_people()) {
        roles.push((role.to_string(), door.enter(role.as_str(), centre_of(*role), *role).await));
    }
    let inside = door.site("500106", "500106003").await;
    let outside = door.site("500107", "500107001").await;

    let (head, lines) = table();
    let names: Vec<&str> = roles.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(head, names, "the table has a column a role, in order");
    let mut faults = String::new();
    let listed: BTreeSet<_> = doors(&door.server).list().into_iter().map(|d| (d.method, d.path)).collect();
    let told: BTreeSet<_> = lines.iter().map(|l| (l.method.clone(), l.path.clone())).collect();
    for (method, path) in listed.difference(&told) {
        writeln!(faults, "{method} {path} has no line in the table").expect("a string");
    }
    for (method, path) in told.difference(&listed) {
        writeln!(faults, "the table has a line for {method} {path}, which is no way in").expect("a string");
    }
    // Each role goes through the whole table by itself, all roles at once.
    let mut walks = Vec::new();
    for (name, visitor) in &roles {
        let (lines, inside, outside) = (&lines, &inside, &outside);
        walks.push(async move {
            let mut found = Vec::new();
            for line in lines {
                let within = outcome(visitor, line, inside).await;
                let without = outcome(visitor, line, outside).await;
                // Whoever signed out comes back in for the next line.
                if line.path.starts_with("/sign-") && name != "nobody" {
                    visitor.sign_in(name, PASSWORD).await;
                }
                found.push((within, without));
            }
            found
        });
    }
    let found = futures::future::join_all(walks).await;
    let found: Vec<Vec<String>> =
        (0..lines.len()).map(|n| found.iter().map(|of_role| cell(&of_role[n])).collect::<Vec<_>>()).collect();
    if renews() {
        let head = format!("{NOTE}\nmethod,path,ask,{}\n", head.join(","));
        let rows = lines.iter().zip(&found).map(|(line, cells)| line.with(cells) + "\n");
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/access/table.csv");
        std::fs::write(path, head + &rows.collect::<String>()).expect("the table can be written");
        return;
    }
    for (line, cells) in lines.iter().zip(&found).filter(|(line, cells)| **cells != line.cells) {
        let should = line.cells.iter().map(Some).chain(std::iter::repeat(None));
        let wrong = names.iter().zip(cells).zip(should).filter(|((_, is), should)| Some(*is) != *should);
        let wrong: Vec<String> = wrong.map(|((role, is), _)| format!("{role}: {is}")).collect();
        writeln!(faults, "{} {}: {}", line.method, line.path, wrong.join("; ")).expect("a string");
        writeln!(faults, "  as it is: {}", line.with(cells)).expect("a string");
    }
    assert!(faults.is_empty(), "\n{faults}");
}
