//! Formulas with their numbers in place of their rows.

use crate::format::number::number;
use crate::format::text::{aside, pick};
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::model::formula::{Formula, RowRef};

/// A formula over counts: `186 (Civil society delegates) − 38 (…)`.
pub fn figures(formula: &Formula, data: &Dataset, lang: Lang) -> String {
    in_numbers(formula, lang, |row| {
        let key = data.figures.find(&row.id)?;
        let figure = data.figures.get(key)?;
        let value = figure.quantity.as_ref()?.value;
        Some((value, pick(&figure.category, lang).to_owned()))
    })
}

/// A formula over amounts.
pub fn flows(formula: &Formula, data: &Dataset, lang: Lang) -> String {
    in_numbers(formula, lang, |row| {
        let flow = data.flows.get(data.flows.find(&row.id)?)?;
        Some((flow.amount?, String::new()))
    })
}

fn in_numbers(
    formula: &Formula,
    lang: Lang,
    row: impl Fn(&RowRef) -> Option<(f64, String)>,
) -> String {
    let word = |word: &str| {
        let id = RowRef {
            table: None,
            id: word.to_owned(),
        };
        match (word, row(&id)) {
            ("-", _) => "−".to_owned(),
            ("*", _) => "×".to_owned(),
            ("/", _) => "÷".to_owned(),
            (_, Some((value, name))) if name.is_empty() => number(value, lang),
            (_, Some((value, name))) => aside(&number(value, lang), &name, lang),
            _ => word.to_owned(),
        }
    };
    let words: Vec<String> = formula.text().split_whitespace().map(word).collect();
    words.join(" ")
}
