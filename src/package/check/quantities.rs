//! Numbers lie where such numbers can lie, and say what they count.

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;
use crate::model::quantity::Quantity;
use crate::model::table::Table;
use crate::package::read::Entry;

/// Checks quantities, amounts of money and coordinates.
pub fn check(data: &Dataset, log: &mut Log) {
    check_table(&data.figures, log, |row| row.quantity.as_ref());
    check_table(&data.answers, log, |row| row.quantity.as_ref());
    check_table(&data.projects, log, |row| row.quantity.as_ref());
    check_table(&data.world_figures, log, |row| row.quantity.as_ref());
    check_amounts(data, log);
    check_places(data, log);
}

fn check_table<T: Entry>(table: &Table<T>, log: &mut Log, quantity: fn(&T) -> Option<&Quantity>) {
    for (key, row) in table.iter() {
        for (column, reason) in quantity(row).map(faults).unwrap_or_default() {
            log.error(table, key, column, reason);
        }
    }
}

fn faults(quantity: &Quantity) -> Vec<(&'static str, Reason)> {
    let Quantity {
        value,
        high,
        ref unit,
        ..
    } = *quantity;
    let maximum = if unit == "percent" {
        100.0
    } else {
        f64::INFINITY
    };
    let mut faults: Vec<_> = between(value, 0.0, maximum)
        .map(|reason| ("value", reason))
        .into_iter()
        .collect();
    if let Some(high) = high {
        if high < value {
            faults.push(("value_high", Reason::RangeReversed { value, high }));
        }
        faults.extend(between(high, 0.0, maximum).map(|reason| ("value_high", reason)));
    }
    if unit.is_empty() {
        faults.push(("unit", Reason::Empty));
    }
    faults
}

fn between(value: f64, minimum: f64, maximum: f64) -> Option<Reason> {
    if value < minimum {
        Some(Reason::TooSmall { value, minimum })
    } else {
        (maximum < value).then_some(Reason::TooLarge { value, maximum })
    }
}

fn check_amounts(data: &Dataset, log: &mut Log) {
    for (key, flow) in data.flows.iter() {
        let Some(amount) = flow.amount else {
            continue;
        };
        if let Some(reason) = between(amount, 0.0, f64::INFINITY) {
            log.error(&data.flows, key, "amount", reason);
        }
        if flow.currency.is_empty() {
            log.error(&data.flows, key, "currency", Reason::Empty);
        }
    }
}

fn check_places(data: &Dataset, log: &mut Log) {
    for (key, place) in data.places.iter() {
        for (column, degrees, bound) in [
            ("lat", place.latitude, 90.0),
            ("lon", place.longitude, 180.0),
        ] {
            if let Some(reason) = between(degrees, -bound, bound) {
                log.error(&data.places, key, column, reason);
            }
        }
    }
}
