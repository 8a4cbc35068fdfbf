//! What happened, from the audit log.

use domain::audit::TimelineEntry;
use leptos::prelude::*;

use crate::parts::CityTime;
use crate::words::verbs::{spelled_state, verb_text, verb_tone};
use crate::words::{Text, n, t};

/// Who did what when, line by line, in the order given.
#[component]
pub fn TimelineList(
    /// The lines.
    entries: Vec<TimelineEntry>,
) -> impl IntoView {
    view! { <ol class="timeline">{entries.into_iter().map(line).collect_view()}</ol> }.into_any()
}

fn line(entry: TimelineEntry) -> AnyView {
    const SYSTEM: Text = Text::new("系统", "System");
    let who = if entry.who.is_empty() { t(SYSTEM).to_owned() } else { entry.who.clone() };
    let by = [n(&entry.centre), n(&entry.as_what), who];
    let by = by.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let after = spelled_state(entry.verb, &entry.after).map(t).filter(|_| entry.before != entry.after);
    view! {
        <li class=format!("timeline-line {}", verb_tone(entry.verb))>
            <p>
                <b>{t(verb_text(entry.verb))}</b>
                " "
                {n(&entry.subject)}
                {after.map(|after| view! { <span class="timeline-after">" → " {after}</span> })}
            </p>
            {(!entry.note.is_empty()).then(|| view! { <p class="timeline-note">{entry.note}</p> })}
            <p class="timeline-by"><CityTime at=entry.at /> " · " {by}</p>
        </li>
    }
    .into_any()
}
