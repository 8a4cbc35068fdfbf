//! The page's one `EventSource`.
//!
//! Its closures live as long as the page: there is one stream, opened once, so they are given away (`forget`).

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::live::Change;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, EventSource, HtmlFormElement, MessageEvent};

use super::Live;
use crate::look::clock_here;

/// Changes within this time count as one.
const DEBOUNCE: Duration = Duration::from_millis(250);
/// Without a heartbeat for this long the connection counts as cut.
const SILENCE: TimeDelta = TimeDelta::seconds(10);
/// How long to wait before a closed stream is opened again.
const REOPEN: TimeDelta = TimeDelta::seconds(5);

#[derive(Deserialize)]
struct Heartbeat {
    now: DateTime<Utc>,
}

/// What the page remembers of the stream between events.
#[derive(Clone, Copy)]
struct Ear {
    live: Live,
    /// The stream, while there is one. Only the browser's one thread touches it.
    source: StoredValue<Option<EventSource>, LocalStorage>,
    /// When the server was last heard, by the browser's clock.
    heard: StoredValue<DateTime<Utc>>,
    /// How far the server's clock is ahead of the browser's.
    ahead: StoredValue<TimeDelta>,
}

/// Opens the stream and keeps it open; lets the seconds run.
pub(super) fn open(live: Live) {
    let ear = Ear {
        live,
        source: StoredValue::new_local(None),
        heard: StoredValue::new(clock_here()),
        ahead: StoredValue::new(live.now.get_untracked() - clock_here()),
    };
    ear.listen();
    watch_forms();
    set_interval(move || ear.tick(), Duration::from_secs(1));
}

impl Ear {
    fn listen(self) {
        let Ok(source) = EventSource::new("/live") else { return };
        on(&source, "change", move |data| self.changed(&data));
        on(&source, "heartbeat", move |data| self.beat(&data));
        on(&source, "reset", move |_| self.live.all_changed());
        self.source.set_value(Some(source));
    }

    fn tick(self) {
        let now = clock_here();
        self.live.now.set(now + self.ahead.get_value());
        if self.live.waiting.get_untracked() && !typing() {
            self.live.all_changed();
        }
        let silent = now - self.heard.get_value();
        if silent > SILENCE && self.live.connected.get_untracked() {
            self.live.connected.set(false);
        }
        let closed = self
            .source
            .with_value(|source| source.as_ref().is_none_or(|s| s.ready_state() == EventSource::CLOSED));
        if closed && silent > REOPEN {
            // Heard or not, wait as long again before the next try.
            self.listen();
        }
    }

    fn beat(self, data: &str) {
        let here = clock_here();
        self.heard.set_value(here);
        if let Ok(Heartbeat { now }) = serde_json::from_str(data) {
            self.ahead.set_value(now - here);
        }
        if !self.live.connected.get_untracked() {
            // What happened meanwhile is unknown to a stream that was opened anew.
            self.live.connected.set(true);
            self.live.all_changed();
        }
    }

    fn changed(self, data: &str) {
        self.heard.set_value(clock_here());
        let Ok(change) = serde_json::from_str::<Change>(data) else { return };
        let Some(version) = self.live.version(change.topic) else { return };
        let before = version.get_untracked();
        set_timeout(
            move || {
                if typing() {
                    // Drawing now would take the form away from under the hands. `tick` looks again.
                    self.live.waiting.set(true);
                } else if version.get_untracked() == before {
                    // Only the first of a burst finds the version as it was.
                    version.set(before.wrapping_add(1));
                }
            },
            DEBOUNCE,
        );
    }
}

/// Whether somebody has typed into a form and not sent it, or has a dialog before them.
fn typing() -> bool {
    document().query_selector("form[data-typed], dialog[open]").ok().flatten().is_some()
}

/// Marks forms that were typed into. Filters are not drawn anew, so they do not count.
fn watch_forms() {
    let typed = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(form) = field.and_then(|field| field.closest("form:not([method=get])").ok().flatten()) {
            // Fails only for an invalid name.
            let _ = form.set_attribute("data-typed", "");
        }
    });
    // Fails only for a null callback.
    let _ = document().add_event_listener_with_callback("input", typed.as_ref().unchecked_ref());
    typed.forget();
}

/// Empties the forms that were typed into and closes what held them.
pub(super) fn settle_forms() {
    each("form[data-typed]", |form| {
        let _ = form.remove_attribute("data-typed");
        if let Ok(form) = form.dyn_into::<HtmlFormElement>() {
            form.reset();
        }
    });
    each("details.act[open], details.grow[open]", |details| {
        let _ = details.remove_attribute("open");
    });
}

fn each(selector: &str, act: impl Fn(Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into::<Element>().ok()).for_each(act);
}

fn on(source: &EventSource, kind: &str, hear: impl Fn(String) + 'static) {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        hear(event.data().as_string().unwrap_or_default());
    });
    // Fails only for a null callback.
    let _ = source.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
    hear.forget();
}
