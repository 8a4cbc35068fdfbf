//! Gateways: who may send readings, and for which part of the city.

use domain::centres::CentrePath;
use sqlx::PgConnection;

use crate::decode::spelled;

/// A gateway that may send readings.
#[derive(Debug, Clone)]
pub struct Gateway {
    /// What it signs in as; also part of its topic.
    pub login: String,
    /// Its password's argon2 hash.
    pub password_hash: String,
    /// Only devices here and below are taken from it.
    pub path: CentrePath,
    /// It was switched off.
    pub disabled: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    login: String,
    password_hash: String,
    path: String,
    disabled: bool,
}

/// A gateway by its login.
///
/// # Errors
/// When the database fails.
pub async fn of_login(connection: &mut PgConnection, login: &str) -> sqlx::Result<Option<Gateway>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/gateways/of_login.sql"))
        .bind(login)
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        Ok(Gateway {
            login: row.login,
            password_hash: row.password_hash,
            path: spelled(&row.path)?,
            disabled: row.disabled,
        })
    })
    .transpose()
}
