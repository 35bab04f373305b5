//! One row while it is read: typed access to its cells by column, and what was wrong with them.

use crate::model::citation::{Citation, Source};
use crate::model::formula::Formula;
use crate::model::issue::{CellKind, Effect, Issue, Reason, Severity};
use crate::model::quantity::{Approximation, Quantity};
use crate::model::span::{Date, Precision, iso_date, parse_date};
use crate::model::table::{Key, Table};
use crate::model::text::Text;
use crate::package::form::Form;
use crate::package::schema::{parse_boolean, parse_number};
use crate::package::table::{Record, Sheet};

/// What costs a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The column, where one cell is to blame.
    pub column: Option<String>,
    /// Why.
    pub reason: Reason,
}

impl Fault {
    /// A fault of one cell.
    pub fn new(column: &str, reason: Reason) -> Self {
        let column = Some(column.to_owned());
        Self { column, reason }
    }
}

/// One row while it is read. A column that the table leaves out has empty cells.
pub struct Row<'a> {
    form: &'a Form,
    sheet: &'a Sheet,
    record: &'a Record,
    issues: Vec<Issue>,
}

impl<'a> Row<'a> {
    /// A row with what its schema finds wrong with it.
    pub fn new(form: &'a Form, sheet: &'a Sheet, record: &'a Record) -> Self {
        let mut row = Self {
            form,
            sheet,
            record,
            issues: Vec::new(),
        };
        for (column, reason) in &record.faults {
            row.report(Some(column), reason.clone(), Effect::Kept);
        }
        row
    }

    /// Everything that was wrong with the row.
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    /// Adds an issue of this row. What the schema said of a cell gives way to what reading it finds.
    pub fn report(&mut self, column: Option<&str>, reason: Reason, effect: Effect) {
        let same = |issue: &&mut Issue| {
            column.is_some() && issue.column.as_deref() == column && issue.effect == Effect::Kept
        };
        if let Some(known) = self.issues.iter_mut().find(same) {
            (known.reason, known.effect) = (reason, effect);
            return;
        }
        let issue = Issue::of_table(self.form.name, Severity::Error, reason, effect);
        let id = self.id().unwrap_or_default();
        let issue = issue.in_row(self.record.number, &id);
        self.issues.push(Issue {
            column: column.map(str::to_owned),
            ..issue
        });
    }

    /// The row's id: its key cells, joined by `/` where there are several.
    ///
    /// # Errors
    /// A key cell is empty.
    pub fn id(&self) -> Result<String, Fault> {
        let mut id = String::new();
        for column in self.form.key {
            if !id.is_empty() {
                id.push('/');
            }
            id.push_str(self.needed(column)?);
        }
        Ok(id)
    }

