//! Rooms: opened for an order or a case by a template of the settings; who joins is noted before they see the link.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::CentrePath;
use domain::live::Topic;
use domain::names::Name;
use domain::rooms::{RoomDesk, RoomSubject, RoomTemplate, Rooms};
use domain::{EventId, Fault, OrderId, Refusal, RoomId};
use store::PgConnection;
use store::audit::Entry;
use store::rooms::NewRoom;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres, events};

/// The desk that opens rooms.
#[derive(Clone)]
pub struct Conference {
    /// Decides.
    pub engine: Engine,
    /// What can be opened.
    pub templates: Arc<[RoomTemplate]>,
}

/// What a room is about, as far as the log and the people who watch it need to know.
struct Subject {
    number: String,
    title: Name,
    of: RoomSubject,
    event: Option<EventId>,
    root: Option<OrderId>,
    told: Vec<CentrePath>,
}

impl Subject {
    fn entry(&self, actor: &Actor, verb: Verb, now: DateTime<Utc>, name: &Name) -> Entry {
        let entry = Entry::by(actor, verb, now);
        let entry = match self.of {
            RoomSubject::Order(order) => entry.on("order", order.0, self.title.clone()),
            RoomSubject::Event(event) => entry.on("event", event.0, self.title.clone()),
        };
        let entry = entry.of_event(self.event).noted(name.zh.clone());
        match self.root {
            Some(root) => entry.of_root(root),
            None => entry,
        }
    }

    fn announce(&self, actor: &Actor, ledger: &mut Ledger) {
        let told = self.told.iter().chain([&actor.centre.path]);
        match self.of {
            RoomSubject::Order(order) => ledger.announce(Topic::Orders, order.0, told),
            RoomSubject::Event(event) => ledger.announce(Topic::Events, event.0, told),
        }
    }
}

/// The order or case, if the actor sees it.
async fn subject(
    connection: &mut PgConnection,
    actor: &Actor,
    of: RoomSubject,
    now: DateTime<Utc>,
) -> Result<Subject, Error> {
    Ok(match of {
        RoomSubject::Order(id) => {
            let order = store::orders::by_id(connection, id, now).await?.ok_or(Refusal::NotFound)?;
            Subject {
                number: order.row.number,
                title: order.row.title,
                of,
                event: order.event,
                root: Some(order.root),
                told: vec![order.row.issuer.path],
            }
        }
        RoomSubject::Event(id) => {
            let case = events::seen(connection, actor, id, now).await?;
            Subject {
                told: events::audience(&case).cloned().collect(),
                number: case.row.number,
                title: case.row.title,
                of,
                event: Some(id),
                root: None,
            }
        }
    })
}

/// Whoever handles cases or works on orders opens rooms.
fn may_open(actor: &Actor) -> Result<(), Refusal> {
    actor.has(Right::WorkOrder).or_else(|_| actor.has(Right::IssueOrder))
}

impl Conference {
    async fn listed(&self, actor: &Actor, of: RoomSubject) -> Result<Rooms, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.engine.now();
        let mut tx = self.engine.db.people(actor).await?;
        subject(&mut tx, actor, of, now).await?;
        let rooms = store::rooms::of_subject(&mut tx, of, actor.person, actor.centre.id).await?;
        let offered = if may_open(actor).is_ok() { &*self.templates } else { &[] };
        let offered = (0..).zip(offered).map(|(at, template)| (at, template.name.clone())).collect();
        Ok(Rooms { rooms, offered })
    }

    async fn opened(&self, actor: &Actor, of: RoomSubject, template: u16) -> Result<RoomId, Error> {
        may_open(actor)?;
        let now = self.engine.now();
        let mut tx = self.engine.db.people(actor).await?;
        let subject = subject(&mut tx, actor, of, now).await?;
        let found = self.templates.get(usize::from(template));
        let template = found.ok_or_else(|| Refusal::unknown("template", template.to_string()))?;
        let link = template.link_of(&subject.number);
        let name = &template.name;
        let new = NewRoom { centre: actor.centre.id, of, name, link: &link, person: actor.person, at: now };
        let Some(id) = store::rooms::open(&mut tx, new).await? else {
            return Ok(store::rooms::open_one(&mut tx, of, name).await?.ok_or(Refusal::Conflict)?);
        };
        store::rooms::join(&mut tx, id, actor.person, actor.centre.id, now).await?;
        let mut ledger = Ledger::default();
        ledger.log(subject.entry(actor, Verb::RoomOpened, now, name));
        subject.announce(actor, &mut ledger);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn turned(&self, actor: &Actor, id: RoomId, verb: Verb) -> Result<(), Error> {
        actor.has(Right::ViewCity)?;
        let now = self.engine.now();
        let mut tx = self.engine.db.people(actor).await?;
        let room = store::rooms::by_id(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        let subject = subject(&mut tx, actor, room.of, now).await?;
        if verb == Verb::RoomClosed {
            may_open(actor)?;
            let opener = store::centres::by_id(&mut tx, room.centre).await?.ok_or(Refusal::NotFound)?;
            centres::own(actor, &opener)?;
        }
        if !room.is_open {
            return Err(Refusal::not_now("room", "closed", verb).into());
        }
        let done = if verb == Verb::RoomClosed {
            store::rooms::close(&mut tx, id, now).await?
        } else {
            store::rooms::join(&mut tx, id, actor.person, actor.centre.id, now).await?
        };
        if done {
            let mut ledger = Ledger::default();
            ledger.log(subject.entry(actor, verb, now, &room.name));
            subject.announce(actor, &mut ledger);
            ledger.write(&mut tx).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

#[async_trait]
impl RoomDesk for Conference {
    async fn rooms(&self, actor: &Actor, of: RoomSubject) -> Result<Rooms, Fault> {
        Ok(self.listed(actor, of).await?)
    }

    async fn open_room(&self, actor: &Actor, of: RoomSubject, template: u16) -> Result<RoomId, Fault> {
        Ok(self.opened(actor, of, template).await?)
    }

    async fn join_room(&self, actor: &Actor, id: RoomId) -> Result<(), Fault> {
        Ok(self.turned(actor, id, Verb::RoomJoined).await?)
    }

    async fn close_room(&self, actor: &Actor, id: RoomId) -> Result<(), Fault> {
        Ok(self.turned(actor, id, Verb::RoomClosed).await?)
    }
}
