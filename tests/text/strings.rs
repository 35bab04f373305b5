//! The words of the interface: all languages say the same things, each in its own manner.

use std::collections::{BTreeMap, BTreeSet};

use forum_explorer::language::lang::Lang::{self, En, Fr, Zh};
use forum_explorer::language::strings::Words;
use forum_explorer::language::template::places;

fn entries(lang: Lang) -> BTreeMap<String, &'static str> {
    let mut entries = lang.strings().entries();
    entries.extend(lang.later().entries());
    entries.extend(lang.plain().entries());
    let count = entries.len();
    let by_path: BTreeMap<_, _> = entries.into_iter().collect();
    assert_eq!(by_path.len(), count, "every path stands once");
    assert!(count > 300, "the strings are there: {count}");
    by_path
}

/// Large numbers are counted in steps of the language's own, so those paths differ.
fn is_own(path: &str) -> bool {
    path.starts_with("number.steps.")
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[test]
fn the_list_of_strings_reaches_every_sort_of_field() {
    let english = entries(En);
    assert_eq!(english["page.skip"], En.strings().page.skip);
    assert_eq!(english["date.months.9"], "September");
    assert_eq!(english["words.kinds.civil-society"], "Civil society");
    assert_eq!(english["number.steps.1e6"], "{n} million");
    for part in [
        "page",
        "filter",
        "view",
        "timeline",
        "participation",
        "geography",
        "funding",
        "sources",
        "panel",
        "status",
        "issues",
        "list",
        "number",
        "date",
        "citation",
        "words",
    ] {
        assert!(
            english
                .keys()
                .any(|path| path.starts_with(&format!("{part}."))),
            "{part}"
        );
    }
}

#[test]
fn every_language_has_the_same_strings() {
    let paths =
        |lang| -> BTreeSet<String> { entries(lang).into_keys().filter(|p| !is_own(p)).collect() };
    let english = paths(En);
    for lang in Lang::ALL {
        let other = paths(lang);
        let only_one: Vec<_> = other.symmetric_difference(&english).collect();
        assert!(
            only_one.is_empty(),
            "in {} or English only: {only_one:?}",
            lang.tag()
        );
    }
}

#[test]
fn every_language_has_the_same_places_to_fill() {
    let set = |text: &'static str| places(text).into_iter().collect::<BTreeSet<_>>();
    let english = entries(En);
    for lang in Lang::ALL {
        let mut found = 0;
        for (path, text) in entries(lang).iter().filter(|(path, _)| !is_own(path)) {
            let expected = set(english[path]);
            // A name of a month within a Chinese date carries the word for month itself; the English one does not differ in that.
            assert_eq!(set(text), expected, "{path}: {text} / {}", english[path]);
            found += expected.len();
        }
        assert!(found > 100, "there are places: {found}");
    }
}

/// The places with forms of a text: the value that chooses, and what it chooses from.
fn forms(text: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let places = text.split('{').skip(1);
    let places = places.filter_map(|part| part.split_once('}')?.0.split_once('|'));
    places
        .map(|(value, forms)| (value, forms.split('|').collect()))
        .collect()
}

#[test]
fn a_form_for_one_and_for_many_belongs_to_a_number_of_its_sentence() {
    for lang in [En, Fr] {
        let mut found = 0;
        for (path, text) in entries(lang) {
            for (value, forms) in forms(text) {
                let [one, many] = forms[..] else {
                    panic!("{path}: {text} has a form for one and a form for many");
                };
                let number = value.trim_end_matches("<2");
                // What follows a step such as a million: there or not.
                if number == "large" {
                    assert!(!one.is_empty() && many.is_empty(), "{path}: {text}");
                    continue;
                }
                assert!(!one.is_empty() && !many.is_empty(), "{path}: {text}");
                let is_unit = path.starts_with("words.units.") && number == "n";
                assert!(
                    is_unit || places(text).contains(&number),
                    "{path}: {number} is no place of {text}"
                );
                found += 1;
            }
        }
        assert!(found > 20, "there are such forms: {found}");
    }
    let chinese = entries(Zh);
    let with_forms: Vec<_> = chinese.iter().filter(|(_, t)| t.contains('|')).collect();
    assert!(
        with_forms.is_empty(),
        "Chinese knows no plural: {with_forms:?}"
    );
}

#[test]
fn each_language_takes_its_first_form_for_its_own_numbers() {
    for (path, text) in entries(Fr) {
        for (value, _) in forms(text).iter().filter(|(value, _)| *value != "large") {
            assert!(
                value.ends_with("<2"),
                "{path}: nothing is one in French: {text}"
            );
        }
    }
    for (path, text) in entries(En) {
        assert!(!text.contains("<2"), "{path}: nothing is many in English");
    }
}

#[test]
fn braces_are_balanced() {
    for lang in Lang::ALL {
        for (path, text) in entries(lang) {
            let all = text.matches('{').count();
            assert_eq!(all, text.matches('}').count(), "{path}: {text}");
        }
    }
}

#[test]
fn no_string_is_empty_in_one_language_alone() {
    let english = entries(En);
    for lang in Lang::ALL {
        for (path, text) in entries(lang).iter().filter(|(path, _)| !is_own(path)) {
            // Chinese leaves no gap between sentences.
            let is_gap = path == "list.gap" && lang == Zh;
            assert_eq!(
                text.is_empty(),
                english[path].is_empty() || is_gap,
                "{path}"
            );
        }
    }
}

#[test]
fn french_is_not_english() {
    // What is the same in both: one word for two languages, names of things, letters.
    let same = [
        "compare.column_a",
        "compare.column_b",
        "participation.name",
        "people.column_date",
        "timeline.column_date",
        "words.regions.europe",
    ];
    let is_said = |text: &str| {
        let parts = text.split('{');
        let outside = parts.map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
        outside.flat_map(str::chars).any(char::is_alphabetic)
    };
    let english = entries(En);
    let untranslated: Vec<_> = entries(Fr)
        .into_iter()
        .filter(|(path, _)| !is_own(path) && !same.contains(&path.as_str()))
        .filter(|(path, text)| is_said(text) && english[path] == *text)
        .collect();
    assert!(untranslated.is_empty(), "{untranslated:#?}");
}

#[test]
fn french_has_its_spaces_and_its_marks() {
    const NO_BREAK: char = '\u{a0}';
    const NARROW: char = '\u{202f}';
    for (path, text) in entries(Fr) {
        let mut before = None;
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let wanted = match letter {
                // A citation is written 27:i.
                ':' if letters.peek().is_some_and(|c| c.is_alphanumeric()) => None,
                ':' | '»' | '%' => Some(NO_BREAK),
                ';' | '!' | '?' => Some(NARROW),
                _ => None,
            };
            assert!(
                wanted.is_none() || before == wanted,
                "{path}: before “{letter}” in {text:?}"
            );
            if letter == '«' {
                assert_eq!(letters.peek(), Some(&NO_BREAK), "{path}: {text:?}");
            }
            before = Some(letter);
        }
        for mark in ["'", "\"", "“", "”", "..."] {
            assert!(!text.contains(mark), "{path}: {mark} in {text}");
        }
    }
}

