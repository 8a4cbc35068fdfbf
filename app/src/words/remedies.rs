//! Fields of forms by name, and what would put each right.

use domain::Remedy;
use domain::names::Lang;

use super::refusals::event_state;
use super::{Text, figures, moments, states};

pub(super) fn field_text(field: &str, lang: Lang) -> String {
    let text = match field {
        "per_minute" => Text::new("每分钟请求数", "Requests a minute"),
        "per_day" => Text::new("每日请求数", "Requests a day"),
        "expires" => Text::new("有效期至", "Good until"),
        "scopes" => Text::new("权限", "Scopes"),
        "secret" => Text::new("签名密钥", "Secret"),
        "token" => Text::new("令牌", "Token"),
        "topics" => Text::new("推送内容", "Topics"),
        "url" => Text::new("推送地址", "Address"),
        "webhooks" => Text::new("推送数量", "Webhooks"),
        "after" => Text::new("页码", "Page of the list"),
        "find" => Text::new("查找", "Find"),
        "query" => Text::new("筛选条件", "Filter"),
        "step" => Text::new("操作", "Step"),
        "views" => Text::new("已存视图", "Saved views"),
        "way" => Text::new("移交方向", "Way"),
        "area" => Text::new("地图选区", "Area"),
        "action" => Text::new("任务内容", "Action"),
        "category" => Text::new("类别", "Category"),
        "centre" => Text::new("治理中心", "Centre"),
        "centres" | "recipients" => Text::new("接收单位", "Recipients"),
        "deadline" => Text::new("时限", "Time limit"),
        "event" => Text::new("依据事件", "Event"),
        "files" => Text::new("文件", "Files"),
        "group" => Text::new("常用接收组", "Saved group"),
        "group_name" => Text::new("组名", "Name of the group"),
        "number" => Text::new("数字", "Number"),
        "text" => Text::new("正文", "Text"),
        "unit" => Text::new("单位", "Unit"),
        "deadline_min" => Text::new("时限(分钟)", "Time limit (minutes)"),
        "description" => Text::new("情况描述", "Description"),
        "due_on" => Text::new("完成日期", "Due date"),
        "answer" => Text::new("裁决说明", "Answer"),
        "changes" => Text::new("改动什么", "What it changes"),
        "changes_code" => Text::new("编码", "Code"),
        "loss" => Text::new("损失情况", "Loss"),
        "lane" => Text::new("跑道", "Lane"),
        "span" => Text::new("时段", "Period"),
        "wanted" => Text::new("诉求", "What is wanted"),
        "evidence" => Text::new("佐证材料", "Evidence"),
        "file" => Text::new("文件", "File"),
        "findings" => Text::new("复盘结论", "Findings"),
        "from" => Text::new("开始时间", "From"),
        "hand_over" => Text::new("交班记录", "Hand-over"),
        "hours" => Text::new("班次时长(小时)", "Length of the shift (hours)"),
        "name" => Text::new("姓名", "Name"),
        "post" | "post_zh" => Text::new("岗位", "Post"),
        "rows" => Text::new("行数", "Rows"),
        "to" => Text::new("结束时间", "To"),
        "week" => Text::new("周", "Week"),
        "form" | "key" => Text::new("表单", "Form"),
        "page" => Text::new("页面", "Page"),
        "day" => Text::new("日期", "Day"),
        "kind" => Text::new("类型", "Kind"),
        "minutes" => Text::new("分钟数", "Minutes"),
        "name_zh" => Text::new("名称(中文)", "Name (Chinese)"),
        "name_en" => Text::new("名称(英文)", "Name (English)"),
        "receiver" | "taker" => Text::new("承办中心", "Centre that takes it"),
        "into" | "join" => Text::new("并入的事件", "Case it is merged into"),
        "parent" => Text::new("上级事件", "Case above"),
        "task" => Text::new("协同事项", "What is asked for"),
        "level" => Text::new("等级", "Level"),
        "note" => Text::new("说明", "Note"),
        "owner" => Text::new("责任中心", "Owning centre"),
        "owner_name" => Text::new("责任人", "Responsible"),
        "parts" => Text::new("转派任务", "Parts"),
        "percent" => Text::new("进度(%)", "Progress (%)"),
        "photo" | "photos" => Text::new("照片", "Photo"),
        "place" => Text::new("位置", "Place"),
        "longitude" => Text::new("经度", "Longitude"),
        "latitude" => Text::new("纬度", "Latitude"),
        "address" => Text::new("地址", "Address"),
        "source" => Text::new("来源", "Source"),
        "contact_name" => Text::new("联系人", "Contact"),
        "contact_phone" => Text::new("联系电话", "Telephone"),
        "voice" => Text::new("语音", "Voice note"),
        "plan" => Text::new("预案", "Plan"),
        "steps" => Text::new("预案任务", "Steps of the plan"),
        "reason" => Text::new("原因", "Reason"),
        "signature" => Text::new("签名", "Signature"),
        "template" => Text::new("会商方式", "Kind of room"),
        "subject" => Text::new("会商事项", "What the room is about"),
        "explanation" => Text::new("说明", "Explanation"),
        "successor" => Text::new("继任者", "Successor"),
        "at" => Text::new("时间", "When"),
        "supervision" => Text::new("督办等级", "Pressure"),
        "search" => Text::new("搜索", "Search"),
        "title" => Text::new("标题", "Title"),
        "value" => Text::new("数值", "Value"),
        "tier" => Text::new("承办层级", "Tier"),
        "post_en" => Text::new("岗位(英文)", "Post (English)"),
        "accept_min" => Text::new("受理时限", "Limit of acceptance"),
        "register_min" => Text::new("立案时限", "Limit of registration"),
        "dispatch_min" => Text::new("派遣时限", "Limit of dispatch"),
        "handle_min" => Text::new("处置时限", "Limit of handling"),
        "verify_min" => Text::new("核查时限", "Limit of verification"),
        "close_min" => Text::new("结案时限", "Limit of closing"),
        other => return rule_text(other, lang).unwrap_or_else(|| other.to_owned()),
    };
    text.get(lang).to_owned()
}

