//! Two selections side by side, in words: the rows of a table, and one sentence.

use crate::chart::clause_name::facet_names;
use crate::filter::compare::{Compared, Comparison, InWhich, Measure, Side};
use crate::filter::facet::FacetSet;
use crate::format::number::number;
use crate::format::text::word;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;

/// Stands where there is no number.
const NO_NUMBER: &str = "–";

/// One row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What is counted.
    pub what: String,
    /// How much of it the first selection leaves, or a dash.
    pub a: String,
    /// How much of it the second selection leaves, or a dash.
    pub b: String,
    /// The second less the first, with its sign: `+3`, `−2`, `0`; a dash where one of them has no number.
    pub difference: String,
    /// Why there is a dash; empty where there is none.
    pub note: String,
    /// The paragraphs behind the first number.
    pub source_a: Source,
    /// The paragraphs behind the second number.
    pub source_b: Source,
}

/// The table's columns, sources left out: what, A, B, the difference, the note.
pub fn columns(lang: Lang) -> [&'static str; 5] {
    let words = &lang.later().compare;
    [
        words.column_what,
        words.column_a,
        words.column_b,
        words.column_difference,
        words.column_note,
    ]
}

/// A row for each measure; one that a selection cannot divide says so in place of a number.
pub fn rows(comparison: &Comparison, lang: Lang) -> Vec<Row> {
    comparison
        .measures
        .iter()
        .map(|compared| row(compared, lang))
        .collect()
}

/// The finding: how many events each selection leaves and how many both do, or the first measure for which that can be said.
pub fn sentence(comparison: &Comparison, lang: Lang) -> String {
    let words = &lang.later().compare;
    let mut sure = comparison.measures.iter().filter_map(|compared| {
        let (a, b) = (compared.a.count()?, compared.b.count()?);
        Some((compared, a, b))
    });
    let Some((first, a, b)) = sure.next() else {
        return words.finding_none.to_owned();
    };
    let is_same = |compared: &Compared| compared.only_a.is_empty() && compared.only_b.is_empty();
    let template = if is_same(first) && sure.all(|(compared, ..)| is_same(compared)) {
        words.finding_same
    } else if first.measure == Measure::Events {
        words.finding
    } else {
        words.finding_other
    };
    let values = [a, b, first.both.len()].map(|n| number(n as f64, lang));
    let [a, b, both] = &values;
    let what = word(words.measures, first.measure.slug());
    fill(
        template,
        &[("a", a), ("b", b), ("both", both), ("what", &what)],
    )
}

/// The word for where a row is: `A only`, `A and B`; a dash where that cannot be said.
pub fn which(which: Option<InWhich>, lang: Lang) -> &'static str {
    let words = &lang.later().compare;
    match which {
        Some(InWhich::A) => words.only_a,
        Some(InWhich::B) => words.only_b,
        Some(InWhich::Both) => words.both,
        Some(InWhich::Neither) => words.neither,
        None => NO_NUMBER,
    }
}

fn row(compared: &Compared, lang: Lang) -> Row {
    Row {
        what: word(lang.later().compare.measures, compared.measure.slug()),
        a: count(&compared.a, lang),
        b: count(&compared.b, lang),
        difference: compared
            .difference()
            .map_or(NO_NUMBER.to_owned(), |d| signed(d, lang)),
        note: note(compared, lang),
        source_a: compared.a.source.clone(),
        source_b: compared.b.source.clone(),
    }
}

fn count(side: &Side, lang: Lang) -> String {
    side.count()
        .map_or(NO_NUMBER.to_owned(), |n| number(n as f64, lang))
}

/// A difference with its sign; nothing more or less is a plain zero.
pub fn signed(difference: i64, lang: Lang) -> String {
    let plain = number(difference as f64, lang);
    match difference > 0 {
        true => format!("+{plain}"),
        false => plain,
    }
}

fn note(compared: &Compared, lang: Lang) -> String {
    undivided(compared.a.ignored, compared.b.ignored, lang).unwrap_or_default()
}

/// Why A, B or both have no number of their own, where facets of them cannot act.
pub fn undivided(a: FacetSet, b: FacetSet, lang: Lang) -> Option<String> {
    let words = &lang.later().compare;
    let (template, facets) = match (a.is_empty(), b.is_empty()) {
        (true, true) => return None,
        (false, true) => (words.undivided_a, a),
        (true, false) => (words.undivided_b, b),
        (false, false) => (words.undivided, b.iter().fold(a, FacetSet::with)),
    };
    Some(fill(template, &[("facets", &facet_names(facets, lang))]))
}
