//! What a form does: sent by WASM as the browser itself would send it, so that the page stays and tells what came of it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server::ServerActionError;
use leptos::server_fn::ServerFn;
use leptos::server_fn::error::ServerFnUrlError;

use super::{Trouble, here};

/// A form's deed, done by a server function. Make it at the top of a page; give it to `DeedForm`.
///
/// All deeds are of one type: the form's fields travel as they are, and the server alone reads them. One whose page has gone,
/// because the server sent the reader on, is as if nothing had been done: whoever still asks does so for nobody.
#[derive(Debug, Clone, Copy)]
pub struct Deed {
    url: &'static str,
    under_way: RwSignal<usize>,
    done: RwSignal<usize>,
    outcome: RwSignal<Option<Result<(), Trouble>>>,
}

impl Deed {
    /// A deed that a server function does. When the page was drawn after the same form was posted without WASM, the URL
    /// says what went wrong with that.
    #[must_use]
    pub fn of<F: ServerFn<Error = Trouble> + 'static>() -> Self {
        Self {
            url: F::url(),
            under_way: RwSignal::new(0),
            done: RwSignal::new(0),
            outcome: RwSignal::new(posted_trouble(F::PATH).map(Err)),
        }
    }

    /// Where the form posts to.
    #[must_use]
    pub const fn url(self) -> &'static str {
        self.url
    }

    /// Whether the server has not answered yet.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        self.under_way.try_get().is_some_and(|count| count > 0)
    }

    /// Grows with each time it was done or refused; take it as a question's source.
    #[must_use]
    pub fn times(self) -> usize {
        self.done.try_get().unwrap_or_default()
    }

    /// Whether the last try was taken.
    #[must_use]
    pub fn is_taken(self) -> bool {
        self.outcome.try_with(|outcome| matches!(outcome, Some(Ok(())))).unwrap_or_default()
    }

    /// What went wrong with the last try.
    #[must_use]
    pub fn trouble(self) -> Option<Trouble> {
        self.outcome.try_get().flatten().and_then(Result::err)
    }

    /// Takes the form that is being sent out of the browser's hands.
    pub fn submit(self, event: SubmitEvent) {
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        let form = here::fields(&event);
        self.under_way.update(|count| *count += 1);
        leptos::task::spawn(async move {
            let outcome = here::post(self.url, form).await;
            // The page may be gone by now.
            self.under_way.try_update(|count| *count -= 1);
            self.done.try_update(|count| *count += 1);
            self.outcome.try_set(Some(outcome));
        });
    }
}

/// What went wrong with the last plain post to this server function, as the URL that the server sent the reader back to
/// says it.
pub(crate) fn posted_trouble(path: &str) -> Option<Trouble> {
    use_context::<ServerActionError>()
        .filter(|error| error.path() == path)
        .map(|error| ServerFnUrlError::<Trouble>::decode_err(error.err()))
}
