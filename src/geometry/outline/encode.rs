//! From shapes to the asset; see the module `decode` for its form.

use crate::geometry::outline::number::push;
use crate::geometry::outline::{Outline, World};

impl World {
    /// The text of the asset, with points rounded to `units` parts of a degree. Points that fall onto the one before them go,
    /// and rings of less than three points.
    pub fn encode(&self, units: u16) -> String {
        let lines = self
            .countries
            .iter()
            .map(|country| line(country, f64::from(units)) + "\n");
        let header = format!("outlines 1 {units} {}\n", self.countries.len());
        std::iter::once(header).chain(lines).collect()
    }
}

fn line(country: &Outline, units: f64) -> String {
    let rings = country
        .rings
        .iter()
        .map(|ring| rounded(ring, units))
        .filter(|ring| ring.len() >= 3);
    let words = std::iter::once(rounded(&[country.label], units))
        .chain(rings)
        .map(|points| steps(&points));
    let code = country.iso3.clone().unwrap_or_else(|| "---".to_owned());
    std::iter::once(code)
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

fn rounded(points: &[(f64, f64)], units: f64) -> Vec<(i32, i32)> {
    // Degrees are small numbers; the conversion cuts nothing off but what was rounded away.
    let unit = |degrees: f64| (degrees * units).round() as i32;
    let mut points: Vec<(i32, i32)> = points
        .iter()
        .map(|(lon, lat)| (unit(*lon), unit(*lat)))
        .collect();
    points.dedup();
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

fn steps(points: &[(i32, i32)]) -> String {
    let mut text = String::new();
    let befores = std::iter::once(&(0, 0)).chain(points);
    for (before, point) in befores.zip(points) {
        push(&mut text, point.0.saturating_sub(before.0));
        push(&mut text, point.1.saturating_sub(before.1));
    }
    text
}
