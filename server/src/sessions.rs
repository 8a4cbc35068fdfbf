//! Sessions: kept in PostgreSQL, carried by a cookie, asked at each request whether they are still good.

pub mod forms;
mod steadfast;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, Utc};
use domain::actors::Actor;
use engine::Engine;
use engine::accounts::Seat;
use serde::{Deserialize, Serialize};
use store::accounts::Footing;
use tower_sessions::cookie::SameSite;
use tower_sessions::cookie::time::Duration as CookieDuration;
use tower_sessions::{Expiry, Session, SessionManagerLayer};
use tower_sessions_sqlx_store::PostgresStore;

use self::steadfast::SteadfastStore;

use crate::config::Config;
use crate::http::Refused;
use crate::state::Server;

/// The cookie's name.
const COOKIE: &str = "cityhelm_session";
/// The key of what we keep in a session.
const KEY: &str = "seat";
/// Seconds after which a session in use is kept anew. One write a session and minute, not one a request.
const TOUCH_S: i64 = 60;

/// What a session keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Who, as what.
    pub seat: Seat,
    /// When they signed in.
    pub since: DateTime<Utc>,
}

/// Who a request acts as: in the extensions of every request of somebody signed in.
#[derive(Debug, Clone)]
pub struct Acting {
    /// The actor.
    pub actor: Actor,
    /// What the session keeps.
    pub kept: Kept,
    /// What the session stands on, for streams that outlive the request.
    pub footing: Footing,
}

/// The sessions' keeping.
#[derive(Clone)]
pub struct Sessions {
    store: SteadfastStore,
    secure: bool,
    idle: Duration,
    longest: Duration,
    touched: Arc<Mutex<HashMap<String, DateTime<Utc>>>>,
}

impl Sessions {
    /// Sessions of this installation.
    #[must_use]
    pub fn new(engine: &Engine, config: &Config) -> Self {
        Self {
            store: SteadfastStore(PostgresStore::new(engine.db.gate_pool())),
            secure: config.is_https(),
            idle: Duration::minutes(config.session_idle_min),
            longest: Duration::hours(config.session_max_hours),
            touched: Arc::default(),
        }
    }

    /// The layer that reads and sets the cookie.
    pub fn layer(&self) -> SessionManagerLayer<SteadfastStore> {
        SessionManagerLayer::new(self.store.clone())
            .with_name(COOKIE)
            .with_secure(self.secure)
            .with_http_only(true)
            // Lax, not Strict: a link in a message must find its reader signed in. Writes are guarded by their origin.
            .with_same_site(SameSite::Lax)
            // The longest it may last; that an unused one ends earlier is kept in the table.
            .with_expiry(Expiry::OnInactivity(CookieDuration::seconds(self.longest.num_seconds())))
    }

    /// Whether a session that began then has lasted too long.
    #[must_use]
    pub fn is_over(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        now - since >= self.longest
    }

    /// Keeps sessions in use from ending, each at most once a minute.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn touch(&self, engine: &Engine, keys: &[String]) -> Result<(), domain::Fault> {
        let now = engine.now();
        let due = self.due(keys, now);
        if due.is_empty() { Ok(()) } else { engine.keep_sessions(&due, now + self.idle).await }
    }

    fn due(&self, keys: &[String], now: DateTime<Utc>) -> Vec<String> {
        let Ok(mut touched) = self.touched.lock() else { return keys.to_vec() };
        let fresh = now - Duration::seconds(TOUCH_S);
        if touched.len() > 10_000 {
            touched.retain(|_, at| *at > fresh);
        }
        let due: Vec<String> =
            keys.iter().filter(|k| touched.get(*k).is_none_or(|at| *at <= fresh)).cloned().collect();
        touched.extend(due.iter().map(|key| (key.clone(), now)));
        due
    }
}

/// Finds out who asks. Those who are not signed in are sent to sign in, or told so.
pub async fn recognise(
    State(server): State<Server>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let (acting, had_session) = match acting(&server, &session).await {
        Ok(found) => found,
        Err(fault) => return fault.into_response(),
    };
    let path = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let is_open = path == "/sign-in" || path == "/preferences";
    if acting.is_none() && !is_open {
        let came_from = request.headers().get(header::REFERER).and_then(|v| v.to_str().ok());
        let to = if *request.method() == Method::GET {
            request.uri().path_and_query().map_or("/", |p| p.as_str())
        } else {
            // Back to the page with the form, not to where the form was sent.
            came_from.and_then(|url| url.strip_prefix(server.config.public_url.as_str())).unwrap_or("/")
        };
        return crate::http::signed_out(request.headers(), to, had_session);
    }
    if let Some(acting) = acting {
        if let Err(fault) =
            server.sessions.touch(&server.engine, std::slice::from_ref(&acting.footing.session)).await
        {
            return Refused(fault).into_response();
        }
        request.extensions_mut().insert(acting);
    }
    next.run(request).await
}

/// Who the session acts as, and whether there was a session at all.
async fn acting(server: &Server, session: &Session) -> Result<(Option<Acting>, bool), Refused> {
    let kept: Option<Kept> = session.get(KEY).await.map_err(broken)?;
    let (Some(kept), Some(id)) = (kept, session.id()) else { return Ok((None, false)) };
    let actor = if server.sessions.is_over(kept.since, server.engine.now()) {
        None
    } else {
        server.engine.actor(kept.seat).await?
    };
    let Some(actor) = actor else {
        session.flush().await.map_err(broken)?;
        return Ok((None, true));
    };
    let Seat { person, epoch, post } = kept.seat;
    let footing = Footing { session: id.to_string(), person, epoch, post };
    Ok((Some(Acting { actor, kept, footing }), true))
}

/// A session that cannot be read or kept: the database is away.
fn broken(error: tower_sessions::session::Error) -> Refused {
    use tower_sessions::session_store::Error as Store;
    match error {
        tower_sessions::session::Error::Store(Store::Backend(words)) => {
            tracing::warn!(error = words, "Sessions cannot be read; the asker was asked to come back.");
            Refused(domain::Refusal::Unavailable { retry_after_s: 5 }.into())
        }
        other => Refused(engine::Error::from(anyhow::Error::from(other)).fault()),
    }
}
