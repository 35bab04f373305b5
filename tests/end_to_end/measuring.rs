//! What a reader's eye and finger get, measured in the browser: sizes, contrast, room, words. The measures stand in `measures/`.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use forum_explorer::share::query::Theme;
use serde_json::json;

use crate::explorer::{open, open_alone, read_on};
use crate::harness::{Page, browse, until};
use crate::wrong::Wrong;

/// A measure's name and its script.
type Measure = (&'static str, &'static str);

macro_rules! measure {
    ($name:literal) => {
        (
            $name,
            concat!(
                include_str!("measures/common.js"),
                include_str!(concat!("measures/", $name, ".js"))
            ),
        )
    };
}

const TARGETS: Measure = measure!("targets");
const TEXT: Measure = measure!("text");
const MARKS: Measure = measure!("marks");
const REFLOW: Measure = measure!("reflow");
const CLIPPED: Measure = measure!("clipped");
const FORCED: Measure = measure!("forced");
const STRUCTURE: Measure = measure!("structure");
const SUMMARIES: Measure = measure!("summaries");

/// WCAG 1.4.12: what a reader may set.
const READERS_SPACING: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } \
     p { margin-block-end: 2em !important; }";
const TEXT_TWICE_AS_LARGE: &str = ":root { font-size: 200% !important; }";

#[test]
fn the_page_in_english_can_be_seen_and_hit() {
    page_is_sound(Lang::En, 1280);
}

#[test]
fn the_page_in_chinese_can_be_seen_and_hit() {
    page_is_sound(Lang::Zh, 1280);
}

#[test]
fn the_page_on_a_phone_in_english_can_be_seen_and_hit() {
    page_is_sound(Lang::En, 320);
}

#[test]
fn the_page_on_a_phone_in_chinese_can_be_seen_and_hit() {
    page_is_sound(Lang::Zh, 320);
}

#[test]
fn each_view_by_itself_can_be_seen_and_hit() {
    browse(|page| {
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            for width in [1280, 320] {
                page.set_window(width, 900);
                for kind in ChartKind::ALL {
                    open_alone(page, kind, lang);
                    settle(page);
                    let place = format!("{}, {lang:?}, {width} px", kind.slug());
                    for measure in [TARGETS, TEXT, MARKS, REFLOW, CLIPPED, STRUCTURE] {
                        note(&mut wrong, &place, page, measure);
                    }
                }
            }
        }
        wrong.assert_nothing();
    });
}

#[test]
fn tables_panel_results_and_comparison_can_be_seen_and_hit() {
    let views: Vec<&str> = ChartKind::ALL.iter().map(|kind| kind.slug()).collect();
    let tables = format!("&tab={}", views.join("~"));
    browse(|page| {
        let mut wrong = Wrong::default();
        for (query, reached) in [
            (&*tables, "#world-table"),
            ("&p=27", "#panel .facts"),
            ("&q=2011", ".results li"),
            ("&cmp=cluster%3D1&cluster=2", "#compare-table td"),
        ] {
            for lang in Lang::ALL {
                for width in [1280, 320] {
                    page.set_window(width, 900);
                    open(page, &format!("?lang={}{query}", lang.slug()));
                    page.wait_for(reached);
                    settle(page);
                    let place = format!("{query}, {lang:?}, {width} px");
                    for measure in [TARGETS, TEXT, REFLOW, CLIPPED, STRUCTURE] {
                        note(&mut wrong, &place, page, measure);
                    }
                }
            }
        }
        wrong.assert_nothing();
    });
}

#[test]
fn at_four_times_the_size_everything_has_room_in_one_direction() {
    browse(|page| {
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            // A window of 1280 by 900, enlarged to 400 %.
            page.set_zoomed_window(320, 225, 4);
            open(page, &format!("?lang={}", lang.slug()));
            settle(page);
            for measure in [TARGETS, TEXT, REFLOW, CLIPPED] {
                note(&mut wrong, &format!("{lang:?}, 400 %"), page, measure);
            }
        }
        wrong.assert_nothing();
    });
}

#[test]
fn text_twice_as_large_is_neither_cut_nor_laid_over_other_text() {
    stays_whole_with(TEXT_TWICE_AS_LARGE);
}

#[test]
fn the_readers_own_spacing_cuts_nothing() {
    stays_whole_with(READERS_SPACING);
}

#[test]
fn with_forced_colours_text_marks_and_what_is_chosen_are_seen() {
    browse(|page| {
        let mut wrong = Wrong::default();
        for scheme in ["light", "dark"] {
            let features = json!([
                { "name": "forced-colors", "value": "active" },
                { "name": "prefers-color-scheme", "value": scheme },
            ]);
            page.protocol(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            );
            for query in ["?lang=en&cluster=2&country=CHE&tab=seats", "?lang=zh"] {
                open(page, query);
                let is_forced: bool =
                    page.evaluate("return matchMedia('(forced-colors: active)').matches", &[]);
                assert!(is_forced);
                note(&mut wrong, &format!("{scheme}, {query}"), page, FORCED);
            }
        }
        wrong.assert_nothing();
    });
}

/// Targets, text and marks in every theme, and what does not depend on one.
fn page_is_sound(lang: Lang, width: u32) {
    browse(|page| {
        page.set_window(width, 900);
        open(page, &format!("?lang={}", lang.slug()));
        settle(page);
        let mut wrong = Wrong::default();
        let place = format!("{lang:?}, {width} px");
        for measure in [TARGETS, REFLOW, CLIPPED, STRUCTURE, SUMMARIES] {
            note(&mut wrong, &place, page, measure);
        }
        for theme in Theme::ALL {
            page.click(&format!("#theme-{}", theme.slug()));
            page.wait_attribute("html", "data-theme", theme.slug());
            for measure in [TEXT, MARKS] {
                note(&mut wrong, &format!("{place}, {theme:?}"), page, measure);
            }
        }
        wrong.assert_nothing();
    });
}

fn stays_whole_with(style: &str) {
    browse(|page| {
        let mut wrong = Wrong::default();
        for lang in Lang::ALL {
            for width in [1280, 320] {
                page.set_window(width, 900);
                open(page, &format!("?lang={}", lang.slug()));
                page.evaluate::<()>(
                    "const sheet = new CSSStyleSheet();
                     sheet.replaceSync(arguments[0]);
                     document.adoptedStyleSheets = [sheet]",
                    &[style.into()],
                );
                read_on(page);
                settle(page);
                for measure in [REFLOW, CLIPPED] {
                    note(&mut wrong, &format!("{lang:?}, {width} px"), page, measure);
                }
            }
        }
        wrong.assert_nothing();
    });
}

#[track_caller]
fn note(wrong: &mut Wrong, place: &str, page: &Page, (name, script): Measure) {
    wrong.note(&format!("{name}, {place}"), page.evaluate(script, &[]));
}

/// Waits until every picture is drawn for the width that it has.
#[track_caller]
fn settle(page: &Page) {
    until("pictures drawn for their width", || {
        let off: Vec<String> = page.evaluate(
            "return [...document.querySelectorAll('.drawing svg')].filter(e => {
                 const drawn = e.viewBox.baseVal.width / 8;
                 return Math.abs(drawn - e.getBoundingClientRect().width) > 1.5;
             }).map(e => `${e.closest('.view').id}: ${e.viewBox.baseVal.width / 8} in ${e.getBoundingClientRect().width}`)",
            &[],
        );
        match off.is_empty() {
            true => Ok(()),
            false => Err(off.join(", ")),
        }
    });
}
