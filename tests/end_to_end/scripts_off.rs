//! A reader without scripts, or whose program does not start, is told what the report states; a reader with scripts never meets that page.

use forum_explorer::format::headline::headlines;
use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::event::{Event, EventKind};

use crate::harness::{Fault, Page, browse, wait_equal};
use crate::report::REPORT;

const NOT_STARTED: &str = "The explorer could not start";
const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

#[test]
fn without_scripts_the_report_is_told_in_both_languages() {
    browse(|page| {
        page.set_scripts(false);
        page.navigate("?lang=zh");
        assert_eq!(page.attribute("html", "data-boot"), None, "no script ran");
        assert_is_told(page);
        page.wait_text("main", "allow scripts for this page");
        page.wait_text("main", "请允许本页使用脚本");
        assert!(!page.is_visible_now("#boot-error"));
    });
}

#[test]
fn a_program_that_does_not_start_leaves_the_report_below_the_error() {
    browse(|page| {
        let module = page.site().name_of(".wasm");
        page.site().break_file(&module, Fault::NotFound);
        page.expect_console(NOT_STARTED);
        page.navigate("");
        page.wait_boot("failed");
        assert_is_told(page);
        assert!(page.text("body").starts_with(NOT_STARTED));
        assert!(
            !page.text("main").contains("allow scripts"),
            "they are allowed"
        );
        page.site().mend_file(&module);
        page.click("#boot-error a");
        page.wait_boot("started");
        assert_eq!(page.count("#waiting, .plain, noscript"), 0);
    });
}

#[test]
fn with_scripts_it_neither_shows_while_they_are_waited_for_nor_stays_afterwards() {
    browse(|page| {
        for file in [page.site().name_of(".js"), page.site().name_of(".wasm")] {
            page.site().break_file(&file, Fault::Stalled);
        }
        // With a filter there is no page that could have been drawn ahead.
        page.navigate("?region=asia");
        page.wait_for(".skeleton");
        assert_is_no_part_of(page);
        page.site().mend_file(&page.site().name_of(".js"));
        assert_is_no_part_of(page);
        page.site().mend_file(&page.site().name_of(".wasm"));
        page.wait_boot("started");
        assert_eq!(page.count("#waiting, .plain, noscript"), 0);
    });
}

#[test]
fn each_language_is_one_link_away() {
    browse(|page| {
        page.set_scripts(false);
        page.navigate("");
        page.click("nav a[lang=zh-Hans]");
        page.wait_url("#zh");
        wait_equal("the Chinese section to be at the top", &true, || {
            let top: f64 = page.evaluate(
                "return document.getElementById('zh').getBoundingClientRect().top",
                &[],
            );
            (0.0..200.0).contains(&top)
        });
    });
}

#[test]
fn only_the_tables_are_wider_than_a_narrow_window_and_the_keyboard_reaches_them() {
    browse(|page| {
        page.set_scripts(false);
        let none: Vec<String> = Vec::new();
        for width in [1280, 390, 320] {
            page.set_window(width, 800);
            page.navigate("");
            // The style may arrive after the document.
            wait_equal(&format!("nothing wider than {width} px"), &none, || {
                page.evaluate(
                    "const isWide = e => e.getBoundingClientRect().right > innerWidth && !e.closest('.table-region > *');
                     return [...document.querySelectorAll('body *')].filter(isWide).map(e => e.outerHTML.slice(0, 100))",
                    &[],
                )
            });
            let unreachable: Vec<String> = page.evaluate(
                "const scrolls = e => e.scrollWidth > e.clientWidth && e.tabIndex !== 0;
                 return [...document.querySelectorAll('.table-region')].filter(scrolls).map(e => e.outerHTML.slice(0, 100))",
                &[],
            );
            assert_eq!(unreachable, none, "{width}");
        }
    });
}

/// The figures, the meetings and the budget, seen.
#[track_caller]
fn assert_is_told(page: &Page) {
    assert_eq!(page.texts("h1").len(), 1);
    // Nothing is waited for any more.
    page.wait_gone(".skeleton");
    assert_eq!(page.count("main [aria-busy=true] .plain"), 0);
    for lang in LANGS {
        let section = format!("main #{}[lang={}]", lang.slug(), lang.tag());
        assert!(page.is_visible_now(&section), "{section}");
        let wanted: Vec<String> = headlines(&REPORT, lang)
            .into_iter()
            .map(|h| h.value)
            .collect();
        assert_eq!(page.texts(&format!("{section} .headline strong")), wanted);
        let meetings = page.texts(&format!("{section} table:first-of-type tbody th"));
        for meeting in meetings_of(lang) {
            assert!(
                meetings.iter().any(|m| m.starts_with(&meeting)),
                "{meeting}"
            );
        }
        let text = page.text(&section);
        for number in [
            "2,155,232",
            "1,280,487",
            "874,745",
            "2,155,232 − 1,280,487",
            "¶27",
        ] {
            assert!(text.contains(number), "{number}");
        }
    }
}

/// No element of it exists, so that nothing of it is laid out or read out; the text that carries it does not show.
#[track_caller]
fn assert_is_no_part_of(page: &Page) {
    assert_eq!(page.count(".plain, main nav, main table"), 0);
    assert!(!page.is_visible_now("noscript"));
    let shown = page.text("body");
    for meeting in LANGS.into_iter().flat_map(meetings_of) {
        assert!(!shown.contains(&meeting), "{meeting}");
    }
}

fn meetings_of(lang: Lang) -> Vec<String> {
    let is_meeting = |event: &&Event| event.kind == EventKind::Thematic;
    let meetings: Vec<String> = REPORT
        .events
        .rows()
        .iter()
        .filter(is_meeting)
        .map(|event| pick(&event.title, lang).to_owned())
        .collect();
    assert_eq!(meetings.len(), 14);
    meetings
}
