//! The forum's thematic clusters.

use super::citation::Source;
use super::text::Text;

/// One cluster of themes. Its id is its number, `1`, `2`, `3` …
#[derive(Clone, Debug)]
pub struct Cluster {
    /// The cluster's theme.
    pub title: Text,
    /// Where the report names it.
    pub source: Source,
}
