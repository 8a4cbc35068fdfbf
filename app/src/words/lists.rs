//! Lists that become files.

use domain::exports::ExportList;

use super::Text;

/// The list's title, on the page and in the file.
#[must_use]
pub const fn list_text(list: &ExportList) -> Text {
    match list {
        ExportList::Events(_) => Text::new("事件列表", "List of events"),
        ExportList::Orders(_) => Text::new("指令列表", "List of orders"),
        ExportList::Supervision(_) => Text::new("督办列表", "Supervision board"),
        ExportList::Cases(_) => Text::new("评价案件", "Cases behind a rate"),
        ExportList::Reviews(_) => Text::new("复盘与经验", "Reviews and lessons"),
    }
}
