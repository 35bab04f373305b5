//! With the Tab key through all of the page: in the order of reading, always seen, past what is long, and never caught.

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::explorer::{focus, open, open_alone};
use crate::harness::{Page, browse, until};
use crate::wrong::Wrong;

/// Where the keyboard is, as `measures/focus.js` tells.
#[derive(Debug, Deserialize)]
struct Stop {
    name: String,
    /// Its place among the stops that were there from the start; -1 for one that came later, as in a card.
    order: i64,
    faults: Vec<String>,
}

const WHERE: &str = concat!(
    include_str!("measures/common.js"),
    include_str!("measures/focus.js")
);

/// Notes what can be tabbed to, in the order of the document, goes to the first of them, and says how many they are.
const LIST: &str = r"
    window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
        .filter(e => e.tabIndex >= 0 && e.checkVisibility());
    window.stops[0].focus();
    return window.stops.length";

#[test]
fn the_tab_key_goes_through_the_page_in_its_order_and_is_seen_at_every_stop() {
    browse(|page| {
        open(page, "?lang=en&cluster=2");
        walk(page, "En, 1280 px").assert_nothing();
    });
}

#[test]
fn the_tab_key_goes_through_the_page_on_a_phone_and_is_seen_at_every_stop() {
    browse(|page| {
        page.set_window(360, 740);
        open(page, "?lang=zh");
        walk(page, "Zh, 360 px").assert_nothing();
    });
}

#[test]
fn the_tab_key_goes_through_each_view_by_itself() {
    browse(|page| {
        for kind in ChartKind::ALL {
            open_alone(page, kind, Lang::En);
            walk(page, kind.slug()).assert_nothing();
        }
    });
}

#[test]
fn a_picture_is_left_by_one_tab_once_its_card_is_closed() {
    browse(|page| {
        open(page, "?lang=en");
        for kind in ChartKind::ALL {
            let view = kind.slug();
            focus(page, &format!("#{view} .hit[tabindex='0']"));
            page.press(Key::Escape);
            page.press(Key::Tab);
            let is_left: bool = page.evaluate(
                "return document.activeElement !== document.body && document.activeElement.closest('.picture') === null",
                &[],
            );
            assert!(is_left, "{view}: {}", page.focused());
        }
    });
}

#[test]
fn a_link_that_shows_with_the_keyboard_leads_past_each_view() {
    browse(|page| {
        for lang in Lang::ALL {
            open(page, &format!("?lang={}", lang.slug()));
            show_focus(page);
            let mut next = ChartKind::ALL.iter().skip(1).map(|kind| kind.slug());
            for kind in ChartKind::ALL {
                let view = kind.slug();
                let link = format!("#{view} > .skip");
                // Beside the window until it has the keyboard.
                page.evaluate::<()>("document.activeElement.blur()", &[]);
                assert!(edge(page, &link) < 0.0, "{view}");
                page.evaluate::<()>(
                    "document.querySelector(arguments[0]).focus()",
                    &[link.as_str().into()],
                );
                assert!(edge(page, &link) >= 0.0, "{view}");
                page.press(Key::Enter);
                page.press(Key::Tab);
                let target = next.next().unwrap_or("sources");
                until(&format!("the keyboard in {target}"), || {
                    let at: Option<String> = page.evaluate(
                        "return document.activeElement.closest('.view')?.id ?? null",
                        &[],
                    );
                    match at.as_deref() == Some(target) {
                        true => Ok(()),
                        false => Err(format!("{at:?}, {}", page.focused())),
                    }
                });
            }
        }
    });
}

/// A window that no hand has touched yet shows no focus.
#[track_caller]
fn show_focus(page: &Page) {
    let enabled = json!({ "enabled": true });
    page.protocol("Emulation.setFocusEmulationEnabled", enabled);
}

/// By the browser's own protocol: the page has some seven hundred stops, and a driver takes its time over each key.
#[track_caller]
fn press_tab(page: &Page) {
    for kind in ["keyDown", "keyUp"] {
        let key = json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        page.protocol("Input.dispatchKeyEvent", key);
    }
}

/// The left edge of an element, from the window's.
#[track_caller]
fn edge(page: &Page, css: &str) -> f64 {
    page.evaluate(
        "return document.querySelector(arguments[0]).getBoundingClientRect().left",
        &[css.into()],
    )
}

/// Presses Tab until the page ends, and says what was wrong on the way.
fn walk(page: &Page, place: &str) -> Wrong {
    let mut wrong = Wrong::default();
    show_focus(page);
    let count: i64 = page.evaluate(LIST, &[]);
    let mut last = -1;
    // More than a page has with its cards: a trap ends too.
    for _ in 0..2 * count + 60 {
        let stop: Stop = page.evaluate(WHERE, &[]);
        let Stop {
            name,
            order,
            faults,
        } = stop;
        // After the last stop the browser's own bar has the keyboard, or the first stop again.
        if name.is_empty() || (order == 0 && last > 0) {
            break;
        }
        wrong.note(&format!("{place}, {name}"), faults);
        if order >= 0 {
            let step = order - last;
            if !(0..=1).contains(&step) {
                let skipped = vec![format!("stop {order} came after {last}")];
                wrong.note(&format!("{place}, {name}"), skipped);
            }
            last = order;
        }
        press_tab(page);
    }
    if last + 1 != count {
        let caught = vec![format!("the keyboard came to {last} of {count} stops")];
        wrong.note(place, caught);
    }
    wrong
}
