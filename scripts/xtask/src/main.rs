//! Makes what the browser loads out of what the compiler wrote.
//!
//! `xtask bindgen MODULE.wasm OUT_DIR NAME` takes the module apart at the functions marked `#[wasm_split]`
//! ([`realms`]), then runs wasm-bindgen, at exactly the version that `Cargo.lock` names, on what is left. It writes
//! `NAME.js`, `NAME.wasm` and the realms' files to `OUT_DIR`. `scripts/build-frontend` calls it.

mod realms;

use std::{env, fs, path::Path, process::ExitCode};

use anyhow::Context as _;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["bindgen", module, out_dir, name] => made(Path::new(module), Path::new(out_dir), name),
        _ => Err(anyhow::anyhow!("usage: xtask bindgen MODULE.wasm OUT_DIR NAME")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn made(module: &Path, out_dir: &Path, name: &str) -> anyhow::Result<()> {
    let base = module.with_extension("base.wasm");
    realms::taken_apart(module, &base, out_dir, name)?;
    bindgen(&base, out_dir, name)
}

/// Binds what is loaded first.
fn bindgen(module: &Path, out_dir: &Path, name: &str) -> anyhow::Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        // The realms share the table and the stack of the module they are loaded into.
        .keep_lld_exports(true)
        .remove_producers_section(true)
        .remove_name_section(true)
        .generate(out_dir)
        .with_context(|| format!("wasm-bindgen could not process {}", module.display()))?;
    // Leptos asks for `NAME.wasm` when it was compiled with LEPTOS_OUTPUT_NAME (.cargo/config.toml).
    fs::rename(out_dir.join(format!("{name}_bg.wasm")), out_dir.join(format!("{name}.wasm")))
        .context("wasm-bindgen wrote no module")
}
