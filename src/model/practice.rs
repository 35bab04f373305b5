//! What countries and organisations do.

use super::citation::Source;
use super::country::Country;
use super::table::Key;
use super::text::Text;
use super::topic::Topic;

/// One practice that the report names.
#[derive(Clone, Debug)]
pub struct Practice {
    /// The states whose practice it is; empty with a region or organisation in `actor`.
    pub countries: Vec<Key<Country>>,
    /// The region, organisation or authority.
    pub actor: Text,
    /// What it is about.
    pub topics: Vec<Key<Topic>>,
    /// Its gist.
    pub summary: Text,
    /// Where the report names it.
    pub source: Source,
}
