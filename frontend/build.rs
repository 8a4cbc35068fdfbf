//! Asks the linker for what `scripts/xtask` needs to take the module apart: where each reference stands.

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script so")]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-cdylib=--emit-relocs");
    }
}
