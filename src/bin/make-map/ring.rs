//! Closed lines on the grid of the asset.

use std::collections::BTreeMap;

/// Parts of a degree; at 1280 px for the whole map a part is half a pixel.
pub const UNITS: u16 = 7;

/// Longitude and latitude in parts of a degree.
pub type Point = (i32, i32);

/// A closed line; its first point is not repeated at the end.
pub type Ring = Vec<Point>;

/// The rings of each entry of the map, by its code or, if it gets none, its name.
pub type Lands = BTreeMap<&'static str, Vec<Ring>>;

/// A line in degrees, brought to the grid.
pub fn rounded(ring: &[(f64, f64)]) -> Ring {
    let mut points: Ring = ring.iter().copied().map(point).collect();
    points.dedup();
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

/// A place in degrees, brought to the grid.
pub fn point((lon, lat): (f64, f64)) -> Point {
    let unit = |degrees: f64| (degrees * f64::from(UNITS)).round() as i32;
    (unit(lon), unit(lat))
}

/// A line of the grid in degrees.
pub fn degrees(ring: &[Point]) -> Vec<(f64, f64)> {
    ring.iter()
        .map(|(lon, lat)| {
            (
                f64::from(*lon) / f64::from(UNITS),
                f64::from(*lat) / f64::from(UNITS),
            )
        })
        .collect()
}

/// Each point with the one after it, round the ring.
pub fn segments<T: Copy>(ring: &[T]) -> impl Iterator<Item = (T, T)> {
    ring.iter()
        .copied()
        .zip(ring.iter().copied().cycle().skip(1))
}

/// What a ring encloses, in square degrees of the equator.
pub fn area(ring: &[Point]) -> f64 {
    area_in_degrees(&degrees(ring))
}

/// What a line in degrees encloses, in square degrees of the equator.
pub fn area_in_degrees(ring: &[(f64, f64)]) -> f64 {
    let twice: f64 = segments(ring)
        .map(|(a, b)| (b.0 - a.0) * (a.1.to_radians().sin() + b.1.to_radians().sin()))
        .sum();
    (twice / 2.0).to_degrees().abs()
}