#[test]
fn chinese_has_chinese_punctuation() {
    for (path, text) in entries(Zh) {
        let chars: Vec<char> = text.chars().collect();
        for (index, &c) in chars.iter().enumerate() {
            let beside =
                |at: Option<usize>| at.and_then(|i| chars.get(i)).is_some_and(|&c| is_cjk(c));
            let touches_chinese = beside(index.checked_sub(1)) || beside(Some(index + 1));
            let is_latin_mark = matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')');
            assert!(
                !(is_latin_mark && touches_chinese),
                "{path}: “{c}” in {text}"
            );
        }
        assert!(
            !text.contains(", ") && !text.contains("; "),
            "{path}: {text}"
        );
    }
}

#[test]
fn english_has_no_chinese_characters() {
    for (path, text) in entries(En) {
        assert!(!text.chars().any(is_cjk), "{path}: {text}");
    }
}

#[test]
fn chinese_is_chinese() {
    for (path, text) in entries(Zh) {
        let rest: String = text
            .split('{')
            .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
            .collect();
        // Chinese keyboards have Latin letters on their keys.
        let is_cap = path.starts_with("keys.caps.");
        // What is the same in every language: places and signs alone.
        let is_said = is_cap || text.chars().any(is_cjk) || !rest.chars().any(char::is_alphabetic);
        assert!(is_said, "{path}: {text}");
    }
}

#[test]
fn no_string_has_space_around_it_but_those_that_join() {
    for lang in Lang::ALL {
        for (path, text) in entries(lang) {
            let joins = path.starts_with("list.") || path == "number.group";
            assert!(joins || text.trim() == text, "{path}: {text:?}");
            assert!(!text.contains("  "), "{path}: {text:?}");
        }
    }
}

#[test]
fn vocabularies_have_the_same_slugs_in_the_same_order() {
    let slugs = |words: Words| words.iter().map(|(slug, _)| *slug).collect::<Vec<_>>();
    let (english, later_english) = (&En.strings().words, &En.later().words);
    for lang in [Zh, Fr] {
        let (other, later) = (&lang.strings().words, &lang.later().words);
        for (name, a, b) in [
            ("kinds", other.kinds, english.kinds),
            ("regions", other.regions, english.regions),
            ("units", other.units, english.units),
            ("dimensions", other.dimensions, english.dimensions),
            ("currencies", other.currencies, english.currencies),
            ("flow_kinds", other.flow_kinds, english.flow_kinds),
            ("forms", later.forms, later_english.forms),
            ("facets", other.facets, english.facets),
            ("roles", later.roles, later_english.roles),
            ("tables", later.tables, later_english.tables),
        ] {
            assert_eq!(slugs(a), slugs(b), "{name}");
            assert!(!a.is_empty(), "{name}");
        }
    }
}

#[test]
fn a_currency_has_a_place_for_its_value() {
    for lang in Lang::ALL {
        for (code, word) in lang.strings().words.currencies {
            assert_eq!(places(word), ["value"], "{code}");
        }
    }
}
