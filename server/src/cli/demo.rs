//! `cityhelm demo-accounts`.

use domain::actors::Role;
use serde_json::json;
use store::accounts::DemoAccount;
use store::migrations::connect_owner;

use crate::config::Config;
use crate::database::Database;

async fn accounts(database: &Database) -> anyhow::Result<Vec<DemoAccount>> {
    let owner = connect_owner(&database.url).await?;
    let accounts = store::accounts::demo_accounts(&mut *owner.acquire().await?).await?;
    owner.close().await;
    if accounts.is_empty() {
        anyhow::bail!("there is no demo here: `cityhelm serve --demo` or `cityhelm seed --demo` makes one");
    }
    Ok(accounts)
}

/// Prints the accounts, as a table or as JSON.
pub async fn print(config: &Config, database: &Database, as_json: bool) -> anyhow::Result<()> {
    if !as_json {
        println!("{}", table(&accounts(database).await?));
        return Ok(());
    }
    let (people, gateways): (Vec<_>, Vec<_>) =
        accounts(database).await?.into_iter().partition(|a| a.kind == "person");
    let people: Vec<_> = people
        .iter()
        .map(|a| json!({"login": a.login, "password": a.password, "role": a.role, "centre": a.centre}))
        .collect();
    let gateways: Vec<_> =
        gateways.iter().map(|a| json!({"login": a.login, "password": a.password})).collect();
    let mqtt = config.mqtt_url.clone().unwrap_or_else(|| format!("mqtt://{}", config.mqtt_listen));
    println!("{}", json!({"people": people, "gateways": gateways, "mqtt": mqtt, "database": database.url}));
    Ok(())
}

/// One person of each role, as a table, with where to find the others.
pub async fn some_accounts(database: &Database) -> anyhow::Result<String> {
    let all = accounts(database).await?;
    let mut shown: Vec<DemoAccount> = Vec::new();
    for account in &all {
        if shown.iter().all(|s| s.role != account.role) {
            shown.push(account.clone());
        }
    }
    shown.sort_by_key(|account| account.role.parse::<Role>().ok());
    Ok(table(&shown) + "\n  All of them: cityhelm demo-accounts\n")
}

fn table(accounts: &[DemoAccount]) -> String {
    let mut table = String::from("\n  Demo accounts (illustrative data 示例数据)\n\n");
    table.push_str(&row("login", "password", "role", "centre"));
    for account in accounts.iter().filter(|a| a.kind == "person") {
        table.push_str(&row(&account.login, &account.password, &account.role, &account.centre));
    }
    table
}

fn row(login: &str, password: &str, role: &str, centre: &str) -> String {
    format!("  {login:<28} {password:<18} {role:<18} {centre}\n")
}
