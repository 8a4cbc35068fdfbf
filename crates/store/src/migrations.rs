//! Brings a database to the shape this binary expects.

use std::str::FromStr;
use std::time::Duration;

use anyhow::{Context, bail};
use sqlx::ConnectOptions;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use tracing::log::LevelFilter;

use crate::db::LoginRole;

/// The migrations compiled into this binary.
pub static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// The oldest PostgreSQL that will do, as `server_version_num` has it.
const OLDEST: i32 = 150_000;

/// What PostgreSQL says of a table that is not there.
const UNDEFINED_TABLE: &str = "42P01";

/// Connects as the owner, who alone may change tables.
///
/// # Errors
/// When the database is away or refuses the password.
pub async fn connect_owner(url: &str) -> anyhow::Result<PgPool> {
    let options = PgConnectOptions::from_str(url).context("the database address cannot be read")?;
    // A migration or a seeding takes its time, and says nothing new by its whole text.
    let options = options.log_slow_statements(LevelFilter::Debug, Duration::from_secs(1));
    PgPoolOptions::new()
        .max_connections(2)
        .acquire_timeout(Duration::from_secs(15))
        .connect_with(options)
        .await
        .context("cannot connect to the database as its owner")
}

/// Checks version and extensions of the database server.
///
/// # Errors
/// Says what is too old or missing and how to get it.
pub async fn check_server(connection: &mut PgConnection) -> anyhow::Result<()> {
    let (version, extensions): (i32, Vec<String>) =
        sqlx::query_as(include_str!("../queries/db/server.sql")).fetch_one(connection).await?;
    if version < OLDEST {
        bail!("PostgreSQL {} is too old: cityhelm needs 15 or newer", version / 10_000);
    }
    for (needed, remedy) in [
        ("postgis", "install PostGIS on the database server (Debian: postgresql-15-postgis-3)"),
        ("ltree", "install PostgreSQL's contrib modules on the database server"),
        ("btree_gist", "install PostgreSQL's contrib modules on the database server"),
    ] {
        if !extensions.iter().any(|e| e == needed) {
            bail!("the database server does not offer the extension {needed}: {remedy}");
        }
    }
    Ok(())
}

/// Applies what is missing and sets the roles' passwords. Several servers may call it at once: they take turns.
///
/// # Errors
/// When a migration fails, or one that was applied is not the one this binary knows.
pub async fn migrate(owner: &PgPool, secret: &[u8]) -> anyhow::Result<()> {
    check_server(&mut *owner.acquire().await?).await?;
    MIGRATOR.run(owner).await.context("a migration failed")?;
    let mut tx = owner.begin().await?;
    // Roles belong to the whole server: two databases of it must not set the same one at once.
    sqlx::query(include_str!("../queries/db/lock_roles.sql")).execute(&mut *tx).await?;
    // So that the running server can tell whether it fits; the table is made by the migrator, not by a migration.
    sqlx::query(include_str!("../queries/db/grant_migrations.sql")).execute(&mut *tx).await?;
    for role in LoginRole::ALL {
        sqlx::query(include_str!("../queries/db/role_to_set.sql"))
            .bind(role.name())
            .bind(role.password(secret))
            .execute(&mut *tx)
            .await?;
        sqlx::query(include_str!("../queries/db/set_role_password.sql"))
            .execute(&mut *tx)
            .await
            .with_context(|| format!("cannot set the password of the role {}", role.name()))?;
    }
    tx.commit().await?;
    Ok(())
}

/// How many migrations this binary knows that the database has not, asked with any role's connection; none where no
/// migration was ever run.
///
/// # Errors
/// When the database is away.
pub async fn missing(connection: &mut PgConnection) -> sqlx::Result<Option<usize>> {
    let applied: sqlx::Result<Vec<i64>> =
        sqlx::query_scalar(include_str!("../queries/db/applied_migrations.sql")).fetch_all(connection).await;
    match applied {
        Ok(applied) => Ok(Some(MIGRATOR.iter().filter(|m| !applied.contains(&m.version)).count())),
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(UNDEFINED_TABLE) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Makes a database of this name unless it is there, on a server of one's own.
///
/// # Errors
/// When the server is away or the name is not made of lower-case letters.
pub async fn create_database(server_url: &str, name: &str) -> anyhow::Result<()> {
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
        bail!("`{name}` is no name for a database");
    }
    let server = connect_owner(server_url).await?;
    let there: bool = sqlx::query_scalar(include_str!("../queries/db/has_database.sql"))
        .bind(name)
        .fetch_one(&server)
        .await?;
    if !there {
        // The statement takes no parameters; the name was just checked to be letters.
        sqlx::raw_sql(&["create database ", name].concat()).execute(&server).await?;
    }
    server.close().await;
    Ok(())
}
