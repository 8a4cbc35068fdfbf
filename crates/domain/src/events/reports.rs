//! What goes with a report: photos, a voice note, and who can be asked.

use serde::{Deserialize, Serialize};

use super::NewEvent;
use crate::orders::Photo;
use crate::{AttachmentId, Refusal};

/// Photos that a report may carry.
pub const PHOTOS: usize = 3;

/// Who can be asked about a case: personal data, whole only for those who handle it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name; empty if unknown.
    pub name: String,
    /// Telephone number; empty if unknown.
    pub phone: String,
}

impl Contact {
    /// The contact as others see it: the name's first character, the number's first three and last two digits.
    #[must_use]
    pub fn masked(&self) -> Self {
        Self { name: covered(&self.name, 1, 0), phone: covered(&self.phone, 3, 2) }
    }

    /// Whether nothing is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.name.is_empty() && self.phone.is_empty()
    }
}

/// Stars over the middle. What is too short to hide anything between its ends is covered whole, and the stars are
/// always as many, so that they do not tell the length.
fn covered(text: &str, first: usize, last: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.is_empty() {
        return String::new();
    }
    let (first, last) = if chars.len() >= 2 * (first + last) { (first, last) } else { (0, 0) };
    let (start, end) = (&chars[..first], &chars[chars.len() - last..]);
    start.iter().chain(&['*'; 4]).chain(end).collect()
}

/// A photo or a voice note of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFile {
    /// Identity: shown at `/attachments/{id}`.
    pub id: AttachmentId,
    /// Name the sender gave it.
    pub name: String,
    /// Media type, as its bytes say.
    pub media_type: String,
}

impl ReportFile {
    /// Whether it is heard, not seen.
    #[must_use]
    pub fn is_voice(&self) -> bool {
        self.media_type.starts_with("audio/")
    }
}

/// Files as a form brings them.
#[derive(Debug, Clone, Default)]
pub struct ReportFiles {
    /// At most [`PHOTOS`], those of the draft counted.
    pub photos: Vec<Photo>,
    /// A voice note; it takes the place of the draft's.
    pub voice: Option<Photo>,
    /// What was wrong with a file that is not here, because it was too large to be read.
    pub trouble: Option<Refusal>,
}

/// A report that waits for its reporter: everything typed, the files that came with it, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptReport {
    /// What was typed.
    pub new: NewEvent,
    /// The files it keeps.
    pub files: Vec<ReportFile>,
    /// Why it was not taken; none where it may be about a case that is there already.
    pub trouble: Option<Refusal>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_contact_tells_whom_one_may_know_but_not_how_to_reach_them() {
        let masked = |name: &str, phone: &str| {
            let masked = Contact { name: name.into(), phone: phone.into() }.masked();
            (masked.name, masked.phone)
        };
        assert_eq!(masked("张小明", "13812345678"), ("张****".into(), "138****78".into()));
        assert_eq!(masked("张", "110"), ("****".into(), "****".into()));
        assert_eq!(masked("", ""), (String::new(), String::new()));
    }
}
