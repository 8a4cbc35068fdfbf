//! The installation's key: given, or generated for the embedded database; never a known one.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, bail};

/// Characters a key has at least.
const SHORTEST: usize = 32;

/// Words by which examples are known.
const SAMPLES: [&str; 8] =
    ["change", "sample", "example", "default", "secret", "password", "cityhelm", "0123456789"];

/// The installation's key. `generate_in` is where one may be made if none is given: with the embedded database or the demo.
///
/// # Errors
/// When a key is missing, short, or known from an example, saying how to make one.
pub fn settle(given: Option<&str>, generate_in: Option<&Path>, demo: bool) -> anyhow::Result<Vec<u8>> {
    match (given, generate_in) {
        (Some(key), _) => {
            if !demo || key.is_empty() {
                check(key)?;
            }
            Ok(key.as_bytes().to_vec())
        }
        (None, Some(directory)) => kept(&directory.join("secret")),
        (None, None) => {
            bail!("CITYHELM_SECRET is not set: every server of an installation needs the same. {REMEDY}")
        }
    }
}

const REMEDY: &str = "Make one with: openssl rand -hex 32";

fn check(key: &str) -> anyhow::Result<()> {
    if key.is_empty() {
        bail!("CITYHELM_SECRET is empty. {REMEDY}");
    }
    if key.chars().count() < SHORTEST {
        bail!("CITYHELM_SECRET is shorter than {SHORTEST} characters. {REMEDY}");
    }
    let small = key.to_ascii_lowercase();
    let mut letters: Vec<char> = key.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if SAMPLES.iter().any(|sample| small.contains(sample)) || letters.len() < 8 {
        bail!("CITYHELM_SECRET looks like the sample of a manual. {REMEDY}");
    }
    Ok(())
}

/// Reads a generated text from a file that only its owner may read; makes it if it is not there.
///
/// # Errors
/// When the file can neither be read nor made.
pub fn kept(file: &Path) -> anyhow::Result<Vec<u8>> {
    if let Ok(text) = fs::read_to_string(file) {
        let text = text.trim();
        if text.len() >= SHORTEST {
            return Ok(text.as_bytes().to_vec());
        }
    }
    let text = hex::encode(rand::random::<[u8; 32]>());
    let mut new = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(file)
        .with_context(|| format!("{} cannot be written", file.display()))?;
    new.write_all(text.as_bytes())?;
    new.sync_all()?;
    Ok(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_weak_keys_are_refused() {
        for bad in [
            "",
            "short",
            "change-me-change-me-change-me-change-me",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ] {
            assert!(settle(Some(bad), None, false).is_err(), "{bad:?}");
        }
        assert!(settle(None, None, false).is_err());
        assert!(settle(Some(""), None, true).is_err(), "empty is refused in the demo too");
        assert!(settle(Some("9f2c4e6a81b3d5f7092b4c6d8e1f3a5b7c9d0e2f"), None, false).is_ok());
    }
}
