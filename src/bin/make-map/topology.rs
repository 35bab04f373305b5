//! Reads the TopoJSON of `world-atlas`.

use forum_explorer::geometry::outline::World;
use serde::Deserialize;

/// A country of the input.
pub struct Feature {
    /// The number of ISO 3166-1, three digits; none for a territory without one.
    pub id: Option<String>,
    /// Its name in English.
    pub name: String,
    /// Its lines in degrees, with longitudes as our map has them.
    pub rings: Vec<Vec<(f64, f64)>>,
}

#[derive(Deserialize)]
struct Topology {
    objects: Objects,
    arcs: Vec<Vec<(f64, f64)>>,
    transform: Transform,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

/// The countries of a file, without Antarctica.
pub fn features(json: &str) -> Result<Vec<Feature>, String> {
    let topology: Topology = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let arcs: Vec<Vec<(f64, f64)>> = topology
        .arcs
        .iter()
        .map(|arc| absolute(arc, &topology.transform))
        .collect();
    let inhabited = topology
        .objects
        .countries
        .geometries
        .into_iter()
        .filter(|geometry| geometry.id.as_deref() != Some("010"));
    inhabited.map(|geometry| feature(geometry, &arcs)).collect()
}

fn feature(geometry: Geometry, arcs: &[Vec<(f64, f64)>]) -> Result<Feature, String> {
    let name = geometry.properties.name;
    let rings: Vec<Vec<i64>> = match geometry.shape {
        Shape::Polygon(rings) => rings,
        Shape::MultiPolygon(polygons) => polygons.concat(),
    };
    let lines: Option<Vec<_>> = rings
        .iter()
        .map(|ring| Some(unbroken(joined(ring, arcs)?)))
        .collect();
    let rings = lines.ok_or_else(|| format!("{name} names an arc that does not exist"))?;
    Ok(Feature {
        rings,
        id: geometry.id,
        name,
    })
}

/// The points of an arc, which are written as steps on a grid.
fn absolute(arc: &[(f64, f64)], transform: &Transform) -> Vec<(f64, f64)> {
    let (scale, start) = (transform.scale, transform.translate);
    let walk = arc.iter().scan((0.0, 0.0), |at, (east, north)| {
        *at = (at.0 + east, at.1 + north);
        Some((at.0 * scale.0 + start.0, at.1 * scale.1 + start.1))
    });
    walk.collect()
}

/// The line made of arcs; an index below zero is the complement of that of an arc to be walked backwards.
fn joined(ring: &[i64], arcs: &[Vec<(f64, f64)>]) -> Option<Vec<(f64, f64)>> {
    let mut points = Vec::new();
    for index in ring {
        let mut arc = arcs
            .get(usize::try_from(if *index < 0 { !*index } else { *index }).ok()?)?
            .clone();
        if *index < 0 {
            arc.reverse();
        }
        // Its last point is the first of the next arc.
        arc.pop();
        points.append(&mut arc);
    }
    Some(points)
}

/// A line whose longitudes do not jump at 180° and begin where our map has them, which is cut elsewhere.
fn unbroken(mut points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut before = points
        .first()
        .map_or(0.0, |first| World::longitude_on_map(first.0));
    for point in &mut points {
        point.0 += 360.0 * ((before - point.0) / 360.0).round();
        before = point.0;
    }
    points
}
