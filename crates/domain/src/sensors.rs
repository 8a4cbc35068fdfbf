//! What gateways send: the MQTT payload, decoded and checked before anything is stored.
//!
//! Topic `v1/gateways/{gateway}/readings`, payload JSON, one batch a message:
//! `{"id":"m-1","readings":[{"device":"D000001","quantity":"water_depth","at":"2026-11-23T06:31:52Z","value":34.0}]}`.
//! A single reading may be sent without the envelope. `id` is the gateway's own and comes back in the dead-letter table.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::{Refusal, Remedy};

/// Readings one message may carry.
pub const BATCH_LIMIT: usize = 1000;
/// A reading from further ahead than this is quarantined: its device's clock is wrong.
pub const AHEAD_LIMIT_MIN: i64 = 5;
/// A reading older than this is quarantined: it could change no verdict any more.
pub const BEHIND_LIMIT_DAYS: i64 = 7;

/// One measured value, as sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SentReading {
    /// Code of the device.
    pub device: String,
    /// Code of the observed property.
    pub quantity: String,
    /// Phenomenon time.
    pub at: DateTime<Utc>,
    /// Result, in the unit of the quantity.
    pub value: f64,
}

#[derive(Deserialize)]
struct Envelope {
    #[serde(default)]
    id: Option<String>,
    readings: Vec<serde_json::Value>,
}

/// A message taken apart: what can be read, and what cannot with the reason.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decoded {
    /// The gateway's own id of the message.
    pub message_id: Option<String>,
    /// Well-formed readings.
    pub readings: Vec<SentReading>,
    /// The others: as sent, and why not.
    pub bad: Vec<(String, Refusal)>,
}

/// Takes a payload apart. One bad reading does not spoil the others of its batch.
#[must_use]
pub fn decode(payload: &[u8], now: DateTime<Utc>) -> Decoded {
    let mut decoded = Decoded::default();
    let whole = |reason: Refusal| Decoded { bad: vec![(shown(payload), reason)], ..Decoded::default() };
    let Ok(json) = serde_json::from_slice::<serde_json::Value>(payload) else {
        return whole(Refusal::unknown("payload", "not JSON"));
    };
    let readings = if json.get("readings").is_some() {
        match serde_json::from_value::<Envelope>(json) {
            Ok(envelope) => {
                decoded.message_id = envelope.id.map(|id| kept(id.as_bytes(), 200));
                envelope.readings
            }
            Err(error) => return whole(Refusal::unknown("readings", error.to_string())),
        }
    } else {
        vec![json]
    };
    if readings.len() > BATCH_LIMIT {
        let max = f64::from(u32::try_from(BATCH_LIMIT).unwrap_or(u32::MAX));
        return whole(Refusal::field("readings", Remedy::OutOfRange { min: 1.0, max }));
    }
    for sent in readings {
        let text = shown(sent.to_string().as_bytes());
        let reading = serde_json::from_value::<SentReading>(sent);
        match reading.map_err(|e| Refusal::unknown("reading", e.to_string())).and_then(|r| checked(r, now)) {
            Ok(reading) => decoded.readings.push(reading),
            Err(reason) => decoded.bad.push((text, reason)),
        }
    }
    decoded
}

fn checked(reading: SentReading, now: DateTime<Utc>) -> Result<SentReading, Refusal> {
    if !reading.value.is_finite() {
        return Err(Refusal::field("value", Remedy::NotANumber));
    }
    if reading.at > now + Duration::minutes(AHEAD_LIMIT_MIN)
        || reading.at < now - Duration::days(BEHIND_LIMIT_DAYS)
    {
        return Err(Refusal::unknown("at", reading.at.to_rfc3339()));
    }
    for (field, text) in [("device", &reading.device), ("quantity", &reading.quantity)] {
        crate::refusal::required_text(field, text, 64)?;
        if text.chars().any(char::is_control) {
            return Err(Refusal::unknown(field, text.escape_debug().to_string()));
        }
    }
    Ok(reading)
}

/// Characters of a payload that are kept with its dead letter.
const SHOWN: usize = 4000;

/// A payload as text for its dead letter: at most 4,000 characters, without NUL.
#[must_use]
pub fn shown(payload: &[u8]) -> String {
    kept(payload, SHOWN)
}

/// Bytes as text that PostgreSQL can keep: bounded, and without NUL.
fn kept(bytes: &[u8], max: usize) -> String {
    String::from_utf8_lossy(bytes).chars().filter(|c| *c != '\0').take(max).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bad_reading_does_not_spoil_the_batch() {
        let now: DateTime<Utc> = "2026-11-23T06:32:00Z".parse().expect("a time");
        let payload = br#"{"id":"m1","readings":[
            {"device":"D1","quantity":"water_depth","at":"2026-11-23T06:31:52Z","value":34},
            {"device":"D1","quantity":"water_depth","at":"2026-11-25T06:31:52Z","value":34},
            {"device":"","quantity":"water_depth","at":"2026-11-23T06:31:52Z","value":34},
            {"device":"D1","quantity":"water_depth","at":"yesterday","value":34}]}"#;
        let decoded = decode(payload, now);
        assert_eq!((decoded.readings.len(), decoded.bad.len()), (1, 3));
        assert_eq!(decoded.message_id.as_deref(), Some("m1"));
        assert_eq!(decode(b"\x00\xff", now).bad.len(), 1);
        let nul = br#"{"id":"m\u0000","readings":[{"device":"D\u0000","quantity":"q","at":"2026-11-23T06:31:52Z","value":1}]}"#;
        let decoded = decode(nul, now);
        assert_eq!((decoded.readings.len(), decoded.bad.len()), (0, 1), "PostgreSQL keeps no NUL in a text");
        assert_eq!(decoded.message_id.as_deref(), Some("m"));
        assert_eq!(
            decode(
                b"{\"device\":\"D\",\"quantity\":\"q\",\"at\":\"2026-11-23T06:31:52Z\",\"value\":1e999}",
                now
            )
            .bad
            .len(),
            1
        );
    }
}
