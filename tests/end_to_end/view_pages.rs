//! The pages of views, which run no program, and the figures by themselves.

use serde_json::json;

use crate::harness::{browse, wait_equal};

const SEATS: &str = "Who sits where";

#[test]
fn a_page_of_a_view_is_whole_without_scripts_in_every_window() {
    browse(|page| {
        page.set_scripts(false);
        for (width, picture) in [(1200, "-light.svg"), (360, "-light-narrow.svg")] {
            page.set_window(width, 900);
            page.navigate("views/seats.en.html");
            page.wait_text("h1", SEATS);
            let shown = |page: &mut crate::harness::Page| -> (bool, bool, bool) {
                page.evaluate(
                    "const image = document.querySelector('figure img'); \
                     return [image.complete && image.naturalWidth > 0, image.currentSrc.endsWith(arguments[0]), \
                     document.documentElement.scrollWidth <= innerWidth];",
                    &[json!(picture)],
                )
            };
            wait_equal(
                "the figure is there and nothing is too wide",
                &(true, true, true),
                || shown(page),
            );
            assert!(page.count("tbody tr") > 30);
            let sources = page.texts("tbody td:last-child");
            assert!(
                sources.iter().all(|source| source.starts_with('¶')),
                "{sources:?}"
            );
        }
        page.click("header nav a[hreflang='fr']");
        page.wait_text("footer h2", "Toutes les vues");
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("fr"));
        let stylesheet: String = page.evaluate(
            "return getComputedStyle(document.querySelector('.table-region')).overflowX",
            &[],
        );
        assert_eq!(stylesheet, "auto", "the page has its style");
    });
}

#[test]
fn the_link_of_a_page_opens_the_explorer_at_its_view() {
    browse(|page| {
        page.navigate("views/people.en.html");
        page.click("main a.button");
        page.wait_boot("started");
        page.wait_for("#people .view-title");
        wait_equal("the view is in sight", &true, || {
            page.evaluate(
                "const box = document.getElementById('people').getBoundingClientRect(); \
                 return box.top < innerHeight * 0.8 && box.bottom > 0;",
                &[],
            )
        });
    });
}

#[test]
fn a_figure_by_itself_is_text_with_a_link_to_its_view() {
    browse(|page| {
        // A drawing cannot say that it has no icon.
        page.allow_console("favicon.ico");
        page.navigate("figures/funding-en-dark.svg");
        page.wait_text("text", "Twelve governments");
        assert!(
            page.texts("text")
                .iter()
                .any(|text| text.contains("CC-BY-4.0"))
        );
        let (lang, overlapping): (String, Vec<String>) = page.evaluate(
            "const texts = [...document.querySelectorAll('text')].map((text) => [text.textContent.trim(), text.getBoundingClientRect()]); \
             const clash = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4; \
             return [document.documentElement.getAttribute('lang'), \
             texts.filter(([, a], i) => texts.some(([, b], j) => i < j && clash(a, b))).map(([text]) => text)];",
            &[],
        );
        assert_eq!(
            (lang.as_str(), overlapping),
            ("en", Vec::new()),
            "as this browser's fonts draw it"
        );
        page.click("a text");
        page.wait_url("lang=en");
        page.wait_boot("started");
    });
}
