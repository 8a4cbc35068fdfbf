//! The case that a warning opens, at the centre that the responsibility list names.

use anyhow::Context;
use chrono::{DateTime, Utc};
use domain::EventId;
use domain::audit::Verb;
use domain::centres::{CentrePath, CentreTag};
use domain::clocks::Clocks;
use domain::events::{EventSource, EventState};
use domain::live::Topic;
use domain::names::Name;
use store::audit::Entry;
use store::events::{self, NewCase};
use store::warnings::moves::{self, Stand};
use store::{PgConnection, responsibilities};

use crate::Error;
use crate::watches::Standing;

/// The case of a warning.
pub(super) enum Opened {
    /// It was still open from the last time, or from another series at the same risk point.
    Again { event: EventId, paths: Vec<CentrePath> },
    /// It is new.
    New { event: EventId, at: Box<CentreTag>, place: CentrePath, title: Name },
}

/// Finds or opens the case of a warning that is being raised.
pub(super) async fn open(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    standing: &Standing,
    stand: &Stand,
) -> Result<Opened, Error> {
    let (stream, category) = (&standing.watched.stream, &standing.ruling.category);
    let point = stream.risk_point.as_ref().map(|(id, _)| *id);
    if let Some(event) = moves::event_before(&mut *connection, standing.key(), point, category).await? {
        let paths = moves::raise_event(connection, event, stand.level).await?.unwrap_or_default();
        return Ok(Opened::Again { event, paths });
    }
    let listed = responsibilities::of_category(&mut *connection, category, now).await?;
    let listed = listed.with_context(|| format!("the responsibility list has no {category}"))?;
    let at = responsibilities::centre_for(&mut *connection, stream.centre, listed.tier).await?;
    let at = at.with_context(|| format!("no centre takes {category} from {}", stream.path))?;
    let calendar = store::calendar::since(&mut *connection, now).await?;
    let new = NewCase {
        centre: at.id,
        place_centre: Some(stream.centre),
        category: category.clone(),
        title: stand.title.clone(),
        description: String::new(),
        level: stand.level,
        // What a rule saw needs no acceptance: it is on the list of cases at once.
        state: EventState::Registered,
        source: EventSource::Warning,
        risk_point: point,
        reporter: None,
        sent: store::events::Sent::default(),
        clocks: Clocks::start(EventState::Registered, now, &listed.limits, &calendar),
        parent: None,
        list_version: listed.version,
    };
    let title = new.title.clone();
    let event = events::add(connection, new).await?;
    Ok(Opened::New { event, at: Box::new(at), place: stream.path.clone(), title })
}

impl Opened {
    /// Its identity.
    pub fn event(&self) -> EventId {
        match self {
            Self::Again { event, .. } | Self::New { event, .. } => *event,
        }
    }

    /// Who is to hear of it.
    pub fn announced(&self) -> Option<(Topic, i64, Vec<CentrePath>)> {
        match self {
            Self::Again { paths, .. } if paths.is_empty() => None,
            Self::Again { event, paths } => Some((Topic::Events, event.0, paths.clone())),
            Self::New { event, at, place, .. } => {
                Some((Topic::Events, event.0, vec![at.path.clone(), place.clone()]))
            }
        }
    }

    /// The line in the log, if it is new.
    pub fn entry(self, now: DateTime<Utc>) -> Option<Entry> {
        let Self::New { event, at, title, .. } = self else { return None };
        let by = Name::new("分级分类责任清单", "Responsibility list");
        Some(
            Entry::by_system(at.path, by, Verb::EventReported, now)
                .on("event", event.0, title)
                .of_event(event)
                .moved("", EventState::Registered.as_str()),
        )
    }
}
