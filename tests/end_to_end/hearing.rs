//! What is heard: the tree that assistive technology reads, what is announced, and where the keyboard goes when its place goes.
//!
//! The trees of all views are kept in `tests/trees/VIEW-LANG.txt`, to be read in review. One that differs fails and is written
//! beside the kept one as `…-changed.txt`; `UPDATE_SNAPSHOTS=1` keeps the new ones.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::explorer::{choose, focus, open, open_alone, read_on, wait_filters, wait_focus};
use crate::harness::{Page, browse, until, wait_equal};

#[test]
fn the_tree_of_every_view_is_the_one_that_was_read_in_english() {
    trees_are_kept(Lang::En);
}

#[test]
fn the_tree_of_every_view_is_the_one_that_was_read_in_chinese() {
    trees_are_kept(Lang::Zh);
}

/// What a reader does, in a word and in deed.
type Step<'a> = (&'a str, &'a dyn Fn(&Page));

#[test]
fn a_change_of_the_filter_is_announced_once_and_briefly() {
    browse(|page| {
        for (lang, georgia) in [("en", "Georgia"), ("zh", "格鲁吉亚")] {
            open(page, &format!("?lang={lang}"));
            page.evaluate::<()>(LISTEN, &[]);
            let steps: [Step; 5] = [
                ("a cluster", &|page| page.click("#cluster-2")),
                ("a mark", &|page| page.click("#timeline-thematic-kingston")),
                ("a chip", &|page| page.click("#chip-1")),
                ("a country", &|page| {
                    choose(page, "#filter-country", georgia)
                }),
                ("clear", &|page| page.click("#clear")),
            ];
            for (what, change) in steps {
                let before = page.text("#count");
                page.evaluate::<()>("heard.length = 0", &[]);
                change(page);
                until(&format!("{what}: another count than {before}"), || {
                    let now = page.text("#count");
                    (now != before).then_some(()).ok_or(now)
                });
                // What else would be said is said by the second frame.
                let heard: Vec<(String, String)> = page.evaluate(
                    "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(heard), 0))))",
                    &[],
                );
                let at_count: Vec<&(String, String)> = heard
                    .iter()
                    .filter(|(region, _)| region == "count")
                    .collect();
                assert_eq!(at_count.len(), 1, "{lang}, {what}: {heard:?}");
                // Beside the count only where the reader stands among the events.
                let others = heard.len() - at_count.len();
                let other_places: Vec<&(String, String)> = heard
                    .iter()
                    .filter(|(region, _)| region != "count" && region != "event-position")
                    .collect();
                assert!(
                    other_places.is_empty() && others <= 1,
                    "{lang}, {what}: {heard:?}"
                );
                for (_, said) in &heard {
                    assert!(said.chars().count() < 120, "{lang}, {what}: {said}");
                }
            }
        }
    });
}

#[test]
fn what_changes_no_filter_announces_nothing() {
    browse(|page| {
        open(page, "?lang=en");
        page.evaluate::<()>(LISTEN, &[]);
        page.hover("#timeline-thematic-kingston");
        page.wait_for("#timeline .card");
        page.click("#theme-dark");
        page.wait_attribute("html", "data-theme", "dark");
        page.click("#participation-sort-value");
        page.wait_attribute("#participation-sort-value", "aria-pressed", "true");
        let heard: Vec<(String, String)> = page.evaluate("return heard", &[]);
        assert!(heard.is_empty(), "{heard:?}");
    });
}

#[test]
fn the_document_listens_to_no_key() {
    browse(|page| {
        open(page, "?lang=en&p=27");
        page.wait_for("#panel .facts");
        for global in [
            "window",
            "document",
            "document.documentElement",
            "document.body",
        ] {
            let found = page.protocol("Runtime.evaluate", json!({ "expression": global }));
            let object = found.pointer("/result/objectId").expect("it is an object");
            let answer = page.protocol(
                "DOMDebugger.getEventListeners",
                json!({ "objectId": object }),
            );
            let listeners = answer["listeners"].as_array().cloned().unwrap_or_default();
            let kinds: Vec<&str> = listeners
                .iter()
                .filter_map(|l| l["type"].as_str())
                .collect();
            assert!(
                !kinds.iter().any(|kind| kind.starts_with("key")),
                "{global}: {kinds:?}"
            );
        }
    });
}

