//! The query string of a view: known parameters with values that their lists understand, always written the same way.

use chrono::NaiveDate;

use super::ViewList;
use crate::assignments::Supervision;
use crate::events::EventState;
use crate::rates::{Level as SideBySide, RateKind, Span};
use crate::time::Lamp;
use crate::warnings::Level;
use crate::{OrderId, Refusal, Remedy};

/// A parameter: its name, and which values it takes.
type Param = (&'static str, fn(&str) -> bool);

/// Characters of a code.
const CODE_CHARS: usize = 40;
/// Characters of what is searched for.
const SEARCH_CHARS: usize = 80;

fn code(text: &str) -> bool {
    text.len() <= CODE_CHARS && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
}

fn flag(text: &str) -> bool {
    matches!(text, "true" | "false")
}

fn search(text: &str) -> bool {
    text.chars().count() <= SEARCH_CHARS && !text.chars().any(char::is_control)
}

fn one_of<T: std::str::FromStr>(text: &str) -> bool {
    text.parse::<T>().is_ok()
}

impl ViewList {
    /// Its parameters, in the order in which they are written. The page that is shown is none of them.
    fn params(self) -> &'static [Param] {
        match self {
            Self::Events => &[
                ("centre", code),
                ("search", search),
                ("state", one_of::<EventState>),
                ("level", one_of::<Level>),
                ("lamp", one_of::<Lamp>),
                ("category", code),
                ("lane", code),
                ("mine", flag),
                ("from", one_of::<NaiveDate>),
                ("to", one_of::<NaiveDate>),
                ("all", flag),
            ],
            Self::Orders => {
                &[("centre", code), ("lamp", one_of::<Lamp>), ("lane", code), ("mine", flag), ("all", flag)]
            }
            Self::Supervision => &[
                ("centre", code),
                ("supervision", one_of::<Supervision>),
                ("order", one_of::<OrderId>),
                ("level", one_of::<Level>),
                ("lane", code),
                ("mine", flag),
            ],
            Self::Evaluation => &[
                ("centre", code),
                ("span", one_of::<Span>),
                ("level", one_of::<SideBySide>),
                ("lane", code),
                ("by", one_of::<RateKind>),
            ],
        }
    }
}

/// A query string as it is kept: without what is empty or says nothing, without the key of a page, in a fixed order.
///
/// # Errors
/// `Field` naming a parameter that the list does not have, has twice, or that has a value it does not take.
pub fn kept_query(list: ViewList, query: &str) -> Result<String, Refusal> {
    let mut given: Vec<(String, String)> = Vec::new();
    for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (Some(name), Some(value)) = (decoded(name), decoded(value)) else {
            return Err(Refusal::field("query", Remedy::Unknown { given: pair.to_owned() }));
        };
        let value = value.trim().to_owned();
        if name == "after" || value.is_empty() || value == "false" {
            continue;
        }
        let known = list.params().iter().find(|(known, _)| *known == name);
        let fits = known.is_some_and(|(_, takes)| takes(&value));
        if !fits || given.iter().any(|(there, _)| *there == name) {
            return Err(Refusal::field("query", Remedy::Unknown { given: [name, value].join("=") }));
        }
        given.push((name, value));
    }
    let written = list.params().iter().filter_map(|(name, _)| {
        let (_, value) = given.iter().find(|(there, _)| there == name)?;
        Some([name, "=", &encoded(value)].concat())
    });
    Ok(written.collect::<Vec<_>>().join("&"))
}

/// A value as a query string spells it.
pub(crate) fn encoded(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut written = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push('%');
            written.push(char::from(HEX[usize::from(byte >> 4)]));
            written.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    written
}

/// None when it is not UTF-8, or a `%` is followed by no number.
fn decoded(text: &str) -> Option<String> {
    let (mut bytes, mut read) = (text.bytes(), Vec::with_capacity(text.len()));
    let digit = |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    while let Some(byte) = bytes.next() {
        read.push(match byte {
            b'%' => (digit(bytes.next())? << 4) | digit(bytes.next())?,
            b'+' => b' ',
            byte => byte,
        });
    }
    String::from_utf8(read).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_view_is_written_one_way() {
        for (given, kept) in [
            ("?lamp=red&centre=500106&after=1~2&state=", "centre=500106&lamp=red"),
            ("search=%E7%A7%AF%E6%B0%B4+%26&all=false", "search=%E7%A7%AF%E6%B0%B4%20%26"),
            ("", ""),
        ] {
            assert_eq!(kept_query(ViewList::Events, given).as_deref(), Ok(kept), "{given}");
        }
    }

    #[test]
    fn what_a_list_does_not_know_is_refused() {
        for wrong in [
            "sort=1",
            "state=asleep",
            "centre=1%27or",
            "from=soon",
            "lamp=red&lamp=red",
            "search=%FF",
            "search=%zz",
            "category=../x",
            "//evil.example/=1",
        ] {
            assert!(kept_query(ViewList::Events, wrong).is_err(), "{wrong}");
        }
        assert!(kept_query(ViewList::Orders, "search=x").is_err(), "another list's parameter");
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again_as_it_is(search in "\\PC{0,40}", flag: bool) {
            let query = ["search=", &encoded(&search), "&mine=", &flag.to_string()].concat();
            if let Ok(kept) = kept_query(ViewList::Events, &query) {
                prop_assert_eq!(kept_query(ViewList::Events, &kept), Ok(kept.clone()));
                prop_assert!(kept.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'#".contains(&byte)));
            }
        }

        #[test]
        fn no_text_breaks_it(text in "\\PC{0,60}") {
            for list in ViewList::ALL {
                let _ = kept_query(*list, &text);
            }
        }
    }
}
