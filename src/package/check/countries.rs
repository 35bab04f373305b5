//! Country codes have the form of their standard, and no two countries share one.

use std::collections::HashSet;

use super::log::Log;
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::issue::{CellKind, Reason};
use crate::package::schema::fits;

/// Checks the three codes of every country. That the alpha-3 code is unique is the key's business.
pub fn check(data: &Dataset, log: &mut Log) {
    check_codes(data, log, "iso3", CellKind::Alpha3, |id, _| id);
    check_codes(data, log, "iso2", CellKind::Alpha2, |_, country| {
        &country.iso2
    });
    check_codes(data, log, "m49", CellKind::M49, |_, country| &country.m49);
}

fn check_codes(
    data: &Dataset,
    log: &mut Log,
    column: &str,
    kind: CellKind,
    code: impl for<'a> Fn(&'a str, &'a Country) -> &'a str,
) {
    let countries = &data.countries;
    let mut seen = HashSet::new();
    for (key, country) in countries.iter() {
        let value = code(countries.id(key), country).to_owned();
        if !fits(kind, &value) {
            log.error(countries, key, column, Reason::NotA { kind, value });
        } else if !seen.insert(value.clone()) {
            log.error(countries, key, column, Reason::DuplicateValue { value });
        }
    }
}
