//! What a search of the event hub asks for, checked before the database is asked.

use chrono::{DateTime, NaiveDate, Utc};
use domain::actors::{Actor, Right};
use domain::events::EventFilter;
use domain::refusal::optional_text;
use domain::time::city_midnight;
use domain::{Refusal, Remedy};
use store::PgConnection;
use store::events::Narrowed;

use crate::{Error, centres, lanes};

/// Characters a word has at least: what is shorter stands in nearly every case.
const SHORTEST: u32 = 2;

/// What a filter narrows a list to, for an actor who may see the centre it names.
pub(crate) async fn narrowed(
    connection: &mut PgConnection,
    actor: &Actor,
    filter: &EventFilter,
) -> Result<Narrowed, Error> {
    let (from, until) = reported_within(&filter.from, &filter.to)?;
    let inbox = lanes::inbox(&mut *connection, actor, filter.lane.as_deref(), filter.mine).await?;
    let category = filter.category.clone().filter(|code| !code.is_empty());
    Ok(Narrowed {
        centre: Some(centres::seen(connection, actor, Right::ViewCity, &filter.centre).await?),
        over: filter.all,
        state: filter.state,
        level: filter.level,
        categories: match (category, inbox.categories) {
            (Some(code), Some(of_lane)) if !of_lane.contains(&code) => Some(Vec::new()),
            (Some(code), _) => Some(vec![code]),
            (None, of_lane) => of_lane,
        },
        waits_for: inbox.centre,
        search: words(&filter.search)?,
        from,
        until,
        lamp: filter.lamp,
    })
}

/// The words, none for an empty search.
pub(crate) fn words(search: &str) -> Result<Option<String>, Refusal> {
    let search = optional_text("search", search, 80)?;
    if search.split_whitespace().any(|word| word.chars().nth(1).is_none()) {
        return Err(Refusal::field("search", Remedy::TooShort { min: SHORTEST }));
    }
    Ok(Some(search).filter(|search| !search.is_empty()))
}

/// From a moment, and before one.
type Span = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// From the first day's beginning to the last day's end.
fn reported_within(from: &str, to: &str) -> Result<Span, Refusal> {
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
