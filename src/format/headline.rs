//! The figures at the head of the page. Which ones, the package says; how they read, the rows say.

use crate::format::number::{money_compact, quantity_label, unit};
use crate::format::text::{aside, pick, word};
use crate::language::lang::Lang;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::figure::Figure;

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
                "people" | "meetings" | "percent" | "" => counted(data, figure, lang),
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
                what: word(lang.strings().words.flow_kinds, flow.kind.slug()),
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

/// Who is counted; of a part of a population whose total the package states as well, which part.
fn counted(data: &Dataset, figure: &Figure, lang: Lang) -> String {
    let population = pick(&figure.population, lang);
    let is_total = |f: &Figure| f.dimension == "total";
    let mut others = data.figures.rows().iter();
    match !is_total(figure) && others.any(|f| is_total(f) && f.population == figure.population) {
        true => aside(population, pick(&figure.category, lang), lang),
        false => population.to_owned(),
    }
}
