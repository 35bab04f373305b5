//! The page starts from any folder, alone, and says so when it can't.

use crate::explorer::requested_elsewhere;
use crate::harness::{Fault, Page, browse, until};

const NOT_STARTED: &str = "The explorer could not start";

#[test]
fn it_opens_from_a_sub_path_with_every_file_found() {
    browse(|page| {
        page.open("");
        let answers = page.site().answers();
        assert!(
            answers.len() >= 4,
            "page, style, script and module at least: {answers:?}"
        );
        let lost: Vec<_> = answers
            .iter()
            .filter(|answer| answer.status != 200)
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    });
}

#[test]
fn it_asks_nobody_but_its_own_host() {
    browse(|page| {
        page.open("");
        let requested = page.requested();
        assert!(
            requested.contains(&page.site().url("boot.js")),
            "the record is incomplete: {requested:?}"
        );
        assert_eq!(requested_elsewhere(page), Vec::<String>::new());
    });
}

#[test]
fn each_file_of_the_program_is_fetched_once() {
    browse(|page| {
        page.open("");
        for file in [
            "boot.js".to_owned(),
            page.site().name_of(".js"),
            page.site().name_of(".wasm"),
        ] {
            assert_eq!(page.site().times_answered(&file), 1, "{file}");
        }
    });
}

#[test]
fn what_the_first_view_does_without_comes_when_it_is_about_to_be_seen() {
    browse(|page| {
        page.open("");
        page.wait_for("#timeline .drawing svg");
        let parts = page.site().parts();
        assert!(!parts.is_empty());
        for part in &parts {
            assert_eq!(page.site().times_answered(part), 0, "{part}");
        }
        page.evaluate::<()>("document.getElementById('outcomes').scrollIntoView()", &[]);
        page.wait_for("#outcomes .drawing svg");
        for part in &parts {
            // What only some readers ask for: another language, an embed, paper.
            let is_asked_for = ["words", "embedding", "printing"]
                .iter()
                .any(|name| part.contains(&format!("split_{name}")));
            let times = page.site().times_answered(part);
            assert!(times <= usize::from(!is_asked_for), "{part}: {times}");
            let is_needed = part.contains("split_reading");
            assert!(!is_needed || times == 1, "{part}: {times}");
        }
    });
}

#[test]
fn a_part_that_does_not_come_is_said_and_comes_when_asked_for_again() {
    browse(|page| {
        for part in page.site().parts() {
            page.site().break_file(&part, Fault::NotFound);
        }
        page.expect_console("WebAssembly");
        page.open("?lang=en&p=27");
        page.wait_text(".ignored[role=alert]", "did not arrive");
        assert!(page.count("#timeline button.hit") > 0, "the rest works");
        for part in page.site().parts() {
            page.site().mend_file(&part);
        }
        page.click(".ignored[role=alert] button");
        page.wait_text("#panel-title", "27");
    });
}

/// By the browser's own measure of what moves without the reader's doing: 0.1 is what is commonly called good.
#[test]
fn nothing_jumps_while_it_loads() {
    browse(|page| {
        for width in [1280, 768, 390] {
            page.set_window(width, 900);
            for lang in ["en", "zh"] {
                page.open(&format!("?lang={lang}"));
                page.wait_for("#participation .drawing svg");
                page.evaluate::<()>(
                    "window.shifted = null;
                     const observer = new PerformanceObserver(list => {
                         window.shifted = [...window.shifted ?? [], ...list.getEntriesByType('layout-shift')
                             .filter(e => !e.hadRecentInput)
                             .map(e => [e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 80))])];
                     });
                     observer.observe({ type: 'layout-shift', buffered: true });
                     // There is always a first paint, so that an answer comes even where nothing moved.
                     observer.observe({ type: 'paint', buffered: true });",
                    &[],
                );
                let shifted: Vec<Vec<serde_json::Value>> = until("the record of shifts", || {
                    page.evaluate::<Option<_>>("return window.shifted", &[])
                        .ok_or_else(|| "none yet".to_owned())
                });
                let sum: f64 = shifted.iter().filter_map(|s| s.first()?.as_f64()).sum();
                assert!(sum <= 0.05, "{width} px, {lang}: {shifted:#?}");
            }
        }
    });
}

#[test]
fn a_missing_module_is_said_in_both_languages_and_can_be_tried_again() {
    browse(|page| {
        let module = page.site().name_of(".wasm");
        page.site().break_file(&module, Fault::NotFound);
        assert_does_not_start(page);
        page.site().mend_file(&module);
        page.click("#boot-error a");
        page.wait_boot("started");
        page.wait_gone("#boot-error");
    });
}

#[test]
fn trying_again_keeps_the_query() {
    browse(|page| {
        page.site()
            .break_file(&page.site().name_of(".wasm"), Fault::NotFound);
        page.navigate("?lang=zh");
        page.wait_boot("failed");
        page.expect_console(NOT_STARTED);
        let link: String =
            page.evaluate("return document.querySelector('#boot-error a').href", &[]);
        assert_eq!(link, page.site().url("?lang=zh"));
    });
}

#[test]
fn half_a_module_is_said() {
    browse(|page| {
        page.site()
            .break_file(&page.site().name_of(".wasm"), Fault::CutShort(5000));
        page.expect_console("WebAssembly");
        assert_does_not_start(page);
    });
}

#[test]
fn a_module_whose_connection_breaks_is_said() {
    browse(|page| {
        page.site()
            .break_file(&page.site().name_of(".wasm"), Fault::BrokenOff(5000));
        assert_does_not_start(page);
    });
}

#[test]
fn bindings_that_never_arrive_are_said() {
    browse(|page| {
        page.site()
            .break_file(&page.site().name_of(".js"), Fault::HungUp);
        assert_does_not_start(page);
    });
}

#[test]
fn a_slow_module_is_waited_for() {
    browse(|page| {
        let module = page.site().name_of(".wasm");
        page.site().break_file(&module, Fault::Stalled);
        page.navigate("");
        assert_eq!(page.attribute("html", "data-boot"), None);
        assert!(!page.is_visible_now("#boot-error"), "slow is not broken");
        page.site().mend_file(&module);
        page.wait_boot("started");
    });
}

#[test]
fn only_files_beside_the_page_are_started() {
    browse(|page| {
        let mut named = page.site().name_of(".wasm");
        page.expect_console("is not the plain name of a file");
        for name in [
            "../other.wasm",
            "https://example.org/other.wasm",
            "//example.org/other.wasm",
            "..",
            "",
        ] {
            let edit = |html: &str| html.replace(&attribute(&named), &attribute(name));
            page.site().edit_file("index.html", edit);
            assert_does_not_start(page);
            named = name.to_owned();
        }
        let requested = page.requested();
        assert!(
            !requested.iter().any(|url| url.contains("other.wasm")),
            "{requested:?}"
        );
    });
}

fn attribute(module: &str) -> String {
    format!("data-module=\"{module}\"")
}

fn assert_does_not_start(page: &Page) {
    page.expect_console(NOT_STARTED);
    page.navigate("");
    page.wait_boot("failed");
    page.wait_text("#boot-error", NOT_STARTED);
    page.wait_text("#boot-error", "页面未能启动");
    assert!(page.is_visible_now("#boot-error"));
}
