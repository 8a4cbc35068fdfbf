//! Words of what is owed.

use crate::words::Text;

pub const TITLE: Text = Text::new("待办", "To do");
pub const EVERYTHING: Text = Text::new("全部", "All");
pub const TO_SIGN: Text = Text::new("待签收", "To sign for");
pub const TO_DO: Text = Text::new("办理中", "To do");
pub const LATE: Text = Text::new("已逾期", "Late");
pub const RETURNED: Text = Text::new("被退回", "Sent back");
pub const KPI: Text = Text::new("KPI 待更新", "KPI to update");
pub const FINISHED: Text = Text::new("看已办结的", "See finished");
pub const OPEN_ONLY: Text = Text::new("只看在办", "Open only");
pub const SIGN: Text = Text::new("签收", "Sign");
pub const DETAILS: Text = Text::new("详情", "Details");
pub const REPORT: Text = Text::new("反馈", "Report");
pub const SEND_BACK: Text = Text::new("退回…", "Send back…");
pub const MEND: Text = Text::new("补充反馈", "Report again");
pub const UPDATE: Text = Text::new("更新", "Update");
pub const REASON: Text = Text::new("原因", "Reason");
pub const PHOTO: Text = Text::new("办结须附照片", "photo needed");
pub const LAST_VALUE: Text = Text::new("上期", "Last");
pub const TARGET: Text = Text::new("目标", "Target");
pub const NOTHING: Text =
    Text::new("没有待办。有新指令会自动出现在这里。", "Nothing to do. New orders appear here by themselves.");
pub const MINE: Text = Text::new("只看我承办的", "Only what I hold");
pub const OF_ALL: Text = Text::new("看本单位全部", "All of ours");
pub const HOLDER: Text = Text::new("承办人", "Held by");
