//! How the page looks to this reader: language, theme, and what time it is at the server.
//!
//! The server decides once a request ([`Look::of`]) and writes it into `<html>`; the browser reads it from there, so
//! that both draw the same first page.

#[cfg(not(feature = "ssr"))]
#[path = "look/browser.rs"]
mod here;
#[cfg(feature = "ssr")]
#[path = "look/server.rs"]
mod here;

use chrono::{DateTime, Utc};
use domain::names::Lang;
use leptos::prelude::*;

pub(crate) use here::*;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// For the desk and the phone.
    Light,
    /// For the wall.
    Dark,
}

impl Theme {
    /// As the cookie and the attribute spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

/// How this page looks. The server provides it as context to every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Language of every text.
    pub lang: Lang,
    /// Theme the reader chose; unset means the page's own: dark for a cockpit, light for the rest.
    pub theme: Option<Theme>,
    /// The server's time when it drew the page.
    pub now: DateTime<Utc>,
    /// What is shown is made up: the demo city.
    pub illustrative: bool,
}

impl Look {
    /// Reads the cookies `lang` and `theme`, then `Accept-Language`. Chinese and no theme where neither says.
    #[must_use]
    pub fn of(cookies: &str, accept_language: &str, now: DateTime<Utc>, illustrative: bool) -> Self {
        let cookie = |name: &str| {
            cookies
                .split(';')
                .find_map(|pair| pair.trim().split_once('=').filter(|(n, _)| *n == name))
                .map(|(_, v)| v)
        };
        let asked = || {
            accept_language.split(',').find_map(|tag| match tag.trim().get(..2)? {
                "zh" => Some(Lang::Zh),
                "en" => Some(Lang::En),
                _ => None,
            })
        };
        let lang = cookie("lang").and_then(|text| text.parse().ok()).or_else(asked).unwrap_or(Lang::Zh);
        Self { lang, theme: cookie("theme").and_then(Theme::parse), now, illustrative }
    }

    /// As `<html lang>` spells the language.
    #[must_use]
    pub const fn html_lang(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }
}

/// How this page looks.
///
/// # Panics
/// Outside [`crate::App`].
#[must_use]
pub fn use_look() -> Look {
    use_context().expect("App provides the look before anything is drawn")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_wins_over_the_browser() {
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(Look::of("a=b; lang=en; theme=dark", "zh-CN", now, false).lang, Lang::En);
        assert_eq!(Look::of("theme=dark", "", now, false).theme, Some(Theme::Dark));
        assert_eq!(Look::of("", "fr, en;q=0.8", now, false).lang, Lang::En);
        assert_eq!(Look::of("lang=xx", "fr", now, false).lang, Lang::Zh);
    }
}
