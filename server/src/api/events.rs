//! Cases.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use domain::EventId;
use domain::api_clients::ApiScope;
use domain::events::EventDesk;
use domain::exchange::{ExchangeDesk, RecordFilter, SentEvent};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::input::{Asked, Named, Sent, cursor, moment, value};
use super::once::OnceKey;
use super::problem::{Problem, Troubles, WriteTroubles};
use super::shapes::{Event, GeoPoint, Level, Moment, Source, Text};
use super::token::Asker;
use crate::state::Server;

/// A case to be taken.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": "hotline", "category": "road_flooding", "title": "下穿道积水", "description": "水深过膝,车辆无法通行",
    "level": "yellow", "place": {"type": "Point", "coordinates": [106.4571, 29.5412]}, "address": "公园西路 3 号",
    "reference": "12345-20261123-0815"
}))]
pub struct NewEvent {
    source: Source,
    /// Code of the category: see `/api/v1/categories`.
    #[schema(min_length = 1, max_length = 80)]
    category: String,
    #[schema(min_length = 1, max_length = 80)]
    title: String,
    #[serde(default)]
    #[schema(max_length = 2000)]
    description: String,
    /// `blue` unless said.
    level: Option<Level>,
    /// Where it is. Without `centre` the case goes to the lowest centre that this lies in.
    place: Option<GeoPoint>,
    /// Code of the centre where it is; without it and `place`, the token's own.
    #[schema(min_length = 1, max_length = 20)]
    centre: Option<String>,
    /// Where it is, in words.
    #[serde(default)]
    #[schema(max_length = 200)]
    address: String,
    /// The number that the sending system knows it by.
    #[serde(default)]
    #[schema(max_length = 100)]
    reference: String,
}

/// Takes a case. It begins as reported; the centre that the responsibility list names for its category accepts it or not.
#[utoipa::path(
    post, path = "/events", tag = "events", operation_id = "sendEvent", request_body = NewEvent,
    params(("Idempotency-Key" = String, Header, description = "New for each case",
        min_length = 1, max_length = 200, pattern = "^[!-~]{1,200}$", example = "hotline-20261123-0815")),
    responses((status = 201, description = "The case", body = Event, headers(("Location" = String, description = "Its address"))),
        Troubles, WriteTroubles),
    security(("token" = ["events:write"])),
)]
pub async fn send(
    State(server): State<Server>,
    Asker(caller): Asker,
    OnceKey(key): OnceKey,
    Sent(new): Sent<NewEvent>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Event>), Problem> {
    let actor = caller.needs(ApiScope::EventsWrite)?;
    let sent = SentEvent {
        source: new.source.into(),
        category: new.category,
        title: new.title,
        description: new.description,
        level: new.level.map(Into::into),
        place: new.place.as_ref().map(GeoPoint::at),
        centre: new.centre,
        address: new.address,
        reference: new.reference,
        key,
    };
    let record = server.engine.send(actor, sent).await?;
    let location = ["/api/v1/events/", &record.id.to_string()].concat();
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(record.into())))
}

/// What a list of cases is narrowed to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct EventQuery {
    /// Code of a centre: it and all below; the token's own without it.
    #[param(required = false, pattern = r"^[^\x00]*$")]
    centre: Option<String>,
    /// Only in this state.
    #[param(required = false, inline, value_type = Option<EventState>)]
    state: Option<String>,
    /// Only of this class, by code.
    #[param(required = false)]
    class: Option<String>,
    /// Only of this category, by code.
    #[param(required = false)]
    category: Option<String>,
    /// Only the cases that this client sent under this number of its own.
    #[param(required = false)]
    reference: Option<String>,
    /// Only what changed then or later.
    #[param(required = false, value_type = Option<chrono::DateTime<chrono::Utc>>, example = "2026-11-23T00:00:00Z")]
    changed_since: Option<String>,
    /// `next` of the page before.
    #[param(required = false, pattern = r"^-?\d{1,18}~\d{1,18}$")]
    cursor: Option<String>,
    /// Rows, 50 without it.
    #[param(required = false, value_type = Option<i64>, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// Where a case may stand.
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[allow(dead_code, missing_docs, reason = "read by the description only")]
pub enum EventState {
    Reported,
    Accepted,
    Registered,
    Dispatched,
    Handling,
    HandledBack,
    Verified,
    Closed,
    Rejected,
    Returned,
    Suspended,
    Merged,
    Void,
}

