//! Which records a facet can tell apart.

use super::column::Column;
use super::facet::{Facet, FacetSet};
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::{Event, EventKind};
use crate::model::event_ties::{feeders, wholes};
use crate::model::person::Role;
use crate::model::table::Key;
use crate::model::topic::Topic;

/// A table of the dataset, as far as filters act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Dated events.
    Events,
    /// Counts of participants, through the event they were counted at.
    Figures,
    /// Who paid for what, by the states on either side.
    Flows,
    /// Seats in bodies.
    Memberships,
    /// People's parts in events.
    Roles,
    /// Outcomes, through the session they come from, the events that fed it and the whole that it was part of.
    Outcomes,
    /// Calls to act outside the outcomes, through the event at which they were made.
    Calls,
    /// Countries' practices.
    Practices,
    /// Projects.
    Projects,
    /// Answers to the assessment's survey, which nothing divides.
    Answers,
    /// Numbers of the world around the forum, which nothing divides.
    WorldFigures,
}

impl Relation {
    /// All relations.
    pub const ALL: [Self; 11] = [
        Self::Events,
        Self::Figures,
        Self::Flows,
        Self::Memberships,
        Self::Roles,
        Self::Outcomes,
        Self::Calls,
        Self::Practices,
        Self::Projects,
        Self::Answers,
        Self::WorldFigures,
    ];

    /// The facets by which the report tells this relation's records apart.
    ///
    /// A count stands for its event as a whole, so it follows the event's kind and date but not its clusters or place:
    /// the report breaks no count down by those.
    pub fn facets(self) -> FacetSet {
        match self {
            // Of outcomes and calls the report says neither which states they come from nor where they hold.
            Self::Outcomes | Self::Calls => {
                FacetSet::ALL.without(Facet::Region).without(Facet::Country)
            }
            Self::Events | Self::Roles => FacetSet::ALL.without(Facet::Topic),
            Self::Figures => FacetSet::of(&[Facet::Kind, Facet::Event, Facet::Time]),
            Self::Flows | Self::Memberships | Self::Projects => {
                FacetSet::of(&[Facet::Region, Facet::Country])
            }
            Self::Practices => FacetSet::of(&[Facet::Region, Facet::Country, Facet::Topic]),
            Self::Answers | Self::WorldFigures => FacetSet::NONE,
        }
    }

    /// Builds the columns of this relation.
    pub(super) fn columns(self, data: &Dataset) -> Vec<(Facet, Column)> {
        let records = self.records(data);
        self.facets()
            .iter()
            .map(|facet| (facet, column(facet, data, &records)))
            .collect()
    }

    fn records(self, data: &Dataset) -> Vec<Record> {
        match self {
            Self::Events => data.events.keys().map(Record::of_event).collect(),
            Self::Figures => rows(&data.figures, |f| Record::of_counted(data, f.event)),
            Self::Roles => rows(&data.roles, |r| Record::of_part(data, r)),
            Self::Outcomes => rows(&data.outcomes, |o| {
                Record::of_outcome(data, o.event).with_topics(&o.topics)
            }),
            Self::Calls => rows(&data.calls, |c| {
                Record::of_call(data, c.event).with_topics(&c.topics)
            }),
            Self::Flows => rows(&data.flows, |f| {
                Record::of_countries(f.from_countries.iter().chain(&f.to_countries))
            }),
            Self::Memberships => rows(&data.memberships, |m| Record::of_countries([&m.country])),
            Self::Practices => rows(&data.practices, |p| {
                Record::of_countries(&p.countries).with_topics(&p.topics)
            }),
            Self::Projects => rows(&data.projects, |p| {
                Record::of_countries(p.lead_countries.iter().chain(&p.countries))
            }),
            Self::Answers => rows(&data.answers, |_| Record::default()),
            Self::WorldFigures => rows(&data.world_figures, |_| Record::default()),
        }
    }
}

/// What a record hangs on: events, states and topics.
#[derive(Default)]
struct Record {
    events: Vec<Key<Event>>,
    /// Events that lead to the record by their name and kind, though it has its days and clusters from `events` alone.
    kin: Vec<Key<Event>>,
    countries: Vec<Key<Country>>,
    topics: Vec<Key<Topic>>,
    whose: Whose,
}

/// Which states a record belongs to.
#[derive(Default)]
enum Whose {
    /// Those of its events, and its own.
    #[default]
    Event,
    /// Its own alone, wherever its events were.
    Own,
}

