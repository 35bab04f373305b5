//! What is drawn says what the data says: lengths, parts, ties, and how a number was stated.

use forum_explorer::chart::kind::ChartKind::{Funding, Geography, Participation, Timeline};
use forum_explorer::chart::scene::{Mark, Scene, Shape, Slot};
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En};
use forum_explorer::model::figure::Figure;
use forum_explorer::model::flow::FlowKind;
use forum_explorer::model::quantity::Approximation;

use crate::cases::{Case, WIDTHS, world};
use crate::report::report;

fn figure(id: &str) -> &'static Figure {
    report()
        .figures
        .get(report().figures.find(id).expect("the count is there"))
        .unwrap()
}

/// The bar of a count: everything coloured that is drawn within its box, as one box. Hollow bars count with their line.
fn bar(scene: &Scene, mark: &Mark) -> Rect {
    let area = mark.hits[0];
    let parts = scene.shapes.iter().filter_map(|shape| {
        let extent = match shape {
            Shape::Fill(rect, Slot::Neutral | Slot::Accent | Slot::Dimmed) => *rect,
            Shape::Outline(rect, _, width) => Rect::new(
                rect.x - width / 2.0,
                rect.y - width / 2.0,
                rect.width + width,
                rect.height + width,
            ),
            Shape::Area(points, _) => {
                let corners = points.iter().map(|&point| Rect::from_corners(point, point));
                corners.reduce(Rect::union)?
            }
            _ => return None,
        };
        (extent.top() >= area.top() - 0.5
            && extent.bottom() <= area.bottom() + 0.5
            && extent.left() >= area.left() - 0.5)
            .then_some(extent)
            .filter(|extent| extent.right() <= area.right() + 0.5)
    });
    parts
        .reduce(Rect::union)
        .unwrap_or_else(|| panic!("{} has a bar", mark.id))
}

fn bars(scene: &Scene) -> Vec<(&Mark, &'static Figure, Rect)> {
    let drawn = scene.marks.iter().filter(|mark| !mark.hits.is_empty());
    let figures: Vec<&Figure> = drawn.clone().map(|mark| figure(&mark.id)).collect();
    let bars: Vec<_> = drawn
        // What is alone of its unit in its panel has no bar.
        .filter(|mark| of_one_scale(figure(&mark.id), &figures).count() > 1)
        .map(|mark| (mark, figure(&mark.id), bar(scene, mark)))
        .collect();
    assert!(bars.len() > 20, "there are bars: {}", bars.len());
    bars
}

/// The counts of a panel that are of one unit with a count.
fn of_one_scale<'a>(
    of: &'a Figure,
    all: &'a [&'a Figure],
) -> impl Iterator<Item = &'a &'a Figure> + 'a {
    let unit = |f: &Figure| f.quantity.as_ref().map(|q| q.unit.clone());
    all.iter().filter(move |f| {
        f.event == of.event
            && f.population == of.population
            && f.dimension == of.dimension
            && unit(f) == unit(of)
    })
}

fn value(figure: &Figure) -> f64 {
    figure.quantity.as_ref().expect("a bar has a number").value
}

#[test]
fn bars_start_at_zero() {
    for width in WIDTHS {
        let scene = Case::new(Participation, "all", En, width).scene();
        for (mark, _, bar) in bars(&scene) {
            assert!(
                (bar.left() - mark.hits[0].left()).abs() < 0.1,
                "{}: {bar:?}",
                mark.id
            );
        }
    }
}

#[test]
fn bars_of_one_event_and_unit_are_as_long_as_their_numbers() {
    for width in WIDTHS {
        let scene = Case::new(Participation, "all", En, width).scene();
        let bars = bars(&scene);
        let mut compared = 0;
        for (_, a, of_a) in &bars {
            for (_, b, of_b) in &bars {
                let same_scale = a.event == b.event
                    && panel_units(&bars, a).len() == 1
                    && panel_units(&bars, a) == panel_units(&bars, b);
                if same_scale && of_a.width > 10.0 {
                    let expected = of_a.width * value(b) / value(a);
                    assert!(
                        (of_b.width - expected.max(2.0)).abs() < 0.6,
                        "{} {}",
                        a.category.en,
                        b.category.en
                    );
                    compared += 1;
                }
            }
        }
        assert!(compared > 50, "bars were compared: {compared}");
    }
}

#[test]
fn the_largest_bar_of_an_event_spans_its_panel() {
    for width in WIDTHS {
        let scene = Case::new(Participation, "all", En, width).scene();
        let bars = bars(&scene);
        for (mark, figure, bar) in &bars {
            let of_scale = bars.iter().filter(|(_, other, _)| {
                other.event == figure.event
                    && panel_units(&bars, other) == panel_units(&bars, figure)
            });
            let most = of_scale
                .map(|(_, other, _)| value(other))
                .fold(0.0, f64::max);
            if (value(figure) - most).abs() < f64::EPSILON && panel_units(&bars, figure).len() == 1
            {
                assert!(
                    (bar.width - mark.hits[0].width).abs() < 0.6,
                    "{}: {bar:?}",
                    mark.id
                );
            }
        }
    }
}

