//! The side navigation: every page a post may open, with what waits there.

use domain::actors::{Right, Role};
use domain::views::ViewList;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::account::api::Frame;
use crate::words::{Text, figures, t};

/// One entry.
struct Door {
    href: String,
    words: Text,
    count: i64,
    /// The count asks for hurry: red.
    urgent: bool,
    /// Left out of the phone's bar.
    wide_only: bool,
}

fn doors(frame: &Frame) -> Vec<Door> {
    let (role, badges) = (frame.actor.role, frame.badges);
    let mut doors = Vec::new();
    let mut door = |may: bool, href: &str, words: Text, count: i64, urgent: bool, wide_only: bool| {
        if may {
            doors.push(Door { href: href.to_owned(), words, count, urgent, wide_only });
        }
    };
    let cockpit = format!("/c/{}", frame.actor.centre.code);
    let (view, staff) = (role.has(Right::ViewCity), role == Role::TownshipStaff);
    let owes = role.has(Right::WorkOrder) || role.has(Right::ReportKpi);
    door(view, &cockpit, Text::new("驾驶舱", "Cockpit"), 0, false, false);
    door(owes, "/owed", Text::new("待办", "To do"), 0, false, false);
    let (warnings, red) = (badges.warnings, badges.warnings_red > 0);
    door(view, "/warnings", Text::new("预警", "Warnings"), warnings, red, false);
    door(
        view,
        &list_door(frame, ViewList::Events),
        Text::new("事件", "Events"),
        badges.events,
        badges.events_late > 0,
        false,
    );
    door(view, &list_door(frame, ViewList::Orders), Text::new("指令", "Orders"), 0, false, false);
    door(
        view,
        &list_door(frame, ViewList::Supervision),
        Text::new("督办", "Supervision"),
        badges.supervised,
        true,
        true,
    );
    let approves = view && (role.has(Right::DecideApproval) || role.has(Right::Urge));
    door(approves, "/approvals", Text::new("审批", "Approvals"), badges.approvals, true, true);
    door(view, "/risk-points", Text::new("风险点", "Risk points"), 0, false, true);
    let posts = view || role.has(Right::AppointHolder);
    door(posts, "/posts", Text::new("岗位", "Posts"), 0, false, true);
    door(view, "/duty", Text::new("值班", "Duty"), 0, false, true);
    door(view && !staff, "/plans", Text::new("预案", "Plans"), 0, false, true);
    door(view, &format!("{cockpit}/lanes"), Text::new("KPI 跑道", "KPI lanes"), 0, false, true);
    door(role.has(Right::ApproveKpi), "/kpi-reports", Text::new("指标审核", "KPI approval"), 0, false, true);
    door(
        view && !staff,
        &list_door(frame, ViewList::Evaluation),
        Text::new("监督评价", "Evaluation"),
        0,
        false,
        true,
    );
    let (reviews, late) = (badges.reviews, badges.improvements_late > 0);
    door(view && !staff, "/reviews", Text::new("复盘", "Reviews"), reviews, late, true);
    let list = view || role.has(Right::SetResponsibility);
    door(list, "/responsibilities", Text::new("分级分类库", "Responsibility list"), 0, false, true);
    let calendar = view || role.has(Right::ManageSystem);
    door(calendar, "/calendar", Text::new("工作日历", "Work calendar"), 0, false, true);
    let systems = Text::new("系统接入", "API clients");
    door(role.has(Right::ManageSystem), "/api-clients", systems, 0, false, true);
    doors
}

/// Where the menu opens a list: the view that the reader chose; else of cases, a lane owner's lane.
fn list_door(frame: &Frame, list: ViewList) -> String {
    let chosen = frame.views.iter().find(|(of, _)| *of == list).map(|(_, href)| href.clone());
    chosen.unwrap_or_else(|| {
        let inbox = list == ViewList::Events && frame.actor.lane.is_some();
        if inbox { "/events?mine=true".to_owned() } else { list.path().to_owned() }
    })
}

/// The navigation for a post.
#[component]
pub fn Navigation(
    /// The frame.
    frame: Frame,
) -> impl IntoView {
    const NAVIGATION: Text = Text::new("主导航", "Main");
    let path = use_location().pathname;
    view! {
        <nav class="side" aria-label=t(NAVIGATION)>
            <ul>{doors(&frame).into_iter().map(|door| entry(door, path)).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// What the phone's bar has no room for, for the menu above.
pub fn more_doors(frame: &Frame) -> AnyView {
    let door = |door: Door| view! { <a class="menu-door" href=door.href>{t(door.words)}</a> };
    let doors = doors(frame).into_iter().filter(|door| door.wide_only).map(door).collect_view();
    view! { <div class="phone-only">{doors}</div> }.into_any()
}

fn entry(door: Door, path: Memo<String>) -> AnyView {
    let Door { href, words, count, urgent, wide_only } = door;
    let own = href.split('?').next().unwrap_or_default().to_owned();
    let here = move || {
        let path = path.get();
        let cockpit = own.matches('/').count() == 2 && own.starts_with("/c/");
        let inside = path
            .strip_prefix(&own)
            .is_some_and(|rest| rest.is_empty() || (!cockpit && rest.starts_with('/')));
        inside.then_some("page")
    };
    let badge = if urgent { "badge badge-urgent" } else { "badge" };
    view! {
        <li class:wide-only=wide_only>
            <a href=href aria-current=here>
                <span>{t(words)}</span>
                {(count > 0).then(|| view! { <span class=badge>{figures::count(count)}</span> })}
            </a>
        </li>
    }
    .into_any()
}
