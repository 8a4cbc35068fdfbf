//! One post: its holders, what is open, and the forms that change its holder.

use domain::posts::{Holding, PostSheet};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm};
use crate::words::posts::role_text;
use crate::words::{Text, n, t, use_lang};

/// The post as a card.
pub(super) fn sheet(post: &PostSheet, change: Deed) -> AnyView {
    let held = match &post.now {
        Some(now) => holding(w::HELD_BY, now),
        None => view! { <p class="bad">"▲ " {t(w::NOBODY)}</p> }.into_any(),
    };
    let next = post.next.as_ref().map(|next| holding(w::NEXT, next));
    let before = (!post.before.is_empty()).then(|| {
        view! {
            <details class="act">
                <summary>{t(w::BEFORE)}</summary>
                {post.before.iter().map(|each| holding(w::BEFORE, each)).collect_view()}
            </details>
        }
    });
    let [parts, explanations, shifts] =
        [post.open.parts, post.open.explanations, post.open.shifts].map(|count| count.to_string());
    let open =
        w::OPEN.with(use_lang(), &[("parts", &parts), ("explanations", &explanations), ("shifts", &shifts)]);
    view! {
        <section class="card" id=format!("post-{}", post.id)>
            <div class="card-head"><h2>{n(&post.title)}</h2><span>{t(role_text(post.role))}</span></div>
            {held}
            {next}
            <p class="quiet">{open}</p>
            {before}
            {post.may_change.then(|| forms(post, change))}
        </section>
    }
    .into_any()
}

fn holding(words: Text, holding: &Holding) -> AnyView {
    let until = holding.to.map(|to| view! { " " {t(w::UNTIL)} " " <CityTime at=to /> });
    let note = [holding.appointed_by.as_str(), holding.note.as_str()].join(" ");
    view! {
        <p>
            <span class="quiet">{t(words)}</span> " " <b>{holding.name.clone()}</b> " "
            <small>{t(w::SINCE)} " " <CityTime at=holding.from /> {until} " " {note}</small>
        </p>
    }
    .into_any()
}

fn forms(post: &PostSheet, change: Deed) -> AnyView {
    let held = post.now.is_some();
    let end = held.then(|| form(post, w::END, w::SUCCESSOR_MAYBE, false, change));
    view! {
        <div class="request-acts">
            {form(post, w::APPOINT, w::SUCCESSOR, true, change)}
            {end}
        </div>
    }
    .into_any()
}

fn form(post: &PostSheet, words: Text, who: Text, required: bool, change: Deed) -> AnyView {
    let id = post.id.to_string();
    view! {
        <details class="act">
            <summary>{t(words)} "…"</summary>
            <div class="act-body">
                <DeedForm deed=change>
                    <input type="hidden" name="change[post]" value=id />
                    <label class="field">
                        <span>{t(who)}</span>
                        <input name="change[successor]" maxlength="200" autocomplete="off" required=required />
                    </label>
                    <label class="field">
                        <span>{t(w::WHEN)}</span>
                        <input name="change[at]" type="datetime-local" />
                    </label>
                    <label class="field">
                        <span>{t(w::NOTE)}</span>
                        <input name="change[note]" maxlength="500" />
                    </label>
                    <button class="button primary wide" type="submit">{t(words)}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
