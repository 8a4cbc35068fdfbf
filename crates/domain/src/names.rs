//! Names in the two languages of the screen.

use serde::{Deserialize, Serialize};

text_enum! {
    /// The language a person reads.
    Lang { Zh = "zh", En = "en" }
}

/// A name kept in Chinese and English. The English may be empty for text that people typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Name {
    /// Chinese, always there.
    pub zh: String,
    /// English; empty falls back to Chinese.
    pub en: String,
}

impl Name {
    /// A name in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// Text a person typed, shown alike in both languages.
    pub fn typed(text: impl Into<String>) -> Self {
        Self { zh: text.into(), en: String::new() }
    }

    /// The name in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        if lang == Lang::En && !self.en.is_empty() { &self.en } else { &self.zh }
    }

    /// Fills `{key}` in both languages.
    #[must_use]
    pub fn fill(&self, key: &str, zh: &str, en: &str) -> Self {
        let mark = ["{", key, "}"].concat();
        Self { zh: self.zh.replace(&mark, zh), en: self.en.replace(&mark, en) }
    }
}
