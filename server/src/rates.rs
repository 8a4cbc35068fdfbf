//! `/evaluation/file`: the evaluation's table as comma-separated values.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use domain::names::Lang;
use domain::rates::{EvaluationFilter, Level};
use serde::Deserialize;

use crate::http::{Doors, Refused};
use crate::sessions::Acting;
use crate::state::Server;

/// Adds the file's route.
pub fn add(doors: Doors) -> Doors {
    doors.get("/evaluation/file", file)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Of {
    centre: String,
    span: String,
    level: String,
    lane: String,
    by: String,
    lang: String,
}

async fn file(
    State(server): State<Server>,
    Extension(acting): Extension<Acting>,
    Query(of): Query<Of>,
) -> Result<Response, Refused> {
    let lang = of.lang.parse().unwrap_or(Lang::Zh);
    let level: Option<Level> = of.level.parse().ok();
    let by = of.by.parse().ok();
    let filter = EvaluationFilter { centre: of.centre, span: of.span, level, lane: of.lane, by, after: None };
    let text = server.desks.rates.evaluation_file(&acting.actor, filter, lang).await?;
    let headers: [(HeaderName, &str); 2] = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"evaluation.csv\""),
    ];
    Ok((headers, text).into_response())
}
