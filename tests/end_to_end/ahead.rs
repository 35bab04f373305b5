//! The page that the build drew: there before the program is, and given over to it without a jump or a lost click.

use crate::explorer::read_on;
use crate::harness::{Fault, Page, browse, until, wait_equal};

/// Opens an address and holds the program back.
fn open_without_program(page: &Page, query: &str) {
    page.site()
        .break_file(&page.site().name_of(".wasm"), Fault::Stalled);
    page.navigate(query);
}

fn let_program_come(page: &Page) {
    page.site().mend_file(&page.site().name_of(".wasm"));
    page.wait_boot("started");
    page.wait_gone("#ahead");
}

#[test]
fn the_first_chart_stands_there_before_the_program_in_the_readers_language() {
    browse(|page| {
        for (lang, tag, name) in [("en", "en", "TIMELINE"), ("zh", "zh-Hans", "时间线")] {
            open_without_program(page, &format!("?lang={lang}"));
            page.wait_for("#ahead #timeline .drawing svg");
            page.wait_attribute("html", "lang", tag);
            assert_eq!(page.text("#timeline-name"), name);
            for view in ["participation", "geography", "seats", "funding"] {
                assert!(page.count(&format!("#{view} svg")) > 0, "{view}");
            }
            assert!(!page.is_visible_now(".skeleton"));
            until("the mark of the first chart", || {
                let marks: usize = page.evaluate(
                    "return performance.getEntriesByName('explorer:first-chart').length",
                    &[],
                );
                (marks == 1).then_some(()).ok_or(marks.to_string())
            });
            let_program_come(page);
            read_on(page);
            let marks: usize = page.evaluate(
                "return performance.getEntriesByName('explorer:first-chart').length",
                &[],
            );
            assert_eq!(marks, 1, "it is there once");
            assert_eq!(page.count(".drawn, .drawn-ahead, #drawn-pages"), 0);
        }
    });
}

#[test]
fn the_land_lies_below_the_map_before_the_program_comes_and_leaves_with_it() {
    browse(|page| {
        for width in [1280, 700] {
            page.set_window(width, 800);
            open_without_program(page, "?lang=en");
            page.wait_for("#geography .drawing svg");
            assert!(
                page.evaluate::<bool>("return !document.querySelector('.land img').complete", &[]),
                "nobody has come near it"
            );
            page.evaluate::<()>(
                "document.querySelector('#geography .picture').scrollIntoView()",
                &[],
            );
            wait_equal("land as wide as the map", &true, || {
                page.evaluate(
                    "const land = document.querySelector('.land img');
                     const [a, b] = [land, document.querySelector('#geography .drawing svg')].map(e => e.getBoundingClientRect());
                     return land.naturalWidth > 0 && ['x', 'y', 'width', 'height'].every(side => Math.abs(a[side] - b[side]) < 1)",
                    &[],
                )
            });
            let_program_come(page);
            page.wait_for("#geography:not(.drawn-ahead) .drawing polygon");
            assert_eq!(page.count(".land"), 0);
        }
        page.set_window(1280, 800);
        page.open("?lang=en");
        page.wait_for("#geography.drawn-ahead .drawing svg");
        assert_eq!(
            page.count(".land img"),
            0,
            "the program draws it when somebody comes near"
        );
        for theme in ["dark", "light"] {
            open_without_program(page, &format!("?lang=en&theme={theme}"));
            page.wait_for("#geography .drawing svg");
            page.evaluate::<()>(
                "document.querySelector('#geography .picture').scrollIntoView()",
                &[],
            );
            let own = format!("land-{theme}.svg");
            wait_equal("the land of the theme in the link", &true, || {
                page.evaluate(
                    "const land = document.querySelector('.land img');
                     return land.naturalWidth > 0 && land.currentSrc.endsWith(arguments[0])",
                    &[own.as_str().into()],
                )
            });
            let_program_come(page);
        }
        open_without_program(page, "?lang=en&theme=contrast");
        page.wait_for("#geography .drawing svg");
        assert!(
            !page.is_visible_now(".land"),
            "its colours are those of other themes"
        );
        let_program_come(page);
    });
}

/// Where things stand in the window.
const PLACES: &str = "return ['h1', '.lead', '.headline', '.contents', '#filter-kind', '#timeline', '#timeline-title',
        '#timeline .timeline-tools', '#timeline .drawing svg, #timeline .event-list', '#timeline .source-line', '#participation']
    .map(css => {
        const box = document.querySelector(css).getBoundingClientRect();
        return [css, ...[box.x, box.y, box.width, css.startsWith('#participation') ? 0 : box.height].map(Math.round)];
    })";

