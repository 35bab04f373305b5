//! Organs, teams and groups, and which states sit in them.

use super::citation::Source;
use super::country::Country;
use super::span::{Date, Precision, Span};
use super::table::Key;
use super::text::Text;

/// An organ, team, working group, organisation or process.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its name.
    pub title: Text,
    /// Its sort, as the package's slug (`organ`, `team` …).
    pub kind: String,
    /// Where the report describes it.
    pub source: Source,
}

/// One state's seat in one body.
#[derive(Clone, Debug)]
pub struct Membership {
    /// The body.
    pub body: Key<Body>,
    /// The state.
    pub country: Key<Country>,
    /// The day (or first day of the month) a late joiner came in; `None` for a member from the start.
    pub since: Option<Date>,
    /// How exactly `since` is meant.
    pub precision: Precision,
    /// A seat of its own sort, as the package's slug (`current-chair`); empty for a plain member.
    pub role: String,
    /// Where the report says so.
    pub source: Source,
}

impl Membership {
    /// When a late joiner came in, as exactly as the report says it; `None` for a member from the start.
    pub fn joined(&self) -> Option<Span> {
        self.since.map(|day| Span {
            start: day,
            end: day,
            precision: self.precision,
        })
    }
}
