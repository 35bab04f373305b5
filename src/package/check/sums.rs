//! The categories of a population add up to no more than its total.

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::figure::Figure;
use crate::model::issue::Reason;
use crate::model::order::sort_by;
use crate::model::quantity::{Approximation, Quantity};
use crate::model::table::Key;

/// The dimension under which a population's total stands.
pub const TOTAL: &str = "total";

/// How far above an approximate total (`~`) a sum may lie, as a part of the total.
pub const ABOUT_TOLERANCE: f64 = 0.05;

/// The categories of one dimension, added up, beside the total of their population.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    /// The first of the categories.
    pub first: Key<Figure>,
    /// What they add up to.
    pub sum: f64,
    /// The total.
    pub total: Key<Figure>,
    /// The number that the total states.
    pub stated: f64,
    /// The greatest number that the categories may add up to.
    pub most: f64,
}

/// What is counted: rows can only add up where event, population and unit are the same.
type Population<'a> = (Option<Key<Event>>, &'a str, &'a str, &'a str);

/// A row that can be added up.
struct Count<'a> {
    population: Population<'a>,
    dimension: &'a str,
    key: Key<Figure>,
    quantity: &'a Quantity,
}

/// Checks each dimension of each population that has a total.
pub fn check(data: &Dataset, log: &mut Log) {
    for sum in sums(data).iter().filter(|sum| sum.most < sum.sum) {
        let reason = Reason::SumExceeds {
            sum: sum.sum,
            total: sum.stated,
            id: data.figures.id(sum.total).to_owned(),
        };
        log.error(&data.figures, sum.first, "value", reason);
    }
}

/// Each dimension of each population that has a total, in the order of events and names. Categories that overlap are no parts, and a
/// total marked as overlapping is another statement's, not that of a partition.
pub fn sums(data: &Dataset) -> Vec<Sum> {
    let figures = data.figures.iter();
    let mut counts: Vec<Count> = figures
        .filter_map(|(key, figure)| count(key, figure))
        .collect();
    sort_by(&mut counts, |a, b| {
        (a.population, a.dimension).cmp(&(b.population, b.dimension))
    });
    let mut sums = Vec::new();
    for same in counts.chunk_by(|a, b| a.population == b.population) {
        let Some((most, total)) = total(same) else {
            continue;
        };
        let dimensions = same.chunk_by(|a, b| a.dimension == b.dimension);
        for parts in dimensions {
            if let Some(first) = parts.first().filter(|first| first.dimension != TOTAL) {
                sums.push(Sum {
                    first: first.key,
                    sum: parts.iter().map(|part| part.quantity.value).sum(),
                    total: total.key,
                    stated: total.quantity.value,
                    most,
                });
            }
        }
    }
    sums
}

fn count(key: Key<Figure>, figure: &Figure) -> Option<Count<'_>> {
    let quantity = figure.quantity.as_ref()?;
    let unit = quantity.unit.as_str();
    let is_part = !figure.overlapping && unit != "percent";
    let Figure {
        event, population, ..
    } = figure;
    is_part.then_some(Count {
        population: (*event, &population.zh, &population.en, unit),
        dimension: &figure.dimension,
        key,
        quantity,
    })
}

/// The greatest of a population's totals, and the greatest number that its parts may add up to.
fn total<'a, 'b>(counts: &'b [Count<'a>]) -> Option<(f64, &'b Count<'a>)> {
    let mut greatest: Option<(f64, &Count)> = None;
    for count in counts.iter().filter(|count| count.dimension == TOTAL) {
        let value = count.quantity.value;
        let most = match count.quantity.approximation {
            Approximation::Exact => value,
            Approximation::About => value * (1.0 + ABOUT_TOLERANCE),
            Approximation::MoreThan | Approximation::AtLeast => f64::INFINITY,
        };
        if greatest.is_none_or(|(known, _)| known < most) {
            greatest = Some((most, count));
        }
    }
    greatest
}
