//! A city with a long history of cases, written in bulk: `TestCity::with_history(26_000_000)`.
//!
//! Its statements lie beside it and not with the queries: they make and drop what they need on the way.

use std::sync::Mutex;

use sqlx::postgres::PgConnection;

use super::{CITY, TestCity, TestDatabase};
use domain::centres::Tier;

/// Cases that one statement writes.
const CHUNK: i64 = 200_000;
/// Chinese cities have 1,031 townships in 39 districts, at least the one this is built for.
const TOWNSHIPS: i32 = 1031;
const DISTRICTS: i32 = 39;

impl TestCity {
    /// A city of 39 districts and 1,031 townships with so many cases of three years, the latest ten thousand open, and the counts
    /// that belong to them. A server that keeps such a city from a run before is asked for it: at 26 million it takes its time.
    ///
    /// # Panics
    /// When there is no test server, saying how to get one, or when its disk is full.
    pub async fn with_history(events: i64) -> Self {
        let (database, new) = TestDatabase::kept_as(&format!("history_{events}")).await;
        let city = Self { database };
        if new {
            city.build(CITY, CITY, Tier::City, None).await;
            city.many_townships(TOWNSHIPS, DISTRICTS).await;
            city.write_history(events).await;
            city.database.keep().await;
        }
        city
    }

    async fn write_history(&self, events: i64) {
        self.said(include_str!("history/ground.sql")).await;
        let chunks = (0..events).step_by(usize::try_from(CHUNK).expect("a small number"));
        let chunks = Mutex::new(chunks.collect::<Vec<_>>().into_iter());
        let write = async || {
            let mut writer = self.writer().await;
            while let Some(first) = next(&chunks) {
                sqlx::query(include_str!("history/written.sql"))
                    .bind(first + 1)
                    .bind(events.min(first + CHUNK))
                    .bind(events)
                    .execute(&mut writer)
                    .await
                    .expect("cases can be written");
            }
        };
        tokio::join!(write(), write());
        let indexes: Vec<String> = sqlx::query_scalar(include_str!("history/indexes.sql"))
            .fetch_all(&self.database.owner)
            .await
            .expect("what was dropped was noted");
        let indexes = Mutex::new(indexes.into_iter());
        let index = async || {
            let mut writer = self.writer().await;
            while let Some(index) = next(&indexes) {
                sqlx::raw_sql(&index).execute(&mut writer).await.expect("an index can be made");
            }
        };
        tokio::join!(index(), index());
        self.said(include_str!("history/attached.sql")).await;
        self.said("vacuum (analyze) event, event_share, tally, centre, responsibility").await;
        let mispaired: i64 = sqlx::query_scalar(include_str!("history/mispaired.sql"))
            .fetch_one(&self.database.owner)
            .await
            .expect("cases can be read");
        assert_eq!(mispaired, 0, "cases are found by what the product keeps of them");
    }

    /// A connection of its own whose rows wake no trigger.
    async fn writer(&self) -> PgConnection {
        let writer = self.database.owner.acquire().await.expect("the database answers");
        let mut writer = writer.detach();
        sqlx::raw_sql(include_str!("history/writer.sql"))
            .execute(&mut writer)
            .await
            .expect("a superuser may");
        writer
    }

    async fn said(&self, statements: &str) {
        let mut writer = self.writer().await;
        sqlx::raw_sql(statements).execute(&mut writer).await.expect("a city can be given a history");
    }
}

fn next<T>(waiting: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    waiting.lock().expect("nobody panics holding it").next()
}