impl Record {
    fn of_event(event: Key<Event>) -> Self {
        Self {
            events: vec![event],
            ..Self::default()
        }
    }

    /// An outcome's session. Whoever chooses a meeting whose results the session took up, or the meeting of which it was a part, is
    /// led to it; but it was not reached on the days of those.
    fn of_outcome(data: &Dataset, session: Key<Event>) -> Self {
        let mut kin = wholes(data, session);
        kin.extend(feeders(data, session));
        Self {
            kin,
            ..Self::of_event(session)
        }
    }

    /// The event at which a call was made, and the whole that it was part of; some were made at none.
    fn of_call(data: &Dataset, event: Option<Key<Event>>) -> Self {
        Self {
            events: event.into_iter().collect(),
            kin: event.map_or(Vec::new(), |key| wholes(data, key)),
            ..Self::default()
        }
    }

    /// A count's event, and with an umbrella event the meetings under it: a count of all thematic meetings answers to their kind.
    fn of_counted(data: &Dataset, event: Option<Key<Event>>) -> Self {
        let is_part = |e: &Event| e.parent == event && e.kind != EventKind::Session;
        let parts = data
            .events
            .iter()
            .filter(|(_, e)| event.is_some() && is_part(e));
        Self {
            events: event.into_iter().chain(parts.map(|(key, _)| key)).collect(),
            ..Self::default()
        }
    }

    fn of_countries<'a>(countries: impl IntoIterator<Item = &'a Key<Country>>) -> Self {
        Self {
            countries: countries.into_iter().copied().collect(),
            ..Self::default()
        }
    }

    /// A person's part in an event. It belongs to the state that the person spoke for, wherever the event was.
    fn of_part(data: &Dataset, role: &Role) -> Self {
        let person = data.people.get(role.person);
        Self {
            countries: person.and_then(|p| p.country).into_iter().collect(),
            whose: Whose::Own,
            ..Self::of_event(role.event)
        }
    }

    fn with_topics(mut self, topics: &[Key<Topic>]) -> Self {
        self.topics = topics.to_vec();
        self
    }
}

/// The states that an event belongs to: where it was and who hosted it.
pub fn event_countries(data: &Dataset, event: &Event) -> Vec<Key<Country>> {
    let place = event.place.and_then(|key| data.places.get(key));
    let all = place.and_then(|p| p.country).into_iter();
    unique(all.chain(event.hosts.iter().copied()))
}

fn rows<T>(table: &crate::model::table::Table<T>, record: impl Fn(&T) -> Record) -> Vec<Record> {
    table.rows().iter().map(record).collect()
}

fn column(facet: Facet, data: &Dataset, records: &[Record]) -> Column {
    if facet == Facet::Time {
        return Column::Days(records.iter().map(|r| days(data, r)).collect());
    }
    Column::of_codes(records.iter().map(|r| codes(facet, data, r)))
}

fn days(data: &Dataset, record: &Record) -> Option<(i32, i32)> {
    let spans = record.events.iter().filter_map(|&key| data.events.get(key));
    spans
        .map(|e| {
            (
                e.span.start.to_julian_day(),
                e.span.last_day().to_julian_day(),
            )
        })
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

fn codes(facet: Facet, data: &Dataset, record: &Record) -> Vec<u32> {
    let events = || record.events.iter().filter_map(|&key| data.events.get(key));
    let named = || record.events.iter().chain(&record.kin);
    let countries = || {
        let of_events = events().flat_map(|e| event_countries(data, e));
        let counts = matches!(record.whose, Whose::Event);
        let own = record.countries.iter().copied();
        own.chain(of_events.filter(move |_| counts))
    };
    let all: Vec<usize> = match facet {
        Facet::Cluster => events()
            .flat_map(|e| &e.clusters)
            .map(|c| c.index())
            .collect(),
        Facet::Kind => named()
            .filter_map(|&key| data.events.get(key))
            .map(|e| e.kind as usize)
            .collect(),
        Facet::Event => named().map(|e| e.index()).collect(),
        Facet::Region => countries()
            .filter_map(|c| data.countries.get(c))
            .map(|c| c.region as usize)
            .collect(),
        Facet::Country => countries().map(|c| c.index()).collect(),
        Facet::Topic => record.topics.iter().map(|t| t.index()).collect(),
        Facet::Time => Vec::new(),
    };
    unique(all.into_iter())
        .into_iter()
        .filter_map(|c| u32::try_from(c).ok())
        .collect()
}

/// Each value once, in order of appearance; the lists are of a handful.
fn unique<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}
