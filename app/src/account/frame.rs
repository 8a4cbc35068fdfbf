//! Puts a page's frame together from what several desks say.

use domain::actors::{Actor, Right};

use super::api::{Badges, Frame};
use crate::asking::{Desks, Trouble, answer};

/// The frame for an actor. A badge that cannot be counted is left out: the page it leads to will say why.
pub(super) async fn frame_of(desks: Desks, actor: Actor) -> Result<Frame, Trouble> {
    let posts = answer(desks.accounts.posts(&actor).await)?;
    let mut frame =
        Frame { actor: actor.clone(), posts, head: None, badges: Badges::default(), views: Vec::new() };
    if actor.role.has(Right::ViewCity) {
        frame.head = desks.centres.head(&actor, &actor.centre.code).await.ok();
        // Without one the menu opens the whole list.
        frame.views = desks.views.default_views(&actor).await.unwrap_or_default();
        let notices = desks.notices.open_notices(&actor).await.unwrap_or_default();
        frame.badges.notices = notices;
        if let Ok(ribbon) = desks.cockpit.ribbon(&actor, actor.centre.code.clone()).await {
            frame.badges = Badges {
                warnings: ribbon.warnings.iter().sum(),
                warnings_red: ribbon.warnings[3],
                events: ribbon.events_open,
                events_late: ribbon.events_late,
                supervised: ribbon.supervised,
                approvals: desks.approvals.approvals_waiting(&actor).await.unwrap_or_default(),
                reviews: ribbon.reviews_open,
                improvements_late: ribbon.improvements_late,
                notices,
            };
        }
    }
    Ok(frame)
}
