//! What pages ask about the work calendar, and what its keeper changes.

use domain::calendar::{CalendarYear, NewCalendarDay};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// A year; the present one if none is named.
#[server(prefix = "/api", endpoint = "calendar/one", protocol = Get)]
pub async fn one_year(year: Option<i32>) -> Result<CalendarYear, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.calendar.year(&actor, year).await)
}

/// Sets what a day is.
#[server(prefix = "/api", endpoint = "calendar/set")]
pub async fn set_day(new: NewCalendarDay) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.calendar.set_day(&actor, new).await)
}
