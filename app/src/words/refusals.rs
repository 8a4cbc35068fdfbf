//! What a person hears when something cannot be done: what is wrong, and what helps or who may.

use domain::audit::Verb;
use domain::centres::Tier;
use domain::names::{Lang, Name};
use domain::{Fault, Refusal};

use super::remedies::{field_text, remedy_text};
use super::{Text, moments, posts, states};

/// A fault as a sentence.
#[must_use]
pub fn fault_sentence(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::Refused(refusal) => refusal_sentence(refusal, lang),
        Fault::Incident(number) => Text::new(
            "系统出错,已记录。请稍后重试;若仍如此,请向系统管理员报事故号 {number}。",
            "Something broke and was logged. Try again; if it stays, tell the system administrator incident {number}.",
        )
        .with(lang, &[("number", number)]),
    }
}

/// A refusal as a sentence.
#[must_use]
pub fn refusal_sentence(refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::SignedOut => {
            Text::new("登录已失效,请重新登录。", "You are signed out. Sign in again.").get(lang).to_owned()
        }
        Refusal::WrongCredentials => {
            Text::new("用户名或密码不对。", "The name or the password is wrong.").get(lang).to_owned()
        }
        Refusal::NotFound => {
            Text::new("没有这一项,或不在您的管辖范围内。", "It does not exist, or lies outside your scope.")
                .get(lang)
                .to_owned()
        }
        Refusal::NotAllowed { right, who } => {
            let who: Vec<_> = who.iter().map(|role| posts::role_text(*role).get(lang)).collect();
            let who = who.join(Text::new("、", ", ").get(lang));
            Text::new("您的岗位不能{right};能办的有:{who}。", "Your post may not {right}. These may: {who}.")
                .with(lang, &[("right", posts::right_text(*right).get(lang)), ("who", &who)])
        }
        Refusal::NeedsScope { scope } => {
            Text::new("此令牌缺少权限 {scope}。", "The token has not the scope {scope}.")
                .with(lang, &[("scope", scope.as_str())])
        }
        Refusal::BelongsTo { centre } => Text::new("此事由{centre}决定。", "This is decided by {centre}.")
            .with(lang, &[("centre", centre)]),
        Refusal::Settled { centre } => Text::new(
            "{centre}已裁定,不得再退回。",
            "{centre} has decided this for good; it cannot be returned again.",
        )
        .with(lang, &[("centre", centre)]),
        Refusal::NotNow { noun, state, wanted } => not_now(noun, state, wanted, lang),
        Refusal::NotOnList { category, tier, listed } => not_on_list(category, *tier, *listed, lang),
        Refusal::PartsOpen { count } => {
            let count = count.to_string();
            Text::new(
                "下级还有 {count} 项未办结,须先办结。",
                "{count} parts below are not done; they must come first.",
            )
            .with(lang, &[("count", &count)])
        }
        Refusal::OrdersOpen { count, centre } => Text::new(
            "本事件还有 {count} 项指令任务未了结,须由{centre}先撤回或核实。",
            "{count} parts of orders on it are open; {centre} must recall or verify them first.",
        )
        .with(lang, &[("count", &count.to_string()), ("centre", centre)]),
        Refusal::ChildrenOpen { count } => Text::new(
            "还有 {count} 个子事件未办结,须先办结。",
            "{count} cases under it are open; they must come first.",
        )
        .with(lang, &[("count", &count.to_string())]),
        Refusal::ParentOver { state } => Text::new(
            "上级事件现在是“{state}”,须先将本事件移出。",
            "The case above is “{state}” now; take this one out first.",
        )
        .with(lang, &[("state", event_state(state, lang))]),
        Refusal::Overtaken(by) => {
            let moved = Text::new("{centre}的{who}已于 {at} 办理。", "{who} of {centre} moved it at {at}.");
            let (at, centre) = (moments::day_clock(by.at), by.centre.get(lang));
            let moved = moved.with(lang, &[("centre", centre), ("who", &by.who), ("at", &at)]);
            let now = not_now(&by.noun, &by.state, &by.wanted, lang);
            [&moved, Text::new("", " ").get(lang), &now].concat()
        }
        Refusal::WorkOpen { count } => Text::new(
            "该岗位还有 {count} 项未办结,且无人可接,请先指定继任者。",
            "{count} things are open under this post and nobody would take them over. Name a successor.",
        )
        .with(lang, &[("count", &count.to_string())]),
        Refusal::Field { field, remedy } => {
            let (field, remedy) = (field_text(field, lang), remedy_text(remedy, lang));
            Text::new("“{field}”{remedy}", "“{field}”: {remedy}")
                .with(lang, &[("field", &field), ("remedy", &remedy)])
        }
        Refusal::Conflict => Text::new(
            "别人刚刚改过,已为您刷新,请再看一眼。",
            "Somebody changed it in the meantime. Look again.",
        )
        .get(lang)
        .to_owned(),
        Refusal::TooMany { retry_after_s } => {
            let s = retry_after_s.to_string();
            Text::new("尝试过多,请 {s} 秒后再试。", "Too many tries. Try again in {s} seconds.")
                .with(lang, &[("s", &s)])
        }
        Refusal::Unavailable { retry_after_s } => {
            let s = retry_after_s.to_string();
            Text::new(
                "服务暂不可用,请 {s} 秒后再试。",
                "The service is not available. Try again in {s} seconds.",
            )
            .with(lang, &[("s", &s)])
        }
    }
}

