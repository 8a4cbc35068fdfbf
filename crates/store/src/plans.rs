//! Plans, and whom they send what.

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag};
use domain::names::Name;
use domain::pages::Page;
use domain::plans::{PlanDetail, PlanRow, PlanStep};
use domain::warnings::Level;
use domain::{CentreId, PlanId, RiskPointId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::{level, name, spelled};
use crate::pages::{ASKED, Key, page};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    code: String,
    name_zh: String,
    name_en: String,
    level: i16,
    version: i32,
    centre_tag: Tag,
    kind_zh: Option<String>,
    kind_en: Option<String>,
    steps: i64,
}

impl Row {
    fn read(self) -> sqlx::Result<PlanRow> {
        Ok(PlanRow {
            id: PlanId(self.id),
            code: self.code,
            name: Name::new(self.name_zh, self.name_en),
            level: level(self.level)?,
            centre: self.centre_tag.0,
            kind: name(self.kind_zh, self.kind_en),
            version: self.version,
            steps: self.steps,
        })
    }
}

/// Plans in force that the scope may use, gravest first.
pub async fn listed(connection: &mut PgConnection, after: Option<Key>) -> sqlx::Result<Page<PlanRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/plans/listed.sql"))
        .bind(after.map(|key| key.0))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .fetch_all(&mut *connection)
        .await?;
    let counted =
        sqlx::query_scalar(include_str!("../queries/plans/counted.sql")).fetch_one(connection).await?;
    let rows = rows.into_iter().map(Row::read).collect::<sqlx::Result<_>>()?;
    Ok(page(rows, counted, |row: &PlanRow| Key(-i64::from(row.level.rank()), row.id.0)))
}

#[derive(sqlx::FromRow)]
struct DetailRow {
    #[sqlx(flatten)]
    row: Row,
    scene_zh: String,
    scene_en: String,
}

#[derive(sqlx::FromRow)]
struct StepRow {
    step_group: i32,
    seq: i32,
    action_zh: String,
    action_en: String,
    recipient: String,
    post_zh: String,
    post_en: String,
    deadline_min: i32,
    photo: bool,
}

/// A plan with its steps in order.
pub async fn by_id(connection: &mut PgConnection, id: PlanId) -> sqlx::Result<Option<PlanDetail>> {
    let found: Option<DetailRow> = sqlx::query_as(include_str!("../queries/plans/by_id.sql"))
        .bind(id.0)
        .fetch_optional(&mut *connection)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let steps: Vec<StepRow> =
        sqlx::query_as(include_str!("../queries/plans/steps.sql")).bind(id.0).fetch_all(connection).await?;
    let steps = steps.into_iter().map(|step| {
        Ok(PlanStep {
            group: step.step_group,
            seq: step.seq,
            action: Name::new(step.action_zh, step.action_en),
            recipient: spelled(&step.recipient)?,
            post: Name::new(step.post_zh, step.post_en),
            deadline_min: step.deadline_min,
            photo: step.photo,
        })
    });
    Ok(Some(PlanDetail {
        row: found.row.read()?,
        scene: Name::new(found.scene_zh, found.scene_en),
        steps: steps.collect::<sqlx::Result<_>>()?,
    }))
}

/// What plans are looked for.
#[derive(Debug, Clone, Default)]
pub struct Need<'a> {
    /// The very point.
    pub risk_point: Option<RiskPointId>,
    /// Its kind.
    pub kind: Option<&'a str>,
    /// The category of case.
    pub category: Option<&'a str>,
}

/// Plans for a place, best first.
pub async fn fitting(
    connection: &mut PgConnection,
    need: &Need<'_>,
    place: CentreId,
    level: Level,
) -> sqlx::Result<Vec<PlanRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/plans/fitting.sql"))
        .bind(need.risk_point.map(|id| id.0))
        .bind(need.kind)
        .bind(need.category)
        .bind(place.0)
        .bind(level.rank())
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Plans in force whose name or code holds a text, gravest first, at most twenty; only those that a place may use, if one
/// is given.
pub async fn searched(
    connection: &mut PgConnection,
    text: &str,
    place: Option<CentreId>,
) -> sqlx::Result<Vec<PlanRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/plans/searched.sql"))
        .bind(text)
        .bind(place.map(|id| id.0))
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// What one centre is sent by one step.
#[derive(Debug, Clone)]
pub struct Line {
    /// The step.
    pub seq: i32,
    /// What is to be done.
    pub action: Name,
    /// The post it is meant for.
    pub post: Name,
    /// Minutes from issue to done.
    pub deadline_min: i32,
    /// A photo must come with the report.
    pub photo: bool,
    /// Who receives it.
    pub recipient: CentreTag,
    /// Who is on duty there now.
    pub on_duty: Option<String>,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    seq: i32,
    action_zh: String,
    action_en: String,
    post_zh: String,
    post_en: String,
    deadline_min: i32,
    photo: bool,
    recipient_tag: Tag,
    on_duty: Option<String>,
}

/// What a plan sends to whom, seen from a place, within a scope.
pub async fn lines(
    connection: &mut PgConnection,
    plan: PlanId,
    place: CentreId,
    scope: &CentrePath,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Line>> {
    let rows: Vec<LineRow> = sqlx::query_as(include_str!("../queries/plans/lines.sql"))
        .bind(plan.0)
        .bind(place.0)
        .bind(scope.as_str())
        .bind(now)
        .fetch_all(connection)
        .await?;
    let line = |row: LineRow| Line {
        seq: row.seq,
        action: Name::new(row.action_zh, row.action_en),
        post: Name::new(row.post_zh, row.post_en),
        deadline_min: row.deadline_min,
        photo: row.photo,
        recipient: row.recipient_tag.0,
        on_duty: row.on_duty,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// A plan, if a place may use it now.
pub async fn in_force(
    connection: &mut PgConnection,
    plan: PlanId,
    place: CentreId,
) -> sqlx::Result<Option<PlanRow>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/plans/in_force.sql"))
        .bind(plan.0)
        .bind(place.0)
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}
