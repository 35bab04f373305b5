//! The filter's rules once more, as plainly as they can be said and without the engine's bits and columns.
//!
//! - Values of one facet are alternatives; facets narrow each other; a view skips the facets that it sets itself.
//! - Events follow themselves: their clusters, kind, where they were and who hosted them, their days.
//! - Outcomes follow their session and their topics, and no states. Choosing an event, or a kind, finds them also by the events that fed
//!   the session, and by the whole that it was part of; days and clusters are the session's alone.
//! - Calls follow the event at which they were made, if any, and their topics; choosing finds them also by the whole of that event.
//! - People's parts follow the event, but the states are those that the person spoke for.
//! - A count follows its event and, of an umbrella, the meetings under it: their kinds, themselves, all their days from the first to the last.
//! - Flows, seats, practices and projects follow their states; practices their topics too.
//! - Nothing divides the survey's answers and the world's numbers.
//! - A facet by which the report does not tell records apart never leaves one out.

use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::facet::{Facet, FacetSet};
use forum_explorer::filter::relation::Relation;
use forum_explorer::model::country::Country;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::span::{Date, Precision, Span};
use forum_explorer::model::table::Key;
use forum_explorer::model::topic::Topic;

/// Which records of a relation show.
pub fn visible(data: &Dataset, relation: Relation, clauses: &[Clause], own: FacetSet) -> Vec<bool> {
    records(data, relation)
        .iter()
        .map(|record| {
            Facet::ALL
                .into_iter()
                .filter(|&facet| !own.has(facet) && acts(facet, relation))
                .all(|facet| {
                    let chosen: Vec<Clause> = clauses
                        .iter()
                        .copied()
                        .filter(|c| c.facet() == facet)
                        .collect();
                    chosen.is_empty()
                        || chosen
                            .into_iter()
                            .any(|clause| record.matches(clause, data))
                })
        })
        .collect()
}

/// Whether the report tells the relation's records apart by the facet.
pub fn acts(facet: Facet, relation: Relation) -> bool {
    match relation {
        Relation::Events | Relation::Roles => facet != Facet::Topic,
        Relation::Outcomes | Relation::Calls => !matches!(facet, Facet::Region | Facet::Country),
        Relation::Figures => matches!(facet, Facet::Kind | Facet::Event | Facet::Time),
        Relation::Flows | Relation::Memberships | Relation::Projects => {
            matches!(facet, Facet::Region | Facet::Country)
        }
        Relation::Practices => matches!(facet, Facet::Region | Facet::Country | Facet::Topic),
        Relation::Answers | Relation::WorldFigures => false,
    }
}

/// The events, states and topics that a record hangs on.
#[derive(Default)]
struct Record<'a> {
    events: Vec<(Key<Event>, &'a Event)>,
    /// Those that find it by what they are alone.
    kin: Vec<(Key<Event>, &'a Event)>,
    countries: Vec<Key<Country>>,
    topics: Vec<Key<Topic>>,
    /// True where the events' states are not the record's.
    is_elsewhere: bool,
}

fn records(data: &Dataset, relation: Relation) -> Vec<Record<'_>> {
    let of_event = |key: Key<Event>| Record {
        events: vec![(key, data.events.get(key).unwrap())],
        ..Record::default()
    };
    let of_states = |countries: Vec<Key<Country>>| Record {
        countries,
        ..Record::default()
    };
    let both = |a: &[Key<Country>], b: &[Key<Country>]| of_states([a, b].concat());
    match relation {
        Relation::Events => data.events.keys().map(of_event).collect(),
        Relation::Roles => data
            .roles
            .rows()
            .iter()
            .map(|r| Record {
                countries: data
                    .people
                    .get(r.person)
                    .unwrap()
                    .country
                    .into_iter()
                    .collect(),
                is_elsewhere: true,
                ..of_event(r.event)
            })
            .collect(),
        Relation::Outcomes => data
            .outcomes
            .rows()
            .iter()
            .map(|o| Record {
                topics: o.topics.clone(),
                kin: data
                    .events
                    .iter()
                    .filter(|(key, e)| e.feeds.contains(&o.event) || is_within(data, o.event, *key))
                    .collect(),
                ..of_event(o.event)
            })
            .collect(),
        Relation::Calls => data
            .calls
            .rows()
            .iter()
            .map(|c| Record {
                topics: c.topics.clone(),
                kin: data
                    .events
                    .iter()
                    .filter(|(key, _)| c.event.is_some_and(|at| is_within(data, at, *key)))
                    .collect(),
                ..c.event.map(of_event).unwrap_or_default()
            })
            .collect(),
        Relation::Figures => data
            .figures
            .rows()
            .iter()
            .map(|f| counted(data, f.event))
            .collect(),
        Relation::Flows => data
            .flows
            .rows()
            .iter()
            .map(|f| both(&f.from_countries, &f.to_countries))
            .collect(),
        Relation::Projects => data
            .projects
            .rows()
            .iter()
            .map(|p| both(&p.lead_countries, &p.countries))
            .collect(),
        Relation::Memberships => data
            .memberships
            .rows()
            .iter()
            .map(|m| of_states(vec![m.country]))
            .collect(),
        Relation::Practices => data
            .practices
            .rows()
            .iter()
            .map(|p| Record {
                topics: p.topics.clone(),
                ..of_states(p.countries.clone())
            })
            .collect(),
        Relation::Answers => data
            .answers
            .rows()
            .iter()
            .map(|_| Record::default())
            .collect(),
        Relation::WorldFigures => {
            let rows = data.world_figures.rows().iter();
            rows.map(|_| Record::default()).collect()
        }
    }
}

