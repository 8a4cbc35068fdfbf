//! Words of relations between cases.

use crate::words::Text;

pub const CARD: Text = Text::new("关联事件", "Related cases");
pub const NONE: Text = Text::new("没有关联的事件。", "No case is related to it.");
pub const PARENT: Text = Text::new("上级事件", "Case above");
pub const CHILDREN: Text = Text::new("子事件", "Cases under it");
pub const CHILDREN_OPEN: Text = Text::new(
    "{n} 个子事件未办结,办结后本事件才能结案。",
    "{n} cases under it are open; this one closes after them.",
);
pub const MERGED_INTO: Text = Text::new("已并入", "Merged into");
pub const MERGED: Text = Text::new("并入本事件的", "Merged into this one");
pub const ITS_HISTORY: Text = Text::new("它的经过", "Its history");
pub const ALIKE: Text = Text::new("可能重复的事件", "Possibly the same case");
pub const AWAY: Text = Text::new("相距 {m} 米", "{m} m away");
pub const SAME_CATEGORY: Text = Text::new("同类别", "same category");
pub const SAME_CLASS: Text = Text::new("同大类", "same class");

pub const MAY_BE: Text = Text::new("可能是以下事件之一", "It may be one of these");
pub const JOIN: Text = Text::new("就是这件,并入", "It is this one: add to it");
pub const JOIN_HINT: Text = Text::new(
    "并入后仍保留您的上报编号和内容。",
    "Your report keeps its number and words when it is added to another case.",
);
pub const ANYWAY: Text = Text::new("不是以上事件,仍要上报", "It is none of these: report it all the same");

pub const MERGE: Text = Text::new("并入其他事件", "Merge into another");
pub const INTO: Text = Text::new("并入哪个事件(编号)", "Into which case (number)");
pub const WHY_MERGE: Text = Text::new("为什么是同一件", "Why they are one");
pub const MERGE_HINT: Text = Text::new(
    "本事件停表,保留编号、上报和经过;可以再拆开。有未了结的指令或子事件时不能并入。",
    "The clocks stop; number, reports and history stay; it can be taken apart again. Not while orders or cases under it are open.",
);
pub const UNMERGE: Text = Text::new("拆开", "Take apart");
pub const WHY_UNMERGE: Text = Text::new("为什么不是同一件", "Why they are two");
pub const UNMERGE_HINT: Text = Text::new(
    "恢复合并前的状态,时限接着走;合并期间不计时。",
    "It goes on in the state it had; the time while it was merged does not count.",
);
pub const HANG: Text = Text::new("挂到上级事件", "Put under another");
pub const UNDER: Text = Text::new("挂到哪个事件下(编号)", "Under which case (number)");
pub const TAKE_OUT: Text = Text::new("移出上级事件", "Take out from under it");
pub const NOTE: Text = Text::new("写备注", "Write a note");
pub const NOTE_TEXT: Text = Text::new("备注(记入时间线)", "Note, kept in the timeline");

pub const SPLIT: Text = Text::new("拆分为子事件", "Split");
pub const SPLIT_HINT: Text = Text::new(
    "每个子事件按分级分类库确定责任中心和时限,立即计时;标题为空的不建。",
    "The responsibility list says whose each part is and by when; its clock starts now. Parts without a title are left out.",
);
pub const PART: Text = Text::new("子事件 {n}", "Part {n}");
pub const PART_TITLE: Text = Text::new("标题", "Title");
pub const PART_CATEGORY: Text = Text::new("类别", "Category");
pub const PART_PLACE: Text = Text::new("发生地", "Where");
pub const SAME_PLACE: Text = Text::new("与本事件相同", "Where this case is");
pub const PART_TEXT: Text = Text::new("情况描述(选填)", "Description (optional)");
pub const CHOOSE: Text = Text::new("请选择", "Choose");

pub const HELPERS: Text = Text::new("横向协同", "Helping centres");
pub const HELPERS_HINT: Text = Text::new("牵头单位对时限负责", "The lead answers for the clock");
pub const LEAD: Text = Text::new("牵头", "Lead");
pub const HELPER: Text = Text::new("协同单位", "Centre");
pub const TASK: Text = Text::new("协同事项", "What is asked of it");
pub const CONSENTS: Text = Text::new("同意机关", "consent by");
pub const NAME_HELPER: Text = Text::new("指定协同单位", "Name a helping centre");
pub const HELPER_HINT: Text = Text::new(
    "双方的共同上级指定即生效;牵头单位指定须经其同意。",
    "At once when the centre above both names it; by the lead, with that centre's consent.",
);
pub const GIVE_LEAD: Text = Text::new("改由其牵头", "Give it the lead");
pub const LEAD_HINT: Text =
    Text::new("时限照走,原牵头单位转为协同。", "The clock runs on; who led so far helps from now on.");
pub const WHY: Text = Text::new("原因", "Why");
