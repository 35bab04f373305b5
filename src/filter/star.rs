//! The register as a star: rows in the middle, and around them the events, states and roles through which filters reach them.

use super::clause::{Clause, Period};
use super::facet::{Facet, FacetSet};
use super::selection::Selection;
use super::sum::Sum;
use crate::model::attendance::Attendance;
use crate::model::codes::Codes;
use crate::model::country::Region;
use crate::model::dataset::Dataset;
use crate::model::event::EventKind;
use crate::model::order::sort_by;

/// One row without its event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fact {
    /// One more than the number of people; 0 where it is not stated.
    pub count: u32,
    /// One more than the state's place; 0 where it is not stated. There are no 65,535 states; a row of a later one counts as without.
    pub country: u16,
    /// One more than the role's place; 0 where it is not stated.
    pub role: u8,
}

/// The rows, those of one event together, and what is known of events and states.
#[derive(Clone, Debug, Default)]
pub(super) struct Star {
    facts: Vec<Fact>,
    /// Event `i` has `facts[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    /// First and last Julian day of each event.
    pub spans: Vec<(i32, i32)>,
    /// The events that have rows, in the order of their first and of their last days.
    pub by_start: Vec<u32>,
    pub by_end: Vec<u32>,
    /// The kind of each event.
    pub kinds: Vec<EventKind>,
    /// The place in `cluster_sets` of each event's clusters.
    pub cluster_set: Vec<u32>,
    pub cluster_sets: Vec<Vec<u32>>,
    pub clusters: usize,
    /// The region of each state, by its code; the first has none.
    pub regions: Vec<Option<Region>>,
    /// The number of codes of roles.
    pub roles: usize,
}

/// Which states and roles are let through, by their codes.
#[derive(Clone, Debug)]
pub(super) struct Lets {
    pub countries: Vec<bool>,
    pub roles: Vec<bool>,
}

/// A star that is being put together, a pass over the rows at a time.
#[derive(Clone, Debug)]
pub(super) struct Arranging {
    star: Star,
    /// The place of each row among the facts.
    places: Vec<u32>,
    done: usize,
}

/// What the passes do, in their order.
const PASSES: [fn(&mut Arranging, &Attendance); 6] = [
    Arranging::count,
    Arranging::place,
    |arranging, table| {
        arranging.set(table.country_codes(), |fact, code| {
            fact.country = u16::try_from(code).unwrap_or(0);
        });
    },
    |arranging, table| {
        arranging.set(table.role_codes(), |fact, code| {
            fact.role = u8::try_from(code).unwrap_or(0);
        });
    },
    |arranging, table| arranging.set(table.count_codes(), |fact, code| fact.count = code),
    |Arranging { star, places, .. }, _| {
        *places = Vec::new();
        star.by_start = star.ordered(|(start, _)| start);
        star.by_end = star.ordered(|(_, end)| end);
    },
];

impl Arranging {
    /// What is known of events and states; the rows come with the steps.
    pub(super) fn new(data: &Dataset, table: &Attendance) -> Self {
        let mut star = Star {
            clusters: data.clusters.len(),
            roles: table.roles().len() + 1,
            ..Star::default()
        };
        star.regions.push(None);
        let regions = data.countries.rows().iter().map(|c| Some(c.region));
        star.regions.extend(regions);
        for event in data.events.rows() {
            let start = event.span.start.to_julian_day();
            let end = event.span.last_day().to_julian_day().max(start);
            star.spans.push((start, end));
            star.kinds.push(event.kind);
            let places = event.clusters.iter().map(|c| narrow(c.index()));
            let mut set: Vec<u32> = Vec::new();
            for place in places {
                if !set.contains(&place) {
                    set.push(place);
                }
            }
            let known = star.cluster_sets.iter().position(|other| *other == set);
            star.cluster_set.push(narrow(known.unwrap_or_else(|| {
                star.cluster_sets.push(set);
                star.cluster_sets.len() - 1
            })));
        }
        let (places, done) = (Vec::new(), 0);
        Self { star, places, done }
    }

    /// Goes through the rows once more; false when there is nothing left to do.
    pub(super) fn step(&mut self, table: &Attendance) -> bool {
        let Some(pass) = PASSES.get(self.done) else {
            return false;
        };
        pass(self, table);
        self.done += 1;
        true
    }

    /// The star, once no step is left.
    pub(super) fn finish(self) -> Star {
        self.star
    }

    /// How many rows each event has: with that the rows of one event can be put together, and where each begins is known. The order of
    /// rows within an event does not matter to sums.
    fn count(&mut self, table: &Attendance) {
        let mut counts = vec![0_u32; self.star.spans.len() + 1];
        table.event_codes().for_each(|event| {
            if let Some(count) = counts.get_mut(event as usize + 1) {
                *count += 1;
            }
        });
        let mut sum = 0;
        for count in &mut counts {
            sum += *count;
            *count = sum;
        }
        self.star.starts = counts;
    }

    fn place(&mut self, table: &Attendance) {
        let mut next = self.star.starts.clone();
        let places = &mut self.places;
        places.reserve_exact(table.len());
        table.event_codes().for_each(|event| {
            let place = next.get_mut(event as usize).map_or(u32::MAX, |next| {
                *next += 1;
                *next - 1
            });
            places.push(place);
        });
        let none = Fact {
            count: 0,
            country: 0,
            role: 0,
        };
        let all = self.star.starts.last().map_or(0, |sum| *sum as usize);
        self.star.facts = vec![none; all];
    }

