//! One migrated template a server, copied for each test.

use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};

use sha2::{Digest, Sha256};
use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};

use crate::db::Db;
use crate::migrations;

/// Tests share one server and so its roles: all know the same secret. It is one that the real binary accepts as well.
pub const TEST_SECRET: &[u8] = b"4be1f07a93c85d26e8d1407bfa3c92650d7e";

static COPIES: AtomicU32 = AtomicU32::new(0);

/// A migrated database that belongs to one test. It goes away with the tests' server: dropping it when the test ends
/// would wait for connections that the test's own runtime, by then stopped, has left half made.
#[derive(Debug)]
pub struct TestDatabase {
    /// The database, entered by role, as the product does.
    pub db: Db,
    /// The owner's pool, for arranging what no role may.
    pub owner: PgPool,
    /// The owner's address.
    pub url: String,
}

impl TestDatabase {
    /// Copies the migrated template, which the first test builds.
    ///
    /// # Panics
    /// When there is no test server, saying how to get one, or when a migration fails.
    pub async fn create() -> Self {
        let server = server();
        let mut admin =
            server.connect().await.expect("the test server at CITYHELM_TEST_DATABASE_URL answers");
        let template = template(&server, &mut admin).await;
        let copy = COPIES.fetch_add(1, Ordering::Relaxed);
        let name = format!("cityhelm_test_{}_{copy}", std::process::id());
        drop_database(&mut admin, &name).await;
        copied(&mut admin, &template, &name).await;
        Self::of(&server, &name)
    }

    /// The database that [`Self::keep`] kept as this on the same server with the same migrations; otherwise a new one, and true.
    ///
    /// # Panics
    /// When there is no test server, saying how to get one, or when a migration fails.
    pub async fn kept_as(name: &str) -> (Self, bool) {
        let server = server();
        let mut admin =
            server.connect().await.expect("the test server at CITYHELM_TEST_DATABASE_URL answers");
        let template = template(&server, &mut admin).await;
        let name = format!("{template}_{name}");
        let there: bool = sqlx::query_scalar(include_str!("../../queries/testing/kept.sql"))
            .bind(&name)
            .fetch_one(&mut admin)
            .await
            .expect("the list of databases");
        if !there {
            drop_database(&mut admin, &name).await;
            copied(&mut admin, &template, &name).await;
        }
        (Self::of(&server, &name), !there)
    }

    /// Lets the next run find this database as it is now.
    ///
    /// # Panics
    /// When the database is away.
    pub async fn keep(&self) {
        sqlx::raw_sql(include_str!("../../queries/testing/keep.sql"))
            .execute(&self.owner)
            .await
            .expect("a database takes a comment");
    }

    /// Gives the planner its statistics: the tests' server does not do so by itself.
    ///
    /// # Panics
    /// When the database is away.
    pub async fn tidy(&self) {
        sqlx::raw_sql("vacuum (analyze)").execute(&self.owner).await.expect("the owner may tidy up");
    }

    fn of(server: &PgConnectOptions, name: &str) -> Self {
        let options = server.clone().database(name);
        let url = options.to_url_lossy().to_string();
        let owner = PgPoolOptions::new().max_connections(4).connect_lazy_with(options);
        let db = Db::connect(&url, TEST_SECRET).expect("the address was just made");
        Self { db, owner, url }
    }

    /// The same database through pools of one connection a role.
    ///
    /// # Panics
    /// Never: the address was read before.
    #[must_use]
    pub fn narrow(&self) -> Db {
        Db::connect_narrow(&self.url, TEST_SECRET, 1).expect("the address was read before")
    }
}

fn server() -> PgConnectOptions {
    #[expect(clippy::disallowed_methods, reason = "the tests' database is no setting of the product")]
    let url = std::env::var("CITYHELM_TEST_DATABASE_URL").expect(
        "tests need a PostgreSQL of their own: run them as `scripts/with-postgres cargo nextest run`",
    );
    PgConnectOptions::from_str(&url)
        .expect("CITYHELM_TEST_DATABASE_URL is a PostgreSQL address")
        .disable_statement_logging()
}

/// Says something to the server that takes no parameters. Names in it are made of our own letters and digits.
async fn administer(admin: &mut PgConnection, statement: &str) -> sqlx::Result<()> {
    sqlx::raw_sql(statement).execute(admin).await.map(drop)
}

async fn copied(admin: &mut PgConnection, template: &str, name: &str) {
    administer(admin, &format!("create database {name} template {template}"))
        .await
        .expect("the template can be copied");
}

async fn drop_database(admin: &mut PgConnection, name: &str) {
    drop(administer(admin, &format!("drop database if exists {name} with (force)")).await);
}

/// The template's name, after it was built if it was not there. Named by what the migrations say, so that an edit
/// makes a new one; built under another name first, so that a half-built one is never copied.
async fn template(server: &PgConnectOptions, admin: &mut PgConnection) -> String {
    let mut hash = Sha256::new();
    for migration in migrations::MIGRATOR.iter() {
        hash.update(&migration.checksum);
    }
    let name = format!("cityhelm_template_{}", &hex::encode(hash.finalize())[..16]);
    administer(admin, "select pg_advisory_lock(hashtext('cityhelm.template'))").await.expect("a lock");
    let there: bool = sqlx::query_scalar("select exists (select from pg_database d where d.datname = $1)")
        .bind(&name)
        .fetch_one(&mut *admin)
        .await
        .expect("the list of databases");
    if !there {
        let building = format!("{name}_building");
        drop_database(admin, &building).await;
        administer(admin, &format!("create database {building}")).await.expect("an empty database");
        // One connection, so that none is still being made when the pool is closed and the database renamed.
        let owner = PgPoolOptions::new()
            .max_connections(1)
            .connect_with(server.clone().database(&building))
            .await
            .expect("the empty database answers");
        migrations::migrate(&owner, TEST_SECRET).await.expect("the migrations apply to an empty database");
        owner.close().await;
        // A connection that was closed may still be there for the server, which then refuses.
        administer(
            admin,
            &format!(
                "select pg_terminate_backend(a.pid) from pg_stat_activity a where a.datname = '{building}'"
            ),
        )
        .await
        .expect("connections can be ended");
        administer(admin, &format!("alter database {building} rename to {name}"))
            .await
            .expect("the template gets its name");
    }
    administer(admin, "select pg_advisory_unlock(hashtext('cityhelm.template'))").await.expect("an unlock");
    name
}
