//! The pages of views, which run no program, and the figures by themselves.

use crate::harness::{browse, wait_equal};

const SEATS: &str = "Who sits where";

#[test]
fn a_page_of_a_view_is_whole_without_scripts_in_every_window() {
    browse(|page| {
        page.set_scripts(false);
        for (width, picture) in [(1200, "wide"), (360, "narrow")] {
            page.set_window(width, 900);
            page.navigate("views/seats.en.html");
            page.wait_text("h1", SEATS);
            let shown = |page: &mut crate::harness::Page| -> (Vec<String>, bool, bool) {
                page.evaluate(
                    "const drawings = [...document.querySelectorAll('figure .drawing')]; \
                     const seen = drawings.filter((drawing) => drawing.querySelector('text').getBoundingClientRect().height > 8); \
                     const asked = performance.getEntriesByType('resource').map((entry) => entry.name); \
                     return [seen.map((drawing) => drawing.classList[1]), asked.every((name) => name.endsWith('view.css')), \
                     document.documentElement.scrollWidth <= innerWidth];",
                    &[],
                )
            };
            wait_equal(
                "the one figure that fits is there with the page itself, and nothing is too wide",
                &(vec![picture.to_owned()], true, true),
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
fn a_figure_in_a_page_has_the_colours_of_the_readers_theme() {
    browse(|page| {
        page.set_scripts(false);
        let mut seen = Vec::new();
        for theme in ["light", "dark"] {
            page.set_preference("prefers-color-scheme", theme);
            page.navigate("views/participation.zh.html");
            page.wait_for("figure .wide text");
            let colors: (String, String) = page.evaluate(
                "const drawing = document.querySelector('figure .wide'); \
                 return [getComputedStyle(drawing).backgroundColor, getComputedStyle(drawing.querySelector('text')).fill];",
                &[],
            );
            seen.push(colors);
        }
        let [light, dark] = &seen[..] else {
            panic!("{seen:?}")
        };
        assert_eq!(
            (light.0.as_str(), light.1.as_str()),
            ("rgb(255, 255, 251)", "rgb(26, 26, 26)")
        );
        assert_eq!(
            (dark.0.as_str(), dark.1.as_str()),
            ("rgb(22, 24, 26)", "rgb(236, 235, 230)")
        );
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
