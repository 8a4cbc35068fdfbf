//! Marks the build: the browser's half and the server's read each other's answers only when both were made of the same
//! sources.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What decides how answers are written.
const SOURCES: [&str; 2] = ["src", "../crates/domain/src"];

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut hasher = DefaultHasher::new();
    for sources in SOURCES {
        println!("cargo::rerun-if-changed={sources}");
        let root = here.join(sources);
        for file in files(&root)? {
            file.strip_prefix(&root).unwrap_or(&file).hash(&mut hasher);
            fs::read(&file)?.hash(&mut hasher);
        }
    }
    println!("cargo::rustc-env=CITYHELM_BUILD={:016x}", hasher.finish());
    Ok(())
}

/// All files below a folder, in order.
fn files(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut files(&path)?);
        } else {
            found.insert(path);
        }
    }
    Ok(found)
}
