//! The colours of every theme, by program: contrast, and what is left of their differences with each deficiency of colour vision and in grey.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use forum_explorer::chart::scene::Slot;
use forum_explorer::paint::palette::{Palette, variable};
use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{FromColor, IntoColor, Lab, LinSrgb, Srgb};

/// A theme's name and its colours by the names of the style sheet.
type Theme = (&'static str, HashMap<String, Srgb>);

const CLUSTERS: [&str; 4] = ["cluster-a", "cluster-b", "cluster-c", "cluster-d"];

/// What a map's country can be filled with, from no part to a large one.
const STEPS: [&str; 4] = ["land", "land-low", "land-mid", "land-high"];

/// Machado, Oliveira and Fernandes, “A physiologically-based model for simulation of color vision deficiency” (2009), table 1, severity 1,
/// on linear RGB.
const DEFICIENCIES: [(&str, [[f32; 3]; 3]); 3] = [
    (
        "protan",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deutan",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritan",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn sheet() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/tokens.css");
    fs::read_to_string(path).unwrap()
}

/// The colours of each block of the style sheet that sets any, in their order, with the block's media query and selector.
fn blocks(sheet: &str) -> Vec<(String, String, HashMap<String, Srgb>)> {
    let mut found: Vec<(String, String, HashMap<String, Srgb>)> = Vec::new();
    let mut media = String::new();
    for line in sheet.lines() {
        let text = line.trim();
        if let Some(query) = text.strip_prefix("@media ") {
            media = query.trim_end_matches(" {").to_owned();
        } else if let Some(name) = text.strip_suffix(" {") {
            found.push((media.clone(), name.to_owned(), HashMap::new()));
        } else if line == "}" {
            media.clear();
        }
        let set = text
            .strip_prefix("--")
            .and_then(|rest| rest.strip_suffix(';'));
        if let Some((name, value)) = set.and_then(|set| set.split_once(": "))
            && let Ok(colour) = value.parse::<Srgb<u8>>()
            && let Some((_, _, colours)) = found.last_mut()
        {
            colours.insert(name.to_owned(), colour.into_format());
        }
    }
    found.retain(|(_, _, colours)| !colours.is_empty());
    found
}

fn themes() -> Vec<Theme> {
    let all = blocks(&sheet());
    let of = |media: &str, selector: &str| {
        let block = all.iter().find(|b| b.0 == media && b.1 == selector);
        block
            .unwrap_or_else(|| panic!("{selector} in {media:?}"))
            .2
            .clone()
    };
    let on_dark = "screen and (prefers-color-scheme: dark)";
    let file = |palette: Palette| {
        let colours = Slot::ALL.map(|slot| {
            let name = variable(slot)
                .trim_start_matches("var(--")
                .trim_end_matches(')');
            let (r, g, b) = palette.color(slot);
            (name.to_owned(), Srgb::new(r, g, b).into_format())
        });
        HashMap::from(colours)
    };
    vec![
        ("light", of("", ":root")),
        ("dark", of("screen", ":root[data-theme=\"dark\"]")),
        (
            "contrast on light",
            of("", ":root[data-theme=\"contrast\"]"),
        ),
        (
            "contrast on dark",
            of(on_dark, ":root[data-theme=\"contrast\"]"),
        ),
        ("file", file(Palette::Light)),
        ("dark file", file(Palette::Dark)),
        ("contrast file", file(Palette::Contrast)),
    ]
}

fn seen_with(matrix: &[[f32; 3]; 3], colour: Srgb) -> Srgb {
    let lin: LinSrgb = colour.into_linear();
    let row = |r: &[f32; 3]| (r[0] * lin.red + r[1] * lin.green + r[2] * lin.blue).clamp(0.0, 1.0);
    Srgb::from_linear(LinSrgb::new(
        row(&matrix[0]),
        row(&matrix[1]),
        row(&matrix[2]),
    ))
}

/// How different two colours look: about 2 is seen side by side, 10 at a glance.
fn difference(a: Srgb, b: Srgb) -> f32 {
    let lab = |colour: Srgb| -> Lab { colour.into_color() };
    lab(a).difference(lab(b))
}

#[test]
fn what_a_device_asks_for_has_the_colours_of_the_theme_that_a_reader_can_choose() {
    let all = blocks(&sheet());
    let colours = |media: &str, part: &str| {
        let mut block = all.iter().filter(|b| b.0 == media && b.1.contains(part));
        block
            .next()
            .unwrap_or_else(|| panic!("{part} in {media:?}"))
            .2
            .clone()
    };
    let (dark, more) = (
        "screen and (prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
    );
    assert_eq!(
        colours("screen", "dark"),
        colours(dark, ":not([data-theme=\"light\"]")
    );
    assert_eq!(colours("", "contrast"), colours(more, ":not"));
    assert_eq!(
        colours(dark, "[data-theme=\"contrast\"]"),
        colours(&format!("{dark} and {more}"), ":not")
    );
}

#[test]
fn files_have_the_colours_of_the_page_but_for_the_white_paper_of_the_light_one() {
    let themes: HashMap<&str, HashMap<String, Srgb>> = themes().into_iter().collect();
    for (file, page) in [
        ("file", "light"),
        ("dark file", "dark"),
        ("contrast file", "contrast on light"),
    ] {
        for (name, colour) in &themes[file] {
            match (file, name.as_str()) {
                ("file", "paper") => assert_eq!(*colour, Srgb::new(1.0, 1.0, 1.0)),
                _ => assert_eq!(*colour, themes[page][name], "{file}: {name}"),
            }
        }
    }
}

#[test]
fn text_and_marks_stand_out_from_all_that_they_stand_on() {
    for (theme, colours) in themes() {
        let (text, mark) = match theme.starts_with("contrast") {
            true => (7.0, 4.5),
            false => (4.5, 3.0),
        };
        let papers = ["paper", "band", "raised", "notice"];
        for paper in papers.into_iter().filter(|p| colours.contains_key(*p)) {
            let on = |name: &str| colours[name].relative_contrast(colours[paper]);
            for name in ["ink", "muted", "link", "accent"] {
                if colours.contains_key(name) {
                    assert!(on(name) >= text, "{theme}: {name} on {paper}: {}", on(name));
                }
            }
        }
        for paper in ["paper", "band"] {
            let on = |name: &str| colours[name].relative_contrast(colours[paper]);
            for name in ["neutral", "accent"].into_iter().chain(CLUSTERS) {
                assert!(on(name) >= mark, "{theme}: {name} on {paper}: {}", on(name));
            }
            // What is left out is quieter, and still there.
            assert!(on("dimmed") >= 3.0, "{theme}: on {paper}: {}", on("dimmed"));
        }
        for name in ["land-low", "land-mid", "land-high", "edge", "focus"] {
            if let Some(colour) = colours.get(name) {
                let on = colour.relative_contrast(colours["paper"]);
                assert!(on >= 3.0, "{theme}: {name}: {on}");
            }
        }
    }
}

#[test]
fn clusters_differ_for_every_kind_of_colour_vision() {
    for (theme, colours) in themes() {
        for (vision, matrix) in &DEFICIENCIES {
            for (index, a) in CLUSTERS.iter().enumerate() {
                for b in &CLUSTERS[index + 1..] {
                    let seen = |name: &str| seen_with(matrix, colours[name]);
                    let apart = difference(seen(a), seen(b));
                    assert!(apart >= 11.0, "{theme}, {vision}: {a} and {b}: {apart}");
                }
            }
        }
    }
}

#[test]
fn the_steps_of_the_map_are_told_apart_with_every_vision_and_in_grey() {
    for (theme, colours) in themes() {
        let steps: Vec<Srgb> = STEPS.iter().map(|name| colours[*name]).collect();
        let lightness = |colour: &Srgb| Lab::from_color(*colour).l;
        for pair in steps.windows(2) {
            // A grey picture keeps the lightness only.
            let apart = (lightness(&pair[0]) - lightness(&pair[1])).abs();
            assert!(apart >= 9.0, "{theme}: {pair:?}: {apart}");
            for (vision, matrix) in &DEFICIENCIES {
                let apart = difference(seen_with(matrix, pair[0]), seen_with(matrix, pair[1]));
                assert!(apart >= 8.0, "{theme}, {vision}: {pair:?}: {apart}");
            }
        }
        let order: Vec<f32> = steps.iter().map(lightness).collect();
        assert!(
            order.is_sorted() || order.iter().rev().is_sorted(),
            "{theme}: a larger part is darker throughout, or lighter throughout: {order:?}"
        );
    }
}

#[test]
fn what_a_filter_leaves_out_is_quieter_than_what_it_leaves_in_also_in_grey() {
    for (theme, colours) in themes() {
        let on = |name: &str| colours[name].relative_contrast(colours["paper"]);
        for name in ["neutral", "accent"].into_iter().chain(CLUSTERS) {
            assert!(on(name) >= on("dimmed") * 1.25, "{theme}: {name}");
        }
    }
}
