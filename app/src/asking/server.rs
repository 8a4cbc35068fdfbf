//! The server's side of asking: who asks, whom, and which HTTP status says the answer.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use domain::actors::Actor;
use domain::{Fault, Refusal};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Desks, Trouble, wire};

/// What a server function may say over HTTP beside its answer. The server implements it on its own response.
pub trait Response: Send + Sync {
    /// Sets the status. Does nothing on a plain form post, where the redirect back must stand.
    fn status(&self, code: u16);
    /// Sends the reader on to a path of this site: at once on a plain form post, by the router otherwise.
    fn redirect(&self, to: &str);
}

/// The response to this request, provided as context by the server.
#[derive(Clone)]
pub struct Reply(pub Arc<dyn Response>);

/// Whom to ask, and who asks.
///
/// # Errors
/// `SignedOut` when nobody is signed in.
pub fn asked() -> Result<(Desks, Actor), Trouble> {
    let actor = use_context::<Option<Actor>>().flatten();
    match (use_context::<Desks>(), actor) {
        (Some(desks), Some(actor)) => Ok((desks, actor)),
        (None, _) => answer(Err(Fault::Incident("no-desks".to_owned()))),
        (_, None) => answer(Err(Refusal::SignedOut.into())),
    }
}

/// What an answer must be able to do: go into a page and come out of it.
pub trait Carried: Serialize + DeserializeOwned {}

impl<T: Serialize + DeserializeOwned> Carried for T {}

/// An answer as the page carries it to the browser: `+` and its bytes in base64, or the trouble as JSON.
pub(super) fn carried<T: Serialize>(answer: &Result<T, Trouble>) -> String {
    // Plain data can always be written; an empty text is read as a broken page, which says so.
    match answer {
        Ok(value) => wire::write(value).map(|bytes| packed(&bytes)).unwrap_or_default(),
        Err(trouble) => serde_json::to_string(trouble).unwrap_or_default(),
    }
}

fn packed(bytes: &[u8]) -> String {
    let mut text = "+".to_owned();
    STANDARD_NO_PAD.encode_string(bytes, &mut text);
    text
}

/// Only a browser sends forms; a server takes them.
pub(super) fn fields(_event: &SubmitEvent) -> String {
    String::new()
}

/// Only a browser sends forms; a server takes them.
#[expect(clippy::unused_async, reason = "its twin in the browser waits")]
pub(super) async fn post(_url: &'static str, _form: String) -> Result<(), Trouble> {
    Ok(())
}

/// Gives a desk's answer to the page, with the HTTP status that says the same.
///
/// # Errors
/// The desk's fault.
pub fn answer<T>(result: Result<T, Fault>) -> Result<T, Trouble> {
    result.map_err(|fault| {
        say_status(&fault);
        Trouble(fault)
    })
}

/// Sends the reader on after a write.
pub fn send_on(to: &str) {
    if let Some(Reply(response)) = use_context() {
        response.redirect(to);
    }
}

/// Sets the HTTP status that says what the fault says.
pub fn say_status(fault: &Fault) {
    if let Some(Reply(response)) = use_context() {
        response.status(fault.status());
    }
}

/// A key for a form: sent back with it, so that the same form sent twice does its work once.
#[must_use]
pub fn fresh_key() -> String {
    // Each state is seeded at random by the standard library; a form's key must be unique, not secret.
    let part = || RandomState::new().hash_one(0);
    format!("{:016x}{:016x}", part(), part())
}
