//! The page's one `EventSource`.
//!
//! It outlives the component that was the first to ask for it, so nothing of it belongs to a component: what it remembers is in
//! plain cells, and its closures are given away (`forget`), once a stream.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::live::Change;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, EventSource, HtmlFormElement, MessageEvent};

use super::Live;
use crate::asking::reading::read;
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

/// What the page remembers of the stream between events. Times are by the browser's clock.
struct Ear {
    live: Live,
    /// The stream, while there is one.
    source: RefCell<Option<EventSource>>,
    /// When it was opened last.
    opened: Cell<DateTime<Utc>>,
    /// When the server was last heard.
    heard: Cell<DateTime<Utc>>,
    /// How far the server's clock is ahead.
    ahead: Cell<TimeDelta>,
}

/// Opens the stream and keeps it open; lets the seconds run.
pub(super) fn open(live: Live) {
    let now = clock_here();
    let ear = Rc::new(Ear {
        live,
        source: RefCell::new(None),
        opened: Cell::new(now),
        heard: Cell::new(now),
        ahead: Cell::new(live.now.get_untracked() - now),
    });
    ear.listen();
    watch_forms();
    set_interval(move || ear.tick(), Duration::from_secs(1));
}

impl Ear {
    fn listen(self: &Rc<Self>) {
        self.opened.set(clock_here());
        let Ok(source) = EventSource::new("/live") else { return };
        let (on_change, on_beat, live) = (Rc::clone(self), Rc::clone(self), self.live);
        on(&source, "change", move |data| on_change.changed(&data));
        on(&source, "heartbeat", move |data| on_beat.beat(&data));
        on(&source, "reset", move |_| draw_all(live));
        self.source.replace(Some(source));
    }

    fn tick(self: &Rc<Self>) {
        let (now, live) = (clock_here(), self.live);
        live.now.set(now + self.ahead.get());
        if live.waiting.get_untracked() {
            draw_all(live);
        }
        if now - self.heard.get() > SILENCE && live.connected.get_untracked() {
            live.connected.set(false);
        }
        let closed = |source: &EventSource| source.ready_state() == EventSource::CLOSED;
        if self.source.borrow().as_ref().is_none_or(closed) && now - self.opened.get() > REOPEN {
            self.listen();
        }
    }

    fn beat(&self, data: &str) {
        let (here, live) = (clock_here(), self.live);
        self.heard.set(here);
        if let Ok(Heartbeat { now }) = read(data.as_bytes()) {
            self.ahead.set(now - here);
        }
        if !live.connected.get_untracked() {
            // What happened meanwhile is unknown to a stream that was opened anew.
            live.connected.set(true);
            draw_all(live);
        }
    }

    fn changed(&self, data: &str) {
        self.heard.set(clock_here());
        let Ok(change) = read::<Change>(data.as_bytes()) else { return };
        let live = self.live;
        let Some(version) = live.version(change.topic) else { return };
        let before = version.get_untracked();
        set_timeout(
            move || {
                if typing() {
                    live.waiting.set(true);
                } else if version.get_untracked() == before {
                    // Only the first of a burst finds the version as it was.
                    version.set(before.wrapping_add(1));
                }
            },
            DEBOUNCE,
        );
    }
}

/// Asks everything anew, or waits: drawing would take a form away from under the hands. `tick` looks again.
fn draw_all(live: Live) {
    if typing() {
        live.waiting.set(true);
    } else {
        live.all_changed();
    }
}

/// Whether somebody has opened a form or typed into one and not sent it, or has a dialog before them.
fn typing() -> bool {
    const AT_WORK: &str = "form[data-typed], dialog[open], details.act[open], details.grow[open]";
    document().query_selector(AT_WORK).ok().flatten().is_some()
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

/// Empties the forms that send to `action`, and closes what holds them.
pub(super) fn settle_forms(action: &str) {
    let selector = ["form[action='", action, "']"].concat();
    let Ok(found) = document().query_selector_all(&selector) else { return };
    let forms = (0..found.length()).filter_map(|place| found.get(place)?.dyn_into::<HtmlFormElement>().ok());
    for form in forms {
        if form.has_attribute("data-typed") {
            let _ = form.remove_attribute("data-typed");
            form.reset();
        }
        if let Ok(Some(details)) = form.closest("details.act, details.grow") {
            let _ = details.remove_attribute("open");
        }
    }
}

fn on(source: &EventSource, kind: &str, hear: impl Fn(String) + 'static) {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        hear(event.data().as_string().unwrap_or_default());
    });
    // Fails only for a null callback.
    let _ = source.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
    hear.forget();
}
