//! Nothing that can be typed breaks the search.

use forum_explorer::language::lang::Lang;
use forum_explorer::search::hit::Found;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::index;
use crate::report::report;

/// As many hits as are looked at.
const SOME: usize = 40;

fn check(query: &str) -> Found {
    let [first, others @ ..] = Lang::ALL.map(|lang| {
        let found = index().find(query, report(), lang, SOME);
        for hit in &found.hits {
            let mut end = 0;
            for &(from, to) in &hit.marks {
                assert!(
                    from < to && from >= end,
                    "marks are apart and in order: {:?}",
                    hit.marks
                );
                assert!(
                    hit.title.get(from..to).is_some(),
                    "{from}..{to} of {}",
                    hit.title
                );
                end = to;
            }
        }
        found
    });
    for other in others {
        assert_eq!(
            first.total, other.total,
            "the language of the interface does not matter: {query:?}"
        );
    }
    first
}

/// Texts that look like what is searched, from all that a keyboard gives.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("移徙".to_owned()),
        Just("manila ".to_owned()),
        Just("¶2".to_owned()),
        Just("第".to_owned()),
        Just("e\u{301}".to_owned()),
        Just("👩‍👩‍👧‍👦".to_owned()),
        Just("هجرة ".to_owned()),
        Just("\u{202e}דוח".to_owned()),
        Just("1,2".to_owned()),
        Just("\u{0}".to_owned()),
        "[a-z]{1,3} ",
        "[\u{4e00}-\u{9fff}]{1,6}",
        any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn any_text_finds_something_or_nothing(query in any::<String>()) {
        check(&query);
    }

    #[test]
    fn any_mixture_of_scripts_finds_something_or_nothing(query in typed()) {
        check(&query);
    }

    #[test]
    fn a_word_more_finds_no_more(word in "[a-z]{2,6}", more in "[a-z]{3,6}") {
        // Unless both together are a name, which has another in the other language.
        let (one, two) = (check(&word), check(&format!("{word} {more}")));
        prop_assert!(two.total <= one.total);
    }
}

#[test]
fn ten_thousand_characters_are_read_as_well() {
    for unit in [
        "a",
        "a ",
        "移",
        "移徙",
        "移徙与发展",
        "1",
        "1,234,",
        "¶",
        "é",
        "e\u{301}",
        "👩‍👩‍👧‍👦",
        "ﷺ ",
        "manila ",
    ] {
        let query: String = unit.chars().cycle().take(10_000).collect();
        check(&query);
    }
}
