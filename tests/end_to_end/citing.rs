//! From a number to its paragraph, and back.

use forum_explorer::language::lang::Lang;
use thirtyfour::Key;

use crate::explorer::{focus, open, query_of, read_to_the_end, wait_filters, wait_focus};
use crate::harness::{Page, browse, until, wait_equal};
use crate::report::REPORT;

#[test]
fn every_kind_of_citation_opens_its_paragraph() {
    browse(|page| {
        open(page, "?tab=geography");
        read_to_the_end(page);
        page.evaluate::<()>(
            "document.querySelectorAll('details').forEach(details => details.open = true)",
            &[],
        );
        for place in [
            ".headline",
            "#timeline .source-line",
            "#participation .source-line",
            "#funding .flows",
            "#geography-table",
            ".paragraphs",
            ".conflicts",
            ".unstated",
        ] {
            let link = format!("{place} a.cite");
            let cited = page.text(&link);
            page.click(&link);
            assert_open(page, &cited);
            page.click("#panel-close");
            page.wait_gone("#panel");
            wait_filters(page, "tab=geography", &[]);
        }
    });
}

#[test]
fn the_citation_of_a_card_opens_its_paragraph() {
    browse(|page| {
        open(page, "");
        page.evaluate::<()>(
            "document.getElementById('funding').scrollIntoView({ block: 'center' })",
            &[],
        );
        page.hover("#funding-gap-switzerland");
        page.wait_for("#funding .card a.cite");
        page.hover("#funding .card a.cite");
        page.wait_for("#funding .card a.cite");
        page.click_at("#funding .card a.cite", 0.5, 0.5);
        assert_open(page, "¶27");
    });
}

#[test]
fn the_panel_tells_section_gist_and_every_figure() {
    browse(|page| {
        open(page, "?p=27");
        for lang in [Lang::En, Lang::Zh] {
            page.click(&format!("#lang-{}", lang.slug()));
            let (trail, gist) = trail_and_gist(27, lang);
            page.wait_text("#panel .trail", &trail);
            page.wait_text("#panel .gist", &gist);
            let facts = page.count("#panel .facts > li");
            assert!(facts >= 3, "{facts}");
            page.wait_text(
                "#panel",
                &format!("{}{facts}{}", open_bracket(lang), close_bracket(lang)),
            );
            page.wait_text(
                "#panel .facts",
                if lang == Lang::En {
                    "US$2,155,232"
                } else {
                    "2,155,232美元"
                },
            );
        }
        wait_equal("the query", &"p=27".to_owned(), || query_of(page));
    });
}

#[test]
fn a_note_shows_its_letter_and_stands_in_the_address() {
    browse(|page| {
        open(page, "");
        page.click_text("#funding .flows a.cite", "¶27 i");
        page.wait_text("#panel-title", "Paragraph 27 · Note i");
        wait_equal("the query", &"p=27.i".to_owned(), || query_of(page));
        page.click("#lang-zh");
        page.wait_text("#panel-title", "第27段 · 注i");
        page.reopen_fresh(&page.url());
        page.wait_text("#panel-title", "第27段 · 注i");
    });
}

#[test]
fn the_neighbours_lead_on_and_back_leads_home() {
    browse(|page| {
        open(page, "?p=1");
        page.wait_text("#panel .neighbours", "¶2");
        assert_eq!(page.texts("#panel .neighbours a.cite"), ["¶2"]);
        page.click_text("#panel .neighbours a.cite", "¶2");
        assert_open(page, "¶2");
        wait_equal(
            "the neighbours",
            &vec!["¶1".to_owned(), "¶3".to_owned()],
            || page.texts("#panel .neighbours a.cite"),
        );
        page.click_text("#panel .neighbours a.cite", "¶3");
        assert_open(page, "¶3");
        page.back();
        assert_open(page, "¶2");
        page.back();
        assert_open(page, "¶1");
        open(page, "?p=267");
        wait_equal(
            "the neighbours of the last",
            &vec!["¶266".to_owned()],
            || page.texts("#panel .neighbours a.cite"),
        );
    });
}

#[test]
fn escape_and_close_give_the_keyboard_back_to_what_opened_the_panel() {
    browse(|page| {
        open(page, "");
        for (key, on_button) in [(Key::Escape, false), (Key::Enter, true)] {
            let opener = "#funding .source-line a.cite";
            focus(page, opener);
            page.press(Key::Enter);
            page.wait_for("#panel");
            wait_focus(page, "#panel");
            if on_button {
                focus(page, "#panel-close");
            }
            page.press(key);
            page.wait_gone("#panel");
            until("the keyboard on the link", || {
                match page.evaluate::<bool>(
                    "return document.activeElement === document.querySelector(arguments[0])",
                    &[opener.into()],
                ) {
                    true => Ok(()),
                    false => Err(page.focused()),
                }
            });
        }
    });
}

