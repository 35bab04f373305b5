//! `datapackage.json`, whole, odd and broken.

use forum_explorer::model::issue::Severity;
use forum_explorer::package::descriptor::{Descriptor, PackageError};
use forum_explorer::package::resource::is_below;

use crate::small::{Package, complains, in_words};

fn refusal(json: &str) -> PackageError {
    Descriptor::parse(json).expect_err("the text is no package")
}

#[test]
fn the_metadata_comes_in_two_languages_with_the_plain_title_as_english() {
    let about = Package::small().build().0.about;
    assert_eq!(about.name, "small");
    assert_eq!(about.title.zh, "小报告");
    assert_eq!(about.title.en, "A small report");
    assert_eq!(about.description.en, "Enough of a report to test with.");
    assert_eq!(about.version, "0.9.0");
    assert_eq!(about.created, "2026-01-02");
    assert_eq!(about.licence, "CC-BY-4.0");
    assert_eq!(about.homepage, "https://example.org/");
}

#[test]
fn a_truncated_descriptor_says_where_it_breaks_off() {
    let json = Package::small().json;
    let half: String = json.chars().take(json.chars().count() / 2).collect();
    let lines = half.lines().count();
    assert!(matches!(refusal(&half), PackageError::NotJson { line, .. } if line == lines));
}

#[test]
fn a_web_page_in_place_of_a_descriptor_is_not_json() {
    let error = refusal("<!doctype html><title>Not found</title>");
    assert_eq!(error, PackageError::NotJson { line: 1, column: 1 });
    assert_eq!(
        in_words(&error.issue()),
        "package: The descriptor is not JSON: reading stopped at line 1, column 1. The package cannot be opened."
    );
}

#[test]
fn json_of_another_kind_is_not_a_package() {
    for json in [
        "[]",
        "null",
        "17",
        "\"resources\"",
        "{}",
        r#"{"resources": "many"}"#,
    ] {
        assert_eq!(refusal(json), PackageError::NotAPackage, "{json}");
    }
}

#[test]
fn an_empty_package_and_a_package_of_something_else_have_no_tables() {
    assert_eq!(refusal(r#"{"resources": []}"#), PackageError::NoTables);
    let other = r#"{"resources": [{"name": "birds", "path": "birds.csv"}, 3, null]}"#;
    assert_eq!(refusal(other), PackageError::NoTables);
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let mut package = Package::small();
    package.json.insert(0, '\u{feff}');
    package.file("events").insert(0, '\u{feff}');
    assert_eq!(package.complaints(), Vec::<String>::new());
}

#[test]
fn a_package_from_the_future_is_read_with_a_warning() {
    let package = Package::small().with_json(r#""explorerFormat": 1"#, r#""explorerFormat": 7"#);
    complains(
        &package,
        "package: The package is made for a newer explorer (format 7; this one reads 1). Some of it may not be shown.",
    );
    assert_eq!(package.build().0.events.len(), 4);
}

#[test]
fn an_unknown_table_is_noted_and_ignored() {
    let package = Package::small().with_json(
        r#""resources": ["#,
        r#""resources": [{"name": "birds", "path": "birds.csv"},"#,
    );
    assert_eq!(package.complaints(), Vec::<String>::new());
    let (_, issues) = package.build();
    let note = issues
        .iter()
        .find(|issue| issue.table == "birds")
        .expect("the table is noted");
    assert_eq!(note.severity, Severity::Note);
    assert_eq!(
        in_words(note),
        "birds: The explorer does not know this table. The table is not shown."
    );
}

#[test]
fn a_missing_table_leaves_an_empty_one_and_takes_nothing_else_with_it() {
    let package = Package::small().with_json(r#""name": "paragraphs""#, r#""name": "passing""#);
    complains(
        &package,
        "paragraphs: The package does not have this table. What it would show is missing.",
    );
    let (data, _) = package.build();
    assert_eq!((data.paragraphs.len(), data.events.len()), (0, 4));
}

#[test]
fn a_package_may_do_without_every_table_but_events_and_paragraphs() {
    let package = Package::small().with_json(r#""name": "funding""#, r#""name": "fun""#);
    assert_eq!(package.complaints(), Vec::<String>::new());
    let (data, issues) = package.build();
    assert_eq!((data.flows.len(), data.events.len()), (0, 4));
    let left_out = issues.iter().find(|issue| issue.table == "funding");
    let left_out = left_out.expect("that it is left out is noted");
    assert_eq!(
        in_words(left_out),
        "funding: The package does not have this table."
    );
}

#[test]
fn only_paths_below_the_package_are_followed() {
    assert!(is_below("events.csv") && is_below("tables/events.csv"));
    for path in [
        "",
        "/etc/hostname",
        "../events.csv",
        "a/../../b",
        "https://example.org/x.csv",
        "C:\\x.csv",
        "//host/x",
        "%2e%2e/x",
    ] {
        assert!(!is_below(path), "{path}");
        let package =
            Package::small().with_json(r#""path": "events.csv""#, &format!(r#""path": {path:?}"#));
        let says = "events: The package does not say where the table’s rows are, or points outside its own folder. \
                    What it would show is missing.";
        assert!(package.complaints().contains(&says.to_owned()), "{path}");
    }
}

#[test]
fn a_table_listed_twice_is_read_once() {
    let package = Package::small().with_json(
        r#""resources": ["#,
        r#""resources": [{"name": "clusters", "path": "clusters.csv"},"#,
    );
    complains(
        &package,
        "clusters: The package lists a table of this name twice. The table is not shown.",
    );
    assert_eq!(package.build().0.clusters.len(), 2);
}
