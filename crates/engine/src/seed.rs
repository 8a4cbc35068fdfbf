//! Fills an empty database: the tree of centres and the catalogues, and for `--demo` a city that has been running for six
//! months. Everything follows from the files under `data/` and the time given, so that two seedings are alike.

mod files;

use anyhow::Context;
use chrono::{DateTime, Utc};
use rand::seq::IndexedRandom;
use store::PgConnection;
use store::seed as fill;

use crate::accounts::hash_password;
pub use files::{stories, story};

/// What became of a seeding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seeded {
    /// The database was empty and is now filled.
    Filled,
    /// There was a city already; nothing was touched.
    AlreadyThere,
}

/// Seeds an empty database as its owner, inside the caller's transaction: centres and catalogues, and with `demo` everything
/// that makes a city look lived in, accounts with generated passwords included. A city that is there is left alone.
///
/// # Errors
/// When the data files contradict each other or the database fails; roll back then.
pub async fn seed(owner: &mut PgConnection, demo: bool, now: DateTime<Utc>) -> anyhow::Result<Seeded> {
    if fill::has_centres(owner).await? {
        return Ok(Seeded::AlreadyThere);
    }
    fill::settings(owner).await?;
    fill::partitions(owner, now).await.context("no room for the history")?;
    tracing::info!("Seeding: the tree of centres and the catalogues.");
    centres(owner).await.context("the tree of centres")?;
    catalogues(owner).await.context("the catalogues")?;
    if demo {
        tracing::info!("Seeding: people, risk points, devices and plans of the demo city.");
        people(owner, now).await.context("the people")?;
        places(owner).await.context("the risk points and what watches them")?;
        tracing::info!("Seeding: six months of readings, vital signs and KPI reports.");
        measurements(owner, now).await.context("the measurements")?;
        tracing::info!("Seeding: six months of cases, orders and reviews.");
        cases(owner, now).await.context("the cases")?;
    }
    fill::analyze(owner).await?;
    Ok(Seeded::Filled)
}

async fn centres(owner: &mut PgConnection) -> anyhow::Result<()> {
    let (features, names) = (files::CENTRES.part("features")?, files::CENTRE_NAMES.table()?);
    let cells = files::TOWNSHIP_CELLS.table()?;
    for tier in ["city", "district", "township"] {
        fill::centres(owner, &features, &names, &cells, tier).await?;
    }
    let features = files::COMMUNITIES.part("features")?;
    for tier in ["community", "grid"] {
        fill::centres(owner, &features, &names, "[]", tier).await?;
    }
    fill::centre_ids(owner).await?;
    fill::rivers(owner, &files::RIVERS.part("features")?).await?;
    Ok(())
}

async fn catalogues(owner: &mut PgConnection) -> anyhow::Result<()> {
    fill::quantities(owner, &files::QUANTITIES.part("quantities")?).await?;
    fill::risk_kinds(owner, &files::RISK_KINDS.part("kinds")?).await?;
    fill::responsibilities(owner, &files::RESPONSIBILITIES.part("responsibilities")?).await?;
    fill::work_days(owner, &files::WORK_CALENDAR.part("spans")?).await?;
    fill::boards(owner, &files::LANES.part("boards")?).await?;
    fill::lanes(owner, &files::LANES.part("lanes")?).await?;
    fill::category_lanes(owner, &files::RESPONSIBILITIES.part("responsibilities")?).await?;
    let sublanes = files::LANES.part("sublanes")?;
    fill::sublanes(owner, &sublanes).await?;
    fill::kpis(owner, &sublanes).await?;
    fill::indicators(owner, &files::INDICATORS.part("indicators")?).await?;
    fill::rules(owner, &files::RULES.part("rules")?, false).await?;
    fill::plans(owner, &files::PLANS.part("plans")?, false).await?;
    Ok(())
}

async fn people(owner: &mut PgConnection, now: DateTime<Utc>) -> anyhow::Result<()> {
    let (people, gateways) = (password(), password());
    fill::people(owner, files::PEOPLE.whole(), &hash_password(&people)?, now).await?;
    fill::gateways(owner, &hash_password(&gateways)?).await?;
    fill::demo_accounts(owner, &people, &gateways).await?;
    store::duty::continue_rosters(owner, now).await?;
    fill::duty_gaps(owner, now).await?;
    Ok(())
}

async fn places(owner: &mut PgConnection) -> anyhow::Result<()> {
    fill::risk_points(owner, &files::RISK_POINTS.table()?).await?;
    fill::devices(owner, &files::DEVICES.table()?).await?;
    fill::pipelines(owner, &files::PIPELINES.part("features")?).await?;
    fill::rules(owner, &files::RULES.part("rules")?, true).await?;
    fill::plans(owner, &files::PLANS.part("plans")?, true).await?;
    fill::indicator_points(owner, &files::INDICATORS.part("indicators")?).await?;
    Ok(())
}

async fn measurements(owner: &mut PgConnection, now: DateTime<Utc>) -> anyhow::Result<()> {
    let situation = files::SITUATION.part("warnings")?;
    fill::readings(owner, &files::QUANTITIES.part("quantities")?, &situation, now).await?;
    fill::latest_readings(owner).await?;
    fill::indicator_values(owner, &files::INDICATORS.part("indicators")?, now).await?;
    fill::kpi_targets(owner, &files::LANES.part("sublanes")?, now).await?;
    fill::kpi_reports(owner, now).await?;
    Ok(())
}

async fn cases(owner: &mut PgConnection, now: DateTime<Utc>) -> anyhow::Result<()> {
    let (situation, phrases) = (files::SITUATION.part("warnings")?, files::PHRASES.whole());
    fill::open_warnings(owner, &situation, now).await?;
    fill::watches(owner).await?;
    fill::past_warnings(owner, now).await?;
    fill::past_events(owner, phrases, now).await?;
    fill::plan_orders(owner, &situation, now).await?;
    fill::standing_orders(owner, now).await?;
    fill::passed_down(owner, now).await?;
    fill::finished_orders(owner).await?;
    fill::event_shares(owner).await?;
    fill::approvals(owner, phrases, now).await?;
    fill::progress(owner, phrases).await?;
    fill::reviews(owner, phrases, now).await?;
    fill::reviews_running(owner).await?;
    fill::rates(owner, now).await?;
    fill::rate_sums(owner).await?;
    fill::audit(owner, now).await?;
    Ok(())
}

/// A password of this installation's own: 16 letters and digits that cannot be mistaken for each other, about 80 bits.
fn password() -> String {
    const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    let mut random = rand::rng();
    (0..16).filter_map(|_| SIGNS.choose(&mut random).copied().map(char::from)).collect()
}
