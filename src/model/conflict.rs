//! Where the report states one thing in two ways.

use super::citation::Source;
use super::text::Text;

/// Which of two values the charts show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The first.
    A,
    /// The second.
    B,
    /// Both, side by side.
    Both,
}

impl Shown {
    /// Reads the package's slug.
    pub fn parse(slug: &str) -> Option<Self> {
        match slug {
            "a" => Some(Self::A),
            "b" => Some(Self::B),
            "both" => Some(Self::Both),
            _ => None,
        }
    }
}

/// One contradiction inside the report.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// What is stated twice.
    pub quantity: Text,
    /// The first value, as stated.
    pub value_a: Text,
    /// Where the first value stands.
    pub source_a: Source,
    /// The second value, as stated.
    pub value_b: Text,
    /// Where the second value stands.
    pub source_b: Source,
    /// Which value the charts show.
    pub shown: Shown,
    /// Why.
    pub reason: Text,
}
