//! The program runs into a fault of its own: the reader is told, keeps what was chosen, and can go on reading.

use crate::harness::{Fault, Page, browse, wait_equal};

/// A trap, as a panic of the program is one: of a module whose one function does nothing else.
pub const TRAP: &str = "
    const bytes = [0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
    setTimeout(exports.f)";

fn stop_program(page: &Page) {
    // What the browser itself says of it.
    page.expect_console("RuntimeError");
    page.evaluate::<()>(TRAP, &[]);
}

#[test]
fn a_program_that_stopped_says_so_and_a_reload_keeps_what_was_chosen() {
    browse(|page| {
        for (lang, what, reload) in [
            ("en", "The explorer has stopped", "Reload"),
            ("zh", "停止运行", "重新加载"),
            ("fr", "s’est arrêté", "Recharger"),
        ] {
            page.open(&format!("?lang={lang}&cluster=1"));
            page.wait_for("#cluster-1[aria-pressed=true]");
            stop_program(page);
            page.wait_text("#stopped [role=alert]", what);
            assert!(
                page.focused().starts_with("div"),
                "the keyboard is at what happened: {}",
                page.focused()
            );
            assert_eq!(page.text("#reload"), reload);
            assert_eq!(
                page.count(".hit, .filters, #panel"),
                0,
                "nothing of the program's page is left to be clicked"
            );
            page.wait_url("cluster=1");
            page.click("#reload");
            page.wait_boot("started");
            page.wait_for("#cluster-1[aria-pressed=true]");
        }
    });
}

#[test]
fn where_the_same_view_would_stop_it_again_there_is_a_way_out() {
    browse(|page| {
        page.open("?lang=zh&cluster=1");
        stop_program(page);
        page.click("#stopped a.button");
        page.wait_boot("started");
        page.wait_for("#cluster-1[aria-pressed=false]");
        page.wait_attribute("html", "lang", "zh-Hans");
    });
}

#[test]
fn figures_and_facts_of_the_report_stand_there_without_the_program() {
    browse(|page| {
        page.open("?lang=en");
        stop_program(page);
        page.wait_for("#stopped .plain .headline");
        wait_equal("the first figure", &true, || {
            page.evaluate(
                "const figure = document.querySelector('#stopped img');
                 return figure.complete && figure.naturalWidth > 0 && figure.alt === 'Timeline'
                     && figure.getBoundingClientRect().right <= innerWidth",
                &[],
            )
        });
        let figures: Vec<String> = page.evaluate(
            "return [...document.querySelectorAll('#stopped img')].map(e => e.getAttribute('src').replace(/-(light|dark)\\.svg$/, ''))",
            &[],
        );
        let own: Vec<&String> = figures.iter().filter(|f| f.ends_with("-en")).collect();
        assert_eq!(own.len(), figures.len(), "{figures:?}");
        assert_eq!(figures.len(), 11, "one a view: {figures:?}");
        page.click("#stopped img");
        page.wait_url("views/timeline.en.html");
        page.set_window(390, 844);
        page.open("?lang=zh&theme=dark");
        stop_program(page);
        wait_equal(
            "a figure that can be read on a phone, in the theme that was chosen",
            &true,
            || {
                page.evaluate(
                "const figure = document.querySelector('#stopped img');
                 return figure?.naturalWidth > 0 && figure.naturalWidth < 600 && figure.src.includes('-dark-')",
                &[],
            )
            },
        );
    });
}

#[test]
fn of_another_package_nothing_of_the_report_is_shown() {
    browse(|page| {
        page.open("?lang=en&data=data/datapackage.json");
        stop_program(page);
        page.wait_for("#stopped #reload");
        assert_eq!(page.count("#stopped img, #stopped .plain"), 0);
        page.wait_url("data=data");
    });
}

#[test]
fn without_its_words_it_still_says_that_something_is_wrong() {
    browse(|page| {
        page.open("?lang=en");
        page.site()
            .break_file("offline/words.json", Fault::NotFound);
        page.expect_console("could not start");
        stop_program(page);
        page.wait_for("#boot-error:not([hidden])");
    });
}
