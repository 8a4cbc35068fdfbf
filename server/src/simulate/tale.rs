//! A story as `data/stories/` keeps it: keyframes by device, and captions.

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use domain::sensors::SentReading;
use serde::Deserialize;

/// A story.
#[derive(Debug, Deserialize)]
pub struct Tale {
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Seconds from the first keyframe to the last.
    pub span_s: f64,
    /// Seconds of real time for which the last values are repeated.
    pub hold_s: f64,
    /// What each device measures.
    pub tracks: Vec<Track>,
    /// What happens, in order.
    pub captions: Vec<Caption>,
}

/// What one device measures in the course of a story.
#[derive(Debug, Deserialize)]
pub struct Track {
    /// Device code.
    pub device: String,
    /// Observed property.
    pub quantity: String,
    /// Seconds of the story between two readings.
    pub every_s: f64,
    /// Second of the story and value, in order; straight lines between.
    pub points: Vec<(f64, f64)>,
}

/// A sentence of the story.
#[derive(Debug, Deserialize)]
pub struct Caption {
    /// Second of the story.
    pub t: f64,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Tale {
    /// The story of this code.
    pub fn read(code: &str) -> anyhow::Result<Self> {
        let Some(text) = engine::seed::story(code) else {
            let known: Vec<&str> = engine::seed::stories().collect();
            bail!("there is no story `{code}`; there are {} and calm", known.join(", "));
        };
        serde_json::from_str(text).with_context(|| format!("data/stories/{code}.json cannot be read"))
    }

    /// Codes of the devices in it.
    pub fn devices(&self) -> impl Iterator<Item = &str> {
        self.tracks.iter().map(|track| track.device.as_str())
    }
}

impl Track {
    /// The reading at second `t` of the story, measured `at`.
    pub fn reading(&self, t: f64, at: DateTime<Utc>) -> SentReading {
        let value = (self.value(t) * 100.0).round() / 100.0;
        SentReading { device: self.device.clone(), quantity: self.quantity.clone(), at, value }
    }

    fn value(&self, t: f64) -> f64 {
        let after = self.points.partition_point(|(at, _)| *at <= t);
        match (after.checked_sub(1).and_then(|i| self.points.get(i)), self.points.get(after)) {
            (Some((t0, v0)), Some((t1, v1))) => v0 + (v1 - v0) * (t - t0) / (t1 - t0),
            (Some((_, value)), None) | (None, Some((_, value))) => *value,
            (None, None) => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rainstorm_floods_the_underpass_and_lets_it_dry() {
        let tale = Tale::read("rainstorm").expect("the story is there");
        let depth =
            tale.tracks.iter().find(|t| t.device == "UP-500106-01-1").expect("the underpass has a gauge");
        assert!(depth.value(0.0) < 1.0);
        assert!(depth.value(3600.0) >= 30.0);
        assert!(depth.value(7200.0) < 7.0);
        assert!((depth.value(3450.0) - 28.5).abs() < 1e-9);
        assert!((depth.value(9000.0) - depth.value(7200.0)).abs() < 1e-9);
    }

    #[test]
    fn every_story_can_be_read_and_an_unknown_one_is_named() {
        for code in engine::seed::stories() {
            assert!(!Tale::read(code).expect("it can be read").tracks.is_empty());
        }
        assert!(Tale::read("flood").expect_err("there is none").to_string().contains("rainstorm"));
    }
}
