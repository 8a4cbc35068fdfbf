//! A list as a table: what it is of, when, narrowed to what; then its rows. Cells are text, whatever they begin with.

use anyhow::Context;
use app::words::figures::ILLUSTRATIVE;
use app::words::lists::list_text;
use app::words::{Text, moments};
use domain::exports::{ExportFormat, ExportList};
use domain::names::Lang;
use engine::exports::ExportRows;
use rust_xlsxwriter::{Format, Workbook};
use store::exports::Job;

use super::tables;

const SCOPE: Text = Text::new("范围", "Scope");
const BY: Text = Text::new("导出人", "Exported by");
const AT: Text = Text::new("数据时间", "Data as of");
const NARROWED: Text = Text::new("筛选", "Narrowed to");
const EVERYTHING: Text = Text::new("未筛选", "nothing");
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
            ExportFormat::Xlsx => Kind::Xlsx { book: Box::new(workbook(&job.list, lang)?), line: 0 },
        };
        let mut sheet = Self { lang, kind };
        let actor = &job.actor;
        let scope = job.list.centre();
        let scope = if scope.is_empty() { actor.centre.name.get(lang) } else { scope };
        let by = [actor.title.get(lang), " ", &actor.person_name].concat();
        sheet.write(&[list_text(&job.list).get(lang), ILLUSTRATIVE.get(lang)])?;
        sheet.write(&[SCOPE.get(lang), scope])?;
        sheet.write(&[BY.get(lang), &by])?;
        sheet.write(&[AT.get(lang), &moments::full(job.asked_at)])?;
        sheet.write(&[NARROWED.get(lang), &narrowed(&job.list, lang)])?;
        sheet.write(&[])?;
        let heads = tables::columns(&job.list).iter().map(|(head, _)| head.get(lang));
        sheet.write(&heads.collect::<Vec<_>>())?;
        Ok(sheet)
    }

    /// Writes rows.
    pub fn rows(&mut self, rows: &ExportRows) -> anyhow::Result<()> {
        for cells in tables::cells(rows, self.lang) {
            self.write(&cells.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        Ok(())
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

fn workbook(list: &ExportList, lang: Lang) -> anyhow::Result<Workbook> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory();
    sheet.set_name(list_text(list).get(lang))?;
    for (column, (_, width)) in (0..).zip(tables::columns(list)) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_row_format(6, &Format::new().set_bold())?;
    sheet.set_freeze_panes(7, 0)?;
    Ok(book)
}

/// A cell that no spreadsheet computes: what would begin a formula stands behind an apostrophe.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { ["'", cell].concat() } else { cell.to_owned() }
}

fn narrowed(list: &ExportList, lang: Lang) -> String {
    let pairs = list.pairs().into_iter().filter(|(name, _)| *name != "centre");
    let words: Vec<String> = pairs.map(|(name, value)| [name, "=", &value].concat()).collect();
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
