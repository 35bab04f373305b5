//! Participation as shares and in a reader's order.

use std::collections::BTreeMap;

use forum_explorer::chart::arrangement::{Arrangement, Sort};
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::Participation;
use forum_explorer::chart::scene::{Mark, Scene, Shape, Slot};
use forum_explorer::format::name_order::{compare, learn_pinyin};
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En};
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::figure::Figure;
use forum_explorer::model::quantity::{Approximation, Quantity};
use forum_explorer::model::text::Text;

use crate::cases::{Case, WIDTHS};
use crate::report::report;

const MODES: [(bool, Sort); 6] = [
    (false, Sort::Report),
    (false, Sort::Value),
    (false, Sort::Name),
    (true, Sort::Report),
    (true, Sort::Value),
    (true, Sort::Name),
];

fn arranged(data: &Dataset, is_share: bool, sort: Sort, lang: Lang, width: f64) -> Scene {
    let arrangement = Arrangement {
        sort,
        is_share,
        ..Arrangement::default()
    };
    let case = Case::new(Participation, "all", lang, width);
    case.with_input(data, |input| {
        Participation.scene(
            &Input {
                arrangement,
                ..*input
            },
            None,
        )
    })
}

fn figure<'a>(data: &'a Dataset, mark: &Mark) -> &'a Figure {
    let key = data.figures.find(&mark.id).expect("it is a row");
    data.figures.get(key).expect("it is a row")
}

fn value(figure: &Figure) -> f64 {
    figure.quantity.as_ref().expect("it has a number").value
}

/// The drawn marks of each panel, in the order of the picture.
fn panels<'a>(data: &'a Dataset, scene: &'a Scene) -> Vec<Vec<(&'a Mark, &'a Figure)>> {
    let mut panels: Vec<Vec<(&Mark, &Figure)>> = Vec::new();
    let same = |a: &Figure, b: &Figure| {
        a.event == b.event && a.population == b.population && a.dimension == b.dimension
    };
    for mark in scene.marks.iter().filter(|mark| !mark.hits.is_empty()) {
        let figure = figure(data, mark);
        match panels.last_mut().filter(|panel| same(panel[0].1, figure)) {
            Some(panel) => panel.push((mark, figure)),
            None => panels.push(vec![(mark, figure)]),
        }
    }
    panels
}

fn units(panel: &[(&Mark, &Figure)]) -> usize {
    let units = panel
        .iter()
        .filter_map(|(_, f)| f.quantity.as_ref())
        .map(|q| (q.unit.as_str(), ()));
    units.collect::<BTreeMap<_, _>>().len()
}

/// Whether nothing else in the panel is of the count's unit, so that there is nothing to compare a bar with.
fn is_alone(of: &Figure, panel: &[(&Mark, &Figure)]) -> bool {
    let unit = |f: &Figure| f.quantity.as_ref().map(|q| q.unit.clone());
    panel.iter().filter(|(_, f)| unit(f) == unit(of)).count() == 1
}

fn is_partition(panel: &[(&Mark, &Figure)]) -> bool {
    panel.iter().all(|(_, f)| !f.overlapping) && units(panel) == 1
}

/// The texts inside a mark's box.
fn texts<'a>(scene: &'a Scene, mark: &Mark) -> Vec<&'a str> {
    let labels = scene.labels.iter();
    labels
        .filter(|l| mark.hits[0].contains(l.at))
        .map(|l| l.text.as_str())
        .collect()
}

#[test]
fn the_shares_of_a_partition_add_up_to_the_whole() {
    for lang in Lang::ALL {
        for width in WIDTHS {
            let scene = arranged(report(), true, Sort::Report, lang, width);
            let mut count = 0;
            for panel in panels(report(), &scene).iter().filter(|p| is_partition(p)) {
                let sum: f64 = panel.iter().map(|(_, f)| value(f)).sum();
                let (mut exact, mut written) = (0.0, 0.0);
                for (mark, figure) in panel {
                    let share = mark.cells[3].order.expect("a share is a number");
                    assert!((share - value(figure) / sum * 100.0).abs() < 1e-9);
                    exact += share;
                    let text = texts(&scene, mark)[0];
                    let digits = text
                        .trim_start_matches("≈ ")
                        .trim_end_matches('%')
                        .trim_end();
                    assert!(text.ends_with('%'), "{}: {text}", mark.id);
                    written += digits.replace(',', ".").parse::<f64>().expect("a number");
                }
                assert!((exact - 100.0).abs() < 1e-9, "{exact}");
                // Each is rounded to a tenth.
                let rounding = 0.05 * panel.len() as f64 + 1e-9;
                assert!((written - 100.0).abs() <= rounding, "{written}");
                count += 1;
            }
            assert!(count >= 5, "the package has partitions: {count}");
        }
    }
}

