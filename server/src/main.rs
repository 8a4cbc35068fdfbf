//! The cityhelm binary.
fn main() {}
