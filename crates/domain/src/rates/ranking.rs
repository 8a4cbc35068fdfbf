//! Ranking: only among comparable units, and only where enough was counted.

use super::{Better, Counts};

/// Below this denominator a unit is shown and not ranked: one case more would turn its place over.
pub const RANKED_FROM: i64 = 10;

/// A unit to be ranked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit<K> {
    /// Whom it is compared with.
    pub group: K,
    /// Its counts.
    pub counts: Counts,
}

/// The place of each unit in its group, the best first; equal shares share a place. None where too little was counted.
#[must_use]
pub fn ranked<K: PartialEq>(units: &[Unit<K>], better: Better) -> Vec<Option<i64>> {
    let beats = |one: Counts, other: Counts| {
        // Shares compared crosswise: no rounding.
        let (left, right) = (one.numerator * other.denominator, other.numerator * one.denominator);
        if better == Better::Higher { left > right } else { left < right }
    };
    let counts = |unit: &&Unit<K>| unit.counts.denominator >= RANKED_FROM;
    let place = |unit: &Unit<K>| {
        let ahead = units.iter().filter(counts).filter(|other| other.group == unit.group);
        let ahead = ahead.filter(|other| beats(other.counts, unit.counts)).count();
        counts(&unit).then(|| i64::try_from(ahead).unwrap_or(i64::MAX).saturating_add(1))
    };
    units.iter().map(place).collect()
}
