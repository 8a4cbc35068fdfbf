//! `cityhelm seed`, and the same before `serve --demo`.

use anyhow::Context;
use domain::time::Clock;
use engine::SystemClock;
use engine::seed::Seeded;
use store::migrations::connect_owner;

use crate::database::Database;

/// Loads the demo city if there is none.
///
/// # Errors
/// When the database fails.
pub async fn demo_if_empty(database: &Database, say: &(dyn Fn(&str) + Send + Sync)) -> anyhow::Result<()> {
    fill(database, true, say).await.map(|_| ())
}

/// Loads the catalogues and the centre tree, with `demo` the whole demo city, and says what became of it.
///
/// # Errors
/// When the database fails.
pub async fn seed(database: &Database, demo: bool, say: &(dyn Fn(&str) + Send + Sync)) -> anyhow::Result<()> {
    database.migrate().await?;
    match fill(database, demo, say).await? {
        Seeded::Filled => say("the city is loaded"),
        Seeded::AlreadyThere => say("there is a city already: nothing was touched"),
    }
    Ok(())
}

/// All or nothing: whoever stops it half way finds an empty database again.
async fn fill(database: &Database, demo: bool, say: &(dyn Fn(&str) + Send + Sync)) -> anyhow::Result<Seeded> {
    let owner = connect_owner(&database.url).await?;
    let mut tx = owner.begin().await?;
    if store::seed::has_centres(&mut tx).await? {
        return Ok(Seeded::AlreadyThere);
    }
    if demo {
        say("loading the demo city with half a year of history (illustrative data, 示例数据)");
    } else {
        say("loading the centre tree and the catalogues");
    }
    let seeded =
        engine::seed::seed(&mut tx, demo, SystemClock.now()).await.context("cannot load the city")?;
    tx.commit().await.context("cannot keep the city that was loaded")?;
    owner.close().await;
    Ok(seeded)
}
