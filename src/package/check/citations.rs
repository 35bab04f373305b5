//! Every row cites paragraphs that exist.

use super::log::Log;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;
use crate::model::table::Table;
use crate::package::read::Entry;

/// Checks every table with citations. In a package without paragraphs only that there are citations.
pub fn check(data: &Dataset, log: &mut Log) {
    let mut check = Check { data, log };
    check.table(&data.clusters, "source", |row| &row.source);
    check.table(&data.events, "source", |row| &row.source);
    check.table(&data.bodies, "source", |row| &row.source);
    check.table(&data.memberships, "source", |row| &row.source);
    check.table(&data.roles, "source", |row| &row.source);
    check.table(&data.figures, "source", |row| &row.source);
    check.table(&data.flows, "source", |row| &row.source);
    check.table(&data.answers, "source", |row| &row.source);
    check.table(&data.projects, "source", |row| &row.source);
    check.table(&data.outcomes, "source", |row| &row.source);
    check.table(&data.calls, "source", |row| &row.source);
    check.table(&data.practices, "source", |row| &row.source);
    check.table(&data.world_figures, "source", |row| &row.source);
    check.table(&data.terms, "source", |row| &row.source);
    check.table(&data.unstated, "source", |row| &row.source);
    check.table(&data.conflicts, "source_a", |row| &row.source_a);
    check.table(&data.conflicts, "source_b", |row| &row.source_b);
}

struct Check<'a> {
    data: &'a Dataset,
    log: &'a mut Log,
}

impl Check<'_> {
    fn table<T: Entry>(&mut self, table: &Table<T>, column: &str, source: fn(&T) -> &Source) {
        for (key, row) in table.iter() {
            if source(row).is_empty() {
                self.log.error(table, key, column, Reason::NoCitation);
            }
            for citation in source(row) {
                if let Some(reason) = self.missing(citation.para) {
                    self.log.error(table, key, column, reason);
                }
            }
        }
    }

    fn missing(&self, para: u32) -> Option<Reason> {
        let paragraphs = &self.data.paragraphs;
        let last = paragraphs.rows().iter().map(|row| row.number).max()?;
        let exists = paragraphs.find(&para.to_string()).is_some();
        (!exists).then_some(Reason::NoSuchParagraph { para, last })
    }
}
