//! A computed number is what its formula gives.

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::figure::Figure;
use crate::model::flow::Flow;
use crate::model::formula::{Formula, RowRef};
use crate::model::issue::Reason;
use crate::model::quantity::Quantity;
use crate::model::table::Table;
use crate::package::read::Entry;

/// How far a stated number may lie from its formula's, as a part of that: a report rounds.
pub const RELATIVE_TOLERANCE: f64 = 0.005;

/// How far a percentage may lie from its formula's, in percentage points.
pub const PERCENT_TOLERANCE: f64 = 0.05;

/// Computes every formula anew.
pub fn check(data: &Dataset, log: &mut Log) {
    for (key, figure) in data.figures.iter() {
        if let Some((column, reason)) = figure_fault(data, figure) {
            log.error(&data.figures, key, column, reason);
        }
    }
    for (key, flow) in data.flows.iter() {
        if let Some((column, reason)) = flow_fault(data, flow) {
            log.error(&data.flows, key, column, reason);
        }
    }
}

/// What is wrong with a count's formula, and in which column; nothing where it has none.
pub fn figure_fault(data: &Dataset, figure: &Figure) -> Option<(&'static str, Reason)> {
    let stated = figure.quantity.as_ref().map(|q| (q.value, q.unit.as_str()));
    fault::<Figure>(data, figure.derived.as_ref(), stated, "value")
}

/// What is wrong with an amount's formula, and in which column; nothing where it has none.
pub fn flow_fault(data: &Dataset, flow: &Flow) -> Option<(&'static str, Reason)> {
    let stated = flow.amount.map(|amount| (amount, flow.currency.as_str()));
    fault::<Flow>(data, flow.derived.as_ref(), stated, "amount")
}

/// The number of a row that a formula names; `table` is the formula's own table.
pub fn value_of(data: &Dataset, table: &str, row: &RowRef) -> Option<f64> {
    match row.table.as_deref().unwrap_or(table) {
        "participation" => quantity(&data.figures, &row.id, |figure| figure.quantity.as_ref()),
        "survey" => quantity(&data.answers, &row.id, |answer| answer.quantity.as_ref()),
        "projects" => quantity(&data.projects, &row.id, |project| project.quantity.as_ref()),
        "context" => quantity(&data.world_figures, &row.id, |figure| {
            figure.quantity.as_ref()
        }),
        "funding" => data.flows.get(data.flows.find(&row.id)?)?.amount,
        _ => None,
    }
}

fn quantity<T>(table: &Table<T>, id: &str, quantity: fn(&T) -> Option<&Quantity>) -> Option<f64> {
    let row = table.get(table.find(id)?)?;
    quantity(row).map(|quantity| quantity.value)
}

/// What is wrong with a formula and the number stated beside it, and in which column.
fn fault<T: Entry>(
    data: &Dataset,
    formula: Option<&Formula>,
    stated: Option<(f64, &str)>,
    column: &'static str,
) -> Option<(&'static str, Reason)> {
    let formula = formula?;
    let Some((found, unit)) = stated else {
        return Some((column, Reason::FormulaWithoutNumber));
    };
    match formula.evaluate(|row| value_of(data, T::FORM.name, row)) {
        Err(error) => Some(("derived", Reason::Formula(error))),
        Ok(expected) if is_close(expected, found, unit) => None,
        Ok(expected) => Some((column, Reason::FormulaDiffers { expected, found })),
    }
}

fn is_close(expected: f64, found: f64, unit: &str) -> bool {
    let distance = (expected - found).abs();
    distance <= RELATIVE_TOLERANCE * expected.abs()
        || (unit == "percent" && distance <= PERCENT_TOLERANCE)
}
