//! The command line.

mod api_client;
mod audit;
pub mod demo;
mod schema;
mod user;

use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::config::{Config, Flags, LogFormat};
use crate::database::Database;
use crate::serve::{Demo, say, serve};

pub use schema::settings;

/// Stack of the threads that draw pages: an unoptimised page is deep.
const STACK: usize = 16 * 1024 * 1024;

/// The cockpit of a city's three-tier governance centre.
///
/// Without `DATABASE_URL` a private PostgreSQL is found on this machine, kept in the data directory and started as needed.
#[derive(Debug, Parser)]
#[command(name = "cityhelm", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    flags: Flags,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the city: web pages, the live stream, the map's tiles, and the MQTT endpoint for gateways.
    Serve {
        /// Bring the database up to date, load the demo city if it is empty, and print the demo's accounts.
        #[arg(long)]
        demo: bool,
        /// In the demo: let no device report by itself, so that only stories and gateways are heard.
        #[arg(long, requires = "demo")]
        still: bool,
    },
    /// Bring the database to the shape this version expects, and set its roles' passwords anew.
    Migrate,
    /// Load the catalogues and the centre tree; with --demo the whole demo city. Does nothing to a city that is there.
    Seed {
        /// Load the demo city with half a year of history and accounts whose passwords are printed. Illustrative data.
        #[arg(long)]
        demo: bool,
    },
    /// Send readings as gateways would, by MQTT, as a story tells them.
    Simulate(crate::simulate::Story),
    /// Add accounts.
    User {
        #[command(subcommand)]
        command: user::Command,
    },
    /// Other systems that ask through the API.
    ApiClient {
        #[command(subcommand)]
        command: api_client::Command,
    },
    /// Print the demo's accounts and addresses.
    DemoAccounts {
        /// As JSON, for scripts.
        #[arg(long)]
        json: bool,
    },
    /// The audit log.
    Audit {
        #[command(subcommand)]
        command: audit::Command,
    },
    /// Write something out.
    Export {
        #[command(subcommand)]
        command: schema::Command,
    },
}

/// Does what the command line asks.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = Config::read(cli.flags).and_then(|config| {
        log_to(&config);
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.enable_all().thread_stack_size(STACK).build()?;
        let outcome = runtime.block_on(perform(cli.command, config));
        runtime.shutdown_timeout(std::time::Duration::from_secs(2));
        outcome
    });
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cityhelm: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn perform(command: Command, config: Config) -> anyhow::Result<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    if let Command::Serve { demo, still } = command {
        let demo = demo.then_some(if still { Demo::Still } else { Demo::Lively });
        return serve(config, demo).await.map(done);
    }
    if let Command::Simulate(story) = command {
        return crate::simulate::run(story, &config).await.map(done);
    }
    // The others leave their results on standard output and what they are doing on the other.
    let quiet = |what: &str| tracing::info!("{what}");
    let database = Database::open(
        &config,
        matches!(command, Command::Seed { demo: true } | Command::DemoAccounts { .. }),
        &quiet,
    )
    .await?;
    let outcome = answer(command, &config, &database).await;
    database.release().await.and(outcome)
}

/// Does what needs the database and nothing else.
async fn answer(command: Command, config: &Config, database: &Database) -> anyhow::Result<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    if !matches!(command, Command::Migrate | Command::Seed { .. } | Command::Export { .. }) {
        database.check().await?;
    }
    match command {
        Command::Serve { .. } | Command::Simulate(_) => Ok(ExitCode::SUCCESS),
        Command::Migrate => database.migrate().await.map(|()| {
            say("the database is up to date");
            ExitCode::SUCCESS
        }),
        Command::Seed { demo } => crate::seed::seed(database, demo, &say).await.map(done),
        Command::User { command } => user::perform(command, database).await.map(done),
        Command::ApiClient { command } => api_client::perform(command, database).await.map(done),
        Command::DemoAccounts { json } => demo::print(config, database, json).await.map(done),
        Command::Audit { command } => audit::perform(&command, database).await,
        Command::Export { command } => schema::perform(&command, database).await.map(done),
    }
}

fn log_to(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let set = match config.log_format {
        LogFormat::Text => log.compact().with_target(false).try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    if let Err(error) = set {
        eprintln!("cityhelm: log lines go elsewhere: {error}");
    }
}
