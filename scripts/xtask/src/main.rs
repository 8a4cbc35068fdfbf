//! Runs wasm-bindgen at the version Cargo.lock names.
fn main() {}
