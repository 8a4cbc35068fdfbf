//! Saved views: everybody keeps their own; whoever leads a centre keeps those that all of it sees.

use async_trait::async_trait;
use chrono::Duration;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::names::Name;
use domain::refusal::required_text;
use domain::views::{
    NAME_CHARS, NewView, SavedView, SavedViews, UNDO_MIN, VIEWS_AT_MOST, ViewDesk, ViewList, kept_query,
};
use domain::{Fault, Refusal, Remedy, ViewId};
use store::PgConnection;
use store::audit::Entry;
use store::views::Held;

use crate::ledger::Ledger;
use crate::{Engine, Error};

#[async_trait]
impl ViewDesk for Engine {
    async fn views(&self, actor: &Actor, list: ViewList, query: String) -> Result<SavedViews, Fault> {
        Ok(self.views_listed(actor, list, &query).await?)
    }

    async fn default_views(&self, actor: &Actor) -> Result<Vec<(ViewList, String)>, Fault> {
        let defaults = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::views::defaults(&mut tx, actor).await?)
        };
        Ok(defaults.await?.into_iter().map(|(list, query)| (list, href(list, &query))).collect())
    }

    async fn keep_view(&self, actor: &Actor, new: NewView) -> Result<ViewId, Fault> {
        Ok(self.view_kept(actor, new).await?)
    }

    async fn rename_view(&self, actor: &Actor, id: ViewId, name: String) -> Result<(), Fault> {
        Ok(self.view_renamed(actor, id, &name).await?)
    }

    async fn remove_view(&self, actor: &Actor, id: ViewId, back: bool) -> Result<(), Fault> {
        Ok(self.view_turned(actor, id, back).await?)
    }

    async fn open_by_default(&self, actor: &Actor, id: ViewId, on: bool) -> Result<(), Fault> {
        Ok(self.view_opened_by_default(actor, id, on).await?)
    }
}

impl Engine {
    async fn views_listed(&self, actor: &Actor, list: ViewList, query: &str) -> Result<SavedViews, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let query = kept_query(list, query).ok();
        let mut tx = self.db.people(actor).await?;
        let since = now - Duration::minutes(UNDO_MIN);
        let all = store::views::listed(&mut tx, actor, list, since).await?;
        let may_share = actor.role.leads_its_centre();
        let (removed, views): (Vec<_>, Vec<_>) = all.into_iter().partition(|view| view.removed_at.is_some());
        let removed = removed.into_iter().filter(|view| !view.shared || may_share);
        let view = |view: store::views::Listed| SavedView {
            href: href(list, &view.query),
            is_current: query.as_deref() == Some(view.query.as_str()),
            may_change: !view.shared || may_share,
            id: view.id,
            name: view.name,
            shared: view.shared,
            is_default: view.is_default,
        };
        Ok(SavedViews {
            views: views.into_iter().map(view).collect(),
            removed: removed.map(|view| (view.id, view.name)).collect(),
            may_share,
            query,
        })
    }

    async fn view_kept(&self, actor: &Actor, new: NewView) -> Result<ViewId, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        if new.shared {
            may_share(actor)?;
        }
        let name = required_text("name", &new.name, NAME_CHARS)?;
        let new = NewView { query: kept_query(new.list, &new.query)?, name, ..new };
        let mut tx = self.db.people(actor).await?;
        if store::views::counted(&mut tx, actor.person, new.list).await? >= VIEWS_AT_MOST {
            let max = f64::from(u32::try_from(VIEWS_AT_MOST).unwrap_or(u32::MAX));
            return Err(Refusal::field("views", Remedy::OutOfRange { min: 0.0, max }).into());
        }
        let id = store::views::add(&mut tx, actor, &new, now).await?;
        if new.default {
            store::views::open_by_default(&mut tx, actor.person, new.list, id, true).await?;
        }
        let mut ledger = Ledger::default();
        let said = [new.list.path(), "?", &new.query].concat();
        ledger.log(self.said_of(actor, id, &new.name).moved("", "kept").noted(said));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn view_renamed(&self, actor: &Actor, id: ViewId, name: &str) -> Result<(), Error> {
        actor.has(Right::ViewCity)?;
        let name = required_text("name", name, NAME_CHARS)?;
        let mut tx = self.db.people(actor).await?;
        let held = changeable(&mut tx, actor, id).await?;
        if held.removed_at.is_some() {
            return Err(Refusal::NotFound.into());
        }
        store::views::rename(&mut tx, id, &name).await?;
        let mut ledger = Ledger::default();
        ledger.log(self.said_of(actor, id, &name).moved(&held.name, &name));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn view_turned(&self, actor: &Actor, id: ViewId, back: bool) -> Result<(), Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let held = changeable(&mut tx, actor, id).await?;
        if held.removed_at.is_none() == back {
            // The same click again.
            return Ok(());
        }
        let removed_at = (!back).then(|| self.now());
        store::views::turn(&mut tx, id, &held.name, removed_at).await?;
        let mut ledger = Ledger::default();
        let (before, after) = if back { ("removed", "kept") } else { ("kept", "removed") };
        ledger.log(self.said_of(actor, id, &held.name).moved(before, after));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn view_opened_by_default(&self, actor: &Actor, id: ViewId, on: bool) -> Result<(), Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let held = seen(&mut tx, actor, id).await?;
        if held.removed_at.is_some() {
            return Err(Refusal::NotFound.into());
        }
        store::views::open_by_default(&mut tx, actor.person, held.list, id, on).await?;
        tx.commit().await?;
        Ok(())
    }

    fn said_of(&self, actor: &Actor, id: ViewId, name: &str) -> Entry {
        Entry::by(actor, Verb::ViewKept, self.now()).on("saved_view", id.0, Name::typed(name))
    }
}

fn href(list: ViewList, query: &str) -> String {
    if query.is_empty() { list.path().to_owned() } else { [list.path(), "?", query].concat() }
}

/// A view of the actor's own, or one that their centre shares.
async fn seen(connection: &mut PgConnection, actor: &Actor, id: ViewId) -> Result<Held, Error> {
    let held = store::views::locked(connection, id).await?;
    let theirs = |held: &Held| {
        if held.shared { held.centre == actor.centre.id } else { held.person == actor.person }
    };
    Ok(held.filter(theirs).ok_or(Refusal::NotFound)?)
}

/// The same, if the actor may change it.
async fn changeable(connection: &mut PgConnection, actor: &Actor, id: ViewId) -> Result<Held, Error> {
    let held = seen(connection, actor, id).await?;
    if held.shared {
        may_share(actor)?;
    }
    Ok(held)
}

fn may_share(actor: &Actor) -> Result<(), Refusal> {
    if actor.role.leads_its_centre() {
        return Ok(());
    }
    let leads = domain::actors::Role::ALL.iter().copied().filter(|role| role.leads_its_centre());
    Err(Refusal::NotAllowed { right: Right::ViewCity, who: leads.collect() })
}
