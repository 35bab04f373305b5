//! The figures at the head of the page. Which ones, the package says; how they read, the rows say.

use crate::format::number::{money_compact, quantity_label, unit};
use crate::format::text::{pick, word};
use crate::language::lang::Lang;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;

/// One figure: loud number, what it counts, where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The number.
    pub value: String,
    /// What it counts.
    pub what: String,
    /// The paragraphs.
    pub source: Source,
}

/// The package's headline figures in its order; a row that is not there, or has no number, is passed over.
pub fn headlines(data: &Dataset, lang: Lang) -> Vec<Headline> {
    data.about
        .headline
        .iter()
        .filter_map(|id| headline(data, id, lang))
        .collect()
}

/// `participation.debate-states`, `funding.core-budget`, `survey.satisfied`.
fn headline(data: &Dataset, id: &str, lang: Lang) -> Option<Headline> {
    let (table, row) = id.split_once('.')?;
    match table {
        "participation" => {
            let figure = data.figures.get(data.figures.find(row)?)?;
            let quantity = figure.quantity.as_ref()?;
            let what = match quantity.unit.as_str() {
                "people" | "meetings" => pick(&figure.population, lang).to_owned(),
                other => unit(other, lang),
            };
            Some(Headline {
                value: quantity_label(quantity, lang),
                what,
                source: figure.source.clone(),
            })
        }
        "funding" => {
            let flow = data.flows.get(data.flows.find(row)?)?;
            Some(Headline {
                value: money_compact(flow.amount?, &flow.currency, lang),
                what: word(lang.strings().words.flow_kinds, "budget"),
                source: flow.source.clone(),
            })
        }
        "survey" => {
            let answer = data.answers.get(data.answers.find(row)?)?;
            Some(Headline {
                value: quantity_label(answer.quantity.as_ref()?, lang),
                what: pick(&answer.question, lang).to_owned(),
                source: answer.source.clone(),
            })
        }
        _ => None,
    }
}
