//! From values to pixels and back.

use forum_explorer::geometry::scale::band::Band;
use forum_explorer::geometry::scale::linear::Linear;
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
fn values_lie_where_their_share_of_the_domain_puts_them() {
    let scale = Linear::new((0.0, 200.0), (50.0, 150.0));
    assert_eq!(
        [0.0, 50.0, 200.0, 300.0].map(|value| scale.px_from_value(value)),
        [50.0, 75.0, 150.0, 200.0]
    );
}

#[test]
fn an_axis_may_grow_upwards() {
    let scale = Linear::new((0.0, 10.0), (100.0, 0.0));
    assert_near(scale.px_from_value(2.0), 80.0);
    assert_near(scale.value_from_px(80.0), 2.0);
}

#[test]
fn a_domain_of_one_value_lies_in_the_middle() {
    let scale = Linear::new((5.0, 5.0), (0.0, 80.0));
    assert_eq!(
        [5.0, 0.0, 1e9].map(|value| scale.px_from_value(value)),
        [40.0; 3]
    );
    assert_eq!(scale.value_from_px(12.0), 5.0);
    assert_eq!(scale.ticks(5), [5.0]);
    assert_eq!(scale.nice(5), scale);
}

#[test]
fn odd_values_have_a_place() {
    let scale = Linear::new((0.0, 10.0), (20.0, 120.0));
    assert_eq!(scale.px_from_value(f64::NAN), 70.0);
    assert_eq!(scale.px_from_value(f64::INFINITY), 120.0);
    assert_eq!(scale.px_from_value(f64::NEG_INFINITY), 20.0);
    assert_eq!(
        Linear::new((f64::NAN, 4.0), (0.0, 10.0)).domain(),
        (4.0, 4.0)
    );
    assert_eq!(
        Linear::new((f64::NAN, f64::INFINITY), (0.0, 10.0)).px_from_value(3.0),
        5.0
    );
}

#[test]
fn nice_widens_the_domain_to_round_values_in_its_direction() {
    assert_eq!(
        Linear::new((0.0, 87.3), (0.0, 1.0)).nice(5).domain(),
        (0.0, 100.0)
    );
    assert_eq!(
        Linear::new((0.0, 100.0), (0.0, 1.0)).nice(5).domain(),
        (0.0, 100.0)
    );
    assert_eq!(
        Linear::new((0.31, -0.12), (0.0, 1.0)).nice(5).domain(),
        (0.4, -0.2)
    );
}

#[test]
fn bands_share_the_range_with_gaps_around_them() {
    let band = Band::new(4, (0.0, 80.0), 0.25);
    assert_eq!(band.width_px(), 15.0);
    assert_eq!(
        [0, 1, 3].map(|index| band.start_px(index)),
        [2.5, 22.5, 62.5]
    );
    assert_eq!(
        [2.4, 2.5, 17.4, 17.5, 70.0, 80.0].map(|px| band.index_from_px(px)),
        [None, Some(0), Some(0), None, Some(3), None]
    );
}

#[test]
fn bands_run_backwards_with_their_range() {
    let band = Band::new(2, (100.0, 0.0), 0.0);
    assert_eq!((band.start_px(0), band.start_px(1)), (50.0, 0.0));
    assert_eq!(band.index_from_px(10.0), Some(1));
}

#[test]
fn no_bands_have_no_width() {
    let band = Band::new(0, (0.0, 10.0), 0.1);
    assert_eq!(band.width_px(), 0.0);
    assert_eq!(band.index_from_px(5.0), None);
    assert_eq!(Band::new(3, (0.0, f64::NAN), 0.1).index_from_px(0.0), None);
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
    fn a_value_survives_the_way_to_pixels_and_back(
        from in -1e6..1e6, to in -1e6..1e6_f64, left in -1e4..1e4, width in 1.0..1e4, share in -1.0..2.0
    ) {
        prop_assume!(f64::abs(to - from) > 1e-3);
        let scale = Linear::new((from, to), (left, left + width));
        let value = from + (to - from) * share;
        prop_assert!((scale.value_from_px(scale.px_from_value(value)) - value).abs() < 1e-5);
    }

    #[test]
    fn no_input_gives_a_pixel_that_is_not_finite(a: f64, b: f64, c: f64, d: f64, value: f64) {
        let scale = Linear::new((a, b), (c, d));
        prop_assert!(scale.px_from_value(value).is_finite());
        prop_assert!(scale.value_from_px(value).is_finite());
        let (low, high) = scale.nice(7).domain();
        prop_assert!(low.min(high) <= scale.domain().0 && scale.domain().0 <= low.max(high));
    }

    #[test]
    fn the_middle_of_a_band_belongs_to_it(
        count in 1_usize..200, from in -1e4..1e4, to in -1e4..1e4_f64, padding in 0.0..0.95, pick in 0_usize..200
    ) {
        prop_assume!(f64::abs(to - from) > 1.0);
        let band = Band::new(count, (from, to), padding);
        let index = pick % count;
        prop_assert_eq!(band.index_from_px(band.center_px(index)), Some(index));
        prop_assert!(from.min(to) - 1e-6 <= band.start_px(index));
        prop_assert!(band.start_px(index) + band.width_px() <= from.max(to) + 1e-6);
    }

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
