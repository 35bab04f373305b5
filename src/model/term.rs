//! The forum's own vocabulary.

use super::citation::Source;
use super::text::{Origin, Text};

/// One term with its definition.
#[derive(Clone, Debug)]
pub struct Term {
    /// The term.
    pub name: Text,
    /// Whether the English name is official.
    pub origin: Origin,
    /// What it means.
    pub definition: Text,
    /// Where the report uses or explains it.
    pub source: Source,
}
