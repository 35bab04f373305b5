//! The crossfilter over a register and the plain rules agree, on any data, along any way, whichever view is touched.

use std::sync::Arc;

use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::crossfilter::{Crossfilter, FACETS};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::facet::{Facet, FacetSet};
use forum_explorer::filter::relation::Relation;
use forum_explorer::filter::selection::Selection;
use forum_explorer::filter::sum::Sum;
use forum_explorer::filter::view::{Resolution, View};
use forum_explorer::model::attendance::Attendance;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::person::{Person, Role};
use forum_explorer::model::span::Date;
use forum_explorer::model::table::Table;
use forum_explorer::model::text::Text;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::datasets::{COUNTRIES, DAYS, MOST_EVENTS, Plan, day, plan};
use crate::naive;
use crate::rows::push;
use crate::selections::{ClausePlan, Step, step};

const ROLES: u8 = 4;

/// One row of the register; an event that there is not is another one instead.
#[derive(Clone, Copy, Debug)]
struct RowPlan {
    event: usize,
    country: Option<usize>,
    role: Option<u8>,
    count: Option<u32>,
}

fn row() -> impl Strategy<Value = RowPlan> {
    let count = option::weighted(0.8, prop_oneof![0..5_u32, 0..Attendance::MOST_PEOPLE]);
    (
        0..MOST_EVENTS,
        option::weighted(0.9, 0..COUNTRIES),
        option::weighted(0.9, 0..ROLES),
        count,
    )
        .prop_map(|(event, country, role, count)| RowPlan {
            event,
            country,
            role,
            count,
        })
}

/// The plan's dataset with a register, and the same rows once more as parts that people took, for the engine and its rules.
fn dataset(plan: &Plan, rows: &[RowPlan]) -> Dataset {
    let mut data = plan.dataset();
    data.roles = Table::default();
    data.people = Table::default();
    let states: Vec<_> = data.countries.keys().map(Some).collect();
    let people: Vec<_> = std::iter::once(None).chain(states).collect();
    for country in people {
        let person = Person {
            name: Text::default(),
            country,
            organisation: Text::default(),
        };
        push(&mut data.people, "somebody", person);
    }
    let mut table = Attendance::default();
    for role in 0..ROLES {
        table.add_role(&format!("role-{role}"));
    }
    let source = table.add_source(Vec::new());
    let events = data.events.len();
    for row in rows.iter().filter(|_| events > 0) {
        let event = row.event % events;
        table.push(event, row.country, row.role, row.count, source);
        let part = Role {
            person: data
                .people
                .key_at(row.country.map_or(0, |at| at + 1))
                .unwrap(),
            event: data.events.key_at(event).unwrap(),
            role: String::new(),
            source: Vec::new(),
        };
        push(&mut data.roles, "role", part);
    }
    data.attendance = Arc::new(table);
    data
}

/// Where a brush ends: anywhere, or at an event's first or last day or the day beside it, where being off by one shows.
#[derive(Clone, Copy, Debug)]
enum Edge {
    At(i32),
    First(usize, i32),
    Last(usize, i32),
}

fn edge() -> impl Strategy<Value = Edge> {
    prop_oneof![
        1 => (-60..DAYS).prop_map(Edge::At),
        2 => (0..MOST_EVENTS, -1..=1).prop_map(|(event, off)| Edge::First(event, off)),
        2 => (0..MOST_EVENTS, -1..=1).prop_map(|(event, off)| Edge::Last(event, off)),
    ]
}

impl Edge {
    fn day(self, data: &Dataset) -> Date {
        let beside = |event: usize, off: i32, of: fn(&Event) -> Date| {
            let rows = data.events.rows();
            let event = rows.get(event % rows.len().max(1));
            let day = event.map_or(day(0), of).to_julian_day() + off;
            Date::from_julian_day(day).unwrap()
        };
        match self {
            Self::At(offset) => day(offset),
            Self::First(event, off) => beside(event, off, |e| e.span.start),
            Self::Last(event, off) => beside(event, off, |e| e.span.last_day()),
        }
    }
}

/// The period between two edges.
fn drawn(a: Edge, b: Edge, data: &Dataset) -> Clause {
    Clause::Time(Period::between(a.day(data), b.day(data)))
}

/// What can happen to a crossfilter.
#[derive(Clone, Debug)]
enum Act {
    Select(Step),
    Drag(Edge, Edge),
    Roles(Vec<u8>),
    Touch(Option<View>),
    Divide(Resolution),
}

fn act() -> impl Strategy<Value = Act> {
    let view = option::weighted(0.9, prop::sample::select(View::ALL.to_vec()));
    let resolution = [Resolution::Day, Resolution::Month, Resolution::Year];
    prop_oneof![
        4 => step().prop_map(Act::Select),
        4 => (edge(), edge()).prop_map(|(a, b)| Act::Drag(a, b)),
        1 => vec(0..ROLES, 0..3).prop_map(Act::Roles),
        3 => view.prop_map(Act::Touch),
        1 => prop::sample::select(resolution.to_vec()).prop_map(Act::Divide),
    ]
}

