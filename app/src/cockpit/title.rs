//! The title bar: whose cockpit, the way up, the pages, the time, and how fresh the data is.

use chrono::{DateTime, TimeDelta, Utc};
use domain::centres::{CentreHead, CentreTag, Tier};
use domain::live::Topic;
use leptos::prelude::*;

use super::panel::{Kiosk, cockpit_href};
use super::words as w;
use crate::account::PostMenu;
use crate::account::api::my_frame;
use crate::asking::Question;
use crate::live::{use_live, use_now};
use crate::look::use_look;
use crate::notices::bell;
use crate::parts::{TroubleNote, answered, loaded};
use crate::words::{moments, n, t, use_lang};

/// Data older than this is stale.
const STALE: TimeDelta = TimeDelta::seconds(60);

/// The title bar.
#[component]
pub(super) fn TitleBar(
    /// The page's head.
    head: Question<CentreHead>,
    /// When the latest reading was measured.
    fresh: Question<Option<DateTime<Utc>>>,
) -> impl IntoView {
    let kiosk = use_context::<Kiosk>().is_some_and(|kiosk| kiosk.0);
    view! {
        <header class="ck-title">
            {answered(head, |head| match head {
                Ok(head) => names(head),
                Err(trouble) => view! { <div class="ck-missing"><TroubleNote trouble /></div> }.into_any(),
            })}
            <div class="ck-title-end">
                <Clock fresh />
                {(!kiosk).then(account)}
            </div>
        </header>
    }
    .into_any()
}

fn names(head: CentreHead) -> AnyView {
    let CentreHead { centre, breadcrumb, .. } = head;
    let title = cockpit_title(&centre);
    let up = (!breadcrumb.is_empty()).then(|| {
        let each = breadcrumb.into_iter().map(|above| {
            view! { <li><a href=cockpit_href(&above.code)>{n(&above.short)}</a></li> }
        });
        view! {
            <nav aria-label=t(w::UP)><ol class="ck-up">{each.collect_view()}</ol></nav>
        }
    });
    view! {
        {up}
        <h1>{title}</h1>
        {tabs(&centre)}
        {use_look().illustrative.then(|| view! { <span class="ck-demo" title=t(w::DEMO_LONG)>{t(w::DEMO)}</span> })}
    }
    .into_any()
}

/// `沙坪坝区数字化城市运行和治理中心`
pub(super) fn cockpit_title(centre: &CentreTag) -> String {
    let suffix = t(w::cockpit_of(centre.tier));
    let gap = if suffix.is_ascii() && !suffix.is_empty() { " " } else { "" };
    [&n(&centre.name), gap, suffix].concat()
}

fn tabs(centre: &CentreTag) -> AnyView {
    let code = &centre.code;
    let own_desk =
        if centre.tier == Tier::Township { "/owed".to_owned() } else { format!("/orders?centre={code}") };
    let kiosk = use_context::<Kiosk>().is_some_and(|kiosk| kiosk.0);
    view! {
        <nav class="ck-tabs" aria-label=t(w::TABS)>
            <a href=cockpit_href(code) aria-current="page">{t(w::OVERVIEW)}</a>
            <a href=format!("/risk-points?centre={code}")>{t(w::RISK_MAP)}</a>
            <a href=format!("/c/{code}/lanes")>{t(w::LANES)}</a>
            <a href=format!("/events?centre={code}")>{t(w::EVENT_HUB)}</a>
            {(!kiosk).then(|| view! { <a href=own_desk>{t(w::MY_DESK)}</a> })}
        </nav>
    }
    .into_any()
}

fn account() -> AnyView {
    let changed = use_live(&[Topic::Notices]);
    let frame = Question::new(move || changed.get(), |_| my_frame());
    view! {
        <div class="ck-account">
            {loaded(frame, |frame| view! { <div class="ck-who">{bell(&frame)} <PostMenu frame /></div> }.into_any())}
        </div>
    }
    .into_any()
}

/// The server's time, and how old the data is.
#[component]
fn Clock(fresh: Question<Option<DateTime<Utc>>>) -> impl IntoView {
    let (now, lang) = (use_now(), use_lang());
    let today = Memo::new(move |_| moments::day(now.get(), lang));
    view! {
        <div class="ck-clock">
            <time>{move || moments::clock_s(now.get())}</time>
            <div>
                <p>{today}</p>
                {answered(fresh, |at| freshness(at.ok().flatten()))}
            </div>
        </div>
    }
    .into_any()
}

fn freshness(at: Option<DateTime<Utc>>) -> AnyView {
    let (now, lang) = (use_now(), use_lang());
    let Some(at) = at else { return view! { <p class="ck-fresh">{t(w::DELAY_NONE)}</p> }.into_any() };
    let stale = Memo::new(move |_| now.get() - at > STALE);
    let words = Memo::new(move |_| {
        if stale.get() {
            w::DELAY_STALE.with(lang, &[("at", &moments::short(at, now.get()))])
        } else {
            w::DELAY.with(lang, &[("s", &(now.get() - at).num_seconds().max(0).to_string())])
        }
    });
    let hint = format!("{} · {}", moments::full(at), t(w::DELAY_LONG));
    view! { <p class="ck-fresh" data-stale=move || stale.get().then_some("") title=hint>{words}</p> }
        .into_any()
}
