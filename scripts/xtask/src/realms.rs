//! Takes the module apart: a base, and files that the browser fetches when a page needs them (docs/adr/0007).
//!
//! The tool that takes it apart makes one file for each set of realms that share something: nearly a hundred, which do
//! not compress well. They are packed anew: one file with what every realm needs, and one a realm with the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::{fs, path::Path};

use anyhow::{Context as _, anyhow};
use walrus::{Module, ModuleConfig, RawCustomSection};
use wasm_split_cli_support::{Options, transform};

/// The script that fetches realms; `leptos` knows it by this name.
const FETCHER: &str = "__wasm_split.______________________.js";
/// Which files a realm needs; `leptos` reads it, to have a page announce what will be fetched.
const MANIFEST: &str = "__wasm_split_manifest.json";
/// What every realm needs.
const SHARED: &str = "shared";
/// How the tool's script begins to say which file is fetched how: from there on it is written anew.
const FIRST_LOADER: &str = "\n/* ";

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

    let mut parts = BTreeMap::new();
    for path in &split.split_modules {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).context("a part's file has a name")?;
        parts.insert(stem.to_owned(), without_names(path)?);
        fs::remove_file(path)?;
    }
    let realms: BTreeMap<String, Vec<String>> = split.prefetch_map.into_iter().collect();
    let mark = mark(&whole);
    let mut script = prelude(&out_dir.join(FETCHER))?;
    let mut manifest = BTreeMap::new();
    let shared = in_all(&realms);
    let pack = |pack: &str, of: &[&String]| -> anyhow::Result<String> {
        let file = format!("{pack}-{mark}");
        fs::write(out_dir.join(format!("{file}.wasm")), packed(&parts, of)?)?;
        Ok(file)
    };
    let shared_file = pack(SHARED, &shared.iter().collect::<Vec<_>>())?;
    for (realm, needed) in &realms {
        let own: Vec<&String> = needed.iter().filter(|part| !shared.contains(*part)).collect();
        let file = pack(realm, &own)?;
        script += &loader(realm, &[(&shared_file, &shared.iter().collect::<Vec<_>>()), (&file, &own)])?;
        manifest.insert(realm, [shared_file.clone(), file]);
    }
    fs::write(out_dir.join(FETCHER), script)?;
    fs::write(out_dir.join(MANIFEST), serde_json::to_vec(&manifest)?)?;
    Ok(())
}

/// The parts that every realm needs.
fn in_all(realms: &BTreeMap<String, Vec<String>>) -> BTreeSet<String> {
    let mut sets = realms.values().map(|parts| parts.iter().cloned().collect::<BTreeSet<_>>());
    let first = sets.next().unwrap_or_default();
    sets.fold(first, |all, parts| &all & &parts)
}

/// Differs from build to build.
fn mark(module: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    module.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// A part without the names of functions, and without the room that the linker left for other addresses.
fn without_names(file: &Path) -> anyhow::Result<Vec<u8>> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    Ok(config.parse_file(file)?.emit_wasm())
}

/// Modules in one file: an empty module with a section for each.
fn packed(parts: &BTreeMap<String, Vec<u8>>, names: &[&String]) -> anyhow::Result<Vec<u8>> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut pack = Module::with_config(config);
    for name in names {
        let data =
            parts.get(*name).with_context(|| format!("the manifest names {name}, which is not there"))?;
        pack.customs.add(RawCustomSection { name: (*name).clone(), data: data.clone() });
    }
    Ok(pack.emit_wasm())
}

/// What the tool's script says before it comes to single files, and how packs are fetched.
fn prelude(script: &Path) -> anyhow::Result<String> {
    let script = fs::read_to_string(script)?;
    let (prelude, _) =
        script.split_once(FIRST_LOADER).context("the split tool writes another script than it did")?;
    Ok([prelude, "\n", include_str!("packs.js")].concat())
}

/// The line that exports a realm's loader.
fn loader(realm: &str, packs: &[(&String, &Vec<&String>)]) -> anyhow::Result<String> {
    let packs = serde_json::to_string(packs)?;
    Ok(format!("export const __wasm_split_load_{realm} = realm({packs});\n"))
}
