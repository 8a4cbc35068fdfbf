//! The plain forms that come before and around every page: sign in and out, post, language, theme.

use axum::Form;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, extract::FromRequest as _};
use domain::{Fault, PostId, Refusal};
use serde::Deserialize;
use tower_sessions::Session;

use super::{Acting, KEY, Kept, broken};
use crate::http::{Address, Doors, Refused};
use crate::state::Server;

/// Adds the forms' routes.
pub fn add(doors: Doors) -> Doors {
    doors
        .post("/sign-in", sign_in)
        .post("/sign-out", sign_out)
        .post("/sign-out-everywhere", sign_out_everywhere)
        .post("/post", switch_post)
        .post("/preferences", preferences)
}

#[derive(Deserialize)]
struct SignIn {
    login: String,
    password: String,
    #[serde(default)]
    to: String,
}

/// A path of this site, or the first page: never another site's address.
fn local(to: &str) -> &str {
    let is_local = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n', '\0']);
    if is_local && !to.starts_with("/sign-in") { to } else { "/" }
}

/// "See other", with what cannot stand in a header written as it must be.
fn send_to(to: &str) -> Response {
    let mut safe = String::with_capacity(to.len());
    for byte in to.bytes() {
        if byte.is_ascii_graphic() {
            safe.push(char::from(byte));
        } else {
            safe.push('%');
            safe.push_str(&hex::encode_upper([byte]));
        }
    }
    Redirect::to(&safe).into_response()
}

async fn sign_in(
    State(server): State<Server>,
    session: Session,
    Extension(Address(address)): Extension<Address>,
    Form(form): Form<SignIn>,
) -> Result<Response, Refused> {
    let seat = match server.engine.sign_in(&form.login, &form.password, &address).await {
        Ok(seat) => seat,
        Err(Fault::Refused(refusal @ (Refusal::WrongCredentials | Refusal::TooMany { .. }))) => {
            let why = if refusal == Refusal::WrongCredentials { "wrong" } else { "too_many" };
            let to = local(&form.to);
            let back: String = ["/sign-in?refused=", why, "&to=", &encoded(to)].concat();
            return Ok(send_to(&back));
        }
        Err(fault) => return Err(fault.into()),
    };
    // A new key for the session that is now somebody's: one that was planted before leads nowhere.
    if session.id().is_some() {
        session.flush().await.map_err(broken)?;
    }
    session.cycle_id().await.map_err(broken)?;
    session.insert(KEY, Kept { seat, since: server.engine.now() }).await.map_err(broken)?;
    Ok(send_to(local(&form.to)))
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"/-_.~".contains(&b) {
                char::from(b).to_string()
            } else {
                ["%", &hex::encode_upper([b])].concat()
            }
        })
        .collect()
}

async fn sign_out(
    State(server): State<Server>,
    session: Session,
    Extension(Address(address)): Extension<Address>,
    Extension(acting): Extension<Acting>,
) -> Result<Response, Refused> {
    server.engine.sign_out(&acting.actor, &address).await?;
    session.flush().await.map_err(broken)?;
    server.hub.check_now();
    Ok(send_to("/sign-in"))
}

async fn sign_out_everywhere(
    State(server): State<Server>,
    session: Session,
    Extension(Address(address)): Extension<Address>,
    Extension(acting): Extension<Acting>,
) -> Result<Response, Refused> {
    server.engine.sign_out_everywhere(&acting.actor, &address).await?;
    session.flush().await.map_err(broken)?;
    server.hub.check_now();
    Ok(send_to("/sign-in"))
}

#[derive(Deserialize)]
struct SwitchPost {
    post: i64,
}

async fn switch_post(
    State(server): State<Server>,
    session: Session,
    Extension(Address(address)): Extension<Address>,
    Extension(acting): Extension<Acting>,
    Form(form): Form<SwitchPost>,
) -> Result<Response, Refused> {
    let seat = server.engine.switch_post(acting.kept.seat, PostId(form.post), &address).await?;
    session.cycle_id().await.map_err(broken)?;
    session.insert(KEY, Kept { seat, ..acting.kept }).await.map_err(broken)?;
    server.hub.check_now();
    Ok(send_to("/"))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Preferences {
    lang: Option<String>,
    theme: Option<String>,
    to: String,
}

/// Keeps language and theme in cookies for a year; sends the reader back to where they were.
async fn preferences(State(server): State<Server>, request: Request) -> Result<Response, Response> {
    let Form(form): Form<Preferences> =
        Form::from_request(request, &()).await.map_err(IntoResponse::into_response)?;
    let mut response = send_to(if form.to.starts_with("/sign-in") && !form.to.contains(['\\', '\r', '\n']) {
        &form.to
    } else {
        local(&form.to)
    });
    let secure = if server.config.is_https() { "; Secure" } else { "" };
    let lang = form.lang.filter(|lang| ["zh", "en"].contains(&lang.as_str()));
    let theme = form.theme.filter(|theme| ["light", "dark"].contains(&theme.as_str()));
    for (name, value) in [("lang", lang), ("theme", theme)] {
        let Some(value) = value else { continue };
        let cookie = [name, "=", &value, "; Path=/; Max-Age=31536000; SameSite=Lax", secure].concat();
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        for foreign in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "",
            "/a\r\nb",
        ] {
            assert_eq!(local(foreign), "/", "{foreign:?}");
        }
        assert_eq!(local("/events?level=red"), "/events?level=red");
    }
}
