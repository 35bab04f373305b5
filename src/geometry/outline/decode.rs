//! From the asset to shapes.
//!
//! The asset is a text: a header `outlines 1 UNITS COUNT` (format 1, units for a degree, number of countries), then a line a
//! country: its code or `---`, its label and its rings, with spaces between them. A label is two numbers, a ring at least six:
//! longitude and latitude of its first point, then for each other point the steps to it, all in units and written as the
//! module `number` says.

use crate::geometry::outline::number::numbers;
use crate::geometry::outline::{Outline, OutlineError, World};

impl World {
    /// Reads the text of the asset.
    pub fn decode(text: &str) -> Result<Self, OutlineError> {
        let mut lines = text.lines().enumerate();
        let (_, first) = lines.next().ok_or(OutlineError::Header)?;
        let (units, stated) = header(first).ok_or(OutlineError::Header)?;
        let countries: Vec<Outline> = lines
            .map(|(index, line)| outline(line, index + 1, units))
            .collect::<Result<_, _>>()?;
        match countries.len() {
            found if found == stated => Ok(Self { countries }),
            found => Err(OutlineError::Count { stated, found }),
        }
    }
}

/// The units of a degree and the number of countries.
fn header(line: &str) -> Option<(f64, usize)> {
    let (units, count) = line.strip_prefix("outlines 1 ")?.split_once(' ')?;
    let units: u16 = units.parse().ok().filter(|units| *units > 0)?;
    Some((f64::from(units), count.parse().ok()?))
}

fn outline(text: &str, line: usize, units: f64) -> Result<Outline, OutlineError> {
    let mut words = text.split(' ');
    let iso3 = words
        .next()
        .and_then(code)
        .ok_or(OutlineError::Code { line })?;
    let label = words
        .next()
        .and_then(points)
        .ok_or(OutlineError::Label { line })?;
    let [label] = label.as_slice() else {
        return Err(OutlineError::Label { line });
    };
    let rings = words
        .map(|word| ring(word, line, units))
        .collect::<Result<_, _>>()?;
    Ok(Outline {
        iso3,
        rings,
        label: degrees(*label, line, units)?,
    })
}

fn ring(text: &str, line: usize, units: f64) -> Result<Vec<(f64, f64)>, OutlineError> {
    let points = points(text)
        .filter(|points| points.len() >= 3)
        .ok_or(OutlineError::Ring { line })?;
    points
        .into_iter()
        .map(|point| degrees(point, line, units))
        .collect()
}

/// The code, which may be the sign for none.
fn code(word: &str) -> Option<Option<String>> {
    match word {
        "---" => Some(None),
        _ => (word.len() == 3 && word.bytes().all(|letter| letter.is_ascii_uppercase()))
            .then(|| Some(word.to_owned())),
    }
}

/// Points in units: the first as it is, each other one as the steps from the one before.
fn points(text: &str) -> Option<Vec<(i32, i32)>> {
    let numbers: Vec<i32> = numbers(text).collect::<Option<_>>()?;
    let (pairs, []) = numbers.as_chunks::<2>() else {
        return None;
    };
    let walk = pairs.iter().scan((0_i32, 0_i32), |at, [east, north]| {
        // Far beyond the globe, where the caller refuses the point, the sum does not matter.
        *at = (at.0.saturating_add(*east), at.1.saturating_add(*north));
        Some(*at)
    });
    Some(walk.collect())
}

fn degrees((east, north): (i32, i32), line: usize, units: f64) -> Result<(f64, f64), OutlineError> {
    let (lon, lat) = (f64::from(east) / units, f64::from(north) / units);
    let on_globe = lon.abs() <= 360.0 && lat.abs() <= 90.0;
    if on_globe {
        Ok((lon, lat))
    } else {
        Err(OutlineError::OffTheGlobe { line })
    }
}
