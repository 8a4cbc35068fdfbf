//! A question that a page asks the server: asked while the server draws the page, carried over in it, and asked again in
//! the browser whenever its source changes.
//!
//! Every page has its own kinds of answers, but all questions are resources of one type, which holds them erased: the
//! browser's code would carry some ten kilobytes for each type of resource.

use std::any::Any;
use std::convert::Infallible;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use leptos::prelude::*;
use leptos::server::codee::{Decoder, Encoder};
use serde::de::DeserializeOwned;

use super::reading::read;
use super::{Carried, Trouble, carried, wire};

/// A question whose answer is a `T`, or the trouble in its place.
pub struct Question<T> {
    answer: Resource<Answer, Paper>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Question<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Question<T> {}

impl<T: Clone + Carried + Send + Sync + 'static> Question<T> {
    /// Asks by `ask` what `source` says, now and whenever that changes. Make all questions of a page at its top.
    pub fn new<S, A>(
        source: impl Fn() -> S + Send + Sync + 'static,
        ask: impl Fn(S) -> A + Send + Sync + 'static,
    ) -> Self
    where
        S: PartialEq + Clone + Send + Sync + 'static,
        A: Future<Output = Result<T, Trouble>> + Send + 'static,
    {
        let ask = move |source: Source| -> Asking {
            let asked = ask(source.take::<S>());
            Box::pin(async move { Answer::of(asked.await) })
        };
        Self { answer: erased(Box::new(move || Source::of(source())), Box::new(ask)), of: PhantomData }
    }

    /// The latest answer, once there is one.
    pub fn get(self) -> Option<Result<T, Trouble>> {
        self.answer.get().map(|answer| answer.read())
    }

    /// The same without following it.
    pub fn get_untracked(self) -> Option<Result<T, Trouble>> {
        self.answer.get_untracked().map(|answer| answer.read())
    }
}

impl<T> Question<T> {
    /// The resource, for those who draw it: one code for all kinds of answers.
    pub(crate) fn resource(self) -> Resource<Answer, Paper> {
        self.answer
    }
}

type Asking = Pin<Box<dyn Future<Output = Answer> + Send>>;

fn erased(
    source: Box<dyn Fn() -> Source + Send + Sync>,
    ask: Box<dyn Fn(Source) -> Asking + Send + Sync>,
) -> Resource<Answer, Paper> {
    // A change may wake a question when its page has gone, and with it what the source is made of.
    let page = StoredValue::new(());
    let source = move || (!page.is_disposed()).then(&source);
    let ask = move |source: Option<Source>| -> Asking {
        match source {
            Some(source) => ask(source),
            None => Box::pin(std::future::pending()),
        }
    };
    Resource::new_with_options(source, ask, false)
}

/// What a question is about, its type forgotten.
#[derive(Clone)]
struct Source {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Source {
    fn of<S: PartialEq + Send + Sync + 'static>(value: S) -> Self {
        let same = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<S>() == other.downcast_ref::<S>();
        Self { value: Arc::new(value), same }
    }

    fn take<S: Clone + 'static>(&self) -> S {
        self.value.downcast_ref::<S>().expect("a question's source keeps its type").clone()
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

/// What a question brought, its type forgotten.
#[derive(Clone)]
pub(crate) struct Answer(Arc<Slip>);

struct Slip {
    /// As the page carries it; empty where it was asked in the browser.
    text: String,
    /// A `Result<T, Trouble>`, read from the text when it is first looked at.
    value: OnceLock<Box<dyn Any + Send + Sync>>,
}

impl Answer {
    fn of<T: Carried + Send + Sync + 'static>(answer: Result<T, Trouble>) -> Self {
        let text = carried(&answer);
        Self(Arc::new(Slip { text, value: OnceLock::from(Box::new(answer) as Box<dyn Any + Send + Sync>) }))
    }

    /// The answer to a `Question<T>`.
    pub(crate) fn read<T: Clone + DeserializeOwned + Send + Sync + 'static>(&self) -> Result<T, Trouble> {
        let value = self.0.value.get_or_init(|| Box::new(parse::<T>(&self.0.text)));
        value.downcast_ref::<Result<T, Trouble>>().expect("an answer is read as what was asked").clone()
    }
}

/// Takes apart what [`carried`] wrote.
fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    match text.strip_prefix('+') {
        Some(packed) => wire::read(&STANDARD_NO_PAD.decode(packed).unwrap_or_default()),
        None => Err(read(text.as_bytes()).unwrap_or_else(|_| wire::stale())),
    }
}

/// How a page carries answers.
pub(crate) struct Paper;

impl Encoder<Answer> for Paper {
    type Error = Infallible;
    type Encoded = String;

    fn encode(answer: &Answer) -> Result<String, Infallible> {
        Ok(answer.0.text.clone())
    }
}

impl Decoder<Answer> for Paper {
    type Error = Infallible;
    type Encoded = str;

    fn decode(text: &str) -> Result<Answer, Infallible> {
        Ok(Answer(Arc::new(Slip { text: text.to_owned(), value: OnceLock::new() })))
    }
}
