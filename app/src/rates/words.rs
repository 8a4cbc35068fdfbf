//! Words of the evaluation.

use domain::rates::{Part, Span, Wanted};

use crate::words::Text;

pub const TITLE: Text = Text::new("监督评价", "Evaluation");
pub const HINT: Text =
    Text::new("口径公开,每个数字都能打开它的案件", "Published definitions; every figure opens its cases");
pub const DEFINITIONS: Text = Text::new("指标口径", "Definitions");
pub const APPEALS: Text = Text::new("申诉", "Appeals");
pub const DOWNLOAD: Text = Text::new("下载 CSV", "Download CSV");
pub const SPAN: Text = Text::new("时段", "Period");
pub const LEVEL: Text = Text::new("并列单位", "Set side by side");
pub const BELOW: Text = Text::new("直接下级", "Directly below");
pub const TOWNSHIPS: Text = Text::new("全部镇街", "All townships");
pub const LANE: Text = Text::new("跑道", "Lane");
pub const BY: Text = Text::new("排名指标", "Ranked by");
pub const MONTH: Text = Text::new("月", "Month");
pub const QUARTER: Text = Text::new("季", "Quarter");
pub const YEAR: Text = Text::new("年初至今", "Year to date");
pub const WEEK: Text = Text::new("周", "Week");
pub const EARLIER: Text = Text::new("上一期", "Earlier");
pub const LATER: Text = Text::new("下一期", "Later");
pub const OPEN_UNTIL: Text = Text::new(
    "数据未封账:{day}(含)前的更正直接计入,之后以修订显示。",
    "Not closed: until the end of {day} corrections count at once, later ones are shown as revisions.",
);
pub const CLOSED: Text =
    Text::new("已封账,此后的更正以修订显示:", "Closed; later corrections are shown as revisions. Closed at ");
pub const CENTRES: Text = Text::new("各中心", "Centres");
pub const RANKED_IN: Text = Text::new(
    "只在同级同类单位间排名;分母不足 10 的列出、不排名",
    "Ranked only among units of one tier and kind; with a denominator below 10 shown, not ranked",
);
pub const CENTRE: Text = Text::new("治理中心", "Centre");
pub const RANK: Text = Text::new("名次", "Rank");
pub const RANK_OF: Text = Text::new("{n}/{all}", "{n}/{all}");
pub const TOO_FEW: Text = Text::new("分母不足 10", "fewer than 10");
pub const OWN: Text = Text::new("本中心合计", "This centre in all");
pub const NO_CENTRES: Text = Text::new("没有下级中心可并列。", "No centres below to set side by side.");
pub const LANES: Text = Text::new("按跑道", "By lane");
pub const NO_LANES: Text = Text::new("本时段没有归入跑道的案件。", "No case of a lane in this period.");
pub const PEOPLE: Text = Text::new("按岗位与人员", "By post and person");
pub const PEOPLE_HINT: Text =
    Text::new("只有本中心指挥长看得到", "Only this centre's own director sees this");
pub const NO_PEOPLE: Text = Text::new("本时段没有人办结步骤。", "Nobody ended a step in this period.");
pub const PERSON: Text = Text::new("人员 · 岗位", "Person · post");
pub const PUBLISHED: Text = Text::new("公布时 {figure}", "published as {figure}");

pub const TIERS: Text = Text::new("各级解决占比", "Solved at each tier");
pub const TIERS_HINT: Text = Text::new(
    "小事不出村、大事不出镇、难事不出区县:结案案件由哪一级解决",
    "Of the cases closed, the highest tier that had to take part",
);

pub const CASES: Text = Text::new("数字背后的案件", "Cases behind the figure");
pub const CASE: Text = Text::new("案件", "Case");
pub const COUNTED_AT: Text = Text::new("计入时间", "Counted");
pub const COUNTS: Text = Text::new("计入", "Counts");
pub const WHY: Text = Text::new("为什么", "Why");
pub const IN_TIME: Text = Text::new("按期,余 {n} 分钟", "in time, {n} min left");
pub const LATE: Text = Text::new("超时 {n} 分钟", "{n} min late");
pub const TIMES: Text = Text::new("{name}:{n} 次", "{name}: {n} times");
pub const AT_TIER: Text = Text::new("在{tier}解决", "solved at the {tier}");
pub const NONE: Text = Text::new("本时段没有这样的案件。", "No such case in this period.");
pub const REVISION: Text = Text::new("修订(申诉 {id})", "Revision (appeal {id})");
pub const APPEAL: Text = Text::new("申诉", "Appeal");
pub const WANTED: Text = Text::new("诉求", "What is wanted");
pub const REASON: Text =
    Text::new("理由(如:超时非我方原因)", "Why, e.g. this was late through no fault of ours");
pub const SEND: Text = Text::new("提交申诉", "File the appeal");
pub const APPEALS_HINT: Text = Text::new(
    "等本中心裁决的,和本中心提出的;准予后数字以修订更正,原数保留",
    "What waits for this centre, and what it filed; a grant revises the figure, the old one stays to be seen",
);
pub const NO_APPEALS: Text = Text::new("没有申诉。", "No appeals.");
pub const ANSWER: Text = Text::new("裁决说明", "Answer");

pub const NUMERATOR: Text = Text::new("分子", "Numerator");
pub const DENOMINATOR: Text = Text::new("分母", "Denominator");
pub const PERIOD: Text = Text::new("计入时段", "Period");
pub const EXCLUSIONS: Text = Text::new("说明与除外", "Exclusions");
pub const SOURCE: Text = Text::new("依据", "Source");
pub const VERSION: Text = Text::new("第 {n} 版,{day} 起施行", "Version {n}, in force from {day}");

/// Which cases of a figure.
pub const fn part(part: Part) -> Text {
    match part {
        Part::Numerator => NUMERATOR,
        Part::Denominator => DENOMINATOR,
        Part::Missed => Text::new("分母中不在分子的", "Not in the numerator"),
    }
}

/// A kind of period.
pub const fn span_kind(span: Span) -> Text {
    match span {
        Span::Month(_) => MONTH,
        Span::Quarter(_) => QUARTER,
        Span::Year(_) => YEAR,
        Span::Week(_) => WEEK,
    }
}

/// What an appeal wants.
pub const fn wanted(wanted: Wanted) -> Text {
    match wanted {
        Wanted::LeaveOut => Text::new("不计入本中心", "Leave the case out"),
        Wanted::CountAsGood => Text::new("改计为合格", "Count the case as good"),
    }
}
