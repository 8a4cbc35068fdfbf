//! Words of events.

use crate::words::Text;

pub const TITLE: Text = Text::new("事件", "Events");
pub const HINT: Text = Text::new("最新的在前", "Latest first");
pub const EVENT: Text = Text::new("事件", "Event");
pub const LEVEL: Text = Text::new("等级", "Level");
pub const STATE: Text = Text::new("状态", "State");
pub const CATEGORY: Text = Text::new("类别", "Category");
pub const CENTRE: Text = Text::new("责任中心", "Responsible centre");
pub const REPORTED: Text = Text::new("上报时间", "Reported");
pub const CLOCK: Text = Text::new("全案时限", "Whole case");
pub const WORSE_CLOCK: Text = Text::new("时限(步骤、全案取紧)", "Clock (the worse of step and case)");
pub const CALENDAR: Text = Text::new("工作日历", "Work calendar");
pub const LAMP: Text = Text::new("时限状态", "Clock");
pub const OPEN: Text = Text::new("未办结", "Still open");
pub const ALL_TOO: Text = Text::new("含已办结", "Closed ones too");
pub const SEARCH_HINT: Text = Text::new("编号、内容、类别、地点", "Number, words, category, place");
pub const FROM: Text = Text::new("上报自", "Reported from");
pub const TO: Text = Text::new("至", "to");
pub const CLOSED_AT: Text = Text::new("{at} 结案", "closed {at}");
pub const NONE: Text = Text::new("此中心没有未办结的事件。", "No event is open in this centre.");
pub const SEE_ALL: Text = Text::new("看全部事件", "See all events");
pub const CLEAR: Text = Text::new("清除筛选", "Clear the filters");

pub const NEW: Text = Text::new("上报事件", "Report an event");
pub const NEW_TITLE: Text = Text::new("标题", "Title");
pub const NEW_TITLE_HINT: Text =
    Text::new("在哪里、发生什么,不超过 80 字", "Where and what, at most 80 characters");
pub const NEW_DESCRIPTION: Text = Text::new("情况描述(选填)", "Description (optional)");
pub const NEW_DESCRIPTION_HINT: Text =
    Text::new("现场情况、影响范围、已采取的措施", "What you see, whom it affects, what was done already");
pub const NEW_CENTRE: Text = Text::new("发生地(治理中心)", "Where (centre)");
pub const NEW_CATEGORY: Text = Text::new("类别(分级分类库)", "Category (responsibility list)");
pub const CHOOSE: Text = Text::new("请选择", "Choose");
pub const SUBMIT: Text = Text::new("上报", "Report");
pub const NEW_HINT: Text = Text::new(
    "上报后按分级分类库自动确定责任层级与时限,并立即计时。",
    "The responsibility list decides at once which tier takes it and by when; the clock starts now.",
);

pub const ADDRESS: Text = Text::new("地址", "Address");
pub const ADDRESS_HINT: Text = Text::new("路名、门牌、附近标志物", "Street, number, what stands nearby");
pub const MY_POSITION: Text = Text::new("用我的位置", "My position");
pub const LOCATING: Text = Text::new("正在定位…", "Looking where you are…");
pub const LOCATED: Text = Text::new("已定位", "Found");
pub const NO_POSITION: Text = Text::new(
    "无法定位,请填写地址或在地图上选点。",
    "No position; write the address or choose it on the map.",
);
pub const ON_MAP: Text = Text::new("在地图上选点", "Choose on the map");
pub const ON_MAP_HINT: Text = Text::new(
    "点一下地图放置标记,或填写经纬度;由该点确定所在镇街。",
    "Tap the map to put the pin, or write the numbers; the point decides in which township it is.",
);
pub const LONGITUDE: Text = Text::new("经度", "Longitude");
pub const LATITUDE: Text = Text::new("纬度", "Latitude");
pub const CONTACT: Text = Text::new("联系人", "Contact");
pub const CONTACT_NAME: Text = Text::new("来电人或联系人(选填)", "Caller or contact (optional)");
pub const CONTACT_PHONE: Text = Text::new("联系电话(选填)", "Telephone (optional)");
pub const CONTACT_HINT: Text =
    Text::new("只有办理人员能看到全部内容", "Only those who handle the case see it whole");
pub const PHOTOS: Text = Text::new("照片(选填,最多 3 张)", "Photos (optional, at most 3)");
pub const VOICE: Text = Text::new("语音(选填)", "Voice note (optional)");
pub const VOICE_FILE: Text = Text::new("语音文件", "Voice note");
pub const FILES_KEPT: Text = Text::new("已保存,随上报一起提交:", "Kept, and sent with the report:");
pub const RECORD: Text = Text::new("录音", "Record");
pub const RECORD_STOP: Text = Text::new("停止录音", "Stop");
pub const RECORDING: Text = Text::new("正在录音…", "Recording…");
pub const RECORDED: Text = Text::new("已录音", "Recorded");
pub const NO_MICROPHONE: Text =
    Text::new("无法使用麦克风,请选择录音文件。", "No microphone; choose a recording instead.");

pub const STEPS: Text = Text::new("办理步骤 · GB/T 30428", "Steps · GB/T 30428");
pub const FACTS: Text = Text::new("基本信息", "Facts");
pub const NUMBER: Text = Text::new("编号", "Number");
pub const SOURCE: Text = Text::new("来源", "Source");
pub const PLACE: Text = Text::new("位置", "Place");
pub const RISK_POINT: Text = Text::new("风险点", "Risk point");
pub const RESPONSIBLE: Text = Text::new("责任(分级分类库)", "Responsibility (list)");
pub const DESCRIPTION: Text = Text::new("情况描述", "Description");
pub const NO_DESCRIPTION: Text = Text::new("上报时没有填写描述。", "Nothing was written.");
pub const STEP_CLOCK: Text = Text::new("本步骤时限", "This step");
pub const CLOCK_HINT: Text = Text::new(
    "类别规定按工作时的,只计工作时;用去 80 % 转黄,超过 100 % 转红;挂起期间停表。",
    "In working time where the category says so; amber from 80 %, red past 100 %; stopped while suspended.",
);
pub const STOPPED: Text = Text::new("已停表", "stopped");
pub const DUE: Text = Text::new("到期", "due");

pub const WARNINGS: Text = Text::new("背后的预警", "Warnings behind it");
pub const PLANS: Text = Text::new("可用预案", "Plans that fit");
pub const ONE_CLICK: Text = Text::new("一键下令:{plan} · {n} 项", "One click: {plan} · {n} tasks");
pub const NO_PLANS: Text = Text::new("没有适用的预案。", "No plan fits.");
pub const ORDERS: Text = Text::new("已下达指令", "Orders issued on it");
pub const NO_ORDERS: Text = Text::new("还没有下达指令。", "No order was issued yet.");
pub const NEXT_DUE: Text = Text::new("最近时限", "Next due");
pub const RECALLED: Text = Text::new("已撤回", "Recalled");
pub const TIMELINE: Text = Text::new("时间线", "Timeline");
pub const FROM_AUDIT: Text = Text::new("来自审计日志", "From the audit log");
pub const REVIEW: Text = Text::new("查看复盘", "Open the review");
pub const REASON: Text = Text::new("{step}的原因", "Why: {step}");
pub const CONFIRM: Text = Text::new("确定{step}", "{step}");
