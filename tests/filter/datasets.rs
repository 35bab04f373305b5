//! Small random datasets, as a plan that can be printed and a dataset built from it.

use std::ops::Range;

use forum_explorer::model::body::Body;
use forum_explorer::model::call::Call;
use forum_explorer::model::cluster::Cluster;
use forum_explorer::model::country::{Country, Region};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::outcome::Outcome;
use forum_explorer::model::person::{Person, Role};
use forum_explorer::model::place::Place;
use forum_explorer::model::practice::Practice;
use forum_explorer::model::span::{Date, Precision, Span, parse_date};
use forum_explorer::model::table::Key;
use forum_explorer::model::text::{Origin, Text};
use forum_explorer::model::topic::Topic;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::rows::{country, figure, flow, membership, outcome, practice, project, push};

pub const CLUSTERS: usize = 3;
pub const COUNTRIES: usize = 6;
pub const PLACES: usize = 5;
/// Outcomes and practices have the topics in turn.
pub const TOPICS: usize = 3;
pub const MOST_EVENTS: usize = 14;
/// All days lie in this many days from the first.
pub const DAYS: i32 = 1500;

/// An event before it has keys; numbers name rows, and those beyond a table's end name none.
#[derive(Clone, Debug)]
pub struct EventPlan {
    pub kind: EventKind,
    pub clusters: Vec<usize>,
    pub place: Option<usize>,
    pub hosts: Vec<usize>,
    pub start: i32,
    pub length: i32,
    pub precision: Precision,
    pub parent: Option<usize>,
    pub feeds: Vec<usize>,
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub regions: Vec<usize>,
    pub places: Vec<Option<usize>>,
    pub events: Vec<EventPlan>,
    /// The event of each count.
    pub figures: Vec<Option<usize>>,
    /// Givers and receivers of each flow; leads and countries of each project.
    pub flows: Vec<(Vec<usize>, Vec<usize>)>,
    pub projects: Vec<(Vec<usize>, Vec<usize>)>,
    pub memberships: Vec<usize>,
    pub practices: Vec<Vec<usize>>,
    /// The event of each part that somebody took, and of each outcome.
    pub roles: Vec<usize>,
    pub outcomes: Vec<usize>,
    /// The event of each call.
    pub calls: Vec<Option<usize>>,
}

pub fn date(iso: &str) -> Date {
    parse_date(iso).expect("a date")
}

/// The day that lies so many days after the first.
pub fn day(offset: i32) -> Date {
    let first = date("2009-11-20").to_julian_day();
    Date::from_julian_day(first + offset).expect("a day")
}

pub fn event_plan() -> impl Strategy<Value = EventPlan> {
    let precision = prop::sample::select(vec![
        Precision::Day,
        Precision::Day,
        Precision::Month,
        Precision::Year,
    ]);
    (
        prop::sample::select(EventKind::ALL.to_vec()),
        some(CLUSTERS, 0..3),
        option::of(0..PLACES),
        some(COUNTRIES, 0..3),
        0..DAYS,
        0..70_i32,
        precision,
        option::of(0..MOST_EVENTS),
        some(MOST_EVENTS, 0..3),
    )
        .prop_map(
            |(kind, clusters, place, hosts, start, length, precision, parent, feeds)| EventPlan {
                kind,
                clusters,
                place,
                hosts,
                start,
                length,
                precision,
                parent,
                feeds,
            },
        )
}

pub fn plan() -> impl Strategy<Value = Plan> {
    let of_events = (
        vec(event_plan(), 0..MOST_EVENTS),
        vec(option::of(0..MOST_EVENTS), 0..8),
        vec(0..MOST_EVENTS, 0..6),
        vec(0..MOST_EVENTS, 0..6),
        vec(option::of(0..MOST_EVENTS), 0..6),
    );
    let pairs = || vec((some(COUNTRIES, 0..3), some(COUNTRIES, 0..3)), 0..6);
    let of_countries = (
        vec(0..Region::ALL.len(), COUNTRIES),
        vec(option::of(0..COUNTRIES), PLACES),
        pairs(),
        pairs(),
        vec(0..COUNTRIES, 0..8),
        vec(some(COUNTRIES, 0..4), 0..8),
    );
    (of_events, of_countries).prop_map(|(of_events, of_countries)| {
        let (events, figures, roles, outcomes, calls) = of_events;
        let (regions, places, flows, projects, memberships, practices) = of_countries;
        Plan {
            regions,
            places,
            events,
            figures,
            flows,
            projects,
            memberships,
            practices,
            roles,
            outcomes,
            calls,
        }
    })
}

fn topic_in_turn(data: &Dataset, number: usize) -> Key<Topic> {
    data.topics
        .key_at(number % TOPICS)
        .expect("all topics are there")
}

/// Different numbers below `below`.
fn some(below: usize, count: Range<usize>) -> impl Strategy<Value = Vec<usize>> {
    vec(0..below, count).prop_map(|mut numbers| {
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    })
}

impl Plan {
    pub fn dataset(&self) -> Dataset {
        let mut data = Dataset::default();
        self.push_setting(&mut data);
        for plan in &self.events {
            let event = plan.event(&data);
            push(&mut data.events, "event", event);
        }
        let events: Vec<Key<Event>> = data.events.keys().collect();
        for (&key, plan) in events.iter().zip(&self.events) {
            let parent = plan.parent.and_then(|at| events.get(at)).copied();
            let event = data.events.get_mut(key).expect("it was pushed");
            event.parent = parent.filter(|&p| p != key);
            let fed = plan.feeds.iter().filter_map(|&at| events.get(at));
            event.feeds = fed.copied().collect();
        }
        self.push_counts(&mut data);
        self.push_states(&mut data);
        data
    }

