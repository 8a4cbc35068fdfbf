//! `/posts`: the posts of a centre.

use domain::centres::CentreTag;
use domain::live::Topic;
use domain::posts::PostsPage as Posts;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{ChangeHolder, posts_of_centre};
use super::sheet::sheet;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{DeedTrouble, loaded};
use crate::words::{n, t};

/// The page; the URL's `centre` says whose.
#[component]
pub fn PostsPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Posts, Topic::Orders]));
    let change = Deed::of::<ChangeHolder>();
    let centre = Memo::new(move |_| query.get().get("centre").unwrap_or_default());
    let asked = Question::new(
        move || (centre.get(), changed.get(), change.times()),
        |(centre, ..)| posts_of_centre(centre),
    );
    view! {
        <Title text=t(w::TITLE) />
        <DeedTrouble deed=change />
        {loaded(asked, move |posts| draw(&posts, change))}
    }
}

fn draw(posts: &Posts, change: Deed) -> AnyView {
    let below = |centre: &CentreTag| {
        view! { <li><a class="row-title" href=format!("/posts?centre={}", centre.code)>{n(&centre.name)}</a></li> }
    };
    let below = (!posts.below.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::BELOW)}</h2></div>
                <ul class="by-centre">{posts.below.iter().map(below).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div class="page-head">
            <h1>{n(&posts.centre.name)} " " {t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        <div class="columns">
            <div>{posts.posts.iter().map(|post| sheet(post, change)).collect_view()}</div>
            <aside>{below}</aside>
        </div>
    }
    .into_any()
}
