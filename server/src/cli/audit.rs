//! `cityhelm audit`.

use std::process::ExitCode;

use clap::Subcommand;
use store::migrations::connect_owner;

use crate::database::Database;

/// What to do with the audit log.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read every chain from its first line and name the first line that is not what was written. Fails when there is one.
    ///
    /// Prints the chains' ends; keep them outside: a chain that was cut short and mended inside still differs from them.
    Verify,
}

/// Does it.
pub async fn perform(command: &Command, database: &Database) -> anyhow::Result<ExitCode> {
    let Command::Verify = command;
    let owner = connect_owner(&database.url).await?;
    let (sound, faults) = store::audit::verify(&mut *owner.acquire().await?).await?;
    owner.close().await;
    for head in &sound {
        println!("district {:>6}  {:>8} lines  {}", head.district, head.seq, hex::encode(&head.hash));
    }
    for fault in &faults {
        println!("district {:>6}  line {}: {}", fault.district, fault.seq, fault.what);
    }
    if faults.is_empty() {
        println!("The audit log is what was written: {} chains.", sound.len());
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::FAILURE)
    }
}
