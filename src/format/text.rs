//! Text in the reader's language.

use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::text::Text;

/// The side of a text that is written in the reader's language, or the other one where that is empty.
pub fn pick(text: &Text, lang: Lang) -> &str {
    let (own, other) = match lang {
        Lang::Zh => (&text.zh, &text.en),
        Lang::En => (&text.en, &text.zh),
    };
    if own.is_empty() { other } else { own }
}

/// The word for a slug of one of the package's vocabularies (`people`, `co-chair` …), or the slug itself where the vocabulary is the package's own.
pub fn word(words: &'static [(&'static str, &'static str)], slug: &str) -> String {
    words
        .iter()
        .find(|(key, _)| *key == slug)
        .map_or_else(|| slug.replace('-', " "), |(_, word)| (*word).to_owned())
}

/// By what a population is divided: in the package's own words, else in the explorer's, else by the slug.
pub fn dimension(own: &Text, slug: &str, lang: Lang) -> String {
    let strings = lang.strings();
    let own = pick(own, lang);
    let said = word(strings.words.dimensions, slug);
    let is_known = || {
        strings
            .words
            .dimensions
            .iter()
            .any(|(known, _)| *known == slug)
    };
    match (own.is_empty(), slug.is_empty() || is_known()) {
        (false, _) => own.to_owned(),
        (true, true) => said,
        (true, false) => fill(strings.participation.by_other, &[("slug", &said)]),
    }
}

/// Joins the items of a list: `a, b and c`, `a、b和c`.
pub fn list(items: &[String], lang: Lang) -> String {
    let strings = &lang.strings().list;
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{}{}{last}", first.join(strings.comma), strings.and),
    }
}

/// A text with more about it in brackets: `Men (74)`, `男性（74）`.
pub fn aside(text: &str, more: &str, lang: Lang) -> String {
    let template = lang.strings().list.aside;
    fill(template, &[("text", text), ("aside", more)])
}

/// Whole sentences after each other: Chinese needs no space between them.
pub fn sentences(all: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => all.concat(),
        Lang::En => all.join(" "),
    }
}

/// A sentence's first letter is large.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => std::iter::once(first.to_ascii_uppercase())
            .chain(chars)
            .collect(),
        None => String::new(),
    }
}

/// A category inside a sentence: its first letter is small, unless the word is an abbreviation.
pub fn lower_first(text: &str) -> String {
    let is_word = text.chars().nth(1).is_some_and(|c| c.is_ascii_lowercase());
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if is_word => std::iter::once(first.to_ascii_lowercase())
            .chain(chars)
            .collect(),
        _ => text.to_owned(),
    }
}
