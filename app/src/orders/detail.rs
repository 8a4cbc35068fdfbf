//! `/orders/:id`: one order with its tree, its clocks, and what the reader may do.

use domain::live::Topic;
use domain::rooms::RoomSubject;
use domain::{AssignmentId, CentreId, OrderId};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{
    CorrectOrder, DelegateAssignment, OrderSheet, PassDown, RecallOrder, Redispatch, ReportProgress,
    StepAssignment, UrgeAssignment, one_order,
};
use super::cards::{event_card, figures, head, series_card};
use super::letter::{correct_form, letter_card};
use super::mine::{chosen, mine_actions};
use super::progress::reports;
use super::row_actions::recall_form;
use super::tree::tree;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::duty::{Served, served};
use crate::live::use_live;
use crate::parts::{DeedTrouble, TimelineList, form_trouble, loaded};
use crate::rooms::RoomTalk;
use crate::supervision::{api::Explain, explanations_card};
use crate::words::t;

/// What the page can do to an order.
#[derive(Clone, Copy)]
pub(super) struct Doing {
    /// The task of the reader's own centre that it acts on.
    pub task: Option<AssignmentId>,
    pub step: Deed,
    pub pass_down: Deed,
    pub recall: Deed,
    pub urge: Deed,
    pub correct: Deed,
    pub redispatch: Deed,
    /// The page's key for its forms.
    pub key: StoredValue<String>,
    pub delegate: Deed,
    pub explain: Deed,
}

impl Doing {
    fn new() -> Self {
        Self {
            task: None,
            step: Deed::of::<StepAssignment>(),
            pass_down: Deed::of::<PassDown>(),
            recall: Deed::of::<RecallOrder>(),
            urge: Deed::of::<UrgeAssignment>(),
            correct: Deed::of::<CorrectOrder>(),
            redispatch: Deed::of::<Redispatch>(),
            key: StoredValue::new(String::new()),
            delegate: Deed::of::<DelegateAssignment>(),
            explain: Deed::of::<Explain>(),
        }
    }

    /// Grows with each thing done here.
    fn done(self) -> usize {
        [self.step, self.pass_down, self.recall, self.urge]
            .into_iter()
            .chain([self.correct, self.redispatch, self.delegate, self.explain])
            .map(Deed::times)
            .sum()
    }
}

/// The page. `?task=` says which of several tasks of the reader's own centre it acts on.
#[component]
pub fn OrderPage() -> impl IntoView {
    let (params, changed, doing) = (use_params_map(), use_live(&[Topic::Orders, Topic::Duty]), Doing::new());
    let id = Memo::new(move |_| OrderId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let rooms = RoomTalk::of(move || RoomSubject::Order(id.get()));
    let query = use_query_map();
    let task = Memo::new(move |_| query.get().get("task").and_then(|id| id.parse().ok()).map(AssignmentId));
    let sheet = Question::new(
        move || (id.get(), changed.get(), doing.done()),
        |(id, _, _)| async move { served(one_order(id).await, centres_of).await },
    );
    view! {
        <div class="troubles">
            <DeedTrouble deed=doing.step />
            <DeedTrouble deed=doing.pass_down />
            <DeedTrouble deed=doing.recall />
            <DeedTrouble deed=doing.urge />
            <DeedTrouble deed=doing.correct />
            <DeedTrouble deed=doing.redispatch />
            {rooms.troubles()}
            <DeedTrouble deed=doing.delegate />
            <DeedTrouble deed=doing.explain />
            {form_trouble::<ReportProgress>()}
        </div>
        {loaded(sheet, move |sheet| view! { {move || draw(sheet.clone(), task.get(), doing, rooms)} }.into_any())}
    }
}

fn centres_of(sheet: &OrderSheet) -> Vec<CentreId> {
    sheet.detail.tree.iter().map(|row| row.recipient.id).collect()
}

fn draw(
    (sheet, duty): Served<OrderSheet>,
    task: Option<AssignmentId>,
    doing: Doing,
    rooms: RoomTalk,
) -> AnyView {
    let OrderSheet { detail, key, explanations, chart } = sheet;
    let title = format!("{} {}", t(w::ORDER), detail.row.number);
    doing.key.set_value(key.clone());
    let doing = Doing { task: chosen(&detail, task), ..doing };
    let actions = mine_actions(&detail, &key, doing);
    let recall = detail.may_recall.then(|| recall_form(detail.row.id, doing.recall));
    let correct = detail.may_correct.then(|| correct_form(&detail, doing.correct));
    let id = detail.row.id;
    let unit = detail.receipts.unit.clone();
    let photos = reports(&detail.progress, &unit);
    let side = event_card(&detail);
    view! {
        <Title text=title />
        <div class="page-head">
            {head(&detail)}
            <div class="actions" id="mine">{recall} {correct} {actions}</div>
        </div>
        <div class="columns">
            <div>
                <section class="card">
                    {figures(&detail.row)}
                    {tree(&detail, &duty, doing)}
                </section>
                {series_card(&detail, chart)}
                {photos}
            </div>
            <aside>
                {explanations_card(&explanations, doing.explain)}
                {letter_card(&detail)}
                {rooms.card(RoomSubject::Order(id))}
                {side}
                <section class="card">
                    <div class="card-head"><h2>{t(w::TIMELINE)}</h2><span>{t(w::FROM_AUDIT)}</span></div>
                    <TimelineList entries=detail.timeline />
                </section>
            </aside>
        </div>
    }
    .into_any()
}
