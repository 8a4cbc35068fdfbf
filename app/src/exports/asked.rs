//! Asks for a list as a file.

use domain::ExportId;
use domain::exports::{ExportFormat, ExportList};

use crate::asking::Trouble;

/// One form has a button a format.
pub(super) async fn export(list: ExportList, format: ExportFormat, key: &str) -> Result<ExportId, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let (lang, key) = (crate::look::use_look().lang, [key, "-", format.as_str()].concat());
    let id = crate::asking::answer(desks.exports.export(&actor, list, format, lang, key).await)?;
    crate::asking::send_on("/exports");
    Ok(id)
}
