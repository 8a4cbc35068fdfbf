//! A list of events as a table: what it is of, when, narrowed to what; then its rows. Cells are text, whatever they begin with.

use anyhow::Context;
use app::words::figures::ILLUSTRATIVE;
use app::words::levels::{lamp_text, level_text};
use app::words::states::{event_source, event_state};
use app::words::{Text, moments};
use domain::events::{EventFilter, EventRow};
use domain::exports::ExportFormat;
use domain::names::{Lang, Name};
use rust_xlsxwriter::{Format, Workbook};
use store::exports::Job;

/// The columns.
const COLUMNS: [Text; 12] = [
    Text::new("编号", "Number"),
    Text::new("事件", "Event"),
    Text::new("类别", "Category"),
    Text::new("等级", "Level"),
    Text::new("状态", "State"),
    Text::new("来源", "Source"),
    Text::new("责任中心", "Centre"),
    Text::new("区县", "District"),
    Text::new("上报时间", "Reported"),
    Text::new("全案时限", "Due"),
    Text::new("时限状态", "Clock"),
    Text::new("结案时间", "Closed"),
];
/// Their widths in a workbook, in characters.
const WIDTHS: [f64; 12] = [24.0, 36.0, 16.0, 10.0, 14.0, 12.0, 20.0, 14.0, 20.0, 20.0, 10.0, 20.0];
const TITLE: Text = Text::new("事件列表", "List of events");
const SCOPE: Text = Text::new("范围", "Scope");
const BY: Text = Text::new("导出人", "Exported by");
const AT: Text = Text::new("数据时间", "Data as of");
const NARROWED: Text = Text::new("筛选", "Narrowed to");
const EVERYTHING: Text = Text::new("在办事件", "open events");
const OVER_TOO: Text = Text::new("含已结案", "closed ones too");
const CUT: Text = Text::new(
    "只含最近的 {n} 条;请缩小筛选范围后再导出其余部分。",
    "Only the latest {n}; narrow the list to export the rest.",
);

/// A file that grows row by row.
pub struct Sheet {
    lang: Lang,
    kind: Kind,
}

enum Kind {
    Csv(Box<csv::Writer<Vec<u8>>>),
    Xlsx { book: Box<Workbook>, line: u32 },
}

impl Sheet {
    /// Writes what stands above the rows.
    pub fn begin(job: &Job) -> anyhow::Result<Self> {
        let lang = job.lang;
        let kind = match job.format {
            // Excel takes a file for UTF-8 only when it begins so.
            ExportFormat::Csv => Kind::Csv(Box::new(
                csv::WriterBuilder::new().flexible(true).from_writer(b"\xEF\xBB\xBF".to_vec()),
            )),
            ExportFormat::Xlsx => Kind::Xlsx { book: Box::new(workbook(lang)?), line: 0 },
        };
        let mut sheet = Self { lang, kind };
        let actor = &job.actor;
        let scope = job.filter.centre.as_str();
        let scope = if scope.is_empty() { actor.centre.name.get(lang) } else { scope };
        let by = [actor.title.get(lang), " ", &actor.person_name].concat();
        sheet.write(&[TITLE.get(lang), ILLUSTRATIVE.get(lang)])?;
        sheet.write(&[SCOPE.get(lang), scope])?;
        sheet.write(&[BY.get(lang), &by])?;
        sheet.write(&[AT.get(lang), &moments::full(job.asked_at)])?;
        sheet.write(&[NARROWED.get(lang), &narrowed(&job.filter, lang)])?;
        sheet.write(&[])?;
        sheet.write(&COLUMNS.map(|column| column.get(lang)))?;
        Ok(sheet)
    }

    /// Writes a row.
    pub fn row(&mut self, row: &EventRow) -> anyhow::Result<()> {
        let lang = self.lang;
        let name = |name: &Name| name.get(lang).to_owned();
        let closed = row.closed_at.map(moments::full).unwrap_or_default();
        let cells = [
            row.number.clone(),
            name(&row.title),
            name(&row.category),
            level_text(row.level).get(lang).to_owned(),
            event_state(row.state).get(lang).to_owned(),
            event_source(row.source).get(lang).to_owned(),
            name(&row.centre.name),
            name(&row.district),
            moments::full(row.reported_at),
            moments::full(row.due_at),
            lamp_text(row.lamp).get(lang).to_owned(),
            closed,
        ];
        self.write(&cells.each_ref().map(String::as_str))
    }

    /// Says when there are more rows than the file holds.
    pub fn end(&mut self, cut_at: Option<usize>) -> anyhow::Result<()> {
        let Some(rows) = cut_at else { return Ok(()) };
        let words = CUT.with(self.lang, &[("n", &rows.to_string())]);
        self.write(&[&words])
    }

    /// The file.
    pub fn bytes(self) -> anyhow::Result<Vec<u8>> {
        match self.kind {
            Kind::Csv(csv) => csv.into_inner().context("the file is in memory"),
            Kind::Xlsx { mut book, .. } => Ok(book.save_to_buffer()?),
        }
    }

    fn write(&mut self, cells: &[&str]) -> anyhow::Result<()> {
        match &mut self.kind {
            Kind::Csv(csv) if cells.is_empty() => csv.write_record([""])?,
            Kind::Csv(csv) => csv.write_record(cells.iter().map(|cell| inert(cell)))?,
            Kind::Xlsx { book, line } => {
                let sheet = book.worksheet_from_index(0)?;
                for (column, cell) in (0..).zip(cells) {
                    // Written as text: a workbook computes only what is written as a formula.
                    sheet.write_string(*line, column, *cell)?;
                }
                *line += 1;
            }
        }
        Ok(())
    }
}

fn workbook(lang: Lang) -> anyhow::Result<Workbook> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory();
    sheet.set_name(TITLE.get(lang))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_row_format(6, &Format::new().set_bold())?;
    sheet.set_freeze_panes(7, 0)?;
    Ok(book)
}

/// A cell that no spreadsheet computes: what would begin a formula stands behind an apostrophe.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { ["'", cell].concat() } else { cell.to_owned() }
}

fn narrowed(filter: &EventFilter, lang: Lang) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(filter.all.then(|| OVER_TOO.get(lang).to_owned()));
    words.extend(filter.state.map(|state| event_state(state).get(lang).to_owned()));
    words.extend(filter.level.map(|level| level_text(level).get(lang).to_owned()));
    words.extend(filter.lamp.map(|lamp| lamp_text(lamp).get(lang).to_owned()));
    words.extend(filter.category.clone());
    let typed = [&filter.search, &filter.from, &filter.to];
    words.extend(typed.into_iter().filter(|text| !text.is_empty()).cloned());
    if words.is_empty() { EVERYTHING.get(lang).to_owned() } else { words.join(" · ") }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn no_cell_begins_a_formula() {
        for begin in ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1"] {
            assert!(inert(begin).starts_with('\''), "{begin:?}");
        }
        assert_eq!(inert("积水 =1"), "积水 =1");
    }
}
