//! Words of drafts of orders.

use crate::words::Text;

pub const NEW: Text = Text::new("拟制指令", "Write an order");
pub const ORDER_HERE: Text = Text::new("下令", "Give an order");
pub const EDIT: Text = Text::new("修改", "Edit");
pub const ORDERS: Text = Text::new("指令", "Orders");
pub const STEPS: Text = Text::new("① 拟稿选人 → ② 核对 → ③ 下达", "① write and choose → ② check → ③ send");

pub const LETTER: Text = Text::new("内容", "What is ordered");
pub const TITLE: Text = Text::new("标题", "Title");
pub const TEXT: Text = Text::new("正文", "Text");
pub const LEVEL: Text = Text::new("紧急程度", "Urgency");
pub const COSIGN_HINT: Text = Text::new(
    "值班长下达红色指令,须本中心领导或指挥长会签后才发出。",
    "A red order of a duty officer is sent once the leader or director of the centre has signed it too.",
);
pub const DEADLINE: Text = Text::new("时限", "Time limit");
pub const BY_MINUTES: Text = Text::new("自下达起(分钟)", "Minutes from sending");
pub const BY_WORKING: Text = Text::new("自下达起(工作时间,分钟)", "Office minutes from sending");
pub const BY_MOMENT: Text = Text::new("截止时刻", "A moment");
pub const MINUTES: Text = Text::new("分钟", "Minutes");
pub const MOMENT: Text = Text::new("截止时刻(城市时间)", "Moment (city time)");
pub const RECEIPTS: Text = Text::new("办结须反馈", "Must come back before it is done");
pub const RECEIPT_TEXT: Text = Text::new("文字说明", "Words");
pub const RECEIPT_PHOTO: Text = Text::new("照片", "A photo");
pub const RECEIPT_FILE: Text = Text::new("文件", "A file");
pub const RECEIPT_SIGNATURE: Text = Text::new("签名", "A signature");
pub const RECEIPT_UNIT: Text = Text::new("数字,单位(不填为不要求)", "A number, in this unit (empty: none)");
pub const NO_RECEIPTS: Text = Text::new("不要求反馈材料", "nothing");
pub const EVENT: Text = Text::new("依据事件", "Event");
pub const PLAN: Text = Text::new("依据预案", "Plan");
pub const FIND_PLAN: Text = Text::new("按名称或编号找预案", "Find a plan by name or code");
pub const REFILL: Text = Text::new("查找 / 套用", "Find / use");
pub const PLAN_STEPS: Text = Text::new("预案任务(勾选的下达)", "Steps of the plan (those ticked are sent)");
pub const WITH_PHOTO: Text = Text::new("须附照片", "with a photo");
pub const TAKEN_BY_NOBODY: Text =
    Text::new("管辖范围内无单位承办,不下达", "taken by nobody in your scope; not sent");
pub const IDLE: Text =
    Text::new("以下任务在管辖范围内无单位承办,不下达:", "Taken by nobody in your scope, so not sent:");
pub const STEPS_LEFT_OUT: Text = Text::new("未选 {n} 项", "{n} left out");
pub const THE_LETTER: Text = Text::new("正文", "The letter");
pub const RECEIVES: Text = Text::new("收到", "Receives");
pub const DUE_AT: Text = Text::new("时限至", "due");
pub const PARTS: Text = Text::new("共 {n} 项任务", "{n} parts in all");
pub const TEMPLATE: Text = Text::new("套用模板", "Template");
pub const USE_TEMPLATE: Text = Text::new("套用", "Use");

pub const RECIPIENTS: Text = Text::new("接收单位", "Recipients");
pub const RECIPIENTS_HINT: Text = Text::new(
    "在此选的单位收到正文。以下几种方式可同时使用,重复的单位只收一次。",
    "Whoever is chosen here receives the letter. These may be combined; a unit named twice receives it once.",
);
pub const ALL_DISTRICTS: Text = Text::new("全部区县", "All districts");
pub const TOWNSHIPS_OF: Text = Text::new("全部镇街,属于", "All townships of");
pub const LANE: Text = Text::new("跑道长(区县),跑道", "Lane owners at districts, lane");
pub const GROUP: Text = Text::new("常用接收组", "Saved group");
pub const NONE: Text = Text::new("不选", "none");
pub const ONE_BY_ONE: Text = Text::new("逐个选择", "One by one");
pub const SEARCH: Text = Text::new("按名称查找", "Find by name");
pub const TOWNSHIPS: Text = Text::new("镇街 {n}", "{n} townships");
pub const AREA: Text = Text::new("地图选区", "Area on the map");
pub const AREA_HINT: Text = Text::new(
    "在地图上依次点出边界,至少三点;选区内的镇街都会收到。也可粘贴 GeoJSON 面(先经度后纬度)。",
    "Click the corners on the map, three or more; every township in the area receives it. Or paste a GeoJSON polygon \
     (longitude before latitude).",
);
pub const AREA_TEXT: Text = Text::new("选区(GeoJSON)", "Area (GeoJSON)");
pub const AREA_MAP: Text = Text::new("在地图上点选边界", "Click the corners on the map");
pub const AREA_UNDO: Text = Text::new("撤一点", "Take one back");
pub const AREA_CLEAR: Text = Text::new("清除", "Clear");
pub const AREA_CORNERS: Text = Text::new("已点 {n} 点", "{n} corners");
pub const CHECK: Text = Text::new("下一步:核对接收单位", "Next: check who receives it");