/// A page of cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventPage {
    rows: Vec<Event>,
    /// Send it as `cursor` for what comes after; null when there is nothing yet.
    next: Option<String>,
}

/// Cases in the order in which they changed, oldest change first.
#[utoipa::path(
    get, path = "/events", tag = "events", operation_id = "listEvents", params(EventQuery),
    responses((status = 200, description = "A page", body = EventPage), Troubles),
    security(("token" = ["events:read"])),
)]
pub async fn list(
    State(server): State<Server>,
    Asker(caller): Asker,
    Asked(query): Asked<EventQuery>,
) -> Result<Json<EventPage>, Problem> {
    let actor = caller.needs(ApiScope::EventsRead)?;
    let filter = RecordFilter {
        centre: query.centre.unwrap_or_default(),
        state: value("state", query.state)?,
        class: query.class.filter(|text| !text.is_empty()),
        category: query.category.filter(|text| !text.is_empty()),
        reference: query.reference.filter(|text| !text.is_empty()),
        changed_since: moment("changed_since", query.changed_since)?,
        after: cursor(query.cursor)?,
        limit: value("limit", query.limit)?.unwrap_or(50),
    };
    let records = server.engine.records(actor, filter).await?;
    let rows = records.rows.into_iter().map(Event::from).collect();
    Ok(Json(EventPage { rows, next: records.next }))
}

/// One case.
#[utoipa::path(
    get, path = "/events/{id}", tag = "events", operation_id = "getEvent",
    params(("id" = i64, Path, description = "The case", minimum = 1)),
    responses((status = 200, description = "The case", body = Event), Troubles),
    security(("token" = ["events:read"])),
)]
pub async fn one(
    State(server): State<Server>,
    Asker(caller): Asker,
    Named(id): Named<EventId>,
) -> Result<Json<Event>, Problem> {
    let actor = caller.needs(ApiScope::EventsRead)?;
    Ok(Json(server.engine.record(actor, id).await?.into()))
}

/// What was decided in a case, oldest first; the first thousand lines.
#[utoipa::path(
    get, path = "/events/{id}/history", tag = "events", operation_id = "getEventHistory",
    params(("id" = i64, Path, description = "The case", minimum = 1)),
    responses((status = 200, description = "Its history", body = Vec<Moment>), Troubles),
    security(("token" = ["events:read"])),
)]
pub async fn history(
    State(server): State<Server>,
    Asker(caller): Asker,
    Named(id): Named<EventId>,
) -> Result<Json<Vec<Moment>>, Problem> {
    let actor = caller.needs(ApiScope::EventsRead)?;
    let history = server.engine.history(actor, id).await?;
    Ok(Json(history.into_iter().map(Moment::from).collect()))
}

/// A category that a case may have.
#[derive(Debug, Serialize, ToSchema)]
pub struct Category {
    #[schema(example = "road_flooding")]
    code: String,
    name: Text,
}

/// The categories that cases may have.
#[utoipa::path(
    get, path = "/categories", tag = "events", operation_id = "listCategories",
    responses((status = 200, description = "All of them", body = Vec<Category>), Troubles),
    security(("token" = ["events:read"])),
)]
pub async fn categories(
    State(server): State<Server>,
    Asker(caller): Asker,
) -> Result<Json<Vec<Category>>, Problem> {
    let actor = caller.needs(ApiScope::EventsRead)?;
    let categories = EventDesk::categories(&server.engine, actor).await?;
    Ok(Json(categories.into_iter().map(|(code, name)| Category { code, name: name.into() }).collect()))
}
