//! Borders that the input draws as they are held and the United Nations draw otherwise.

use forum_explorer::geometry::outline::Outline;

use crate::ring::{Lands, Point, Ring, degrees, point};
use crate::states::WESTERN_SAHARA;

/// Draws Western Sahara up to 27° 40′ N, the Golan within Syria and Crimea within Ukraine.
pub fn amend(lands: &mut Lands) -> Result<(), String> {
    cut(lands, "MAR", (-13.12, 27.65), (-8.67, 27.66))?;
    cede(lands, "MAR", WESTERN_SAHARA, (-13.5, 25.0))?;
    cut(lands, "ISR", (35.55, 33.26), (35.7, 32.72))?;
    cede(lands, "ISR", "SYR", (35.75, 33.0))?;
    cede(lands, "RUS", "UKR", (34.3, 45.2))
}

/// Cuts a ring in two along the straight line between the two of its points that are nearest to these places.
fn cut(
    lands: &mut Lands,
    code: &'static str,
    from: (f64, f64),
    to: (f64, f64),
) -> Result<(), String> {
    let rings = lands.entry(code).or_default();
    let ends = rings
        .iter()
        .position(|ring| nearest(ring, from).is_some() && nearest(ring, to).is_some());
    let index = ends.ok_or_else(|| format!("no ring of {code} passes {from:?} and {to:?}"))?;
    let mut ring = rings.swap_remove(index);
    let (from, to) = nearest(&ring, from)
        .zip(nearest(&ring, to))
        .unwrap_or_default();
    ring.rotate_left(from);
    let turned = (to + ring.len() - from) % ring.len();
    let second: Ring = ring
        .iter()
        .skip(turned)
        .chain(ring.first())
        .copied()
        .collect();
    ring.truncate(turned + 1);
    rings.extend([ring, second]);
    Ok(())
}

/// The index of the point of a ring that is at most a tenth of a degree from a place.
fn nearest(ring: &[Point], place: (f64, f64)) -> Option<usize> {
    let (lon, lat) = point(place);
    ring.iter()
        .position(|at| at.0.abs_diff(lon) <= 1 && at.1.abs_diff(lat) <= 1)
}

/// Hands the ring around a place from one entry to another.
fn cede(
    lands: &mut Lands,
    from: &'static str,
    to: &'static str,
    place: (f64, f64),
) -> Result<(), String> {
    let rings = lands.entry(from).or_default();
    let around = |ring: &Ring| {
        Outline {
            iso3: None,
            rings: vec![degrees(ring)],
            label: place,
        }
        .contains(place.0, place.1)
    };
    let index = rings
        .iter()
        .position(around)
        .ok_or_else(|| format!("{from} has no land at {place:?}"))?;
    let ring = rings.swap_remove(index);
    lands.entry(to).or_default().push(ring);
    Ok(())
}
