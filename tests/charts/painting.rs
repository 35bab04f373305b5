//! A scene as SVG text.

use forum_explorer::chart::geography;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::{Anchor, Scene, Shape, Slot};
use forum_explorer::geometry::point::Point;
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang;
use forum_explorer::paint::palette::{Palette, variable};
use forum_explorer::paint::svg::{backdrop, document, elements, escaped, picture};
use proptest::prelude::*;

use crate::cases::{Case, kept, world};
use crate::report::report;

fn square(slot: Slot) -> Scene {
    Scene {
        width: 100.0,
        height: 50.0,
        title: "A <title> & more".to_owned(),
        description: "“Said”".to_owned(),
        shapes: vec![Shape::Fill(Rect::new(10.0, 10.0, 20.0, 20.0), slot)],
        ..Scene::default()
    }
}

#[test]
fn a_file_has_plain_colours_and_a_page_has_variables() {
    for slot in Slot::ALL {
        let (r, g, b) = Palette::Light.color(slot);
        let (file, page) = (document(&square(slot)), picture(&square(slot)));
        assert!(
            file.contains(&format!("\"#{r:02X}{g:02X}{b:02X}\"")),
            "{slot:?}: {file}"
        );
        assert!(!file.contains("var("), "{slot:?}: {file}");
        assert!(
            page.contains(&format!("\"{}\"", variable(slot))),
            "{slot:?}: {page}"
        );
        assert!(!page.contains('#'), "{slot:?}: {page}");
    }
}

#[test]
fn the_land_alone_is_what_lies_below_the_signs_of_the_map() {
    for choice in ["all", "switzerland"] {
        let case = Case {
            has_world: true,
            ..Case::new(ChartKind::Geography, choice, Lang::En, 480.0)
        };
        let whole = case.scene();
        let land = case.with_input(report(), |input| geography::land(input, world()));
        assert_eq!((land.width, land.height), (whole.width, whole.height));
        let count = land.shapes.len();
        assert!(count > 100 && count < whole.shapes.len(), "{count}");
        assert_eq!(whole.shapes[..count], land.shapes);
        for palette in Palette::ALL {
            let file = backdrop(&land, palette);
            let (r, g, b) = palette.color(Slot::Land);
            assert!(file.contains(&format!("\"#{r:02X}{g:02X}{b:02X}\"")));
            for other in ["<rect", "<text", "<title", "var("] {
                assert!(!file.contains(other), "{other}: {file}");
            }
        }
    }
}

#[test]
fn slots_have_colours_of_their_own() {
    for (index, slot) in Slot::ALL.into_iter().enumerate() {
        for other in &Slot::ALL[index + 1..] {
            assert_ne!(
                Palette::Light.color(slot),
                Palette::Light.color(*other),
                "{slot:?} {other:?}"
            );
            assert_ne!(variable(slot), variable(*other), "{slot:?} {other:?}");
        }
    }
}

#[test]
fn a_picture_is_its_elements_and_nothing_else() {
    for case in kept() {
        let picture = picture(&case.scene());
        let elements = elements(&picture).expect("a picture of ours");
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let (head, _) = picture.split_once('>').expect("a start tag");
        let whole = format!("{head}>{}</svg>", elements.concat());
        assert_eq!(bare(&whole), bare(&picture), "{}", case.name());
        let shapes = elements.iter().filter(|e| !e.starts_with("<text")).count();
        assert!(elements.iter().all(|e| e.matches("<text").count() <= 1));
        assert!(shapes <= case.scene().shapes.len(), "{}", case.name());
    }
}

#[test]
fn markup_of_another_form_has_no_elements() {
    for other in ["", "<svg>", "<svg><g></g></svg>", "<svg><text>x</svg>"] {
        assert_eq!(elements(other), None, "{other}");
    }
    assert_eq!(elements("<svg></svg>\n"), Some(Vec::new()));
}

#[test]
fn what_a_file_says_of_itself_is_escaped() {
    let file = document(&square(Slot::Ink));
    assert!(
        file.contains("<title>A &lt;title&gt; &amp; more</title>"),
        "{file}"
    );
    assert!(file.contains("<desc>“Said”</desc>"), "{file}");
    assert_eq!(
        escaped("<a href=\"b\">'&'"),
        "&lt;a href=&quot;b&quot;&gt;&apos;&amp;&apos;"
    );
}

#[test]
fn a_label_stands_where_and_as_large_as_the_scene_says() {
    let mut scene = square(Slot::Ink);
    let label = scene.label(Point::new(40.0, 25.0), "here & there", 12.0, Slot::Muted);
    label.anchor = Anchor::End;
    label.bold = true;
    let file = document(&scene);
    let line = file
        .lines()
        .position(|line| line.starts_with("<text"))
        .expect("there is text");
    let line = file.lines().nth(line).unwrap();
    // Eight units make a pixel.
    for part in [
        "x=\"320\"",
        "y=\"200\"",
        "text-anchor=\"end\"",
        "font-size=\"96\"",
        "font-weight=\"bold\"",
    ] {
        assert!(line.contains(part), "{part} in {line}");
    }
    assert!(file.contains("here &amp; there"), "{file}");
}

#[test]
fn a_picture_is_hidden_from_those_who_are_read_its_marks() {
    let page = picture(&square(Slot::Ink));
    assert!(page.starts_with("<svg viewBox=\"0 0 800 400\""), "{page}");
    assert!(
        page.contains("aria-hidden=\"true\"") && page.contains("focusable=\"false\""),
        "{page}"
    );
}

#[test]
fn every_kept_picture_is_well_formed() {
    for case in kept() {
        for text in [document(&case.scene()), picture(&case.scene())] {
            assert_eq!(text.matches("<svg").count(), 1, "{}", case.name());
            assert!(text.trim_end().ends_with("</svg>"), "{}", case.name());
            assert!(
                !text.contains("NaN") && !text.contains("currentColor") && !text.contains("#0F1E"),
                "{}",
                case.name()
            );
            for element in ["text", "title", "desc"] {
                let opened = text.matches(&format!("<{element}>")).count()
                    + text.matches(&format!("<{element} ")).count();
                assert_eq!(
                    opened,
                    text.matches(&format!("</{element}>")).count(),
                    "{}: {element}",
                    case.name()
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn any_scene_can_be_painted(
        numbers in prop::collection::vec(any::<f64>(), 8),
        text in any::<String>(),
    ) {
        let point = |i: usize| Point::new(numbers[i], numbers[i + 1]);
        let mut scene = square(Slot::Ink);
        scene.width = numbers[0];
        scene.shapes = vec![
            Shape::Fill(Rect { x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3] }, Slot::Ink),
            Shape::Outline(Rect::new(numbers[4], numbers[5], numbers[6], numbers[7]), Slot::Rule, numbers[0]),
            Shape::Line(vec![point(0), point(2)], Slot::Band, numbers[3]),
            Shape::Line(Vec::new(), Slot::Band, 1.0),
            Shape::Area(vec![point(1), point(3), point(5)], Slot::Land),
            Shape::Area(Vec::new(), Slot::Land),
            Shape::Disc(point(0), numbers[2].abs().min(1e4), Slot::Paper),
            Shape::Ring(point(4), numbers[6].abs().min(1e4), Slot::Accent, 1.0),
        ];
        scene.label(point(2), text, 12.0, Slot::Ink);
        let file = document(&scene);
        prop_assert!(file.ends_with("</svg>") || file.ends_with("</svg>\n"));
        prop_assert!(!file.contains("NaN"));
    }
}