/// The units of the panel that a count stands in.
fn panel_units<'a>(bars: &[(&Mark, &'a Figure, Rect)], of: &Figure) -> Vec<&'a str> {
    let same = |f: &&Figure| {
        f.event == of.event && f.population == of.population && f.dimension == of.dimension
    };
    let mut units: Vec<&str> = bars
        .iter()
        .map(|(_, figure, _)| *figure)
        .filter(same)
        .map(|f| f.quantity.as_ref().unwrap().unit.as_str())
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

#[test]
fn a_computed_bar_is_hollow_and_a_stated_one_is_not() {
    let scene = Case::new(Participation, "all", En, 1100.0).scene();
    let mut hollow = 0;
    for (mark, figure, bar) in bars(&scene) {
        let is_outlined = scene.shapes.iter().any(|shape| {
            matches!(shape, Shape::Outline(rect, ..) if bar.contains(rect.center()) && rect.width > bar.width * 0.9)
        });
        assert_eq!(is_outlined, figure.derived.is_some(), "{}", mark.id);
        hollow += usize::from(is_outlined);
        if is_outlined {
            assert!(
                mark.card
                    .notes
                    .iter()
                    .any(|note| note.starts_with("Computed: ")),
                "{:?}",
                mark.card.notes
            );
        }
    }
    assert!(hollow > 0, "the package has computed counts");
}

#[test]
fn a_number_that_is_not_exact_is_drawn_otherwise_than_an_exact_one() {
    let scene = Case::new(Participation, "all", En, 1100.0).scene();
    let mut ways = std::collections::BTreeMap::new();
    for (mark, figure, bar) in bars(&scene)
        .into_iter()
        .filter(|(_, f, _)| f.derived.is_none())
    {
        let inside = |rect: &Rect| bar.contains(rect.center());
        let fills = scene
            .shapes
            .iter()
            .filter(|s| matches!(s, Shape::Fill(rect, _) if inside(rect) && rect.height < 20.0));
        let tips = scene.shapes.iter().filter(|s| matches!(s, Shape::Area(p, _) if p.iter().all(|p| bar.left() <= p.x && p.x <= bar.right() + 0.1 && bar.top() - 0.1 <= p.y && p.y <= bar.bottom() + 0.1)));
        let drawn = (fills.count(), tips.count());
        let how = figure.quantity.as_ref().unwrap().approximation;
        let is_right = match how {
            Approximation::Exact => drawn == (1, 0),
            // A short bar has no room for both teeth.
            Approximation::About => drawn.0 >= 2 && drawn.1 == 0,
            Approximation::MoreThan | Approximation::AtLeast => drawn == (1, 1),
        };
        assert!(is_right, "{}: {how:?} as {drawn:?}", mark.id);
        *ways.entry(format!("{how:?}")).or_insert(0) += 1;
    }
    assert!(ways.len() >= 3, "several ways are drawn: {ways:?}");
}

#[test]
fn counts_that_overlap_carry_their_notice() {
    for lang in Lang::ALL {
        let scene = Case::new(Participation, "all", lang, 1100.0).scene();
        let notice = lang.strings().participation.overlapping;
        let mut panels: Vec<(Option<_>, &str, &str)> = Vec::new();
        let drawn = scene.marks.iter().filter(|mark| !mark.hits.is_empty());
        let figures = drawn.map(|mark| figure(&mark.id));
        for figure in figures.filter(|f| f.overlapping) {
            let panel = (
                figure.event,
                figure.population.en.as_str(),
                figure.dimension.as_str(),
            );
            if !panels.contains(&panel) {
                panels.push(panel);
            }
        }
        assert!(!panels.is_empty(), "the package has overlapping counts");
        let begin: String = notice.chars().take(8).collect();
        let notices = scene
            .labels
            .iter()
            .filter(|label| label.text.starts_with(&begin))
            .count();
        assert_eq!(notices, panels.len());
    }
}

#[test]
fn the_parts_of_the_budget_add_up_to_it() {
    let amount = |kind: FlowKind| -> f64 {
        let of_kind = report()
            .flows
            .rows()
            .iter()
            .filter(|flow| flow.kind == kind);
        of_kind.filter_map(|flow| flow.amount).sum()
    };
    let (budget, given, gap) = (
        amount(FlowKind::Budget),
        amount(FlowKind::Contribution),
        amount(FlowKind::Gap),
    );
    assert!(
        budget > 0.0 && (given + gap - budget).abs() < 0.5,
        "{given} + {gap} = {budget}"
    );
    for width in WIDTHS {
        let scene = Case::new(Funding, "all", En, width).scene();
        let parts: Vec<&Mark> = scene
            .marks
            .iter()
            .filter(|m| !m.hits.is_empty())
            .skip(1)
            .collect();
        assert_eq!(parts.len(), 2);
        assert!(parts[0].hits[0].left().abs() < 0.1);
        assert!((parts[1].hits[0].right() - width).abs() < 0.1);
        let shares: Vec<f64> = parts
            .iter()
            .map(|m| (m.hits[0].width + 2.0) / width)
            .collect();
        assert!((shares[0] - given / budget).abs() < 0.01, "{shares:?}");
        assert!((shares[1] - gap / budget).abs() < 0.01, "{shares:?}");
    }
}

