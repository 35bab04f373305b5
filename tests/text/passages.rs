//! A passage of the report with the numbers that the data take from it.

use forum_explorer::format::fact::Fact;
use forum_explorer::format::passage::runs;
use proptest::prelude::*;

fn facts(values: &[&str]) -> Vec<Fact> {
    let fact = |value: &&str| Fact {
        table: "Count".into(),
        what: "Delegates".into(),
        value: (*value).to_owned(),
        is_data_value: false,
    };
    values.iter().map(fact).collect()
}

fn marked(passage: &str, values: &[&str]) -> Vec<String> {
    let runs = runs(passage, &facts(values)).into_iter();
    runs.filter(|(_, is_stated)| *is_stated)
        .map(|(text, _)| text)
        .collect()
}

#[test]
fn a_number_that_a_row_states_is_marked_and_another_is_not() {
    let passage =
        "Forty-one states (41) attended in 2019, with about 300 delegates, 131 of them women.";
    assert_eq!(
        marked(passage, &["41 states", "about 300 people"]),
        ["41", "300"]
    );
    assert_eq!(marked(passage, &["30 people", "1 state"]), [""; 0]);
    assert_eq!(marked("41个国家，约300人", &["约300人"]), ["300"]);
}

#[test]
fn groups_of_digits_are_one_number_however_they_are_written() {
    for written in ["2,155,232", "2 155 232", "2\u{a0}155\u{a0}232", "2155232"] {
        let passage = format!("The budget was US${written}.");
        assert_eq!(marked(&passage, &["US$2,155,232"]), [written]);
    }
    assert_eq!(
        marked("In 2011 600 came, 59.4% of all.", &["600 people", "59.4%"]),
        ["600", "59.4"]
    );
    assert_eq!(marked("In 2011, 600 came.", &["600 people"]), ["600"]);
}

proptest! {
    #[test]
    fn the_runs_of_any_passage_are_that_passage(passage in any::<String>(), value in "[0-9 ,.]{0,12}") {
        let whole: String = runs(&passage, &facts(&[&value])).into_iter().map(|(text, _)| text).collect();
        prop_assert_eq!(whole, passage);
    }
}