#[test]
fn the_program_takes_over_without_a_jump() {
    browse(|page| {
        page.before_each_page(
            "window.shifts = [];
             new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => [e.value, ...e.sources.map(s =>
                 `${s.node?.nodeName}.${s.node?.className} of ${s.node?.parentElement?.className} ${JSON.stringify(s.previousRect)} → ${JSON.stringify(s.currentRect)}`)])))
                 .observe({ type: 'layout-shift', buffered: true });",
        );
        for (width, lang) in [
            (1280, "en"),
            (1280, "zh"),
            (1600, "en"),
            (768, "zh"),
            (390, "en"),
            (390, "zh"),
        ] {
            page.set_window(width, 800);
            open_without_program(page, &format!("?lang={lang}"));
            page.wait_for("#ahead #sources");
            wait_equal("the style", &true, || {
                page.evaluate("return getComputedStyle(document.querySelector('#ahead ul')).listStyleType === 'none'", &[])
            });
            page.evaluate::<()>("scrollTo(0, 250)", &[]);
            let before: Vec<serde_json::Value> = page.evaluate(PLACES, &[]);
            let_program_come(page);
            let after: Vec<serde_json::Value> = page.evaluate(PLACES, &[]);
            assert_eq!(before, after, "{width} px, {lang}");
            until("all in sight", || {
                let ready: usize = page.evaluate(
                    "return performance.getEntriesByName('explorer:ready').length",
                    &[],
                );
                (ready == 1).then_some(()).ok_or(ready.to_string())
            });
            let after: Vec<serde_json::Value> = page.evaluate(PLACES, &[]);
            assert_eq!(before, after, "{width} px, {lang}, all in sight");
            let shifts: Vec<Vec<serde_json::Value>> = page.evaluate("return shifts", &[]);
            let sum: f64 = shifts.iter().filter_map(|s| s.first()?.as_f64()).sum();
            assert!(sum <= 0.01, "{width} px, {lang}: {shifts:#?}");
        }
    });
}

#[test]
fn what_the_reader_did_before_the_program_came_is_done_when_it_is_there() {
    browse(|page| {
        open_without_program(page, "?lang=en");
        page.click("#ahead #cluster-1");
        let_program_come(page);
        page.wait_url("cluster=");
        page.wait_for("#cluster-1[aria-pressed=true]");

        open_without_program(page, "?lang=en");
        page.evaluate::<()>(
            "const list = document.querySelector('#ahead #filter-kind');
             list.focus();
             list.selectedIndex = 1;
             list.dispatchEvent(new Event('change', { bubbles: true }))",
            &[],
        );
        let_program_come(page);
        page.wait_url("kind=");
        page.wait_for(".chip");
        assert!(
            page.focused().starts_with("select #filter-kind"),
            "the keyboard is where it was"
        );

        open_without_program(page, "?lang=en");
        page.type_into("#ahead #search", "manila");
        let_program_come(page);
        page.wait_url("q=manila");
        page.wait_for("#results");

        open_without_program(page, "?lang=en");
        page.click("#ahead #timeline .source-line a.cite");
        let_program_come(page);
        page.wait_for("#panel .gist");
    });
}

#[test]
fn a_view_that_is_still_as_it_was_drawn_says_nothing_that_a_filter_made_wrong() {
    browse(|page| {
        page.open("?lang=en");
        page.wait_for("#funding.drawn-ahead svg");
        page.click("#cluster-1");
        page.wait_gone("#funding.drawn-ahead svg");
        page.open("?lang=en");
        page.wait_for("#funding.drawn-ahead svg");
        page.click("#lang-zh");
        page.wait_gone("#funding.drawn-ahead svg");
    });
}

#[test]
fn an_address_that_asks_for_more_than_was_drawn_shows_the_room_that_the_page_will_take() {
    browse(|page| {
        for query in ["?region=asia", "?lang=fr", "?p=12", "?embed=1&view=funding"] {
            open_without_program(page, query);
            page.wait_for(".skeleton");
            assert_eq!(page.count("#ahead"), 0, "{query}");
            let_program_come(page);
        }
    });
}

#[test]
fn the_room_of_a_filtered_page_begins_where_the_page_will() {
    browse(|page| {
        let windows = [1280, 768, 390].into_iter();
        for (width, lang) in windows.flat_map(|width| [(width, "en"), (width, "zh")]) {
            page.set_window(width, 900);
            open_without_program(page, &format!("?lang={lang}&region=asia"));
            let top = |css: &str| -> f64 {
                page.wait_for(css);
                page.evaluate(
                    "return document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY",
                    &[css.into()],
                )
            };
            // The style may come after the document.
            until("the room of the timeline", || {
                let room = top(".skeleton-timeline");
                (room > 300.0).then_some(()).ok_or(room.to_string())
            });
            let room = top(".skeleton-timeline");
            let_program_come(page);
            let view = top("#timeline");
            assert!(
                (room - view).abs() < 900.0 / 8.0,
                "{width} px, {lang}: {room} and {view}, an eighth of a window apart"
            );
        }
    });
}

#[test]
fn a_theme_that_the_link_names_is_there_from_the_start() {
    browse(|page| {
        open_without_program(page, "?lang=en&theme=dark");
        page.wait_for("#ahead #timeline .drawing svg");
        page.wait_for("#ahead #theme-dark[aria-pressed=true]");
        assert_eq!(page.count("#ahead [id^=theme-][aria-pressed=true]"), 1);
        let dark: String = page.evaluate(
            "return getComputedStyle(document.body).backgroundColor",
            &[],
        );
        let_program_come(page);
        assert_eq!(
            page.evaluate::<String>(
                "return getComputedStyle(document.body).backgroundColor",
                &[]
            ),
            dark
        );
        assert_ne!(dark, "rgb(255, 255, 251)");
    });
}
