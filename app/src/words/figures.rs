//! Numbers as people read them. An absent number is "—", never 0.

use domain::names::Lang;

use super::Text;

/// What stands where there is no number.
pub const ABSENT: &str = "—";

/// A number with its decimals and a comma each three digits: `31,402`, `178.92`.
#[must_use]
pub fn number(value: f64, decimals: u8) -> String {
    let text = format!("{value:.*}", usize::from(decimals));
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// A number that may be absent.
#[must_use]
pub fn maybe(value: Option<f64>, decimals: u8) -> String {
    value.map_or_else(|| ABSENT.to_owned(), |value| number(value, decimals))
}

/// A count: `1,284`.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "counts on a screen stay far below 2^52")]
pub fn count(value: i64) -> String {
    number(value as f64, 0)
}

/// A count with 万/亿 in Chinese, K/M in English, once it is long.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "counts on a screen stay far below 2^52")]
pub fn short_count(value: i64, lang: Lang) -> String {
    let (size, unit) = match (lang, value.abs()) {
        (Lang::Zh, 100_000_000..) => (1e8, " 亿"),
        (Lang::Zh, 100_000..) => (1e4, " 万"),
        (Lang::En, 1_000_000..) => (1e6, "M"),
        (Lang::En, 100_000..) => (1e3, "K"),
        _ => return count(value),
    };
    format!("{}{unit}", number(value as f64 / size, 1))
}

/// A total that may have stopped being counted: `1,000+`.
#[must_use]
pub fn total(total: i64, more: bool) -> String {
    if more { format!("{}+", count(total)) } else { count(total) }
}

/// Per cent, in words for screen readers too: `96.8%`.
#[must_use]
pub fn percent(value: Option<f64>, decimals: u8) -> String {
    value.map_or_else(|| ABSENT.to_owned(), |value| format!("{}%", number(value, decimals)))
}

/// Says that data is made up.
pub const ILLUSTRATIVE: Text = Text::new("示例数据", "Illustrative data");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits_and_keeps_absence_absent() {
        assert_eq!(number(31402.0, 0), "31,402");
        assert_eq!(number(-1_234_567.891, 2), "-1,234,567.89");
        assert_eq!(number(178.92, 2), "178.92");
        assert_eq!(maybe(None, 1), "—");
        assert_eq!(short_count(26_000_000, Lang::Zh), "2,600.0 万");
    }
}
