//! The words of the interface: both languages say the same things, each in its own manner.

use std::collections::{BTreeMap, BTreeSet};

use forum_explorer::language::lang::Lang::{self, En, Zh};
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
    assert_eq!(english["number.steps.1e6"], " million");
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
fn both_languages_have_the_same_strings() {
    let paths =
        |lang| -> BTreeSet<String> { entries(lang).into_keys().filter(|p| !is_own(p)).collect() };
    let (chinese, english) = (paths(Zh), paths(En));
    let only_one: Vec<_> = chinese.symmetric_difference(&english).collect();
    assert!(only_one.is_empty(), "in one language only: {only_one:?}");
}

#[test]
fn both_languages_have_the_same_places_to_fill() {
    let set = |text: &'static str| places(text).into_iter().collect::<BTreeSet<_>>();
    let (chinese, english) = (entries(Zh), entries(En));
    let mut found = 0;
    for (path, text) in chinese.iter().filter(|(path, _)| !is_own(path)) {
        let expected = set(english[path]);
        // A name of a month within a Chinese date carries the word for month itself; the English one does not differ in that.
        assert_eq!(set(text), expected, "{path}: {text} / {}", english[path]);
        found += expected.len();
    }
    assert!(found > 100, "there are places: {found}");
}

#[test]
fn a_form_for_one_and_for_many_belongs_to_a_number_of_its_sentence() {
    let mut found = 0;
    for (path, text) in entries(En) {
        let forms = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'));
        for (form, _) in forms.filter(|(place, _)| place.contains('|')) {
            let parts: Vec<&str> = form.split('|').collect();
            let [number, one, many] = parts[..] else {
                panic!("{path}: {{{form}}} has a number's name, one form for one and one for many");
            };
            assert!(
                !number.is_empty() && !one.is_empty() && !many.is_empty(),
                "{path}: {form}"
            );
            let is_unit = path.starts_with("words.units.") && number == "n";
            assert!(
                is_unit || places(text).contains(&number),
                "{path}: {number} is no place of {text}"
            );
            found += 1;
        }
    }
    assert!(found > 20, "there are such forms: {found}");
    let chinese = entries(Zh);
    let with_forms: Vec<_> = chinese.iter().filter(|(_, t)| t.contains('|')).collect();
    assert!(
        with_forms.is_empty(),
        "Chinese knows no plural: {with_forms:?}"
    );
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
    let (chinese, english) = (entries(Zh), entries(En));
    for (path, text) in chinese.iter().filter(|(path, _)| !is_own(path)) {
        assert_eq!(text.is_empty(), english[path].is_empty(), "{path}");
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
    // What is the same in every language: places and signs alone, a unit's sign.
    let without_words =
        |text: &str| !places(text).is_empty() && !text.chars().any(char::is_alphabetic);
    for (path, text) in entries(Zh) {
        let rest: String = text
            .split('{')
            .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
            .collect();
        let is_said =
            text.chars().any(is_cjk) || rest.is_empty() || without_words(&rest) || rest == "%";
        assert!(is_said, "{path}: {text}");
    }
}

#[test]
fn no_string_has_space_around_it_but_those_that_join() {
    for lang in Lang::ALL {
        for (path, text) in entries(lang) {
            let joins = path.starts_with("list.") || path.starts_with("number.steps.");
            assert!(joins || text.trim() == text, "{path}: {text:?}");
            assert!(!text.contains("  "), "{path}: {text:?}");
        }
    }
}

#[test]
fn vocabularies_have_the_same_slugs_in_the_same_order() {
    let slugs = |words: Words| words.iter().map(|(slug, _)| *slug).collect::<Vec<_>>();
    let (chinese, english) = (&Zh.strings().words, &En.strings().words);
    let (later_chinese, later_english) = (&Zh.later().words, &En.later().words);
    for (name, a, b) in [
        ("kinds", chinese.kinds, english.kinds),
        ("regions", chinese.regions, english.regions),
        ("units", chinese.units, english.units),
        ("dimensions", chinese.dimensions, english.dimensions),
        ("currencies", chinese.currencies, english.currencies),
        ("flow_kinds", chinese.flow_kinds, english.flow_kinds),
        ("forms", later_chinese.forms, later_english.forms),
        ("facets", chinese.facets, english.facets),
        ("roles", later_chinese.roles, later_english.roles),
        ("tables", later_chinese.tables, later_english.tables),
    ] {
        assert_eq!(slugs(a), slugs(b), "{name}");
        assert!(!a.is_empty(), "{name}");
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