/// Whether the way from a part to its whole, and on, comes by an event.
fn is_within(data: &Dataset, part: Key<Event>, whole: Key<Event>) -> bool {
    let parent = |key: Key<Event>| data.events.get(key).unwrap().parent;
    // No way is longer than the table, unless it leads in a circle.
    let way = std::iter::successors(parent(part), |&key| parent(key)).take(data.events.len());
    way.into_iter().any(|key| key == whole)
}

fn counted(data: &Dataset, event: Option<Key<Event>>) -> Record<'_> {
    let belongs = |key: Key<Event>, row: &Event| {
        Some(key) == event
            || (event.is_some() && row.parent == event && row.kind != EventKind::Session)
    };
    Record {
        events: data
            .events
            .iter()
            .filter(|(key, row)| belongs(*key, row))
            .collect(),
        ..Record::default()
    }
}

impl Record<'_> {
    fn by_name(&self) -> impl Iterator<Item = &(Key<Event>, &Event)> {
        self.events.iter().chain(&self.kin)
    }

    fn matches(&self, clause: Clause, data: &Dataset) -> bool {
        match clause {
            Clause::Cluster(key) => self.events.iter().any(|(_, e)| e.clusters.contains(&key)),
            Clause::Kind(kind) => self.by_name().any(|(_, e)| e.kind == kind),
            Clause::Event(event) => self.by_name().any(|(key, _)| *key == event),
            Clause::Topic(topic) => self.topics.contains(&topic),
            Clause::Country(country) => self.states(data).contains(&country),
            Clause::Region(region) => self
                .states(data)
                .iter()
                .any(|&country| data.countries.get(country).unwrap().region == region),
            Clause::Time(period) => {
                let first = self.events.iter().map(|(_, e)| e.span.start).min();
                let last = self.events.iter().map(|(_, e)| last_day(&e.span)).max();
                matches!((first, last), (Some(first), Some(last)) if first <= period.last() && last >= period.first())
            }
        }
    }

    fn states(&self, data: &Dataset) -> Vec<Key<Country>> {
        let mut states = self.countries.clone();
        for (_, event) in self.events.iter().filter(|_| !self.is_elsewhere) {
            states.extend(&event.hosts);
            states.extend(
                event
                    .place
                    .and_then(|place| data.places.get(place).unwrap().country),
            );
        }
        states
    }
}

/// The last day that can be meant: found by walking on until the month or year is over.
fn last_day(span: &Span) -> Date {
    let mut last = span.end;
    let is_same = |next: Date| match span.precision {
        Precision::Day => false,
        Precision::Month => next.month() == span.end.month() && next.year() == span.end.year(),
        Precision::Year => next.year() == span.end.year(),
    };
    while let Some(next) = last.next_day().filter(|&next| is_same(next)) {
        last = next;
    }
    last
}
