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
fn a_picture_is_walked_as_a_tree_from_its_name_to_a_group_to_a_mark_to_its_paragraphs() {
    browse(|page| {
        open(page, "?lang=en");
        for kind in ChartKind::ALL {
            let view = kind.slug();
            let name: String = page.evaluate(
                "const picture = document.querySelector(`#${arguments[0]} .picture[role='graphics-document']`);
                 return document.getElementById(picture.getAttribute('aria-labelledby')).textContent",
                &[view.into()],
            );
            assert_eq!(name, page.text(&format!("#{view} h2")), "{view}");
            let loose: usize = page.evaluate(
                "const groups = [...document.querySelectorAll(`#${arguments[0]} .picture [role='graphics-object']`)];
                 if (groups.some(group => !group.ariaLabel || !group.querySelector('button.hit'))) return -1;
                 return groups.length ? document.querySelectorAll(`#${arguments[0]} .hits > ul > li`).length : 0",
                &[view.into()],
            );
            assert_eq!(
                loose, 0,
                "{view}: every mark stands in a group that has a name, where there are groups"
            );
        }
        let group = || -> String {
            page.evaluate(
                "return document.activeElement.closest(\"[role='graphics-object']\").ariaLabel",
                &[],
            )
        };
        focus(page, "#participation button.hit[tabindex='0']");
        let first = group();
        page.press(Key::PageDown);
        let second = group();
        assert_ne!(first, second);
        page.press(Key::Right);
        assert_eq!(group(), second);
        page.press(Key::PageUp);
        page.press(Key::PageUp);
        assert_eq!(group(), first);
        // From a mark into its card, whose first link is a paragraph; and back.
        let mark = page.focused();
        page.press(Key::Tab);
        let opens: String = page.evaluate("return document.activeElement.textContent", &[]);
        assert!(opens.starts_with('¶'), "{opens}");
        page.press(Key::Escape);
        wait_equal("the mark", &mark, || page.focused());
    });
}

/// What a listed key is called on the keyboard of the tests.
fn key_of(cap: &str) -> Key {
    match cap {
        "→" => Key::Right,
        "←" => Key::Left,
        "↑" => Key::Up,
        "↓" => Key::Down,
        "Page Up" => Key::PageUp,
        "Page Down" => Key::PageDown,
        "Home" => Key::Home,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Space" => Key::Space,
        "Tab" => Key::Tab,
        "Esc" => Key::Escape,
        other => panic!("{other} is listed, and no key of this test"),
    }
}

#[test]
fn the_keys_that_a_view_lists_do_what_is_said_of_them() {
    browse(|page| {
        open(page, "?lang=en");
        page.click("#timeline .how-to summary");
        let listed: Vec<(Vec<String>, String)> = page.evaluate(
            "return [...document.querySelectorAll('#timeline .keys:first-of-type dl > div')].map(line =>
                 [[...line.querySelectorAll('kbd')].map(cap => cap.textContent), line.querySelector('dd').textContent])",
            &[],
        );
        let ids: Vec<String> = page.evaluate(
            "return [...document.querySelectorAll('#timeline button.hit')].map(e => e.id)",
            &[],
        );
        let starts: Vec<String> = page.evaluate(
            "return [...document.querySelectorAll(\"#timeline [role='graphics-object']\")].map(e => e.querySelector('button.hit').id)",
            &[],
        );
        // In the midst of a group in the midst of the picture.
        let (at, id) = ids
            .iter()
            .enumerate()
            .skip(ids.len() / 2)
            .find(|(_, id)| !starts.contains(id))
            .expect("a group has two marks");
        let place = |id: &String| ids.iter().position(|i| i == id).expect("a mark");
        let group_starts: Vec<usize> = starts.iter().map(place).collect();
        let after = |index: usize| group_starts.iter().copied().find(|&start| start > index);
        let mut seen = 0;
        for (caps, what) in &listed {
            for cap in caps {
                page.evaluate::<()>("document.activeElement.blur()", &[]);
                focus(page, &format!("#{id}"));
                page.press(key_of(cap));
                let target = match what.as_str() {
                    "to the next mark" => Some(at + 1),
                    "to the mark before" => Some(at - 1),
                    "to the first mark" => Some(0),
                    "to the last mark" => Some(ids.len() - 1),
                    "to the next group" => after(at),
                    "to the beginning of the group, then to the group before" => {
                        group_starts.iter().copied().rfind(|&start| start < at)
                    }
                    _ => None,
                };
                if let Some(target) = target {
                    wait_focus(page, &ids[target]);
                } else if what.starts_with("choose") {
                    page.wait_attribute(&format!("#{id}"), "aria-pressed", "true");
                    page.press(Key::Escape);
                    page.wait_attribute(&format!("#{id}"), "aria-pressed", "false");
                } else if what.starts_with("into the card") {
                    wait_equal("within the card", &true, || {
                        page.evaluate("return !!document.activeElement.closest('.card')", &[])
                    });
                } else {
                    assert!(what.starts_with("close the card"), "{what}");
                    page.wait_gone("#timeline .card");
                }
                seen += 1;
            }
        }
        assert!(seen >= 12, "{listed:?}");
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
fn the_events_are_a_list_in_order_of_time_whose_chosen_one_is_the_current() {
    browse(|page| {
        for width in [1280, 390] {
            page.set_window(width, 900);
            open(page, "?lang=en&event=thematic-kingston");
            let current = "#timeline ol [aria-current=true]";
            page.wait_count(current, 1);
            page.wait_attribute(current, "id", "timeline-thematic-kingston");
            // Left and right of the picture alike: what stands in no list is no event.
            assert_eq!(page.count("#timeline ul button[id^=timeline-thematic]"), 0);
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
