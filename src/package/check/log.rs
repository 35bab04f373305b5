//! Where the checks write what they find.

use std::collections::{BTreeSet, HashMap};

use crate::model::issue::{Effect, Issue, Reason, Severity};
use crate::model::table::{Key, Table};
use crate::package::read::Entry;

/// The issues found so far, and which rows of the package never came into the dataset.
#[derive(Debug, Default)]
pub struct Log {
    lost: HashMap<String, BTreeSet<u32>>,
    issues: Vec<Issue>,
}

impl Log {
    /// An empty log for a dataset whose building found these issues.
    pub fn new(found: &[Issue]) -> Self {
        let mut lost: HashMap<String, BTreeSet<u32>> = HashMap::new();
        for issue in found
            .iter()
            .filter(|issue| issue.effect == Effect::RowLeftOut)
        {
            let rows = lost.entry(issue.table.clone()).or_default();
            rows.extend(issue.row);
        }
        let issues = Vec::new();
        Self { lost, issues }
    }

    /// Notes an error in one cell of a row of the dataset.
    pub fn error<T: Entry>(&mut self, table: &Table<T>, key: Key<T>, column: &str, reason: Reason) {
        let name = T::FORM.name;
        let issue = Issue::of_table(name, Severity::Error, reason, Effect::Kept);
        let row = self.row_number(name, key.index());
        self.issues
            .push(issue.in_row(row, table.id(key)).in_column(column));
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
