//! Reads answers out of JSON: the text is taken apart once, by code that knows no type, before a type picks its fields.
//! Reading each type straight from the text costs the browser three kilobytes of WASM a struct.

use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

/// Reads a value from JSON.
///
/// # Errors
/// When the text is not JSON, or not of this type.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Error> {
    serde_json::from_slice::<Value>(json).and_then(serde_json::from_value)
}