#[test]
fn what_was_computed_of_the_budget_is_hollow() {
    let scene = Case::new(Funding, "all", En, 1100.0).scene();
    for mark in scene.marks.iter().filter(|m| !m.hits.is_empty()).skip(1) {
        let flow = report()
            .flows
            .get(report().flows.find(&mark.id).unwrap())
            .unwrap();
        let hit = mark.hits[0];
        let is_hollow = scene
            .shapes
            .iter()
            .any(|s| matches!(s, Shape::Outline(rect, ..) if hit.contains(rect.center())));
        let is_full = scene
            .shapes
            .iter()
            .any(|s| matches!(s, Shape::Fill(rect, _) if hit.contains(rect.center())));
        assert_eq!(
            (is_hollow, is_full),
            (flow.derived.is_some(), flow.derived.is_none()),
            "{}",
            mark.id
        );
    }
}

#[test]
fn a_meeting_of_two_clusters_is_tied_across_its_lanes() {
    let scene = Case::new(Timeline, "all", En, 1100.0).scene();
    let abuja = scene
        .marks
        .iter()
        .find(|mark| mark.id == "thematic-abuja")
        .expect("Abuja is there");
    let [first, second] = abuja.hits[..] else {
        panic!("two lanes: {:?}", abuja.hits)
    };
    let ties: Vec<_> = scene
        .shapes
        .iter()
        .filter(|s| matches!(s, Shape::Line(points, Slot::Ink, _) if points.len() == 2 && first.contains(points[0]) && second.contains(points[1])))
        .collect();
    assert_eq!(ties.len(), 1);
    let all_ties = scene
        .shapes
        .iter()
        .filter(|s| matches!(s, Shape::Line(_, Slot::Ink, _)))
        .count();
    assert_eq!(all_ties, 1, "nothing else is tied");
}

#[test]
fn a_bar_of_the_timeline_runs_from_its_first_day_to_its_last() {
    let case = Case::new(Timeline, "all", En, 1100.0);
    let scene = case.scene();
    let axis = case.with_input(report(), |input| {
        forum_explorer::chart::timeline::axis(input).expect("there are events")
    });
    let mut checked = 0;
    for mark in scene.marks.iter().filter(|mark| !mark.hits.is_empty()) {
        let event = report()
            .events
            .get(report().events.find(&mark.id).unwrap())
            .unwrap();
        let x = axis.px_from_date(event.span.start).max(axis.range().0);
        let after = axis.px_after_date(event.span.last_day());
        // Four pixels at least: a day is no thinner than can be seen.
        let end = after.min(axis.range().1).max(x + 4.0);
        let hit = mark.hits[0];
        let runs = scene.shapes.iter().any(|s| match s {
            Shape::Fill(rect, _) | Shape::Outline(rect, ..) => {
                // An outline keeps its line inside, and a pixel to its neighbour; a day is more than two.
                (rect.left() - x).abs() < 1.0
                    && (rect.right() - end).abs() < 2.0
                    && hit.top() <= rect.top()
                    && rect.bottom() <= hit.bottom()
            }
            _ => false,
        });
        assert!(runs, "{} runs from {x} to {end}", mark.id);
        checked += 1;
    }
    assert!(checked > 30, "there are bars: {checked}");
}

#[test]
fn the_map_colours_the_countries_that_have_a_part() {
    let coloured = |choice| {
        let scene = Case {
            has_world: true,
            ..Case::new(Geography, choice, En, 1100.0)
        }
        .scene();
        let areas = scene
            .shapes
            .iter()
            .filter(|s| matches!(s, Shape::Area(_, slot) if *slot != Slot::Land));
        (areas.count(), scene)
    };
    let (all, scene) = coloured("all");
    let countries = scene.marks.iter().filter(|m| !m.cells.is_empty());
    let with_outline = countries
        .filter(|m| world().country(&m.id).is_some())
        .count();
    assert!(
        all >= with_outline && with_outline > 30,
        "{all} areas for {with_outline} countries"
    );
    let (chosen, scene) = coloured("switzerland");
    assert!(chosen > 0 && chosen < all);
    assert!(
        scene
            .shapes
            .iter()
            .any(|s| matches!(s, Shape::Area(_, Slot::Accent))),
        "the chosen country stands out"
    );
    assert_eq!(coloured("nothing").0, 0);
}
