//! Paragraph numbers.

use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Citation;
use crate::model::order::sort_unique;

/// The short form for the end of a line: `¶27`, `¶27 i`.
pub fn short(citation: &Citation) -> String {
    format!("¶{}", bare(citation))
}

/// The spoken form: `paragraph 27, note i`, `第27段，注i`.
pub fn spoken(citation: &Citation, lang: Lang) -> String {
    let strings = &lang.strings().citation;
    let para = citation.para.to_string();
    match &citation.footnote {
        Some(letter) => fill(strings.footnote, &[("para", &para), ("note", letter)]),
        None => fill(strings.paragraph, &[("para", &para)]),
    }
}

/// Several in the spoken form, after each other.
pub fn spoken_list(source: &[Citation], lang: Lang) -> String {
    let spoken: Vec<String> = source.iter().map(|c| self::spoken(c, lang)).collect();
    spoken.join(lang.strings().list.comma)
}

/// Paragraphs for a reference, in order and as few words as possible: `¶1–3, 27, 27 i`. Empty where there are none.
pub fn ranges(source: &[Citation]) -> String {
    let mut all = source.to_vec();
    sort_unique(&mut all);
    let follows = |a: &Citation, b: &Citation| {
        a.footnote.is_none() && b.footnote.is_none() && a.para.checked_add(1) == Some(b.para)
    };
    let runs = all.chunk_by(follows).filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        Some(match run.len() {
            1 => bare(first),
            _ => format!("{}–{}", first.para, last.para),
        })
    });
    let runs: Vec<String> = runs.collect();
    match runs.is_empty() {
        true => String::new(),
        false => format!("¶{}", runs.join(", ")),
    }
}

/// What a view rests on, as a line of its own: `Source: report ¶1–3, 27`. Empty where there is no paragraph.
pub fn source_line(source: &[Citation], lang: Lang) -> String {
    match source {
        [] => String::new(),
        _ => {
            let ranges = ranges(source);
            // A note's letter stays with its paragraph.
            let whole = ranges
                .split(',')
                .map(|one| one.trim_start().replace(' ', "\u{a0}"));
            let whole = whole.collect::<Vec<String>>().join(", ");
            format!("{} {whole}", lang.strings().view.source_line)
        }
    }
}

fn bare(citation: &Citation) -> String {
    match &citation.footnote {
        Some(letter) => format!("{} {letter}", citation.para),
        None => citation.para.to_string(),
    }
}
