//! The rules one by one, on the smallest dataset that shows each.

use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::facet::{Facet, FacetSet};
use forum_explorer::filter::relation::Relation;
use forum_explorer::filter::selection::Selection;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::{Precision, Span};

use crate::datasets::{EventPlan, Plan, date};

fn meeting() -> EventPlan {
    EventPlan {
        kind: EventKind::Thematic,
        clusters: Vec::new(),
        place: None,
        hosts: Vec::new(),
        start: 0,
        length: 0,
        precision: Precision::Day,
        parent: None,
        feeds: Vec::new(),
    }
}

/// Six states, two in each of the first three regions; the place of each number lies in the state of that number.
fn dataset(events: Vec<EventPlan>) -> Dataset {
    plan(events).dataset()
}

fn plan(events: Vec<EventPlan>) -> Plan {
    Plan {
        regions: vec![0, 0, 1, 1, 2, 2],
        places: (0..5).map(Some).collect(),
        events,
        figures: Vec::new(),
        flows: Vec::new(),
        projects: Vec::new(),
        memberships: Vec::new(),
        practices: Vec::new(),
        roles: Vec::new(),
        outcomes: Vec::new(),
        calls: Vec::new(),
    }
}

fn dated(start: &str, end: &str, precision: Precision) -> Dataset {
    let mut data = dataset(vec![meeting()]);
    let key = data.events.keys().next().unwrap();
    data.events.get_mut(key).unwrap().span = Span {
        start: date(start),
        end: date(end),
        precision,
    };
    data
}

fn period(first: &str, last: &str) -> Clause {
    Clause::Time(Period::between(date(first), date(last)))
}

fn shown(data: &Dataset, relation: Relation, clauses: &[Clause]) -> Vec<bool> {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    engine.visible(relation, FacetSet::NONE).collect()
}

fn cluster(data: &Dataset, id: &str) -> Clause {
    Clause::Cluster(data.clusters.find(id).unwrap())
}

fn country(data: &Dataset, id: &str) -> Clause {
    Clause::Country(data.countries.find(id).unwrap())
}

#[test]
fn an_event_of_two_clusters_shows_under_either_and_counts_once() {
    let abuja = EventPlan {
        clusters: vec![0, 2],
        ..meeting()
    };
    let other = EventPlan {
        clusters: vec![1],
        ..meeting()
    };
    let data = dataset(vec![abuja, other]);
    let [one, two, three] = ["1", "2", "3"].map(|id| cluster(&data, id));
    assert_eq!(shown(&data, Relation::Events, &[one]), [true, false]);
    assert_eq!(shown(&data, Relation::Events, &[three]), [true, false]);
    assert_eq!(shown(&data, Relation::Events, &[two]), [false, true]);
    let both = shown(&data, Relation::Events, &[one, three]);
    assert_eq!(both.iter().filter(|&&shows| shows).count(), 1);
}

#[test]
fn values_of_one_facet_are_alternatives_and_facets_narrow_each_other() {
    let data = dataset(vec![
        EventPlan {
            clusters: vec![0],
            place: Some(0),
            ..meeting()
        },
        EventPlan {
            clusters: vec![1],
            place: Some(0),
            ..meeting()
        },
        EventPlan {
            clusters: vec![1],
            place: Some(2),
            ..meeting()
        },
    ]);
    let (one, two, here) = (
        cluster(&data, "1"),
        cluster(&data, "2"),
        country(&data, "C0"),
    );
    assert_eq!(
        shown(&data, Relation::Events, &[one, two]),
        [true, true, true]
    );
    assert_eq!(
        shown(&data, Relation::Events, &[two, here]),
        [false, true, false]
    );
    assert_eq!(
        shown(&data, Relation::Events, &[one, two, here]),
        [true, true, false]
    );
}

#[test]
fn an_event_belongs_to_the_state_of_its_place_and_to_its_hosts() {
    let data = dataset(vec![
        EventPlan {
            place: Some(0),
            hosts: vec![2],
            ..meeting()
        },
        EventPlan {
            hosts: vec![3],
            ..meeting()
        },
    ]);
    for (id, expected) in [
        ("C0", [true, false]),
        ("C2", [true, false]),
        ("C3", [false, true]),
        ("C4", [false, false]),
    ] {
        assert_eq!(
            shown(&data, Relation::Events, &[country(&data, id)]),
            expected,
            "{id}"
        );
    }
    assert_eq!(
        shown(&data, Relation::Events, &[Clause::Region(Region::Americas)]),
        [true, true]
    );
    assert_eq!(
        shown(&data, Relation::Events, &[Clause::Region(Region::Africa)]),
        [true, false]
    );
}

#[test]
fn an_event_touches_a_period_by_a_single_day() {
    let data = dated("2011-09-07", "2011-09-08", Precision::Day);
    for (first, last, expected) in [
        ("2011-09-08", "2011-12-31", true),
        ("2011-01-01", "2011-09-07", true),
        ("2011-09-08", "2011-09-08", true),
        ("2011-09-09", "2011-12-31", false),
        ("2011-01-01", "2011-09-06", false),
    ] {
        assert_eq!(
            shown(&data, Relation::Events, &[period(first, last)]),
            [expected],
            "{first} {last}"
        );
    }
}

