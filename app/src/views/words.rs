//! Words of saved views.

use crate::words::Text;

pub const VIEWS: Text = Text::new("已保存的视图", "Saved views");
pub const KEEP: Text = Text::new("保存当前视图", "Save this view");
pub const CHANGE: Text = Text::new("管理视图", "Change views");
pub const NAME: Text = Text::new("名称", "Name");
pub const SHARE: Text = Text::new("供本中心共用", "For everybody at this centre");
pub const OPEN: Text = Text::new("从菜单默认打开", "Open it from the menu");
pub const NOT_OPEN: Text = Text::new("不再默认打开", "Open it from the menu no more");
pub const OPENS: Text = Text::new("菜单默认打开", "The menu opens it");
pub const OF_CENTRE: Text = Text::new("本中心", "centre");
pub const RENAME: Text = Text::new("改名", "Rename");
pub const REMOVE: Text = Text::new("删除", "Remove");
pub const REMOVED: Text = Text::new("已删除“{name}”", "“{name}” is removed");
pub const UNDO: Text = Text::new("撤销", "Undo");
