//! `cityhelm export`.

use std::io::Write as _;

use clap::Subcommand;
use store::migrations::connect_owner;

use crate::config::TABLE;
use crate::database::Database;

/// What to write out.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The database's shape: tables, columns, constraints, indexes, policies, grants; the same text on every machine.
    Schema,
    /// The settings as a table in Markdown, as docs/operations.md has it.
    Settings,
}

/// Writes it to standard output.
pub async fn perform(command: &Command, database: &Database) -> anyhow::Result<()> {
    match command {
        Command::Schema => {
            let owner = connect_owner(&database.url).await?;
            let mut lines = store::schema::lines(&mut *owner.acquire().await?).await?;
            owner.close().await;
            lines.push(String::new());
            write(&lines.join("\n"))?;
        }
        Command::Settings => write(&settings())?,
    }
    Ok(())
}

/// Writes to standard output; a reader who has seen enough is no error.
fn write(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// The settings as a table in Markdown.
#[must_use]
pub fn settings() -> String {
    let mut table = String::from(
        "| flag | environment | in `cityhelm.toml` | default | what for |\n|---|---|---|---|---|\n",
    );
    for (name, env, default, about) in TABLE {
        let flag =
            if *name == "secret" { "—".to_owned() } else { format!("`--{}`", name.replace('_', "-")) };
        let row = ["| ", &flag, " | `", env, "` | `", name, "` | ", default, " | ", about, " |\n"];
        table.extend(row);
    }
    table
}
