//! Somebody at work: reads, thinks, does.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::ensure;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};
use reqwest::header::{LOCATION, ORIGIN, REFERER};
use reqwest::multipart::Form;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode};

use crate::city::Account;
use crate::page::{self, Deed};

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What the officer owes.
    Owed,
    /// The cases of their centre that are open.
    Cases,
    /// One case.
    Case,
    /// The orders of their centre.
    Orders,
    /// One order.
    Order,
    /// The cockpit of their centre.
    Cockpit,
    /// A case moved on or a part signed for.
    Step,
    /// Progress reported.
    Progress,
    /// The live stream, which stays open. How long it did is no time of an answer.
    Stream,
}

impl Kind {
    /// As the table says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Owed => "what one owes",
            Self::Cases => "the list of cases",
            Self::Case => "a case",
            Self::Orders => "the list of orders",
            Self::Order => "an order",
            Self::Cockpit => "the cockpit",
            Self::Step => "a step made (form)",
            Self::Progress => "progress reported (form)",
            Self::Stream => "live streams that broke",
        }
    }
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Done,
    /// A colleague was there before, or the case does not allow it any more.
    Refused,
    /// No answer, or one that no officer should see.
    Failed(String),
}

/// A request as it went.
#[derive(Debug, Clone)]
pub struct Noted {
    /// What.
    pub kind: Kind,
    /// Until the last byte.
    pub took: Duration,
    /// And how.
    pub outcome: Outcome,
}

/// Somebody who is signed in.
pub struct Officer {
    client: Client,
    address: String,
    centre: String,
    role: String,
    chance: StdRng,
    cases: Vec<u64>,
    orders: Vec<u64>,
    /// The page that led to these cases.
    cases_of: String,
    /// The page before their eyes, and what can be done on it.
    at: String,
    deeds: Vec<Deed>,
    noted: Vec<Noted>,
}

impl Officer {
    /// Signs in, as the nth of all.
    pub async fn come(address: String, account: Account, nth: u64) -> anyhow::Result<Self> {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build()?;
        let form = [("login", &account.login), ("password", &account.password)];
        let url = [&address, "/sign-in"].concat();
        let answer = client
            .post(url)
            .header(ORIGIN, &address)
            .header("accept", "text/html")
            .form(&form)
            .send()
            .await?;
        ensure!(
            answer.status() == StatusCode::SEE_OTHER && place(&answer) == "/",
            "{} ({}) is not let in: {} {}",
            account.login,
            account.role,
            answer.status(),
            place(&answer)
        );
        Ok(Self {
            client,
            address,
            centre: account.centre,
            role: account.role,
            // The same officers do the same in every run, as far as the city lets them.
            chance: StdRng::seed_from_u64(nth),
            cases: Vec::new(),
            orders: Vec::new(),
            cases_of: String::new(),
            at: String::new(),
            deeds: Vec::new(),
            noted: Vec::new(),
        })
    }

    /// Works until then; tells how every request went.
    pub async fn work_until(mut self, end: Instant) -> Vec<Noted> {
        let broken = Arc::new(Mutex::new(Vec::new()));
        let listening = tokio::spawn(listen(self.client.clone(), self.address.clone(), broken.clone()));
        self.think(0).await;
        while Instant::now() < end {
            self.do_something().await;
            self.think(1000).await;
        }
        listening.abort();
        if let Ok(broken) = broken.lock() {
            self.noted.extend(broken.iter().cloned());
        }
        self.noted
    }

    /// From so many milliseconds to two seconds more.
    async fn think(&mut self, least: u64) {
        let pause = self.chance.random_range(least..least + 2000);
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }

    async fn do_something(&mut self) {
        if self.chance.random_ratio(1, 4)
            && let Some(deed) = self.deeds.choose(&mut self.chance).cloned()
        {
            return self.does(deed).await;
        }
        let case = self.cases.choose(&mut self.chance).copied();
        let order = self.orders.choose(&mut self.chance).copied();
        let centre = self.centre.clone();
        let (kind, path) = match (self.chance.random_range(0..100), case, order) {
            (0..20, ..) => (Kind::Owed, "/owed".to_owned()),
            (20..50, Some(case), _) => (Kind::Case, format!("/events/{case}")),
            (50..70, _, Some(order)) => (Kind::Order, format!("/orders/{order}")),
            (70..83, ..) => (Kind::Cockpit, format!("/c/{centre}")),
            (50..70 | 83..91, ..) => (Kind::Orders, format!("/orders?centre={centre}")),
            _ => (Kind::Cases, format!("/events?centre={centre}")),
        };
        self.opens(kind, &path).await;
    }

