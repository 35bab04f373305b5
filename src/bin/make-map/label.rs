//! Where a country's name or mark goes.

use crate::ring::{area_in_degrees, segments};

/// How many candidates a row and a column have.
const GRID: u32 = 60;

/// How much a degree away from the centroid counts against a degree away from the border.
const PULL: f64 = 0.2;

/// A point of the largest ring that is far from its border and near to its centroid, in degrees.
pub fn label(rings: &[Vec<(f64, f64)>]) -> (f64, f64) {
    let largest = rings
        .iter()
        .max_by(|a, b| area_in_degrees(a).total_cmp(&area_in_degrees(b)));
    let ring = largest.map_or(&[][..], |ring| ring);
    let center = centroid(ring);
    let score = |place: (f64, f64)| clearance(ring, place) - PULL * distance(place, center);
    candidates(ring)
        .max_by(|a, b| score(*a).total_cmp(&score(*b)))
        .unwrap_or_default()
}

/// The middle of what a line spans, which is good enough for an island of a few kilometres.
pub fn middle(ring: &[(f64, f64)]) -> (f64, f64) {
    let ((west, east), (south, north)) = span(ring);
    ((west + east) / 2.0, (south + north) / 2.0)
}

fn span(ring: &[(f64, f64)]) -> ((f64, f64), (f64, f64)) {
    let of = |pick: fn(&(f64, f64)) -> f64| {
        let values = || ring.iter().map(pick);
        (
            values().fold(f64::INFINITY, f64::min),
            values().fold(f64::NEG_INFINITY, f64::max),
        )
    };
    (of(|point| point.0), of(|point| point.1))
}

fn candidates(ring: &[(f64, f64)]) -> impl Iterator<Item = (f64, f64)> {
    let ((west, east), (south, north)) = span(ring);
    let at = |from: f64, to: f64, index: u32| {
        from + (to - from) * (f64::from(index) + 0.5) / f64::from(GRID)
    };
    (0..GRID * GRID)
        .map(move |index| (at(west, east, index % GRID), at(south, north, index / GRID)))
}

/// How far within the ring a place lies; outside it a negative number.
fn clearance(ring: &[(f64, f64)], place: (f64, f64)) -> f64 {
    let nearest = segments(ring)
        .map(|(a, b)| to_segment(place, a, b))
        .fold(f64::INFINITY, f64::min);
    let enters = |(a, b): &((f64, f64), (f64, f64))| {
        (a.1 > place.1) != (b.1 > place.1)
            && place.0 < a.0 + (b.0 - a.0) * (place.1 - a.1) / (b.1 - a.1)
    };
    let within = segments(ring).filter(enters).count() % 2 == 1;
    if within { nearest } else { -nearest }
}

fn to_segment(place: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (along, offset) = ((b.0 - a.0, b.1 - a.1), (place.0 - a.0, place.1 - a.1));
    let length = along.0 * along.0 + along.1 * along.1;
    let share = ((offset.0 * along.0 + offset.1 * along.1) / length).clamp(0.0, 1.0);
    distance(place, (a.0 + share * along.0, a.1 + share * along.1))
}

/// In degrees of latitude; a degree of longitude is shorter the farther it is from the equator.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let narrowing = ((a.1 + b.1) / 2.0).to_radians().cos();
    ((a.0 - b.0) * narrowing).hypot(a.1 - b.1)
}

fn centroid(ring: &[(f64, f64)]) -> (f64, f64) {
    let cross = |a: (f64, f64), b: (f64, f64)| a.0 * b.1 - b.0 * a.1;
    let twice: f64 = segments(ring).map(|(a, b)| cross(a, b)).sum();
    let sum = segments(ring).fold((0.0, 0.0), |sum, (a, b)| {
        (
            sum.0 + (a.0 + b.0) * cross(a, b),
            sum.1 + (a.1 + b.1) * cross(a, b),
        )
    });
    (sum.0 / (3.0 * twice), sum.1 / (3.0 * twice))
}
