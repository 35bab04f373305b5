//! Ids are lower-case ASCII slugs.

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::issue::{CellKind, Reason};
use crate::model::table::Table;
use crate::package::read::Entry;
use crate::package::schema::fits;

/// Checks every table whose rows have an id of their own.
pub fn check(data: &Dataset, log: &mut Log) {
    check_ids(&data.sections, log);
    check_ids(&data.clusters, log);
    check_ids(&data.places, log);
    check_ids(&data.events, log);
    check_ids(&data.bodies, log);
    check_ids(&data.people, log);
    check_ids(&data.figures, log);
    check_ids(&data.flows, log);
    check_ids(&data.answers, log);
    check_ids(&data.projects, log);
    check_ids(&data.outcomes, log);
    check_ids(&data.practices, log);
    check_ids(&data.world_figures, log);
    check_ids(&data.terms, log);
    check_ids(&data.unstated, log);
    check_ids(&data.topics, log);
    check_ids(&data.conflicts, log);
}

fn check_ids<T: Entry>(table: &Table<T>, log: &mut Log) {
    for key in table.keys() {
        let value = table.id(key).to_owned();
        if !fits(CellKind::Slug, &value) {
            let kind = CellKind::Slug;
            log.error(table, key, "id", Reason::NotA { kind, value });
        }
    }
}
