//! Damaged rows: each costs itself or one cell, and says so.

use crate::small::{Package, complains};

#[test]
fn a_row_cut_short_is_left_out() {
    let package = Package::small().with("people", ",部,Ministry\n", "");
    let left = "people row 1: The row has 3 cells; the header has 5. The row was left out.";
    assert!(package.complaints().contains(&left.to_owned()));
    assert!(package.build().0.people.is_empty());
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_the_row_that_opens_it() {
    let package = Package::small().with(
        "events",
        "\"Meeting in March, somewhere\"",
        "\"Meeting in March, somewhere",
    );
    let complaints = package.complaints();
    let says = "events row 3: A quotation mark is opened and never closed; the rest of the file cannot be read. The row was left out.";
    assert!(complaints.contains(&says.to_owned()), "{complaints:?}");
    assert_eq!(package.build().0.events.len(), 2);
}

#[test]
fn a_cell_of_the_wrong_kind_costs_the_row() {
    for (table, from, to, says) in [
        (
            "survey",
            "66",
            "many",
            "survey row 1 (answers) value: “many” is not a number.",
        ),
        (
            "survey",
            "66",
            "NaN",
            "survey row 1 (answers) value: “NaN” is not a number.",
        ),
        (
            "survey",
            "66",
            "inf",
            "survey row 1 (answers) value: “inf” is not a number.",
        ),
        (
            "context",
            "2011",
            "20.11",
            "context row 1 (migrants) year: “20.11” is not a whole number.",
        ),
        (
            "projects",
            "2009-01-01",
            "2009-02-30",
            "projects row 1 (training) start: “2009-02-30” is not a date (2011-09-07).",
        ),
        (
            "participation",
            "percent,true",
            "percent,perhaps",
            "participation row 4 (share-of-women) overlapping: “perhaps” is not true or false.",
        ),
        (
            "survey",
            ",=,",
            ",≈,",
            "survey row 1 (answers) op: “≈” is not one of the values allowed here (=, ~, >, >=).",
        ),
        (
            "conflicts",
            "both",
            "neither",
            "conflicts row 1 (observers) shown: “neither” is not one of the values allowed here (a, b, both).",
        ),
        (
            "projects",
            "2009-01-01,",
            "2009-01-01,2008-01-01",
            "projects row 1 (training) end: The end (2008-01-01) comes before the start (2009-01-01).",
        ),
        (
            "sections",
            "3,5",
            "5,3",
            "sections row 2 (meetings) para_last: The end (3) comes before the start (5).",
        ),
        (
            "conflicts",
            "observers,",
            ",",
            "conflicts row 1 id: The cell must not be empty.",
        ),
        (
            "recommendations",
            "rec-1,debate",
            "rec-1,quarrel",
            "recommendations row 1 (rec-1) event: “quarrel” is not a row of the table events.",
        ),
    ] {
        let complaints = Package::small().with(table, from, to).complaints();
        assert_eq!(
            complaints.first(),
            Some(&format!("{says} The row was left out."))
        );
    }
}

#[test]
fn only_the_damaged_row_is_lost() {
    let package = Package::small().with("memberships", "steering-group,NGA", "steering-group,XXX");
    complains(
        &package,
        "memberships row 2 (steering-group/XXX) iso3: “XXX” is not a row of the table countries. The row was left out.",
    );
    assert_eq!(package.build().0.memberships.len(), 1);
}

#[test]
fn of_rows_with_the_same_key_the_first_stays() {
    let package = Package::small().with("clusters", "2,非", "1,非");
    let says = "clusters row 2 (1): An earlier row already has the key “1”. The row was left out.";
    assert!(package.complaints().contains(&says.to_owned()));
    let (data, _) = package.build();
    assert_eq!(
        data.clusters
            .rows()
            .first()
            .map(|row| row.title.en.as_str()),
        Some("Labour mobility")
    );
    assert_eq!(data.clusters.len(), 1);
}

#[test]
fn a_key_of_several_columns_is_taken_as_a_whole() {
    let package = Package::small().with(
        "memberships",
        "steering-group,NGA,2011-09-27",
        "steering-group,CHE,",
    );
    complains(
        &package,
        "memberships row 2 (steering-group/CHE): An earlier row already has the key “steering-group/CHE”. The row was left out.",
    );
}

#[test]
fn what_the_schema_forbids_and_the_explorer_can_read_is_shown_and_reported() {
    let package = Package::small().with("countries", "MAR,MA", "MAR,CH");
    let says = "countries row 2 (MAR) iso2: An earlier row already has “CH”, and each value may stand here only once. \
                The row is shown as it stands.";
    assert_eq!(package.complaints().first().map(String::as_str), Some(says));
    assert_eq!(package.build().0.countries.len(), 3);
}

#[test]
fn the_schema_s_text_for_a_missing_value_is_an_empty_cell() {
    let package = Package::small().with("participation", "delegates,debate", "delegates,-");
    assert_eq!(package.complaints(), Vec::<String>::new());
    let (data, _) = package.build();
    let delegates = data.figures.rows().first().expect("the row stays");
    assert_eq!(delegates.event, None);
}

#[test]
fn a_cell_that_breaks_its_pattern_is_reported_once_and_shown() {
    let package = Package::small().with("countries", "MAR,MA", "MARS,MA");
    let complaints = package.complaints();
    let of_row: Vec<_> = complaints
        .iter()
        .filter(|c| c.starts_with("countries"))
        .collect();
    assert_eq!(
        of_row,
        [
            "countries row 2 (MARS) iso3: “MARS” does not have the form that is asked for here ([A-Z]{3}). The row is shown as it stands."
        ]
    );
}

#[test]
fn troubles_come_in_the_order_of_the_rows() {
    let package = Package::small()
        .with("events", "day,abuja,NGA", "day,atlantis,NGA")
        .with("events", "month,,,", "weeks,,,");
    let complaints = package.complaints();
    let rows: Vec<_> = complaints.iter().filter_map(|c| c.get(..12)).collect();
    assert_eq!(rows, ["events row 2", "events row 3"]);
}
