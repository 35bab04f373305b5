//! Areas that touch become one.

use std::collections::BTreeMap;

use crate::ring::{Point, Ring, segments};

/// The rings around the same land without the borders between them: what one ring walks in one direction and another (or the
/// same) in the other goes. All rings must have their land on the same side, as those of the input have.
pub fn dissolved(rings: &[Ring]) -> Vec<Ring> {
    let mut onward = Steps::new();
    for (from, to) in rings
        .iter()
        .flat_map(|ring| segments(ring))
        .filter(|(from, to)| from != to)
    {
        if !take(&mut onward, to, from) {
            onward.entry(from).or_default().push(to);
        }
    }
    stitched(onward)
}

/// Where the rings go on from each point; more than one way where they touch.
type Steps = BTreeMap<Point, Vec<Point>>;

/// Takes away a step, if it is there.
fn take(onward: &mut Steps, from: Point, to: Point) -> bool {
    let Some(ways) = onward.get_mut(&from) else {
        return false;
    };
    let found = ways.iter().position(|way| *way == to);
    found.map(|index| ways.remove(index)).is_some()
}

/// Rings of all the steps; a ring ends where it meets itself.
fn stitched(mut onward: Steps) -> Vec<Ring> {
    let mut rings = Vec::new();
    for start in onward.keys().copied().collect::<Vec<_>>() {
        let mut path = vec![start];
        while let Some(next) = path.last().and_then(|last| onward.get_mut(last)?.pop()) {
            let met = path.iter().position(|point| *point == next);
            rings.extend(met.map(|met| path.split_off(met)));
            path.push(next);
        }
    }
    rings.retain(|ring| ring.len() >= 3);
    rings
}
