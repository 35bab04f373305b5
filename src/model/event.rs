//! Everything with a date.

use super::citation::Source;
use super::cluster::Cluster;
use super::country::Country;
use super::place::Place;
use super::span::Span;
use super::table::Key;
use super::text::{Origin, Text};

/// What sort of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A meeting of the whole forum.
    Summit,
    /// One of the thematic meetings around the world.
    Thematic,
    /// Preparation by the forum's own bodies.
    Preparatory,
    /// Civil society's own process.
    CivilSociety,
    /// A session inside a larger event.
    Session,
    /// An event of others.
    External,
    /// A dated step without a meeting.
    Milestone,
}

impl EventKind {
    /// All kinds in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::Thematic,
        Self::Preparatory,
        Self::CivilSociety,
        Self::Summit,
        Self::Session,
        Self::External,
        Self::Milestone,
    ];

    /// The package's and the address's slug.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Summit => "summit",
            Self::Thematic => "thematic",
            Self::Preparatory => "preparatory",
            Self::CivilSociety => "civil-society",
            Self::Session => "session",
            Self::External => "external",
            Self::Milestone => "milestone",
        }
    }

    /// The kind with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.slug() == slug)
    }
}

/// A dated event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its sort.
    pub kind: EventKind,
    /// Its name.
    pub title: Text,
    /// A few words that stand beside its mark; empty where the package gives none.
    pub short: Text,
    /// Whether the English name is official.
    pub title_origin: Origin,
    /// When it was.
    pub span: Span,
    /// Where it was; empty where the report names no place.
    pub place: Option<Key<Place>>,
    /// The states that hosted it.
    pub hosts: Vec<Key<Country>>,
    /// The clusters it served: none, one or several.
    pub clusters: Vec<Key<Cluster>>,
    /// The sessions that its results went to.
    pub feeds: Vec<Key<Event>>,
    /// The event it is a part of.
    pub parent: Option<Key<Event>>,
    /// The event that lent its dates, where the report dates this one by that one.
    pub dates_from: Option<Key<Event>>,
    /// Where the report states it.
    pub source: Source,
}
