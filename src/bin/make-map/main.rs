//! Makes the map asset from Natural Earth's countries (public domain), as the npm package `world-atlas` has them:
//!
//! ```sh
//! npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//! cargo run --no-default-features --bin make-map -- package/countries-50m.json public/map/world.txt
//! ```
//!
//! The same input gives the same file. The scale is 1 : 50 million, simplified here: of as many points the hand-made 1 : 110
//! million makes cruder coasts, and it lacks 29 states. Antarctica is left out. What belongs together follows the practice
//! of the United Nations where the input does not; see `states` for codes and `amend` for borders.

mod amend;
mod dissolve;
mod label;
mod ring;
mod simplify;
mod states;
mod topology;

use std::collections::BTreeSet;
use std::error::Error;

use forum_explorer::geometry::outline::{Outline, World};

use crate::ring::{Lands, Point, Ring, UNITS};
use crate::topology::Feature;

/// Islands below this many square degrees (at the equator) go, unless a country has no larger land.
const ISLET: f64 = 0.3;

/// Land that is smaller than this goes in any case; a country that has no more is only a point.
const SPECK: f64 = 0.05;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [input, output] = paths.as_slice() else {
        return Err("usage: make-map COUNTRIES-50M.JSON WORLD.TXT".into());
    };
    let features = topology::features(&std::fs::read_to_string(input)?)?;
    std::fs::write(output, world(&features)?.encode(UNITS))?;
    Ok(())
}

fn world(features: &[Feature]) -> Result<World, String> {
    let mut lands = by_entry(features);
    amend::amend(&mut lands)?;
    for rings in lands.values_mut() {
        *rings = dissolve::dissolved(rings);
    }
    simplify::simplify(&mut lands);
    drop_islets(&mut lands);
    let points = states::members().filter(|code| lands.get(code).is_none_or(Vec::is_empty));
    let points: Vec<Outline> = points
        .map(|code| point(code, features))
        .collect::<Result<_, _>>()?;
    let shapes = lands
        .iter()
        .filter(|(_, rings)| !rings.is_empty())
        .map(|(entry, rings)| shape(entry, rings));
    let mut countries: Vec<Outline> = shapes.chain(points).collect();
    countries.sort_by(|a, b| a.iso3.cmp(&b.iso3));
    match countries.iter().find(|country| crosses_cut(country)) {
        Some(country) => Err(format!("{:?} lies across the cut of the map", country.iso3)),
        None => Ok(World { countries }),
    }
}

/// The rings of each entry of the map.
fn by_entry(features: &[Feature]) -> Lands {
    let mut lands = Lands::new();
    for feature in features {
        if let Some(entry) = states::entry(feature) {
            let rings = feature.rings.iter().map(|ring| ring::rounded(ring));
            lands.entry(entry).or_default().extend(rings);
        }
    }
    lands
}

/// Takes away small rings. Where one shares a border, taking it away leaves a hole in the map: that must be smaller still.
fn drop_islets(lands: &mut Lands) {
    // A border is walked in one direction by the one land and in the other by its neighbour.
    let steps: BTreeSet<(Point, Point)> = lands
        .values()
        .flatten()
        .flat_map(|ring| ring::segments(ring))
        .collect();
    let borders = |ring: &Ring| ring::segments(ring).any(|(from, to)| steps.contains(&(to, from)));
    for rings in lands.values_mut() {
        let largest = rings
            .iter()
            .map(|ring| ring::area(ring))
            .fold(0.0, f64::max);
        let least = ISLET.min(largest).max(SPECK);
        rings.retain(|ring| ring::area(ring) >= if borders(ring) { SPECK } else { least });
    }
}

fn shape(entry: &str, rings: &[Ring]) -> Outline {
    let rings = rings
        .iter()
        .map(|ring| ring::degrees(ring))
        .collect::<Vec<_>>();
    Outline {
        iso3: states::is_code(entry).then(|| entry.to_owned()),
        label: label::label(&rings),
        rings,
    }
}

/// A state too small to have a shape.
fn point(code: &str, features: &[Feature]) -> Result<Outline, String> {
    let rings = features
        .iter()
        .filter(|feature| states::entry(feature) == Some(code))
        .flat_map(|feature| &feature.rings);
    let largest =
        rings.max_by(|a, b| ring::area_in_degrees(a).total_cmp(&ring::area_in_degrees(b)));
    let label = largest
        .map(|ring| label::middle(ring))
        .or(states::place(code));
    let label = label.ok_or_else(|| format!("{code} is nowhere"))?;
    Ok(Outline {
        iso3: Some(code.to_owned()),
        rings: Vec::new(),
        label,
    })
}

/// Whether a ring leaves the map on one side, to come back on the other.
fn crosses_cut(country: &Outline) -> bool {
    country
        .rings
        .iter()
        .flatten()
        .any(|(lon, _)| (lon - World::CENTRAL_MERIDIAN_DEG).abs() > 180.0)
}
