//! Texts of the screen, Chinese and English, known at compile time: a missing one does not compile.

pub mod figures;
pub mod levels;
pub mod lists;
pub mod moments;
pub mod posts;
pub mod refusals;
mod remedies;
pub mod states;
pub mod verbs;

use domain::names::{Lang, Name};

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// A text in both languages.
    #[must_use]
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The text in one language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// The text with each `{key}` filled in.
    #[must_use]
    pub fn with(self, lang: Lang, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.get(lang).to_owned(), |text, (key, value)| {
            text.replace(&["{", key, "}"].concat(), value)
        })
    }
}

/// The language of this page. Call it in a component's body.
#[must_use]
pub fn use_lang() -> Lang {
    crate::look::use_look().lang
}

/// A text in the language of this page. Call it in a component's body, not inside an effect.
#[must_use]
pub fn t(text: Text) -> &'static str {
    text.get(use_lang())
}

/// A name in the language of this page. Call it in a component's body, not inside an effect.
#[must_use]
pub fn n(name: &Name) -> String {
    name.get(use_lang()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_every_key() {
        let text = Text::new("{n} 项 → {m} 单位", "{n} tasks → {m} units");
        assert_eq!(text.with(Lang::Zh, &[("n", "6"), ("m", "3")]), "6 项 → 3 单位");
    }
}
