//! Pages of lists by key: where the page before ended, and how many rows there are in all.

use std::str::FromStr;

use chrono::{DateTime, Datelike, Utc};
use domain::Refusal;
use domain::pages::{PAGE_ROWS, Page};

/// Rows asked for: one more than a page holds tells whether there is a next.
pub const ASKED: i64 = PAGE_ROWS + 1;

/// How far lists are counted.
pub const COUNTED: i64 = 1000;

/// How far cases are counted in a history, and those that a search finds: what is rare there lies far apart.
pub const FOUND: i64 = 100;

/// Where a page ended: what the list is ordered by, and the row's identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub i64, pub i64);

impl Key {
    /// A key of a list ordered by time.
    #[must_use]
    pub fn at(at: DateTime<Utc>, id: i64) -> Self {
        Self(at.timestamp_micros(), id)
    }

    /// The time of such a key.
    #[must_use]
    pub fn time(self) -> Option<DateTime<Utc>> {
        // What a clock can say and the database can keep; a made-up key begins at the beginning.
        DateTime::from_timestamp_micros(self.0).filter(|at| (1..=9999).contains(&at.year()))
    }

    /// Reads what a page gave as `next`.
    pub fn read(after: Option<&str>) -> Result<Option<Self>, Refusal> {
        after.filter(|text| !text.is_empty()).map(str::parse).transpose()
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}~{}", self.0, self.1)
    }
}

impl FromStr for Key {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let wrong = || Refusal::unknown("after", text);
        let (first, second) = text.split_once('~').ok_or_else(wrong)?;
        Ok(Self(first.parse().map_err(|_| wrong())?, second.parse().map_err(|_| wrong())?))
    }
}

/// Makes a page of up to [`ASKED`] rows and a count that stopped at one more than is shown.
pub fn page<T>(rows: Vec<T>, counted: i64, key: impl Fn(&T) -> Key) -> Page<T> {
    page_counted(rows, (counted, COUNTED), key)
}

/// The same of a list that is counted as far as `most`.
pub fn page_counted<T>(mut rows: Vec<T>, (counted, most): (i64, i64), key: impl Fn(&T) -> Key) -> Page<T> {
    let full = usize::try_from(PAGE_ROWS).expect("a page's length is small");
    let more_pages = rows.len() > full;
    rows.truncate(full);
    let next = rows.last().filter(|_| more_pages).map(|row| key(row).to_string());
    Page { rows, next, total: counted.min(most), more: counted > most }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_the_url_and_nonsense_is_refused() {
        let key = Key(-5, 17);
        assert_eq!(key.to_string().parse(), Ok(key));
        assert_eq!(Key::read(Some("")), Ok(None));
        for nonsense in ["1", "a~b", "1~2~3", "~", "99999999999999999999~1"] {
            assert!(Key::read(Some(nonsense)).is_err(), "{nonsense}");
        }
    }

    #[test]
    fn a_page_says_where_to_go_on_only_when_there_is_more() {
        let page_of = |n: i64| page((0..n).collect(), n, |row| Key(0, *row));
        assert_eq!(page_of(50).next, None);
        let long = page_of(51);
        assert_eq!((long.rows.len(), long.next.as_deref()), (50, Some("0~49")));
        assert!(page((0..51).collect(), 1001, |row| Key(0, *row)).more);
    }
}