/// Every value that a row has in a view, by the plain rules; the last place is for rows that have none.
fn values(data: &Dataset, at: usize, view: View, all: &Crossfilter) -> (Vec<usize>, usize) {
    let row = data.attendance.row(at).unwrap();
    let event = data.events.get(row.event).unwrap();
    let one = |value: Option<usize>, count| (value.into_iter().collect(), count);
    match view {
        View::Time => {
            let bins = all.bins();
            let later = |bin: &usize| bins.first_day(*bin).unwrap() <= event.span.start;
            one((0..bins.len()).rfind(later), bins.len())
        }
        View::Kind => one(Some(event.kind as usize), EventKind::ALL.len()),
        View::Cluster => {
            let clusters = event.clusters.iter().map(|c| c.index());
            (clusters.collect(), data.clusters.len())
        }
        View::Event => one(Some(row.event.index()), data.events.len()),
        View::Region => {
            let country = row.country.and_then(|key| data.countries.get(key));
            one(country.map(|c| c.region as usize), Region::ALL.len())
        }
        View::Country => one(row.country.map(|c| c.index()), data.countries.len()),
        View::Role => one(row.role.map(usize::from), usize::from(ROLES)),
    }
}

fn count(sum: &mut Sum, people: Option<u32>) {
    sum.rows += 1;
    match people {
        Some(people) => sum.people += u64::from(people),
        None => sum.unstated += 1,
    }
}

/// Holds every view of a crossfilter against the rules.
fn agrees(all: &mut Crossfilter, data: &Dataset, roles: &[u8], views: &[View]) {
    let table = &data.attendance;
    let selection = all.selection().clone();
    let has_role = |at: usize| {
        let role = table.row(at).unwrap().role;
        roles.is_empty() || role.is_some_and(|role| roles.contains(&role))
    };
    for &view in views {
        let shown = naive::visible(data, Relation::Roles, selection.clauses(), view.own());
        let mut expected = Vec::new();
        for (at, &shows) in shown.iter().enumerate() {
            let (values, none) = values(data, at, view, all);
            expected.resize(none + 1, Sum::default());
            if !shows || (view != View::Role && !has_role(at)) {
                continue;
            }
            let people = table.row(at).unwrap().count;
            let values = if values.is_empty() {
                vec![none]
            } else {
                values
            };
            for value in values {
                count(&mut expected[value], people);
            }
        }
        let found = all.counts(view);
        if table.is_empty() {
            assert!(found.iter().all(|sum| *sum == Sum::default()));
        } else {
            assert_eq!(
                found, expected,
                "{view:?} under {selection:?} and {roles:?}"
            );
        }
    }
    let shown = naive::visible(data, Relation::Roles, selection.clauses(), FacetSet::NONE);
    let left: Vec<usize> = (0..table.len())
        .filter(|&at| shown[at] && has_role(at))
        .collect();
    let mut total = Sum::default();
    for &at in &left {
        count(&mut total, table.row(at).unwrap().count);
    }
    assert_eq!(all.total(), total);
    assert_eq!(all.rows(table, 0, usize::MAX), left);
    let (from, most) = (table.len() / 3, 4);
    let page: Vec<usize> = left
        .into_iter()
        .filter(|&at| at >= from)
        .take(most)
        .collect();
    assert_eq!(all.rows(table, from, most), page);
}