#[test]
fn an_event_dated_to_a_month_touches_any_day_of_it() {
    for end in ["2011-02-01", "2011-02-28"] {
        let data = dated("2011-02-01", end, Precision::Month);
        assert_eq!(
            shown(
                &data,
                Relation::Events,
                &[period("2011-02-28", "2011-02-28")]
            ),
            [true]
        );
        assert_eq!(
            shown(
                &data,
                Relation::Events,
                &[period("2011-03-01", "2011-03-31")]
            ),
            [false]
        );
        assert_eq!(
            shown(
                &data,
                Relation::Events,
                &[period("2011-01-01", "2011-01-31")]
            ),
            [false]
        );
    }
    let leap = dated("2012-02-01", "2012-02-01", Precision::Month);
    assert_eq!(
        shown(
            &leap,
            Relation::Events,
            &[period("2012-02-29", "2012-02-29")]
        ),
        [true]
    );
}

#[test]
fn an_event_dated_to_a_year_touches_any_day_of_it() {
    let data = dated("2006-01-01", "2007-01-01", Precision::Year);
    assert_eq!(
        shown(
            &data,
            Relation::Events,
            &[period("2007-12-31", "2007-12-31")]
        ),
        [true]
    );
    assert_eq!(
        shown(
            &data,
            Relation::Events,
            &[period("2006-05-05", "2006-05-05")]
        ),
        [true]
    );
    assert_eq!(
        shown(
            &data,
            Relation::Events,
            &[period("2008-01-01", "2008-12-31")]
        ),
        [false]
    );
}

#[test]
fn a_period_is_the_same_whichever_end_comes_first() {
    let (a, b) = (date("2011-06-01"), date("2011-09-30"));
    assert_eq!(Period::between(a, b), Period::between(b, a));
    assert_eq!(
        (Period::between(b, a).first(), Period::between(b, a).last()),
        (a, b)
    );
}

#[test]
fn a_period_takes_the_place_of_the_one_before() {
    let mut selection = Selection::of([
        Clause::Kind(EventKind::Summit),
        period("2011-01-01", "2011-02-01"),
    ]);
    selection.toggle(period("2011-06-01", "2011-07-01"));
    let clauses = [
        Clause::Kind(EventKind::Summit),
        period("2011-06-01", "2011-07-01"),
    ];
    assert_eq!(selection.clauses(), clauses);
    assert_eq!(
        Selection::of([period("2011-01-01", "2011-02-01"), clauses[1]]).clauses(),
        &clauses[1..]
    );
}

#[test]
fn a_clause_given_twice_counts_once() {
    let kind = Clause::Kind(EventKind::Summit);
    assert_eq!(Selection::of([kind, kind]).clauses(), [kind]);
}

#[test]
fn clearing_a_facet_leaves_the_others() {
    let (summit, session) = (
        Clause::Kind(EventKind::Summit),
        Clause::Kind(EventKind::Session),
    );
    let asia = Clause::Region(Region::Asia);
    let mut selection = Selection::of([summit, asia, session]);
    assert_eq!(selection.without(Facet::Kind).clauses(), [asia]);
    assert_eq!(
        selection.facets(),
        FacetSet::of(&[Facet::Kind, Facet::Region])
    );
    selection.clear(Facet::Region);
    assert_eq!(selection.clauses(), [summit, session]);
    selection.clear(Facet::Kind);
    assert!(selection.is_empty());
}

#[test]
fn a_count_of_all_meetings_answers_to_their_kind_and_dates() {
    let umbrella = EventPlan {
        kind: EventKind::Preparatory,
        ..meeting()
    };
    let part = EventPlan {
        parent: Some(0),
        start: 100,
        ..meeting()
    };
    let session = EventPlan {
        kind: EventKind::Session,
        parent: Some(0),
        start: 400,
        ..meeting()
    };
    let mut plan = plan(vec![umbrella, part, session]);
    plan.figures = vec![Some(0), None];
    let data = plan.dataset();
    let figures = |clause| shown(&data, Relation::Figures, &[clause]);
    assert_eq!(figures(Clause::Kind(EventKind::Thematic)), [true, false]);
    assert_eq!(figures(Clause::Kind(EventKind::Preparatory)), [true, false]);
    assert_eq!(figures(Clause::Kind(EventKind::Session)), [false, false]);
    let meeting = data.events.find("event-1").unwrap();
    assert_eq!(figures(Clause::Event(meeting)), [true, false]);
    let on = |offset| {
        Clause::Time(Period::between(
            crate::datasets::day(offset),
            crate::datasets::day(offset),
        ))
    };
    assert_eq!(figures(on(100)), [true, false]);
    assert_eq!(figures(on(400)), [false, false]);
}

