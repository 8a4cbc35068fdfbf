//! What the command line says where there is no city.

use std::process::{Command, Output};
use std::str::FromStr;

use sqlx::ConnectOptions;
use sqlx::postgres::PgConnectOptions;
use store::migrations::create_database;
use store::testing::{TEST_SECRET, TestDatabase};

fn asked(url: &str, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cityhelm"))
        .args(words)
        .env_clear()
        .env("DATABASE_URL", url)
        .env("CITYHELM_SECRET", std::str::from_utf8(TEST_SECRET).expect("the secret is text"))
        .env("CITYHELM_LOG", "warn")
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .expect("the binary starts")
}

#[tokio::test]
async fn where_there_is_no_city_every_command_says_how_to_get_one() {
    let url = TestDatabase::create().await.url;
    let name = "cityhelm_bare";
    create_database(&url, name).await.expect("room for one more");
    let options = PgConnectOptions::from_str(&url).expect("the address was just made").database(name);
    let bare = options.to_url_lossy().to_string();
    for words in [
        &["demo-accounts"][..],
        &["audit", "verify"],
        &["simulate", "underpass"],
        &["user", "add", "li", "--name", "李", "--role", "city_duty", "--centre", "500000"],
    ] {
        let answer = asked(&bare, words);
        let said = String::from_utf8_lossy(&answer.stderr);
        assert!(!answer.status.success(), "{words:?}");
        assert!(said.contains("cityhelm seed"), "{words:?}: {said}");
        assert!(!said.contains("relation"), "{words:?} speaks of tables: {said}");
    }
}
