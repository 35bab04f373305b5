//! Two selections side by side, against the plain rules and one engine for each.

use std::collections::BTreeSet;

use forum_explorer::chart::compare::{columns, rows, sentence, which};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::compare::{Comparison, InWhich, Measure, compare, membership};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::facet::{Facet, FacetSet};
use forum_explorer::filter::relation::Relation;
use forum_explorer::filter::selection::Selection;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::citation::Citation;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::table::Table;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::datasets::plan;
use crate::naive;
use crate::report::report;
use crate::selections::clause;

/// The ids of a relation's rows, in order.
fn ids(data: &Dataset, relation: Relation) -> Vec<String> {
    fn of<T>(table: &Table<T>) -> Vec<String> {
        table.keys().map(|key| table.id(key).to_owned()).collect()
    }
    match relation {
        Relation::Events => of(&data.events),
        Relation::Figures => of(&data.figures),
        Relation::Flows => of(&data.flows),
        Relation::Memberships => of(&data.memberships),
        Relation::Roles => of(&data.roles),
        Relation::Outcomes => of(&data.outcomes),
        Relation::Calls => of(&data.calls),
        Relation::Practices => of(&data.practices),
        Relation::Projects => of(&data.projects),
        Relation::Answers => of(&data.answers),
        Relation::WorldFigures => of(&data.world_figures),
    }
}

/// What a selection leaves of a relation by the plain rules, or nothing where one of its facets cannot act.
fn left(data: &Dataset, relation: Relation, selection: &Selection) -> Option<BTreeSet<String>> {
    let is_sure = selection
        .clauses()
        .iter()
        .all(|clause| naive::acts(clause.facet(), relation));
    let shown = naive::visible(data, relation, selection.clauses(), FacetSet::NONE);
    let left = ids(data, relation)
        .into_iter()
        .zip(shown)
        .filter(|(_, shows)| *shows);
    is_sure.then(|| left.map(|(id, _)| id).collect())
}

fn set(ids: &[String]) -> BTreeSet<String> {
    ids.iter().cloned().collect()
}