    /// A cell's text.
    pub fn cell(&self, column: &str) -> &'a str {
        let at = self.sheet.column(column);
        at.and_then(|at| self.record.cells.get(at))
            .map_or("", String::as_str)
    }

    /// A cell's text, to keep.
    pub fn text(&self, column: &str) -> String {
        self.cell(column).to_owned()
    }

    /// The two languages of a text: `title` stands in `title_zh` and `title_en`.
    pub fn pair(&self, stem: &str) -> Text {
        Text::new(
            self.cell(&format!("{stem}_zh")),
            self.cell(&format!("{stem}_en")),
        )
    }

    /// The text of a cell that must not be empty.
    ///
    /// # Errors
    /// It is empty.
    pub fn needed(&self, column: &str) -> Result<&'a str, Fault> {
        match self.cell(column) {
            "" => Err(Fault::new(column, Reason::Empty)),
            text => Ok(text),
        }
    }

    /// A slug read by the model's own reader; `allowed` is named to the reader of the issue.
    ///
    /// # Errors
    /// The slug is none of the allowed ones.
    pub fn slug<T>(
        &self,
        column: &str,
        parse: impl Fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Result<T, Fault> {
        let value = self.cell(column);
        parse(value).ok_or_else(|| {
            let reason = match value {
                "" => Reason::Empty,
                _ => Reason::NotAllowed {
                    value: value.to_owned(),
                    allowed: allowed.iter().map(|&slug| slug.to_owned()).collect(),
                },
            };
            Fault::new(column, reason)
        })
    }

    /// A truth value; an empty cell is false.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn boolean(&self, column: &str) -> Result<bool, Fault> {
        self.parsed(column, CellKind::Boolean, parse_boolean)
            .map(Option::unwrap_or_default)
    }

    /// A number, or none in an empty cell.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn number(&self, column: &str) -> Result<Option<f64>, Fault> {
        self.parsed(column, CellKind::Number, parse_number)
    }

    /// A whole number, or none in an empty cell.
    ///
    /// # Errors
    /// The cell holds something else, or a number too large for `T`.
    pub fn integer<T: std::str::FromStr>(&self, column: &str) -> Result<Option<T>, Fault> {
        self.parsed(column, CellKind::Integer, |text| text.parse().ok())
    }

    /// A number that must be there.
    ///
    /// # Errors
    /// The cell is empty or holds something else.
    pub fn needed_number(&self, column: &str) -> Result<f64, Fault> {
        self.number(column)?
            .ok_or_else(|| Fault::new(column, Reason::Empty))
    }

    /// A whole number that must be there.
    ///
    /// # Errors
    /// As [`Row::integer`], or the cell is empty.
    pub fn needed_integer<T: std::str::FromStr>(&self, column: &str) -> Result<T, Fault> {
        self.integer(column)?
            .ok_or_else(|| Fault::new(column, Reason::Empty))
    }

    /// How exactly a date is meant; an empty cell means to the day.
    ///
    /// # Errors
    /// The cell holds something else than `day`, `month` or `year`.
    pub fn precision(&self, column: &str) -> Result<Precision, Fault> {
        self.slug(column, Precision::parse, &["day", "month", "year"])
    }

    /// A date, or none in an empty cell.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn date(&self, column: &str) -> Result<Option<Date>, Fault> {
        self.parsed(column, CellKind::Date, parse_date)
    }

    /// A first and a last day, each or both unstated.
    ///
    /// # Errors
    /// A cell holds something else, or the last day lies before the first.
    pub fn dates(&self, first: &str, last: &str) -> Result<(Option<Date>, Option<Date>), Fault> {
        let (start, end) = (self.date(first)?, self.date(last)?);
        match (start, end) {
            (Some(start), Some(end)) if end < start => {
                let (start, end) = (iso_date(start), iso_date(end));
                Err(Fault::new(last, Reason::EndBeforeStart { start, end }))
            }
            both => Ok(both),
        }
    }

    /// The cells `value`, `value_high`, `op` and `unit`; none where `value` is empty.
    ///
    /// # Errors
    /// A cell holds something else.
    pub fn quantity(&self) -> Result<Option<Quantity>, Fault> {
        let approximation = self.slug("op", Approximation::parse, &["=", "~", ">", ">="])?;
        let high = self.number("value_high")?;
        let value = self.number("value")?;
        Ok(value.map(|value| Quantity {
            value,
            high,
            approximation,
            unit: self.text("unit"),
        }))
    }

    /// The citations of a cell. One that cannot be read is left out.
    pub fn source(&mut self, column: &str) -> Source {
        let mut source = Source::new();
        for text in entries(self.cell(column)) {
            match Citation::parse(text) {
                Some(citation) => source.push(citation),
                None => {
                    let text = text.to_owned();
                    self.report(
                        Some(column),
                        Reason::UnreadableCitation { text },
                        Effect::EntryLeftOut,
                    );
                }
            }
        }
        source
    }

    /// The cell `derived`. A formula that cannot be read is left out, and its number stays.
    pub fn formula(&mut self) -> Option<Formula> {
        let text = Some(self.cell("derived")).filter(|text| !text.is_empty())?;
        Formula::parse(text)
            .map_err(|error| {
                self.report(Some("derived"), Reason::Formula(error), Effect::CellEmptied)
            })
            .ok()
    }

    /// The row that a cell names.
    ///
    /// # Errors
    /// The cell is empty, or there is no such row.
    pub fn key<T>(&self, column: &str, table: &Table<T>, name: &str) -> Result<Key<T>, Fault> {
        let id = self.needed(column)?;
        table
            .find(id)
            .ok_or_else(|| Fault::new(column, dangling(name, id)))
    }

    /// The row that a cell names, if it names one. A reference to no row is left out; silently so where the whole table is absent,
    /// which is an issue of its own.
    pub fn key_if_any<T>(&mut self, column: &str, table: &Table<T>, name: &str) -> Option<Key<T>> {
        let id = Some(self.cell(column)).filter(|id| !id.is_empty())?;
        let key = table.find(id);
        if key.is_none() && !table.is_empty() {
            self.report(Some(column), dangling(name, id), Effect::CellEmptied);
        }
        key
    }

    /// The rows that a list names. A reference to no row is left out, and so is a second one to the same row.
    pub fn keys<T>(&mut self, column: &str, table: &Table<T>, name: &str) -> Vec<Key<T>> {
        let mut keys = Vec::new();
        for id in entries(self.cell(column)) {
            match table.find(id) {
                Some(key) if keys.contains(&key) => {}
                Some(key) => keys.push(key),
                None if table.is_empty() => {}
                None => self.report(Some(column), dangling(name, id), Effect::EntryLeftOut),
            }
        }
        keys
    }

    fn parsed<T>(
        &self,
        column: &str,
        kind: CellKind,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let text = self.cell(column);
        if text.is_empty() {
            return Ok(None);
        }
        let not_a = || {
            let value = text.to_owned();
            Fault::new(column, Reason::NotA { kind, value })
        };
        parse(text).map(Some).ok_or_else(not_a)
    }
}

/// The entries of a list in one cell; empty ones do not count.
fn entries(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';')
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

fn dangling(table: &str, id: &str) -> Reason {
    let (table, id) = (table.to_owned(), id.to_owned());
    Reason::Dangling { table, id }
}
