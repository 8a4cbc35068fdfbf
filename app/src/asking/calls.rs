//! How a browser calls the server: the same code for every call, whatever it asks and whatever comes back.

use std::pin::Pin;

use http::Method;
use leptos::server_fn::client::Client;
use leptos::server_fn::codec::{FromReq, GetUrl, IntoReq, IntoRes, Json};
use leptos::server_fn::error::FromServerFnError;
use leptos::server_fn::redirect::call_redirect_hook;
use leptos::server_fn::request::Req;
use leptos::server_fn::response::{ClientRes, TryRes};
use leptos::server_fn::server::Server;
use leptos::server_fn::{Bytes, Protocol};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Trouble, wire};

/// The protocol of server functions that read: `#[server(…, protocol = Get)]`.
pub struct Get;

impl<I, O, C, S> Protocol<I, O, C, S, Trouble> for Get
where
    I: IntoReq<GetUrl, C::Request, Trouble> + FromReq<GetUrl, S::Request, Trouble> + Send,
    O: IntoRes<Json, S::Response, Trouble> + Serialize + DeserializeOwned + Send,
    C: Client<Trouble>,
    S: Server<Trouble>,
{
    const METHOD: Method = Method::GET;

    async fn run_server<F, A>(request: S::Request, answer: F) -> Result<S::Response, Trouble>
    where
        F: Fn(I) -> A + Send,
        A: Future<Output = Result<O, Trouble>> + Send,
    {
        let compact = wire::is_wanted(request.accepts().as_deref())?;
        let question = I::from_req(request).await?;
        let answer = answer(question).await?;
        if compact {
            S::Response::try_from_bytes(wire::CONTENT_TYPE, wire::write(&answer)?)
        } else {
            answer.into_res().await
        }
    }

    async fn run_client(path: &str, question: I) -> Result<O, Trouble> {
        let request = question.into_req(path, wire::CONTENT_TYPE)?;
        let answer = called::<C>(request).await?;
        wire::read(&answer)
    }
}

/// Sends a request. Goes where the server sends the reader on to; brings back the answer as it came, or the trouble.
pub(super) fn called<C: Client<Trouble>>(
    request: C::Request,
) -> Pin<Box<dyn Future<Output = Result<Bytes, Trouble>> + Send>> {
    Box::pin(async move {
        let response = C::send(request).await?;
        let (status, location) = (response.status(), response.location());
        let sent_on = (300..=399).contains(&status) || response.has_redirect();
        let answer = response.try_into_bytes().await?;
        if (400..=599).contains(&status) {
            return Err(Trouble::de(answer));
        }
        if sent_on {
            call_redirect_hook(&location);
        }
        Ok(answer)
    })
}
