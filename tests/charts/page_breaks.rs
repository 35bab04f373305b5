//! Pictures cut into strips for paper: all of a picture, and no row of it cut.

use forum_explorer::chart::page_breaks::strips;
use forum_explorer::chart::scene::{Scene, Slot};
use forum_explorer::geometry::point::Point;
use forum_explorer::paint::svg;

use crate::cases::every;
use crate::labels::letters;

const FITS: f64 = 800.0;

#[test]
fn strips_are_all_of_the_picture_and_none_is_higher_than_a_page() {
    let mut several = 0;
    for (case, scene) in every() {
        let strips = strips(scene, FITS);
        let name = case.name();
        let mut end = 0.0;
        for strip in &strips {
            assert!((strip.top - end).abs() < 1e-6, "{name}: {strips:?}");
            assert!(strip.height <= FITS + 1e-6, "{name}: {strips:?}");
            let is_something = strip.height > 0.0 || scene.height == 0.0;
            assert!(is_something, "{name}: {strips:?}");
            end = strip.top + strip.height;
        }
        assert!((end - scene.height).abs() < 1e-6, "{name}: {strips:?}");
        several += usize::from(strips.len() > 1);
    }
    assert!(several > 10, "{several} pictures are higher than a page");
}

#[test]
fn no_text_and_no_mark_is_cut() {
    for (case, scene) in every() {
        let name = case.name();
        for cut in strips(scene, FITS).iter().skip(1).map(|strip| strip.top) {
            let is_cut = |top: f64, bottom: f64| top + 0.01 < cut && cut < bottom - 0.01;
            for label in &scene.labels {
                let area = letters(label);
                let is_whole = !is_cut(area.top(), area.bottom());
                assert!(is_whole, "{name}: {label:?} at {cut}");
            }
            for hit in scene.marks.iter().flat_map(|mark| &mark.hits) {
                // A lane or a column may go on over the page.
                let is_row = hit.height <= FITS * 0.25;
                let is_whole = !is_row || !is_cut(hit.top(), hit.bottom());
                assert!(is_whole, "{name}: {hit:?} at {cut}");
            }
        }
    }
}

#[test]
fn a_picture_without_a_gap_is_cut_all_the_same() {
    let mut scene = Scene {
        width: 100.0,
        height: 1000.0,
        ..Scene::default()
    };
    for row in 0..100 {
        let at = Point::new(0.0, f64::from(row) * 10.0);
        scene.label(at, "x", 16.0, Slot::Ink);
    }
    let strips = strips(&scene, 300.0);
    assert_eq!(strips.len(), 4);
    assert!(strips.iter().all(|strip| strip.height <= 300.0));
}

#[test]
fn a_strip_shows_its_part_of_the_picture() {
    let high = every().iter().find(|(_, scene)| scene.height > FITS);
    let (_, scene) = high.expect("one is higher than a page");
    let strips = strips(scene, FITS);
    let second = strips[1];
    let drawn = svg::strip(scene, second.top, second.height);
    let head = format!("<svg viewBox=\"0 {} ", (second.top * 8.0) as u32);
    assert!(drawn.starts_with(&head), "{}", &drawn[..80]);
}
