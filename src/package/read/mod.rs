//! Rows of cells into rows of the model: a file a group of tables, each table one [`Entry`].

pub mod bodies;
pub mod cells;
pub mod events;
pub mod figures;
pub mod funding;
pub mod outcomes;
pub mod paragraphs;
pub mod people;
pub mod projects;
pub mod references;
pub mod row;
pub mod setting;
pub mod words;

use self::row::{Fault, Row};
use super::form::Form;
use super::table::Sheet;
use crate::model::dataset::Dataset;
use crate::model::issue::{Effect, Issue, Reason};
use crate::model::table::{Key, Table};

/// A row of the model that has its own table in the package.
pub trait Entry: Sized {
    /// The table's name and columns.
    const FORM: Form;

    /// The table of a dataset that holds such rows.
    fn table(data: &mut Dataset) -> &mut Table<Self>;

    /// Reads one row. References go to tables that are read before this one.
    ///
    /// # Errors
    /// A [`Fault`] that costs the row.
    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault>;

    /// Completes a row with references to its own table, once that table is read.
    fn link(_row: &mut Row<'_>, _key: Key<Self>, _data: &mut Dataset) {}
}

/// Every table that the explorer shows.
pub const FORMS: [&Form; 23] = [
    &<crate::model::country::Country as Entry>::FORM,
    &<crate::model::topic::Topic as Entry>::FORM,
    &<crate::model::cluster::Cluster as Entry>::FORM,
    &<crate::model::section::Section as Entry>::FORM,
    &<crate::model::place::Place as Entry>::FORM,
    &<crate::model::event::Event as Entry>::FORM,
    &<crate::model::body::Body as Entry>::FORM,
    &<crate::model::body::Membership as Entry>::FORM,
    &<crate::model::person::Person as Entry>::FORM,
    &<crate::model::person::Role as Entry>::FORM,
    &<crate::model::figure::Figure as Entry>::FORM,
    &<crate::model::flow::Flow as Entry>::FORM,
    &<crate::model::survey::Answer as Entry>::FORM,
    &<crate::model::project::Project as Entry>::FORM,
    &<crate::model::outcome::Outcome as Entry>::FORM,
    &<crate::model::call::Call as Entry>::FORM,
    &<crate::model::practice::Practice as Entry>::FORM,
    &<crate::model::world_figure::WorldFigure as Entry>::FORM,
    &<crate::model::paragraph::Paragraph as Entry>::FORM,
    &<crate::model::paragraph::Passage as Entry>::FORM,
    &<crate::model::term::Term as Entry>::FORM,
    &<crate::model::unstated::Unstated as Entry>::FORM,
    &<crate::model::conflict::Conflict as Entry>::FORM,
];

/// Reads a table's rows into the dataset. Of rows with the same key the first stays. What is wrong comes in the order of the rows.
pub fn read_table<T: Entry>(sheet: &Sheet, data: &mut Dataset, issues: &mut Vec<Issue>) {
    let mut found = Vec::new();
    let mut kept = Vec::new();
    for record in &sheet.records {
        let mut row = Row::new(&T::FORM, sheet, record);
        match read_row::<T>(&mut row, data) {
            Ok(key) => kept.push((key, row)),
            Err(fault) => {
                row.report(fault.column.as_deref(), fault.reason, Effect::RowLeftOut);
                found.extend(row.into_issues());
            }
        }
    }
    for (key, mut row) in kept {
        T::link(&mut row, key, data);
        found.extend(row.into_issues());
    }
    found.sort_by_key(|issue| issue.row);
    issues.append(&mut found);
}

fn read_row<T: Entry>(row: &mut Row<'_>, data: &mut Dataset) -> Result<Key<T>, Fault> {
    let id = row.id()?;
    let entry = T::read(row, data)?;
    T::table(data).push(&id, entry).map_err(|_| Fault {
        column: None,
        reason: Reason::DuplicateKey { key: id },
    })
}
