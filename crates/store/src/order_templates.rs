//! Letters that centres keep to use them again.

use domain::centres::CentrePath;
use domain::order_drafts::{Letter, OrderTemplate};
use domain::{CentreId, OrderTemplateId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::centres::Tag;

/// Templates of the centre at a path and of those above it, its own first.
pub async fn usable(connection: &mut PgConnection, path: &CentrePath) -> sqlx::Result<Vec<OrderTemplate>> {
    let question = include_str!("../queries/order_templates/usable.sql");
    let rows: Vec<(i64, Tag, Json<Letter>)> =
        sqlx::query_as(question).bind(path.as_str()).fetch_all(connection).await?;
    let template = |(id, centre, letter): (i64, Tag, Json<Letter>)| OrderTemplate {
        id: OrderTemplateId(id),
        centre: centre.0,
        letter: letter.0,
    };
    Ok(rows.into_iter().map(template).collect())
}

/// Keeps a centre's template; one with the same title is replaced.
pub async fn keep(
    connection: &mut PgConnection,
    centre: CentreId,
    letter: &Letter,
) -> sqlx::Result<OrderTemplateId> {
    let question = include_str!("../queries/order_templates/kept.sql");
    let kept = sqlx::query_scalar(question).bind(centre.0).bind(&letter.title).bind(Json(letter));
    Ok(OrderTemplateId(kept.fetch_one(connection).await?))
}

/// Removes a centre's own template; gives its title, none if it has no such template.
pub async fn remove(
    connection: &mut PgConnection,
    centre: CentreId,
    id: OrderTemplateId,
) -> sqlx::Result<Option<String>> {
    let question = include_str!("../queries/order_templates/removed.sql");
    sqlx::query_scalar(question).bind(id.0).bind(centre.0).fetch_optional(connection).await
}
