//! `cityhelm api-client`.

use anyhow::{Context, anyhow};
use clap::Subcommand;
use domain::ApiClientId;
use domain::api_clients::{ApiClientRow, ApiScope, NewApiClient};
use domain::audit::Verb;
use domain::names::Name;
use domain::time::Clock as _;
use engine::{Error, SystemClock, api_clients};
use store::audit::Entry;
use store::migrations::connect_owner;

use crate::database::Database;

/// What to do with other systems.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add a system. Prints its token once, alone on standard output.
    Add {
        /// Its name, as the audit log will have it.
        name: String,
        /// Code of its centre: it sees that and all below.
        #[arg(long)]
        centre: String,
        /// What it may: events:read, events:write, orders:read, receipts:write; repeat for more.
        #[arg(long = "scope", value_parser = scope, required = true)]
        scopes: Vec<ApiScope>,
        /// Requests a minute.
        #[arg(long, default_value_t = 120)]
        per_minute: i32,
        /// Requests a day.
        #[arg(long, default_value_t = 50_000)]
        per_day: i32,
        /// The last day on which its token is good, YYYY-MM-DD; for ever if not said.
        #[arg(long, default_value = "")]
        expires: String,
    },
    /// List the systems, latest first.
    List,
    /// Take a system's token away, for good.
    Revoke {
        /// Its number in the list.
        id: i64,
    },
}

fn scope(text: &str) -> Result<ApiScope, String> {
    text.parse().map_err(|_| {
        let known: Vec<&str> = ApiScope::ALL.iter().map(|scope| scope.as_str()).collect();
        format!("one of {}", known.join(", "))
    })
}

/// Does it.
pub async fn perform(command: Command, database: &Database) -> anyhow::Result<()> {
    let owner = connect_owner(&database.url).await?;
    let mut tx = owner.begin().await?;
    let now = SystemClock.now();
    let by = || Name::new("命令行", "command line");
    match command {
        Command::Add { name, centre, scopes, per_minute, per_day, expires } => {
            let at = store::centres::by_code(&mut tx, &centre).await?.context("the centre is not there")?;
            let token = api_clients::fresh_token();
            let new =
                NewApiClient { name, centre, scopes, per_minute, per_day, expires, token: token.clone() };
            let entry = Entry::by_system(at.path.clone(), by(), Verb::ApiClientAdded, now);
            let id = api_clients::add(&mut tx, new, &at, "", entry, now).await.map_err(said)?;
            tx.commit().await?;
            eprintln!("cityhelm: system {id} may ask; its token is shown once:");
            println!("{token}");
        }
        Command::List => {
            for row in store::api_clients::listed(&mut tx, None, now).await? {
                println!("{}", line(&row));
            }
            // Closing waits for every connection to come back.
            tx.rollback().await?;
        }
        Command::Revoke { id } => {
            let id = ApiClientId(id);
            let row = store::api_clients::listed(&mut tx, Some(id), now).await?.pop();
            let row = row.context("there is no such system; `cityhelm api-client list` lists them")?;
            let entry = Entry::by_system(row.centre.path, by(), Verb::ApiClientRevoked, now);
            api_clients::revoke(&mut tx, id, entry, now).await.map_err(said)?;
            tx.commit().await?;
            eprintln!("cityhelm: {} may ask no more", row.name);
        }
    }
    owner.close().await;
    Ok(())
}

/// A system in one line: number, token's beginning, state, centre, scopes, name.
fn line(row: &ApiClientRow) -> String {
    let day = |at: chrono::DateTime<chrono::Utc>| at.format("%Y-%m-%d").to_string();
    let state = match (row.revoked_at, row.expires_at) {
        (Some(at), _) => format!("revoked {}", day(at)),
        (None, Some(at)) => format!("until {}", day(at)),
        (None, None) => "good".to_owned(),
    };
    let scopes: Vec<&str> = row.scopes.iter().map(|scope| scope.as_str()).collect();
    let id = row.id.to_string();
    [&id, &row.token_start, &state, &row.centre.code, &scopes.join(","), &row.name]
        .map(String::as_str)
        .join("\t")
}

fn said(error: Error) -> anyhow::Error {
    match error {
        Error::Refused(refusal) => anyhow!("{refusal}"),
        Error::Broken(error) => error,
    }
}
