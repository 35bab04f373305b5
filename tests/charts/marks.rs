//! What can be pointed at: large enough, said in both languages, with its source, and never twice.

use std::collections::BTreeSet;

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::{Emphasis, Mark, Scene};
use forum_explorer::filter::clause::Clause;
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang;

use crate::cases::{Case, every, is_shown};
use crate::report::report;

fn drawn(scene: &Scene) -> impl Iterator<Item = &Mark> {
    scene.marks.iter().filter(|mark| !mark.hits.is_empty())
}

#[test]
fn every_mark_says_what_it_is_and_where_it_stands() {
    let mut count = 0;
    for (case, scene) in every() {
        for mark in &scene.marks {
            let at = format!("{}: {}", case.name(), mark.id);
            assert!(!mark.card.title.trim().is_empty(), "{at} has a title");
            assert!(!mark.card.source.is_empty(), "{at} has a source");
            let texts = [&mark.card.title, &mark.card.value]
                .into_iter()
                .chain(&mark.card.notes);
            for text in texts {
                assert!(!text.contains(['{', '}']), "{at}: {text}");
                assert!(
                    !text.contains("  ") && text.trim() == text,
                    "{at}: {text:?}"
                );
            }
            assert!(
                mark.card.notes.iter().all(|note| !note.is_empty()),
                "{at} has no empty note"
            );
            count += 1;
        }
    }
    assert!(count > 1000, "there are marks: {count}");
}

#[test]
fn an_id_stands_for_one_mark_of_a_picture() {
    for (case, scene) in every() {
        let ids: BTreeSet<&str> = scene.marks.iter().map(|mark| mark.id.as_str()).collect();
        assert_eq!(ids.len(), scene.marks.len(), "{}", case.name());
    }
}

#[test]
fn both_languages_and_widths_have_the_same_marks() {
    for kind in ChartKind::ALL {
        for (choice, _) in crate::cases::CHOICES {
            let ids = |lang, width| -> Vec<String> {
                Case::new(kind, choice, lang, width)
                    .scene()
                    .marks
                    .into_iter()
                    .map(|mark| mark.id)
                    .collect()
            };
            let expected = ids(Lang::En, 1100.0);
            for (lang, width) in [(Lang::Zh, 1100.0), (Lang::En, 358.0), (Lang::Zh, 358.0)] {
                assert_eq!(ids(lang, width), expected, "{} {choice}", kind.slug());
            }
        }
    }
}

#[test]
fn a_row_of_the_table_has_a_cell_for_each_column() {
    for (case, scene) in every() {
        assert!(!scene.columns.is_empty(), "{}", case.name());
        assert!(
            scene.columns.iter().all(|column| !column.is_empty()),
            "{}",
            case.name()
        );
        for mark in scene.marks.iter().filter(|mark| !mark.cells.is_empty()) {
            assert_eq!(
                mark.cells.len(),
                scene.columns.len(),
                "{}: {}",
                case.name(),
                mark.id
            );
        }
    }
}

