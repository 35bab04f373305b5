//! Cells that point elsewhere: rows, citations, formulas.

use forum_explorer::model::citation::Citation;
use forum_explorer::model::span::Precision;

use crate::small::{Package, complains};

#[test]
fn an_optional_reference_to_nothing_is_emptied() {
    let package = Package::small().with("events", "day,abuja,NGA", "day,atlantis,NGA");
    complains(
        &package,
        "events row 2 (abuja) place: “atlantis” is not a row of the table places. It is taken as empty.",
    );
    let (data, _) = package.build();
    let event = data
        .events
        .find("abuja")
        .and_then(|key| data.events.get(key))
        .expect("the event stays");
    assert_eq!((event.place, event.hosts.len()), (None, 1));
}

#[test]
fn one_bad_entry_of_a_list_is_left_out_of_it() {
    let package = Package::small().with("practices", "MAR;CHE", "MAR;;XXX; CHE");
    complains(
        &package,
        "practices row 1 (practice-1) iso3: “XXX” is not a row of the table countries. This entry was left out.",
    );
    assert_eq!(
        package
            .build()
            .0
            .practices
            .rows()
            .first()
            .map(|row| row.countries.len()),
        Some(2)
    );
}

#[test]
fn rows_refer_to_later_rows_of_their_own_table() {
    let (data, _) = Package::small().build();
    let abuja = data
        .events
        .find("abuja")
        .and_then(|key| data.events.get(key))
        .expect("the event is there");
    assert_eq!(
        abuja.feeds,
        [data.events.find("debate").expect("the session is there")]
    );
    assert_eq!(abuja.parent, data.events.find("forum"));
    assert_eq!(abuja.clusters.len(), 2);
    assert_eq!(
        abuja.source,
        [
            Citation {
                para: 3,
                footnote: None
            },
            Citation {
                para: 4,
                footnote: Some("a".to_owned())
            }
        ]
    );
    let march = data
        .events
        .find("march")
        .and_then(|key| data.events.get(key))
        .expect("the event is there");
    assert_eq!(march.span.precision, Precision::Month);
    assert_eq!(march.title.en, "Meeting in March, somewhere");
}

#[test]
fn a_citation_that_cannot_be_read_is_left_out() {
    let package = Package::small().with("events", "3;4:a", "3;p. 4");
    complains(
        &package,
        "events row 2 (abuja) source: “p. 4” is not a paragraph: a citation is written 27, or 27:i for a footnote. \
         This entry was left out.",
    );
}

#[test]
fn a_formula_that_cannot_be_read_leaves_the_number() {
    let package = Package::small().with("funding", "budget - given", "budget - - given");
    complains(
        &package,
        "funding row 3 (gap) derived: The formula cannot be read at “-”. It is taken as empty.",
    );
    let (data, _) = package.build();
    assert_eq!(
        data.flows
            .rows()
            .last()
            .map(|flow| (flow.amount, flow.derived.is_some())),
        Some((Some(41.0), false))
    );
}
