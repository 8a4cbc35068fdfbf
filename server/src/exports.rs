//! `/exports/{id}/file`, and the making of what is fetched there: page by page, so that neither the database nor this server holds
//! more than a page of rows beside the file itself.

mod sheet;
mod tables;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::ExportId;
use domain::exports::ExportFormat;
use domain::time::in_city;
use engine::{Engine, Error};
use store::exports::Job;

use crate::http::{Doors, Refused};
use crate::sessions::Acting;
use crate::state::Server;
use sheet::Sheet;

/// Rows a file may have. Past it the file says so and where to narrow the list.
const ROWS: usize = 100_000;

/// Adds the files' route.
pub fn add(doors: Doors) -> Doors {
    doors.get("/exports/{id}/file", file)
}

async fn file(
    State(server): State<Server>,
    Extension(acting): Extension<Acting>,
    Path(id): Path<i64>,
) -> Result<Response, Refused> {
    let file = server.desks.exports.export_file(&acting.actor, ExportId(id)).await?;
    let (kind, ending) = match file.format {
        ExportFormat::Csv => ("text/csv; charset=utf-8", "csv"),
        ExportFormat::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    let at = in_city(file.asked_at).format("%Y%m%d-%H%M");
    let name = format!("attachment; filename=\"{}-{at}.{ending}\"", file.noun);
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// Makes what waits, one after the other.
///
/// # Errors
/// When the database is away; what was being made is begun anew at the next turn.
pub async fn make(engine: &Engine) -> Result<(), Error> {
    while let Some(job) = engine.export_begun().await? {
        match write(engine, &job).await {
            Ok(Some(bytes)) => engine.export_ended(&job, Some(&bytes)).await?,
            // Cancelled.
            Ok(None) => {}
            Err(error @ Error::Refused(domain::Refusal::Unavailable { .. })) => return Err(error),
            Err(error) => {
                let fault = error.fault();
                tracing::warn!(export = job.id.0, %fault, "A list could not be made into a file.");
                engine.export_ended(&job, None).await?;
            }
        }
    }
    Ok(())
}

async fn write(engine: &Engine, job: &Job) -> Result<Option<Vec<u8>>, Error> {
    let mut sheet = Sheet::begin(job)?;
    let (mut written, mut last) = (0, None);
    loop {
        let (rows, next) = engine.export_rows(job, last).await?;
        sheet.rows(&rows)?;
        written += rows.count();
        let more = next.is_some();
        last = next;
        if !engine.export_went_on(job, written).await? {
            return Ok(None);
        }
        if !more || written >= ROWS {
            sheet.end(more.then_some(written))?;
            return Ok(Some(finished(sheet).await?));
        }
    }
}

/// Packing a large workbook takes seconds of one core: not those of a thread that answers requests.
async fn finished(sheet: Sheet) -> Result<Vec<u8>, Error> {
    let packed = tokio::task::spawn_blocking(move || sheet.bytes()).await;
    Ok(packed.map_err(anyhow::Error::from)??)
}
