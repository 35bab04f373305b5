//! A contradiction states two different things.

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;

/// Checks the conflicts.
pub fn check(data: &Dataset, log: &mut Log) {
    for (key, conflict) in data.conflicts.iter() {
        if conflict.value_a.en.trim() == conflict.value_b.en.trim() {
            let value = conflict.value_a.en.clone();
            log.error(
                &data.conflicts,
                key,
                "value_b",
                Reason::SameValues { value },
            );
        }
    }
}
