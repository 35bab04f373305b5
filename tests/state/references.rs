//! References to a view or a paragraph: in the forms of journals, and in those that programs read.

use forum_explorer::format::citation::ranges;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::citation::Citation;
use forum_explorer::model::span::parse_date;
use forum_explorer::share::reference::{Reference, Style};
use proptest::prelude::*;

fn cited(paragraphs: &[&str]) -> Vec<Citation> {
    let parse = |text: &&str| Citation::parse(text).expect("a paragraph");
    paragraphs.iter().map(parse).collect()
}

fn funding() -> Reference {
    Reference {
        id: "gfmd-2011-funding".into(),
        title: "Forum 2011: Funding".into(),
        version: "1.0.0".into(),
        created: parse_date("2026-11-23"),
        accessed: parse_date("2026-12-01"),
        url: "https://example.org/x/?country=CHE#funding".into(),
        source: cited(&["27:i", "27", "4", "3", "2"]),
    }
}

#[test]
fn paragraphs_are_told_in_order_and_in_ranges_and_notes_by_themselves() {
    assert_eq!(ranges(&cited(&[])), "");
    assert_eq!(ranges(&cited(&["27"])), "¶27");
    assert_eq!(
        ranges(&cited(&["27:i", "27", "4", "3", "2", "3"])),
        "¶2–4, 27, 27 i"
    );
    assert_eq!(
        ranges(&cited(&["1", "2:b", "2", "3"])),
        "¶1–2, 2 b, 3",
        "a note breaks a range off"
    );
}

#[test]
fn a_reader_gets_title_version_date_paragraphs_and_address() {
    assert_eq!(
        funding().written(Style::Gbt, Lang::Zh),
        "Forum 2011: Funding[DS/OL]. 数据版本1.0.0. 2026: ¶2–4, 27, 27 i(2026-11-23)[2026-12-01]. https://example.org/x/?country=CHE#funding."
    );
    assert_eq!(
        funding().written(Style::Apa, Lang::En),
        "Forum 2011: Funding (Version 1.0.0) [Data set]. (2026). ¶2–4, 27, 27 i. Retrieved December 1, 2026, from https://example.org/x/?country=CHE#funding"
    );
}

#[test]
fn a_program_reads_the_same_from_json() {
    let text = funding().written(Style::Csl, Lang::En);
    let items: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let item = &items[0];
    assert_eq!(item["id"], "gfmd-2011-funding");
    assert_eq!(item["type"], "dataset");
    assert_eq!(item["title"], "Forum 2011: Funding");
    assert_eq!(item["version"], "1.0.0");
    assert_eq!(
        item["issued"]["date-parts"],
        serde_json::json!([[2026, 11, 23]])
    );
    assert_eq!(
        item["accessed"]["date-parts"],
        serde_json::json!([[2026, 12, 1]])
    );
    assert_eq!(item["note"], "¶2–4, 27, 27 i");
    assert_eq!(item["URL"], "https://example.org/x/?country=CHE#funding");
    assert_eq!(item["language"], "en");
}

#[test]
fn bibtex_gets_its_signs_escaped_and_the_address_as_it_is() {
    let mut odd = funding();
    odd.title = "R&D at 100% {of} x_1".into();
    odd.url = "https://example.org/?q=%C3%A9&a=b".into();
    let text = odd.written(Style::Bibtex, Lang::En);
    assert!(text.starts_with("@misc{gfmd-2011-funding,\n"), "{text}");
    assert!(
        text.contains(r"title = {{R\&D at 100\% \{of\} x\_1}}"),
        "{text}"
    );
    assert!(
        text.contains("url = {https://example.org/?q=%C3%A9&a=b}"),
        "{text}"
    );
    for part in [
        "year = {2026}",
        "version = {1.0.0}",
        "urldate = {2026-12-01}",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn a_reference_manager_reads_tags_one_a_line() {
    let mut odd = funding();
    odd.title = "Two\nlines".into();
    let text = odd.written(Style::Ris, Lang::En);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "TY  - DATA",
            "ID  - gfmd-2011-funding",
            "TI  - Two lines",
            "PY  - 2026",
            "DA  - 2026/11/23",
            "ET  - 1.0.0",
            "N1  - ¶2–4, 27, 27 i",
            "LA  - en",
            "UR  - https://example.org/x/?country=CHE#funding",
            "Y2  - 2026/12/01",
            "ER  - ",
        ]
    );
}

#[test]
fn a_number_is_quoted_with_its_paragraphs_title_version_and_address() {
    let source = cited(&["27", "27:i"]);
    let quoted = |lang| funding().quoted("US$2,155,232", "Core budget", &source, lang);
    assert_eq!(
        quoted(Lang::En),
        "Core budget: US$2,155,232 (¶27, 27 i). Forum 2011: Funding. Version 1.0.0. https://example.org/x/?country=CHE#funding"
    );
    assert_eq!(
        quoted(Lang::Zh),
        "Core budget：US$2,155,232（¶27, 27 i）。Forum 2011: Funding。数据版本1.0.0。 https://example.org/x/?country=CHE#funding"
    );
    let bare = Reference {
        url: "https://example.org/".into(),
        ..Reference::default()
    };
    assert_eq!(
        bare.quoted("74", "", &[], Lang::En),
        "74. https://example.org/"
    );
}

#[test]
fn a_number_has_a_reference_of_its_own_in_every_form() {
    let written = |style| {
        let number = funding().of_number("US$2,155,232", "Core budget", &cited(&["27"]), Lang::En);
        number.written(style, Lang::En)
    };
    for style in Style::ALL {
        let text = written(style);
        let is_whole = text.contains("Funding: Core budget: US")
            && text.contains("¶27")
            && !text.contains("¶2–4");
        assert!(is_whole, "{}: {text}", style.name());
    }
    assert_ne!(funding().written(Style::Csl, Lang::En), written(Style::Csl));
    // Two numbers of a view are two entries.
    assert!(written(Style::Bibtex).starts_with("@misc{gfmd-2011-funding-US2155232,"));
}

#[test]
fn what_a_package_does_not_say_is_left_out() {
    let bare = Reference {
        id: "x-timeline".into(),
        title: "X: Timeline".into(),
        url: "https://example.org/".into(),
        ..Reference::default()
    };
    assert_eq!(
        bare.written(Style::Gbt, Lang::En),
        "X: Timeline[DS/OL]. https://example.org/."
    );
    assert_eq!(
        bare.written(Style::Apa, Lang::En),
        "X: Timeline [Data set]. (n.d.). https://example.org/"
    );
    for style in Style::ALL {
        let text = bare.written(style, Lang::En);
        assert!(!text.contains("ersion") && !text.contains('¶'), "{text}");
    }
}

proptest! {
    #[test]
    fn any_words_make_json_and_balanced_bibtex(title in any::<String>(), version in any::<String>(), url in any::<String>()) {
        let odd = Reference { title: title.clone(), version, url, ..funding() };
        let json = odd.written(Style::Csl, Lang::Zh);
        let items: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        prop_assert_eq!(items[0]["title"].as_str(), Some(title.as_str()));
        let bibtex = odd.written(Style::Bibtex, Lang::Zh);
        let plain = bibtex.replace("\\{", "").replace("\\}", "");
        prop_assert_eq!(plain.matches('{').count(), plain.matches('}').count());
    }
}
