//! Marks: colour, shape and word together, always.

use domain::assignments::Supervision;
use domain::centres::CentreTag;
use domain::kpis::Light;
use domain::time::Lamp;
use domain::warnings::Level;
use leptos::prelude::*;

use crate::words::{Text, levels, n, states, t};

fn mark(class: String, shape: &'static str, word: &'static str, bare: bool) -> AnyView {
    view! {
        <span class=class title=bare.then_some(word)>
            <span class="mark-shape" aria-hidden="true">{shape}</span>
            <span class=if bare { "visually-hidden" } else { "mark-word" }>{word}</span>
        </span>
    }
    .into_any()
}

/// A warning's or order's level.
#[component]
pub fn LevelMark(
    /// The level.
    level: Level,
    /// Shape and colour only; the word is in the tooltip and for screen readers.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let class = format!("mark level-{level}{}", if bare { "" } else { " framed" });
    mark(class, levels::level_shape(level), t(levels::level_text(level)), bare)
}

/// A clock's lamp.
#[component]
pub fn LampMark(
    /// The lamp.
    lamp: Lamp,
    /// Shape and colour only.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    mark(format!("mark lamp-{lamp}"), levels::lamp_shape(lamp), t(levels::lamp_text(lamp)), bare)
}

/// The light of a KPI or lane.
#[component]
pub fn LightMark(
    /// The light.
    light: Light,
    /// Shape and colour only.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    mark(format!("mark light-{light}"), levels::light_shape(light), t(levels::light_text(light)), bare)
}

/// Data is missing or too old.
#[component]
pub fn StaleMark() -> impl IntoView {
    mark("mark stale".to_owned(), levels::STALE_SHAPE, t(levels::STALE), false)
}

/// Pressure on a late assignment; nothing where there is none.
#[component]
pub fn SupervisionMark(
    /// The pressure.
    supervision: Supervision,
) -> impl IntoView {
    (supervision != Supervision::None).then(|| {
        mark(format!("mark supervision-{supervision}"), "◆", t(states::supervision_text(supervision)), false)
    })
}

/// The way down the tree of centres to `here`; each step opens its cockpit.
#[component]
pub fn CentreCrumbs(
    /// From the top of the reader's scope down to the centre above.
    way: Vec<CentreTag>,
    /// The centre itself.
    here: CentreTag,
) -> impl IntoView {
    const WAY: Text = Text::new("治理中心层级", "Tree of centres");
    let (last, steps) = (n(&here.name), way.into_iter());
    view! {
        <nav class="crumbs" aria-label=t(WAY)>
            {steps
                .map(|centre| {
                    view! {
                        <a href=format!("/c/{}", centre.code)>{n(&centre.short)}</a>
                        <span class="crumbs-sep" aria-hidden="true">"›"</span>
                    }
                })
                .collect_view()}
            <a href=format!("/c/{}", here.code) aria-current="location">{last}</a>
        </nav>
    }
    .into_any()
}