fn not_on_list(category: &Name, tier: Tier, listed: Tier, lang: Lang) -> String {
    let (tier, listed) = (states::tier_text(tier).get(lang), states::tier_text(listed).get(lang));
    Text::new(
        "分级分类库中“{category}”由{listed}承办,不在{tier}清单内,不能下派。",
        "“{category}” is not on the list for {tier}: it is the {listed}'s and is not passed down.",
    )
    .with(lang, &[("category", category.get(lang)), ("tier", tier), ("listed", listed)])
}

pub(super) fn event_state(state: &str, lang: Lang) -> &str {
    state.parse().map_or(state, |state| states::event_state(state).get(lang))
}

fn not_now(noun: &str, state: &str, wanted: &str, lang: Lang) -> String {
    let (state_text, move_text) = match noun {
        "assignment" => (
            state.parse().ok().map(states::assignment_state),
            wanted
                .parse()
                .ok()
                .map(states::assignment_move)
                .or_else(|| assignment_deed(wanted))
                .or_else(|| wanted.parse().ok().map(super::verbs::verb_text)),
        ),
        "event" => {
            let asked = || wanted.parse().ok().map(states::approval_kind);
            let told = || wanted.parse().ok().map(super::verbs::verb_text);
            (
                state.parse().ok().map(states::event_state),
                wanted.parse().ok().map(states::event_move).or_else(asked).or(related(wanted)).or_else(told),
            )
        }
        "helper" => {
            (state.parse().ok().map(states::helper_state), wanted.parse().ok().map(states::helper_move))
        }
        "approval" => {
            let asked = || wanted.parse().ok().map(states::approval_kind);
            let step = wanted.parse().ok().map(states::approval_move).or_else(asked);
            (state.parse().ok().map(states::approval_state), step)
        }
        "hand_off" => {
            let signed = || (wanted == "receive").then_some(crate::hand_offs::words::RECEIVE);
            let step = wanted.parse().ok().map(states::event_move).or_else(signed);
            (state.parse().ok().map(crate::hand_offs::words::state_text), step)
        }
        "responsibility" => (
            state.parse().ok().map(crate::responsibilities::words::state_text),
            wanted.parse().ok().map(crate::responsibilities::words::move_text),
        ),
        "appeal" => {
            let filed = || (wanted == "file").then_some(Text::new("再次申诉", "appeal again"));
            let step = wanted.parse().ok().map(states::appeal_move).or_else(filed);
            (state.parse().ok().map(states::appeal_state), step)
        }
        "kpi_report" => {
            (state.parse().ok().map(states::kpi_report_state), wanted.parse().ok().map(states::kpi_move))
        }
        "order" => (Some(Text::new("已撤回", "recalled")), Some(Text::new("更正", "correct it"))),
        "room" => (Some(Text::new("已结束", "closed")), wanted.parse().ok().map(super::verbs::verb_text)),
        "supervision" => {
            let annul = || wanted.parse().ok().map(super::verbs::verb_text);
            let step = wanted.parse().ok().map(states::supervision_text).or_else(annul);
            (state.parse().ok().map(states::supervision_text), step)
        }
        "explanation" => (
            state.parse().ok().map(states::explanation_state),
            wanted.parse().ok().map(states::explanation_move),
        ),
        "order_draft" => (state.parse().ok().map(states::draft_state), None),
        "warning" => (state.parse().ok().map(states::warning_state), None),
        "notice" => (
            state.parse().ok().map(states::notice_state),
            Some(super::verbs::verb_text(Verb::NoticeAcknowledged)),
        ),
        "shift" => (
            Some(Text::new("因请假无人值守", "unserved: its holder is away")),
            Some(super::verbs::verb_text(Verb::ShiftsSwapped)),
        ),
        "review" => {
            let step = wanted.parse().ok().map(super::verbs::verb_text);
            (state.parse().ok().map(states::review_state), step)
        }
        "improvement" => {
            let verb = |text: &str| text.parse().ok().map(super::verbs::verb_text);
            (verb(state), verb(wanted))
        }
        "export" => {
            let words = |text: &str| text.parse().ok().map(crate::exports::state_text);
            (words(state), words(wanted))
        }
        _ => (None, None),
    };
    let state = state_text.map_or(state, |text| text.get(lang));
    let wanted = move_text.map_or(wanted, |text| text.get(lang));
    Text::new(
        "现在是“{state}”,不能“{wanted}”。请刷新后再看。",
        "It is “{state}” now, so “{wanted}” is not possible. Look again.",
    )
    .with(lang, &[("state", state), ("wanted", wanted)])
}

/// What is done to an assignment beside moving it.
fn assignment_deed(deed: &str) -> Option<Text> {
    match deed {
        "redispatch" => Some(Text::new("改派", "give to another")),
        "urge" => Some(Text::new("催办", "urge")),
        _ => None,
    }
}

/// What is no move of the case itself.
fn related(wanted: &str) -> Option<Text> {
    match wanted {
        "split" => Some(Text::new("拆分", "Split")),
        "help" => Some(Text::new("协同", "Help")),
        "take_out" => Some(Text::new("移出", "Take out")),
        _ => None,
    }
}
