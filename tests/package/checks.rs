//! What cannot be true, across rows and tables.

use crate::small::{Package, complains};

const KEPT: &str = "The row is shown as it stands.";

#[track_caller]
fn finds(table: &str, from: &str, to: &str, says: &str) {
    complains(
        &Package::small().with(table, from, to),
        &format!("{says} {KEPT}"),
    );
}

#[test]
fn a_paragraph_that_does_not_exist_cannot_be_cited() {
    finds(
        "unstated",
        "gave,7",
        "gave,7;11",
        "unstated row 1 (donors) source: There is no paragraph 11; the last one is 10.",
    );
}

#[test]
fn every_row_cites_something() {
    finds(
        "unstated",
        "gave,7",
        "gave,",
        "unstated row 1 (donors) source: The row names no paragraph that states it.",
    );
}

#[test]
fn without_paragraphs_no_citation_is_doubted() {
    let package = Package::small().with_json(r#""name": "paragraphs""#, r#""name": "parables""#);
    complains(
        &package,
        "paragraphs: The package does not have this table. What it would show is missing.",
    );
}

#[test]
fn a_session_lies_within_its_event() {
    finds(
        "events",
        "2011-12-02",
        "2012-01-02",
        "events row 4 (debate) parent: It reaches beyond “forum”, which it is a part of.",
    )
}

#[test]
fn a_section_lies_within_the_one_above_and_holds_its_paragraphs() {
    let package = Package::small().with("sections", "3,5", "3,11");
    complains(
        &package,
        "sections row 2 (meetings) parent: It reaches beyond “report”, which it is a part of. The row is shown as it stands.",
    );
    let package = Package::small().with("sections", "3,5", "3,4");
    complains(
        &package,
        "paragraphs row 5 (5) section: It reaches beyond “meetings”, which it is a part of. The row is shown as it stands.",
    );
}

#[test]
fn nobody_joins_before_the_first_event_or_after_the_last() {
    finds(
        "memberships",
        "2011-09-27",
        "2021-09-27",
        "memberships row 2 (steering-group/NGA) since: 2021-09-27 lies outside the time that the package covers (2011-01-01 to 2011-12-31).",
    );
}

#[test]
fn country_codes_have_their_standard_s_form_and_are_unique() {
    finds(
        "countries",
        "NG,566",
        "NG,5X6",
        "countries row 3 (NGA) m49: “5X6” is not a UN country code of three digits.",
    );
    finds(
        "countries",
        "NG,566",
        "Ng,566",
        "countries row 3 (NGA) iso2: “Ng” is not an ISO country code of two letters.",
    );
    finds(
        "countries",
        "NG,566",
        "NG,504",
        "countries row 3 (NGA) m49: An earlier row already has “504”, and each value may stand here only once.",
    );
}

#[test]
fn ids_are_slugs() {
    finds(
        "unstated",
        "donors",
        "Donors_1",
        "unstated row 1 (Donors_1) id: “Donors_1” is not an id of lower-case letters, digits and hyphens.",
    );
}

#[test]
fn numbers_are_where_such_numbers_can_be() {
    finds(
        "survey",
        "66",
        "-66",
        "survey row 1 (answers) value: -66 is less than 0, the least that is possible here.",
    );
    finds(
        "survey",
        "66,=,governments",
        "166,=,percent",
        "survey row 1 (answers) value: 166 is more than 100, the most that is possible here.",
    );
    finds(
        "survey",
        "66,=,governments",
        "66,=,",
        "survey row 1 (answers) unit: The cell must not be empty.",
    );
    finds(
        "context",
        "214000000,,",
        "30,20,",
        "context row 1 (migrants) value_high: The upper end of the range (20) is below its lower end (30).",
    );
    finds(
        "places",
        "9.06",
        "90.6",
        "places row 1 (abuja) lat: 90.6 is more than 90, the most that is possible here.",
    );
    finds(
        "funding",
        "59,USD",
        "59,",
        "funding row 2 (given) currency: The cell must not be empty.",
    );
}

#[test]
fn a_derived_number_is_what_its_formula_gives() {
    finds(
        "funding",
        "41,USD",
        "42,USD",
        "funding row 3 (gap) amount: The row states 42; its formula gives 41.",
    );
    finds(
        "funding",
        "budget - given",
        "budget - taken",
        "funding row 3 (gap) derived: The formula names “taken”, which has no number.",
    );
    finds(
        "funding",
        "budget - given",
        "budget / ( given - given )",
        "funding row 3 (gap) derived: The formula divides by zero.",
    );
    finds(
        "funding",
        "41,USD",
        ",",
        "funding row 3 (gap) amount: The row has a formula and no number.",
    );
}

#[test]
fn a_derived_number_may_be_rounded_and_may_read_other_tables() {
    let rounded = Package::small().with("participation", "40,=,percent", "40.04,=,percent");
    assert_eq!(rounded.complaints(), Vec::<String>::new());
    let elsewhere = Package::small().with("funding", "budget - given", "survey.answers - 25");
    assert_eq!(elsewhere.complaints(), Vec::<String>::new());
}

#[test]
fn categories_do_not_add_up_to_more_than_their_total() {
    let package = Package::small().with(
        "participation",
        "4,=,people,false,delegates - men",
        "5,=,people,false,",
    );
    assert!(package.complaints().contains(&format!(
        "participation row 2 (men) value: The categories add up to 11, more than their total of 10 (“delegates”). {KEPT}"
    )));
}

#[test]
fn overlapping_categories_may() {
    let package = Package::small()
        .with(
            "participation",
            "4,=,people,false,delegates - men",
            "5,=,people,true,",
        )
        .with("participation", "women / delegates * 100", "");
    assert_eq!(package.complaints(), Vec::<String>::new());
}

#[test]
fn a_contradiction_states_two_things() {
    finds(
        "conflicts",
        "11,9",
        "10,9",
        "conflicts row 1 (observers) value_b: Both sides of the contradiction state “10”.",
    );
}

#[test]
fn rows_are_numbered_as_in_the_file_even_after_one_was_left_out() {
    let package = Package::small()
        .with(
            "countries",
            "CHE,CH,756,瑞士,Switzerland,europe",
            "CHE,CH,756,瑞士,Switzerland,atlantis",
        )
        .with("countries", "NG,566", "NG,5");
    let says =
        format!("countries row 3 (NGA) m49: “5” is not a UN country code of three digits. {KEPT}");
    assert!(
        package.complaints().contains(&says),
        "{:?}",
        package.complaints()
    );
}