#[test]
fn no_letter_does_anything_where_nothing_is_typed() {
    browse(|page| {
        open(page, "?lang=en");
        for place in [
            "#timeline-thematic-kingston",
            "#cluster-2",
            "#brush-first",
            "#funding-as-table",
        ] {
            focus(page, place);
            let before: (String, usize) = state(page);
            for letter in "abcdefghijklmnopqrstuvwxyz0123456789?/.,".chars() {
                page.press(letter.to_string());
            }
            assert_eq!(state(page), before, "{place}");
            wait_focus(page, place.trim_start_matches('#'));
        }
    });
}

fn state(page: &Page) -> (String, usize) {
    page.evaluate(
        "return [location.href, document.querySelectorAll('[aria-pressed=true], [open], .panel').length]",
        &[],
    )
}

#[test]
fn a_keyboard_whose_mark_goes_is_at_the_count() {
    browse(|page| {
        open(page, "?lang=en&cluster=2");
        page.click("#chip-0");
        wait_filters(page, "", &[]);
        read_on(page);
        for mark in [
            "#people-kofi-annan--forum-created",
            "#geography-thematic-dubai",
        ] {
            focus(page, mark);
            page.back();
            wait_filters(page, "cluster=2", &["Cluster II"]);
            page.wait_gone(mark);
            wait_focus(page, "#count");
            page.forward();
            wait_filters(page, "", &[]);
            page.wait_for(mark);
        }
    });
}

#[test]
fn the_theme_and_the_window_leave_the_keyboard_where_it_is() {
    browse(|page| {
        open(page, "?lang=en");
        focus(page, "#theme-dark");
        page.press(thirtyfour::Key::Enter);
        page.wait_attribute("html", "data-theme", "dark");
        wait_focus(page, "#theme-dark");
        for place in ["#brush-last", "#filter-country", "#funding .source-line a"] {
            focus(page, place);
            let before = page.focused();
            page.set_window(900, 800);
            page.set_window(1280, 900);
            wait_equal("the keyboard", &before, || page.focused());
        }
    });
}

/// Writes into `heard` what regions that speak are given, as place and words.
const LISTEN: &str = r"
    window.heard = [];
    const live = '[role=status], [role=alert], [aria-live]';
    const say = region => heard.push([region.id || region.className, region.textContent.trim()]);
    new MutationObserver(changes => {
        const regions = new Set();
        for (const { target, addedNodes } of changes) {
            const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(live);
            if (region) regions.add(region);
            for (const node of addedNodes) if (node.nodeType === 1) {
                if (node.matches(live)) regions.add(node);
                node.querySelectorAll(live).forEach(e => regions.add(e));
            }
        }
        [...regions].filter(region => region.isConnected && region.textContent.trim()).forEach(say);
    }).observe(document.body, { subtree: true, childList: true, characterData: true })";

fn trees_are_kept(lang: Lang) {
    browse(|page| {
        let mut wrong = Vec::new();
        for kind in ChartKind::ALL {
            open_alone(page, kind, lang);
            let name = format!("{}-{}", kind.slug(), lang.slug());
            wrong.extend(compare(&name, &tree(page)));
        }
        assert!(
            wrong.is_empty(),
            "{} trees have changed. Read them; if they are right, UPDATE_SNAPSHOTS=1 keeps them.\n{}",
            wrong.len(),
            wrong.join("\n")
        );
    });
}

/// Compares with the kept file, or keeps the text. Gives back a sentence where the two differ.
fn compare(name: &str, text: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trees");
    let file = |ending: &str| -> PathBuf { folder.join(format!("{name}{ending}.txt")) };
    let _ = fs::remove_file(file("-changed"));
    if env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        fs::write(file(""), text).expect("the tree can be kept");
        return None;
    }
    let kept = fs::read_to_string(file("")).unwrap_or_default();
    if kept == text {
        return None;
    }
    fs::write(file("-changed"), text).expect("the changed tree can be written");
    let differs = kept
        .lines()
        .zip(text.lines())
        .zip(1..)
        .find(|((a, b), _)| a != b);
    Some(match differs {
        Some(((kept, new), line)) => {
            format!("{name}, line {line}:\n    kept {kept}\n    new  {new}")
        }
        None => format!(
            "{name}: {} lines were kept, now {}",
            kept.lines().count(),
            text.lines().count()
        ),
    })
}