/// A step of a level's rule of supervision, named `red_yellow` and the like.
fn rule_text(field: &str, lang: Lang) -> Option<String> {
    let (level, step) = field.split_once('_')?;
    let (level, step) = (level.parse().ok()?, step.parse().ok()?);
    let (level, step) =
        (super::levels::level_text(level).get(lang), states::supervision_text(step).get(lang));
    Some([level, step].join(" · "))
}

pub(super) fn remedy_text(remedy: &Remedy, lang: Lang) -> String {
    match remedy {
        Remedy::TooShort { min } => {
            Text::new("太短,至少 {min} 字。", "too short; at least {min} characters.")
                .with(lang, &[("min", &min.to_string())])
        }
        Remedy::TooLong { max } => Text::new("太长,最多 {max} 字。", "too long; at most {max} characters.")
            .with(lang, &[("max", &max.to_string())]),
        Remedy::OutOfRange { min, max } => {
            Text::new("须在 {min} 到 {max} 之间。", "choose from {min} to {max}.")
                .with(lang, &[("min", &plain(*min)), ("max", &plain(*max))])
        }
        Remedy::Unknown { given } => {
            Text::new("不认识“{given}”,请从列表中选择。", "“{given}” is not known; choose from the list.")
                .with(lang, &[("given", given)])
        }
        Remedy::Taken { given } => {
            Text::new("“{given}”已被使用,请换一个。", "“{given}” is taken; choose another.")
                .with(lang, &[("given", given)])
        }
        Remedy::Over { state } => {
            Text::new("已是“{state}”,请选未办结的。", "is “{state}”; choose one that is open.")
                .with(lang, &[("state", event_state(state, lang))])
        }
        Remedy::WrongFile { kinds, max_mib } => {
            Text::new("只收 {kinds},每个不超过 {max} MiB。", "send {kinds}, at most {max} MiB each.")
                .with(lang, &[("kinds", kinds), ("max", &max_mib.to_string())])
        }
        Remedy::OnDutyThen { centre, from, to } => Text::new(
            "此人 {from} 至 {to} 已有班次 {centre},请换时间或换人。",
            "they are on duty then: {from} to {to} {centre}. Choose another time or person.",
        )
        .with(
            lang,
            &[
                ("from", &moments::day_clock(*from)),
                ("to", &moments::day_clock(*to)),
                ("centre", centre.get(lang)),
            ],
        ),
        Remedy::AwayThen { from, to } => Text::new(
            "此人 {from} 至 {to} 请假,请换时间或换人。",
            "they are away then: {from} to {to}. Choose another time or person.",
        )
        .with(lang, &[("from", &moments::day_clock(*from)), ("to", &moments::day_clock(*to))]),
        Remedy::WrongColumns { wanted } => Text::new(
            "表头须为 {wanted},请用模板填写。",
            "the columns must be {wanted}; fill in the template.",
        )
        .with(lang, &[("wanted", wanted)]),
        Remedy::Required
        | Remedy::NotANumber
        | Remedy::NotAPolygon
        | Remedy::Crosses
        | Remedy::Elsewhere
        | Remedy::OutOfScope
        | Remedy::NotInForce
        | Remedy::TakenByNobody
        | Remedy::Itself
        | Remedy::HangsAlready
        | Remedy::NotAtTop
        | Remedy::InThePast
        | Remedy::EndsBeforeStart
        | Remedy::NotCombined
        | Remedy::SomebodyElse
        | Remedy::Milder
        | Remedy::BeforeTheStepBelow
        | Remedy::NotAnAddress
        | Remedy::Reload => plain_remedy(remedy).get(lang).to_owned(),
    }
}

