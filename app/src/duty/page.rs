//! `/duty`: a week of a centre's roster, who is on duty now, and who is not below.

use domain::audit::TimelineEntry;
use domain::duty::{Roster, Week};
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{
    AddShift, EndAbsence, HandOver, NoteAbsence, RemoveShift, SendRoster, SwapShifts, TakeOver, roster_of,
};
use super::calendar::calendar;
use super::forms::{absence_card, add_form, import_form};
use super::hand_overs::hand_over_card;
use super::now::{below_card, now_card};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::centres::Way;
use crate::live::{use_live, use_now};
use crate::parts::{DeedTrouble, TimelineList, form_trouble, loaded};
use crate::words::{n, t};

/// What the page can do to a roster.
#[derive(Clone, Copy)]
pub(super) struct Doing {
    pub add: Deed,
    pub remove: Deed,
    pub swap: Deed,
    pub hand_over: Deed,
    pub take_over: Deed,
    pub away: Deed,
    pub back: Deed,
}

impl Doing {
    fn new() -> Self {
        Self {
            add: Deed::of::<AddShift>(),
            remove: Deed::of::<RemoveShift>(),
            swap: Deed::of::<SwapShifts>(),
            hand_over: Deed::of::<HandOver>(),
            take_over: Deed::of::<TakeOver>(),
            away: Deed::of::<NoteAbsence>(),
            back: Deed::of::<EndAbsence>(),
        }
    }

    /// Grows with each thing done here.
    fn done(self) -> usize {
        self.add.times()
            + self.remove.times()
            + self.swap.times()
            + self.hand_over.times()
            + self.take_over.times()
            + self.away.times()
            + self.back.times()
    }
}

/// The page.
#[component]
pub fn DutyPage() -> impl IntoView {
    let (query, changed, doing) = (use_query_map(), use_live(&[Topic::Duty]), Doing::new());
    let asked = Memo::new(move |_| {
        let query = query.get();
        (query.get("centre").unwrap_or_default(), query.get("week").and_then(|week| week.parse().ok()))
    });
    let roster = Question::new(
        move || (asked.get(), changed.get(), doing.done()),
        |((centre, week), ..)| roster_of(centre, week),
    );
    view! {
        <div class="troubles">
            <DeedTrouble deed=doing.add />
            <DeedTrouble deed=doing.remove />
            <DeedTrouble deed=doing.swap />
            <DeedTrouble deed=doing.hand_over />
            <DeedTrouble deed=doing.take_over />
            <DeedTrouble deed=doing.away />
            <DeedTrouble deed=doing.back />
            {form_trouble::<SendRoster>()}
        </div>
        {loaded(roster, move |roster| draw(roster, doing))}
    }
}

fn draw(roster: Roster, doing: Doing) -> AnyView {
    let centre = roster.head.centre.clone();
    let way = view! { <Way head=roster.head.clone() href=|code: &str| format!("/duty?centre={code}") /> };
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            {way}
            <h1>{n(&centre.name)} " " {t(w::TITLE)}</h1>
            <div class="actions">{import_form(&roster)} {add_form(&roster, doing)}</div>
        </div>
        <div class="columns">
            <div>
                {now_card(&centre, roster.head.on_duty.clone())}
                {weeks(&centre.code, roster.week)}
                {calendar(&roster, doing)}
            </div>
            <aside>
                {hand_over_card(&roster, doing)}
                {absence_card(&roster, doing)}
                {below_card(&roster.below)}
                {timeline(roster.timeline)}
            </aside>
        </div>
    }
    .into_any()
}

/// What happened to the roster; nothing before something did.
fn timeline(entries: Vec<TimelineEntry>) -> Option<AnyView> {
    (!entries.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::TIMELINE)}</h2><span>{t(w::FROM_AUDIT)}</span></div>
                <TimelineList entries />
            </section>
        }
        .into_any()
    })
}

/// Earlier, this, later, any.
fn weeks(centre: &str, week: Week) -> AnyView {
    let href = |week: Week| format!("/duty?centre={centre}&week={week}");
    let present = Week::of(use_now().get_untracked());
    view! {
        <nav class="duty-weeks" aria-label=t(w::DAY)>
            <a class="button" href=href(week.later(-1))>{t(w::EARLIER)}</a>
            <a class="button" href=href(present) aria-current=(week == present).then_some("page")>{t(w::THIS_WEEK)}</a>
            <a class="button" href=href(week.later(1))>{t(w::LATER)}</a>
            <form method="get" action="/duty">
                <input type="hidden" name="centre" value=centre.to_owned() />
                <input name="week" type="week" value=week.to_string() aria-label=t(w::GO_WEEK) required pattern="[0-9]{4}-W[0-9]{2}" />
                <button class="button" type="submit">{t(w::GO_WEEK)}</button>
            </form>
        </nav>
    }
    .into_any()
}
