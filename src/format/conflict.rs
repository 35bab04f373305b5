//! Where the report gives a second value for what is shown.

use crate::format::citation::spoken_list;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::conflict::Conflict;
use crate::model::dataset::Dataset;

/// The contradictions that concern a value: both cite the same place, and the value's digits stand on one side.
pub fn concerning<'a>(
    data: &'a Dataset,
    value: f64,
    source: &'a Source,
) -> impl Iterator<Item = &'a Conflict> {
    let digits = format!("{value}");
    let cites = move |other: &Source| source.iter().any(|c| other.contains(c));
    data.conflicts.rows().iter().filter(move |conflict| {
        let on_a = states(&conflict.value_a.en, &digits) && cites(&conflict.source_a);
        let on_b = states(&conflict.value_b.en, &digits) && cites(&conflict.source_b);
        on_a != on_b
    })
}

/// The sentence on a card that cites `source`: the other value, with its paragraphs.
pub fn sentence(conflict: &Conflict, source: &Source, lang: Lang) -> String {
    let is_a = source.iter().any(|c| conflict.source_a.contains(c));
    let (other, other_source) = if is_a {
        (&conflict.value_b, &conflict.source_b)
    } else {
        (&conflict.value_a, &conflict.source_a)
    };
    fill(
        lang.strings().view.contested,
        &[
            ("value", pick(other, lang)),
            ("source", &spoken_list(other_source, lang)),
        ],
    )
}

/// True when the number stands in the text by itself, digit groups or not: `1,200+` states 1200 and not 120.
fn states(text: &str, digits: &str) -> bool {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '\u{a0}'))
        .collect();
    plain
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .any(|number| number.trim_end_matches('.') == digits)
}
