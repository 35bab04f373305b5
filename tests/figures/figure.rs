//! A figure says by itself what it shows, where it comes from and under which licence, and all of it can be read.

use forum_explorer::chart::figure::{Extra, Figure, WIDE, figure, narrow};
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::{Anchor, Label, Scene};
use forum_explorer::format::citation::ranges;
use forum_explorer::format::text::pick;
use forum_explorer::geometry::rect::Rect;
use forum_explorer::geometry::text_width::text_width;
use forum_explorer::language::lang::Lang;
use forum_explorer::paint::compact::compact;
use forum_explorer::paint::palette::Palette;
use forum_explorer::paint::svg;

use crate::packages::each_view;
use crate::pages::elements::{inside, text};
use crate::xml::{only, parse, texts};

const ADDRESS: &str = "https://example.org/a-folder/explorer/?lang=en&cluster=1#timeline";

fn linked() -> Extra {
    Extra {
        notes: vec!["Filter: <one> & “another”".to_owned()],
        link: Some(ADDRESS.to_owned()),
    }
}

/// The box around a label's letters, by the estimate that the charts place by.
fn letters(label: &Label) -> Rect {
    let width = text_width(&label.text, label.size, label.bold);
    let left = match label.anchor {
        Anchor::Start => label.at.x,
        Anchor::Middle => label.at.x - width / 2.0,
        Anchor::End => label.at.x - width,
    };
    Rect::new(left, label.at.y - label.size * 0.4, width, label.size * 0.8)
}

fn written<'a>(figure: &'a Figure) -> impl Iterator<Item = &'a Label> {
    let link = figure.link.iter().flat_map(|(_, labels)| labels);
    figure.frame.labels.iter().chain(link)
}

/// What the labels say, read on from line to line.
fn read<'a>(labels: impl Iterator<Item = &'a Label>) -> String {
    squeezed(&labels.map(|label| label.text.as_str()).collect::<String>())
}

/// Lines end where a space was, or between two Chinese letters.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn nothing_overlaps_and_nothing_leaves_the_figure_wide_or_narrow() {
    for width in [|_: ChartKind| WIDE, narrow] {
        each_view(width, |name, kind, input, scene| {
            let figure = figure(kind, scene, input, &linked());
            let (at, frame) = (figure.at, &figure.frame);
            let picture = Rect::new(at.x, at.y, scene.width, scene.height);
            assert!(frame.width >= picture.right() && frame.height > picture.bottom());
            let boxes: Vec<(Rect, &str)> = written(&figure)
                .map(|label| (letters(label), label.text.as_str()))
                .collect();
            for (index, (area, text)) in boxes.iter().enumerate() {
                assert!(
                    area.left() >= 23.5 && area.right() <= frame.width - 23.5,
                    "{name}: “{text}” leaves the margins of {}",
                    frame.width
                );
                assert!(
                    area.top() >= 0.0 && area.bottom() <= frame.height - 20.0,
                    "{name}: {text}"
                );
                assert!(
                    !area.intersects(picture),
                    "{name}: “{text}” stands on the picture"
                );
                for (other, said) in &boxes[index + 1..] {
                    assert!(
                        !area.intersects(*other),
                        "{name}: “{text}” stands on “{said}”"
                    );
                }
            }
        });
    }
}

#[test]
fn a_figure_says_its_finding_its_paragraphs_its_licence_and_where_it_opens() {
    let mut count = 0;
    each_view(
        |_| WIDE,
        |name, kind, input, scene| {
            let figure = figure(kind, scene, input, &linked());
            let said = read(written(&figure));
            let about = &input.data.about;
            let wanted = [
                &*scene.title,
                &scene.subtitle,
                pick(&about.title, input.lang),
                &about.version,
                &about.licence,
                &ranges(&scene.source()),
                "Filter: <one> & “another”",
                ADDRESS,
            ];
            for wanted in wanted {
                assert!(
                    said.contains(&squeezed(wanted)),
                    "{name}: “{wanted}” in {said}"
                );
            }
            let boundaries = squeezed(input.lang.strings().page.boundaries);
            assert_eq!(
                said.contains(&boundaries),
                kind == ChartKind::Geography,
                "{name}"
            );
            count += 1;
        },
    );
    assert!(count > 60, "{count}");
}

#[test]
fn in_a_page_the_figure_has_all_that_it_has_in_a_file_at_the_same_places() {
    for width in [|_: ChartKind| WIDE, narrow] {
        each_view(width, |name, kind, input, scene| {
            let figure = figure(kind, scene, input, &Extra::default());
            let flat = figure.flat();
            let page = compact(&svg::picture(&flat)).expect("it is a picture of the page");
            let file = svg::figure(&figure, Palette::Light);
            // A page has long lines as paths.
            let shapes = |drawn: &str| {
                let shapes: [&[&str]; 3] = [
                    &["<rect "],
                    &["<circle "],
                    &["<polyline ", "<polygon ", "<path "],
                ];
                shapes.map(|names| {
                    let counts = names.iter().map(|name| drawn.matches(name).count());
                    counts.sum::<usize>()
                })
            };
            let mut of_file = shapes(&file);
            // Its paper, which a page has of its own.
            of_file[0] -= 1;
            assert_eq!(shapes(&page), of_file, "{name}");
            assert_eq!(
                inside(&page, "text")
                    .into_iter()
                    .map(text)
                    .collect::<Vec<_>>(),
                texts(&parse(&file), "text"),
                "{name}"
            );
            let own = figure.frame.labels.len();
            for (moved, label) in flat.labels[own..].iter().zip(&scene.labels) {
                let at = label.at.moved(figure.at.x, figure.at.y);
                assert_eq!(
                    (&moved.text, moved.at),
                    (&label.text, at),
                    "{name}: “{}”",
                    label.text
                );
            }
        });
    }
}

