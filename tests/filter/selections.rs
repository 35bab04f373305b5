//! Random clauses, and random steps of a reader.

use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::facet::{Facet, FacetSet};
use forum_explorer::filter::selection::Selection;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::datasets::{CLUSTERS, COUNTRIES, DAYS, MOST_EVENTS, TOPICS, day};

/// A clause before there is a dataset.
#[derive(Clone, Copy, Debug)]
pub enum ClausePlan {
    Cluster(usize),
    Kind(EventKind),
    Event(usize),
    Region(Region),
    Country(usize),
    Time(i32, i32),
    Topic(usize),
}

/// What a reader does.
#[derive(Clone, Debug)]
pub enum Step {
    Toggle(ClausePlan),
    Clear(Facet),
    Replace(Vec<ClausePlan>),
}

pub fn clause() -> impl Strategy<Value = ClausePlan> {
    prop_oneof![
        (0..CLUSTERS).prop_map(ClausePlan::Cluster),
        prop::sample::select(EventKind::ALL.to_vec()).prop_map(ClausePlan::Kind),
        (0..MOST_EVENTS).prop_map(ClausePlan::Event),
        prop::sample::select(Region::ALL.to_vec()).prop_map(ClausePlan::Region),
        (0..COUNTRIES).prop_map(ClausePlan::Country),
        (0..TOPICS).prop_map(ClausePlan::Topic),
        (-60..DAYS, -60..DAYS).prop_map(|(a, b)| ClausePlan::Time(a, b)),
        (0..DAYS, 0..90_i32).prop_map(|(a, length)| ClausePlan::Time(a, a + length)),
    ]
}

pub fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => clause().prop_map(Step::Toggle),
        1 => prop::sample::select(Facet::ALL.to_vec()).prop_map(Step::Clear),
        1 => vec(clause(), 0..5).prop_map(Step::Replace),
    ]
}

pub fn facets() -> impl Strategy<Value = FacetSet> {
    vec(prop::sample::select(Facet::ALL.to_vec()), 0..3).prop_map(|facets| FacetSet::of(&facets))
}

impl ClausePlan {
    /// The clause, where the dataset has what it is about.
    pub fn clause(self, data: &Dataset) -> Option<Clause> {
        match self {
            Self::Cluster(at) => data.clusters.keys().nth(at).map(Clause::Cluster),
            Self::Kind(kind) => Some(Clause::Kind(kind)),
            Self::Event(at) => data.events.keys().nth(at).map(Clause::Event),
            Self::Region(region) => Some(Clause::Region(region)),
            Self::Country(at) => data.countries.keys().nth(at).map(Clause::Country),
            Self::Topic(at) => data.topics.keys().nth(at).map(Clause::Topic),
            Self::Time(a, b) => Some(Clause::Time(Period::between(day(a), day(b)))),
        }
    }
}

impl Step {
    pub fn take(&self, selection: &mut Selection, data: &Dataset) {
        match self {
            Self::Toggle(plan) => {
                if let Some(clause) = plan.clause(data) {
                    selection.toggle(clause);
                }
            }
            Self::Clear(facet) => selection.clear(*facet),
            Self::Replace(plans) => {
                *selection = Selection::of(plans.iter().filter_map(|plan| plan.clause(data)));
            }
        }
    }
}
