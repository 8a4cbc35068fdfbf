//! Governance centres as other pages mention them: the head of one, the way up and down, a place in words.

pub mod api;
mod way;

use domain::centres::{CentreHead, CentreTag, Tier};
use domain::names::{Lang, Name};

use crate::asking::Trouble;

pub use way::{ListWay, Way, way_back};

/// A centre with its district before it: `沙坪坝区 · 渝碚路街道`; city and districts stand alone.
#[must_use]
pub fn place_words(district: &Name, centre: &CentreTag, lang: Lang) -> String {
    let name = centre.short.get(lang);
    match centre.tier {
        Tier::City | Tier::District => name.to_owned(),
        _ => format!("{} · {name}", district.get(lang)),
    }
}

/// Something at a centre, with the way to that centre; none where it lies outside the reader's scope.
pub type Placed<T> = (T, Option<CentreHead>);

/// Looks up the way to the centre that an answer is about.
///
/// # Errors
/// The answer's own.
pub async fn placed<T>(
    answer: Result<T, Trouble>,
    code: impl Fn(&T) -> String,
) -> Result<Placed<T>, Trouble> {
    let value = answer?;
    let head = api::way_to(code(&value)).await?;
    Ok((value, head))
}
