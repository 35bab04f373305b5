//! From values to pixels and back.

use forum_explorer::geometry::scale::band::Band;
use forum_explorer::geometry::scale::linear::Linear;
use proptest::prelude::*;

use crate::assert_near;

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
}
