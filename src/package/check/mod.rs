//! What a package states that cannot be true: checks across rows and tables, beyond what reading needs.

pub mod citations;
pub mod conflicts;
pub mod countries;
pub mod dates;
pub mod formulas;
pub mod identifiers;
pub mod log;
pub mod quantities;
pub mod sections;
pub mod sums;

use self::log::Log;
use crate::model::dataset::Dataset;
use crate::model::issue::Issue;

/// Checks a dataset. `found` is what building it found; from it follow the row numbers of the rows that were kept.
pub fn check(data: &Dataset, found: &[Issue]) -> Vec<Issue> {
    let mut log = Log::new(found);
    identifiers::check(data, &mut log);
    countries::check(data, &mut log);
    sections::check(data, &mut log);
    dates::check(data, &mut log);
    citations::check(data, &mut log);
    quantities::check(data, &mut log);
    formulas::check(data, &mut log);
    sums::check(data, &mut log);
    conflicts::check(data, &mut log);
    log.into_issues()
}