/// A target is 24 × 24 pixels, or its middle is that far from every other target's (WCAG 2.2, 2.5.8).
#[test]
fn every_mark_can_be_hit_with_a_finger() {
    let mut faults = Vec::new();
    for (case, scene) in every().iter().filter(|(case, _)| is_shown(case)) {
        let hits: Vec<(&str, Rect)> = drawn(scene)
            .flat_map(|m| m.hits.iter().map(|&hit| (m.id.as_str(), hit)))
            .collect();
        for (id, hit) in &hits {
            let is_large = hit.width >= 23.99 && hit.height >= 23.99;
            let is_spaced = hits
                .iter()
                .filter(|(other, _)| other != id)
                .all(|(_, other)| hit.center().distance(other.center()) >= 24.0);
            if !is_large && !is_spaced {
                faults.push(format!("{}: {id} {hit:?}", case.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_mark_lies_inside_its_picture() {
    for (case, scene) in every().iter().filter(|(case, _)| is_shown(case)) {
        for mark in drawn(scene) {
            for hit in &mark.hits {
                let center = hit.center();
                let is_inside = (0.0..=scene.width).contains(&center.x)
                    && (0.0..=scene.height).contains(&center.y);
                assert!(is_inside, "{}: {} {hit:?}", case.name(), mark.id);
            }
        }
    }
}

#[test]
fn the_timeline_and_the_list_of_countries_keep_to_their_order() {
    for (case, scene) in every() {
        let orders = |cell: usize| -> Vec<f64> {
            scene
                .marks
                .iter()
                .filter_map(|m| m.cells.get(cell)?.order)
                .collect()
        };
        match case.kind {
            ChartKind::Timeline => assert!(orders(0).is_sorted(), "{}", case.name()),
            ChartKind::Geography => {
                let parts: Vec<f64> = scene
                    .marks
                    .iter()
                    .filter(|m| !m.cells.is_empty())
                    .map(|m| m.cells[2..].iter().filter_map(|cell| cell.order).sum())
                    .collect();
                assert!(
                    parts.is_sorted_by(|a, b| a >= b),
                    "{}: {parts:?}",
                    case.name()
                );
            }
            _ => {}
        }
    }
}

#[test]
fn a_selected_mark_is_one_whose_clause_is_on() {
    for (case, scene) in every() {
        case.with_input(report(), |input| {
            for mark in &scene.marks {
                let is_on = mark
                    .clause
                    .is_some_and(|clause| input.engine.selection().has(clause));
                assert_eq!(
                    mark.emphasis == Emphasis::Selected,
                    is_on,
                    "{}: {}",
                    case.name(),
                    mark.id
                );
            }
        });
    }
}

#[test]
fn selecting_a_mark_leaves_that_mark_in_the_picture() {
    for kind in ChartKind::ALL {
        let case = Case::new(kind, "all", Lang::En, 1100.0);
        for mark in case.scene().marks {
            let Some(clause) = mark.clause else { continue };
            let selected = with_clause(kind, clause);
            let same = selected.marks.iter().find(|m| m.id == mark.id);
            let same = same.unwrap_or_else(|| panic!("{}: {} stays", kind.slug(), mark.id));
            assert_eq!(
                same.emphasis,
                Emphasis::Selected,
                "{}: {}",
                kind.slug(),
                mark.id
            );
        }
    }
}

fn with_clause(kind: ChartKind, clause: Clause) -> Scene {
    let case = Case::new(kind, "all", Lang::En, 1100.0);
    case.with_input(report(), |input| {
        let mut engine = input.engine.clone();
        let mut selection = engine.selection().clone();
        selection.toggle(clause);
        engine.select(&selection);
        kind.scene(
            &forum_explorer::chart::input::Input {
                engine: &engine,
                ..*input
            },
            None,
        )
    })
}

#[test]
fn abuja_counts_for_two_clusters_and_is_one_mark() {
    for lang in Lang::ALL {
        let scene = Case::new(ChartKind::Timeline, "all", lang, 1100.0).scene();
        let event = report()
            .events
            .find("thematic-abuja")
            .expect("the package has the meeting");
        assert_eq!(report().events.get(event).unwrap().clusters.len(), 2);
        let marks: Vec<&Mark> = scene
            .marks
            .iter()
            .filter(|mark| mark.clause == Some(Clause::Event(event)))
            .collect();
        let [mark] = marks[..] else {
            panic!("one mark, found {}", marks.len())
        };
        assert_eq!(mark.hits.len(), 2);
        let others = drawn(&scene).filter(|mark| mark.hits.len() > 1).count();
        assert_eq!(others, 1, "only Abuja stands in two lanes");
    }
}

#[test]
fn marks_stand_in_groups_that_follow_each_other_and_say_what_they_have_in_common() {
    let mut several = BTreeSet::new();
    for (case, scene) in every() {
        let mut end = 0;
        for group in &scene.groups {
            let at = format!("{}: {}", case.name(), group.name);
            assert!(!group.name.trim().is_empty(), "{at}");
            assert!(
                group.first >= end && group.first < scene.marks.len(),
                "{at}"
            );
            end = group.first + 1;
        }
        let first = scene.groups.first().map_or(0, |group| group.first);
        assert_eq!(
            first,
            0,
            "{}: no mark stands outside the groups",
            case.name()
        );
        if scene.groups.len() > 2 {
            several.insert(case.kind.slug());
        }
    }
    let expected = [
        "timeline",
        "participation",
        "outcomes",
        "people",
        "assessment",
    ];
    assert!(
        expected.iter().all(|kind| several.contains(kind)),
        "{several:?}"
    );
}