#[test]
fn an_outcome_is_found_by_its_session_by_what_fed_that_and_by_the_whole() {
    let whole = EventPlan {
        kind: EventKind::Summit,
        ..meeting()
    };
    let session = |start| EventPlan {
        kind: EventKind::Session,
        parent: Some(0),
        clusters: vec![1],
        start,
        ..meeting()
    };
    let feeding = EventPlan {
        feeds: vec![1],
        start: 50,
        clusters: vec![0],
        ..meeting()
    };
    let mut plan = plan(vec![whole, session(100), session(100), feeding, meeting()]);
    plan.outcomes = vec![1, 2, 1];
    let data = plan.dataset();
    let of = |clauses: &[Clause]| shown(&data, Relation::Outcomes, clauses);
    let event = |at| Clause::Event(data.events.key_at(at).unwrap());
    assert_eq!(of(&[event(1)]), [true, false, true]);
    assert_eq!(
        of(&[event(3)]),
        [true, false, true],
        "of the session that it fed"
    );
    assert_eq!(
        of(&[event(0)]),
        [true, true, true],
        "of the sessions within it"
    );
    assert_eq!(of(&[event(4)]), [false, false, false]);
    assert_eq!(of(&[event(2), event(3)]), [true, true, true]);
    let thematic = Clause::Kind(EventKind::Thematic);
    assert_eq!(of(&[thematic]), [true, false, true]);
    assert_eq!(of(&[thematic, event(3)]), [true, false, true]);
    // The outcome is of the session's day and cluster, whatever went before.
    let on = |offset| {
        let day = crate::datasets::day(offset);
        Clause::Time(Period::between(day, day))
    };
    assert_eq!(of(&[on(100)]), [true, true, true]);
    assert_eq!(of(&[on(50)]), [false, false, false]);
    assert_eq!(of(&[cluster(&data, "1")]), [false, false, false]);
    assert_eq!(of(&[cluster(&data, "2"), event(3)]), [true, false, true]);
}

#[test]
fn a_filter_that_the_report_does_not_break_counts_down_by_leaves_them_all_and_is_named() {
    let mut plan = plan(vec![EventPlan {
        clusters: vec![0],
        place: Some(0),
        ..meeting()
    }]);
    plan.figures = vec![Some(0), None];
    plan.memberships = vec![3];
    let data = plan.dataset();
    let chosen = [cluster(&data, "2"), country(&data, "C5")];
    assert_eq!(shown(&data, Relation::Figures, &chosen), [true, true]);
    let mut engine = Engine::new(&data);
    engine.select(&Selection::of(chosen));
    let figures = engine.ignored(Relation::Figures, FacetSet::NONE);
    assert_eq!(figures, FacetSet::of(&[Facet::Cluster, Facet::Country]));
    let seats = engine.ignored(Relation::Memberships, FacetSet::NONE);
    assert_eq!(seats, FacetSet::of(&[Facet::Cluster]));
    let own = engine.ignored(Relation::Figures, FacetSet::of(&[Facet::Country]));
    assert_eq!(own, FacetSet::of(&[Facet::Cluster]));
    assert!(engine.ignored(Relation::Events, FacetSet::NONE).is_empty());
}

#[test]
fn a_flow_belongs_to_the_states_on_either_side() {
    let mut plan = plan(Vec::new());
    plan.flows = vec![(vec![0], vec![2]), (Vec::new(), Vec::new())];
    let data = plan.dataset();
    let flows = |id| shown(&data, Relation::Flows, &[country(&data, id)]);
    assert_eq!(flows("C0"), [true, false]);
    assert_eq!(flows("C2"), [true, false]);
    assert_eq!(flows("C4"), [false, false]);
}

#[test]
fn a_view_does_not_filter_itself() {
    let data = dataset(vec![
        EventPlan {
            clusters: vec![0],
            place: Some(0),
            ..meeting()
        },
        EventPlan {
            clusters: vec![1],
            place: Some(2),
            ..meeting()
        },
    ]);
    let mut engine = Engine::new(&data);
    engine.select(&Selection::of([cluster(&data, "1"), country(&data, "C0")]));
    let own = |facets: &[Facet]| -> Vec<bool> {
        engine
            .visible(Relation::Events, FacetSet::of(facets))
            .collect()
    };
    assert_eq!(own(&[]), [true, false]);
    assert_eq!(own(&[Facet::Cluster]), [true, false]);
    assert_eq!(own(&[Facet::Cluster, Facet::Country]), [true, true]);
}

#[test]
fn an_empty_dataset_shows_nothing_and_breaks_nothing() {
    let data = Dataset::default();
    let mut engine = Engine::new(&data);
    engine.select(&Selection::of([
        Clause::Kind(EventKind::Summit),
        period("2011-01-01", "2011-12-31"),
    ]));
    for relation in Relation::ALL {
        assert_eq!(engine.visible(relation, FacetSet::NONE).count(), 0);
    }
}
