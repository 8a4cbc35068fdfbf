//! Turns what the form of a report sends into what the desk takes.

use domain::actors::Actor;
use domain::events::{NewEvent, ReportFiles};
use domain::relations::Reported;
use leptos::server_fn::codec::MultipartData;

use crate::asking::{Desks, Trouble, Upload, answer, send_on};

/// Takes a report and goes on to its case, or back to the form as it was filled in.
pub(super) async fn reported(desks: Desks, actor: Actor, form: MultipartData) -> Result<(), Trouble> {
    let upload = Upload::read_on(form).await?;
    let new = typed(&upload);
    let files = ReportFiles { photos: upload.photos, voice: upload.voice, trouble: upload.left_out };
    let on = match answer(desks.relations.report_checked(&actor, new, files).await)? {
        Reported::Taken(event) => format!("/events/{event}"),
        Reported::Alike(draft) | Reported::Refused(draft) => format!("/events/new?draft={draft}"),
    };
    send_on(&on);
    Ok(())
}

/// What was typed. A NUL cannot be kept, and says nothing.
fn typed(upload: &Upload) -> NewEvent {
    let text = |name: &str| upload.text(&["new[", name, "]"].concat()).replace('\0', "");
    NewEvent {
        centre: text("centre"),
        category: text("category"),
        title: text("title"),
        description: text("description"),
        level: text("level").parse().ok(),
        longitude: text("longitude"),
        latitude: text("latitude"),
        address: text("address"),
        source: text("source").parse().ok(),
        contact_name: text("contact_name"),
        contact_phone: text("contact_phone"),
        draft: text("draft").parse().ok(),
        key: text("key"),
        anyway: text("anyway") == "true",
        join: text("join"),
    }
}
