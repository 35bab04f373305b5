//! Numbers, in full and in short.

use forum_explorer::format::number::{compact, number, percent, spoken};
use forum_explorer::language::lang::Lang::{En, Fr, Zh};
use proptest::prelude::*;

#[test]
fn digits_stand_in_groups_of_three() {
    for (value, expected) in [
        (0.0, "0"),
        (7.0, "7"),
        (999.0, "999"),
        (1000.0, "1,000"),
        (12_345.0, "12,345"),
        (999_999.0, "999,999"),
        (2_155_232.0, "2,155,232"),
        (1e12, "1,000,000,000,000"),
    ] {
        assert_eq!(number(value, En), expected);
    }
}

#[test]
fn a_number_has_one_decimal_and_none_where_it_is_zero() {
    assert_eq!(number(59.4, En), "59.4");
    assert_eq!(number(59.41, En), "59.4");
    assert_eq!(number(59.97, En), "60");
    assert_eq!(number(1234.56, En), "1,234.6");
    assert_eq!(number(999.96, En), "1,000");
}

#[test]
fn french_parts_groups_by_a_narrow_space_and_decimals_by_a_comma() {
    for (value, expected) in [
        (999.0, "999"),
        (2_155_232.0, "2\u{202f}155\u{202f}232"),
        (59.41, "59,4"),
        (-1234.56, "−1\u{202f}234,6"),
    ] {
        assert_eq!(number(value, Fr), expected);
    }
    assert_eq!(percent(59.4, Fr), "59,4\u{a0}%");
}

#[test]
fn a_number_is_listened_to_as_one_run_of_digits() {
    let said = |text| spoken(text);
    assert_eq!(
        said("2\u{202f}155\u{202f}232 dollars US"),
        "2155232 dollars US"
    );
    assert_eq!(
        said("59,4\u{202f}% ; 5\u{202f}; 6"),
        "59,4\u{a0}% ; 5\u{a0}; 6"
    );
    assert_eq!(said("2,155,232"), "2,155,232");
    assert_eq!(said(""), "");
}

#[test]
fn french_counts_in_millions_and_milliards_and_has_no_plural_below_two() {
    for (value, expected) in [
        (1e6, "1 million"),
        (1_990_000.0, "1,99 million"),
        (2e6, "2 millions"),
        (2_155_232.0, "2,16 millions"),
        (1e9, "1 milliard"),
        (440e9, "440 milliards"),
    ] {
        assert_eq!(compact(value, Fr), expected);
    }
}

#[test]
fn a_negative_number_has_a_minus_sign_and_zero_has_none() {
    assert_eq!(number(-1.0, En), "−1");
    assert_eq!(number(-1_234_567.5, En), "−1,234,567.5");
    assert_eq!(number(-0.0, En), "0");
    assert_eq!(number(-0.04, En), "0");
}

#[test]
fn what_is_no_number_is_a_dash() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(number(value, En), "–");
        assert_eq!(compact(value, En), "–");
        assert_eq!(compact(value, Zh), "–");
    }
}

#[test]
fn english_counts_in_millions_and_billions() {
    for (value, expected) in [
        (999_999.0, "999,999"),
        (1e6, "1 million"),
        (2_155_232.0, "2.16 million"),
        (40e6, "40 million"),
        (214e6, "214 million"),
        (1.5e9, "1.5 billion"),
        (440e9, "440 billion"),
        (-2_155_232.0, "−2.16 million"),
    ] {
        assert_eq!(compact(value, En), expected);
    }
}

#[test]
fn chinese_counts_in_tens_of_thousands_and_hundreds_of_millions() {
    for (value, expected) in [
        (9_999.0, "9,999"),
        (10_000.0, "1万"),
        (2_155_232.0, "215.5万"),
        (40e6, "4000万"),
        (214e6, "2.14亿"),
        (440e9, "4400亿"),
        (-10_000.0, "−1万"),
    ] {
        assert_eq!(compact(value, Zh), expected);
    }
}

#[test]
fn a_number_that_rounds_up_to_the_next_step_is_written_in_it() {
    assert_eq!(compact(999_999_999.0, En), "1 billion");
    assert_eq!(compact(99_999_999.0, Zh), "1亿");
}

#[test]
fn a_share_has_its_sign_right_behind_it() {
    assert_eq!(percent(59.4, En), "59.4%");
    assert_eq!(percent(87.0, En), "87%");
}

proptest! {
    #[test]
    fn the_digits_of_a_whole_number_survive_grouping(value in -900_000_000_000_000_i64..900_000_000_000_000) {
        let written = number(value as f64, En);
        let plain: String = written.chars().filter(|c| *c != ',').collect();
        prop_assert_eq!(plain.replace('−', "-"), value.to_string());
        for group in written.trim_start_matches('−').split(',').skip(1) {
            prop_assert_eq!(group.len(), 3);
        }
    }

    #[test]
    fn any_number_can_be_written(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        for text in [number(value, En), number(value, Fr), compact(value, En), compact(value, Zh), compact(value, Fr)] {
            prop_assert!(!text.is_empty() && !text.contains("inf") && !text.contains("NaN"), "{text}");
        }
    }

    #[test]
    fn the_short_form_says_the_number_to_three_digits(value in 1e4..1e13) {
        for (lang, steps) in [(En, [(" billion", 1e9), (" million", 1e6)]), (Zh, [("亿", 1e8), ("万", 1e4)])] {
            let text = compact(value, lang);
            let size = steps.iter().find(|(name, _)| text.ends_with(name));
            let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit()).replace(',', "");
            let read = digits.parse::<f64>().unwrap() * size.map_or(1.0, |s| s.1);
            prop_assert!((read - value).abs() <= value * 0.005, "{value} as {text}");
        }
    }
}
