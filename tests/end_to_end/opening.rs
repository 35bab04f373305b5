//! The first view: what a reader sees before doing anything, in either language and at any width.

use forum_explorer::language::lang::Lang;

use crate::explorer::{Shown, open, wait_shows};
use crate::harness::{Page, browse, wait_equal};
use crate::naive::Filter;
use crate::report::REPORT;

const VIEWS: [&str; 4] = ["timeline", "participation", "geography", "funding"];

#[test]
fn it_opens_on_the_report_with_five_figures_and_four_pictures() {
    browse(|page| {
        open(page, "");
        assert_eq!(page.text("h1"), REPORT.about.title.en);
        page.wait_title(&REPORT.about.title.en);
        assert_eq!(page.text(".lead"), REPORT.about.description.en);
        assert_five_figures(page);
        for view in VIEWS {
            assert_is_complete(page, view);
        }
        wait_shows(page, &Filter::default());
        assert_eq!(
            page.count("#bad-address, #data-issues, .ignored, .nothing"),
            0
        );
        assert_eq!(page.texts(".chip"), Vec::<String>::new());
    });
}

#[test]
fn the_head_shows_the_numbers_of_the_package_in_each_language() {
    browse(|page| {
        for (query, lang) in [("?lang=en", Lang::En), ("?lang=zh", Lang::Zh)] {
            open(page, query);
            let wanted: Vec<String> = forum_explorer::format::headline::headlines(&REPORT, lang)
                .iter()
                .map(|h| h.value.clone())
                .collect();
            assert_eq!(wanted.len(), 5);
            assert_eq!(page.texts(".headline strong"), wanted);
        }
    });
}

#[test]
fn a_link_names_the_language() {
    browse(|page| {
        open(page, "?lang=zh");
        assert_is_chinese(page);
        wait_equal(
            "what is shown in Chinese",
            &Filter::default().shown_in(Lang::Zh),
            || Shown::on(page),
        );
        open(page, "?lang=en");
        assert_is_english(page);
    });
}

#[test]
fn without_a_link_the_browser_decides_and_what_was_chosen_before_comes_first() {
    browse(|page| {
        page.set_languages("de-DE,zh-CN,en");
        open(page, "");
        assert_is_chinese(page);
        page.click("#lang-en");
        page.wait_attribute("html", "lang", "en");
        open(page, "");
        assert_is_english(page);
        open(page, "?lang=zh");
        assert_is_chinese(page);
        open(page, "");
        assert_is_english(page);
    });
}

#[test]
fn a_browser_that_asks_for_other_languages_gets_a_page_all_the_same() {
    browse(|page| {
        page.set_languages("it-IT,de");
        open(page, "");
        let lang = page.attribute("html", "lang");
        assert!(
            matches!(lang.as_deref(), Some("en" | "zh-Hans")),
            "{lang:?}"
        );
        wait_equal("one pressed language", &1, || {
            page.count(".controls [id^=lang-][aria-pressed=true]")
        });
    });
}

#[test]
fn nothing_is_wider_than_the_window() {
    browse(|page| {
        for lang in ["en", "zh", "fr"] {
            for tab in ["", "&tab=timeline~participation~geography~funding"] {
                open(page, &format!("?lang={lang}&context=1&p=27{tab}"));
                for width in [1280, 768, 390, 320] {
                    assert_fits(page, width);
                }
                page.set_window(1280, 900);
            }
        }
    });
}

#[test]
fn a_phone_gets_a_list_for_the_timeline() {
    browse(|page| {
        page.set_window(390, 800);
        open(page, "?cluster=2");
        page.wait_for("#timeline .event-list");
        let drawn = Filter::default().shown().timeline.len();
        assert!(page.count("#timeline .event-list > li") >= drawn);
        assert_eq!(page.count(".brush"), 0);
        page.wait_text("#filters-toggle", "1");
        page.click("#timeline-thematic-istanbul");
        page.wait_url("event=thematic-istanbul");
        page.wait_attribute("#timeline-thematic-istanbul", "aria-pressed", "true");
    });
}

#[track_caller]
fn assert_five_figures(page: &Page) {
    assert_eq!(page.count(".headline > li"), 5);
    for index in 1..=5 {
        let figure = format!(".headline > li:nth-child({index})");
        assert!(!page.text(&format!("{figure} strong")).is_empty());
        assert!(page.count(&format!("{figure} a.cite")) > 0, "{index}");
    }
}

/// A finding for a title, a picture with something in it, marks, and a line of paragraphs.
#[track_caller]
fn assert_is_complete(page: &Page, view: &str) {
    let title = page.text(&format!("#{view}-title"));
    assert!(
        title.chars().any(|c| c.is_ascii_digit()),
        "a finding has a number: {title}"
    );
    page.wait_for(&format!("#{view} .drawing svg"));
    assert!(page.count(&format!("#{view} .drawing svg *")) > 5);
    assert!(page.count(&format!("#{view} button.hit")) > 0);
    assert!(page.count(&format!("#{view} .source-line a.cite")) > 0);
}

#[track_caller]
fn assert_is_chinese(page: &Page) {
    page.wait_attribute("html", "lang", "zh-Hans");
    page.wait_text("h1", &REPORT.about.title.zh);
    page.wait_attribute("#lang-zh", "aria-pressed", "true");
    page.wait_text("#sources-title", "个段落");
}

#[track_caller]
fn assert_is_english(page: &Page) {
    page.wait_attribute("html", "lang", "en");
    page.wait_text("h1", &REPORT.about.title.en);
    page.wait_attribute("#lang-en", "aria-pressed", "true");
    page.wait_text("#sources-title", "paragraphs");
}

#[track_caller]
fn assert_fits(page: &Page, width: u32) {
    page.set_window(width, 900);
    let script = "const wide = e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-region');
        return [document.scrollingElement.scrollWidth <= innerWidth,
            [...document.querySelectorAll('body *')].filter(wide).slice(-5).map(e => e.outerHTML.slice(0, 120))]";
    // The views follow the width a moment later.
    crate::harness::until(&format!("nothing beyond {width} px"), || {
        let (fits, wide): (bool, Vec<String>) = page.evaluate(script, &[]);
        if fits {
            Ok(())
        } else {
            Err(format!("{wide:#?}"))
        }
    });
}
