//! Who is on duty, as every page that names a centre says it: name, post, and a phone to press.

use domain::CentreId;
use domain::duty::{CentreSet, OnDuty};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::api::on_duty_now;
use super::words as w;
use crate::asking::Trouble;
use crate::words::{n, t};

/// Who is on duty now at the centres that a page names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DutyNow(Vec<(CentreId, OnDuty)>);

impl DutyNow {
    /// Who is on duty at a centre.
    #[must_use]
    pub fn of(&self, centre: CentreId) -> Option<&OnDuty> {
        self.0.iter().find(|(id, _)| *id == centre).map(|(_, on_duty)| on_duty)
    }
}

/// Something that names centres, with who is on duty at each of those the reader may see.
pub type Served<T> = (T, DutyNow);

/// Looks up who is on duty at all centres that an answer names: one question, however many they are.
///
/// # Errors
/// The answer's own, or the database is away.
pub async fn served<T>(
    answer: Result<T, Trouble>,
    centres: impl Fn(&T) -> Vec<CentreId>,
) -> Result<Served<T>, Trouble> {
    let value = answer?;
    let named = centres(&value);
    if named.is_empty() {
        return Ok((value, DutyNow::default()));
    }
    let now = on_duty_now(CentreSet::of(named)).await?;
    Ok((value, DutyNow(now)))
}

/// Who is on duty, with a phone that dials; says so where nobody is.
pub fn on_duty(on_duty: Option<&OnDuty>) -> AnyView {
    let Some(on_duty) = on_duty else {
        return view! {
            <span class="on-duty nobody"><span aria-hidden="true">"▲ "</span>{t(w::NOBODY)}</span>
        }
        .into_any();
    };
    view! {
        <span class="on-duty">
            {t(w::ON_DUTY)}
            " "
            <b title=n(&on_duty.post)>{on_duty.name.clone()}</b>
            " "
            {dial(&on_duty.phone)}
        </span>
    }
    .into_any()
}

/// A phone number that dials; nothing where there is none.
pub fn dial(phone: &str) -> Option<AnyView> {
    let bare: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let phone = phone.to_owned();
    (!bare.is_empty())
        .then(|| view! { <a class="dial" href=format!("tel:{bare}")>"☎ " {phone}</a> }.into_any())
}
