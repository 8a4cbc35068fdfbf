//! A roster as a CSV file: written for people to fill in, read without believing a cell.

use domain::duty::{Holder, LINES_AT_MOST, Line};
use domain::{Refusal, Remedy};

/// The columns.
const COLUMNS: [&str; 4] = ["post", "name", "from", "to"];
/// Bytes a file may have.
const FILE_LIMIT: usize = 8 << 20;
/// Characters of a cell that are kept: more than any of the columns needs.
const CELL: usize = 80;

/// An empty roster: a line for each who may be given shifts. Spreadsheets take it for UTF-8 by its first three bytes.
pub(super) fn template(holders: &[Holder]) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for holder in holders {
        writer.write_record([holder.post.to_string().as_str(), &inert(&holder.name), "", ""])?;
    }
    let bytes = writer.into_inner()?;
    Ok(["\u{feff}", &String::from_utf8(bytes)?].concat())
}

/// A cell that a spreadsheet shows and never computes.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { ["'", text].concat() } else { text.to_owned() }
}

/// Reads a roster. Lines without times are those of a template that nobody filled in, and are skipped.
pub(super) fn lines(file: &[u8]) -> Result<Vec<Line>, Refusal> {
    let not_text = || Refusal::field("file", Remedy::WrongFile { kinds: "CSV (UTF-8)".into(), max_mib: 8 });
    if file.len() > FILE_LIMIT {
        return Err(not_text());
    }
    let text = std::str::from_utf8(file).map_err(|_| not_text())?.trim_start_matches('\u{feff}');
    if text.contains('\0') {
        return Err(not_text());
    }
    let tabs = text.lines().next().is_some_and(|head| head.contains('\t'));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if tabs { b'\t' } else { b',' })
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let head = reader.headers().map_err(|_| not_text())?.clone();
    let place = |column: &str| head.iter().position(|name| name.eq_ignore_ascii_case(column));
    let [Some(post), Some(name), Some(from), Some(to)] = COLUMNS.map(place) else {
        return Err(Refusal::field("file", Remedy::WrongColumns { wanted: COLUMNS.join(",") }));
    };
    let mut lines = Vec::new();
    for (place, record) in reader.records().enumerate() {
        let record = record.map_err(|_| not_text())?;
        let cell = |column| record.get(column).unwrap_or_default().chars().take(CELL).collect::<String>();
        let name = cell(name);
        // As the template wrote it.
        let name = name.strip_prefix('\'').map(str::to_owned).unwrap_or(name);
        let line = Line { row: place + 2, post: cell(post), name, from: cell(from), to: cell(to) };
        if line.from.is_empty() && line.to.is_empty() {
            continue;
        }
        if lines.len() == LINES_AT_MOST {
            #[expect(clippy::cast_precision_loss, reason = "two thousand")]
            let max = LINES_AT_MOST as f64;
            return Err(Refusal::field("rows", Remedy::OutOfRange { min: 1.0, max }));
        }
        lines.push(line);
    }
    if lines.is_empty() { Err(Refusal::field("rows", Remedy::Required)) } else { Ok(lines) }
}