fn follow(data: &Dataset, acts: &[Act], views: &[View]) {
    let mut all = Crossfilter::new(data);
    let mut selection = Selection::default();
    let mut roles = Vec::new();
    agrees(&mut all, data, &roles, views);
    for act in acts {
        match act {
            Act::Select(step) => {
                step.take(&mut selection, data);
                all.select(&selection);
            }
            Act::Drag(a, b) => {
                let drawn = drawn(*a, *b, data);
                if !selection.has(drawn) {
                    selection.toggle(drawn);
                }
                all.select(&selection);
            }
            Act::Roles(chosen) => {
                roles = chosen.clone();
                all.select_roles(&roles);
            }
            Act::Touch(view) => all.activate(*view),
            Act::Divide(resolution) => all.divide_time(*resolution),
        }
        assert_eq!(all.selection(), &selection);
        agrees(&mut all, data, &roles, views);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn after_every_act_each_view_counts_what_the_rules_say(
        plan in plan(),
        rows in vec(row(), 0..60),
        acts in vec(act(), 1..14),
    ) {
        follow(&dataset(&plan, &rows), &acts, &View::ALL);
    }

    #[test]
    fn a_view_that_is_asked_now_and_then_is_as_fresh_as_one_that_is_asked_always(
        plan in plan(),
        rows in vec(row(), 0..60),
        acts in vec((act(), prop::sample::subsequence(View::ALL.to_vec(), 0..3)), 1..14),
    ) {
        let data = dataset(&plan, &rows);
        let mut all = Crossfilter::new(&data);
        let (mut selection, mut roles) = (Selection::default(), Vec::new());
        for (act, views) in &acts {
            match act {
                Act::Select(step) => step.take(&mut selection, &data),
                Act::Drag(a, b) => selection = Selection::of(
                    selection.without(Facet::Time).clauses().iter().copied().chain([drawn(*a, *b, &data)]),
                ),
                Act::Roles(chosen) => roles = chosen.clone(),
                Act::Touch(view) => all.activate(*view),
                Act::Divide(resolution) => all.divide_time(*resolution),
            }
            all.select(&selection);
            all.select_roles(&roles);
            for view in views {
                let mut fresh = Crossfilter::new(&data);
                fresh.divide_time(all.bins().resolution());
                fresh.select_roles(&roles);
                fresh.select(&selection);
                prop_assert_eq!(all.counts(*view), fresh.counts(*view));
            }
        }
        agrees(&mut all, &data, &roles, &View::ALL);
    }

    #[test]
    fn the_crossfilter_leaves_the_rows_that_the_engine_leaves(
        plan in plan(),
        rows in vec(row(), 0..60),
        steps in vec(step(), 1..6),
    ) {
        let data = dataset(&plan, &rows);
        let (mut all, mut engine) = (Crossfilter::new(&data), Engine::new(&data));
        let mut selection = Selection::default();
        for step in &steps {
            step.take(&mut selection, &data);
            all.select(&selection);
            engine.select(&selection);
            let shown = engine.visible(Relation::Roles, FacetSet::NONE).enumerate();
            let shown: Vec<usize> = shown.filter(|(_, shows)| *shows).map(|(at, _)| at).collect();
            prop_assert_eq!(all.rows(&data.attendance, 0, usize::MAX), shown);
            prop_assert_eq!(all.ignored(), engine.ignored(Relation::Roles, FacetSet::NONE));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    // So many rows that tiles along time have several rows, of events that have more rows than lie between two of them, and fewer.
    #[test]
    fn a_brush_over_many_rows_is_exact_to_the_day(
        plan in plan(),
        rows in vec(row(), 40..80),
        brushes in vec((edge(), edge()), 6),
        clauses in vec(crate::selections::clause(), 0..3),
    ) {
        let many: Vec<RowPlan> = (0..200)
            .flat_map(|n| rows.iter().skip(n % 7).map(move |row| RowPlan { count: row.count.map(|c| c / 2 + n as u32), ..*row }))
            .collect();
        let data = dataset(&plan, &many);
        let clauses: Vec<Clause> = clauses.iter().filter_map(|c| ClausePlan::clause(*c, &data)).collect();
        let mut all = Crossfilter::new(&data);
        all.select(&Selection::of(clauses.iter().copied()));
        all.activate(Some(View::Time));
        all.counts(View::Kind);
        let passes = all.passes();
        for (a, b) in brushes {
            let drawn = drawn(a, b, &data);
            all.select(&Selection::of(clauses.iter().copied().chain([drawn])));
            for view in View::ALL {
                all.counts(view);
            }
            assert_eq!(all.passes(), passes, "no step of the brush goes through the rows");
            agrees(&mut all, &data, &[], &[View::Kind, View::Country, View::Role]);
        }
    }
}

#[test]
fn a_touched_view_of_few_values_is_set_without_a_pass_over_the_rows() {
    let plan = Plan {
        regions: (0..COUNTRIES).map(|n| n % Region::ALL.len()).collect(),
        places: Vec::new(),
        events: Vec::new(),
        figures: Vec::new(),
        flows: Vec::new(),
        projects: Vec::new(),
        memberships: Vec::new(),
        practices: Vec::new(),
        roles: Vec::new(),
        outcomes: Vec::new(),
        calls: Vec::new(),
    };
    let data = dataset(&plan, &[]);
    for view in [
        View::Kind,
        View::Cluster,
        View::Region,
        View::Country,
        View::Role,
    ] {
        let mut all = Crossfilter::new(&data);
        for other in View::ALL {
            all.counts(other);
        }
        all.activate(Some(view));
        let passes = all.passes();
        let clauses = [
            Clause::Kind(EventKind::Thematic),
            Clause::Cluster(data.clusters.keys().next().unwrap()),
            Clause::Region(Region::Asia),
            Clause::Country(data.countries.keys().next().unwrap()),
        ];
        let own = clauses
            .into_iter()
            .filter(|c| Some(c.facet()) == view.facet());
        all.select(&Selection::of(own));
        if view == View::Role {
            all.select_roles(&[1]);
        }
        for other in View::ALL {
            all.counts(other);
        }
        assert_eq!(all.passes(), passes, "{view:?}");
    }
}

#[test]
fn every_facet_but_the_topic_acts_and_has_a_view() {
    for facet in Facet::ALL {
        assert_eq!(FACETS.has(facet), facet != Facet::Topic);
        assert_eq!(View::of(facet).is_some(), facet != Facet::Topic);
    }
}

#[test]
fn rows_without_a_number_are_not_rows_of_nobody() {
    let unstated = Sum {
        rows: 3,
        unstated: 3,
        people: 0,
    };
    let nobody = Sum {
        rows: 3,
        unstated: 2,
        people: 0,
    };
    assert_eq!(
        (unstated.stated_people(), nobody.stated_people()),
        (None, Some(0))
    );
}