fn check(data: &Dataset, a: &Selection, b: &Selection) {
    let comparison = compare(data, a, b);
    for relation in Relation::ALL {
        let Some(measure) = Measure::of(relation) else {
            assert!(matches!(
                relation,
                Relation::Calls | Relation::Answers | Relation::WorldFigures
            ));
            continue;
        };
        let Some(compared) = comparison.of(measure) else {
            assert!(ids(data, relation).is_empty(), "{measure:?} has rows");
            continue;
        };
        let (in_a, in_b) = (left(data, relation, a), left(data, relation, b));
        assert_eq!(
            compared.a.count(),
            in_a.as_ref().map(BTreeSet::len),
            "{measure:?} in {a:?}"
        );
        assert_eq!(
            compared.b.count(),
            in_b.as_ref().map(BTreeSet::len),
            "{measure:?} in {b:?}"
        );
        let (Some(in_a), Some(in_b)) = (in_a, in_b) else {
            assert_eq!(compared.difference(), None);
            assert!(
                compared.only_a.is_empty()
                    && compared.only_b.is_empty()
                    && compared.both.is_empty()
            );
            continue;
        };
        assert_eq!(set(&compared.only_a), &in_a - &in_b);
        assert_eq!(set(&compared.only_b), &in_b - &in_a);
        assert_eq!(set(&compared.both), &in_a & &in_b);
        let more = i64::try_from(in_b.len()).unwrap() - i64::try_from(in_a.len()).unwrap();
        assert_eq!(compared.difference(), Some(more));
        for id in ids(data, relation) {
            let expected = match (in_a.contains(&id), in_b.contains(&id)) {
                (true, true) => InWhich::Both,
                (true, false) => InWhich::A,
                (false, true) => InWhich::B,
                (false, false) => InWhich::Neither,
            };
            assert_eq!(
                membership(&comparison, relation, &id),
                Some(expected),
                "{id}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn each_side_counts_what_the_plain_rules_leave(
        plan in plan(),
        a in vec(clause(), 0..4),
        b in vec(clause(), 0..4),
    ) {
        let data = plan.dataset();
        let [a, b] = [a, b].map(|clauses| Selection::of(clauses.iter().filter_map(|c| c.clause(&data))));
        check(&data, &a, &b);
    }

    #[test]
    fn the_other_way_round_is_the_same_with_its_sides_exchanged(
        plan in plan(),
        a in vec(clause(), 0..4),
        b in vec(clause(), 0..4),
    ) {
        let data = plan.dataset();
        let [a, b] = [a, b].map(|clauses| Selection::of(clauses.iter().filter_map(|c| c.clause(&data))));
        let (there, back) = (compare(&data, &a, &b), compare(&data, &b, &a));
        for (there, back) in there.measures.iter().zip(&back.measures) {
            prop_assert_eq!(&there.a, &back.b);
            prop_assert_eq!(&there.only_a, &back.only_b);
            prop_assert_eq!(&there.both, &back.both);
            prop_assert_eq!(there.difference(), back.difference().map(|d| -d));
        }
    }
}

/// Selections of the report that cover every facet but time.
fn some_selections(data: &Dataset) -> Vec<Selection> {
    let mut all = vec![Selection::default()];
    all.extend(
        data.clusters
            .keys()
            .map(|key| Selection::of([Clause::Cluster(key)])),
    );
    all.extend(EventKind::ALL.map(|kind| Selection::of([Clause::Kind(kind)])));
    all.extend(Region::ALL.map(|region| Selection::of([Clause::Region(region)])));
    all.extend(
        data.topics
            .keys()
            .take(3)
            .map(|key| Selection::of([Clause::Topic(key)])),
    );
    all.extend(
        data.events
            .keys()
            .take(3)
            .map(|key| Selection::of([Clause::Event(key)])),
    );
    all.extend(
        ["CHE", "MUS"].map(|id| Selection::of([Clause::Country(data.countries.find(id).unwrap())])),
    );
    all
}

#[test]
fn the_reports_own_rows_are_counted_by_the_plain_rules() {
    let data = report();
    let all = some_selections(data);
    for pair in all.windows(2) {
        check(data, &pair[0], &pair[1]);
    }
}

#[test]
fn states_and_people_are_counted_once_from_the_rows_that_one_engine_leaves() {
    let data = report();
    for selection in some_selections(data) {
        let comparison = compare(data, &selection, &Selection::default());
        let mut engine = Engine::new(data);
        engine.select(&selection);
        let shown = |relation| engine.visible(relation, FacetSet::NONE).collect::<Vec<_>>();
        let seats = data
            .memberships
            .rows()
            .iter()
            .zip(shown(Relation::Memberships));
        let seated: BTreeSet<_> = seats
            .filter(|(_, shows)| *shows)
            .map(|(m, _)| m.country)
            .collect();
        let roles = data.roles.rows().iter().zip(shown(Relation::Roles));
        let people: BTreeSet<_> = roles
            .filter(|(_, shows)| *shows)
            .map(|(r, _)| r.person)
            .collect();
        let events = data.events.rows().iter().zip(shown(Relation::Events));
        let meetings = events
            .filter(|(e, shows)| *shows && e.kind == EventKind::Thematic)
            .count();
        for (measure, expected) in [
            (Measure::Seated, seated.len()),
            (Measure::People, people.len()),
            (Measure::Meetings, meetings),
        ] {
            let side = &comparison.of(measure).unwrap().a;
            let is_sure = side.ignored.is_empty();
            assert_eq!(
                side.count(),
                is_sure.then_some(expected),
                "{measure:?} in {selection:?}"
            );
        }
    }
}

#[test]
fn a_selection_of_one_state_counts_that_state_alone_as_host() {
    let data = report();
    let switzerland = data.countries.find("CHE").unwrap();
    let chosen = Selection::of([Clause::Country(switzerland)]);
    let comparison = compare(data, &chosen, &Selection::default());
    let hosts = comparison.of(Measure::Hosts).unwrap();
    assert_eq!(hosts.a.ids(), Some(&["CHE".to_owned()][..]));
    assert_eq!(hosts.both, ["CHE"]);
    assert!(hosts.b.count() > hosts.a.count());
}

#[test]
fn a_facet_that_cannot_act_gives_a_dash_and_a_reason_and_no_number() {
    let data = report();
    let cluster = Selection::of([Clause::Cluster(data.clusters.find("1").unwrap())]);
    let region = Selection::of([Clause::Region(Region::Africa)]);
    let comparison = compare(data, &cluster, &region);
    let seats = comparison.of(Measure::Seats).unwrap();
    assert_eq!(seats.a.count(), None);
    assert_eq!(seats.a.ignored, FacetSet::of(&[Facet::Cluster]));
    assert!(seats.a.source.is_empty());
    assert!(seats.b.count().is_some());
    let seat = data.memberships.id(data.memberships.key_at(0).unwrap());
    assert_eq!(membership(&comparison, Relation::Memberships, seat), None);
    for lang in Lang::ALL {
        let rows = rows(&comparison, lang);
        let at = comparison
            .measures
            .iter()
            .position(|m| m.measure == Measure::Seats)
            .unwrap();
        let row = &rows[at];
        assert_eq!((row.a.as_str(), row.difference.as_str()), ("–", "–"));
        assert_eq!(row.b, seats.b.count().unwrap().to_string());
        let facet = match lang {
            Lang::Zh => "专题组",
            Lang::En => "cluster",
            Lang::Fr => "groupe",
        };
        assert!(row.note.contains(facet), "{}", row.note);
    }
}

#[test]
fn facets_that_cannot_act_on_either_side_are_named_once() {
    let data = report();
    let a = Selection::of([
        Clause::Cluster(data.clusters.find("1").unwrap()),
        Clause::Kind(EventKind::Thematic),
    ]);
    let b = Selection::of([Clause::Cluster(data.clusters.find("2").unwrap())]);
    let rows = rows(&compare(data, &a, &b), Lang::En);
    let note = &rows
        .iter()
        .find(|row| row.what == "Practices")
        .unwrap()
        .note;
    assert_eq!(
        note,
        "The report does not divide these by cluster and kind of event, so there is nothing to compare."
    );
}

#[test]
fn a_row_has_counts_their_signed_difference_and_every_paragraph_behind_them() {
    let data = report();
    let [one, three] =
        ["1", "3"].map(|id| Selection::of([Clause::Cluster(data.clusters.find(id).unwrap())]));
    let comparison = compare(data, &one, &three);
    for (compared, row) in comparison.measures.iter().zip(rows(&comparison, Lang::En)) {
        assert_eq!(row.source_a, compared.a.source);
        let Some(difference) = compared.difference() else {
            continue;
        };
        assert_eq!(row.a, compared.a.count().unwrap().to_string());
        assert_eq!(row.b, compared.b.count().unwrap().to_string());
        assert_eq!(row.note, "");
        let expected = match difference {
            0 => "0".to_owned(),
            more if more > 0 => format!("+{more}"),
            less => format!("−{}", -less),
        };
        assert_eq!(row.difference, expected);
    }
    let meetings = comparison.of(Measure::Meetings).unwrap();
    let mut cited: Vec<Citation> = data
        .events
        .iter()
        .filter(|(key, _)| {
            meetings
                .a
                .ids()
                .unwrap()
                .contains(&data.events.id(*key).to_owned())
        })
        .flat_map(|(_, event)| event.source.clone())
        .collect();
    cited.sort();
    cited.dedup();
    assert!(!cited.is_empty());
    assert_eq!(meetings.a.source, cited);
    assert!(
        !meetings.both.is_empty(),
        "a meeting of both clusters is in both"
    );
}

#[test]
fn the_sentence_says_what_both_have_in_common() {
    let data = report();
    let [one, two] =
        ["1", "2"].map(|id| Selection::of([Clause::Cluster(data.clusters.find(id).unwrap())]));
    let comparison = compare(data, &one, &two);
    let events = comparison.of(Measure::Events).unwrap();
    let numbers = [
        events.a.count().unwrap(),
        events.b.count().unwrap(),
        events.both.len(),
    ];
    for lang in Lang::ALL {
        let sentence = sentence(&comparison, lang);
        for number in numbers {
            assert!(sentence.contains(&number.to_string()), "{sentence}");
        }
        assert!(!sentence.contains('{'), "{sentence}");
    }
}

#[test]
fn the_sentence_turns_to_what_can_be_compared_and_says_where_nothing_can() {
    let data = report();
    let topics: Vec<Selection> = data
        .topics
        .keys()
        .take(2)
        .map(|key| Selection::of([Clause::Topic(key)]))
        .collect();
    let comparison = compare(data, &topics[0], &topics[1]);
    let words = &Lang::En.later().compare;
    let outcomes = comparison.of(Measure::Outcomes).unwrap();
    let expected = format!(
        "Numbered outcomes: {} in A, {} in B, {} in both",
        outcomes.a.count().unwrap(),
        outcomes.b.count().unwrap(),
        outcomes.both.len()
    );
    assert_eq!(sentence(&comparison, Lang::En), expected);
    let topic_and_kind = Selection::of([
        Clause::Kind(EventKind::Thematic),
        Clause::Region(Region::Asia),
        topics[0].clauses()[0],
    ]);
    let nothing = compare(data, &topic_and_kind, &topics[1]);
    assert_eq!(sentence(&nothing, Lang::En), words.finding_none);
    let same = sentence(&compare(data, &topics[0], &topics[0]), Lang::En);
    assert!(same.starts_with("A and B leave the same"), "{same}");
}

#[test]
fn an_empty_package_compares_to_nothing() {
    let data = Dataset::default();
    let chosen = Selection::of([Clause::Kind(EventKind::Summit)]);
    let comparison = compare(&data, &chosen, &Selection::default());
    assert_eq!(comparison, Comparison::default());
    assert_eq!(membership(&comparison, Relation::Events, "some"), None);
    for lang in Lang::ALL {
        assert!(rows(&comparison, lang).is_empty());
        assert!(!sentence(&comparison, lang).is_empty());
        assert!(columns(lang).iter().all(|column| !column.is_empty()));
    }
}

#[test]
fn each_place_of_a_row_has_a_word_of_its_own() {
    for lang in Lang::ALL {
        let all = [
            Some(InWhich::A),
            Some(InWhich::B),
            Some(InWhich::Both),
            Some(InWhich::Neither),
            None,
        ];
        let words: BTreeSet<&str> = all.map(|w| which(w, lang)).into_iter().collect();
        assert_eq!(words.len(), all.len());
    }
}

#[test]
fn every_measure_has_its_word_in_every_language() {
    for lang in Lang::ALL {
        let slugs: Vec<&str> = lang
            .later()
            .compare
            .measures
            .iter()
            .map(|(slug, _)| *slug)
            .collect();
        assert_eq!(slugs, Measure::ALL.map(Measure::slug));
    }
}
