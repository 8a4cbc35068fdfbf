//! `/orders/:id`: one order with its tree, its clocks, and what the reader may do.

use domain::OrderId;
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::{
    CorrectOrder, OrderSheet, PassDown, RecallOrder, ReportProgress, StepAssignment, UrgeAssignment,
    one_order,
};
use super::cards::{event_card, figures, head, series_card};
use super::letter::{correct_form, letter_card};
use super::mine::mine_actions;
use super::progress::reports;
use super::row_actions::recall_form;
use super::tree::tree;
use super::words as w;
use crate::live::use_live;
use crate::parts::{ActionTrouble, TimelineList, form_trouble, loaded};
use crate::words::t;

/// What the page can do to an order.
#[derive(Clone, Copy)]
pub(super) struct Doing {
    pub step: ServerAction<StepAssignment>,
    pub pass_down: ServerAction<PassDown>,
    pub recall: ServerAction<RecallOrder>,
    pub urge: ServerAction<UrgeAssignment>,
    pub correct: ServerAction<CorrectOrder>,
}

impl Doing {
    fn new() -> Self {
        Self {
            step: ServerAction::new(),
            pass_down: ServerAction::new(),
            recall: ServerAction::new(),
            urge: ServerAction::new(),
            correct: ServerAction::new(),
        }
    }

    /// Grows with each thing done here.
    fn done(self) -> usize {
        self.step.version().get()
            + self.pass_down.version().get()
            + self.recall.version().get()
            + self.urge.version().get()
            + self.correct.version().get()
    }
}

/// The page.
#[component]
pub fn OrderPage() -> impl IntoView {
    let (params, changed, doing) = (use_params_map(), use_live(&[Topic::Orders]), Doing::new());
    let id = Memo::new(move |_| OrderId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let sheet = Resource::new(move || (id.get(), changed.get(), doing.done()), |(id, _, _)| one_order(id));
    view! {
        <div class="troubles">
            <ActionTrouble action=doing.step />
            <ActionTrouble action=doing.pass_down />
            <ActionTrouble action=doing.recall />
            <ActionTrouble action=doing.urge />
            <ActionTrouble action=doing.correct />
            {form_trouble::<ReportProgress>()}
        </div>
        {loaded(sheet, move |sheet| draw(sheet, doing))}
    }
}

fn draw(sheet: OrderSheet, doing: Doing) -> AnyView {
    let OrderSheet { detail, key, chart } = sheet;
    let title = format!("{} {}", t(w::ORDER), detail.row.number);
    let actions = mine_actions(&detail, &key, doing);
    let recall = detail.may_recall.then(|| recall_form(detail.row.id, doing.recall));
    let correct = detail.may_correct.then(|| correct_form(&detail, doing.correct));
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
                    {tree(&detail, doing)}
                </section>
                {series_card(&detail, chart)}
                {photos}
            </div>
            <aside>
                {letter_card(&detail)}
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
