//! People and what they did where.

use super::citation::Source;
use super::country::Country;
use super::event::Event;
use super::table::Key;
use super::text::Text;

/// A person whom the report names.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name in Latin letters, or as the package writes it in each language.
    pub name: Text,
    /// The state they spoke for, if any.
    pub country: Option<Key<Country>>,
    /// Office and organisation.
    pub organisation: Text,
}

/// One person's part in one event.
#[derive(Clone, Debug)]
pub struct Role {
    /// Who.
    pub person: Key<Person>,
    /// Where.
    pub event: Key<Event>,
    /// As what: the package's slug (`chair`, `rapporteur` …).
    pub role: String,
    /// Where the report says so.
    pub source: Source,
}
