//! Runs wasm-bindgen at exactly the version that `Cargo.lock` names, so that the tool and the crate never drift apart.
//!
//! `xtask bindgen MODULE.wasm OUT_DIR NAME` writes `NAME.js`, `NAME.wasm` and what `#[wasm_bindgen(module)]` brings along
//! (`snippets/`) to `OUT_DIR`. It is called by `scripts/build-frontend`.

use std::{env, fs, path::Path, process::ExitCode};

use anyhow::Context as _;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["bindgen", module, out_dir, name] => bindgen(Path::new(module), Path::new(out_dir), name),
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

/// Makes what the browser loads out of what the compiler wrote.
fn bindgen(module: &Path, out_dir: &Path, name: &str) -> anyhow::Result<()> {
    let snippets = out_dir.join("snippets");
    if snippets.exists() {
        fs::remove_dir_all(&snippets).context("the last build's snippets cannot be removed")?;
    }
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .remove_name_section(true)
        .generate(out_dir)
        .with_context(|| format!("wasm-bindgen could not process {}", module.display()))?;
    // Leptos asks for `NAME.wasm` when it was compiled with LEPTOS_OUTPUT_NAME (.cargo/config.toml).
    fs::rename(out_dir.join(format!("{name}_bg.wasm")), out_dir.join(format!("{name}.wasm")))
        .context("wasm-bindgen wrote no module")
}
