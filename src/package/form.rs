//! The form that the explorer expects of a table.

/// A table's name and columns.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The table's name in the package.
    pub name: &'static str,
    /// The columns that together name a row.
    pub key: &'static [&'static str],
    /// Other columns without which no row can be read.
    pub required: &'static [&'static str],
    /// Columns that every such table has; without one its cells count as empty.
    pub expected: &'static [&'static str],
    /// Columns that a table may have.
    pub optional: &'static [&'static str],
    /// Whether a package is complete without the table.
    pub may_be_absent: bool,
}

impl Form {
    /// Every column that the explorer knows in this table.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        [self.key, self.required, self.expected, self.optional]
            .into_iter()
            .flatten()
            .copied()
    }

    /// The columns without which no row can be read.
    pub fn needed(&self) -> impl Iterator<Item = &'static str> {
        [self.key, self.required].into_iter().flatten().copied()
    }
}
