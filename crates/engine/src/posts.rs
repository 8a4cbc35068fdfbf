//! Posts: who holds them, and who follows.

mod handing_over;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::actors::{Actor, Right, Role};
use domain::audit::Verb;
use domain::live::Topic;
use domain::posts::{HolderChange, PostDesk, PostsPage};
use domain::refusal::optional_text;
use domain::time::{from_city, in_city};
use domain::{Fault, PersonId, PostId, Refusal, Remedy};
use store::PgConnection;
use store::audit::Entry;
use store::posts::Post;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

use handing_over::{hand_over, taker};

#[async_trait]
impl PostDesk for Engine {
    async fn posts_of(&self, actor: &Actor, centre: String) -> Result<PostsPage, Fault> {
        Ok(self.posts_listed(actor, &centre).await?)
    }

    async fn change_holder(&self, actor: &Actor, change: HolderChange) -> Result<(), Fault> {
        Ok(self.holder_changed(actor, &change).await?)
    }
}

impl Engine {
    async fn posts_listed(&self, actor: &Actor, code: &str) -> Result<PostsPage, Error> {
        // An administrator of accounts sees posts and nothing else of a centre.
        let right = if actor.role.has(Right::AppointHolder) { Right::AppointHolder } else { Right::ViewCity };
        actor.has(right)?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, right, code).await?;
        let mut posts = store::posts::of_centre(&mut tx, centre.id, self.now()).await?;
        for post in &mut posts {
            post.may_change = may_change(actor, post.role) && actor.may(right, &centre.path).is_ok();
        }
        let below = store::centres::below(&mut tx, centre.id).await?;
        Ok(PostsPage { centre, posts, below })
    }

    async fn holder_changed(&self, actor: &Actor, change: &HolderChange) -> Result<(), Error> {
        actor.has(Right::AppointHolder)?;
        let now = self.now();
        let note = optional_text("note", &change.note, 500)?;
        let id: PostId = change.post.trim().parse().map_err(|_| Refusal::unknown("post", &change.post))?;
        let at = moment(&change.at, now)?;
        let mut tx = self.db.people(actor).await?;
        let post = store::posts::locked(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::AppointHolder, &post.centre.path)?;
        if !may_change(actor, post.role) {
            let who = Right::ManageAccounts.held_by();
            return Err(Refusal::NotAllowed { right: Right::ManageAccounts, who }.into());
        }
        let successor = successor(&mut tx, &change.successor).await?;
        let present = store::posts::holder_at(&mut tx, id, now).await?;
        if present.is_none() && successor.is_none() {
            return Err(Refusal::field("successor", Remedy::Required).into());
        }
        let stays = present.is_some() && successor == present;
        if !stays && successor.is_none() {
            self.somebody_takes_over(&mut tx, &post, present.as_ref().map(|(person, _)| *person), at).await?;
        }
        store::posts::end_holding(&mut tx, id, now, (!stays).then_some(at)).await?;
        if let (Some((person, _)), false) = (&successor, stays) {
            store::posts::add_holding(&mut tx, id, *person, at, &note, actor.person).await?;
        }
        let mut ledger = Ledger::default();
        let name = |who: &Option<(PersonId, String)>| who.as_ref().map_or(String::new(), |who| who.1.clone());
        let said = [in_city(at).format("%Y-%m-%d %H:%M").to_string(), note].join(" ");
        let entry = Entry::by(actor, Verb::HolderChanged, now).on("post", id.0, post.title.clone());
        ledger.log(entry.moved(name(&present), name(&successor)).noted(said.trim_end().to_owned()));
        ledger.announce(Topic::Posts, id.0, [&post.centre.path]);
        if at <= now && !stays {
            hand_over(&mut tx, Some(actor), &post, now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Refuses to leave a post with open work and nobody to take it.
    async fn somebody_takes_over(
        &self,
        connection: &mut PgConnection,
        post: &Post,
        leaver: Option<PersonId>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let open = store::posts::open_work(&mut *connection, post.id, self.now()).await?.total();
        if open > 0 && taker(connection, post, leaver, at).await?.is_none() {
            return Err(Refusal::WorkOpen { count: u32::try_from(open).unwrap_or(u32::MAX) }.into());
        }
        Ok(())
    }

    /// Lets begin and end what was arranged for posts and is due, and hands over what is open. Says how many posts it settled.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn settle_holdings(&self) -> Result<usize, Error> {
        let now = self.now();
        let mut tx = self.db.tick().await?;
        let due = store::posts::unsettled(&mut tx, now).await?;
        tx.commit().await?;
        let mut settled = 0;
        for id in due {
            let mut tx = self.db.tick().await?;
            let Some(post) = store::posts::locked(&mut tx, id, now).await? else { continue };
            let mut ledger = Ledger::default();
            if hand_over(&mut tx, None, &post, now, &mut ledger).await? {
                settled += 1;
            }
            ledger.announce(Topic::Posts, id.0, [&post.centre.path]);
            ledger.write(&mut tx).await?;
            tx.commit().await?;
        }
        Ok(settled)
    }
}

/// Administrations are given by whoever manages accounts only.
fn may_change(actor: &Actor, role: Role) -> bool {
    actor.role.has(Right::AppointHolder)
        && (!role.is_administration() || actor.role.has(Right::ManageAccounts))
}

async fn successor(connection: &mut PgConnection, login: &str) -> Result<Option<(PersonId, String)>, Error> {
    let login = login.trim();
    if login.is_empty() {
        return Ok(None);
    }
    let found = store::posts::of_login(connection, login).await?;
    Ok(Some(found.ok_or_else(|| Refusal::unknown("successor", login))?))
}

/// A moment as a form writes it, city time; empty for now.
fn moment(text: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(now);
    }
    let plain = text.replace(['T', 't'], " ");
    let at = NaiveDateTime::parse_from_str(&plain, "%Y-%m-%d %H:%M").map(from_city);
    let at = at.map_err(|_| Refusal::unknown("at", text))?;
    if at < now { Err(Refusal::field("at", Remedy::InThePast)) } else { Ok(at) }
}
