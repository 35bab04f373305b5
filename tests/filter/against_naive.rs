//! The engine and the plain rules agree on any dataset and any way through it.

use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::facet::{Facet, FacetSet};
use forum_explorer::filter::relation::Relation;
use forum_explorer::filter::selection::Selection;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::datasets::plan;
use crate::naive;
use crate::selections::{clause, facets, step};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn after_every_step_each_view_shows_what_the_rules_say(
        plan in plan(),
        steps in vec(step(), 1..8),
        own in facets(),
    ) {
        let data = plan.dataset();
        let mut engine = Engine::new(&data);
        let mut selection = Selection::default();
        for step in &steps {
            step.take(&mut selection, &data);
            engine.select(&selection);
            for relation in Relation::ALL {
                let found: Vec<bool> = engine.visible(relation, own).collect();
                let expected = naive::visible(&data, relation, selection.clauses(), own);
                prop_assert_eq!(&found, &expected, "{:?} under {:?}", relation, selection);
            }
        }
    }

    #[test]
    fn a_way_in_steps_ends_where_a_fresh_engine_begins(plan in plan(), steps in vec(step(), 1..8)) {
        let data = plan.dataset();
        let mut stepped = Engine::new(&data);
        let mut selection = Selection::default();
        for step in &steps {
            step.take(&mut selection, &data);
            stepped.select(&selection);
        }
        let mut fresh = Engine::new(&data);
        fresh.select(&selection);
        prop_assert_eq!(stepped.selection(), &selection);
        for relation in Relation::ALL {
            for own in [FacetSet::NONE, FacetSet::of(&[Facet::Time]), FacetSet::ALL] {
                let (a, b): (Vec<_>, Vec<_>) = (stepped.visible(relation, own).collect(), fresh.visible(relation, own).collect());
                prop_assert_eq!(a, b);
            }
        }
    }

    #[test]
    fn a_view_has_one_answer_for_each_record(plan in plan(), own in facets()) {
        let data = plan.dataset();
        let engine = Engine::new(&data);
        for relation in Relation::ALL {
            let shown: Vec<bool> = engine.visible(relation, own).collect();
            prop_assert_eq!(shown.len(), relation.len(&data));
            prop_assert!(shown.iter().all(|&shows| shows), "nothing is chosen, so all is shown");
        }
    }

    #[test]
    fn a_view_that_sets_all_facets_itself_hides_nothing(plan in plan(), clauses in vec(clause(), 0..6)) {
        let data = plan.dataset();
        let mut engine = Engine::new(&data);
        engine.select(&Selection::of(clauses.iter().filter_map(|c| c.clause(&data))));
        for relation in Relation::ALL {
            prop_assert!(engine.visible(relation, FacetSet::ALL).all(|shows| shows));
        }
    }

    #[test]
    fn another_value_of_a_chosen_facet_shows_no_less(plan in plan(), clauses in vec(clause(), 1..6)) {
        let data = plan.dataset();
        let all: Vec<Clause> = clauses.iter().filter_map(|c| c.clause(&data)).collect();
        let Some((last, rest)) = all.split_last() else { return Ok(()) };
        let widens = last.facet() != Facet::Time && rest.iter().any(|c| c.facet() == last.facet());
        let mut narrow = Engine::new(&data);
        narrow.select(&Selection::of(rest.iter().copied()));
        let mut wide = Engine::new(&data);
        wide.select(&Selection::of(all.iter().copied()));
        for relation in Relation::ALL {
            let pairs = narrow.visible(relation, FacetSet::NONE).zip(wide.visible(relation, FacetSet::NONE));
            for (before, after) in pairs.filter(|_| widens) {
                prop_assert!(after || !before);
            }
        }
    }

    #[test]
    fn the_facets_that_cannot_act_are_those_chosen_and_not_known(
        plan in plan(),
        clauses in vec(clause(), 0..6),
        own in facets(),
    ) {
        let data = plan.dataset();
        let selection = Selection::of(clauses.iter().filter_map(|c| c.clause(&data)));
        let mut engine = Engine::new(&data);
        engine.select(&selection);
        for relation in Relation::ALL {
            let expected: Vec<Facet> = Facet::ALL
                .into_iter()
                .filter(|&facet| selection.of_facet(facet).next().is_some())
                .filter(|&facet| !naive::acts(facet, relation) && !own.has(facet))
                .collect();
            prop_assert_eq!(engine.ignored(relation, own).iter().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_clause_turned_on_and_off_again_changes_nothing(
        plan in plan(),
        before in vec(clause(), 0..5),
        toggled in clause(),
    ) {
        let data = plan.dataset();
        let selection = Selection::of(before.iter().filter_map(|c| c.clause(&data)));
        let Some(clause) = toggled.clause(&data) else { return Ok(()) };
        // A period takes the place of the one before, which does not come back by itself.
        prop_assume!(clause.facet() != Facet::Time || selection.period().is_none());
        prop_assume!(!selection.has(clause));
        let mut twice = selection.clone();
        twice.toggle(clause);
        prop_assert!(twice.has(clause));
        twice.toggle(clause);
        prop_assert_eq!(&twice, &selection);
        let (mut once, mut back) = (Engine::new(&data), Engine::new(&data));
        once.select(&selection);
        for selection in [&Selection::of([clause]), &twice] {
            back.select(selection);
        }
        for relation in Relation::ALL {
            prop_assert!(once.visible(relation, FacetSet::NONE).eq(back.visible(relation, FacetSet::NONE)));
        }
    }
}
