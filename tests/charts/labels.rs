//! Text on pictures: large enough, inside, and nothing on top of anything.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::{Anchor, Label, Scene, Shape, Slot};
use forum_explorer::geometry::rect::Rect;
use forum_explorer::geometry::text_width::text_width;

use crate::cases::{Case, every, is_shown};

/// The box around a label's letters, by the estimate that the charts place by.
pub fn letters(label: &Label) -> Rect {
    let width = text_width(&label.text, label.size, label.bold);
    let left = match label.anchor {
        Anchor::Start => label.at.x,
        Anchor::Middle => label.at.x - width / 2.0,
        Anchor::End => label.at.x - width,
    };
    Rect::new(left, label.at.y - label.size * 0.4, width, label.size * 0.8)
}

/// Checks that a picture's text is large enough, inside it, and nowhere on other text; for pictures that are not kept.
pub fn assert_legible(scene: &Scene) {
    for (index, label) in scene.labels.iter().enumerate() {
        let area = letters(label);
        assert!(label.size >= 12.0, "{label:?}");
        assert!(
            area.left() >= -0.5
                && area.right() <= scene.width + 0.5
                && area.top() >= -0.5
                && area.bottom() <= scene.height + 0.5,
            "{label:?} leaves {} × {}",
            scene.width,
            scene.height
        );
        for other in &scene.labels[index + 1..] {
            assert!(
                !area.intersects(letters(other)),
                "{label:?} stands on {other:?}"
            );
        }
    }
}

fn shown() -> impl Iterator<Item = &'static (Case, Scene)> {
    every().iter().filter(|(case, _)| is_shown(case))
}

#[test]
fn no_text_is_smaller_than_twelve_pixels() {
    let mut count = 0;
    for (case, scene) in every() {
        for label in &scene.labels {
            assert!(label.size >= 12.0, "{}: {label:?}", case.name());
            count += 1;
        }
    }
    assert!(count > 1000, "there are labels: {count}");
}

#[test]
fn no_text_is_empty_or_left_with_a_place_to_fill() {
    for (case, scene) in every() {
        for label in &scene.labels {
            assert!(!label.text.trim().is_empty(), "{}: {label:?}", case.name());
            assert!(
                !label.text.contains(['{', '}']),
                "{}: {label:?}",
                case.name()
            );
        }
    }
}

#[test]
fn text_stays_inside_its_picture() {
    let mut faults = Vec::new();
    for (case, scene) in shown() {
        for label in &scene.labels {
            let area = letters(label);
            let is_inside = area.left() >= -0.5
                && area.right() <= scene.width + 0.5
                && area.top() >= -0.5
                && area.bottom() <= scene.height + 0.5;
            if !is_inside {
                faults.push(format!(
                    "{}: “{}” at {area:?} in {} × {}",
                    case.name(),
                    label.text,
                    scene.width,
                    scene.height
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_text_stands_on_other_text() {
    let mut faults = Vec::new();
    for (case, scene) in shown() {
        for (index, label) in scene.labels.iter().enumerate() {
            for other in &scene.labels[index + 1..] {
                if letters(label).intersects(letters(other)) {
                    faults.push(format!(
                        "{}: “{}” and “{}”",
                        case.name(),
                        label.text,
                        other.text
                    ));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} overlap:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn every_lane_of_the_timeline_has_its_name() {
    for (case, scene) in shown().filter(|(case, _)| case.kind == ChartKind::Timeline) {
        let strings = case.lang.strings();
        let names = [
            strings.timeline.lane_preparation,
            strings.timeline.lane_civil_society,
            strings.timeline.lane_summit,
            strings.timeline.lane_elsewhere,
        ];
        for name in names {
            assert_eq!(
                scene.labels.iter().filter(|l| l.text == name).count(),
                1,
                "{}: {name}",
                case.name()
            );
        }
    }
}

#[test]
fn the_line_that_ties_a_meeting_across_lanes_strikes_no_text_through() {
    let mut ties = 0;
    for (case, scene) in shown().filter(|(case, _)| case.kind == ChartKind::Timeline) {
        for shape in &scene.shapes {
            let Shape::Line(points, Slot::Ink | Slot::Dimmed | Slot::Accent, _) = shape else {
                continue;
            };
            let line = Rect::from_corners(points[0], points[1]);
            let line = Rect::new(line.x - 1.0, line.y, 2.0, line.height);
            for label in &scene.labels {
                assert!(
                    !letters(label).intersects(line),
                    "{}: {}",
                    case.name(),
                    label.text
                );
            }
            ties += 1;
        }
    }
    assert!(ties > 0, "something is tied");
}
