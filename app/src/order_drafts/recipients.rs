//! The ways to choose who receives an order.

use domain::centres::{CentreTag, Tier};
use domain::order_drafts::{Choice as Chosen, Composer};
use leptos::prelude::*;

use super::area::AreaField;
use super::tree::CentreTree;
use super::words as w;
use crate::parts::{Choice, Select};
use crate::words::{n, t};

/// By tier, by lane, by saved group, on the map, one by one.
pub(super) fn recipient_fields(composer: Composer) -> AnyView {
    let Composer { spec, centre, below, lanes, groups, .. } = composer;
    let Chosen { centres, all_districts, townships_of, lane, area, group } = spec.choice;
    let has_districts = below.iter().any(|centre| centre.tier == Tier::District);
    let over: Vec<Choice> = over_townships(&centre, &below);
    let lanes: Vec<Choice> = lanes.iter().map(|(code, name)| (code.clone(), n(name))).collect();
    let groups: Vec<Choice> = groups
        .into_iter()
        .map(|group| (group.id.to_string(), format!("{} · {}", group.name, group.size)))
        .collect();
    let none = Some(t(w::NONE));
    view! {
        {has_districts.then(|| view! {
            <label class="field-line">
                <input type="checkbox" name="spec[choice][all_districts]" value="true" checked=all_districts />
                {t(w::ALL_DISTRICTS)}
            </label>
        })}
        <div class="compose-ways">
            <Select name="spec[choice][townships_of]" label=t(w::TOWNSHIPS_OF) all=none choices=over chosen=townships_of />
            {(!lanes.is_empty()).then(|| view! {
                <Select name="spec[choice][lane]" label=t(w::LANE) all=none choices=lanes chosen=lane />
            })}
            {(!groups.is_empty()).then(|| view! {
                <Select name="spec[choice][group]" label=t(w::GROUP) all=none choices=groups chosen=group />
            })}
        </div>
        <CentreTree below=below chosen=centres />
        <AreaField text=area />
    }
    .into_any()
}

/// Centres whose townships can be chosen all at once: the issuer's own, then each district.
fn over_townships(centre: &CentreTag, below: &[CentreTag]) -> Vec<Choice> {
    let districts = below.iter().filter(|centre| centre.tier == Tier::District);
    std::iter::once(centre).chain(districts).map(|centre| (centre.code.clone(), n(&centre.name))).collect()
}
