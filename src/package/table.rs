//! CSV text or inline rows into rows of cells, held against the table's form and schema.

use std::collections::HashSet;

use super::csv::Records;
use super::form::Form;
use super::resource::{Location, Resource};
use super::schema::Field;
use crate::model::issue::{Effect, Issue, Reason, Severity, Unreachable};

/// A table's rows as text. No row is longer or shorter than the header.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The columns' names.
    pub header: Vec<String>,
    /// The rows that have as many cells as the header.
    pub records: Vec<Record>,
}

/// One row as text.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its number, counted from 1 without the header.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// The cells that are not what the descriptor's schema asks for: column and reason. The reader decides whether the row can be read.
    pub faults: Vec<(String, Reason)>,
}

impl Sheet {
    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }
}

/// Reads one table. `file` is the text of its file where it has one, which `records` takes apart. What is wrong goes to `issues`; a table that
/// cannot be read is empty.
pub fn read(
    form: &Form,
    resource: &Resource,
    file: Option<&Result<String, Unreachable>>,
    records: fn(&str) -> Records,
    issues: &mut Vec<Issue>,
) -> Sheet {
    let empty = |reason| Issue::of_table(form.name, Severity::Error, reason, Effect::TableEmpty);
    let rows = match (&resource.location, file) {
        (Location::Inline(rows), _) => rows.clone(),
        (Location::InlineText(text), _) | (Location::File(_), Some(Ok(text))) => {
            whole_records(form, records(text), issues)
        }
        (Location::File(_), found) => {
            let why = found.and_then(|f| f.as_ref().err().copied());
            let reason = Reason::Unreachable(why.unwrap_or(Unreachable::NoAnswer));
            issues.push(empty(reason));
            return Sheet::default();
        }
        (Location::Nowhere, _) => {
            issues.push(empty(Reason::NoUsableData));
            return Sheet::default();
        }
    };
    match headed(form, resource, rows, issues) {
        Some((header, rows)) => sheet(form, resource, header, rows, issues),
        None => Sheet::default(),
    }
}

/// The records of a CSV text, header first, without a last one that a quotation mark swallowed.
fn whole_records(form: &Form, read: Records, issues: &mut Vec<Issue>) -> Vec<Vec<String>> {
    let Records {
        mut records,
        ends_in_quote,
    } = read;
    if ends_in_quote {
        records.pop();
        let reason = Reason::UnclosedQuote;
        let issue = Issue::of_table(form.name, Severity::Error, reason, Effect::RowLeftOut);
        issues.push(issue.in_row(row_number(records.len()), ""));
    }
    records
}

/// Takes the header off and holds it against the form. `None` where no row can be read.
fn headed(
    form: &Form,
    resource: &Resource,
    mut rows: Vec<Vec<String>>,
    issues: &mut Vec<Issue>,
) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let header = rows.first().map_or(&[][..], Vec::as_slice);
    if !holds_header(form, resource, header, issues) {
        return None;
    }
    let header = rows.remove(0);
    if rows.is_empty() {
        let (reason, effect) = (Reason::NoRows, Effect::Kept);
        issues.push(Issue::of_table(form.name, Severity::Note, reason, effect));
    }
    Some((header, rows))
}

/// Holds a header against the form; that of a file without any is empty. False where no row can be read.
pub fn holds_header(
    form: &Form,
    resource: &Resource,
    header: &[String],
    issues: &mut Vec<Issue>,
) -> bool {
    let issue = |severity, reason, effect| Issue::of_table(form.name, severity, reason, effect);
    if header.iter().all(String::is_empty) {
        issues.push(issue(Severity::Error, Reason::NoHeader, Effect::TableEmpty));
        return false;
    }
    let has = |column: &&str| header.iter().any(|name| name == column);
    if let Some(column) = form.needed().find(|column| !has(column)) {
        let missing = issue(Severity::Error, Reason::MissingColumn, Effect::TableEmpty);
        issues.push(missing.in_column(column));
        return false;
    }
    let is_missed =
        |column: &&str| !has(column) && !other_side(column).is_some_and(|c| has(&c.as_str()));
    for column in expected(form, resource).filter(is_missed) {
        let missing = issue(
            Severity::Warning,
            Reason::MissingColumn,
            Effect::CellEmptied,
        );
        issues.push(missing.in_column(column));
    }
    issues.extend(odd_columns(form, resource, header));
    true
}

