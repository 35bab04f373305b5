//! Numbers of the world: bars where a unit's numbers can be compared, cells where not.

use forum_explorer::chart::kind::ChartKind::{Assessment, Participation, Projects, World};
use forum_explorer::chart::scene::{Mark, Scene, Shape, Slot};
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::quantity::{Approximation, Quantity};
use forum_explorer::model::text::Text;
use forum_explorer::model::world_figure::WorldFigure;

use crate::cases::{Case, WIDTHS};
use crate::labels::assert_legible;
use crate::report::report;

fn mark<'a>(scene: &'a Scene, id: &str) -> &'a Mark {
    let found = scene.marks.iter().find(|mark| mark.id == id);
    found.unwrap_or_else(|| panic!("{id} is shown"))
}

fn quantity(value: f64, high: Option<f64>, unit: &str) -> Option<Quantity> {
    Some(Quantity {
        value,
        high,
        approximation: Approximation::Exact,
        unit: unit.to_owned(),
    })
}

/// A package of these figures alone.
fn package(figures: &[(&str, Option<Quantity>)]) -> Dataset {
    let mut data = Dataset::default();
    for (index, (label, quantity)) in figures.iter().enumerate() {
        let figure = WorldFigure {
            label: Text::new(format!("数{label}"), *label),
            quantity: quantity.clone(),
            year: (index == 0).then_some(2010),
            source: vec![Citation {
                para: 7,
                footnote: None,
            }],
        };
        data.world_figures
            .push(&format!("figure-{index}"), figure)
            .expect("ids differ");
    }
    data
}

fn drawn(data: &Dataset, lang: Lang, width: f64) -> Scene {
    let case = Case::new(World, "all", lang, width);
    case.with_input(data, |input| World.scene(input, None))
}

/// The filled and the outlined part of a mark's bar.
fn bar(scene: &Scene, mark: &Mark) -> (Option<Rect>, Option<Rect>) {
    let hit = mark.hits[0];
    let is_in = |rect: &Rect| hit.contains(rect.center()) && rect.height > 8.0;
    let filled = scene.shapes.iter().filter_map(|s| match s {
        Shape::Fill(rect, Slot::Neutral) if is_in(rect) => Some(*rect),
        Shape::Area(points, _) => {
            let corners = points.iter().map(|&p| Rect::from_corners(p, p));
            corners.reduce(Rect::union).filter(|area| is_in(area))
        }
        _ => None,
    });
    let outlined = scene.shapes.iter().filter_map(|s| match s {
        Shape::Outline(rect, Slot::Neutral, _) if is_in(rect) => Some(*rect),
        _ => None,
    });
    (filled.reduce(Rect::union), outlined.reduce(Rect::union))
}

#[test]
fn both_numbers_of_migrants_show_and_each_names_the_other() {
    for lang in Lang::ALL {
        for width in WIDTHS {
            let scene = Case::new(World, "all", lang, width).scene();
            for (id, other) in [
                ("world-migrants-214", ["215", "2.15"]),
                ("world-migrants-215", ["214", "2.14"]),
            ] {
                let mark = mark(&scene, id);
                assert!(mark.card.contested, "{id}");
                let names = |text: &str| other.iter().any(|o| text.contains(o));
                assert!(mark.card.notes.iter().any(|note| names(note)));
                let sign = scene.labels.iter().find(|l| {
                    l.text.starts_with('≠') && mark.hits[0].contains(l.at) && names(&l.text)
                });
                assert!(sign.is_some(), "{id} shows its other value");
            }
        }
    }
}

#[test]
fn the_bar_of_a_range_covers_it_from_low_to_high() {
    let data = package(&[
        ("All", quantity(100e6, None, "people")),
        ("Irregular", quantity(20e6, Some(30e6), "people")),
    ]);
    for width in [300.0, 600.0, 1300.0] {
        let scene = drawn(&data, En, width);
        let (all, none) = bar(&scene, mark(&scene, "figure-0"));
        let (low, high) = bar(&scene, mark(&scene, "figure-1"));
        let (all, low) = (all.expect("a bar"), low.expect("a bar"));
        let high = high.expect("the upper part is an outline");
        assert_eq!(none, None, "what is no range has no outline");
        assert_eq!(low.left(), all.left());
        assert!((low.width - all.width * 0.2).abs() < 0.01, "{low:?}");
        // The outline's line is a pixel wide and lies within.
        assert!((high.left() - 0.5 - low.right()).abs() < 0.01, "{high:?}");
        assert!((high.right() + 0.5 - all.left() - all.width * 0.3).abs() < 0.01);
        let texts: Vec<&str> = scene.labels.iter().map(|l| l.text.as_str()).collect();
        assert!(texts.contains(&"20 million to 30 million"), "{texts:?}");
    }
}

#[test]
fn bars_of_one_unit_start_at_zero_on_one_scale() {
    for width in WIDTHS {
        let scene = Case::new(World, "all", En, width).scene();
        for unit in ["people", "years"] {
            let mut bars = Vec::new();
            for (key, figure) in report().world_figures.iter() {
                let quantity = figure.quantity.as_ref().expect("each has a number");
                let mark = mark(&scene, report().world_figures.id(key));
                let (Some(bar), None) = bar(&scene, mark) else {
                    continue;
                };
                if quantity.unit == unit {
                    assert!((bar.left() - mark.hits[0].left()).abs() < 0.01);
                    bars.push((quantity.value, bar.width));
                }
            }
            assert!(bars.len() >= 4, "{unit}: {bars:?}");
            let most = bars.iter().map(|b| b.0).fold(0.0, f64::max);
            let longest = bars.iter().map(|b| b.1).fold(0.0, f64::max);
            for (value, width) in bars {
                let expected = (longest * value / most).max(2.0);
                assert!((width - expected).abs() < 0.1, "{unit}: {value} is {width}");
            }
        }
    }
}