#[test]
fn counts_that_make_no_whole_show_no_share_and_say_why() {
    for lang in Lang::ALL {
        let strings = &lang.strings().participation;
        let scene = arranged(report(), true, Sort::Report, lang, 1100.0);
        let plain = arranged(report(), false, Sort::Report, lang, 1100.0);
        let (mut overlapping, mut mixed) = (0, 0);
        for panel in panels(report(), &scene).iter().filter(|p| !is_partition(p)) {
            for (mark, _) in panel {
                let own = texts(&scene, mark);
                assert!(own.iter().all(|t| !t.contains('%')), "{}: {own:?}", mark.id);
                assert_eq!(mark.cells[3].text, "–", "{}", mark.id);
                let same = plain.marks.iter().find(|m| m.id == mark.id);
                let same = same.expect("the mark is in both");
                assert_eq!(texts(&plain, same)[0], own[0], "the count stays");
            }
            match panel.iter().any(|(_, f)| f.overlapping) {
                true => overlapping += 1,
                false => mixed += 1,
            }
        }
        assert!(overlapping > 0 && mixed > 0, "{overlapping} {mixed}");
        let said = |scene: &Scene, note: &str| {
            // A longer sentence takes two lines.
            let all: Vec<&str> = scene.labels.iter().map(|l| l.text.as_str()).collect();
            all.join(" ").matches(note).count()
        };
        assert_eq!(said(&scene, strings.no_share_overlap), overlapping);
        assert_eq!(said(&scene, strings.no_share_mixed), mixed);
        assert_eq!(said(&plain, strings.no_share_overlap), 0);
    }
}

#[test]
fn a_share_keeps_its_count_and_says_how_it_was_computed() {
    let scene = arranged(report(), true, Sort::Report, En, 1100.0);
    let card = |id: &str| {
        let mark = scene.marks.iter().find(|m| m.id == id);
        mark.expect("it is shown").card.clone()
    };
    let men = card("csd-men");
    assert_eq!(men.value, "95 people");
    assert!(
        men.notes.iter().any(|n| n == "Computed: 95 ÷ 186"),
        "{:?}",
        men.notes
    );
    assert!(
        men.notes.iter().any(|n| n.contains("51.1%")),
        "{:?}",
        men.notes
    );
    // Of about 600 and about 120 no share is exact.
    let delegates = card("debate-delegates");
    assert!(delegates.notes.iter().any(|n| n.contains("about 83.3%")));
    let plain = arranged(report(), false, Sort::Report, En, 1100.0);
    assert_eq!(plain.columns.len() + 1, scene.columns.len());
    assert!(plain.labels.iter().all(|l| !l.text.contains('%')));
}

/// What is drawn of a mark's bar, without the ground that the whole would reach.
fn bar(scene: &Scene, mark: &Mark) -> (Rect, bool) {
    let hit = mark.hits[0];
    let mut is_hollow = false;
    let parts = scene.shapes.iter().filter_map(|s| match s {
        Shape::Fill(rect, Slot::Neutral) if hit.contains(rect.center()) => Some(*rect),
        Shape::Outline(rect, Slot::Neutral, width) if hit.contains(rect.center()) => {
            is_hollow = true;
            let half = width / 2.0;
            Some(Rect::new(
                rect.x - half,
                rect.y - half,
                rect.width + width,
                rect.height + width,
            ))
        }
        Shape::Area(points, Slot::Neutral)
            if hit.contains(points[1]) || hit.contains(points[0]) =>
        {
            let corners = points.iter().map(|&p| Rect::from_corners(p, p));
            corners.reduce(Rect::union)
        }
        _ => None,
    });
    let bar = parts.reduce(Rect::union).expect("there is a bar");
    (bar, is_hollow)
}

