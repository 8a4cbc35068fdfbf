//! Two hundred officers at work at once, each signed in with a page's live stream open, against the real server: `make bench`.
//!
//! They think for one to three seconds, open a list, a case, an order or the cockpit, move a case on, sign for an order or report
//! progress. `CITYHELM_BENCH_OFFICERS` says how many (200 unless said), `CITYHELM_BENCH_SECONDS` how long (300). Prints for each
//! kind of request how many there were, the median, the 99th of a hundred, the longest, what failed, and what was refused
//! because a colleague had been there before; what they should be is for the reader to judge.

#[path = "officers/city.rs"]
mod city;
#[path = "officers/officer.rs"]
mod officer;
#[path = "officers/page.rs"]
mod page;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use city::City;
use officer::{Kind, Noted, Officer, Outcome};
use tokio::task::JoinSet;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let (officers, seconds) =
        (setting("CITYHELM_BENCH_OFFICERS", 200), setting("CITYHELM_BENCH_SECONDS", 300));
    let city = City::open().await?;
    let accounts = city.accounts(usize::try_from(officers)?).await?;
    println!("{} officers sign in", accounts.len());
    let start = Instant::now();
    // One after the other: from one address, so many tries at the same moment look like somebody who guesses passwords.
    let mut officers = Vec::new();
    for (nth, account) in (0..).zip(accounts) {
        officers.push(Officer::come(city.address.clone(), account, nth).await?);
    }
    println!("all are signed in after {:.1} s and work for {seconds} s", start.elapsed().as_secs_f64());

    let (start, end) = (Instant::now(), Instant::now() + Duration::from_secs(seconds));
    let mut working = JoinSet::new();
    for officer in officers {
        working.spawn(officer.work_until(end));
    }
    let noted: Vec<Noted> = working.join_all().await.into_iter().flatten().collect();
    print(&noted, start.elapsed());
    city.close().await
}

fn setting(name: &str, usual: u64) -> u64 {
    #[expect(clippy::disallowed_methods, reason = "a benchmark's size is no setting of the product")]
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[expect(clippy::cast_precision_loss, reason = "a few minutes hold far fewer requests than 2^52")]
fn print(noted: &[Noted], took: Duration) {
    let mut by_kind: BTreeMap<Kind, Vec<&Noted>> = BTreeMap::new();
    for one in noted {
        by_kind.entry(one.kind).or_default().push(one);
    }
    println!(
        "\n{:<28} {:>7} {:>8} {:>8} {:>9} {:>7} {:>8}",
        "ms", "n", "p50", "p99", "longest", "failed", "refused"
    );
    for (kind, of_kind) in &by_kind {
        row(kind.words(), of_kind);
    }
    let pages: Vec<&Noted> = noted.iter().filter(|one| one.kind != Kind::Stream).collect();
    row("all requests", &pages);
    println!("{:.0} requests a second", pages.len() as f64 / took.as_secs_f64());
    let mut failures: BTreeMap<&str, usize> = BTreeMap::new();
    for one in noted {
        if let Outcome::Failed(why) = &one.outcome {
            *failures.entry(why).or_default() += 1;
        }
    }
    for (why, times) in failures {
        println!("failed {times} times: {why}");
    }
}

fn row(words: &str, noted: &[&Noted]) {
    let mut times: Vec<f64> = noted.iter().map(|one| one.took.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| {
        times.get((times.len() * percent / 100).min(times.len() - 1)).copied().unwrap_or_default()
    };
    let count = |wanted: fn(&Outcome) -> bool| noted.iter().filter(|one| wanted(&one.outcome)).count();
    println!(
        "{words:<28} {:>7} {:>8.1} {:>8.1} {:>9.1} {:>7} {:>8}",
        noted.len(),
        at(50),
        at(99),
        at(100),
        count(|outcome| matches!(outcome, Outcome::Failed(_))),
        count(|outcome| *outcome == Outcome::Refused),
    );
}
