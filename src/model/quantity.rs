//! A number as the report states it.

/// How a number was stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Approximation {
    /// `=`: the number itself.
    #[default]
    Exact,
    /// `~`: about.
    About,
    /// `>`: more than.
    MoreThan,
    /// `>=`: at least.
    AtLeast,
}

impl Approximation {
    /// Reads the package's `op`; an empty cell means `=`.
    pub fn parse(op: &str) -> Option<Self> {
        match op {
            "" | "=" => Some(Self::Exact),
            "~" => Some(Self::About),
            ">" => Some(Self::MoreThan),
            ">=" => Some(Self::AtLeast),
            _ => None,
        }
    }
}

/// A number, how it was stated, and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number as stated, in whole units (214 million is 214000000).
    pub value: f64,
    /// The upper end where the report gives a range.
    pub high: Option<f64>,
    /// How it was stated.
    pub approximation: Approximation,
    /// What it counts, as the package's slug: `people`, `states`, `percent`, `USD` …
    pub unit: String,
}
