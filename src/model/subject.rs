//! What a reader can open beside the page.

use super::citation::Citation;

/// A paragraph, or a row of the package with everything that the report says of it. Rows are named by their ids, since the tables that
/// hold them may still be on their way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A paragraph of the report, or a note of one.
    Paragraph(Citation),
    /// A row of one of the tables that have pages.
    Row(SubjectKind, String),
}

/// The tables whose rows have pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// An event.
    Event,
    /// A state.
    Country,
    /// A person.
    Person,
    /// An organ, team, organisation or process.
    Body,
    /// A term of the forum's own vocabulary.
    Term,
}

impl SubjectKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Event,
        Self::Country,
        Self::Person,
        Self::Body,
        Self::Term,
    ];

    /// The form in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Country => "country",
            Self::Person => "person",
            Self::Body => "body",
            Self::Term => "term",
        }
    }

    /// The kind with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

impl Subject {
    /// The form in addresses: `event.thematic-abuja`; a paragraph has its own parameter.
    pub fn parse_row(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('.')?;
        let is_plain = !id.is_empty()
            && id.len() <= 80
            && id
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        is_plain.then_some(Self::Row(SubjectKind::parse(kind)?, id.to_owned()))
    }
}
