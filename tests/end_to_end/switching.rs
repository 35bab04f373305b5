//! From one language to the other, and nothing lost on the way.

use forum_explorer::language::lang::Lang;
use thirtyfour::Key;

use crate::explorer::{
    Shown, choose, focus, open, query_of, steps, wait_filters, wait_focus, wait_shows,
};
use crate::harness::{browse, until, wait_equal};
use crate::naive::Filter;
use crate::report::REPORT;

#[test]
fn filters_panel_and_tab_survive_without_a_reload() {
    browse(|page| {
        open(page, "?tab=funding");
        page.evaluate::<()>("window.survivor = 'here'", &[]);
        page.click("#cluster-2");
        choose(page, "#filter-region", "Americas");
        page.click("#funding .source-line a.cite");
        page.wait_for("#panel .gist");
        let (query, before) = (query_of(page), steps(page));
        focus(page, "#lang-zh");
        page.press(Key::Enter);
        page.wait_attribute("html", "lang", "zh-Hans");
        wait_focus(page, "#lang-zh");
        wait_equal("the query", &query, || query_of(page));
        page.wait_url("lang=zh");
        wait_equal(
            "the chips",
            &vec!["专题组II ×".to_owned(), "美洲 ×".to_owned()],
            || page.texts(".chip"),
        );
        page.wait_text("#panel-title", "第");
        page.wait_for("#funding-table");
        page.wait_title(&REPORT.about.title.zh);
        assert_eq!(
            page.evaluate::<String>("return window.survivor", &[]),
            "here"
        );
        assert_eq!(steps(page), before, "a language is no step of the history");
        let filter = Filter {
            clusters: vec!["2"],
            regions: vec!["americas"],
            ..Filter::default()
        };
        page.click("#panel-close");
        // The funding view stands as a table, so its list is not there to compare.
        page.click("#funding-as-chart");
        wait_equal(
            "what is shown in Chinese",
            &filter.shown_in(Lang::Zh),
            || Shown::on(page),
        );
        page.click("#lang-en");
        wait_shows(page, &filter);
        assert_eq!(
            page.evaluate::<String>("return window.survivor", &[]),
            "here"
        );
    });
}

#[test]
fn no_word_of_the_other_language_stays() {
    browse(|page| {
        open(page, "?lang=zh&tab=participation&p=42");
        page.wait_for("#panel .facts");
        focus(page, "#lang-en");
        page.press(Key::Enter);
        page.wait_attribute("html", "lang", "en");
        let script = r"
            const own = e => e.closest('[lang]').lang.startsWith('en');
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT,
                node => node.parentElement.closest('noscript') ? 2 : 1);
            const found = [];
            while (walk.nextNode()) {
                const text = walk.currentNode.data;
                if (/[\u4e00-\u9fff]/.test(text) && own(walk.currentNode.parentElement)) found.push(text);
            }
            for (const e of document.querySelectorAll('[aria-label], [title]'))
                if (own(e) && /[\u4e00-\u9fff]/.test(e.ariaLabel + e.title)) found.push(e.ariaLabel + e.title);
            return found";
        wait_equal(
            "the Chinese left on the English page",
            &Vec::<String>::new(),
            || page.evaluate(script, &[]),
        );
    });
}

#[test]
fn the_open_panel_does_not_cover_the_switch() {
    browse(|page| {
        open(page, "?p=27");
        page.wait_for("#panel .gist");
        page.click("#lang-zh");
        page.wait_text("#panel-title", "第27段");
        page.click("#lang-en");
        page.wait_text("#panel-title", "Paragraph 27");
    });
}

#[test]
fn the_reader_stays_at_the_same_place_of_the_page() {
    browse(|page| {
        open(page, "");
        page.evaluate::<()>("document.getElementById('geography').scrollIntoView()", &[]);
        page.wait_for("#conflicts, #unstated, .view-sources [role=status]");
        let top = || {
            page.evaluate::<f64>(
                "return document.getElementById('geography').getBoundingClientRect().top",
                &[],
            )
        };
        let before = top();
        assert!(before.abs() < 200.0, "{before}");
        page.evaluate::<()>(
            "const button = document.getElementById('lang-zh'); button.focus({ preventScroll: true }); button.click()",
            &[],
        );
        page.wait_attribute("html", "lang", "zh-Hans");
        until("the map where it stood in the window", || {
            let top = top();
            if (top - before).abs() < 100.0 {
                Ok(())
            } else {
                Err(top.to_string())
            }
        });
    });
}

#[test]
fn the_order_of_a_table_survives() {
    browse(|page| {
        open(page, "?tab=geography");
        let heading = "#geography-table th:nth-child(3)";
        page.click(&format!("{heading} button"));
        page.click(&format!("{heading} button"));
        page.wait_attribute(heading, "aria-sort", "descending");
        page.click("#lang-zh");
        page.wait_attribute("html", "lang", "zh-Hans");
        page.wait_text("#geography-table thead", "国家");
        page.wait_attribute(heading, "aria-sort", "descending");
    });
}

#[test]
fn back_after_a_switch_undoes_the_filter_and_not_the_language() {
    browse(|page| {
        open(page, "");
        page.click("#cluster-1");
        page.wait_url("cluster=1");
        page.click("#lang-zh");
        page.wait_url("lang=zh");
        page.back();
        wait_filters(page, "", &[]);
        wait_equal(
            "what is shown in Chinese",
            &Filter::default().shown_in(Lang::Zh),
            || Shown::on(page),
        );
        page.wait_attribute("html", "lang", "zh-Hans");
        page.wait_attribute("#lang-zh", "aria-pressed", "true");
    });
}
