//! Groups of recipients that a centre keeps.

use domain::recipient_groups::RecipientGroup;
use domain::{CentreId, RecipientGroupId, Refusal, Remedy};
use sqlx::PgConnection;

use crate::{Error, OnConstraint};

/// A name that is taken.
fn taken(name: &str) -> impl FnOnce() -> Refusal {
    move || Refusal::field("group_name", Remedy::Taken { given: name.to_owned() })
}

/// A centre's groups, by name.
pub async fn of_centre(connection: &mut PgConnection, centre: CentreId) -> sqlx::Result<Vec<RecipientGroup>> {
    let question = include_str!("../queries/recipient_groups/of_centre.sql");
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(question).bind(centre.0).fetch_all(connection).await?;
    let group = |(id, name, size)| RecipientGroup { id: RecipientGroupId(id), name, size };
    Ok(rows.into_iter().map(group).collect())
}

/// Keeps a group.
///
/// # Errors
/// `Field` when the centre has one of this name.
pub async fn add(
    connection: &mut PgConnection,
    centre: CentreId,
    name: &str,
    codes: &[String],
) -> Result<RecipientGroupId, Error> {
    let question = include_str!("../queries/recipient_groups/added.sql");
    let added = sqlx::query_scalar(question).bind(centre.0).bind(name).bind(codes);
    let id = added.fetch_one(connection).await.on_constraint("recipient_group_name_key", taken(name))?;
    Ok(RecipientGroupId(id))
}

/// Gives a centre's group another name; false if it has no such group.
///
/// # Errors
/// `Field` when the centre has another of this name.
pub async fn rename(
    connection: &mut PgConnection,
    centre: CentreId,
    id: RecipientGroupId,
    name: &str,
) -> Result<bool, Error> {
    let question = include_str!("../queries/recipient_groups/renamed.sql");
    let renamed = sqlx::query(question).bind(id.0).bind(centre.0).bind(name).execute(connection).await;
    Ok(renamed.on_constraint("recipient_group_name_key", taken(name))?.rows_affected() == 1)
}

/// Removes a centre's group; gives its name, none if it has no such group.
pub async fn remove(
    connection: &mut PgConnection,
    centre: CentreId,
    id: RecipientGroupId,
) -> sqlx::Result<Option<String>> {
    let question = include_str!("../queries/recipient_groups/removed.sql");
    sqlx::query_scalar(question).bind(id.0).bind(centre.0).fetch_optional(connection).await
}
