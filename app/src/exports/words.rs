//! Texts about exports.

use domain::exports::ExportState;

use crate::words::Text;

pub const TITLE: Text = Text::new("导出", "Exports");
pub const HINT: Text = Text::new("文件保留 7 天,只有您本人能取", "kept for 7 days, for you alone");
pub const EXPORT: Text = Text::new("导出", "Export");
pub const NONE: Text = Text::new("在列表下方点“导出”。", "Press “Export” below a list.");
pub const TO_EVENTS: Text = Text::new("去事件列表", "To the list of events");
pub const SAME: Text = Text::new("看这份列表", "see this list");
pub const WHAT: Text = Text::new("内容", "What");
pub const ASKED: Text = Text::new("申请时间", "Asked for");
pub const STATE: Text = Text::new("状态", "State");
pub const PROGRESS: Text = Text::new("进度", "Progress");
pub const FETCH: Text = Text::new("下载 {kind} · {size}", "Download {kind} · {size}");
pub const CANCEL: Text = Text::new("取消", "Cancel");

pub const fn state_text(state: ExportState) -> Text {
    match state {
        ExportState::Waiting => Text::new("排队中", "Waiting"),
        ExportState::Running => Text::new("生成中", "Being made"),
        ExportState::Done => Text::new("已生成", "Ready"),
        ExportState::Failed => Text::new("未能生成,请重试", "Failed; try again"),
        ExportState::Cancelled => Text::new("已取消", "Cancelled"),
    }
}
