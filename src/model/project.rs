//! Projects and the platform that shows them.

use super::citation::Source;
use super::country::Country;
use super::quantity::Quantity;
use super::span::{Date, Precision};
use super::table::Key;
use super::text::Text;

/// One project, or one number of it.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its name.
    pub title: Text,
    /// Who leads it.
    pub lead: Text,
    /// The leading states, where named.
    pub lead_countries: Vec<Key<Country>>,
    /// The states it works in.
    pub countries: Vec<Key<Country>>,
    /// When it began, as far as stated.
    pub start: Option<Date>,
    /// When it ended, as far as stated.
    pub end: Option<Date>,
    /// How exactly both are meant.
    pub precision: Precision,
    /// What is counted.
    pub metric: Text,
    /// The count.
    pub quantity: Option<Quantity>,
    /// Where the report states it.
    pub source: Source,
}
