//! Files and headers.

use forum_explorer::model::issue::{Severity, Unreachable};

use crate::small::{Package, complains, in_words};

#[test]
fn the_small_package_is_sound_and_read_whole() {
    let package = Package::small();
    assert_eq!(package.complaints(), Vec::<String>::new());
    let (data, _) = package.build();
    let lengths = [
        data.sections.len(),
        data.clusters.len(),
        data.countries.len(),
        data.places.len(),
        data.events.len(),
        data.bodies.len(),
        data.memberships.len(),
        data.people.len(),
        data.roles.len(),
        data.figures.len(),
        data.flows.len(),
        data.answers.len(),
        data.projects.len(),
        data.outcomes.len(),
        data.practices.len(),
        data.world_figures.len(),
        data.paragraphs.len(),
        data.passages.len(),
        data.terms.len(),
        data.unstated.len(),
        data.topics.len(),
        data.conflicts.len(),
    ];
    assert_eq!(
        lengths,
        [
            2, 2, 3, 2, 4, 1, 2, 1, 2, 4, 3, 1, 1, 1, 1, 1, 10, 0, 1, 1, 2, 1
        ]
    );
}

#[test]
fn a_table_that_cannot_be_fetched_is_empty_and_the_rest_is_there() {
    for (why, says) in [
        (
            Unreachable::Status(404),
            "The table’s file could not be fetched: the server answered 404.",
        ),
        (
            Unreachable::NoAnswer,
            "The table’s file could not be found or fetched.",
        ),
        (Unreachable::NotText, "The table’s file is not UTF-8 text."),
        (
            Unreachable::Outside,
            "The table’s file lies outside the package’s folder.",
        ),
        (
            Unreachable::TooLarge(64 << 20),
            "The table’s file is larger than 64 MB, the most that is read of one file.",
        ),
    ] {
        let mut package = Package::small();
        package.files.insert("conflicts".to_owned(), Err(why));
        complains(
            &package,
            &format!("conflicts: {says} What it would show is missing."),
        );
        assert_eq!(package.build().0.events.len(), 4);
    }
}

#[test]
fn a_file_that_was_never_handed_over_counts_as_unreachable() {
    let mut package = Package::small();
    package.files.remove("conflicts");
    complains(
        &package,
        "conflicts: The table’s file could not be found or fetched. What it would show is missing.",
    );
}

#[test]
fn a_web_page_in_place_of_a_table_costs_that_table() {
    let mut package = Package::small();
    *package.file("conflicts") = "<!doctype html>\n<title>Not found</title>\n".to_owned();
    complains(
        &package,
        "conflicts id: The table does not have this column. What it would show is missing.",
    );
}

#[test]
fn an_empty_file_has_no_header() {
    let mut package = Package::small();
    package.file("conflicts").clear();
    complains(
        &package,
        "conflicts: The table has no header row. What it would show is missing.",
    );
}

#[test]
fn a_table_of_a_header_alone_is_noted() {
    let mut package = Package::small();
    let header = package
        .file("conflicts")
        .lines()
        .next()
        .expect("a header")
        .to_owned();
    *package.file("conflicts") = header;
    assert_eq!(package.complaints(), Vec::<String>::new());
    let (_, issues) = package.build();
    let notes: Vec<_> = issues
        .iter()
        .filter(|i| i.table == "conflicts")
        .map(in_words)
        .collect();
    assert_eq!(notes, ["conflicts: The table has no rows."]);
}

#[test]
fn a_column_that_no_row_can_do_without_costs_the_table() {
    let package = Package::small().with("conflicts", "shown,", "seen,");
    complains(
        &package,
        "conflicts shown: The table does not have this column. What it would show is missing.",
    );
}

#[test]
fn another_missing_column_counts_as_empty_cells() {
    let package = Package::small().with("survey", ",unit,", ",units,");
    let missed = "survey unit: The table does not have this column. It is taken as empty.";
    assert!(package.complaints().contains(&missed.to_owned()));
    let (data, _) = package.build();
    let quantity = data
        .answers
        .rows()
        .first()
        .and_then(|row| row.quantity.as_ref());
    assert_eq!(
        quantity.map(|q| (q.value, q.unit.as_str())),
        Some((66.0, ""))
    );
}

#[test]
fn a_language_that_a_table_leaves_out_is_no_trouble_unless_both_are() {
    let package = Package::small().with("unstated", "text_en", "text_fr");
    assert_eq!(package.complaints(), Vec::<String>::new());
    let (data, issues) = package.build();
    assert_eq!(
        data.unstated.rows().first().map(|row| row.text.zh.as_str()),
        Some("捐助国名单")
    );
    let unknown = issues
        .iter()
        .find(|i| i.column.as_deref() == Some("text_fr"))
        .expect("the other column is noted");
    assert_eq!(unknown.severity, Severity::Note);
    assert_eq!(
        in_words(unknown),
        "unstated text_fr: The explorer does not know this column. The column is not shown."
    );
    let package = package.with("unstated", "text_zh", "text_de");
    let missed = ["zh", "en"].map(|side| {
        format!("unstated text_{side}: The table does not have this column. It is taken as empty.")
    });
    assert_eq!(package.complaints(), missed);
}

#[test]
fn a_column_named_twice_is_read_once() {
    let package = Package::small().with("clusters", "title_en", "title_zh");
    assert!(package.complaints().contains(&"clusters title_zh: The table has a column of this name twice. The column is not shown.".to_owned()));
    let (data, _) = package.build();
    assert_eq!(
        data.clusters
            .rows()
            .first()
            .map(|row| row.title.zh.as_str()),
        Some("劳动力流动")
    );
}

#[test]
fn columns_may_stand_in_any_order() {
    let mut package = Package::small();
    *package.file("unstated") = "source,text_zh,id,text_en\n7,名单,donors,Which\n".to_owned();
    assert_eq!(package.complaints(), Vec::<String>::new());
    assert_eq!(
        package
            .build()
            .0
            .unstated
            .rows()
            .first()
            .map(|row| row.text.en.as_str()),
        Some("Which")
    );
}

#[test]
fn any_line_ending_will_do() {
    let mut package = Package::small();
    let dos = package.file("events").replace('\n', "\r\n");
    *package.file("events") = dos;
    assert_eq!(package.complaints(), Vec::<String>::new());
    assert_eq!(package.build().0.events.len(), 4);
}
