//! Words of rooms.

use crate::words::Text;

pub const TITLE: Text = Text::new("会商", "Conference");
pub const OPEN: Text = Text::new("开{name}", "Open: {name}");
pub const JOIN: Text = Text::new("加入", "Join");
pub const ENTER: Text = Text::new("进入", "Enter");
pub const CLOSE: Text = Text::new("结束", "Close");
pub const CLOSED: Text = Text::new("已结束", "Closed");
pub const OPENED_BY: Text = Text::new("发起", "Opened by");
pub const NOBODY: Text = Text::new("尚无人加入", "nobody has joined yet");
