//! What a request says, read so that what cannot be read is named.

use std::str::FromStr;

use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::header;
use axum::http::request::Parts;
use chrono::{DateTime, Utc};
use domain::{Refusal, Remedy};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use store::pages::Key;

use super::problem::Problem;

/// A JSON body.
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(Problem::not_json());
        }
        let bytes = axum::body::Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|_| Problem::too_large())?;
        let value: Value = serde_json::from_slice(&bytes)
            .map_err(|error| Problem::unreadable("body", format!("It is no JSON: {error}")))?;
        if let Some(field) = with_nul(&value, "body") {
            return Err(Problem::unreadable(field, "It contains the character U+0000."));
        }
        let read = serde_path_to_error::deserialize(value).map_err(|error| {
            let (path, detail) = (error.path().to_string(), error.inner().to_string());
            Problem::unreadable(&named(&path, &detail), detail)
        })?;
        Ok(Self(read))
    }
}

/// The field an error is about: the one it lies in, or the one it says is missing or not known.
fn named(path: &str, detail: &str) -> String {
    let missing = detail.strip_prefix("missing field `").or_else(|| detail.strip_prefix("unknown field `"));
    let missing = missing.and_then(|rest| rest.split('`').next());
    match (path, missing) {
        (".", None) => "body".to_owned(),
        // The path of an unknown field ends in it already.
        (path, Some(field)) if path == field || path.ends_with(&format!(".{field}")) => path.to_owned(),
        (".", Some(field)) => field.to_owned(),
        (path, Some(field)) => format!("{path}.{field}"),
        (path, None) => path.to_owned(),
    }
}

/// The field whose text holds a character that the database cannot keep.
fn with_nul<'a>(value: &'a Value, name: &'a str) -> Option<&'a str> {
    match value {
        Value::String(text) => text.contains('\0').then_some(name),
        Value::Array(values) => values.iter().find_map(|value| with_nul(value, name)),
        Value::Object(fields) => fields
            .iter()
            .find_map(|(name, value)| if name.contains('\0') { Some("body") } else { with_nul(value, name) }),
        _ => None,
    }
}

/// A query whose fields are all texts.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        let pairs = pairs.map_err(|error| Problem::unreadable("query", error.body_text()))?.0;
        if let Some((name, _)) = pairs.iter().find(|(_, value)| value.contains('\0')) {
            return Err(Problem::unreadable(name, "It contains the character U+0000."));
        }
        let query = Query::<T>::try_from_uri(&parts.uri);
        Ok(Self(query.map_err(|error| Problem::unreadable("query", error.body_text()))?.0))
    }
}

/// The identity in a path.
pub struct Named<T>(pub T);

impl<T: From<i64>, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let text = Path::<String>::from_request_parts(parts, state).await;
        let id = text.ok().and_then(|Path(text)| text.parse::<i64>().ok()).filter(|id| *id > 0);
        let id = id.ok_or_else(|| Problem::unreadable("id", "An id is a positive whole number."))?;
        Ok(Self(id.into()))
    }
}

/// A value of a query.
pub fn value<T: FromStr>(field: &str, text: Option<String>) -> Result<Option<T>, Problem> {
    let Some(text) = text else { return Ok(None) };
    match text.parse() {
        Ok(value) => Ok(Some(value)),
        Err(_) => Err(Refusal::unknown(field, text).into()),
    }
}

/// A whole number, also when it is written `79.0`: JSON knows no other kind.
pub fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<i16, D::Error> {
    let number = f64::deserialize(from)?;
    if number.fract() != 0.0 {
        return Err(serde::de::Error::custom("a whole number is wanted"));
    }
    #[allow(
        clippy::cast_possible_truncation,
        reason = "what is too large becomes the largest, which the engine refuses"
    )]
    Ok(number as i16)
}

/// A moment.
pub fn moment(field: &str, text: Option<String>) -> Result<Option<DateTime<Utc>>, Problem> {
    let Some(text) = text else { return Ok(None) };
    let wrong = |_| Problem::from(Refusal::unknown(field, text.as_str()));
    Ok(Some(DateTime::parse_from_rfc3339(&text).map_err(wrong)?.with_timezone(&Utc)))
}

/// Where the page before ended.
pub fn cursor(text: Option<String>) -> Result<Option<String>, Problem> {
    let Some(text) = text else { return Ok(None) };
    match text.parse::<Key>() {
        Ok(key) if key.time().is_some() => Ok(Some(text)),
        _ => Err(Refusal::field("cursor", Remedy::Unknown { given: text }).into()),
    }
}
