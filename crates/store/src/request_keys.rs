//! Keys that forms send, so that the same thing sent twice makes one row.

use domain::CentreId;
use sqlx::PgConnection;

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It is new: make the row, then [`keep`] it.
    New,
    /// It was used before and made this row.
    Made(i64),
}

/// Claims a key. Another transaction that claims the same one waits until this ends.
pub async fn claim(
    connection: &mut PgConnection,
    noun: &str,
    centre: CentreId,
    key: &str,
) -> sqlx::Result<Claim> {
    let claimed = sqlx::query(include_str!("../queries/request_keys/claim.sql"))
        .bind(noun)
        .bind(centre.0)
        .bind(key)
        .execute(&mut *connection)
        .await?;
    if claimed.rows_affected() == 1 {
        return Ok(Claim::New);
    }
    let made = sqlx::query_scalar(include_str!("../queries/request_keys/made.sql"))
        .bind(noun)
        .bind(centre.0)
        .bind(key)
        .fetch_one(connection)
        .await?;
    Ok(Claim::Made(made))
}

/// Keeps which row a new key made.
pub async fn keep(
    connection: &mut PgConnection,
    noun: &str,
    centre: CentreId,
    key: &str,
    row: i64,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/request_keys/keep.sql"))
        .bind(noun)
        .bind(centre.0)
        .bind(key)
        .bind(row)
        .execute(connection)
        .await?;
    Ok(())
}
