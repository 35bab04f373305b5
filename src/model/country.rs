//! States and regions.

use super::text::Text;

/// A continental region as the package groups its countries (UN M49).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// Africa.
    Africa,
    /// The Americas.
    Americas,
    /// Asia.
    Asia,
    /// Europe.
    Europe,
    /// Oceania.
    Oceania,
}

impl Region {
    /// All regions in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::Africa,
        Self::Americas,
        Self::Asia,
        Self::Europe,
        Self::Oceania,
    ];

    /// The package's and the address's slug.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Africa => "africa",
            Self::Americas => "americas",
            Self::Asia => "asia",
            Self::Europe => "europe",
            Self::Oceania => "oceania",
        }
    }

    /// The region with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.slug() == slug)
    }
}

/// A member or observer state. Its id is its ISO 3166-1 alpha-3 code.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub iso2: String,
    /// UN M49 code, three digits.
    pub m49: String,
    /// The name as the United Nations writes it.
    pub name: Text,
    /// The name as a label writes it (`Iran`); the name itself where the package gives no other.
    pub label: Text,
    /// The region it is grouped under.
    pub region: Region,
}
