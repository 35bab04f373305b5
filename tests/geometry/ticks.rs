//! Round values.

use forum_explorer::geometry::scale::time::Time;
use forum_explorer::geometry::ticks::ticks;
use forum_explorer::model::span::Date;
use proptest::prelude::*;

#[track_caller]
fn check(from: f64, to: f64, count: usize, written: &str) {
    let found: Vec<String> = ticks(from, to, count).iter().map(f64::to_string).collect();
    assert_eq!(
        found.join(" "),
        written,
        "{count} ticks from {from} to {to}"
    );
}

#[test]
fn ticks_are_round_and_carry_no_dust() {
    check(0.0, 1.0, 10, "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1");
    check(0.0, 100.0, 5, "0 20 40 60 80 100");
    check(0.0, 2_160_000.0, 4, "0 500000 1000000 1500000 2000000");
    check(-0.3, 0.3, 6, "-0.3 -0.2 -0.1 0 0.1 0.2 0.3");
    check(2006.0, 2015.0, 5, "2006 2008 2010 2012 2014");
}

#[test]
fn ticks_rise_also_when_the_bounds_fall() {
    check(10.0, 0.0, 2, "0 5 10");
}

#[test]
fn equal_bounds_have_one_tick() {
    check(7.0, 7.0, 5, "7");
}

#[test]
fn bounds_that_are_not_finite_have_none() {
    for bound in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        check(bound, 1.0, 5, "");
        check(0.0, bound, 5, "");
    }
    check(0.0, 1.0, 0, "");
    check(-f64::MAX, f64::MAX, 5, "");
}

proptest! {
    #[test]
    fn ticks_lie_between_the_bounds_and_rise(from in any::<f64>(), to in any::<f64>(), count in 0_usize..5000) {
        let found = ticks(from, to, count);
        prop_assert!(found.iter().all(|tick| from.min(to) <= *tick && *tick <= from.max(to)));
        prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(found.len() <= 2001);
    }

    #[test]
    fn their_number_is_near_the_wish(from in -1e6..1e6, span in 1e-3..1e6, count in 2_usize..40) {
        let found = ticks(from, from + span, count).len() as f64;
        let wish = count as f64;
        prop_assert!(wish / 1.6 - 1.0 <= found && found <= wish * 1.6 + 1.0, "{found} for {wish}");
    }

    #[test]
    fn they_are_written_with_few_digits(from in -1000_i32..1000, span in 1_i32..2000, count in 1_usize..12) {
        for tick in ticks(f64::from(from) / 10.0, f64::from(from + span) / 10.0, count) {
            prop_assert!(tick.to_string().len() <= 7, "{tick}");
        }
    }
}

#[test]
fn the_stretches_between_ticks_hold_every_day_once() {
    for (first, last) in [
        ((2011, 1), (2011, 365)),
        ((1998, 1), (2026, 365)),
        ((2011, 40), (2013, 3)),
    ] {
        let day = |(year, day)| Date::from_ordinal_date(year, day).unwrap();
        let axis = Time::new(day(first), day(last), (0.0, 900.0));
        for most in 1..60 {
            let bins = axis.bins(most);
            assert!(bins.len() <= most + 1, "{most}: {}", bins.len());
            assert_eq!(bins.first().unwrap().first, axis.first());
            assert_eq!(bins.last().unwrap().last, axis.last());
            for pair in bins.windows(2) {
                assert_eq!(pair[0].last.next_day(), Some(pair[1].first));
            }
        }
        assert!(axis.bins(0).is_empty());
    }
}
