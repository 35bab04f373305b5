//! What a search found.

use super::fold::Folded;
use super::item::Item;
use super::kind::HitKind;
use super::query::Query;
use super::rank::{Tier, occurrences, pieces};
use crate::filter::clause::Clause;
use crate::language::lang::Lang;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::order::sort_by;
use crate::model::subject::Subject;

/// The best of what a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The best hits first.
    pub hits: Vec<Hit>,
    /// The number of rows that match, those beyond the limit included.
    pub total: usize,
}

/// One row that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its sort.
    pub kind: HitKind,
    /// What it is called, in the reader's language.
    pub title: String,
    /// Dates, organisation, value, section …; may be empty.
    pub detail: String,
    /// True where the detail is the package's words alone.
    pub is_data_detail: bool,
    /// Where the title matches, in bytes of it, on the bounds of characters, apart and in order; empty where the detail or the other
    /// language matches.
    pub marks: Vec<(usize, usize)>,
    /// The page to open.
    pub subject: Option<Subject>,
    /// The filter that it would set: one clause, of a place one for each event there, or none.
    pub clauses: Vec<Clause>,
    /// The paragraphs that state it, or of a state, a person, a topic or a place state something of it.
    pub source: Source,
}

/// A row as a hit; `None` for a row of another dataset.
pub(super) fn hit(
    item: Item,
    tier: Tier,
    query: &Query,
    data: &Dataset,
    lang: Lang,
) -> Option<Hit> {
    let words = item.words(data, lang)?;
    let source = item.source(data);
    let mut subject = item.subject(data, &source);
    // A note that was typed is opened, not only its paragraph.
    if let (Some(Subject::Paragraph(own)), Some(typed)) = (&subject, &query.paragraph)
        && item.kind() == HitKind::Paragraph
        && own.para == typed.para
    {
        subject = Some(Subject::Paragraph(typed.clone()));
    }
    Some(Hit {
        kind: item.kind(),
        marks: marks(&words.title, tier, query),
        title: words.title,
        detail: words.detail,
        is_data_detail: words.is_data_detail,
        subject,
        clauses: item.clauses(data),
        source,
    })
}

fn marks(title: &str, tier: Tier, query: &Query) -> Vec<(usize, usize)> {
    if query.is_paragraph_only {
        return Vec::new();
    }
    let folded = Folded::of(title);
    let text = folded.text.as_str();
    let mut found = Vec::new();
    for form in query
        .ways
        .iter()
        .flat_map(|w| &w.words)
        .flat_map(|w| &w.forms)
    {
        found.extend(occurrences(text, form));
        if tier == Tier::Pieces {
            let there = pieces(form, &|piece| text.contains(piece));
            found.extend(there.into_iter().flat_map(|piece| occurrences(text, piece)));
        }
    }
    let mut marks: Vec<(usize, usize)> = found
        .into_iter()
        .filter_map(|(from, to)| folded.origin(from, to))
        .collect();
    sort_by(&mut marks, Ord::cmp);
    merged(&marks)
}

/// Ranges in order, those that touch or overlap made one.
fn merged(sorted: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for &(from, to) in sorted {
        match merged.last_mut() {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            _ => merged.push((from, to)),
        }
    }
    merged
}