    fn set(&mut self, codes: &Codes, put: fn(&mut Fact, u32)) {
        let facts = &mut self.star.facts;
        let mut of_rows = self.places.iter();
        codes.for_each(|code| {
            let place = of_rows.next().map_or(usize::MAX, |place| *place as usize);
            if let Some(fact) = facts.get_mut(place) {
                put(fact, code);
            }
        });
    }
}

impl Star {
    fn ordered(&self, day: fn((i32, i32)) -> i32) -> Vec<u32> {
        let has_rows = |event: &usize| !self.of_event(*event).is_empty();
        let mut events: Vec<u32> = (0..self.len()).filter(has_rows).map(narrow).collect();
        let day_of = |event: &u32| self.spans.get(*event as usize).copied().map(day);
        sort_by(&mut events, |a, b| day_of(a).cmp(&day_of(b)));
        events
    }

    /// The number of events.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The rows of an event.
    pub(super) fn of_event(&self, event: usize) -> &[Fact] {
        let bounds = (self.starts.get(event), self.starts.get(event + 1));
        let (Some(start), Some(end)) = bounds else {
            return &[];
        };
        self.facts
            .get(*start as usize..*end as usize)
            .unwrap_or(&[])
    }

    /// Whether an event is left out by the clauses of a facet.
    pub(super) fn test_event(&self, event: usize, test: &Test) -> bool {
        match test {
            Test::Any => false,
            Test::Within(first, last) => {
                let span = self.spans.get(event);
                span.is_none_or(|(start, end)| start > last || end < first)
            }
            Test::Chosen(Facet::Kind, chosen) => {
                let kind = self.kinds.get(event);
                !kind.is_some_and(|kind| has(chosen, *kind as usize))
            }
            Test::Chosen(Facet::Cluster, chosen) => {
                let set = self.cluster_set.get(event).map(|set| *set as usize);
                let set = set.and_then(|set| self.cluster_sets.get(set));
                !set.is_some_and(|set| set.iter().any(|c| has(chosen, *c as usize)))
            }
            Test::Chosen(_, chosen) => !has(chosen, event),
        }
    }

    /// Whether a state is left out by the clauses of a facet; one that is not stated is by any.
    pub(super) fn test_country(&self, code: usize, test: &Test) -> bool {
        match test {
            Test::Any | Test::Within(..) => false,
            Test::Chosen(Facet::Region, chosen) => {
                let region = self.regions.get(code).copied().flatten();
                !region.is_some_and(|region| has(chosen, region as usize))
            }
            Test::Chosen(_, chosen) => !code.checked_sub(1).is_some_and(|at| has(chosen, at)),
        }
    }
}

/// Adds an event's rows by state and by role. A sum by state takes the rows whose roles are let through, one by role those whose states
/// are; a list that is not wanted is empty.
pub(super) fn add_rows(facts: &[Fact], lets: &Lets, countries: &mut [Sum], roles: &mut [Sum]) {
    for fact in facts {
        let (country, role) = (usize::from(fact.country), usize::from(fact.role));
        if has(&lets.roles, role)
            && let Some(sum) = countries.get_mut(country)
        {
            sum.add_row(fact.count);
        }
        if has(&lets.countries, country)
            && let Some(sum) = roles.get_mut(role)
        {
            sum.add_row(fact.count);
        }
    }
}

/// The sum of an event's rows whose states and roles are let through.
pub(super) fn sum_rows(facts: &[Fact], lets: &Lets) -> Sum {
    let mut sum = Sum::default();
    for fact in facts {
        let (country, role) = (usize::from(fact.country), usize::from(fact.role));
        if has(&lets.countries, country) && has(&lets.roles, role) {
            sum.add_row(fact.count);
        }
    }
    sum
}

/// The clauses of one facet, ready to be held against every event or state.
#[derive(Clone, Debug)]
pub(super) enum Test {
    /// No clause: nothing is left out.
    Any,
    /// The first and the last Julian day of the period.
    Within(i32, i32),
    /// Whether each place in the facet's dictionary is chosen.
    Chosen(Facet, Vec<bool>),
}

impl Test {
    pub(super) fn of(facet: Facet, selection: &Selection) -> Self {
        let within = |p: Period| Self::Within(p.first().to_julian_day(), p.last().to_julian_day());
        if facet == Facet::Time {
            return selection.period().map_or(Self::Any, within);
        }
        let mut chosen = Vec::new();
        for code in selection.of_facet(facet).filter_map(Clause::code) {
            choose(&mut chosen, code as usize);
        }
        match chosen.is_empty() {
            true => Self::Any,
            false => Self::Chosen(facet, chosen),
        }
    }
}

/// Marks a place as chosen.
pub(super) fn choose(chosen: &mut Vec<bool>, at: usize) {
    if chosen.len() <= at {
        chosen.resize(at + 1, false);
    }
    if let Some(slot) = chosen.get_mut(at) {
        *slot = true;
    }
}

/// True where a place is marked.
pub(super) fn has(marks: &[bool], at: usize) -> bool {
    marks.get(at).copied().unwrap_or(false)
}

/// Writes down for each place whether a facet leaves it out.
pub(super) fn mark(out: &mut [FacetSet], facet: Facet, is_out: impl Fn(usize) -> bool) {
    for (at, out) in out.iter_mut().enumerate() {
        *out = match is_out(at) {
            true => out.with(facet),
            false => out.without(facet),
        };
    }
}

pub(super) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
