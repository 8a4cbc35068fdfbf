//! Takes the module apart: a base, and files that the browser fetches when a page needs them (docs/adr/0007).

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::{fs, path::Path};

use anyhow::{Context as _, anyhow};
use walrus::ModuleConfig;
use wasm_split_cli_support::{Options, transform};

/// The script that fetches realms; `leptos` knows it by this name.
const FETCHER: &str = "__wasm_split.______________________.js";
/// Which files a realm needs; `leptos` reads it, to have a page announce what will be fetched.
const MANIFEST: &str = "__wasm_split_manifest.json";

/// Takes `module` apart. Writes the part that is loaded first to `base`, the others beside the script that fetches
/// them to `out_dir`.
///
/// A realm fits only the base it was made with. Its file bears the build's mark, so that a page that stays open while
/// the server is renewed finds nothing rather than what does not fit.
pub fn taken_apart(module: &Path, base: &Path, out_dir: &Path, name: &str) -> anyhow::Result<()> {
    let whole = fs::read(module).with_context(|| format!("there is no {}", module.display()))?;
    let main_module = format!("./{name}.js");
    let fetcher = format!("./{FETCHER}");
    let mut options = Options::new(&whole);
    options.output_dir = out_dir;
    options.main_out_path = base;
    options.main_module = &main_module;
    options.link_name = &fetcher;
    let split = transform(options).map_err(|error| anyhow!("{error:#}"))?;

    let mark = mark(&whole);
    for path in &split.split_modules {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).context("a realm's file has a name")?;
        let marked = path.with_file_name(format!("{stem}-{mark}.wasm"));
        fs::rename(path, &marked)?;
        without_names(&marked)?;
    }
    let script = out_dir.join(FETCHER);
    fs::write(&script, fs::read_to_string(&script)?.replace(".wasm\"", &format!("-{mark}.wasm\"")))?;
    let manifest: BTreeMap<_, Vec<_>> = split
        .prefetch_map
        .into_iter()
        .map(|(realm, files)| (realm, files.iter().map(|file| format!("{file}-{mark}")).collect()))
        .collect();
    fs::write(out_dir.join(MANIFEST), serde_json::to_vec(&manifest)?)?;
    Ok(())
}

/// Differs from build to build.
fn mark(module: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    module.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Takes out the names of functions, and the room that the linker left for other addresses.
fn without_names(file: &Path) -> anyhow::Result<()> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse_file(file)?.emit_wasm_file(file)
}
