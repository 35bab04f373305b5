//! The report's numbered paragraphs.

use super::section::Section;
use super::table::Key;
use super::text::Text;

/// One numbered paragraph. Its id is its number.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The number, from 1.
    pub number: u32,
    /// The heading it stands under.
    pub section: Option<Key<Section>>,
    /// What it is about, in the package's own words.
    pub gist: Text,
}

/// A paragraph's own words in one language, where the publisher holds the rights.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The paragraph's number.
    pub para: u32,
    /// BCP 47 tag of the text's language.
    pub lang: String,
    /// The text.
    pub text: String,
}
