//! Cities, and countries where the report names no city.

use super::country::Country;
use super::table::Key;
use super::text::Text;

/// Where something happened.
#[derive(Clone, Debug)]
pub struct Place {
    /// The name.
    pub name: Text,
    /// The state it lies in.
    pub country: Option<Key<Country>>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// False where the report names only the country and the coordinates are the country's middle.
    pub is_city: bool,
}
