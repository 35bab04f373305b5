//! Every row cites paragraphs that exist.

use super::log::Log;
use crate::model::citation::{Citation, Source};
use crate::model::dataset::Dataset;
use crate::model::issue::{Effect, Issue, Reason, Severity};
use crate::model::table::Table;
use crate::package::attendance::{self, MOST_LISTED};
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
    let last = last_paragraph(data);
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
    check_attendance(data, log);
}

/// The register's rows with something wrong in their source.
#[derive(Clone, Debug, Default)]
pub struct SourceFaults {
    /// The numbers of the first [`MOST_LISTED`] rows, each with everything that is wrong.
    pub listed: Vec<(u32, Reason)>,
    /// How many rows more.
    pub further: u32,
}

/// Checks the sources of `attendance`: each different one once, and then the rows that name one with something wrong.
pub fn source_faults(data: &Dataset) -> SourceFaults {
    let table = &data.attendance;
    let last = last_paragraph(data);
    let of_source = |source: &Vec<Citation>| {
        let missing = source.iter().filter(|citation| !is_found(data, citation));
        let missing = missing.filter_map(|citation| {
            let para = citation.para;
            last.map(|last| Reason::NoSuchParagraph { para, last })
        });
        let none = source.is_empty().then_some(Reason::NoCitation);
        none.into_iter().chain(missing).collect()
    };
    let faults: Vec<Vec<Reason>> = table.sources().iter().map(of_source).collect();
    let mut found = SourceFaults::default();
    if faults.iter().all(Vec::is_empty) {
        return found;
    }
    let (mut at, mut rows) = (0, 0);
    table.source_codes().for_each(|source| {
        let faults = faults.get(source as usize).map_or(&[][..], Vec::as_slice);
        if !faults.is_empty() && rows < MOST_LISTED {
            let number = table.number(at);
            found
                .listed
                .extend(faults.iter().map(|r| (number, r.clone())));
            rows += 1;
        } else if !faults.is_empty() {
            found.further = found.further.saturating_add(1);
        }
        at += 1;
    });
    found
}

fn check_attendance(data: &Dataset, log: &mut Log) {
    let table = attendance::FORM.name;
    let found = source_faults(data);
    for (number, reason) in found.listed {
        log.error_in_row(table, number, "", "source", reason);
    }
    if found.further > 0 {
        let rows = found.further;
        let (reason, effect) = (Reason::FurtherRows { rows }, Effect::Kept);
        let issue = Issue::of_table(table, Severity::Error, reason, effect);
        log.add(issue.in_column("source"));
    }
}

/// The number of the last paragraph; `None` in a package without any.
fn last_paragraph(data: &Dataset) -> Option<u32> {
    data.paragraphs.rows().iter().map(|row| row.number).max()
}

/// The rows of every [`Table`] with citations, table after table.
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
