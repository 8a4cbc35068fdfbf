//! What may be done with a draft: send it, sign it, give it back, keep its parts for another time.

use domain::OrderDraftId;
use domain::order_drafts::{DraftDetail, DraftState};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{AttachFiles, CosignDraft, DiscardDraft, KeepGroup, KeepTemplate, ReopenDraft, SendDraft};
use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, DeedTrouble, ReasonField};
use crate::words::{n, t, use_lang};

/// The page's actions.
#[derive(Clone, Copy)]
pub(super) struct Acts {
    send: Deed,
    cosign: Deed,
    reopen: Deed,
    discard: Deed,
    group: Deed,
    template: Deed,
}

impl Acts {
    pub(super) fn new() -> Self {
        Self {
            send: Deed::of::<SendDraft>(),
            cosign: Deed::of::<CosignDraft>(),
            reopen: Deed::of::<ReopenDraft>(),
            discard: Deed::of::<DiscardDraft>(),
            group: Deed::of::<KeepGroup>(),
            template: Deed::of::<KeepTemplate>(),
        }
    }

    /// Grows with each thing done here.
    pub(super) fn done(self) -> usize {
        self.send.times() + self.cosign.times() + self.reopen.times()
    }

    pub(super) fn troubles(self) -> AnyView {
        view! {
            <DeedTrouble deed=self.send />
            <DeedTrouble deed=self.cosign />
            <DeedTrouble deed=self.reopen />
            <DeedTrouble deed=self.discard />
            <DeedTrouble deed=self.group />
            <DeedTrouble deed=self.template />
        }
        .into_any()
    }
}

/// The card with the click.
pub(super) fn acts(draft: &DraftDetail, acting: Acts) -> Option<AnyView> {
    let id = draft.row.id;
    if let Some(order) = draft.order {
        let link = view! { <section class="card"><a class="button primary" href=format!("/orders/{order}")>{t(w::TO_ORDER)}</a></section> };
        return Some(link.into_any());
    }
    let body = match (draft.row.state, draft.row.mine) {
        (DraftState::Open, true) => open(draft, id, acting),
        (DraftState::AwaitingCosign, _) => waiting(draft, id, acting),
        _ => return None,
    };
    Some(view! { <section class="card draft-acts">{body}</section> }.into_any())
}

/// Says where the group or template is that was kept.
fn kept(acting: Acts) -> Option<AnyView> {
    let taken = acting.template.is_taken() || acting.group.is_taken();
    taken.then(|| view! { <p>"✓ " {t(w::KEPT)} " " <a href="/orders/saved">{t(w::SAVED)}</a></p> }.into_any())
}

fn open(draft: &DraftDetail, id: OrderDraftId, acting: Acts) -> AnyView {
    let total = draft.recipients.total.to_string();
    let asks = draft.needs_cosign;
    let words = if asks { w::ASK_COSIGN } else { w::SEND };
    let words = words.with(use_lang(), &[("title", &draft.row.title), ("n", &total)]);
    let stuck = draft.trouble.is_some();
    let reason = (!draft.reason.is_empty())
        .then(|| view! { <p class="reason">"▲ " {t(w::GIVEN_BACK)} ": " {draft.reason.clone()}</p> });
    view! {
        {reason}
        {asks.then(|| signers(draft))}
        <DeedForm deed=acting.send>
            <input type="hidden" name="id" value=id.to_string() />
            <button class="button primary wide confirm-go" type="submit" disabled=move || stuck || acting.send.is_under_way()>{words}</button>
        </DeedForm>
        <div class="draft-more">
            {(!stuck && draft.letters > 0).then(|| keep_group(id, acting))}
            <DeedForm deed=acting.template>
                <input type="hidden" name="draft" value=id.to_string() />
                <button class="button" type="submit" disabled=move || acting.template.is_taken()>{t(w::SAVE_TEMPLATE)}</button>
            </DeedForm>
            <DeedForm deed=acting.discard>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="button" type="submit">{t(w::DISCARD)}</button>
            </DeedForm>
        </div>
        <div role="status">{move || kept(acting)}</div>
    }
    .into_any()
}

fn signers(draft: &DraftDetail) -> AnyView {
    let who: Vec<_> = draft.cosigners.iter().map(|(post, who)| format!("{} {who}", n(post))).collect();
    let who = if who.is_empty() { t(w::NOBODY_SIGNS).to_owned() } else { who.join(" · ") };
    view! { <p>{t(w::WHO_SIGNS)} ": " <b>{who}</b></p> }.into_any()
}

fn waiting(draft: &DraftDetail, id: OrderDraftId, acting: Acts) -> AnyView {
    let total = draft.recipients.total.to_string();
    let words = w::COSIGN.with(use_lang(), &[("n", &total)]);
    let stuck = draft.trouble.is_some();
    let take_back = draft.row.mine.then(|| {
        view! {
            <DeedForm deed=acting.reopen>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="button" type="submit">{t(w::TAKE_BACK)}</button>
            </DeedForm>
        }
    });
    let sign = draft.may_cosign.then(|| {
        view! {
            <DeedForm deed=acting.cosign>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="button primary wide confirm-go" type="submit" disabled=stuck>{words}</button>
            </DeedForm>
            <details class="act">
                <summary>{t(w::GIVE_BACK)}</summary>
                <DeedForm deed=acting.reopen>
                    <input type="hidden" name="id" value=id.to_string() />
                    <ReasonField label=t(w::GIVE_BACK_WHY) />
                    <button class="button primary" type="submit">{t(w::GIVE_BACK)}</button>
                </DeedForm>
            </details>
        }
    });
    view! { {signers(draft)} {sign} {take_back} }.into_any()
}

fn keep_group(id: OrderDraftId, acting: Acts) -> AnyView {
    view! {
        <details class="act">
            <summary>{t(w::SAVE_GROUP)}</summary>
            <DeedForm deed=acting.group>
                <input type="hidden" name="draft" value=id.to_string() />
                <label class="field"><span>{t(w::GROUP_NAME)}</span><input name="name" required maxlength="60" /></label>
                <button class="button primary" type="submit">{t(w::SAVE)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

/// Files that go with it; a plain multipart form adds more.
pub(super) fn files(draft: &DraftDetail) -> AnyView {
    let file = |(id, name): &(domain::AttachmentId, String)| {
        view! { <li><a href=format!("/attachments/{id}") rel="external">{name.clone()}</a></li> }
    };
    let add = (draft.row.mine && draft.row.state == DraftState::Open).then(|| {
        view! {
            <form class="draft-files" method="post" action=AttachFiles::url() enctype="multipart/form-data">
                <input type="hidden" name="draft" value=draft.row.id.to_string() />
                <label class="field"><span>{t(w::FILES_HINT)}</span><input name="files" type="file" multiple required /></label>
                <button class="button" type="submit">{t(w::ATTACH)}</button>
            </form>
        }
    });
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::FILES)}</h2></div>
            <ul>{draft.files.iter().map(file).collect_view()}</ul>
            {add}
        </section>
    }
    .into_any()
}
