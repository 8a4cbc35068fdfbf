//! How long a search takes that two characters ask for, beside the scan it replaces: `make bench`.
//!
//! `CITYHELM_BENCH_EVENTS` says among how many cases (300,000 unless said); the words are drawn from some 2,000 characters, as
//! titles are. Prints times and their ratio; what they should be is for the reader to judge.

use std::time::Instant;

use sqlx::PgPool;
use store::testing::TestDatabase;

const ROUNDS: u32 = 5;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    #[expect(clippy::disallowed_methods, reason = "a benchmark's size is no setting of the product")]
    let many: i64 =
        std::env::var("CITYHELM_BENCH_EVENTS").ok().and_then(|n| n.parse().ok()).unwrap_or(300_000);
    let database = TestDatabase::create().await;
    let owner = &database.owner;
    sqlx::raw_sql(include_str!("search/city.sql")).execute(owner).await.expect("a city");
    let start = Instant::now();
    sqlx::query(include_str!("search/events.sql")).bind(many).execute(owner).await.expect("cases");
    sqlx::raw_sql("vacuum analyze event").execute(owner).await.expect("statistics");
    println!("{many} cases written in {:.0} s", start.elapsed().as_secs_f64());
    for words in ["积水", "桥梁 沙坪"] {
        let scan = timed(owner, include_str!("search/scan.sql"), words).await;
        let index = timed(owner, include_str!("search/index.sql"), words).await;
        println!("{words}: scan {scan:8.1} ms, by pairs {index:8.2} ms, {:.0} times as fast", scan / index);
    }
}

/// Milliseconds of the fastest round.
async fn timed(owner: &PgPool, question: &str, words: &str) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let rows: Vec<i64> =
            sqlx::query_scalar(question).bind(words).persistent(false).fetch_all(owner).await.expect("rows");
        best = best.min(start.elapsed().as_secs_f64() * 1000.0);
        assert!(rows.len() <= 51, "a page at most");
    }
    best
}
