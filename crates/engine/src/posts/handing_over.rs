//! A post changes hands: what is open goes to the next holder, or to the centre's director.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::audit::Verb;
use domain::duty::Span;
use domain::live::Topic;
use domain::names::Name;
use domain::time::in_city;
use domain::{PersonId, PostId, ShiftId};
use store::PgConnection;
use store::audit::Entry;
use store::posts::{Post, Taken};

use crate::Error;
use crate::ledger::Ledger;

/// Who takes over what is open.
pub(super) type Taker = (PostId, PersonId, String);

/// Who would take over the work of a post without a successor: the centre's director.
pub(super) async fn taker(
    connection: &mut PgConnection,
    post: &Post,
    leaver: Option<PersonId>,
    at: DateTime<Utc>,
) -> Result<Option<Taker>, Error> {
    Ok(store::posts::director(connection, post.centre.id, post.id, leaver, at).await?)
}

/// Gives a post to whoever holds it now, and what was open to them; while nobody does, to the centre's director. Says whether
/// anything changed.
pub(super) async fn hand_over(
    connection: &mut PgConnection,
    actor: Option<&Actor>,
    post: &Post,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<bool, Error> {
    let next = store::posts::holder_at(&mut *connection, post.id, now).await?;
    let leaver = post.holder.as_ref().map(|(person, _)| *person);
    if leaver == next.as_ref().map(|(person, _)| *person) {
        return Ok(false);
    }
    // Trees first, as everybody does who moves parts.
    let held = store::posts::parts_held(&mut *connection, post.id).await?;
    for root in store::supervision::trees_of(&mut *connection, &held).await? {
        store::orders::lock_tree(&mut *connection, root).await?;
    }
    store::posts::set_person(&mut *connection, post.id, next.as_ref().map(|(person, _)| *person)).await?;
    let taker = match next {
        Some((person, name)) => Some((post.id, person, name)),
        None => taker(&mut *connection, post, leaver, now).await?,
    };
    let book = Book { actor, post, taker: taker.as_ref(), now };
    book.work(&mut *connection, ledger).await?;
    if let Some(leaver) = leaver {
        book.rest(connection, leaver, ledger).await?;
        // Live streams that stand on the post end at once; its pages ask anew at each request anyway.
        ledger.announce(Topic::Sessions, leaver.0, [&post.centre.path]);
    }
    Ok(true)
}

/// What is needed to hand over and to write it down.
struct Book<'a> {
    actor: Option<&'a Actor>,
    post: &'a Post,
    taker: Option<&'a Taker>,
    now: DateTime<Utc>,
}

impl Book<'_> {
    async fn work(&self, connection: &mut PgConnection, ledger: &mut Ledger) -> Result<(), Error> {
        let to = self.taker.map(|(post, person, _)| (*person, *post));
        for part in store::posts::take_parts(&mut *connection, self.post.id, to).await? {
            self.taken("assignment", &part, ledger);
        }
        let Some((person, post)) = to else { return Ok(()) };
        for asked in store::posts::take_explanations(&mut *connection, self.post.id, post).await? {
            self.taken("explanation", &asked, ledger);
        }
        for shift in store::posts::take_shifts(connection, self.post.id, (person, post), self.now).await? {
            self.shift(Verb::WorkTakenOver, shift, ledger);
        }
        Ok(())
    }

    /// Shifts that nobody could take over are gaps, and ring as such.
    async fn rest(
        &self,
        connection: &mut PgConnection,
        leaver: PersonId,
        ledger: &mut Ledger,
    ) -> Result<(), Error> {
        for shift in store::posts::drop_shifts(connection, self.post.id, leaver, self.now).await? {
            self.shift(Verb::ShiftRemoved, shift, ledger);
        }
        Ok(())
    }

    fn entry(&self, verb: Verb) -> Entry {
        let entry = match self.actor {
            Some(actor) => Entry::by(actor, verb, self.now),
            None => Entry::by_system(self.post.centre.path.clone(), self.post.title.clone(), verb, self.now),
        };
        let leaver = self.post.holder.as_ref().map_or("", |(_, name)| name.as_str());
        entry.moved(leaver, self.taker.map_or("", |(_, _, name)| name.as_str()))
    }

    fn taken(&self, noun: &'static str, taken: &Taken, ledger: &mut Ledger) {
        let standing = &taken.standing;
        let entry = self.entry(Verb::WorkTakenOver).on(noun, taken.row, standing.action.clone());
        ledger.log(entry.of_event(standing.event).of_root(standing.root));
        ledger.announce(Topic::Orders, standing.order.0, [&standing.issuer, &standing.path]);
    }

    fn shift(&self, verb: Verb, (_, span): (ShiftId, Span), ledger: &mut Ledger) {
        let at = |at| in_city(at).format("%m-%d %H:%M").to_string();
        let subject = Name::typed([at(span.from), at(span.to)].join(" – "));
        ledger.log(self.entry(verb).on("roster", self.post.centre.id.0, subject));
        ledger.announce(Topic::Duty, self.post.centre.id.0, [&self.post.centre.path]);
    }
}
