//! Signing in and out, posts, and who a session acts as.

pub(crate) mod password;

use std::collections::HashSet;

use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use domain::actors::{AccountDesk, Actor, PostRow};
use domain::audit::Verb;
use domain::live::Topic;
use domain::names::Name;
use domain::{Fault, PersonId, PostId, Refusal};
use serde::{Deserialize, Serialize};
use store::accounts::Footing;
use store::audit::Entry;
use store::{accounts, audit, live};

use crate::{Engine, Error};

pub use password::hash as hash_password;

/// Minutes for which a failed try counts.
const WINDOW_MIN: i64 = 15;
/// Failed tries an account has within them.
const TRIES_BY_ACCOUNT: i64 = 5;
/// Failed tries an address has within them: many people share an office's address.
const TRIES_BY_ADDRESS: i64 = 50;

/// What a session carries: who, of which epoch, as what. Whether it is still good is asked at each request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Person.
    pub person: PersonId,
    /// The person's epoch when the session began.
    pub epoch: i32,
    /// The post acted under.
    pub post: PostId,
}

impl Engine {
    /// Signs somebody in. An unknown name takes as long as a wrong password.
    ///
    /// # Errors
    /// `WrongCredentials`, or `TooMany` after five failed tries on the account within 15 minutes.
    pub async fn sign_in(&self, login: &str, password: &str, address: &str) -> Result<Seat, Fault> {
        Ok(self.try_sign_in(login.trim(), password, address).await?)
    }

    async fn try_sign_in(&self, login: &str, password: &str, address: &str) -> Result<Seat, Error> {
        if login.is_empty() || login.len() > 200 || password.len() > 1000 || login.contains('\0') {
            return Err(Refusal::WrongCredentials.into());
        }
        // Tries count as failed until they proved right, so that those of one moment cannot all slip through; a whole
        // shift that signs in at one address waits here for its turn, uncounted.
        let turn = password::turn().await?;
        let now = self.now();
        let mut tx = self.db.gate().await?;
        let tries =
            accounts::tries_since(&mut tx, login, address, now - Duration::minutes(WINDOW_MIN)).await?;
        if tries.by_login >= TRIES_BY_ACCOUNT || tries.by_address >= TRIES_BY_ADDRESS {
            let free = tries.oldest.unwrap_or(now) + Duration::minutes(WINDOW_MIN);
            let retry_after_s = (free - now).num_seconds().clamp(1, WINDOW_MIN * 60);
            return Err(Refusal::TooMany { retry_after_s: u32::try_from(retry_after_s).unwrap_or(1) }.into());
        }
        accounts::note_try(&mut tx, now, login, address, false).await?;
        let known = accounts::by_login(&mut tx, login, now).await?;
        tx.commit().await?;

        let hash = known.as_ref().and_then(|known| known.password_hash.clone());
        let right = password::verify(&turn, password.to_owned(), hash).await?;
        let mut tx = self.db.gate().await?;
        let Some(known) = known else { return Err(Refusal::WrongCredentials.into()) };
        let post = known.post.filter(|_| !known.disabled);
        let Some(post) = post else { return Err(Refusal::WrongCredentials.into()) };
        let seat = Seat { person: PersonId(known.id), epoch: known.session_epoch, post: PostId(post) };
        let actor = accounts::actor(&mut tx, seat.person, seat.epoch, seat.post, now).await?;
        let Some(actor) = actor else { return Err(Refusal::WrongCredentials.into()) };
        let verb = if right { Verb::SignedIn } else { Verb::SignInFailed };
        if right {
            accounts::note_try(&mut tx, now, login, address, true).await?;
        }
        audit::append(&mut tx, self.about_self(&actor, verb, address)).await?;
        tx.commit().await?;
        if right { Ok(seat) } else { Err(Refusal::WrongCredentials.into()) }
    }

    /// Who a session acts as; none when it is no longer good.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn actor(&self, seat: Seat) -> Result<Option<Actor>, Fault> {
        let found = async {
            let mut tx = self.db.gate().await?;
            let actor = accounts::actor(&mut tx, seat.person, seat.epoch, seat.post, self.now()).await?;
            Ok::<_, Error>(actor)
        };
        Ok(found.await?)
    }

    /// The seat under another post of the same person.
    ///
    /// # Errors
    /// `NotFound` when the person does not hold it.
    pub async fn switch_post(&self, seat: Seat, post: PostId, address: &str) -> Result<Seat, Fault> {
        let switched = async {
            let seat = Seat { post, ..seat };
            let mut tx = self.db.gate().await?;
            let actor = accounts::actor(&mut tx, seat.person, seat.epoch, post, self.now()).await?;
            let actor = actor.ok_or(Refusal::NotFound)?;
            audit::append(&mut tx, self.about_self(&actor, Verb::PostSwitched, address)).await?;
            tx.commit().await?;
            Ok::<_, Error>(seat)
        };
        Ok(switched.await?)
    }

    /// Writes down that somebody signed out here.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn sign_out(&self, actor: &Actor, address: &str) -> Result<(), Fault> {
        let signed_out = async {
            let mut tx = self.db.gate().await?;
            audit::append(&mut tx, self.about_self(actor, Verb::SignedOut, address)).await?;
            tx.commit().await?;
            Ok::<_, Error>(())
        };
        Ok(signed_out.await?)
    }

    /// Ends every session of the actor's person.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn sign_out_everywhere(&self, actor: &Actor, address: &str) -> Result<(), Fault> {
        let signed_out = async {
            let mut tx = self.db.gate().await?;
            accounts::raise_epoch(&mut tx, actor.person).await?;
            live::announce(&mut tx, Topic::Sessions, actor.person.0, &[&actor.centre.path]).await?;
            audit::append(&mut tx, self.about_self(actor, Verb::SignedOut, address).noted("everywhere"))
                .await?;
            tx.commit().await?;
            Ok::<_, Error>(())
        };
        Ok(signed_out.await?)
    }

    /// Lets sessions in use end no earlier than `until`.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn keep_sessions(&self, keys: &[String], until: DateTime<Utc>) -> Result<(), Fault> {
        let kept = async {
            let mut tx = self.db.gate().await?;
            accounts::touch_sessions(&mut tx, keys, until, self.now()).await?;
            tx.commit().await?;
            Ok::<_, Error>(())
        };
        Ok(kept.await?)
    }

    /// Which of these sessions are still good, by their place in the list.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn still_good(&self, sessions: &[Footing]) -> Result<HashSet<usize>, Fault> {
        let good = async {
            let mut tx = self.db.gate().await?;
            let places = accounts::still_good(&mut tx, sessions, self.now()).await?;
            Ok::<_, Error>(places.into_iter().filter_map(|place| usize::try_from(place).ok()).collect())
        };
        Ok(good.await?)
    }

    fn about_self(&self, actor: &Actor, verb: Verb, address: &str) -> Entry {
        Entry::by(actor, verb, self.now())
            .on("person", actor.person.0, Name::typed(actor.person_name.clone()))
            .from_address(address)
    }
}

#[async_trait]
impl AccountDesk for Engine {
    async fn posts(&self, actor: &Actor) -> Result<Vec<PostRow>, Fault> {
        // One's own posts: no right is needed to know them.
        let posts = async {
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(accounts::posts(&mut tx, actor.person, actor.post, self.now()).await?)
        };
        Ok(posts.await?)
    }
}