#[test]
fn every_number_and_word_of_the_picture_is_text_in_the_file() {
    each_view(
        |_| WIDE,
        |name, kind, input, scene| {
            let figure = figure(kind, scene, input, &linked());
            for palette in Palette::ALL {
                let file = svg::figure(&figure, palette);
                let document = parse(&file);
                let mut drawn = texts(&document, "text");
                for label in scene.labels.iter().chain(written(&figure)) {
                    let place = drawn.iter().position(|text| *text == label.text.trim());
                    let place =
                        place.unwrap_or_else(|| panic!("{name}: “{}” is not there", label.text));
                    drawn.swap_remove(place);
                }
                assert!(drawn.is_empty(), "{name}: {drawn:?}");
            }
        },
    );
}

#[test]
fn a_file_names_its_language_and_size_describes_itself_and_holds_one_link() {
    each_view(narrow, |name, kind, input, scene| {
        let figure = figure(kind, scene, input, &linked());
        let file = svg::figure(&figure, Palette::Dark);
        let document = parse(&file);
        let root = document.root_element();
        assert_eq!(root.attribute("lang"), Some(input.lang.tag()), "{name}");
        let size = |name| root.attribute(name).unwrap().parse::<f64>().unwrap();
        assert_eq!(size("width"), figure.frame.width.ceil());
        assert_eq!(size("height"), figure.frame.height.ceil());
        let svg = |name| only(&document, name).text().unwrap();
        assert_eq!(svg("title"), scene.title);
        assert_eq!(svg("desc"), scene.description);
        let link = only(&document, "a");
        assert_eq!(link.attribute("href"), Some(ADDRESS));
        let words: String = link.descendants().filter_map(|node| node.text()).collect();
        assert!(
            squeezed(&words).contains(&squeezed(ADDRESS)),
            "{name}: {words}"
        );
        // Where the link's words stand in the scene they stand in the file, eight units to a pixel.
        let line = link
            .descendants()
            .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        let y: f64 = line.unwrap().attribute("y").unwrap().parse().unwrap();
        let (_, labels) = figure.link.as_ref().unwrap();
        assert!((y / 8.0 - labels[0].at.y).abs() < 0.2, "{name}: {y}");
    });
}

#[test]
fn a_figure_without_a_link_has_none_and_one_on_its_own_site_does_not_spell_it() {
    each_view(
        |_| WIDE,
        |name, kind, input, scene| {
            let bare = svg::figure(
                &figure(kind, scene, input, &Extra::default()),
                Palette::Light,
            );
            assert!(!bare.contains("<a "), "{name}");
            let extra = Extra {
                link: Some("../?lang=en#x".to_owned()),
                ..Extra::default()
            };
            let beside = figure(kind, scene, input, &extra);
            assert_eq!(
                read(written(&beside)).matches("..").count(),
                read(written(&figure(kind, scene, input, &Extra::default())))
                    .matches("..")
                    .count(),
                "{name}"
            );
            let file = svg::figure(&beside, Palette::Light);
            assert!(file.contains("<a href=\"../?lang=en#x\">"), "{name}");
        },
    );
}

#[test]
fn the_paper_is_that_of_the_theme() {
    let scene = Scene {
        width: 100.0,
        height: 50.0,
        ..Scene::default()
    };
    let mut papers = Vec::new();
    each_view(
        |_| WIDE,
        |_, kind, input, _| {
            if !papers.is_empty() {
                return;
            }
            let figure = figure(kind, &scene, input, &Extra::default());
            papers = Palette::ALL
                .map(|palette| {
                    let file = svg::figure(&figure, palette);
                    let document = parse(&file);
                    let rect = document
                        .descendants()
                        .find(|node| node.tag_name().name() == "rect");
                    rect.unwrap().attribute("fill").unwrap().to_owned()
                })
                .to_vec();
        },
    );
    assert_eq!(papers, ["#FFFFFF", "#16181A", "#FFFFFF"]);
}

#[test]
fn the_numbered_places_of_the_map_have_their_names() {
    let mut count = 0;
    each_view(narrow, |name, kind, input, scene| {
        if kind != ChartKind::Geography || !name.starts_with("shipped") {
            return;
        }
        let said = read(written(&figure(kind, scene, input, &Extra::default())));
        let dubai = match input.lang {
            Lang::Zh => "1迪拜",
            _ => "1Dubai",
        };
        assert!(said.contains(dubai), "{name}: {said}");
        count += 1;
    });
    assert_eq!(count, Lang::ALL.len());
}
