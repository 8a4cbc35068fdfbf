//! What a search of the event hub asks for, checked before the database is asked.

use chrono::{DateTime, NaiveDate, Utc};
use domain::refusal::optional_text;
use domain::time::city_midnight;
use domain::{Refusal, Remedy};

/// Characters a word has at least: what is shorter stands in nearly every case.
const SHORTEST: u32 = 2;

/// The words, none for an empty search.
pub(super) fn words(search: &str) -> Result<Option<String>, Refusal> {
    let search = optional_text("search", search, 80)?;
    if search.split_whitespace().any(|word| word.chars().nth(1).is_none()) {
        return Err(Refusal::field("search", Remedy::TooShort { min: SHORTEST }));
    }
    Ok(Some(search).filter(|search| !search.is_empty()))
}

/// From the first day's beginning to the last day's end.
pub(super) fn reported_within(
    from: &str,
    to: &str,
) -> Result<(Option<DateTime<Utc>>, Option<DateTime<Utc>>), Refusal> {
    let (first, last) = (day("from", from)?, day("to", to)?);
    Ok((first.map(city_midnight), last.and_then(|last| last.succ_opt()).map(city_midnight)))
}

fn day(field: &str, text: &str) -> Result<Option<NaiveDate>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Refusal::unknown(field, text))
}
