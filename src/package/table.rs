//! CSV text or inline rows into rows of cells, held against the table's form and schema, one after the other.

use std::collections::HashMap;

use super::csv::Split;
use super::form::Form;
use super::resource::{Location, Resource};
use super::schema::Field;
use crate::model::issue::{Effect, Issue, Reason, Severity, Unreachable};

/// Begins to take a CSV text apart. A parameter, so that who has no CSV to read does without it.
pub type OpenText = fn(String) -> Option<Box<dyn Split>>;

/// The rows of a table while they are read. No row is longer or shorter than the header.
pub struct Rows<'a> {
    form: &'a Form,
    resource: &'a Resource,
    header: Vec<String>,
    source: Source,
    /// The columns that the descriptor says something of.
    fields: Vec<Column<'a>>,
    /// Records taken so far, the header among them.
    taken: usize,
}

/// A column while its cells are held against the schema.
struct Column<'a> {
    place: usize,
    field: &'a Field,
    /// Its values, where it allows each value once. A map like that of a table's rows, so that the page's first module has one of them.
    seen: HashMap<String, u32>,
}

impl Column<'_> {
    fn is_first(&mut self, cell: &str) -> bool {
        !self.field.unique || cell.is_empty() || self.seen.insert(cell.to_owned(), 0).is_none()
    }
}

/// Where rows come from.
enum Source {
    Inline(std::vec::IntoIter<Vec<String>>),
    Text(Box<dyn Split>),
}

impl Source {
    fn next(&mut self) -> Option<Vec<String>> {
        match self {
            Self::Inline(rows) => rows.next(),
            Self::Text(text) => text.next(),
        }
    }

    fn fault(&self) -> Option<(Reason, Effect)> {
        match self {
            Self::Inline(_) => None,
            Self::Text(text) => text.fault(),
        }
    }
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

impl<'a> Rows<'a> {
    /// Begins to read a table. `file` is the text of its file where it has one, which `open` takes apart. What is wrong goes to `issues`;
    /// `None` where no row can be read.
    pub fn open(
        form: &'a Form,
        resource: &'a Resource,
        file: Option<Result<String, Unreachable>>,
        open: OpenText,
        issues: &mut Vec<Issue>,
    ) -> Option<Self> {
        let mut source = match source(resource, file, open) {
            Ok(source) => source?,
            Err(reason) => {
                let (severity, effect) = (Severity::Error, Effect::TableEmpty);
                issues.push(Issue::of_table(form.name, severity, reason, effect));
                return None;
            }
        };
        let header = source.next();
        let mut taken = usize::from(header.is_some());
        let header = header.unwrap_or_default();
        if !holds_header(form, resource, &header, issues) {
            // What is wrong further on is wrong all the same.
            while source.next().is_some() {
                taken += 1;
            }
            issues.extend(broken_off(form, &source, taken));
            return None;
        }
        let place = |field: &Field| header.iter().position(|column| *column == field.name);
        let fields = resource.fields.iter();
        let column = |field: &'a Field| {
            Some(Column {
                place: place(field)?,
                field,
                seen: HashMap::new(),
            })
        };
        let fields = fields.filter_map(column).collect();
        Some(Self {
            form,
            resource,
            header,
            source,
            fields,
            taken,
        })
    }

    /// The columns' names.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row that has as many cells as the header, with what the schema finds wrong in it. What is wrong with others goes to `issues`.
    pub fn next(&mut self, issues: &mut Vec<Issue>) -> Option<Record> {
        let error = |reason| {
            let (severity, effect) = (Severity::Error, Effect::RowLeftOut);
            Issue::of_table(self.form.name, severity, reason, effect)
        };
        while let Some(mut cells) = self.source.next() {
            let number = row_number(self.taken);
            self.taken += 1;
            let (expected, found) = (self.header.len(), cells.len());
            if expected != found {
                let reason = Reason::WrongWidth { expected, found };
                issues.push(error(reason).in_row(number, ""));
                continue;
            }
            let missing = &self.resource.missing_values;
            for cell in cells.iter_mut().filter(|cell| missing.contains(cell)) {
                cell.clear();
            }
            let faults = self.faults(&cells);
            return Some(Record {
                number,
                cells,
                faults,
            });
        }
        if self.taken == 1 {
            let (severity, reason, effect) = (Severity::Note, Reason::NoRows, Effect::Kept);
            issues.push(Issue::of_table(self.form.name, severity, reason, effect));
        }
        issues.extend(broken_off(self.form, &self.source, self.taken));
        None
    }

    fn faults(&mut self, cells: &[String]) -> Vec<(String, Reason)> {
        let mut faults = Vec::new();
        for column in &mut self.fields {
            let Some(cell) = cells.get(column.place) else {
                continue;
            };
            let field = column.field;
            // A repeated key is the reader's to report.
            let is_key = self.form.key == [field.name.as_str()];
            if let Err(reason) = field.check(cell) {
                faults.push((field.name.clone(), reason));
            } else if !is_key && !column.is_first(cell) {
                let value = cell.clone();
                faults.push((field.name.clone(), Reason::DuplicateValue { value }));
            }
        }
        faults
    }
}

/// Where a table's rows come from; `Ok(None)` where `open` takes no text.
fn source(
    resource: &Resource,
    file: Option<Result<String, Unreachable>>,
    open: OpenText,
) -> Result<Option<Source>, Reason> {
    match (&resource.location, file) {
        (Location::Inline(rows), _) => Ok(Some(Source::Inline(rows.clone().into_iter()))),
        (Location::InlineText(text), _) => Ok(open(text.clone()).map(Source::Text)),
        (Location::File(_), Some(Ok(text))) => Ok(open(text).map(Source::Text)),
        (Location::File(_), found) => {
            let why = found.and_then(Result::err);
            Err(Reason::Unreachable(why.unwrap_or(Unreachable::NoAnswer)))
        }
        (Location::Nowhere, _) => Err(Reason::NoUsableData),
    }
}

/// Why a text breaks off after so many records, the header among them.
fn broken_off(form: &Form, source: &Source, taken: usize) -> Option<Issue> {
    let (reason, effect) = source.fault()?;
    let issue = Issue::of_table(form.name, Severity::Error, reason, effect);
    Some(issue.in_row(row_number(taken), ""))
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

fn row_number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
