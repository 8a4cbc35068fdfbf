//! cityhelm.
