//! Where the report gives a second value for what a chart shows.

use crate::format::citation::spoken_list;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::conflict::Conflict;
use crate::model::dataset::Dataset;
use crate::model::text::Text;

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

/// The sentences on the card of a value that the report contradicts; none where it does not.
pub fn sentences(data: &Dataset, value: f64, source: &Source, lang: Lang) -> Vec<String> {
    concerning(data, value, source)
        .map(|conflict| sentence(conflict, source, lang))
        .collect()
}

/// What a picture says beside such a value: `≠ 11 elsewhere in the report`.
pub fn badges(data: &Dataset, value: f64, source: &Source, lang: Lang) -> Vec<String> {
    let badge = |conflict| {
        let (other, _) = other_side(conflict, source);
        let template = lang.later().assessment.elsewhere;
        fill(template, &[("value", pick(other, lang))])
    };
    concerning(data, value, source).map(badge).collect()
}

/// The sentence on a card that cites `source`: the other value, with its paragraphs.
pub fn sentence(conflict: &Conflict, source: &Source, lang: Lang) -> String {
    let (other, other_source) = other_side(conflict, source);
    fill(
        lang.strings().view.contested,
        &[
            ("value", pick(other, lang)),
            ("source", &spoken_list(other_source, lang)),
        ],
    )
}

/// The value that `source` does not state, and where it stands.
fn other_side<'a>(conflict: &'a Conflict, source: &Source) -> (&'a Text, &'a Source) {
    if source.iter().any(|c| conflict.source_a.contains(c)) {
        (&conflict.value_b, &conflict.source_b)
    } else {
        (&conflict.value_a, &conflict.source_a)
    }
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