#[test]
fn a_share_stands_on_a_line_from_0_to_100() {
    let scene = Case::new(World, "all", En, 1100.0).scene();
    for (id, value) in [("swiss-abroad", 11.0), ("migrant-share", 3.0)] {
        let hit = mark(&scene, id).hits[0];
        let rail = scene.shapes.iter().find_map(|s| match s {
            Shape::Fill(rect, Slot::Rule) if rect.width > 50.0 && hit.contains(rect.center()) => {
                Some(*rect)
            }
            _ => None,
        });
        let rail = rail.expect("there is a line");
        let dot = scene.shapes.iter().find_map(|s| match s {
            Shape::Disc(at, ..) if hit.contains(*at) => Some(at.x),
            _ => None,
        });
        let expected = rail.left() + rail.width * value / 100.0;
        assert!(
            (dot.expect("there is a dot") - expected).abs() < 0.01,
            "{id}"
        );
    }
}

#[test]
fn what_cannot_be_compared_has_no_bar() {
    let scene = Case::new(World, "all", En, 1100.0).scene();
    // One person beside seven billion, and counts too small to be measured.
    for id in [
        "common-space-agency-panellists",
        "session-1-1-questions",
        "cluster-1-themes",
        "video-message",
    ] {
        assert_eq!(bar(&scene, mark(&scene, id)), (None, None), "{id}");
    }
    let cells =
        ["session-1-1-questions", "session-1-2-questions"].map(|id| mark(&scene, id).hits[0]);
    assert_eq!(
        cells[0].top(),
        cells[1].top(),
        "trivial counts share a line"
    );
    assert!(cells[0].width < 300.0);
}

#[test]
fn the_units_with_the_largest_numbers_come_first_and_the_rest_last() {
    let data = package(&[
        ("Aims", quantity(3.0, None, "aims")),
        ("Years", quantity(10.0, None, "years")),
        ("Years before", quantity(5.0, None, "years")),
        ("Women", quantity(40.0, None, "people")),
        ("Everyone", quantity(90.0, None, "people")),
        ("Nobody knows", None),
    ]);
    let scene = drawn(&data, En, 358.0);
    let order: Vec<&str> = scene.marks.iter().map(|m| m.card.title.as_str()).collect();
    assert_eq!(
        order,
        [
            "Everyone",
            "Women",
            "Years",
            "Years before",
            "Aims",
            "Nobody knows"
        ]
    );
    let tops: Vec<f64> = scene.marks.iter().map(|m| m.hits[0].top()).collect();
    assert!(tops.is_sorted(), "{tops:?}");
    assert_eq!(
        scene.title,
        "6 numbers from 1 paragraph; most often people (2) and years (2)"
    );
    assert_eq!(
        scene.description,
        "The largest: Everyone (90 people); 1 number is for 2010."
    );
}

#[test]
fn a_year_and_a_number_that_are_not_stated_are_said_not_to_be() {
    let data = package(&[("With a year", quantity(3.0, None, "aims")), ("Bare", None)]);
    for lang in Lang::ALL {
        let none = lang.strings().view.not_stated;
        let scene = drawn(&data, lang, 358.0);
        let first = mark(&scene, "figure-0");
        assert!(first.cells[2].text.starts_with("2010"));
        assert!(scene.labels.iter().any(|l| l.text.starts_with("2010")));
        let bare = mark(&scene, "figure-1");
        assert_eq!(
            (bare.cells[1].text.as_str(), bare.cells[2].text.as_str()),
            (none, none)
        );
        assert!(scene.labels.iter().any(|l| l.text == none));
    }
}

#[test]
fn long_labels_and_odd_numbers_stay_legible() {
    let long =
        "The number of those whose situation nobody has yet described in any of the documents "
            .repeat(5);
    let data = package(&[
        (&long, quantity(1e15, Some(3e15), "people")),
        (&long, quantity(5e14, None, "people")),
        (&long, quantity(0.0, None, "people")),
        (&long, quantity(-4.0, None, "percent")),
        (&long, quantity(99.9, Some(130.0), "percent")),
        (
            &long,
            quantity(12.0, None, "an-uncommonly-long-unit-of-measurement-indeed"),
        ),
        (&long, quantity(12.0, None, "")),
        ("Unbreakable".repeat(12).as_str(), None),
    ]);
    for lang in Lang::ALL {
        for width in [300.0, 358.0, 901.0, 1300.0] {
            let scene = drawn(&data, lang, width);
            assert_legible(&scene);
            assert_eq!(scene.marks.len(), 8);
            for mark in &scene.marks {
                let hit = mark.hits[0];
                assert!(hit.width >= 24.0 && hit.height >= 24.0, "{}", mark.id);
            }
        }
    }
}

#[test]
fn the_reports_numbers_are_legible_from_a_small_phone_to_a_wide_window() {
    for kind in [Assessment, Participation, Projects, World] {
        for lang in Lang::ALL {
            for width in [300.0, 320.0, 512.0, 879.0, 881.0, 1300.0] {
                let scene = Case::new(kind, "all", lang, width).scene();
                assert_legible(&scene);
                assert!(scene.marks.len() > 10, "{}", kind.slug());
            }
        }
    }
}
