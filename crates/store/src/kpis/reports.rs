//! Reports of KPIs: revisions, never overwritten.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::kpis::{KpiReportRow, KpiReportState};
use domain::names::Name;
use domain::pages::Page;
use domain::{AttachmentId, CentreId, KpiId, KpiReportId, PersonId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;
use crate::pages::{ASKED, Key, page};

/// A report, its reporter and lane.
#[derive(Debug, Clone)]
pub struct Report {
    /// As lists show it.
    pub row: KpiReportRow,
    /// Who reported.
    pub person: PersonId,
    /// The KPI's lane.
    pub lane: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    kpi_code: String,
    name_zh: String,
    name_en: String,
    unit: String,
    decimals: i16,
    centre_tag: Tag,
    period: NaiveDate,
    value: f64,
    note: String,
    evidence: Vec<i64>,
    state: String,
    revision: i32,
    who: String,
    at: DateTime<Utc>,
    reason: String,
    person: i64,
    lane: String,
}

impl TryFrom<Row> for Report {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            person: PersonId(row.person),
            lane: row.lane,
            row: KpiReportRow {
                id: KpiReportId(row.id),
                kpi: (row.kpi_code, Name::new(row.name_zh, row.name_en)),
                unit: row.unit,
                decimals: u8::try_from(row.decimals).unwrap_or_default(),
                centre: row.centre_tag.0,
                period: row.period,
                value: row.value,
                note: row.note,
                evidence: row.evidence.into_iter().map(AttachmentId).collect(),
                state: spelled(&row.state)?,
                revision: row.revision,
                who: row.who,
                at: row.at,
                reason: row.reason,
            },
        })
    }
}

/// Reports of a KPI of a centre, latest first.
pub async fn of_kpi(
    connection: &mut PgConnection,
    centre: CentreId,
    kpi: KpiId,
) -> sqlx::Result<Vec<Report>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/kpis/reports.sql"))
        .bind(centre.0)
        .bind(kpi.0)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Report::try_from).collect()
}

/// One report, held until the transaction ends.
pub async fn report(connection: &mut PgConnection, id: KpiReportId) -> sqlx::Result<Option<Report>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../../queries/kpis/report.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    row.map(Report::try_from).transpose()
}

/// Whether a later revision took a report's place.
pub async fn superseded(connection: &mut PgConnection, id: KpiReportId) -> sqlx::Result<bool> {
    let question = include_str!("../../queries/kpis/superseded.sql");
    sqlx::query_scalar(question).bind(id.0).fetch_one(connection).await
}

/// Reports that wait for a centre's approval, first come first; `own` says that it approves its own too.
pub async fn waiting(
    connection: &mut PgConnection,
    centre: CentreId,
    own: bool,
    not_by: PersonId,
    after: Option<Key>,
) -> sqlx::Result<Page<KpiReportRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/kpis/waiting.sql"))
        .bind(centre.0)
        .bind(own)
        .bind(not_by.0)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .fetch_all(&mut *connection)
        .await?;
    let counted = sqlx::query_scalar(include_str!("../../queries/kpis/waiting_counted.sql"))
        .bind(centre.0)
        .bind(own)
        .bind(not_by.0)
        .fetch_one(connection)
        .await?;
    let rows = rows.into_iter().map(|row| Ok(Report::try_from(row)?.row)).collect::<sqlx::Result<_>>()?;
    Ok(page(rows, counted, |row: &KpiReportRow| Key::at(row.at, row.id.0)))
}

/// Holds a KPI of a centre until the transaction ends: its reports follow one another.
pub async fn lock(connection: &mut PgConnection, centre: CentreId, kpi: KpiId) -> sqlx::Result<()> {
    let question = include_str!("../../queries/kpis/locked.sql");
    sqlx::query(question).bind(centre.0).bind(kpi.0).execute(connection).await?;
    Ok(())
}

/// A report to be submitted.
#[derive(Debug, Clone)]
pub struct NewReport<'a> {
    /// The reporting centre.
    pub centre: CentreId,
    /// The KPI.
    pub kpi: KpiId,
    /// Last day of its period.
    pub period: NaiveDate,
    /// Value.
    pub value: f64,
    /// What the reporter wrote.
    pub note: &'a str,
    /// Photos, kept before.
    pub evidence: &'a [AttachmentId],
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Submits the next revision of a period's report.
pub async fn reported(connection: &mut PgConnection, new: NewReport<'_>) -> sqlx::Result<KpiReportId> {
    let id: i64 = sqlx::query_scalar(include_str!("../../queries/kpis/reported.sql"))
        .bind(new.centre.0)
        .bind(new.kpi.0)
        .bind(new.period)
        .bind(new.value)
        .bind(new.note)
        .bind(new.evidence.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(new.person.0)
        .bind(new.at)
        .fetch_one(connection)
        .await?;
    Ok(KpiReportId(id))
}

/// Keeps a report's new state, and why it was returned.
pub async fn moved(
    connection: &mut PgConnection,
    id: KpiReportId,
    state: KpiReportState,
    reason: &str,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/kpis/moved.sql"))
        .bind(id.0)
        .bind(state.as_str())
        .bind(reason)
        .execute(connection)
        .await?;
    Ok(())
}

/// Brings what stands now up to date with a KPI's reports.
pub async fn stands(connection: &mut PgConnection, centre: CentreId, kpi: KpiId) -> sqlx::Result<()> {
    let question = include_str!("../../queries/kpis/stands.sql");
    sqlx::query(question).bind(centre.0).bind(kpi.0).execute(connection).await?;
    Ok(())
}

/// The latest period for which a report waits or counts, by KPI.
pub async fn latest_reported(
    connection: &mut PgConnection,
    centre: CentreId,
) -> sqlx::Result<HashMap<KpiId, NaiveDate>> {
    let rows: Vec<(i64, NaiveDate)> = sqlx::query_as(include_str!("../../queries/kpis/latest_reported.sql"))
        .bind(centre.0)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|(kpi, period)| (KpiId(kpi), period)).collect())
}
