//! The harness itself, on a small page that holds one of everything: an instrument that can't fail measures nothing.

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use thirtyfour::Key;

use crate::harness::{Fault, Page, browse, wait_equal};

const BENCH: &str = r#"<!doctype html>
<html lang="en" data-boot="started">
<head>
<meta charset="utf-8">
<title>Bench</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="bench.css">
<script type="module" src="bench.js"></script>
</head>
<body>
<ul><li>one</li><li>two   words</li></ul>
<p id="hidden" hidden>hidden</p>
<button id="add">Add later</button>
<input id="word" aria-label="Word">
<div id="strip"></div>
<p id="track"></p>
<p id="dark">dark</p>
<p id="wide">wide</p>
</body>
</html>"#;

const STYLE: &str = "
    #strip { width: 200px; height: 20px; background: gray }
    #dark { display: none }
    @media (prefers-color-scheme: dark) { #dark { display: block } }
    @media (max-width: 400px) { #wide { display: none } }";

const SCRIPT: &str = "
    const at = id => document.getElementById(id);
    const track = [];
    for (const kind of ['pointerover', 'pointerdown', 'pointermove', 'pointerup'])
        at('strip').addEventListener(kind, event => {
            const x = Math.round(event.clientX - at('strip').getBoundingClientRect().left);
            at('track').textContent = (track.push(kind.slice(7) + '@' + x), track.join(' '));
        });
    at('add').addEventListener('click', () => setTimeout(() => {
        at('hidden').hidden = false;
        document.querySelector('ul').append(Object.assign(document.createElement('li'), { textContent: 'three' }));
        history.pushState(null, '', '?added=1');
    }, 100));
    addEventListener('popstate', () => document.title = 'now at ' + location.search);";

fn on_bench(test: impl FnOnce(&mut Page)) {
    browse(|page| {
        page.site().put_file("index.html", BENCH);
        page.site().put_file("bench.css", STYLE);
        page.site().put_file("bench.js", SCRIPT);
        page.open("");
        test(page);
    });
}

fn fails(check: impl FnOnce()) -> String {
    let failure = catch_unwind(AssertUnwindSafe(check)).expect_err("it was to fail");
    failure
        .downcast_ref::<String>()
        .cloned()
        .expect("a failure has a message")
}

#[test]
fn texts_counts_and_visibility_are_read_as_shown() {
    on_bench(|page| {
        assert_eq!(page.title(), "Bench");
        assert_eq!(page.texts("li"), ["one", "two words"]);
        assert_eq!(page.text("li"), "one");
        assert_eq!(page.count("li"), 2);
        assert_eq!(
            page.attribute("#word", "aria-label").as_deref(),
            Some("Word")
        );
        assert_eq!(page.attribute("#word", "title"), None);
        page.wait_gone("#hidden");
        assert!(!page.is_visible_now("#hidden") && page.is_visible_now("#add"));
    });
}

#[test]
fn what_comes_later_is_waited_for() {
    on_bench(|page| {
        page.click("#add");
        page.wait_for("#hidden");
        page.wait_count("li", 3);
        page.wait_text("ul", "three");
        page.wait_url("?added=1");
        page.back();
        page.wait_title("now at");
        assert_eq!(page.url(), page.site().url(""));
        page.forward();
        page.wait_title("now at ?added=1");
        assert_eq!(page.url(), page.site().url("?added=1"));
        page.reload();
        page.wait_count("li", 2);
    });
}

#[test]
fn an_element_is_clicked_by_its_text() {
    on_bench(|page| {
        page.click_text("button", "later");
        page.wait_count("li", 3);
    });
}

#[test]
fn the_pointer_goes_down_moves_and_comes_up() {
    on_bench(|page| {
        page.drag("#strip", 40, 0);
        page.wait_text("#track", "down@100");
        page.wait_text("#track", "move@120");
        page.wait_text("#track", "up@140");
    });
}

#[test]
fn a_sweep_covers_the_given_part_of_the_width() {
    on_bench(|page| {
        page.sweep("#strip", 0.1, 0.8);
        page.wait_text("#track", "down@20");
        page.wait_text("#track", "up@160");
    });
}

#[test]
fn a_click_lands_at_the_given_part_of_the_element() {
    on_bench(|page| {
        page.click_at("#strip", 0.25, 0.5);
        page.wait_text("#track", "down@50");
        page.wait_text("#track", "up@50");
    });
}

#[test]
fn pointing_presses_no_button() {
    on_bench(|page| {
        page.hover("#strip");
        page.wait_text("#track", "over@100");
        assert!(!page.text("#track").contains("down"));
    });
}

#[test]
fn keys_go_where_the_keyboard_is() {
    on_bench(|page| {
        page.type_into("#word", "bench.css");
        assert_eq!(page.focused(), "input #word Word");
        page.press(Key::Shift + Key::Tab);
        assert_eq!(page.focused(), "button #add Add later");
        page.press(Key::Enter);
        page.wait_count("li", 3);
    });
}

#[test]
fn window_and_preferences_are_answered_as_set() {
    on_bench(|page| {
        assert!(page.is_visible_now("#wide") && !page.is_visible_now("#dark"));
        page.set_window(390, 800);
        page.set_preference("prefers-color-scheme", "dark");
        page.wait_for("#dark");
        page.wait_gone("#wide");
        assert_eq!(page.evaluate::<u32>("return innerWidth", &[]), 390);
    });
}

#[test]
fn the_browser_asks_for_the_languages_it_is_told() {
    on_bench(|page| {
        page.set_languages("zh-CN,en");
        page.reload();
        let wanted = || page.evaluate::<Vec<String>>("return navigator.languages", &[]);
        wait_equal("the languages", &vec!["zh-CN".into(), "en".into()], wanted);
    });
}

#[test]
fn a_picture_has_the_size_of_the_window() {
    on_bench(|page| {
        page.set_window(390, 800);
        let path =
            env::temp_dir().join(format!("forum-explorer-picture-{}.png", std::process::id()));
        page.screenshot(&path);
        let picture = fs::read(&path).expect("the picture was written");
        fs::remove_file(&path).expect("the picture can be removed");
        let number =
            |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
        assert_eq!(
            (number(16), number(20)),
            (390, 800),
            "width and height in the PNG's header"
        );
    });
}

#[test]
fn a_fresh_browser_remembers_nothing() {
    on_bench(|page| {
        page.evaluate::<()>("localStorage.setItem('seen', 'yes')", &[]);
        page.reopen_fresh(&page.site().url("?again"));
        assert_eq!(
            page.evaluate::<Option<String>>("return localStorage.getItem('seen')", &[]),
            None
        );
        assert_eq!(page.url(), page.site().url("?again"));
    });
}

#[test]
fn a_page_without_network_gets_no_answer() {
    on_bench(|page| {
        page.expect_console("ERR_INTERNET_DISCONNECTED");
        page.set_offline(true);
        assert_eq!(fetched(page, "bench.css?offline"), "no answer");
        page.set_offline(false);
        assert_eq!(fetched(page, "bench.css?online"), format!("200 {STYLE}"));
    });
}

#[test]
fn each_fault_reaches_the_page() {
    let outcomes = [
        (Fault::NotFound, "404 There is no such file."),
        (Fault::CutShort(3), "200 012"),
        (Fault::BrokenOff(3), "200 broken off"),
        (Fault::HungUp, "no answer"),
    ];
    on_bench(|page| {
        page.site().put_file("victim.txt", "0123456789");
        assert_eq!(fetched(page, "victim.txt"), "200 0123456789");
        for (fault, outcome) in outcomes {
            page.site().break_file("victim.txt", fault);
            assert_eq!(fetched(page, "victim.txt"), outcome, "{fault:?}");
        }
        page.site().mend_file("victim.txt");
        assert_eq!(fetched(page, "victim.txt"), "200 0123456789");
    });
}

#[test]
fn an_unexpected_complaint_of_the_console_fails_the_test() {
    let message = fails(|| on_bench(|page| page.evaluate("console.error('ouch')", &[])));
    assert!(message.contains("ouch"), "{message}");
    let message = fails(|| {
        on_bench(|page| page.evaluate("return fetch('nowhere.txt').then(() => null)", &[]))
    });
    assert!(message.contains("404"), "{message}");
    let message = fails(|| {
        on_bench(|page| page.evaluate("document.body.setAttribute('style', 'color: red')", &[]))
    });
    assert!(message.contains("Content Security Policy"), "{message}");
}

#[test]
fn an_expected_complaint_that_never_came_fails_the_test() {
    let message = fails(|| on_bench(|page| page.expect_console("ouch")));
    assert!(message.contains("ouch"), "{message}");
}

/// The status and the text that a script on the page gets for the path.
fn fetched(page: &Page, path: &str) -> String {
    let script = "return fetch(arguments[0]).then(
        answer => answer.text().then(text => `${answer.status} ${text}`, () => `${answer.status} broken off`),
        () => 'no answer')";
    page.evaluate(script, &[path.into()])
}