/// The columns that every such table has, and those that the descriptor describes beyond them.
fn expected<'a>(form: &'a Form, resource: &'a Resource) -> impl Iterator<Item = &'a str> {
    let declared = resource.fields.iter().map(|field| field.name.as_str());
    let beyond = declared.filter(|name| !form.expected.contains(name));
    form.expected.iter().copied().chain(beyond)
}

/// The column of the same text in the other language, which stands in for one that a package in one language leaves out.
fn other_side(column: &str) -> Option<String> {
    match column.strip_suffix("_zh") {
        Some(stem) => Some(format!("{stem}_en")),
        None => column.strip_suffix("_en").map(|stem| format!("{stem}_zh")),
    }
}

/// Columns named twice, and columns that neither the explorer nor the descriptor knows.
fn odd_columns(form: &Form, resource: &Resource, header: &[String]) -> Vec<Issue> {
    let mut issues = Vec::new();
    for (place, column) in header.iter().enumerate() {
        let is_declared = resource.fields.iter().any(|field| field.name == *column);
        let (severity, reason) = if header.iter().take(place).any(|other| other == column) {
            (Severity::Error, Reason::RepeatedColumn)
        } else if !is_declared && !form.columns().any(|known| known == column) {
            (Severity::Note, Reason::UnknownColumn)
        } else {
            continue;
        };
        let issue = Issue::of_table(form.name, severity, reason, Effect::ColumnIgnored);
        issues.push(issue.in_column(column));
    }
    issues
}

/// Leaves out rows of another width and holds the others against the schema.
fn sheet(
    form: &Form,
    resource: &Resource,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    issues: &mut Vec<Issue>,
) -> Sheet {
    let mut sheet = Sheet {
        header,
        records: Vec::with_capacity(rows.len()),
    };
    let mut seen = Seen::new();
    for (place, mut cells) in rows.into_iter().enumerate() {
        let number = row_number(place + 1);
        let (expected, found) = (sheet.header.len(), cells.len());
        if expected != found {
            let reason = Reason::WrongWidth { expected, found };
            let issue = Issue::of_table(form.name, Severity::Error, reason, Effect::RowLeftOut);
            issues.push(issue.in_row(number, ""));
            continue;
        }
        for cell in cells
            .iter_mut()
            .filter(|cell| resource.missing_values.contains(cell))
        {
            cell.clear();
        }
        let faults = faults(form, resource, &sheet, &cells, &mut seen);
        sheet.records.push(Record {
            number,
            cells,
            faults,
        });
    }
    sheet
}

/// The values of the columns that allow each value once.
type Seen<'a> = HashSet<(&'a str, String)>;

fn faults<'a>(
    form: &Form,
    resource: &'a Resource,
    sheet: &Sheet,
    cells: &[String],
    seen: &mut Seen<'a>,
) -> Vec<(String, Reason)> {
    let mut faults = Vec::new();
    for field in &resource.fields {
        let Some(cell) = sheet.column(&field.name).and_then(|at| cells.get(at)) else {
            continue;
        };
        // A repeated key is the reader's to report.
        let is_key = form.key == [field.name.as_str()];
        if let Err(reason) = field.check(cell) {
            faults.push((field.name.clone(), reason));
        } else if !is_key && !is_first(field, cell, seen) {
            let value = cell.clone();
            faults.push((field.name.clone(), Reason::DuplicateValue { value }));
        }
    }
    faults
}

fn is_first<'a>(field: &'a Field, cell: &str, seen: &mut Seen<'a>) -> bool {
    !field.unique || cell.is_empty() || seen.insert((&field.name, cell.to_owned()))
}

fn row_number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
