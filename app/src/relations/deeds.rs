//! What the forms of a case's relations do.

use leptos::prelude::*;

use super::api;
use crate::asking::Deed;
use crate::parts::DeedTrouble;

/// All of them in one hand. Make it at the top of a page.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "each field is named after what it does")]
pub struct RelationDeeds {
    pub merge: Deed,
    pub unmerge: Deed,
    pub split: Deed,
    pub hang: Deed,
    pub take_out: Deed,
    pub name_helper: Deed,
    pub step_helper: Deed,
    pub give_lead: Deed,
    pub note: Deed,
}

impl RelationDeeds {
    /// The deeds of a page.
    #[must_use]
    pub fn new() -> Self {
        Self {
            merge: Deed::of::<api::MergeEvent>(),
            unmerge: Deed::of::<api::UnmergeEvent>(),
            split: Deed::of::<api::SplitEvent>(),
            hang: Deed::of::<api::HangEvent>(),
            take_out: Deed::of::<api::TakeOutEvent>(),
            name_helper: Deed::of::<api::NameHelper>(),
            step_helper: Deed::of::<api::StepHelper>(),
            give_lead: Deed::of::<api::GiveLead>(),
            note: Deed::of::<api::NoteEvent>(),
        }
    }

    const fn all(self) -> [Deed; 9] {
        [
            self.merge,
            self.unmerge,
            self.split,
            self.hang,
            self.take_out,
            self.name_helper,
            self.step_helper,
            self.give_lead,
            self.note,
        ]
    }

    /// Grows with each of them; take it as a question's source.
    #[must_use]
    pub fn times(self) -> usize {
        self.all().iter().map(|deed| deed.times()).sum()
    }

    /// What went wrong with the last tries.
    #[must_use]
    pub fn troubles(self) -> AnyView {
        self.all().into_iter().map(|deed| view! { <DeedTrouble deed=deed /> }).collect_view().into_any()
    }
}