#[test]
fn escape_still_closes_after_a_step_to_the_neighbour() {
    browse(|page| {
        open(page, "");
        focus(page, "#funding .source-line a.cite");
        page.press(Key::Enter);
        page.wait_for("#panel .neighbours a.cite");
        let before = page.text("#panel-title");
        focus(page, "#panel .neighbours a.cite");
        page.press(Key::Enter);
        until("another paragraph", || match page.text("#panel-title") {
            title if title == before => Err(title),
            _ => Ok(()),
        });
        let focused = page.focused();
        assert!(
            !focused.starts_with("body"),
            "the keyboard is lost: {focused:?}"
        );
        page.press(Key::Escape);
        page.wait_gone("#panel");
    });
}

#[test]
fn a_paragraph_that_the_report_does_not_have_is_said_to_be_none() {
    browse(|page| {
        open(page, "?p=9999");
        page.wait_text(
            "#panel [role=alert]",
            "The report has no paragraph 9999; it has 1 to 267.",
        );
        page.press(Key::Escape);
        page.wait_gone("#panel");
        open(page, "?p=9999&lang=zh");
        page.wait_text("#panel [role=alert]", "报告没有第9999段，只有第1至267段。");
        page.click("#panel-close");
        page.wait_gone("#panel");
        wait_filters(page, "", &[]);
    });
}

#[test]
fn a_filter_chosen_beside_the_open_panel_leaves_it_open() {
    browse(|page| {
        open(page, "?p=27");
        page.wait_for("#panel .gist");
        page.click("#cluster-2");
        wait_filters(page, "cluster=2&p=27", &["Cluster II"]);
        assert_open(page, "¶27");
    });
}

#[test]
fn the_list_of_sources_is_complete_once_it_is_asked_for() {
    browse(|page| {
        open(page, "?cluster=2");
        read_to_the_end(page);
        let title = page.text("#sources-title");
        let count: usize = title
            .split(' ')
            .next()
            .and_then(|n| n.parse().ok())
            .expect("a number");
        assert!(page.count(".paragraphs > li") < count);
        page.click("#all-paragraphs");
        page.wait_count(".paragraphs > li", count);
        let without_gist: Vec<String> = page
            .texts(".paragraphs > li")
            .into_iter()
            .filter(|text| text.chars().count() < 12)
            .collect();
        assert!(without_gist.is_empty(), "{without_gist:?}");
        let conflicts = REPORT.conflicts.len();
        page.wait_text("#conflicts summary", &format!("({conflicts})"));
        page.wait_count(".conflicts > li", conflicts);
        page.wait_count(".unstated > li", REPORT.unstated.len());
    });
}

/// The panel shows the paragraph of a link as `¶27` or `¶27 i`, and the address says so.
#[track_caller]
fn assert_open(page: &Page, cited: &str) {
    let (number, note) = cited
        .trim_start_matches('¶')
        .split_once(' ')
        .unwrap_or((cited.trim_start_matches('¶'), ""));
    page.wait_text("#panel-title", &format!("Paragraph {number}"));
    if !note.is_empty() {
        page.wait_text("#panel-title", &format!("Note {note}"));
    }
    let (trail, gist) = trail_and_gist(number.parse().expect("a number"), Lang::En);
    page.wait_text("#panel .trail", &trail);
    page.wait_text("#panel .gist", &gist);
    let mark = cited.trim_start_matches('¶').replace(' ', ".");
    until("the paragraph in the address", || {
        let query = query_of(page);
        let is_there = query.split('&').any(|part| part == format!("p={mark}"));
        if is_there { Ok(()) } else { Err(query) }
    });
    assert!(page.count("#panel .facts > li, #panel .quiet") > 0);
}

/// From the files: the headings above the paragraph, outermost first, and its gist.
fn trail_and_gist(number: u32, lang: Lang) -> (String, String) {
    let pick = |text: &forum_explorer::model::text::Text| match lang {
        Lang::Zh => text.zh.clone(),
        _ => text.en.clone(),
    };
    let all = REPORT.paragraphs.rows();
    let paragraph = all
        .iter()
        .find(|p| p.number == number)
        .expect("it is in the report");
    let mut titles = Vec::new();
    let mut next = paragraph.section;
    while let Some(section) = next.and_then(|key| REPORT.sections.get(key)) {
        titles.insert(0, pick(&section.title));
        next = section.parent;
    }
    assert!(!titles.is_empty() && !paragraph.gist.en.is_empty());
    let tidy = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (tidy(titles.join(" › ")), tidy(pick(&paragraph.gist)))
}

fn open_bracket(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "（" } else { "(" }
}

fn close_bracket(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "）" } else { ")" }
}
