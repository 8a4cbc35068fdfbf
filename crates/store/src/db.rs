//! Ways into the database: a pool for each role, so that no code can do more than its role may.

use std::str::FromStr;
use std::time::Duration;

use anyhow::Context;
use domain::actors::Actor;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgListener, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions, Postgres, Transaction};
use tracing::log::LevelFilter;

/// Ticks that may have their turn at once.
const TURNS: u32 = 10;
/// Statements that take longer are told of, at level debug: their text is long.
const SLOW: Duration = Duration::from_secs(1);

/// A transaction on one of the roles' pools. Dropped without `commit` it is rolled back.
pub type Tx = Transaction<'static, Postgres>;

/// A login role of the database. Each may do what its work needs and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginRole {
    /// People's requests, inside the scope of their post by row-level security.
    App,
    /// What gateways send.
    Ingest,
    /// Ticks: overdue, stale, roll-ups, live stream.
    Tick,
    /// Accounts and sessions, before it is known who asks.
    Gate,
}

impl LoginRole {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::App, Self::Ingest, Self::Tick, Self::Gate];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::App => "cityhelm_app",
            Self::Ingest => "cityhelm_ingest",
            Self::Tick => "cityhelm_tick",
            Self::Gate => "cityhelm_gate",
        }
    }

    /// Its password: follows from the installation's secret, so that nobody has to keep four.
    ///
    /// # Panics
    /// Never: HMAC takes keys of any length.
    #[must_use]
    pub fn password(self, secret: &[u8]) -> String {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(secret).expect("HMAC takes keys of any length");
        mac.update(self.name().as_bytes());
        hex::encode(mac.finalize().into_bytes())
    }

    const fn connections(self) -> u32 {
        match self {
            Self::App => 20,
            Self::Ingest | Self::Gate => 8,
            Self::Tick => 6,
        }
    }
}

/// The database, entered by role.
#[derive(Debug, Clone)]
pub struct Db {
    people: PgPool,
    ingest: PgPool,
    tick: PgPool,
    gate: PgPool,
    /// Turns at ticks, apart from the ticks' own work: each holds one connection while its work asks for another.
    turns: PgPool,
}

impl Db {
    /// Prepares the pools. Nothing is connected before it is asked for, so a database that is away now is no error.
    ///
    /// # Errors
    /// When `owner_url` is no PostgreSQL address.
    pub fn connect(owner_url: &str, secret: &[u8]) -> anyhow::Result<Self> {
        let server = PgConnectOptions::from_str(owner_url).context("the database address cannot be read")?;
        Ok(Self::pools(&server, secret, LoginRole::connections))
    }

    /// The same with pools of `connections` each, for tests of what one connection carries over to the next user.
    ///
    /// # Errors
    /// When `owner_url` is no PostgreSQL address.
    pub fn connect_narrow(owner_url: &str, secret: &[u8], connections: u32) -> anyhow::Result<Self> {
        let server = PgConnectOptions::from_str(owner_url).context("the database address cannot be read")?;
        Ok(Self::pools(&server, secret, |_| connections))
    }

    fn pools(server: &PgConnectOptions, secret: &[u8], connections: impl Fn(LoginRole) -> u32) -> Self {
        let pool = |role: LoginRole| Self::pool(server, role, secret, connections(role));
        Self {
            people: pool(LoginRole::App),
            ingest: pool(LoginRole::Ingest),
            tick: pool(LoginRole::Tick),
            gate: pool(LoginRole::Gate),
            turns: Self::pool(server, LoginRole::Tick, secret, TURNS),
        }
    }

    fn pool(server: &PgConnectOptions, role: LoginRole, secret: &[u8], connections: u32) -> PgPool {
        let options = server
            .clone()
            .username(role.name())
            .password(&role.password(secret))
            .application_name(role.name())
            .options([
                ("timezone", "UTC"),
                ("statement_timeout", "30000"),
                ("idle_in_transaction_session_timeout", "60000"),
                ("lock_timeout", "10000"),
                // Hundreds ask at once, and each is answered long before a second process has started to help.
                ("max_parallel_workers_per_gather", "0"),
            ])
            .log_slow_statements(LevelFilter::Debug, SLOW);
        PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(5))
            .idle_timeout(Duration::from_secs(300))
            .connect_lazy_with(options)
    }

    /// Begins a transaction for a person: row-level security shows it the actor's scope and nothing else.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn people(&self, actor: &Actor) -> sqlx::Result<Tx> {
        let mut tx = begun(&self.people).await?;
        enter(&mut tx, actor).await?;
        Ok(tx)
    }

    /// Begins a transaction for what gateways send.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn ingest(&self) -> sqlx::Result<Tx> {
        begun(&self.ingest).await
    }

    /// Begins a transaction for a tick.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn tick(&self) -> sqlx::Result<Tx> {
        begun(&self.tick).await
    }

    /// Begins a transaction on accounts and sessions.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn gate(&self) -> sqlx::Result<Tx> {
        begun(&self.gate).await
    }

    /// The turn at a work that one server at a time does: none while another has it, held as long as the transaction.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn only_one(&self, work: &str) -> sqlx::Result<Option<Tx>> {
        let mut tx = begun(&self.turns).await?;
        let mine: bool = sqlx::query_scalar(include_str!("../queries/db/only_one.sql"))
            .bind(work)
            .fetch_one(&mut *tx)
            .await?;
        Ok(mine.then_some(tx))
    }

    /// The gate's pool, for the session store.
    #[must_use]
    pub fn gate_pool(&self) -> PgPool {
        self.gate.clone()
    }

    /// A connection that hears of changes; it reconnects by itself.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn listener(&self) -> sqlx::Result<PgListener> {
        PgListener::connect_with(&self.tick).await
    }

    /// Connections in use and open, by role: for the metrics.
    #[must_use]
    pub fn connections(&self) -> [(LoginRole, u32, usize); 4] {
        let count = |role, pool: &PgPool| (role, pool.size(), pool.num_idle());
        [
            count(LoginRole::App, &self.people),
            count(LoginRole::Ingest, &self.ingest),
            count(LoginRole::Tick, &self.tick),
            count(LoginRole::Gate, &self.gate),
        ]
    }

    /// Waits until every connection is closed.
    pub async fn close(&self) {
        for pool in [&self.people, &self.ingest, &self.tick, &self.gate, &self.turns] {
            pool.close().await;
        }
    }
}

/// Begins a transaction in a task of its own, which ends even when whoever asked goes away (a browser that hangs up drops its
/// request). A `BEGIN` dropped midway would hand the pool a connection inside a transaction that sqlx knows nothing of
/// and nobody ends: what is written on it next would be lost.
async fn begun(pool: &PgPool) -> sqlx::Result<Tx> {
    let pool = pool.clone();
    tokio::spawn(async move { pool.begin().await }).await.map_err(|_| sqlx::Error::WorkerCrashed)?
}

/// Lets what is asked next in this transaction be read in the order of its list, until it is told otherwise.
pub(crate) async fn in_order(connection: &mut PgConnection, in_order: bool) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/db/in_order.sql")).bind(in_order).execute(connection).await?;
    Ok(())
}

/// Tells row-level security who acts, until the transaction ends.
async fn enter(connection: &mut PgConnection, actor: &Actor) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/db/enter.sql"))
        .bind(actor.scope.as_str())
        .bind(actor.person.to_string())
        .bind(actor.post.to_string())
        .execute(connection)
        .await?;
    Ok(())
}
