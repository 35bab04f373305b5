//! The shapes of the world's countries.

mod decode;
mod encode;
mod error;
mod number;

pub use error::OutlineError;

use crate::geometry::projection::{EqualEarth, within_turn};

/// The countries of a map, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// In the order of the asset.
    pub countries: Vec<Outline>,
}

/// The shape of a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The three-letter code of ISO 3166-1, in capitals; None for a territory that has an outline of its own but whose
    /// entry in a list of states would take a side.
    pub iso3: Option<String>,
    /// Closed lines of longitude and latitude in degrees, the first point not repeated at the end. What lies within an odd
    /// number of them belongs to the country (fill rule `evenodd`). Empty for a state too small to be drawn.
    pub rings: Vec<Vec<(f64, f64)>>,
    /// Longitude and latitude of a point for a name or a mark, well within the country's largest piece of land.
    pub label: (f64, f64),
}

impl World {
    /// The meridian in the middle of our map. Longitudes of the asset lie within 180° of it and so reach beyond 180 to the
    /// east: cut in the Bering Strait, the map cuts through no land.
    pub const CENTRAL_MERIDIAN_DEG: f64 = 11.5;

    /// From the southern tip of America to the northern tip of Greenland: the latitudes that our map shows.
    pub const LATITUDES_DEG: (f64, f64) = (-56.0, 84.0);

    /// The projection in which no ring of the asset runs across the whole map.
    pub const PROJECTION: EqualEarth = EqualEarth::centered_on(Self::CENTRAL_MERIDIAN_DEG);

    /// The longitude as the asset writes it: at most 180° away from the central meridian.
    pub fn longitude_on_map(lon_deg: f64) -> f64 {
        let west = Self::CENTRAL_MERIDIAN_DEG - 180.0;
        west + within_turn(lon_deg - west)
    }

    /// The country with this three-letter code.
    pub fn country(&self, iso3: &str) -> Option<&Outline> {
        self.countries
            .iter()
            .find(|country| country.iso3.as_deref() == Some(iso3))
    }

    /// The country at a longitude and latitude (degrees); none at sea.
    pub fn country_at(&self, lon_deg: f64, lat_deg: f64) -> Option<&Outline> {
        self.countries
            .iter()
            .find(|country| country.contains(lon_deg, lat_deg))
    }
}

impl Outline {
    /// Whether a longitude and latitude (degrees) lie within the shape.
    pub fn contains(&self, lon_deg: f64, lat_deg: f64) -> bool {
        let lon = World::longitude_on_map(lon_deg);
        self.rings
            .iter()
            .filter(|ring| surrounds(ring, (lon, lat_deg)))
            .count()
            % 2
            == 1
    }
}

/// Whether a ray from the point to the east leaves the ring more often than it enters it.
fn surrounds(ring: &[(f64, f64)], (lon, lat): (f64, f64)) -> bool {
    let nexts = ring.iter().cycle().skip(1);
    let crossed = ring.iter().zip(nexts).filter(|(from, to)| {
        let passes = (from.1 > lat) != (to.1 > lat);
        passes && lon < from.0 + (to.0 - from.0) * (lat - from.1) / (to.1 - from.1)
    });
    crossed.count() % 2 == 1
}
