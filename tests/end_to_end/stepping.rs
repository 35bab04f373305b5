//! By keyboard alone, from mark to mark and from day to day, and what is said on the way.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::model::span::{Date, iso_date};
use thirtyfour::Key;

use crate::explorer::{focus, open, query_of, wait_filters, wait_focus};
use crate::harness::{Page, browse, wait_equal};
use crate::report::REPORT;

#[test]
fn every_picture_is_one_stop_of_the_tab_key_and_the_arrows_reach_all_its_marks() {
    browse(|page| {
        open(page, "?lang=en");
        for kind in ChartKind::ALL {
            let view = kind.slug();
            let marks = page.count(&format!("#{view} button.hit"));
            assert_eq!(
                page.count(&format!("#{view} button.hit[tabindex='0']")),
                1,
                "{view}"
            );
            let reached: usize = page.evaluate(
                "const view = document.getElementById(arguments[0]);
                 const press = key => document.activeElement.dispatchEvent(
                     new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                 view.querySelector(\"button.hit[tabindex='0']\").focus();
                 press('Home');
                 const reached = new Set();
                 for (let i = 0; i < arguments[1] + 3; i++) {
                     reached.add(document.activeElement.id);
                     press('ArrowDown');
                 }
                 return [...reached].filter(id => id.startsWith(arguments[0] + '-')).length",
                &[view.into(), marks.into()],
            );
            assert_eq!(reached, marks, "{view}");
        }
        assert_eq!(query_of(page), "", "walking chooses nothing");
    });
}

#[test]
fn arrows_move_the_keyboard_alone_and_enter_and_space_select_what_escape_lets_go() {
    browse(|page| {
        open(page, "?lang=en");
        for key in [Key::Enter, Key::Space] {
            focus(page, "#timeline-thematic-kingston");
            page.press(Key::Right);
            page.press(Key::Left);
            wait_focus(page, "#timeline-thematic-kingston");
            wait_filters(page, "", &[]);
            assert_eq!(page.count("#timeline button.hit[aria-pressed=true]"), 0);
            page.press(key);
            wait_filters(page, "event=thematic-kingston", &["Kingston"]);
            // With the keyboard elsewhere nothing else is chosen.
            page.press(Key::Right);
            wait_filters(page, "event=thematic-kingston", &["Kingston"]);
            focus(page, "#timeline-thematic-kingston");
            page.press(Key::Escape);
            wait_filters(page, "", &[]);
        }
    });
}

#[test]
fn a_page_key_takes_a_handle_five_events_on() {
    browse(|page| {
        open(page, "");
        for handle in ["#brush-first", "#brush-last"] {
            page.wait_attribute(handle, "role", "slider");
        }
        let days = starts();
        focus(page, "#brush-first");
        page.press(Key::PageUp);
        let fifth = days[5];
        wait_time(page, fifth);
        page.press(Key::PageUp);
        wait_time(page, days[10]);
        page.press(Key::PageDown);
        wait_time(page, fifth);
        page.press(Key::Right);
        wait_time(page, days[6]);
        wait_focus(page, "#brush-first");
    });
}

#[test]
fn where_the_reader_is_is_said_in_a_few_words() {
    browse(|page| {
        for (lang, first) in [
            ("en", "1 of 14: Dubai, 18–19 January 2011, Cluster I"),
            ("zh", "第1项，共14项"),
        ] {
            open(page, &format!("?lang={lang}&kind=thematic"));
            page.wait_attribute("#event-position", "role", "status");
            page.click("#event-next");
            page.wait_text("#event-position", first);
            for _ in 0..13 {
                let said = page.text("#event-position");
                assert!(said.chars().count() < 80, "{said}");
                page.click("#event-next");
                wait_equal("another event", &true, || {
                    page.text("#event-position") != said
                });
            }
            page.wait_attribute("#event-next", "aria-disabled", "true");
        }
    });
}

#[test]
fn no_mark_takes_long_to_listen_to() {
    browse(|page| {
        for (lang, most) in [("en", 260), ("zh", 130)] {
            open(page, &format!("?lang={lang}"));
            let long: Vec<String> = page.evaluate(
                "return [...document.querySelectorAll('button.hit')].map(e => e.ariaLabel).filter(name => name.length > arguments[0])",
                &[most.into()],
            );
            assert!(long.is_empty(), "{long:#?}");
        }
    });
}

/// The stops of the handles: the ends of the year, and the days on which an event begins.
fn starts() -> Vec<Date> {
    let starts = REPORT.events.rows().iter().map(|e| e.span.start);
    let mut days: Vec<Date> = starts.filter(|day| day.year() == 2011).collect();
    days.push(forum_explorer::model::span::parse_date("2011-01-01").expect("a day"));
    days.sort();
    days.dedup();
    days
}

#[track_caller]
fn wait_time(page: &Page, first: Date) {
    let query = format!("time={}..2011-12-31", iso_date(first));
    wait_equal("the query", &query, || query_of(page));
}
