//! The centre tree, and centres as other things mention them.
//!
//! A query that mentions a centre joins the view `centre_tag` and selects its column `tag`, once for each centre it
//! mentions; a row type reads it as [`Tag`].

use domain::CentreId;
use domain::centres::{CentrePath, CentreTag, Tier};
use sqlx::PgConnection;
use sqlx::types::Json;

/// How a row reads `centre_tag.tag`.
pub type Tag = Json<CentreTag>;

/// A centre by its code.
pub async fn by_code(connection: &mut PgConnection, code: &str) -> sqlx::Result<Option<CentreTag>> {
    let question = include_str!("../queries/centres/by_code.sql");
    let tag: Option<Tag> = sqlx::query_scalar(question).bind(code).fetch_optional(connection).await?;
    Ok(tag.map(|tag| tag.0))
}

/// A centre by its identity.
pub async fn by_id(connection: &mut PgConnection, id: CentreId) -> sqlx::Result<Option<CentreTag>> {
    let question = include_str!("../queries/centres/by_id.sql");
    let tag: Option<Tag> = sqlx::query_scalar(question).bind(id.0).fetch_optional(connection).await?;
    Ok(tag.map(|tag| tag.0))
}

/// A centre by its place in the tree.
pub async fn by_path(connection: &mut PgConnection, path: &CentrePath) -> sqlx::Result<Option<CentreTag>> {
    let question = include_str!("../queries/centres/by_path.sql");
    let tag: Option<Tag> =
        sqlx::query_scalar(question).bind(path.as_str()).fetch_optional(connection).await?;
    Ok(tag.map(|tag| tag.0))
}

/// Centres directly below, by code.
pub async fn below(connection: &mut PgConnection, id: CentreId) -> sqlx::Result<Vec<CentreTag>> {
    let question = include_str!("../queries/centres/below.sql");
    let tags: Vec<Tag> = sqlx::query_scalar(question).bind(id.0).fetch_all(connection).await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}

/// From the top of a scope down to the centre above this one.
pub async fn way_up(
    connection: &mut PgConnection,
    path: &CentrePath,
    scope: &CentrePath,
) -> sqlx::Result<Vec<CentreTag>> {
    let question = include_str!("../queries/centres/way_up.sql");
    let tags: Vec<Tag> =
        sqlx::query_scalar(question).bind(path.as_str()).bind(scope.as_str()).fetch_all(connection).await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}

/// West, south, east, north of a centre in degrees.
pub async fn bounds(connection: &mut PgConnection, id: CentreId) -> sqlx::Result<[f64; 4]> {
    let question = include_str!("../queries/centres/bounds.sql");
    let (west, south, east, north): (f64, f64, f64, f64) =
        sqlx::query_as(question).bind(id.0).fetch_one(connection).await?;
    Ok([west, south, east, north])
}

/// The lowest centre within a scope that a point lies in; longitude and latitude in degrees.
pub async fn containing(
    connection: &mut PgConnection,
    (longitude, latitude): (f64, f64),
    scope: &CentrePath,
) -> sqlx::Result<Option<CentreTag>> {
    let tag: Option<Tag> = sqlx::query_scalar(include_str!("../queries/centres/containing.sql"))
        .bind(longitude)
        .bind(latitude)
        .bind(scope.as_str())
        .fetch_optional(connection)
        .await?;
    Ok(tag.map(|tag| tag.0))
}

/// How a list is bounded to a centre.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bounds {
    /// The district it lies in; none for the city.
    pub district: Option<i64>,
    /// Its path, below the district.
    pub path: Option<String>,
}

/// The bounds of a list of a centre; of none, the whole city.
pub(crate) async fn bounds_of_list(
    connection: &mut PgConnection,
    centre: Option<&CentreTag>,
) -> sqlx::Result<Bounds> {
    match centre {
        None => Ok(Bounds::default()),
        Some(centre) if centre.tier == Tier::City => Ok(Bounds::default()),
        Some(centre) if centre.tier == Tier::District => {
            Ok(Bounds { district: Some(centre.id.0), path: None })
        }
        Some(centre) => {
            let question = include_str!("../queries/centres/district_of.sql");
            let district = sqlx::query_scalar(question).bind(centre.id.0).fetch_one(connection).await?;
            Ok(Bounds { district: Some(district), path: Some(centre.path.as_str().to_owned()) })
        }
    }
}
