//! One thing owed, as a card with what to do about it.

use domain::assignments::{AssignmentRow, AssignmentState};
use domain::kpis::KpiRow;
use domain::time::Lamp;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm, Left, LevelMark, SupervisionMark};
use crate::words::{Text, figures, n, states, t};

/// Why it is on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Sign,
    Late,
    Returned,
    Do,
    Kpi,
}

impl Kind {
    pub(super) const ALL: [Self; 5] = [Self::Sign, Self::Late, Self::Returned, Self::Do, Self::Kpi];

    /// The kind of an assignment. What was not signed for comes first: nothing else can be done with it.
    pub(super) fn of(row: &AssignmentRow) -> Self {
        match row.state {
            AssignmentState::Issued | AssignmentState::Delivered | AssignmentState::Read => Self::Sign,
            _ if row.state.is_owed() && row.lamp == Lamp::Red => Self::Late,
            AssignmentState::Doing if !row.reason.is_empty() => Self::Returned,
            _ => Self::Do,
        }
    }

    /// As the URL spells it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Sign => "sign",
            Self::Late => "late",
            Self::Returned => "returned",
            Self::Do => "do",
            Self::Kpi => "kpi",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    pub(super) const fn text(self) -> Text {
        match self {
            Self::Sign => w::TO_SIGN,
            Self::Late => w::LATE,
            Self::Returned => w::RETURNED,
            Self::Do => w::TO_DO,
            Self::Kpi => w::KPI,
        }
    }

    const fn shape(self) -> &'static str {
        match self {
            Self::Sign | Self::Late => "◆",
            Self::Returned => "▲",
            Self::Do | Self::Kpi => "●",
        }
    }
}

/// An assignment. 签收 is one tap, a plain form.
pub(super) fn assignment_card(row: AssignmentRow, step: Deed) -> AnyView {
    let kind = Kind::of(&row);
    let (owed, due, id) = (row.state.is_owed(), row.due_at, row.id.to_string());
    let href = format!("/orders/{}?task={id}", row.order);
    let mine = format!("{href}#mine");
    let words = if owed { kind.text() } else { states::assignment_state(row.state) };
    let button = match kind {
        Kind::Returned => w::MEND,
        _ => w::REPORT,
    };
    let buttons = if !owed {
        view! { <a class="button" href=href>{t(w::DETAILS)}</a> }.into_any()
    } else if kind == Kind::Sign {
        view! {
            <a class="button" href=href>{t(w::DETAILS)}</a>
            <DeedForm deed=step>
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="step" value="accept" />
                <button class="button primary wide" type="submit">{t(w::SIGN)}</button>
            </DeedForm>
        }
        .into_any()
    } else {
        view! {
            <a class="button" href=mine.clone()>{t(w::SEND_BACK)}</a>
            <a class="button primary" href=mine>{t(button)}</a>
        }
        .into_any()
    };
    view! {
        <li class=format!("owed-card owed-{}{}", kind.as_str(), if owed { "" } else { " owed-over" })>
            <p class="owed-why">
                <span class="mark"><span class="mark-shape" aria-hidden="true">{kind.shape()}</span> {t(words)}</span>
                {owed.then(|| view! { " · " <Left due=due /> })}
                <span class="owed-when"><CityTime at=row.issued_at /></span>
            </p>
            <h2>{n(&row.action)}</h2>
            <p class="quiet">{n(&row.issuer.name)} " · " {n(&row.title)}</p>
            <p class="owed-marks"><LevelMark level=row.level /> <SupervisionMark supervision=row.supervision /></p>
            {(!row.holder.is_empty()).then(|| view! { <p class="quiet">{t(w::HOLDER)} " " {row.holder}</p> })}
            {(!row.reason.is_empty()).then(|| view! { <p class="reason">{t(w::REASON)} ": " {row.reason}</p> })}
            {(owed && row.photo).then(|| view! { <p class="quiet">{t(w::PHOTO)}</p> })}
            <div class="two-buttons">{buttons}</div>
        </li>
    }
    .into_any()
}

/// A KPI to update.
pub(super) fn kpi_card(kpi: KpiRow, centre: &str) -> AnyView {
    let value = |value: Option<f64>| format!("{} {}", figures::maybe(value, kpi.decimals), kpi.unit);
    let href = format!("/c/{centre}/kpis/{}#report", kpi.code);
    view! {
        <li class="owed-card owed-kpi">
            <p class="owed-why">
                <span class="mark"><span class="mark-shape" aria-hidden="true">{Kind::Kpi.shape()}</span> {t(w::KPI)}</span>
            </p>
            <h2>{n(&kpi.name)}</h2>
            <p class="quiet">{t(w::LAST_VALUE)} " " {value(kpi.value)} " · " {t(w::TARGET)} " " {value(kpi.target)}</p>
            <div class="two-buttons"><a class="button primary" href=href>{t(w::UPDATE)}</a></div>
        </li>
    }
    .into_any()
}
