//! The report's headings.

use super::table::Key;
use super::text::Text;

/// One heading with the paragraphs under it.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading above, if any.
    pub parent: Option<Key<Section>>,
    /// The heading's number as the report writes it (`IV`, `A`), empty where it has none.
    pub number: String,
    /// The heading's words.
    pub title: Text,
    /// First paragraph under the heading.
    pub first: u32,
    /// Last paragraph under the heading, those of its sub-headings included.
    pub last: u32,
}
