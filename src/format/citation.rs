//! Paragraph numbers.

use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Citation;

/// The short form for the end of a line: `¶27`, `¶27 i`.
pub fn short(citation: &Citation) -> String {
    match &citation.footnote {
        Some(letter) => format!("¶{} {letter}", citation.para),
        None => format!("¶{}", citation.para),
    }
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