    /// Opens a page as a browser does that has nothing yet: complete HTML.
    async fn opens(&mut self, kind: Kind, path: &str) {
        let request = self.client.get([&self.address, path].concat()).header("accept", "text/html");
        let Some((status, _, html)) = self.noting(kind, request).await else { return };
        if status != StatusCode::OK {
            let from = if kind == Kind::Case { self.cases_of.as_str() } else { "" };
            let role = &self.role;
            return self.failed(format!("{} for {path} by {role} from {from}", status.as_u16()));
        }
        let (cases, orders) = (page::links(&html, "/events"), page::links(&html, "/orders"));
        if !cases.is_empty() {
            self.cases = cases;
            path.clone_into(&mut self.cases_of);
        }
        if !orders.is_empty() {
            self.orders = orders;
        }
        self.deeds = page::deeds(&html);
        path.clone_into(&mut self.at);
    }

    async fn does(&mut self, deed: Deed) {
        let (kind, to) = match &deed {
            Deed::Step(to, _) => (Kind::Step, *to),
            Deed::Progress(_) => (Kind::Progress, page::PROGRESS),
        };
        let request = self
            .client
            .post([&self.address, to].concat())
            .header(ORIGIN, &self.address)
            .header(REFERER, [self.address.as_str(), &self.at].concat())
            .header("accept", "text/html");
        let request = match deed {
            Deed::Step(_, fields) => request.form(&fields),
            Deed::Progress(fields) => {
                let percent = self.chance.random_range(1..=9) * 10;
                let form = Form::new().text("percent", percent.to_string()).text("note", "现场处置中");
                request.multipart(fields.into_iter().fold(form, |form, (name, value)| form.text(name, value)))
            }
        };
        self.deeds.clear();
        let Some((status, to, _)) = self.noting(kind, request).await else { return };
        if !status.is_redirection() {
            self.failed(format!("{} for {}", status.as_u16(), kind.words()));
        } else if to.contains("__err") {
            self.ended(Outcome::Refused);
        }
    }

    /// Sends, reads to the end, and notes how long it took.
    async fn noting(&mut self, kind: Kind, request: RequestBuilder) -> Option<(StatusCode, String, String)> {
        let start = Instant::now();
        let answer = async {
            let answer = request.send().await?;
            let (status, to) = (answer.status(), place(&answer));
            Ok::<_, reqwest::Error>((status, to, answer.text().await?))
        };
        let answer = answer.await;
        self.noted.push(Noted { kind, took: start.elapsed(), outcome: Outcome::Done });
        answer.map_err(|error| self.failed(format!("{} for {}", error.without_url(), kind.words()))).ok()
    }

    fn failed(&mut self, why: String) {
        self.ended(Outcome::Failed(why));
    }

    fn ended(&mut self, outcome: Outcome) {
        if let Some(last) = self.noted.last_mut() {
            last.outcome = outcome;
        }
    }
}

/// Keeps the page's live stream open; a stream that ends is a fault.
async fn listen(client: Client, address: String, broken: Arc<Mutex<Vec<Noted>>>) {
    loop {
        let start = Instant::now();
        let why = match client.get([&address, "/live"].concat()).send().await {
            Ok(mut answer) if answer.status() == StatusCode::OK => {
                while let Ok(Some(_)) = answer.chunk().await {}
                "a live stream ended".to_owned()
            }
            Ok(answer) => format!("{} for a live stream", answer.status().as_u16()),
            Err(error) => format!("{} for a live stream", error.without_url()),
        };
        if let Ok(mut broken) = broken.lock() {
            broken.push(Noted { kind: Kind::Stream, took: start.elapsed(), outcome: Outcome::Failed(why) });
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
}

/// Where an answer sends its reader.
fn place(answer: &Response) -> String {
    answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
}