/// A node of the browser's own tree.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    node_id: String,
    #[serde(rename = "backendDOMNodeId")]
    backend_dom_node_id: Option<u64>,
    ignored: bool,
    role: Option<Said>,
    name: Option<Said>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    value: Value,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Said,
}

/// Roles that say nothing of their own.
const SILENT: [&str; 5] = [
    "generic",
    "none",
    "InlineTextBox",
    "ListMarker",
    "LineBreak",
];
/// States that a reader is told of.
const STATES: [&str; 13] = [
    "checked",
    "disabled",
    "expanded",
    "hasPopup",
    "hidden",
    "level",
    "modal",
    "orientation",
    "pressed",
    "selected",
    "valuemax",
    "valuemin",
    "valuetext",
];

/// The tree as text: a line a node, two spaces a level.
fn tree(page: &Page) -> String {
    let answer = page.protocol("Accessibility.getFullAXTree", json!({}));
    let mut nodes: Vec<Node> =
        serde_json::from_value(answer["nodes"].clone()).expect("the tree has its form");
    for node in &mut nodes {
        say_value(page, node);
    }
    let by_id: BTreeMap<&str, &Node> = nodes.iter().map(|node| (&*node.node_id, node)).collect();
    let mut text = String::new();
    let root = nodes.first().expect("a document has a root");
    tell(root, 0, "", &by_id, &mut text);
    text
}

/// Chromium 148 has the words of a slider's value in the tree and 156 an empty text, so they are read from the element.
fn say_value(page: &Page, node: &mut Node) {
    let mut properties = node.properties.iter_mut();
    let Some(words) = properties.find(|property| property.name == "valuetext") else {
        return;
    };
    let of_node = json!({ "backendNodeId": node.backend_dom_node_id });
    let answer = page.protocol("DOM.describeNode", of_node);
    let listed = answer["node"]["attributes"].as_array();
    let listed = listed.expect("an element has a list of attributes");
    let of_value = |pair: &&[Value]| pair.first().is_some_and(|name| name == "aria-valuetext");
    if let Some([_, value]) = listed.chunks(2).find(of_value) {
        words.value.value = value.clone();
    }
}

fn tell(node: &Node, depth: usize, above: &str, nodes: &BTreeMap<&str, &Node>, text: &mut String) {
    let word = |said: &Option<Said>| {
        let value = said.as_ref().map(|said| plain(&said.value));
        value.unwrap_or_default().replace(char::is_whitespace, " ")
    };
    let (role, name) = (word(&node.role), word(&node.name));
    // What a heading says is its name already.
    let repeats = role == "StaticText" && name.trim() == above.trim();
    let is_told = !node.ignored && !SILENT.contains(&&*role) && !repeats;
    if is_told {
        let states: Vec<String> = node.properties.iter().filter_map(state_of).collect();
        let name = if name.is_empty() {
            name
        } else {
            format!(" “{name}”")
        };
        let states = if states.is_empty() {
            String::new()
        } else {
            format!(" ({})", states.join(", "))
        };
        let _ = writeln!(
            text,
            "{:indent$}{role}{name}{states}",
            "",
            indent = depth * 2
        );
    }
    let (depth, above) = match is_told {
        true => (depth + 1, word(&node.name)),
        false => (depth, above.to_owned()),
    };
    // What stands in a link or a button is its name. The fields within a date are the browser's own, and others in each of its versions.
    if matches!(&*role, "Date" | "button" | "link") {
        return;
    }
    for child in node.child_ids.iter().filter_map(|id| nodes.get(&**id)) {
        tell(child, depth, &above, nodes, text);
    }
}

fn state_of(property: &Property) -> Option<String> {
    let value = plain(&property.value.value);
    let is_off =
        value == "false" && !matches!(&*property.name, "pressed" | "expanded" | "selected");
    let is_told = STATES.contains(&&*property.name) && !is_off && !value.is_empty();
    is_told.then(|| format!("{} {value}", property.name))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(words) => decoded(words),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Chromium gives the texts of values byte by byte, each as a character of its own.
fn decoded(words: &str) -> String {
    let bytes: Option<Vec<u8>> = words.chars().map(|c| u8::try_from(c).ok()).collect();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.unwrap_or_else(|| words.to_owned())
}
