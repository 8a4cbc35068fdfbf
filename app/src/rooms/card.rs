//! The card: what is open, who joined, and the way in. Works without WASM.

use domain::live::Topic;
use domain::names::Name;
use domain::rooms::{Room, RoomSubject, Rooms};
use leptos::prelude::*;

use super::api::{CloseRoom, JoinRoom, OpenRoom, list_rooms};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{CityTime, DeedForm, DeedTrouble, loaded};
use crate::words::{n, t, use_lang};

/// What a page asks about its rooms and does to them. Make it at the page's top.
#[derive(Clone, Copy)]
pub struct RoomTalk {
    rooms: Question<Rooms>,
    open: Deed,
    join: Deed,
    close: Deed,
}

impl RoomTalk {
    /// About the order or case that the page shows.
    pub fn of(subject: impl Fn() -> RoomSubject + Send + Sync + 'static) -> Self {
        let changed = use_live(&[Topic::Orders, Topic::Events]);
        let (open, join, close) = (Deed::of::<OpenRoom>(), Deed::of::<JoinRoom>(), Deed::of::<CloseRoom>());
        let done = move || open.times() + join.times() + close.times();
        let rooms = Question::new(
            move || (subject(), changed.get(), done()),
            |(of, ..)| match of {
                RoomSubject::Order(id) => list_rooms(Some(id), None),
                RoomSubject::Event(id) => list_rooms(None, Some(id)),
            },
        );
        Self { rooms, open, join, close }
    }

    /// What went wrong with the last try.
    pub fn troubles(self) -> AnyView {
        view! {
            <DeedTrouble deed=self.open />
            <DeedTrouble deed=self.join />
            <DeedTrouble deed=self.close />
        }
        .into_any()
    }

    /// The card; nothing where there is no room and none can be opened.
    pub fn card(self, of: RoomSubject) -> AnyView {
        loaded(self.rooms, move |rooms| self.draw(rooms, of))
    }

    fn draw(self, rooms: Rooms, of: RoomSubject) -> AnyView {
        if rooms.rooms.is_empty() && rooms.offered.is_empty() {
            return ().into_any();
        }
        let offered =
            rooms.offered.into_iter().map(|(at, name)| offer(at, &name, of, self.open)).collect_view();
        let rows = rooms.rooms.into_iter().map(|room| row(room, self.join, self.close)).collect_view();
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::TITLE)}</h2></div>
                <ul class="rooms">{rows}</ul>
                <div class="two-buttons">{offered}</div>
            </section>
        }
        .into_any()
    }
}

fn offer(at: u16, name: &Name, of: RoomSubject, open: Deed) -> AnyView {
    let (field, id) = match of {
        RoomSubject::Order(id) => ("order", id.to_string()),
        RoomSubject::Event(id) => ("event", id.to_string()),
    };
    let words = w::OPEN.with(use_lang(), &[("name", &n(name))]);
    view! {
        <DeedForm deed=open>
            <input type="hidden" name=field value=id />
            <input type="hidden" name="template" value=at.to_string() />
            <button class="button" type="submit">{words}</button>
        </DeedForm>
    }
    .into_any()
}

fn row(room: Room, join: Deed, close: Deed) -> AnyView {
    let id = room.id.to_string();
    let open = room.closed_at.is_none();
    let who: Vec<String> =
        room.joined.iter().map(|(who, centre, _)| format!("{who} ({})", n(centre))).collect();
    let who = if who.is_empty() { t(w::NOBODY).to_owned() } else { who.join(" · ") };
    let enter = room.link.map(|link| {
        view! { <a class="button primary" href=link target="_blank" rel="noreferrer external">{t(w::ENTER)}</a> }.into_any()
    });
    let way = enter.or_else(|| open.then(|| press(&id, w::JOIN, join)));
    view! {
        <li class="saved-line">
            <b>{n(&room.name)}</b>
            <span class="quiet">{t(w::OPENED_BY)} " " {room.opened_by} " · " <CityTime at=room.opened_at /> " · " {who}</span>
            {way}
            {room.may_close.then(|| press(&id, w::CLOSE, close))}
            {(!open).then(|| view! { <span class="quiet">{t(w::CLOSED)}</span> })}
        </li>
    }
    .into_any()
}

fn press(id: &str, words: crate::words::Text, deed: Deed) -> AnyView {
    let id = id.to_owned();
    view! {
        <DeedForm deed=deed>
            <input type="hidden" name="id" value=id />
            <button class="button" type="submit">{t(words)}</button>
        </DeedForm>
    }
    .into_any()
}
