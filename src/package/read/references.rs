//! Cells that point elsewhere: citations, formulas, rows of other tables.

use super::row::{Fault, Row};
use crate::model::citation::{Citation, Source};
use crate::model::formula::Formula;
use crate::model::issue::{Effect, Reason};
use crate::model::table::{Key, Table};

impl Row<'_> {
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