/// Those that name nothing; empty for the others, which `remedy_text` says.
const fn plain_remedy(remedy: &Remedy) -> Text {
    match remedy {
        Remedy::Required => Text::new("要填写。", "fill it in."),
        Remedy::NotANumber => Text::new("要填数字。", "write a number."),
        Remedy::NotAPolygon => Text::new("不是闭合的面,请重新画。", "is no closed polygon; draw it again."),
        Remedy::Crosses => Text::new("的边界自相交叉,请重新画。", "crosses itself; draw it again."),
        Remedy::Elsewhere => Text::new(
            "不在本市范围内,请检查是否把经度和纬度写反了。",
            "lies outside the city; is latitude written before longitude?",
        ),
        Remedy::OutOfScope => Text::new(
            "不在您岗位的管辖范围内,请另选位置,或转给管辖该地的中心上报。",
            "lies outside the area of your post; choose another place, or let the centre there report it.",
        ),
        Remedy::NotInForce => Text::new(
            "已停用、已换版或不适用于此地,请另选。",
            "is withdrawn, replaced or not for this place; choose another.",
        ),
        Remedy::TakenByNobody => Text::new(
            "在管辖范围内无单位承办,请另选接收单位或预案。",
            "are taken by nobody in your scope; choose recipients or another plan.",
        ),
        Remedy::Itself => Text::new("不能是它自己,请选另一个。", "is the thing itself; choose another."),
        Remedy::HangsAlready => Text::new("已有,须先移出。", "is there already; take it out first."),
        Remedy::NotAtTop => Text::new(
            "本身还有上级;本事件有子事件,只能挂在顶层事件下。",
            "has one above itself; this case has parts and goes only under one at the top.",
        ),
        Remedy::InThePast => Text::new("已经过去,请选将来的时间。", "is in the past; choose a time to come."),
        Remedy::EndsBeforeStart => Text::new("须晚于开始时间。", "choose a time after the beginning."),
        Remedy::NotCombined => Text::new(
            "不可兼任:系统、安全、审计管理岗位不得与其他岗位兼任。",
            "may not hold both: an administration is not combined with another post.",
        ),
        Remedy::SomebodyElse => {
            Text::new("由您本人写下,须由接班人确认。", "is your own; whoever takes over signs for it.")
        }
        Remedy::Milder => Text::new("不得宽于全市规则。", "may not be milder than the city's rule."),
        Remedy::BeforeTheStepBelow => {
            Text::new("不得早于下一级督办。", "may not come before the step below it.")
        }
        Remedy::NotAnAddress => Text::new(
            "要填写完整地址,以 https:// 或 http:// 开头。",
            "write a whole address, beginning with https:// or http://.",
        ),
        Remedy::Reload => {
            Text::new("已过期或不完整,请刷新页面再填。", "is too old or incomplete; load the page again.")
        }
        _ => Text::new("", ""),
    }
}

fn plain(value: f64) -> String {
    if value.fract() == 0.0 { figures::number(value, 0) } else { value.to_string() }
}
