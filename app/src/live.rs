//! What changed, told to this page: one stream a page, and signals that grow when something changed.

#[cfg(not(feature = "ssr"))]
#[path = "live/browser.rs"]
mod here;
#[cfg(feature = "ssr")]
#[path = "live/server.rs"]
mod here;

use chrono::{DateTime, Utc};
use domain::live::Topic;
use leptos::prelude::*;

use crate::look::use_look;
use crate::words::{Text, t};

/// The page's share in what happens: a version a topic, the server's time, and whether the stream is up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Live {
    /// By the topic's place in [`Topic::ALL`]: grows with each change (many within 250 ms count as one).
    versions: [RwSignal<u32>; Topic::ALL.len()],
    /// The server's time, to the second.
    now: RwSignal<DateTime<Utc>>,
    /// False when nothing was heard for ten seconds.
    connected: RwSignal<bool>,
    /// Something changed while a form was being filled in: the page waits with drawing it.
    waiting: RwSignal<bool>,
    /// Whether the stream was opened already.
    opened: StoredValue<bool>,
}

impl Live {
    fn version(&self, topic: Topic) -> Option<RwSignal<u32>> {
        Topic::ALL.iter().zip(self.versions).find(|(each, _)| **each == topic).map(|(_, version)| version)
    }

    /// Everything may have changed.
    fn all_changed(&self) {
        self.waiting.set(false);
        for version in self.versions {
            version.update(|count| *count = count.wrapping_add(1));
        }
    }
}

/// Prepares the page for changes; the stream itself opens with the first [`use_live`].
pub(crate) fn provide_live() {
    provide_context(Live {
        versions: std::array::from_fn(|_| RwSignal::new(0)),
        now: RwSignal::new(use_look().now),
        connected: RwSignal::new(true),
        waiting: RwSignal::new(false),
        opened: StoredValue::new(false),
    });
}

fn live() -> Live {
    let live: Live = use_context().expect("App provides the live signals before anything is drawn");
    if !live.opened.get_value() {
        live.opened.set_value(true);
        here::open(live);
    }
    live
}

/// A number that grows when something of these kinds changed within the reader's scope. Take it as a resource's source.
pub fn use_live(topics: &'static [Topic]) -> Signal<u32> {
    let live = live();
    Signal::derive(move || {
        topics
            .iter()
            .filter_map(|topic| live.version(*topic))
            .fold(0, |sum, version| version.get().wrapping_add(sum))
    })
}

/// The server's time, to the second; stands still on the server.
pub fn use_now() -> Signal<DateTime<Utc>> {
    live().now.into()
}

/// Whether the stream is up.
pub fn use_connected() -> Signal<bool> {
    live().connected.into()
}

/// Says within ten seconds that the connection is cut and what is on screen may be old.
#[component]
pub fn CutBanner() -> impl IntoView {
    const CUT: Text = Text::new(
        "与服务器的连接已中断,画面可能不是最新;正在重连…",
        "The connection is cut; what you see may be old. Reconnecting…",
    );
    const WAITING: Text = Text::new(
        "内容有更新;正在填写表单,提交后自动刷新。",
        "There is news; it is drawn once your form is sent.",
    );
    const NOW: Text = Text::new("立即刷新", "Draw it now");
    let (live, connected, words) = (live(), use_connected(), t(CUT));
    view! {
        <div class="cut-banner" role="status" aria-live="polite" hidden=move || connected.get()>
            {words}
        </div>
        <div class="news-banner" role="status" hidden=move || !live.waiting.get()>
            {t(WAITING)}
            " "
            <button class="button small" type="button" on:click=move |_| live.all_changed()>{t(NOW)}</button>
        </div>
    }
}

/// What was typed was taken: empties and closes the forms that send it to `action`. Others stay: somebody may have opened one
/// while the server was answering. Does nothing on the server.
pub fn settle_forms(action: &str) {
    here::settle_forms(action);
}
