//! What each list looks like as a table: its title, its columns, and a row's cells in words.

use app::words::levels::{lamp_text, level_text};
use app::words::states::{event_source, event_state, explanation_state, review_state, supervision_text};
use app::words::{Text, moments};
use domain::events::EventRow;
use domain::exports::ExportList;
use domain::names::{Lang, Name};
use domain::orders::OrderRow;
use domain::rates::CountedRow;
use domain::reviews::ReviewRow;
use domain::supervision::SupervisedRow;
use engine::exports::ExportRows;

/// A column: its head and its width in a workbook, in characters.
type Column = (Text, f64);

const NUMBER: Column = (Text::new("编号", "Number"), 24.0);
const EVENT: Column = (Text::new("事件", "Event"), 36.0);
const CENTRE: Column = (Text::new("责任中心", "Centre"), 20.0);
const LEVEL: Column = (Text::new("等级", "Level"), 10.0);
const STATE: Column = (Text::new("状态", "State"), 14.0);
const ORDER: Column = (Text::new("指令", "Order"), 36.0);
const PRESSURE: Column = (Text::new("督办", "Pressure"), 10.0);
const ISSUER: Column = (Text::new("下达中心", "Issued by"), 20.0);

const EVENTS: [Column; 12] = [
    NUMBER,
    EVENT,
    (Text::new("类别", "Category"), 16.0),
    LEVEL,
    STATE,
    (Text::new("来源", "Source"), 12.0),
    CENTRE,
    (Text::new("区县", "District"), 14.0),
    (Text::new("上报时间", "Reported"), 20.0),
    (Text::new("全案时限", "Due"), 20.0),
    (Text::new("时限状态", "Clock"), 10.0),
    (Text::new("结案时间", "Closed"), 20.0),
];
const ORDERS: [Column; 13] = [
    NUMBER,
    ORDER,
    LEVEL,
    ISSUER,
    (Text::new("下达时间", "Issued"), 20.0),
    (Text::new("承办数", "Recipients"), 10.0),
    (Text::new("已达", "Delivered"), 10.0),
    (Text::new("已读", "Read"), 10.0),
    (Text::new("已签", "Accepted"), 10.0),
    (Text::new("已办", "Done"), 10.0),
    (Text::new("逾期", "Late"), 10.0),
    PRESSURE,
    (Text::new("最近时限", "Next due"), 20.0),
];
const SUPERVISION: [Column; 10] = [
    NUMBER,
    (Text::new("任务", "Task"), 36.0),
    ORDER,
    LEVEL,
    ISSUER,
    CENTRE,
    (Text::new("责任人", "Who owes it"), 16.0),
    PRESSURE,
    (Text::new("时限", "Due"), 20.0),
    (Text::new("说明", "Explanation"), 14.0),
];
const CASES: [Column; 6] = [
    NUMBER,
    EVENT,
    CENTRE,
    (Text::new("计入时间", "Counted"), 20.0),
    (Text::new("分子", "Numerator"), 10.0),
    (Text::new("分母", "Denominator"), 12.0),
];
const REVIEWS: [Column; 10] = [
    NUMBER,
    EVENT,
    CENTRE,
    LEVEL,
    (Text::new("结案时间", "Closed"), 20.0),
    STATE,
    (Text::new("改进事项", "Improvements"), 12.0),
    (Text::new("已完成", "Done"), 10.0),
    (Text::new("逾期", "Late"), 10.0),
    (Text::new("经验教训", "Lesson"), 60.0),
];

/// The list's columns.
pub const fn columns(list: &ExportList) -> &'static [Column] {
    match list {
        ExportList::Events(_) => &EVENTS,
        ExportList::Orders(_) => &ORDERS,
        ExportList::Supervision(_) => &SUPERVISION,
        ExportList::Cases(_) => &CASES,
        ExportList::Reviews(_) => &REVIEWS,
    }
}

/// The cells of some rows.
pub fn cells(rows: &ExportRows, lang: Lang) -> Vec<Vec<String>> {
    match rows {
        ExportRows::Events(rows) => rows.iter().map(|row| event(row, lang)).collect(),
        ExportRows::Orders(rows) => rows.iter().map(|row| order(row, lang)).collect(),
        ExportRows::Supervision(rows) => rows.iter().map(|row| supervised(row, lang)).collect(),
        ExportRows::Cases(rows) => rows.iter().map(|row| counted(row, lang)).collect(),
        ExportRows::Reviews(rows) => rows.iter().map(|(row, lesson)| review(row, lesson, lang)).collect(),
    }
}

fn name(name: &Name, lang: Lang) -> String {
    name.get(lang).to_owned()
}

fn word(text: Text, lang: Lang) -> String {
    text.get(lang).to_owned()
}

fn event(row: &EventRow, lang: Lang) -> Vec<String> {
    vec![
        row.number.clone(),
        name(&row.title, lang),
        name(&row.category, lang),
        word(level_text(row.level), lang),
        word(event_state(row.state), lang),
        word(event_source(row.source), lang),
        name(&row.centre.name, lang),
        name(&row.district, lang),
        moments::full(row.reported_at),
        moments::full(row.due_at),
        word(lamp_text(row.lamp), lang),
        row.closed_at.map(moments::full).unwrap_or_default(),
    ]
}

fn order(row: &OrderRow, lang: Lang) -> Vec<String> {
    let counts = row.counts;
    vec![
        row.number.clone(),
        name(&row.title, lang),
        word(level_text(row.level), lang),
        name(&row.issuer.name, lang),
        moments::full(row.issued_at),
        counts.all.to_string(),
        counts.delivered.to_string(),
        counts.read.to_string(),
        counts.accepted.to_string(),
        counts.done.to_string(),
        counts.late.to_string(),
        word(supervision_text(row.supervision), lang),
        row.next_due_at.map(moments::full).unwrap_or_default(),
    ]
}

fn supervised(row: &SupervisedRow, lang: Lang) -> Vec<String> {
    let part = &row.part;
    vec![
        part.number.clone(),
        name(&part.action, lang),
        name(&part.title, lang),
        word(level_text(part.level), lang),
        name(&part.issuer.name, lang),
        name(&part.recipient.name, lang),
        row.owing.as_ref().map(|owing| owing.name.clone()).unwrap_or_default(),
        word(supervision_text(part.supervision), lang),
        moments::full(part.due_at),
        row.explanation.map(|state| word(explanation_state(state), lang)).unwrap_or_default(),
    ]
}

fn counted(row: &CountedRow, lang: Lang) -> Vec<String> {
    vec![
        row.number.clone(),
        name(&row.title, lang),
        name(&row.centre.name, lang),
        moments::full(row.at),
        row.counts.numerator.to_string(),
        row.counts.denominator.to_string(),
    ]
}

fn review(row: &ReviewRow, lesson: &str, lang: Lang) -> Vec<String> {
    let (all, done, late) = row.improvements;
    vec![
        row.event.number.clone(),
        name(&row.event.title, lang),
        name(&row.event.centre.name, lang),
        word(level_text(row.event.level), lang),
        row.event.closed_at.map(moments::full).unwrap_or_default(),
        word(review_state(row.state), lang),
        all.to_string(),
        done.to_string(),
        late.to_string(),
        lesson.to_owned(),
    ]
}
