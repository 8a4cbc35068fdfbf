//! What questions brought, drawn where it belongs.

use std::sync::Arc;

use leptos::prelude::*;

use super::TroubleNote;
use crate::asking::{Answer, Carried, Paper, Question, Trouble};

/// Draws what a question brought: the value, or its trouble in its place. Keeps showing the old while asking anew.
///
/// `loaded(question, |rows| view! { … }.into_any())`
pub fn loaded<T>(question: Question<T>, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView
where
    T: Clone + Carried + Send + Sync + 'static,
{
    answered(question, move |answer| match answer {
        Ok(value) => draw(value),
        Err(trouble) => view! { <TroubleNote trouble=trouble /> }.into_any(),
    })
}

/// The same for who draws troubles otherwise.
pub fn answered<T>(
    question: Question<T>,
    draw: impl Fn(Result<T, Trouble>) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Carried + Send + Sync + 'static,
{
    drawn(vec![question.resource()], Arc::new(move |answers| draw(answers[0].read())))
}

/// The same for what takes the answers to two questions.
pub fn both<A, B>(
    first: Question<A>,
    second: Question<B>,
    draw: impl Fn(Result<A, Trouble>, Result<B, Trouble>) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    A: Clone + Carried + Send + Sync + 'static,
    B: Clone + Carried + Send + Sync + 'static,
{
    let draw = move |answers: &[Answer]| draw(answers[0].read(), answers[1].read());
    drawn(vec![first.resource(), second.resource()], Arc::new(draw))
}

type Draw = Arc<dyn Fn(&[Answer]) -> AnyView + Send + Sync>;

/// One code for all kinds of answers. An answer may come when its page has gone: what the page drew with is gone as well then,
/// and reading it would end the whole app.
fn drawn(asked: Vec<Resource<Answer, Paper>>, draw: Draw) -> AnyView {
    let page = StoredValue::new(());
    let suspend = move || {
        let (asked, draw) = (asked.clone(), Arc::clone(&draw));
        Suspend::new(async move {
            let mut answers = Vec::with_capacity(asked.len());
            for resource in asked {
                if page.is_disposed() {
                    break;
                }
                answers.push(resource.await);
            }
            if page.is_disposed() { ().into_any() } else { draw(&answers) }
        })
    };
    view! { <Transition>{suspend}</Transition> }.into_any()
}
