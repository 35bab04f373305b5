//! Text in the reader's language.

use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::text::Text;

/// The side of a text that is written in the reader's language, or in the one that stands in for it where the package has none in that
/// language; the other side where that is empty.
pub fn pick(text: &Text, lang: Lang) -> &str {
    let (own, other) = match lang.about().data {
        Lang::Zh => (&text.zh, &text.en),
        _ => (&text.en, &text.zh),
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
    all.join(lang.strings().list.gap)
}

/// The language of words that the package wrote, where it is not the reader's: for the `lang` of the element that holds them. The
/// package has two languages, which their letters tell apart; a text without a letter is of none.
pub fn foreign(words: &str, lang: Lang) -> Option<Lang> {
    let is_han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    let spoken = match words.chars().any(is_han) {
        true => Lang::Zh,
        false if words.chars().any(|c| c.is_ascii_alphabetic()) => Lang::En,
        false => return None,
    };
    (spoken != lang).then_some(spoken)
}

/// A sentence's first letter is large.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => std::iter::once(in_case(first, true)).chain(chars).collect(),
        None => String::new(),
    }
}

/// A category inside a sentence: its first letter is small, unless the word is an abbreviation.
pub fn lower_first(text: &str) -> String {
    let is_word = text.chars().nth(1).is_some_and(|c| in_case(c, true) != c);
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if is_word => std::iter::once(in_case(first, false))
            .chain(chars)
            .collect(),
        _ => text.to_owned(),
    }
}

/// A letter of ASCII or Latin-1, large or small; any other as it is. The whole of Unicode's cases would weigh more than their use.
fn in_case(letter: char, is_large: bool) -> char {
    let turned = match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' if is_large => u32::from(letter) - 0x20,
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' if !is_large => u32::from(letter) + 0x20,
        _ => return letter,
    };
    char::from_u32(turned).unwrap_or(letter)
}
