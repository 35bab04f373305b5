//! One condition of a selection.

use super::facet::Facet;
use crate::model::cluster::Cluster;
use crate::model::country::{Country, Region};
use crate::model::event::{Event, EventKind};
use crate::model::span::Date;
use crate::model::table::Key;
use crate::model::topic::Topic;

/// From a first to a last day, both included; never the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: Date,
    last: Date,
}

impl Period {
    /// The period between two days, whichever comes first.
    pub fn between(a: Date, b: Date) -> Self {
        Self {
            first: a.min(b),
            last: a.max(b),
        }
    }

    /// The first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub fn last(self) -> Date {
        self.last
    }
}

/// One value of one facet that a reader chose. A mark carries the clause that it would toggle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clause {
    /// Events of one cluster.
    Cluster(Key<Cluster>),
    /// Events of one kind.
    Kind(EventKind),
    /// One event.
    Event(Key<Event>),
    /// One region.
    Region(Region),
    /// One state.
    Country(Key<Country>),
    /// A period.
    Time(Period),
    /// One topic.
    Topic(Key<Topic>),
}

impl Clause {
    /// The facet that the clause is about, and with it the views that set it.
    pub fn facet(self) -> Facet {
        match self {
            Self::Cluster(_) => Facet::Cluster,
            Self::Kind(_) => Facet::Kind,
            Self::Event(_) => Facet::Event,
            Self::Region(_) => Facet::Region,
            Self::Country(_) => Facet::Country,
            Self::Time(_) => Facet::Time,
            Self::Topic(_) => Facet::Topic,
        }
    }

    /// The clause's value as a code of its facet's dictionary; a period has none.
    pub(super) fn code(self) -> Option<u32> {
        let index = match self {
            Self::Cluster(key) => key.index(),
            Self::Kind(kind) => kind as usize,
            Self::Event(key) => key.index(),
            Self::Region(region) => region as usize,
            Self::Country(key) => key.index(),
            Self::Topic(key) => key.index(),
            Self::Time(_) => return None,
        };
        u32::try_from(index).ok()
    }
}
