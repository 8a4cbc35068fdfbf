//! The desk's frame: top bar, side navigation, and the page between. One column with a bar below on a phone.

use domain::live::Topic;
use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::navigation::{Navigation, more_doors};
use crate::account::api::{Frame, my_frame};
use crate::account::{LookSwitches, PostMenu, words as w};
use crate::asking::Question;
use crate::live::{CutBanner, use_live};
use crate::look::use_look;
use crate::notices::bell;
use crate::parts::{CentreCrumbs, loaded};
use crate::words::{Text, figures::ILLUSTRATIVE, n, t};

/// What may change a badge.
const COUNTED: &[Topic] =
    &[Topic::Warnings, Topic::Events, Topic::Orders, Topic::Reviews, Topic::Notices, Topic::Duty];

/// The frame around the pages of the desk's routes.
#[component]
pub fn DeskFrame() -> impl IntoView {
    view! { <DeskChrome><Outlet /></DeskChrome> }
}

/// The frame around anything.
#[component]
pub fn DeskChrome(
    /// The page.
    children: Children,
) -> impl IntoView {
    const SKIP: Text = Text::new("跳到正文", "Skip to the page");
    let changed = use_live(COUNTED);
    let resource = Question::new(move || changed.get(), |_| my_frame());
    provide_context(resource);
    view! {
        <div class="desk">
            <a class="skip" href="#main">{t(SKIP)}</a>
            <header class="top">
                <a class="brand" href="/">{t(w::PRODUCT)}</a>
                {loaded(resource, top)}
                <LookSwitches />
            </header>
            <CutBanner />
            {loaded(resource, |frame| view! { <Navigation frame=frame /> }.into_any())}
            <main class="page" id="main" tabindex="-1">{children()}</main>
        </div>
    }
    .into_any()
}

fn top(frame: Frame) -> AnyView {
    let (head, more) = (frame.head.clone(), more_doors(&frame));
    let duty = head.as_ref().and_then(|head| head.on_duty.clone());
    let bell = bell(&frame);
    view! {
        {head.map(|head| view! { <CentreCrumbs way=head.breadcrumb here=head.centre /> })}
        {use_look().illustrative.then(|| view! { <span class="top-demo">{t(ILLUSTRATIVE)}</span> })}
        <span class="top-space"></span>
        {duty.map(|duty| {
            view! {
                <a class="top-duty" href="/duty">{t(w::ON_DUTY)} " " {n(&duty.post)} " · " {duty.name}</a>
            }
        })}
        {bell}
        <PostMenu frame=frame>{more}</PostMenu>
    }
    .into_any()
}
