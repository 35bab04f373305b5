//! From days to pixels and back.

use forum_explorer::geometry::scale::time::{Time, Unit};
use proptest::prelude::*;
use time::{Date, Duration, Month};

use crate::assert_near;

fn date(year: i32, month: u8, day: u8) -> Date {
    Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap()
}

#[track_caller]
fn check_ticks(first: Date, last: Date, max_count: usize, unit: Unit, dates: &[Date]) {
    let found = Time::new(first, last, (0.0, 100.0)).ticks(max_count);
    assert_eq!(
        found.iter().map(|tick| tick.date).collect::<Vec<_>>(),
        dates
    );
    assert!(found.iter().all(|tick| tick.unit == unit), "{found:?}");
}

#[test]
fn a_one_day_event_is_as_wide_as_a_day() {
    let scale = Time::new(date(2011, 1, 1), date(2011, 12, 31), (0.0, 365.0));
    let day = date(2011, 5, 18);
    assert_near(scale.px_after_date(day) - scale.px_from_date(day), 1.0);
    assert_near(scale.px_from_date(date(2011, 1, 1)), 0.0);
    assert_near(scale.px_after_date(date(2011, 12, 31)), 365.0);
}

#[test]
fn a_line_of_one_day_fills_the_range() {
    let day = date(2011, 12, 1);
    let scale = Time::new(day, day, (10.0, 30.0));
    assert_eq!(
        (scale.px_from_date(day), scale.px_after_date(day)),
        (10.0, 30.0)
    );
    assert_eq!(scale.date_from_px(25.0), day);
}

#[test]
fn pixels_outside_give_the_nearest_day() {
    let scale = Time::new(date(2011, 3, 1), date(2011, 9, 30), (0.0, 400.0));
    assert_eq!(scale.date_from_px(-5.0), date(2011, 3, 1));
    assert_eq!(scale.date_from_px(400.0), date(2011, 9, 30));
    assert_eq!(scale.date_from_px(f64::INFINITY), date(2011, 9, 30));
}

#[test]
fn dates_the_wrong_way_round_are_exchanged() {
    let scale = Time::new(date(2012, 1, 1), date(2011, 1, 1), (0.0, 1.0));
    assert_eq!(
        (scale.first(), scale.last()),
        (date(2011, 1, 1), date(2012, 1, 1))
    );
}

#[test]
fn ticks_name_months_where_there_is_room_for_all() {
    let months: Vec<Date> = (1..=12).map(|month| date(2011, month, 1)).collect();
    check_ticks(
        date(2011, 1, 1),
        date(2011, 12, 31),
        12,
        Unit::Month,
        &months,
    );
}

#[test]
fn ticks_name_quarters_where_months_have_no_room() {
    let quarters = [1, 4, 7, 10].map(|month| date(2011, month, 1));
    check_ticks(
        date(2011, 1, 1),
        date(2011, 12, 31),
        11,
        Unit::Quarter,
        &quarters,
    );
    check_ticks(
        date(2011, 1, 2),
        date(2011, 12, 31),
        4,
        Unit::Quarter,
        &quarters[1..],
    );
}

#[test]
fn ticks_name_years_and_then_round_years() {
    let years: Vec<Date> = (2006..=2015).map(|year| date(year, 1, 1)).collect();
    check_ticks(date(2006, 1, 1), date(2015, 12, 31), 10, Unit::Year, &years);
    check_ticks(
        date(2006, 1, 1),
        date(2015, 12, 31),
        6,
        Unit::Year,
        &[2006, 2008, 2010, 2012, 2014].map(|year| date(year, 1, 1)),
    );
}

#[test]
fn a_line_within_a_month_is_named_by_its_first_day() {
    check_ticks(
        date(2011, 12, 1),
        date(2011, 12, 2),
        3,
        Unit::Month,
        &[date(2011, 12, 1)],
    );
    check_ticks(
        date(2011, 11, 29),
        date(2011, 11, 30),
        3,
        Unit::Month,
        &[date(2011, 11, 29)],
    );
}

proptest! {
    #[test]
    fn a_day_survives_the_way_to_pixels_and_back(start in 0_i64..20_000, days in 0_i64..20_000, pick in 0_i64..20_000, width in 100.0..2000.0) {
        let first = date(1980, 1, 1) + Duration::days(start);
        let day = first + Duration::days(pick % (days + 1));
        let scale = Time::new(first, first + Duration::days(days), (40.0, 40.0 + width));
        prop_assert_eq!(scale.date_from_px(scale.px_from_date(day)), day);
        prop_assert_eq!(scale.date_from_px((scale.px_from_date(day) + scale.px_after_date(day)) / 2.0), day);
    }

    #[test]
    fn time_ticks_fit_the_wish_and_the_line(start in 0_i64..200_000, days in 0_i64..200_000, max_count in 1_usize..40) {
        let first = date(1700, 1, 1) + Duration::days(start);
        let scale = Time::new(first, first + Duration::days(days), (0.0, 1.0));
        let ticks = scale.ticks(max_count);
        prop_assert!((1..=max_count).contains(&ticks.len()));
        prop_assert!(ticks.iter().all(|tick| scale.first() <= tick.date && tick.date <= scale.last()));
        prop_assert!(ticks.windows(2).all(|pair| pair[0].date < pair[1].date && pair[0].unit == pair[1].unit));
    }
}
