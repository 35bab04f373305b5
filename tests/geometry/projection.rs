//! Equal Earth.

use forum_explorer::geometry::point::Point;
use forum_explorer::geometry::projection::EqualEarth;
use forum_explorer::geometry::rect::Rect;
use proptest::prelude::*;

use crate::assert_near;

const MAP: EqualEarth = EqualEarth::GREENWICH;

/// The area of a small cell of the map, by the corners of its image.
fn area(lon: f64, lat: f64, size: f64) -> f64 {
    let corners = [
        (lon, lat),
        (lon + size, lat),
        (lon + size, lat + size),
        (lon, lat + size),
    ];
    let points = corners.map(|(lon, lat)| MAP.project(lon, lat));
    (0..4)
        .map(|index| (points[index], points[(index + 1) % 4]))
        .map(|(a, b)| a.x * b.y - b.x * a.y)
        .sum::<f64>()
        / 2.0
}

#[test]
fn the_globe_has_the_extent_that_the_paper_states() {
    // "The aspect ratio is 2.05458"; the half width and half height in its implementations are 2.70663 and 1.31737.
    let (east, north) = (MAP.project(180.0, 0.0).x, MAP.project(0.0, 90.0).y);
    assert!((east - 2.706_63).abs() < 1e-5, "{east}");
    assert!((north - 1.317_37).abs() < 1e-5, "{north}");
    assert!((1000.0 / MAP.height_for_width(1000.0) - 2.054_58).abs() < 1e-5);
}

#[test]
fn poles_are_lines_of_0_59_times_the_equator() {
    let pole = MAP.project(180.0, 90.0).x / MAP.project(180.0, 0.0).x;
    assert!((pole - 0.59).abs() < 0.005, "{pole}");
}

#[test]
fn odd_input_has_a_place() {
    assert_eq!(MAP.project(f64::NAN, f64::INFINITY), Point::ZERO);
    assert_eq!(MAP.project(0.0, 200.0), MAP.project(0.0, 90.0));
    assert_eq!(MAP.invert(Point::new(f64::NAN, 0.0)), None);
    assert_eq!(MAP.invert(Point::new(0.0, f64::NAN)), None);
    assert_eq!(MAP.invert(Point::new(2.71, 0.0)), None);
    assert_eq!(MAP.invert(Point::new(0.0, -1.32)), None);
}

#[test]
fn both_edges_of_the_map_can_be_reached() {
    assert_near(MAP.project(-180.0, 10.0).x, -MAP.project(180.0, 10.0).x);
    let pacific = EqualEarth::centered_on(11.0);
    assert!(pacific.project(-169.0, 0.0).x < 0.0);
    assert!(pacific.project(-169.5, 0.0).x > 2.6);
    assert!(pacific.project(191.0, 0.0).x > 2.7);
}

#[test]
fn a_crop_fills_the_rectangle_that_its_height_was_asked_for() {
    let rect = Rect::new(
        8.0,
        4.0,
        640.0,
        MAP.height_for_width_lat(640.0, -56.0, 84.0),
    );
    let fitted = MAP.fit_lat(rect, -56.0, 84.0);
    assert_near(fitted.px_from_lon_lat(-180.0, 0.0).x, rect.left());
    assert_near(fitted.px_from_lon_lat(180.0, 0.0).x, rect.right());
    assert_near(fitted.px_from_lon_lat(0.0, 84.0).y, rect.top());
    assert_near(fitted.px_from_lon_lat(0.0, -56.0).y, rect.bottom());
    assert!(fitted.px_from_lon_lat(0.0, -70.0).y > rect.bottom());
    assert_eq!(
        fitted.lon_lat_from_px(Point::new(328.0, rect.bottom() + 2.0)),
        None
    );
}

#[test]
fn a_crop_without_the_equator_is_as_wide_as_its_longest_parallel() {
    let rect = Rect::new(0.0, 0.0, 500.0, MAP.height_for_width_lat(500.0, 30.0, 70.0));
    assert_near(
        MAP.fit_lat(rect, 70.0, 30.0).px_from_lon_lat(180.0, 30.0).x,
        500.0,
    );
}

#[test]
fn a_rectangle_too_high_has_the_globe_in_its_middle() {
    let fitted = MAP.fit(Rect::new(0.0, 0.0, 400.0, 900.0));
    assert_eq!(fitted.px_from_lon_lat(0.0, 0.0), Point::new(200.0, 450.0));
}

#[test]
fn a_rectangle_without_area_has_no_place_to_ask_for() {
    let fitted = MAP.fit(Rect::new(5.0, 5.0, 0.0, 0.0));
    assert_eq!(fitted.px_from_lon_lat(90.0, 45.0), Point::new(5.0, 5.0));
    assert_eq!(fitted.lon_lat_from_px(Point::new(5.0, 5.0)), None);
}

proptest! {
    #[test]
    fn a_place_survives_the_way_to_the_plane_and_back(lon in -180.0..=180.0, lat in -90.0..=90.0, central in -180.0..=180.0) {
        let map = EqualEarth::centered_on(central);
        let (found_lon, found_lat) = map.invert(map.project(lon, lat)).expect("a place on the map");
        prop_assert!((found_lat - lat).abs() < 1e-6, "{found_lat} for {lat}");
        // At the cut of the map the two longitudes of the same meridian may be exchanged.
        let apart = (found_lon - lon).rem_euclid(360.0);
        prop_assert!(apart.min(360.0 - apart) < 1e-6, "{found_lon} for {lon}");
    }

    #[test]
    fn a_place_survives_the_way_to_pixels_and_back(lon in -180.0..=180.0, lat in -56.0..=84.0, width in 1.0..2000.0, height in 1.0..2000.0) {
        let fitted = MAP.fit_lat(Rect::new(-30.0, 12.0, width, height), -56.0, 84.0);
        let (found_lon, found_lat) = fitted.lon_lat_from_px(fitted.px_from_lon_lat(lon, lat)).expect("a place in the picture");
        prop_assert!((found_lat - lat).abs() < 1e-6 && (found_lon - lon).abs() < 1e-6);
    }

    #[test]
    fn cells_of_one_area_on_the_globe_have_one_area_on_the_map(lon in -179.0..178.0, lat in -88.0..87.0_f64) {
        let size = 0.01_f64;
        let on_globe = size.to_radians() * ((lat + size).to_radians().sin() - lat.to_radians().sin());
        prop_assert!((area(lon, lat, size) / on_globe - 1.0).abs() < 1e-4);
    }

    #[test]
    fn any_input_is_projected_to_the_globe(lon: f64, lat: f64, x: f64, y: f64) {
        let place = MAP.project(lon, lat);
        prop_assert!(place.x.abs() < 2.71 && place.y.abs() < 1.32);
        if let Some((lon, lat)) = MAP.invert(Point::new(x, y)) {
            prop_assert!(lon.abs() <= 180.0 && lat.abs() <= 90.0);
        }
    }
}
