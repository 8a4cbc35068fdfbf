//! Centres below as one strip, worst first: on a wall, what does not fit in a line waits behind the last cell.

use domain::cockpit::ChildTile;
use leptos::prelude::*;

use super::panel::{cockpit_href, standing};
use super::words as w;
use crate::words::figures::count;
use crate::words::{levels, n, t, use_lang};

/// Width of the line, of a Chinese and of another character, and of the gap between two cells, in design units.
const LINE: usize = 1872;
const WIDE: usize = 20;
const NARROW: usize = 12;
const GAP: usize = 4;
/// Width kept for the last cell.
const REST: usize = 130;

/// How many of these names fit in a line, leaving room for the last cell when some do not.
fn fitting(names: &[String]) -> usize {
    let width =
        |name: &String| name.chars().map(|c| if c.is_ascii() { NARROW } else { WIDE }).sum::<usize>() + GAP;
    let all: usize = names.iter().map(width).sum();
    if all <= LINE {
        return names.len();
    }
    let mut used = REST;
    names
        .iter()
        .take_while(|name| {
            used += width(name);
            used <= LINE
        })
        .count()
}

/// The strip.
pub(super) fn strip(tiles: Vec<ChildTile>) -> AnyView {
    if tiles.is_empty() {
        return view! { <p class="ck-soft">{t(w::NONE_BELOW)}</p> }.into_any();
    }
    let names: Vec<String> = tiles.iter().map(|tile| n(&tile.centre.short)).collect();
    let fit = fitting(&names);
    let mut cells: Vec<AnyView> = tiles.iter().zip(names).map(|(tile, name)| child(tile, name)).collect();
    let rest = cells.split_off(fit);
    let more = w::REST.with(use_lang(), &[("n", &rest.len().to_string())]);
    let rest = (!rest.is_empty()).then(|| {
        view! { <details class="ck-rest"><summary class="ck-child">{more}</summary><ol>{rest}</ol></details> }
    });
    view! { <ol>{cells}</ol> {rest} }.into_any()
}

/// What is open there and who is on duty, in words.
pub(super) fn trouble(tile: &ChildTile) -> String {
    let lang = use_lang();
    let open = w::OPEN_COUNT.with(lang, &[("n", &count(tile.warnings.iter().sum()))]);
    let late = w::LATE_EVENTS.with(lang, &[("n", &count(tile.late))]);
    let level = tile.level.map_or(t(levels::NORMAL), |level| t(levels::level_text(level)));
    let duty =
        tile.on_duty.as_ref().map_or(t(w::NOBODY).to_owned(), |duty| format!("{} {}", duty.name, duty.phone));
    format!("{level} · {open} · {late} · {duty}")
}

fn child(tile: &ChildTile, name: String) -> AnyView {
    let words = format!("{} · {}", n(&tile.centre.name), trouble(tile));
    let level = tile.level.map(|level| standing(Some(level), false));
    view! {
        <li>
            <a class="ck-child" data-nobody=tile.on_duty.is_none().then_some("") href=cockpit_href(&tile.centre.code) data-level=level title=words.clone() aria-label=words>
                {name}
            </a>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_the_districts_of_the_city_and_not_much_more() {
        let names = |count: usize, name: &str| vec![name.to_owned(); count];
        assert_eq!(fitting(&names(39, "渝北")), 39);
        assert!((20..30).contains(&fitting(&names(52, "渝碚路"))));
        assert_eq!(fitting(&[]), 0);
    }
}
