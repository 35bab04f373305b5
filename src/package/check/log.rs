//! Where the checks write what they find.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::issue::{Effect, Issue, Reason, Severity};
use crate::model::table::{Key, Table};
use crate::package::read::Entry;

/// The issues found so far, which rows of the package never came into the dataset, and which cells are known to be wrong.
#[derive(Debug, Default)]
pub struct Log {
    lost: HashMap<String, BTreeSet<u32>>,
    known: HashSet<(String, u32, String)>,
    issues: Vec<Issue>,
}

impl Log {
    /// An empty log for a dataset whose building found these issues.
    pub fn new(found: &[Issue]) -> Self {
        let mut log = Self::default();
        for issue in found {
            let Some(row) = issue.row else {
                continue;
            };
            if issue.effect == Effect::RowLeftOut {
                log.lost.entry(issue.table.clone()).or_default().insert(row);
            }
            if let Some(column) = &issue.column {
                log.known.insert((issue.table.clone(), row, column.clone()));
            }
        }
        log
    }

    /// Notes an error in one cell of a row of the dataset, unless reading the cell found one already.
    pub fn error<T: Entry>(&mut self, table: &Table<T>, key: Key<T>, column: &str, reason: Reason) {
        self.error_at(T::FORM.name, key.index(), table.id(key), column, reason);
    }

    /// As [`Log::error`], for the row with this id that stands at this place of its table, from 0.
    pub fn error_at(&mut self, table: &str, index: usize, id: &str, column: &str, reason: Reason) {
        let row = self.row_number(table, index);
        self.error_in_row(table, row, id, column, reason);
    }

    /// As [`Log::error`], for the row that has this number in the package.
    pub fn error_in_row(&mut self, table: &str, row: u32, id: &str, column: &str, reason: Reason) {
        let cell = (table.to_owned(), row, column.to_owned());
        if self.known.contains(&cell) {
            return;
        }
        let issue = Issue::of_table(table, Severity::Error, reason, Effect::Kept);
        self.issues.push(issue.in_row(row, id).in_column(column));
    }

    /// Notes an issue as it is.
    pub fn add(&mut self, issue: Issue) {
        self.issues.push(issue);
    }

    /// Everything found.
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    /// The number in the package of the row that is the dataset's `index`th, from 0.
    fn row_number(&self, table: &str, index: usize) -> u32 {
        let mut number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        for lost in self.lost.get(table).into_iter().flatten() {
            if *lost <= number {
                number = number.saturating_add(1);
            }
        }
        number
    }
}
