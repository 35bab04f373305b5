//! The categories of a population add up to no more than its total.

use std::collections::BTreeMap;

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::figure::Figure;
use crate::model::issue::Reason;
use crate::model::quantity::Approximation;
use crate::model::table::Key;

/// The dimension under which a population's total stands.
pub const TOTAL: &str = "total";

/// How far above an approximate total (`~`) a sum may lie, as a part of the total.
pub const ABOUT_TOLERANCE: f64 = 0.05;

/// What is counted: rows can only add up where event, population and unit are the same.
type Population<'a> = (Option<Key<Event>>, &'a str, &'a str, &'a str);

/// A total: the greatest number that its parts may add up to, the stated number, its row.
type Total = (f64, f64, Key<Figure>);

/// Checks each dimension of each population that has a total.
pub fn check(data: &Dataset, log: &mut Log) {
    let totals = totals(data);
    for ((population, _), (key, sum)) in sums(data) {
        let Some(&(most, total, total_key)) = totals.get(&population) else {
            continue;
        };
        if most < sum {
            let id = data.figures.id(total_key).to_owned();
            let reason = Reason::SumExceeds { sum, total, id };
            log.error(&data.figures, key, "value", reason);
        }
    }
}

fn is_total(figure: &Figure) -> bool {
    figure.dimension == TOTAL && !figure.overlapping
}

fn population(figure: &Figure) -> Option<Population<'_>> {
    let unit = figure.quantity.as_ref()?.unit.as_str();
    let Figure {
        event, population, ..
    } = figure;
    (unit != "percent").then_some((*event, &population.zh, &population.en, unit))
}

/// The greatest total of each population. A total marked as overlapping is another statement's, not that of a partition.
fn totals(data: &Dataset) -> BTreeMap<Population<'_>, Total> {
    let mut totals: BTreeMap<Population<'_>, Total> = BTreeMap::new();
    for (key, figure) in data.figures.iter().filter(|(_, figure)| is_total(figure)) {
        let (Some(population), Some(quantity)) = (population(figure), &figure.quantity) else {
            continue;
        };
        let most = match quantity.approximation {
            Approximation::Exact => quantity.value,
            Approximation::About => quantity.value * (1.0 + ABOUT_TOLERANCE),
            Approximation::MoreThan | Approximation::AtLeast => f64::INFINITY,
        };
        let known = totals
            .get(&population)
            .map_or(f64::NEG_INFINITY, |total| total.0);
        if known < most {
            totals.insert(population, (most, quantity.value, key));
        }
    }
    totals
}

/// The sum of each dimension whose categories do not overlap, and the first of its rows.
fn sums(data: &Dataset) -> BTreeMap<(Population<'_>, &str), (Key<Figure>, f64)> {
    let mut sums = BTreeMap::new();
    let parts = |figure: &&Figure| !figure.overlapping && figure.dimension != TOTAL;
    for (key, figure) in data.figures.iter().filter(|(_, figure)| parts(figure)) {
        let (Some(population), Some(quantity)) = (population(figure), &figure.quantity) else {
            continue;
        };
        let sum = sums
            .entry((population, figure.dimension.as_str()))
            .or_insert((key, 0.0));
        sum.1 += quantity.value;
    }
    sums
}
