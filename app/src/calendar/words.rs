//! Words of the work calendar.

use crate::words::Text;

pub const TITLE: Text = Text::new("工作日历", "Work calendar");
pub const HINT: Text = Text::new(
    "按工作时计的时限只数工作日 9:00–12:00、14:00–18:00(一个工作日 7 小时)。",
    "Limits in working time count 9:00–12:00 and 14:00–18:00 on working days: seven hours a day.",
);
pub const PROVISIONAL: Text = Text::new(
    "{year} 年放假安排尚未录入国务院办公厅通知:目前仅有法定节假日,调休待通知公布后补录。",
    "The State Council's notice for {year} is not entered yet: only statutory holidays are here; swap days await the notice.",
);
pub const NOTHING: Text = Text::new(
    "{year} 年还没有录入节假日,时限按周一至周五计算。",
    "No holidays are entered for {year}; limits count Monday to Friday.",
);
pub const BEFORE: Text = Text::new("上一年", "Year before");
pub const NEXT: Text = Text::new("下一年", "Next year");
pub const MONTH: Text = Text::new("{month} 月", "Month {month}");
pub const OFF: Text = Text::new("休", "off");
pub const WORK: Text = Text::new("班", "work");
pub const ADD: Text = Text::new("增改一天", "Add or alter a day");
pub const DAY: Text = Text::new("日期", "Day");
pub const KIND: Text = Text::new("类型", "Kind");
pub const NAME_ZH: Text = Text::new("名称(中文)", "Name in Chinese");
pub const NAME_EN: Text = Text::new("名称(英文)", "Name in English");
pub const AWAITS: Text = Text::new("暂定,待通知", "Provisional: awaits the notice");
pub const SAVE: Text = Text::new("保存", "Save");
pub const KEPT: Text = Text::new(
    "已在计时的时限不变;新的步骤按改后的日历计算。每次改动记入审计日志。",
    "Limits that run already keep their time; new steps follow the calendar. Each change goes to the audit log.",
);
