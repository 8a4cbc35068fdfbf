//! The browser's side of asking.

use domain::Fault;
use leptos::ev::SubmitEvent;
use leptos::form::form_data_from_event;
use leptos::server_fn::client::browser::BrowserClient;
use leptos::server_fn::request::ClientReq;
use leptos::server_fn::request::browser::BrowserRequest;
use serde::de::DeserializeOwned;
use web_sys::UrlSearchParams;

use super::Trouble;
use super::calls::called;

/// Only the server answers with a status.
pub fn say_status(_fault: &Fault) {}

/// What an answer must be able to do: come out of a page.
pub trait Carried: DeserializeOwned {}

impl<T: DeserializeOwned> Carried for T {}

/// A browser carries no answer anywhere.
pub(super) fn carried<T>(_answer: &Result<T, Trouble>) -> String {
    String::new()
}

/// The fields of the form that is being sent, as the browser itself would write them.
pub(super) fn fields(event: &SubmitEvent) -> String {
    let form = form_data_from_event(event).ok();
    let fields = form.and_then(|form| UrlSearchParams::new_with_str_sequence_sequence(&form).ok());
    fields.map(|fields| fields.to_string().into()).unwrap_or_default()
}

/// Posts a form.
pub(super) async fn post(url: &'static str, form: String) -> Result<(), Trouble> {
    let request: Result<BrowserRequest, Trouble> =
        ClientReq::try_new_post(url, "application/x-www-form-urlencoded", "application/json", form);
    called::<BrowserClient>(request?).await.map(|_| ())
}
