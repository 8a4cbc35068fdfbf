//! Words of posts.

use crate::words::Text;

pub const TITLE: Text = Text::new("岗位与任职", "Posts and holders");
pub const HINT: Text = Text::new(
    "离任时,未办结的任务、说明和班次随即移交继任者;没有继任者的,移交本中心指挥长。",
    "Who leaves hands open work to the successor, else to the centre's director.",
);
pub const HELD_BY: Text = Text::new("现任", "Held by");
pub const NOBODY: Text = Text::new("空缺", "Vacant");
pub const SINCE: Text = Text::new("自", "since");
pub const UNTIL: Text = Text::new("至", "until");
pub const NEXT: Text = Text::new("待任", "Next");
pub const BEFORE: Text = Text::new("历任", "Before");
pub const OPEN: Text = Text::new(
    "未办结:任务 {parts} · 说明 {explanations} · 班次 {shifts}",
    "Open: {parts} tasks · {explanations} explanations · {shifts} shifts",
);
pub const APPOINT: Text = Text::new("任命", "Appoint");
pub const END: Text = Text::new("免去现任", "End the holding");
pub const SUCCESSOR: Text = Text::new("继任者账号", "Account of who follows");
pub const SUCCESSOR_MAYBE: Text =
    Text::new("继任者账号(没有则移交指挥长)", "Account of who follows; without one the director takes over");
pub const WHEN: Text = Text::new("何时(不填为即刻)", "When; empty for now");
pub const NOTE: Text = Text::new("事由", "Why");
pub const BELOW: Text = Text::new("下级中心", "Centres below");
