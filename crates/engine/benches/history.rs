//! What a list, a count and a search cost in a city with a hundred times the history: `make bench`.
//!
//! Every question goes through the engine, as a page asks it, behind row-level security. `CITYHELM_BENCH_EVENTS` says how many
//! cases the long history has (26,000,000 unless said), beside 260,000; both lie over the same three years, with the same ten
//! thousand open. Prints medians and their ratio; what they should be is for the reader to judge.

use std::time::Instant;

use domain::EventId;
use domain::actors::{Actor, Role};
use domain::cockpit::CockpitDesk as _;
use domain::events::{EventDesk as _, EventFilter, EventState};
use domain::pages::Page;
use domain::time::{Lamp, in_city};
use engine::Engine;
use store::testing::TestCity;

const SHORT: i64 = 260_000;
const LONG: i64 = 26_000_000;
const ROUNDS: usize = 101;

const CITY: &str = "500000";
const DISTRICT: &str = "510007";
const TOWNSHIP: &str = "5100070006";

struct History {
    engine: Engine,
    city: Actor,
    district: Actor,
    township: Actor,
    /// A case in the middle of it, of the township.
    past: EventId,
    /// Its number, and the city day it was reported on.
    number: String,
    day: String,
    /// The key of a page in the middle of the district's list.
    deep: String,
}

/// Whose desk asks.
#[derive(Clone, Copy)]
enum Of {
    City,
    District,
    Township,
}

enum Question {
    List(Of, EventFilter),
    Case(Of),
    Ribbon(Of),
    Strip(Of),
    Worst(Of),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "a benchmark's size is no setting of the product")]
    let long = std::env::var("CITYHELM_BENCH_EVENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(LONG);
    let (short, long) = (written(SHORT).await?, written(long).await?);
    println!("\n{:<58} {:>11} {:>11} {:>6}", "median of 101, in ms", "short", "long", "ratio");
    let mut over = 0;
    for (name, ask) in questions() {
        let (mut at_short, mut at_long) = (Vec::new(), Vec::new());
        let mut rows = (0, 0);
        // In turn, so that whatever else the machine does falls on both.
        for _ in 0..=ROUNDS {
            rows = (short.timed(&ask, &mut at_short).await?, long.timed(&ask, &mut at_long).await?);
        }
        let (at_short, at_long) = (median(at_short), median(at_long));
        let ratio = at_long / at_short;
        over += usize::from(ratio > 1.2);
        println!("{name:<58} {at_short:>11.2} {at_long:>11.2} {ratio:>6.2}   {} and {} rows", rows.0, rows.1);
    }
    println!("{over} of {} took more than 1.2 times as long", questions().len());
    Ok(())
}

fn questions() -> Vec<(&'static str, Question)> {
    use Of::{City, District, Township};
    use Question::{Case, List, Ribbon, Strip, Worst};
    let open = EventFilter::default;
    let all = || EventFilter { all: true, ..open() };
    let words = |search: &str| EventFilter { search: search.into(), ..all() };
    vec![
        ("inbox: what is open in the city", List(City, open())),
        ("inbox: what is open in a district", List(District, open())),
        ("inbox: what is open in a township", List(Township, open())),
        (
            "inbox: what is late in a district",
            List(District, EventFilter { lamp: Some(Lamp::Red), ..open() }),
        ),
        ("inbox: all of the city, with what is over", List(City, all())),
        ("inbox: all of a district, with what is over", List(District, all())),
        ("inbox: all of a township, with what is over", List(Township, all())),
        (
            "inbox: a page deep in a district's history",
            List(District, EventFilter { after: Some(DEEP.into()), ..all() }),
        ),
        (
            "inbox: what was void in a district",
            List(District, EventFilter { state: Some(EventState::Void), ..open() }),
        ),
        (
            "inbox: one category of the city, with what is over",
            List(City, EventFilter { category: Some("c7".into()), ..all() }),
        ),
        ("one case of long ago", Case(District)),
        ("counters: the city", Ribbon(City)),
        ("counters: a district", Ribbon(District)),
        ("counters: a township", Ribbon(Township)),
        ("counters: the city's districts side by side", Strip(City)),
        ("counters: a district's townships side by side", Strip(District)),
        ("cockpit: the city's latest cases", Worst(City)),
        ("search: 路灯 in the city, one case in 40", List(City, words("路灯"))),
        ("search: 积水 in the city, one case in 500", List(City, words("积水"))),
        (
            "search: 积水 among the city's open cases",
            List(City, EventFilter { search: "积水".into(), ..open() }),
        ),
        ("search: 塌陷 in the city, one case in 20,000", List(City, words("塌陷"))),
        ("search: 桥梁 沙坪, two words, in the city", List(City, words("桥梁 沙坪"))),
        ("search: 积水 in a district", List(District, words("积水"))),
        ("search: 塌陷 in a district", List(District, words("塌陷"))),
        ("search: a word that stands in no case", List(City, words("鲸鱼"))),
        ("search: a case's number", List(District, words(NUMBER))),
        ("search: the last digits of a number", List(City, words(DIGITS))),
        (
            "search: a place and a day of long ago",
            List(Township, EventFilter { from: DAY.into(), to: DAY.into(), ..all() }),
        ),
        (
            "search: 路灯 in a district on a day of long ago",
            List(District, EventFilter { from: DAY.into(), to: DAY.into(), ..words("路灯") }),
        ),
    ]
}

