//! How answers travel to the browser: value after value, without names, by `postcard`. Read as JSON, with the names of
//! fields, each type of answer costs the browser two kilobytes of code more.
//!
//! What bears no names is read rightly only by code made of the same sources: the browser says of which it was made, and
//! a page that stayed open while the server was renewed is told to load again.

use domain::{Refusal, Remedy};
use leptos::server_fn::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Trouble;

/// What the browser asks for. Whoever asks otherwise is answered in JSON.
pub const CONTENT_TYPE: &str = concat!("application/x-cityhelm; build=", env!("CITYHELM_BUILD"));

/// Whether who accepts this reads answers as this build writes them; none when they want JSON.
///
/// # Errors
/// When the asking page is of another build.
pub fn is_wanted(accepts: Option<&str>) -> Result<bool, Trouble> {
    match accepts {
        Some(CONTENT_TYPE) => Ok(true),
        Some(other) if other.starts_with("application/x-cityhelm") => Err(stale()),
        _ => Ok(false),
    }
}

/// Writes an answer.
///
/// # Errors
/// When the answer is of a kind that only bears names (`serde(untagged)` and the like).
pub fn write<T: Serialize>(answer: &T) -> Result<Bytes, Trouble> {
    postcard::to_allocvec(answer).map(Bytes::from).map_err(|_| stale())
}

/// Reads an answer.
///
/// # Errors
/// When it is cut short or of another type.
pub fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, Trouble> {
    postcard::from_bytes(answer).map_err(|_| stale())
}

/// What a page is told that cannot read its answer.
pub fn stale() -> Trouble {
    Refusal::field("page", Remedy::Reload).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::warnings::Level;

    #[test]
    fn a_page_of_another_build_is_told_to_load_again() {
        assert_eq!(is_wanted(Some(CONTENT_TYPE)), Ok(true));
        assert_eq!(is_wanted(Some("application/json")), Ok(false));
        assert_eq!(is_wanted(None), Ok(false));
        assert_eq!(is_wanted(Some("application/x-cityhelm; build=0")), Err(stale()));
    }

    #[test]
    fn what_is_written_is_read() {
        let answer = (Some("水位".to_owned()), 36.45, vec![Level::Red]);
        let written = write(&answer).expect("plain data");
        assert_eq!(read::<(Option<String>, f64, Vec<Level>)>(&written), Ok(answer));
        assert_eq!(read::<(Option<String>, f64, Vec<Level>)>(&written[..4]), Err(stale()));
    }
}
