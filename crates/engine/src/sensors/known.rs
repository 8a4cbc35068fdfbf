//! What the intake remembers of gateways, devices and rules, so that a batch need not ask for each again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::centres::CentrePath;
use domain::sensors::SentReading;
use domain::{Refusal, Remedy};
use store::devices::{self, Stream};
use store::rules::{self, Ruling};
use store::{PgConnection, gateways};

use super::{Message, Watched};
use crate::Error;

/// Seconds after which everything is read again: as long may a new rule or a gateway that was switched off take to be seen.
const GOOD_FOR_S: i64 = 60;
/// Devices remembered at once, some hundred bytes each; past it everything is forgotten.
const REMEMBERED: usize = 200_000;

/// A device that was found.
struct Device {
    path: CentrePath,
    /// Its series by quantity; none for a quantity that it does not measure.
    series: HashMap<String, Option<Arc<Watched>>>,
}

/// What is remembered.
#[derive(Default)]
pub(super) struct Known {
    good_until: Option<DateTime<Utc>>,
    rulings: Vec<Arc<Ruling>>,
    /// What each gateway may send for; none for one that may not send.
    gateways: HashMap<String, Option<CentrePath>>,
    devices: HashMap<String, Device>,
}

impl Known {
    /// Reads what the messages ask for and is not remembered.
    pub async fn learn(
        &mut self,
        connection: &mut PgConnection,
        now: DateTime<Utc>,
        messages: &[Message],
        sent: &[(usize, SentReading)],
    ) -> Result<(), Error> {
        if self.good_until.is_none_or(|until| now >= until) || self.devices.len() > REMEMBERED {
            *self = Self::default();
            self.rulings = rules::all(&mut *connection).await?.into_iter().map(Arc::new).collect();
            self.good_until = Some(now + Duration::seconds(GOOD_FOR_S));
        }
        for message in messages {
            if !self.gateways.contains_key(&message.gateway) {
                let found = gateways::of_login(&mut *connection, &message.gateway).await?;
                let path = found.filter(|gateway| !gateway.disabled).map(|gateway| gateway.path);
                self.gateways.insert(message.gateway.clone(), path);
            }
        }
        let unknown: HashSet<(&str, &str)> = sent
            .iter()
            .map(|(_, reading)| (reading.device.as_str(), reading.quantity.as_str()))
            .filter(|(device, quantity)| {
                self.devices.get(*device).is_none_or(|d| !d.series.contains_key(*quantity))
            })
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let unknown: Vec<(&str, &str)> = unknown.into_iter().collect();
        for found in devices::streams_sent(connection, &unknown).await? {
            let watched = found.stream.map(|stream| Arc::new(self.watched(stream)));
            let device = self.devices.entry(found.device);
            let device = device.or_insert_with(|| Device { path: found.path, series: HashMap::new() });
            device.series.insert(found.quantity, watched);
        }
        Ok(())
    }

    fn watched(&self, stream: Stream) -> Watched {
        let particular = |ruling: &&Arc<Ruling>| ruling.particular(&stream).unwrap_or_default();
        let ruling = self.rulings.iter().max_by_key(particular).filter(|ruling| particular(ruling) > 0);
        Watched { ruling: ruling.map(Arc::clone), stream }
    }

    /// The series a reading belongs to.
    ///
    /// # Errors
    /// Why the reading cannot be taken from this gateway.
    pub fn series(&self, gateway: &str, reading: &SentReading) -> Result<Arc<Watched>, Refusal> {
        let Some(Some(path)) = self.gateways.get(gateway) else {
            return Err(Refusal::unknown("gateway", gateway));
        };
        let Some(device) = self.devices.get(&reading.device) else {
            return Err(Refusal::unknown("device", &reading.device));
        };
        if !path.contains(&device.path) {
            return Err(Refusal::BelongsTo { centre: device.path.to_string() });
        }
        let Some(Some(watched)) = device.series.get(&reading.quantity) else {
            return Err(Refusal::unknown("quantity", &reading.quantity));
        };
        let (min, max) = watched.stream.span;
        if !(min..=max).contains(&reading.value) {
            return Err(Refusal::field("value", Remedy::OutOfRange { min, max }));
        }
        Ok(Arc::clone(watched))
    }
}