pub const PREVIEW: Text = Text::new("核对指令", "Check the order");
pub const WOULD_REACH: Text = Text::new("将下达 {n} 个单位", "{n} units would receive it");
pub const REACHED: Text = Text::new("已下达 {n} 个单位", "sent to {n} units");
pub const SEND: Text = Text::new("下达:{title} → {n} 个单位", "Send: {title} → {n} units");
pub const ASK_COSIGN: Text = Text::new("提请会签 → {n} 个单位", "Ask for the second signature → {n} units");
pub const COSIGN: Text = Text::new("会签并下达 → {n} 个单位", "Sign and send → {n} units");
pub const GIVE_BACK: Text = Text::new("退回修改…", "Give back…");
pub const GIVE_BACK_WHY: Text = Text::new("退回原因", "What must change");
pub const TAKE_BACK: Text = Text::new("撤回修改", "Take back to edit");
pub const DISCARD: Text = Text::new("作废草稿", "Throw away");
pub const WHO_SIGNS: Text = Text::new("须会签", "Must be signed by");
pub const NOBODY_SIGNS: Text =
    Text::new("本中心现无可会签的领导", "nobody at this centre holds that post now");
pub const GIVEN_BACK: Text = Text::new("会签退回", "Given back");
pub const OUTSIDE: Text = Text::new(
    "选区内另有 {n} 个单位不在管辖范围,不下达:",
    "{n} more in the area lie outside your scope and receive nothing:",
);
pub const TO_ORDER: Text = Text::new("查看指令", "See the order");
pub const UNIT: Text = Text::new("单位", "Unit");
pub const ON_DUTY: Text = Text::new("当班", "On duty");
pub const NO_ROSTER: Text = Text::new("值班表未填", "no roster");
pub const DUE: Text = Text::new("若现在下达,时限至", "If sent now, due");
pub const AUTHOR: Text = Text::new("拟稿", "Written by");
pub const CHANGED: Text = Text::new("修改于", "Changed");
pub const FILES: Text = Text::new("附件", "Files");
pub const FILES_HINT: Text = Text::new(
    "PDF、XLSX、DOCX、JPEG、PNG、WebP,每个 ≤ 8 MiB,共 10 个",
    "PDF, XLSX, DOCX, JPEG, PNG or WebP; 8 MiB each, up to 10",
);
pub const ATTACH: Text = Text::new("上传附件", "Add files");
pub const SAVE_GROUP: Text = Text::new("存为常用接收组…", "Save as a group…");
pub const GROUP_NAME: Text = Text::new("组名", "Name of the group");
pub const SAVE: Text = Text::new("保存", "Save");
pub const KEPT: Text = Text::new("已保存,见", "Saved: see");
pub const SAVE_TEMPLATE: Text = Text::new("存为模板", "Save as template");
pub const NOT_FOUND: Text = Text::new("还没有接收单位。", "Nobody would receive it yet.");

pub const WAITING: Text = Text::new("待会签与草稿", "Drafts and signatures");
pub const UNTITLED: Text = Text::new("(未写标题)", "(no title)");
pub const SAVED: Text = Text::new("接收组与模板", "Groups and templates");
pub const GROUPS: Text = Text::new("常用接收组", "Saved groups");
pub const TEMPLATES: Text = Text::new("指令模板", "Templates");
pub const SIZE: Text = Text::new("{n} 个单位", "{n} units");
pub const RENAME: Text = Text::new("改名", "Rename");
pub const REMOVE: Text = Text::new("删除", "Remove");
pub const NO_GROUPS: Text = Text::new(
    "还没有接收组。拟制指令、核对接收单位时可存为组。",
    "No group yet. Save one where you check an order's recipients.",
);
pub const NO_TEMPLATES: Text =
    Text::new("还没有模板。核对指令时可存为模板。", "No template yet. Save one where you check an order.");
