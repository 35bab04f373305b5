//! Every row cites paragraphs that exist.

use super::log::Log;
use crate::model::citation::{Citation, Source};
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;
use crate::model::table::Table;
use crate::package::read::Entry;

/// The citations of one row, or of one side of a contradiction.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// The table's name in the package.
    pub table: &'static str,
    /// The column in which they stand.
    pub column: &'static str,
    /// The row's place in its table, from 0.
    pub index: usize,
    /// The row's id.
    pub id: &'a str,
    /// The citations.
    pub source: &'a Source,
}

/// Checks every table with citations. In a package without paragraphs only that there are citations.
pub fn check(data: &Dataset, log: &mut Log) {
    let last = data.paragraphs.rows().iter().map(|row| row.number).max();
    for row in cited(data) {
        let mut error = |reason| log.error_at(row.table, row.index, row.id, row.column, reason);
        if row.source.is_empty() {
            error(Reason::NoCitation);
        }
        for citation in row.source {
            if let (Some(last), false) = (last, is_found(data, citation)) {
                let para = citation.para;
                error(Reason::NoSuchParagraph { para, last });
            }
        }
    }
}

/// The rows of every table with citations, table after table.
pub fn cited(data: &Dataset) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    add(&data.clusters, |row| &row.source, &mut all);
    add(&data.events, |row| &row.source, &mut all);
    add(&data.bodies, |row| &row.source, &mut all);
    add(&data.memberships, |row| &row.source, &mut all);
    add(&data.roles, |row| &row.source, &mut all);
    add(&data.figures, |row| &row.source, &mut all);
    add(&data.flows, |row| &row.source, &mut all);
    add(&data.answers, |row| &row.source, &mut all);
    add(&data.projects, |row| &row.source, &mut all);
    add(&data.outcomes, |row| &row.source, &mut all);
    add(&data.calls, |row| &row.source, &mut all);
    add(&data.practices, |row| &row.source, &mut all);
    add(&data.world_figures, |row| &row.source, &mut all);
    add(&data.terms, |row| &row.source, &mut all);
    add(&data.unstated, |row| &row.source, &mut all);
    add_column(&data.conflicts, "source_a", |row| &row.source_a, &mut all);
    add_column(&data.conflicts, "source_b", |row| &row.source_b, &mut all);
    all
}

/// True when the paragraph of a citation exists.
pub fn is_found(data: &Dataset, citation: &Citation) -> bool {
    data.paragraphs.find(&citation.para.to_string()).is_some()
}

fn add<'a, T: Entry>(table: &'a Table<T>, source: fn(&T) -> &Source, all: &mut Vec<Cited<'a>>) {
    add_column(table, "source", source, all);
}

fn add_column<'a, T: Entry>(
    table: &'a Table<T>,
    column: &'static str,
    source: fn(&T) -> &Source,
    all: &mut Vec<Cited<'a>>,
) {
    all.extend(table.iter().map(|(key, row)| Cited {
        table: T::FORM.name,
        column,
        index: key.index(),
        id: table.id(key),
        source: source(row),
    }));
}