/// Stand for what each history has of its own.
const DEEP: &str = "deep";
const NUMBER: &str = "number";
const DIGITS: &str = "digits";
const DAY: &str = "day";

async fn written(events: i64) -> anyhow::Result<History> {
    let start = Instant::now();
    let city = TestCity::with_history(events).await;
    println!("{events} cases are there after {:.0} s", start.elapsed().as_secs_f64());
    let engine = Engine::new(city.db().clone());
    let township = city.person("township").of(TOWNSHIP).as_(Role::TownshipStaff).await;
    let day = in_city(engine.now() - chrono::Duration::days(540)).date_naive().to_string();
    let until = EventFilter { centre: DISTRICT.into(), all: true, to: day.clone(), ..EventFilter::default() };
    let mut history = History {
        city: city.person("city").as_(Role::CityDuty).await,
        district: city.person("district").of(DISTRICT).as_(Role::DistrictDuty).await,
        township,
        engine,
        past: EventId(0),
        number: String::new(),
        deep: String::new(),
        day,
    };
    let page = history
        .engine
        .events(&history.district, until)
        .await
        .map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
    let case = page.rows.first().ok_or_else(|| anyhow::anyhow!("the district has a history"))?;
    history.past = case.id;
    history.number.clone_from(&case.number);
    history.deep = page.next.unwrap_or_default();
    Ok(history)
}

impl History {
    fn who(&self, of: Of) -> (&Actor, String) {
        match of {
            Of::City => (&self.city, CITY.to_owned()),
            Of::District => (&self.district, DISTRICT.to_owned()),
            Of::Township => (&self.township, TOWNSHIP.to_owned()),
        }
    }

    fn own(&self, filter: &EventFilter, centre: String) -> EventFilter {
        let day = |text: &String| if text == DAY { self.day.clone() } else { text.clone() };
        let search = match filter.search.as_str() {
            NUMBER => self.number.clone(),
            DIGITS => self.number.rsplit('-').next().unwrap_or_default().to_owned(),
            other => other.to_owned(),
        };
        let after = filter.after.as_ref().map(|_| self.deep.clone());
        EventFilter { centre, search, after, from: day(&filter.from), to: day(&filter.to), ..filter.clone() }
    }

    /// Asks, notes how long it took, and says how many rows came.
    async fn timed(&self, question: &Question, times: &mut Vec<f64>) -> anyhow::Result<usize> {
        let start = Instant::now();
        let rows = match question {
            Question::List(of, filter) => {
                let (who, centre) = self.who(*of);
                self.engine.events(who, self.own(filter, centre)).await.map(|page: Page<_>| page.rows.len())
            }
            Question::Case(of) => self.engine.event(self.who(*of).0, self.past).await.map(|_| 1),
            Question::Ribbon(of) => {
                let (who, centre) = self.who(*of);
                self.engine.ribbon(who, centre).await.map(|_| 1)
            }
            Question::Strip(of) => {
                let (who, centre) = self.who(*of);
                self.engine.strip(who, centre).await.map(|tiles| tiles.len())
            }
            Question::Worst(of) => {
                let (who, centre) = self.who(*of);
                self.engine.front_events(who, centre, 8).await.map(|rows| rows.len())
            }
        };
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        rows.map_err(|fault| anyhow::anyhow!("{fault:?}"))
    }
}

/// The middle of all but the first, which warms up.
fn median(mut times: Vec<f64>) -> f64 {
    times.remove(0);
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
