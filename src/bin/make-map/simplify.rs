//! Fewer points, and the same ones on both sides of a border.

use std::collections::{BTreeMap, BTreeSet};

use crate::ring::{Lands, Point, area, segments};

/// A point whose triangle with its neighbours is smaller than this goes, in square degrees of the equator.
const NEGLIGIBLE: f64 = 0.1;

type Neighbours = BTreeMap<Point, BTreeSet<Point>>;

/// Takes away the points that matter least, after M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated
/// elimination of points", The Cartographic Journal 30 (1), 1993. It works on the points of all lands at once, so that two
/// neighbours lose the same points of their border; where more than two lines meet, the point stays.
pub fn simplify(lands: &mut Lands) {
    let mut neighbours = Neighbours::new();
    for (a, b) in lands.values().flatten().flat_map(|ring| segments(ring)) {
        neighbours.entry(a).or_default().insert(b);
        neighbours.entry(b).or_default().insert(a);
    }
    eliminate(&mut neighbours);
    for rings in lands.values_mut() {
        rings
            .iter_mut()
            .for_each(|ring| ring.retain(|point| neighbours.contains_key(point)));
        rings.retain(|ring| ring.len() >= 3);
    }
}

fn eliminate(neighbours: &mut Neighbours) {
    let mut queue: BTreeSet<(i64, Point)> = neighbours
        .keys()
        .filter_map(|point| entry(neighbours, *point))
        .collect();
    while let Some((_, point)) = queue
        .pop_first()
        .filter(|(weight, _)| *weight < weight_of_area(NEGLIGIBLE))
    {
        // Two neighbours that touch make a triangle, which stays.
        let Some((a, b)) = pair(neighbours, point).filter(|(a, b)| !touch(neighbours, *a, *b))
        else {
            continue;
        };
        for end in [a, b] {
            entry(neighbours, end).map(|outdated| queue.remove(&outdated));
        }
        bridge(neighbours, point, a, b);
        queue.extend([a, b].into_iter().filter_map(|end| entry(neighbours, end)));
    }
}

/// Takes a point away from between its two neighbours.
fn bridge(neighbours: &mut Neighbours, point: Point, a: Point, b: Point) {
    neighbours.remove(&point);
    for (end, other) in [(a, b), (b, a)] {
        if let Some(around) = neighbours.get_mut(&end) {
            around.remove(&point);
            around.insert(other);
        }
    }
}

/// The two neighbours of a point that has just two.
fn pair(neighbours: &Neighbours, point: Point) -> Option<(Point, Point)> {
    match neighbours
        .get(&point)?
        .iter()
        .copied()
        .collect::<Vec<_>>()
        .as_slice()
    {
        [a, b] => Some((*a, *b)),
        _ => None,
    }
}

fn touch(neighbours: &Neighbours, a: Point, b: Point) -> bool {
    neighbours.get(&a).is_some_and(|around| around.contains(&b))
}

/// How much a point matters, and the point; none for one that has to stay.
fn entry(neighbours: &Neighbours, point: Point) -> Option<(i64, Point)> {
    let (a, b) = pair(neighbours, point)?;
    Some((weight_of_area(area(&[a, point, b])), point))
}

/// Areas as whole numbers, which can be put in order.
fn weight_of_area(area: f64) -> i64 {
    (area * 1e9).round() as i64
}
