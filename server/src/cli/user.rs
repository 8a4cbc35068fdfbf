//! `cityhelm user`.

use std::io::Read as _;

use anyhow::{Context, bail};
use clap::Subcommand;
use domain::actors::Role;
use domain::audit::Verb;
use domain::names::Name;
use domain::time::Clock as _;
use engine::SystemClock;
use engine::accounts::hash_password;
use store::accounts::{NewPerson, add_person, add_post};
use store::audit::{Entry, append};
use store::migrations::connect_owner;

use crate::database::Database;

/// Characters a password has at least.
const SHORTEST: usize = 12;

/// What to do with accounts.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add a person with one post. Prints a generated password once, unless one comes on standard input.
    Add {
        /// What they type to sign in.
        login: String,
        /// What colleagues read.
        #[arg(long)]
        name: String,
        /// The post's kind.
        #[arg(long, value_parser = role)]
        role: Role,
        /// Code of the post's centre, e.g. 500106.
        #[arg(long)]
        centre: String,
        /// The post's title; the role if not said.
        #[arg(long)]
        title: Option<String>,
        /// The lane a lane owner answers for, by code.
        #[arg(long)]
        lane: Option<String>,
        /// Read the password from standard input, 12 characters or more.
        #[arg(long)]
        password_stdin: bool,
    },
}

fn role(text: &str) -> Result<Role, String> {
    let held = text.parse().ok().filter(|role: &Role| role.is_held_by_people());
    held.ok_or_else(|| {
        let people = Role::ALL.iter().filter(|role| role.is_held_by_people());
        let known: Vec<&str> = people.map(|role| role.as_str()).collect();
        format!("one of {}", known.join(", "))
    })
}

/// Does it.
pub async fn perform(command: Command, database: &Database) -> anyhow::Result<()> {
    let Command::Add { login, name, role, centre, title, lane, password_stdin } = command;
    if login.trim() != login || login.is_empty() || login.len() > 64 {
        bail!("a login has 1 to 64 characters and no space around it");
    }
    let password = if password_stdin { typed()? } else { hex::encode(rand::random::<[u8; 10]>()) };
    let hash = hash_password(&password)?;
    let owner = connect_owner(&database.url).await?;
    let mut tx = owner.begin().await?;
    let now = SystemClock.now();
    let title = Name::typed(title.unwrap_or_else(|| role.as_str().to_owned()));
    let new = NewPerson { login: &login, name: &name, password_hash: &hash };
    let person = add_person(&mut tx, &new).await.context("the person was not added")?;
    add_post(&mut tx, person, role, &centre, &title, lane.as_deref(), now)
        .await
        .context("the post was not given")?;
    let at = store::centres::by_code(&mut tx, &centre).await?.context("the centre is not there")?;
    let entry = Entry::by_system(at.path, Name::new("命令行", "command line"), Verb::AccountAdded, now).on(
        "person",
        person.0,
        Name::typed(name),
    );
    append(&mut tx, entry).await?;
    tx.commit().await?;
    owner.close().await;
    println!("cityhelm: {login} may sign in as {role} of {centre}");
    if !password_stdin {
        println!("cityhelm: password (shown once): {password}");
    }
    Ok(())
}

fn typed() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().take(4096).read_to_string(&mut text)?;
    let password = text.trim_end_matches(['\r', '\n']).to_owned();
    if password.chars().count() < SHORTEST {
        bail!("the password is shorter than {SHORTEST} characters");
    }
    Ok(password)
}