    fn push_setting(&self, data: &mut Dataset) {
        for id in 1..=CLUSTERS {
            let cluster = Cluster {
                title: Text::default(),
                source: Vec::new(),
            };
            data.clusters
                .push(&id.to_string(), cluster)
                .expect("a new id");
        }
        for (number, &region) in self.regions.iter().enumerate() {
            data.countries
                .push(&format!("C{number}"), country(Region::ALL[region]))
                .expect("a new id");
        }
        for _ in 0..TOPICS {
            let topic = Topic {
                name: Text::default(),
            };
            push(&mut data.topics, "topic", topic);
        }
        let countries = data.countries.clone();
        for (number, country) in self.places.iter().enumerate() {
            let place = Place {
                name: Text::default(),
                country: country.and_then(|at| countries.keys().nth(at)),
                latitude: 0.0,
                longitude: 0.0,
                is_city: true,
            };
            data.places
                .push(&format!("place-{number}"), place)
                .expect("a new id");
        }
    }

    fn push_counts(&self, data: &mut Dataset) {
        let events: Vec<Key<Event>> = data.events.keys().collect();
        for event in &self.figures {
            let event = event.and_then(|at| events.get(at)).copied();
            push(&mut data.figures, "figure", figure(event));
        }
        let known = |at: &&usize| **at < events.len();
        // Somebody of no state, and somebody of each; they take the parts in turn.
        let states: Vec<Key<Country>> = data.countries.keys().collect();
        for country in std::iter::once(None).chain(states.into_iter().map(Some)) {
            let person = Person {
                name: Text::default(),
                country,
                organisation: Text::default(),
            };
            push(&mut data.people, "somebody", person);
        }
        let people: Vec<Key<Person>> = data.people.keys().collect();
        for (&event, &person) in self.roles.iter().filter(known).zip(people.iter().cycle()) {
            let role = Role {
                person,
                event: events[event],
                role: String::new(),
                source: Vec::new(),
            };
            push(&mut data.roles, "role", role);
        }
        for &event in self.outcomes.iter().filter(known) {
            let topics = vec![topic_in_turn(data, data.outcomes.len())];
            let outcome = Outcome {
                topics,
                ..outcome(events[event])
            };
            push(&mut data.outcomes, "outcome", outcome);
        }
        for event in &self.calls {
            let call = Call {
                event: event.and_then(|at| events.get(at)).copied(),
                actor: Text::default(),
                topics: vec![topic_in_turn(data, data.calls.len())],
                summary: Text::default(),
                source: Vec::new(),
            };
            push(&mut data.calls, "call", call);
        }
    }

    fn push_states(&self, data: &mut Dataset) {
        let countries: Vec<Key<Country>> = data.countries.keys().collect();
        let keys = |numbers: &[usize]| numbers.iter().map(|&at| countries[at]).collect::<Vec<_>>();
        for (from, to) in &self.flows {
            push(&mut data.flows, "flow", flow(keys(from), keys(to)));
        }
        for (lead, at) in &self.projects {
            push(&mut data.projects, "project", project(keys(lead), keys(at)));
        }
        let body = Body {
            title: Text::default(),
            kind: String::new(),
            source: Vec::new(),
        };
        let body = data.bodies.push("a-body", body).expect("a new id");
        for &country in &self.memberships {
            push(
                &mut data.memberships,
                "membership",
                membership(body, countries[country]),
            );
        }
        for of in &self.practices {
            let topics = vec![topic_in_turn(data, data.practices.len())];
            let practice = Practice {
                topics,
                ..practice(keys(of))
            };
            push(&mut data.practices, "practice", practice);
        }
    }
}

impl EventPlan {
    fn event(&self, data: &Dataset) -> Event {
        let nth = |at: usize| {
            data.countries
                .keys()
                .nth(at)
                .expect("all countries are there")
        };
        Event {
            kind: self.kind,
            title: Text::default(),
            short: Text::default(),
            title_origin: Origin::Official,
            span: self.span(),
            place: self.place.and_then(|at| data.places.keys().nth(at)),
            hosts: self.hosts.iter().map(|&at| nth(at)).collect(),
            clusters: self
                .clusters
                .iter()
                .filter_map(|&at| data.clusters.keys().nth(at))
                .collect(),
            feeds: Vec::new(),
            parent: None,
            dates_from: None,
            source: Vec::new(),
        }
    }

    fn span(&self) -> Span {
        let (start, end) = (day(self.start), day(self.start + self.length));
        let first_of = |date: Date, is_month: bool| {
            let start = date.replace_day(1).expect("every month has a first");
            if is_month {
                start
            } else {
                self::date(&format!("{}-01-01", start.year()))
            }
        };
        let (start, end) = match self.precision {
            Precision::Day => (start, end),
            Precision::Month => (first_of(start, true), first_of(end, true)),
            Precision::Year => (first_of(start, false), first_of(end, false)),
        };
        Span {
            start,
            end,
            precision: self.precision,
        }
    }
}
