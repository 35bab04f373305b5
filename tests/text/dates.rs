//! Days, months, years and spans of them, as exactly as the report states them.

use forum_explorer::format::date::{day, month_short, period, span};
use forum_explorer::language::lang::Lang::{En, Fr, Zh};
use forum_explorer::model::span::Precision::{self, Day, Month, Year};
use forum_explorer::model::span::{Date, Span, parse_date};
use proptest::prelude::*;

fn date(iso: &str) -> Date {
    parse_date(iso).unwrap()
}

#[track_caller]
fn assert_span(precision: Precision, start: &str, end: &str, english: &str, chinese: &str) {
    let stated = Span {
        start: date(start),
        end: date(end),
        precision,
    };
    assert_eq!(span(&stated, En), english);
    assert_eq!(span(&stated, Zh), chinese);
}

#[test]
fn a_day_has_day_month_and_year() {
    assert_eq!(day(date("2011-09-07"), En), "7 September 2011");
    assert_eq!(day(date("2011-09-07"), Zh), "2011年9月7日");
    assert_span(
        Day,
        "2011-12-31",
        "2011-12-31",
        "31 December 2011",
        "2011年12月31日",
    );
}

#[test]
fn the_first_of_a_month_is_an_ordinal_in_french_and_no_other_day_is() {
    assert_eq!(day(date("2011-12-01"), Fr), "1er décembre 2011");
    assert_eq!(day(date("2011-12-02"), Fr), "2 décembre 2011");
    let (first, last) = (date("2011-09-01"), date("2011-10-01"));
    assert_eq!(period(first, last, Fr), "1er septembre – 1er octobre 2011");
}

#[test]
fn days_of_one_month_say_the_month_once() {
    assert_span(
        Day,
        "2011-09-07",
        "2011-09-08",
        "7–8 September 2011",
        "2011年9月7日至8日",
    );
}

#[test]
fn days_of_two_months_say_the_year_once() {
    assert_span(
        Day,
        "2011-11-29",
        "2011-12-02",
        "29 November – 2 December 2011",
        "2011年11月29日至12月2日",
    );
}

#[test]
fn days_of_two_years_say_both() {
    assert_span(
        Day,
        "2010-12-30",
        "2011-01-02",
        "30 December 2010 – 2 January 2011",
        "2010年12月30日至2011年1月2日",
    );
}

#[test]
fn the_same_day_of_two_months_or_years_is_a_span() {
    assert_span(
        Day,
        "2011-03-01",
        "2011-04-01",
        "1 March – 1 April 2011",
        "2011年3月1日至4月1日",
    );
    assert_span(
        Day,
        "2010-03-01",
        "2011-03-01",
        "1 March 2010 – 1 March 2011",
        "2010年3月1日至2011年3月1日",
    );
}

#[test]
fn what_is_dated_to_the_month_says_no_day() {
    assert_span(
        Month,
        "2011-02-01",
        "2011-02-01",
        "February 2011",
        "2011年2月",
    );
    assert_span(
        Month,
        "2011-02-01",
        "2011-02-28",
        "February 2011",
        "2011年2月",
    );
    assert_span(
        Month,
        "2011-02-01",
        "2011-10-01",
        "February–October 2011",
        "2011年2月至10月",
    );
    assert_span(
        Month,
        "2010-11-01",
        "2011-02-01",
        "November 2010 – February 2011",
        "2010年11月至2011年2月",
    );
}

#[test]
fn what_is_dated_to_the_year_says_no_month() {
    assert_span(Year, "2005-01-01", "2005-01-01", "2005", "2005年");
    assert_span(
        Year,
        "2006-01-01",
        "2007-12-31",
        "2006–2007",
        "2006年至2007年",
    );
}

#[test]
fn a_chosen_period_is_written_to_the_day() {
    let (first, last) = (date("2011-06-01"), date("2011-09-30"));
    assert_eq!(period(first, last, En), "1 June – 30 September 2011");
    assert_eq!(period(first, last, Zh), "2011年6月1日至9月30日");
    assert_eq!(period(first, first, En), "1 June 2011");
}

#[test]
fn every_month_has_its_name_in_full_and_in_short() {
    let months = (1..=12).map(|m| date(&format!("2011-{m:02}-01")));
    let full: Vec<String> = months.clone().map(|m| day(m, En)).collect();
    assert_eq!(full[0], "1 January 2011");
    assert_eq!(full[11], "1 December 2011");
    let short: Vec<String> = months.clone().map(|m| month_short(m, En)).collect();
    let initials = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    assert_eq!(short, initials);
    for ((full, short), number) in full.iter().zip(&short).zip(1..) {
        assert!(full.contains(short.as_str()), "{full} begins with {short}");
        let month = date(&format!("2011-{number:02}-01"));
        assert_eq!(month_short(month, Zh), format!("{number}月"));
    }
}

proptest! {
    #[test]
    fn any_span_is_written_without_places_left_open(
        start in 0_i32..40_000,
        length in 0_i32..1_000,
        precision in prop::sample::select(vec![Day, Month, Year]),
    ) {
        let first = date("1950-01-01").to_julian_day() + start;
        let stated = Span {
            start: Date::from_julian_day(first).unwrap(),
            end: Date::from_julian_day(first + length).unwrap(),
            precision,
        };
        for lang in [En, Zh, Fr] {
            let text = span(&stated, lang);
            prop_assert!(!text.contains(['{', '}']), "{text}");
            for year in [stated.start.year(), stated.end.year()] {
                prop_assert!(text.contains(&year.to_string()), "{text} says {year}");
            }
        }
    }
}
