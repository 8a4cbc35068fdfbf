//! Threshold rules, and which of them watches a series.

use domain::names::Name;
use domain::risk::{Band, Rule};
use domain::{RiskPointId, RuleId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::decode::spelled;
use crate::devices::Stream;

/// A rule with what it watches and what it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// Identity.
    pub id: RuleId,
    /// Code, by which people speak of it.
    pub code: String,
    /// Code of the quantity watched.
    pub quantity: String,
    /// Only at this kind of risk point.
    pub risk_kind: Option<String>,
    /// Only at this risk point.
    pub risk_point: Option<RiskPointId>,
    /// Thresholds and durations.
    pub rule: Rule,
    /// Category of the event it opens.
    pub category: String,
    /// Title with `{point}` and `{value}` in it.
    pub title: Name,
}

impl Ruling {
    /// How particular the rule is for a series: 3 its point, 2 its kind, 1 its quantity; none when it does not watch it.
    #[must_use]
    pub fn particular(&self, stream: &Stream) -> Option<u8> {
        if self.quantity != stream.quantity {
            return None;
        }
        let (point, kind) = stream.risk_point.as_ref().map(|(id, kind)| (*id, kind.as_str())).unzip();
        match (self.risk_point, self.risk_kind.as_deref()) {
            (Some(id), _) => (point == Some(id)).then_some(3),
            (None, Some(name)) => (kind == Some(name)).then_some(2),
            (None, None) => Some(1),
        }
    }

    /// The title for a place and a value.
    #[must_use]
    pub fn title_for(&self, point: &Name, value: f64, decimals: u8) -> Name {
        let value = format!("{value:.*}", usize::from(decimals));
        let en = if point.en.is_empty() { &point.zh } else { &point.en };
        self.title.fill("point", &point.zh, en).fill("value", &value, &value)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    code: String,
    quantity: String,
    risk_kind: Option<String>,
    risk_point: Option<i64>,
    direction: String,
    bands: Json<Vec<Band>>,
    for_raise_s: i32,
    for_clear_s: i32,
    stale_after_s: i32,
    category: String,
    title_zh: String,
    title_en: String,
}

/// Every rule.
///
/// # Errors
/// When the database fails.
pub async fn all(connection: &mut PgConnection) -> sqlx::Result<Vec<Ruling>> {
    let rows: Vec<Row> =
        sqlx::query_as(include_str!("../queries/rules/all.sql")).fetch_all(connection).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Ruling {
                id: RuleId(row.id),
                code: row.code,
                quantity: row.quantity,
                risk_kind: row.risk_kind,
                risk_point: row.risk_point.map(RiskPointId),
                rule: Rule {
                    direction: spelled(&row.direction)?,
                    bands: row.bands.0,
                    for_raise_s: row.for_raise_s.into(),
                    for_clear_s: row.for_clear_s.into(),
                    stale_after_s: row.stale_after_s.into(),
                },
                category: row.category,
                title: Name::new(row.title_zh, row.title_en),
            })
        })
        .collect()
}
