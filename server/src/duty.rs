//! `/duty/template`: an empty roster to fill in.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::http::{Doors, Refused};
use crate::sessions::Acting;
use crate::state::Server;

/// Adds the template's route.
pub fn add(doors: Doors) -> Doors {
    doors.get("/duty/template", template)
}

#[derive(Deserialize)]
struct Of {
    #[serde(default)]
    centre: String,
}

async fn template(
    State(server): State<Server>,
    Extension(acting): Extension<Acting>,
    Query(of): Query<Of>,
) -> Result<Response, Refused> {
    let text = server.desks.duty.roster_template(&acting.actor, of.centre).await?;
    let headers: [(HeaderName, &str); 2] = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"duty-roster.csv\""),
    ];
    Ok((headers, text).into_response())
}
