//! One row while it is read: typed access to its cells by column, and what was wrong with them.

use crate::model::issue::{Effect, Issue, Reason, Severity};
use crate::model::text::Text;
use crate::package::form::Form;
use crate::package::table::Record;

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
    header: &'a [String],
    record: &'a Record,
    issues: Vec<Issue>,
}

impl<'a> Row<'a> {
    /// A row with what its schema finds wrong with it.
    pub fn new(form: &'a Form, header: &'a [String], record: &'a Record) -> Self {
        let mut row = Self {
            form,
            header,
            record,
            issues: Vec::new(),
        };
        for (column, reason) in &record.faults {
            row.report(Some(column), reason.clone(), Effect::Kept);
        }
        row
    }

    /// The same row again, with what was found wrong with it before.
    pub fn again(
        form: &'a Form,
        header: &'a [String],
        record: &'a Record,
        issues: Vec<Issue>,
    ) -> Self {
        Self {
            form,
            header,
            record,
            issues,
        }
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
        self.find(|name| name == column)
    }

    /// The cell of the first column whose name passes.
    fn find(&self, is_meant: impl Fn(&str) -> bool) -> &'a str {
        let at = self.header.iter().position(|name| is_meant(name));
        at.and_then(|at| self.record.cells.get(at))
            .map_or("", String::as_str)
    }

    /// A cell's text, to keep.
    pub fn text(&self, column: &str) -> String {
        self.cell(column).to_owned()
    }

    /// The two languages of a text: `title` stands in `title_zh` and `title_en`.
    pub fn pair(&self, stem: &str) -> Text {
        let side = |end: &str| self.find(|name| name.strip_suffix(end) == Some(stem));
        Text::new(side("_zh"), side("_en"))
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
}
