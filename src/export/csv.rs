//! A sheet as CSV that a spreadsheet opens by double click and a program reads as a plain table.
//!
//! UTF-8 with the mark that Excel needs to see Chinese, lines that end in CR LF, one header, and no line that is not a row: where the file is
//! from stands in its last columns, so that every row keeps it when it is cut out or sorted.

use csv::{Terminator, WriterBuilder};

use crate::export::sheet::{Holds, Sheet};
use crate::package::schema::parse_number;

/// The mark of UTF-8.
const MARK: &str = "\u{feff}";

/// The whole file.
pub fn written(sheet: &Sheet) -> String {
    let header = sheet.columns.iter().map(|c| harmless(&c.name));
    let mut lines = vec![header.collect::<Vec<String>>()];
    for row in &sheet.rows {
        let cells = sheet.columns.iter().zip(row);
        lines.push(
            cells
                .map(|(column, cell)| said(column.holds, cell))
                .collect(),
        );
    }
    format!("{MARK}{}", text(&lines, Terminator::CRLF))
}

/// Rows as a file of a package: plain UTF-8, lines that end in LF, every cell as it is.
pub fn plain(rows: &[Vec<String>]) -> String {
    text(rows, Terminator::Any(b'\n'))
}

fn text(lines: &[Vec<String>], end: Terminator) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(end)
        .flexible(true)
        .from_writer(Vec::new());
    for line in lines {
        // Writing into memory cannot fail, so there is nothing to report.
        let _ = writer.write_record(line);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell as the file has it. `=` says that a number is exact, which an empty cell says as well, and a spreadsheet takes no `=` lightly.
fn said(holds: Holds, cell: &str) -> String {
    match (holds, cell) {
        (Holds::Text, "=") => String::new(),
        _ => harmless(cell),
    }
}

/// A cell that no spreadsheet computes: one that begins as a formula does has an apostrophe before it, unless it is a number.
pub fn harmless(cell: &str) -> String {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let number = cell.strip_prefix('+').unwrap_or(cell);
    match begins && parse_number(number).is_none() {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}