#[test]
fn bars_start_at_zero_in_every_arrangement() {
    for (is_share, sort) in MODES {
        for width in WIDTHS {
            let scene = arranged(report(), is_share, sort, En, width);
            for panel in panels(report(), &scene) {
                let whole = panel.iter().map(|(_, f)| value(f)).sum::<f64>();
                for (mark, figure) in &panel {
                    if is_alone(figure, &panel) {
                        continue;
                    }
                    let (bar, is_hollow) = bar(&scene, mark);
                    assert!(
                        (bar.left() - mark.hits[0].left()).abs() < 0.01,
                        "{}",
                        mark.id
                    );
                    assert_eq!(is_hollow, figure.derived.is_some(), "{}", mark.id);
                    if is_share && is_partition(&panel) {
                        let expected = mark.hits[0].width * value(figure) / whole;
                        assert!((bar.width - expected.max(2.0)).abs() < 0.6, "{}", mark.id);
                    }
                }
            }
        }
    }
}

#[test]
fn rows_stand_in_the_order_that_was_chosen() {
    learn_pinyin();
    for lang in Lang::ALL {
        for is_share in [false, true] {
            let places = |sort| arranged(report(), is_share, sort, lang, 1100.0);
            let (by_report, by_value, by_name) = (
                places(Sort::Report),
                places(Sort::Value),
                places(Sort::Name),
            );
            let name = |f: &Figure| match lang {
                Lang::Zh => f.category.zh.clone(),
                _ => f.category.en.clone(),
            };
            let place = |f: &Figure| {
                let rows = report().figures.rows().iter();
                rows.into_iter().position(|row| std::ptr::eq(row, f))
            };
            for panel in panels(report(), &by_report) {
                assert!(panel.is_sorted_by_key(|(_, f)| place(f)));
            }
            for panel in panels(report(), &by_value) {
                assert!(panel.is_sorted_by(|a, b| value(a.1) >= value(b.1)));
                let tops: Vec<f64> = panel.iter().map(|(m, _)| m.hits[0].top()).collect();
                assert!(tops.is_sorted(), "the picture has that order too");
            }
            for panel in panels(report(), &by_name) {
                let is_before = |a: &str, b: &str| compare(a, b, lang).is_le();
                assert!(panel.is_sorted_by(|a, b| is_before(&name(a.1), &name(b.1))));
            }
            let ids = |scene: &Scene| -> Vec<String> {
                scene.marks.iter().map(|m| m.id.clone()).collect()
            };
            assert_ne!(ids(&by_report), ids(&by_value));
            assert_ne!(ids(&by_report), ids(&by_name));
            assert_eq!(
                by_report.title, by_value.title,
                "the finding is no matter of order"
            );
            assert_eq!(by_report.title, by_name.title);
        }
    }
}

#[test]
fn a_panel_with_a_percentage_a_range_or_nothing_in_it_shows_no_share() {
    let rows = |values: [(f64, Option<f64>, &str); 2]| {
        let mut data = Dataset::default();
        for (index, (value, high, unit)) in values.into_iter().enumerate() {
            let figure = Figure {
                event: None,
                population: Text::new("人", "Everyone"),
                dimension: "gender".to_owned(),
                dimension_name: Text::default(),
                category: Text::new(format!("类{index}"), format!("Part {index}")),
                quantity: Some(Quantity {
                    value,
                    high,
                    approximation: Approximation::Exact,
                    unit: unit.to_owned(),
                }),
                overlapping: false,
                derived: None,
                source: Vec::new(),
            };
            data.figures
                .push(&format!("part-{index}"), figure)
                .expect("ids differ");
        }
        arranged(&data, true, Sort::Report, En, 358.0)
    };
    let shares = |scene: &Scene| scene.marks.iter().all(|m| m.cells[3].text != "–");
    assert!(shares(&rows([
        (6.0, None, "people"),
        (4.0, None, "people")
    ])));
    assert!(!shares(&rows([
        (6.0, None, "percent"),
        (4.0, None, "percent")
    ])));
    assert!(!shares(&rows([
        (6.0, Some(8.0), "people"),
        (4.0, None, "people")
    ])));
    assert!(!shares(&rows([
        (0.0, None, "people"),
        (0.0, None, "people")
    ])));
    assert!(!shares(&rows([
        (6.0, None, "people"),
        (4.0, None, "states")
    ])));
}
