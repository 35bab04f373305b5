//! A link is the whole state: what one browser shows, another shows again.

use thirtyfour::Key;

use crate::explorer::{choose, digest, focus, open, read_to_the_end, wait_filters, wait_shows};
use crate::harness::{Page, browse, wait_equal};
use crate::naive::Filter;

#[test]
fn a_link_restores_filters_period_panel_tab_and_language_in_a_fresh_browser() {
    browse(|page| {
        open(page, "");
        page.click("#cluster-3");
        choose(page, "#filter-kind", "Thematic meeting");
        focus(page, "#brush-first");
        page.press(Key::Right);
        page.click("#context");
        page.click("#participation-as-table");
        page.click("#lang-zh");
        page.click("#theme-dark");
        page.click("#funding .source-line a.cite");
        page.wait_for("#panel .gist");
        is_restored(page);
    });
}

#[test]
fn a_link_to_one_mark_restores_it_in_english() {
    browse(|page| {
        open(page, "?lang=en");
        page.click("#geography-thematic-abuja");
        page.click_text("#geography .countries button", "Nigeria");
        page.wait_url("country=NGA");
        is_restored(page);
    });
}

#[test]
fn a_citation_is_a_link_that_can_be_opened_by_itself() {
    browse(|page| {
        open(page, "?cluster=2&lang=zh");
        let href: String = page.evaluate(
            "return document.querySelector('.headline a.cite').href",
            &[],
        );
        let number = page.text(".headline a.cite").replace('¶', "");
        page.reopen_fresh(&href);
        crate::explorer::read_on(page);
        page.wait_text("#panel-title", &number);
    });
}

#[test]
fn parts_of_an_address_that_belong_to_others_are_kept() {
    browse(|page| {
        open(page, "?utm_source=letter&cluster=1");
        page.click("#cluster-1");
        wait_filters(page, "utm_source=letter", &[]);
        assert_eq!(page.count("#bad-address"), 0);
    });
}

#[test]
fn an_embed_is_one_view_and_nothing_else() {
    browse(|page| {
        page.open("?embed=1&view=funding&lang=zh");
        page.wait_for("#funding-title");
        page.wait_for("#funding .drawing svg");
        page.wait_for("#funding .source-line");
        assert_eq!(
            page.count("header.head, .filters, #timeline, #participation, #geography, #sources"),
            0
        );
        page.wait_attribute("html", "lang", "zh-Hans");
        page.click("#funding .source-line a.cite");
        page.wait_text("#panel-title", "段");
    });
}

#[test]
fn the_headings_of_an_embed_begin_where_the_page_around_it_says() {
    browse(|page| {
        for (level, title, inner) in [("", "H1", "H2"), ("&headingLevel=3", "H3", "H4")] {
            page.open(&format!("?embed=1&view=funding&lang=en{level}"));
            page.wait_for("#funding .list-title");
            let tags: (String, String) = page.evaluate(
                "return ['#funding-title', '#funding .list-title'].map(css => document.querySelector(css).tagName)",
                &[],
            );
            assert_eq!(tags, (title.to_owned(), inner.to_owned()));
            assert_eq!(page.count("h1"), usize::from(level.is_empty()));
        }
    });
}

#[test]
fn a_theme_is_kept_in_the_link() {
    browse(|page| {
        open(page, "");
        page.click("#theme-dark");
        page.wait_attribute("html", "data-theme", "dark");
        page.wait_url("theme=dark");
        page.reopen_fresh(&page.url());
        crate::explorer::read_on(page);
        page.wait_attribute("html", "data-theme", "dark");
        page.wait_attribute("#theme-dark", "aria-pressed", "true");
        wait_shows(page, &Filter::default());
    });
}

/// What this browser says is said by a fresh one at the same address.
#[track_caller]
fn is_restored(page: &mut Page) {
    read_to_the_end(page);
    let (url, said) = (page.url(), digest(page));
    assert!(said.len() > 100);
    page.reopen_fresh(&url);
    crate::explorer::read_on(page);
    page.wait_for("#count");
    read_to_the_end(page);
    wait_equal("all that the page says", &said, || digest(page));
    assert_eq!(page.url(), url);
}
