//! Views in other people's pages: host pages on a second origin, by frame, by element and by script.

use forum_explorer::chart::kind::ChartKind;
use serde_json::{Value, json};

use crate::explorer::{bring_all, read_on};
use crate::harness::{Fault, Page, Site, browse, until, wait_equal};
use crate::stopping::TRAP;

/// A host of its own, and the page on it that embeds.
struct Host {
    site: Site,
}

impl Host {
    /// A page whose body is `body`, under a policy of its own that lets it frame the explorer and load its script, and nothing else.
    fn of(page: &Page, body: &str) -> Self {
        let site = Site::start();
        let explorer = page.site().origin();
        site.set_policy(&format!(
            "default-src 'none'; script-src 'self' {explorer}; frame-src {explorer}; img-src 'self' data: {explorer}; style-src 'self'"
        ));
        let folder = page.site().url("");
        let body = body.replace("{explorer}", &folder);
        site.put_file(
            "host.html",
            format!(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><script src=\"listen.js\"></script>\
                 <link rel=\"icon\" href=\"data:,\"><h1>A page of others</h1>{body}<p id=\"end\">The end.</p>"
            ),
        );
        site.put_file("listen.js", LISTEN);
        Self { site }
    }

    #[track_caller]
    fn open(&self, page: &Page) {
        // Not every browser knows all that a frame may be allowed.
        page.allow_console("Unrecognized feature");
        page.visit(&self.site.url("host.html"));
    }
}

/// Keeps every message and every event of an embed.
const LISTEN: &str = r"
    window.heard = [];
    window.events = [];
    addEventListener('message', e => heard.push({ origin: e.origin, data: e.data }));
    for (const type of ['ready', 'resize', 'state', 'select', 'navigate', 'error'])
        addEventListener(`forum-explorer:${type}`, e => events.push(e.detail));
    window.say = (message, frame = 0) => document.querySelectorAll('iframe')[frame].contentWindow
        .postMessage({ target: 'forum-explorer', v: 1, ...message }, '*');";

const SCRIPT: &str = "<script async src=\"{explorer}embed.js\"></script>";

/// The messages of a type that the host heard.
#[track_caller]
fn heard(page: &Page, kind: &str) -> Vec<Value> {
    page.evaluate(
        "return (window.heard ?? []).map(h => h.data).filter(d => d?.source === 'forum-explorer' && d.type === arguments[0])",
        &[kind.into()],
    )
}

#[track_caller]
fn wait_heard(page: &Page, kind: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    until(&format!("a message of type {kind}"), || {
        let all = heard(page, kind);
        all.iter()
            .rev()
            .find(|m| wanted(m))
            .cloned()
            .ok_or_else(|| format!("{:?}", all))
    })
}

/// Waits until the frame is as high as what is in it.
#[track_caller]
fn wait_fits(page: &Page, index: u16) {
    page.enter_frame(index);
    page.wait_for(".view-title");
    bring_all(page);
    until("a frame without an inner scrollbar", || {
        let (inner, outer): (f64, f64) = page.evaluate(
            "const e = document.scrollingElement; return [e.scrollHeight, innerHeight]",
            &[],
        );
        let (wide, width): (f64, f64) = page.evaluate(
            "const e = document.scrollingElement; return [e.scrollWidth, innerWidth]",
            &[],
        );
        let fits = inner <= outer && outer - inner < 2.0 && wide <= width;
        fits.then_some(())
            .ok_or_else(|| format!("{:?}", (inner, outer, wide, width)))
    });
    page.leave_frames();
}

#[test]
fn an_element_becomes_a_frame_as_high_as_its_view_at_every_width() {
    browse(|page| {
        let host = Host::of(
            page,
            &format!(
                "<forum-explorer view=\"timeline\" lang=\"en\"><a href=\"{{explorer}}\">Timeline</a></forum-explorer>{SCRIPT}"
            ),
        );
        host.open(page);
        page.wait_for("iframe");
        for width in [320, 480, 768, 1280] {
            page.set_window(width, 900);
            wait_fits(page, 0);
        }
        assert_eq!(
            page.count("forum-explorer a:not([hidden] *)"),
            0,
            "what was inside made way"
        );
        let title = page.attribute("iframe", "title").unwrap_or_default();
        assert!(title.starts_with("Timeline – "), "{title}");
    });
}

#[test]
fn every_view_fits_its_frame_on_a_phone_and_on_a_page() {
    browse(|page| {
        let views: String = ChartKind::ALL
            .iter()
            .map(|kind| {
                format!(
                    "<forum-explorer view=\"{}\" lang=\"zh\" loading=\"eager\"></forum-explorer>",
                    kind.slug()
                )
            })
            .collect();
        let host = Host::of(page, &format!("{views}{SCRIPT}"));
        for width in [1000, 320] {
            page.set_window(width, 900);
            host.open(page);
            page.wait_count("iframe", ChartKind::ALL.len());
            for index in 0..ChartKind::ALL.len() {
                page.evaluate::<()>(
                    "document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()",
                    &[index.into()],
                );
                wait_fits(page, index as u16);
            }
        }
    });
}

#[test]
fn a_div_becomes_a_frame_and_words_inside_stay_where_the_view_does_not_come() {
    browse(|page| {
        page.site().break_file("data/forum.json", Fault::NotFound);
        let host = Host::of(
            page,
            &format!(
                "<div id=\"a\" data-forum-explorer data-view=\"participation\" data-lang=\"en\">A picture of <b>who took part</b>.</div>{SCRIPT}"
            ),
        );
        host.open(page);
        let error = wait_heard(page, "error", |_| true);
        assert_eq!(error["code"], "data");
        page.wait_gone("iframe");
        assert_eq!(page.text("#a"), "A picture of who took part.");
        page.site().mend_file("data/forum.json");
        host.open(page);
        wait_fits(page, 0);
        assert_eq!(page.text("#a"), "");
    });
}

#[test]
fn where_scripts_are_taken_out_a_link_with_its_picture_is_left() {
    browse(|page| {
        let host = Host::of(
            page,
            "<forum-explorer view=\"timeline\"><a href=\"{explorer}?lang=en\">Timeline of the Forum</a></forum-explorer>",
        );
        host.open(page);
        page.wait_for("forum-explorer a");
        page.click("forum-explorer a");
        page.wait_boot("started");
        page.wait_for("#timeline-title");
    });
}

#[test]
fn the_host_chooses_language_theme_and_filters_and_hears_what_the_reader_does() {
    browse(|page| {
        let host = Host::of(
            page,
            &format!(
                "<forum-explorer view=\"timeline\" lang=\"en\" state=\"cluster=1\"></forum-explorer>{SCRIPT}"
            ),
        );
        host.open(page);
        page.wait_for("iframe");
        let state = wait_heard(page, "state", |_| true);
        assert_eq!(
            (&state["state"], &state["lang"]),
            (&json!("cluster=1"), &json!("en"))
        );

        page.evaluate::<()>("document.querySelector('forum-explorer').lang = 'zh'", &[]);
        wait_heard(page, "state", |m| m["lang"] == "zh");
        until("the title in the other language", || {
            let title = page.attribute("iframe", "title").unwrap_or_default();
            title
                .starts_with("时间线")
                .then_some(())
                .ok_or_else(|| format!("{:?}", title))
        });
        page.evaluate::<()>(
            "document.querySelector('forum-explorer').setAttribute('theme', 'dark')",
            &[],
        );
        wait_heard(page, "state", |m| m["theme"] == "dark");
        page.evaluate::<()>("document.querySelector('forum-explorer').setAttribute('state', 'country=CHE&context=1')", &[]);
        wait_heard(page, "state", |m| m["state"] == "country=CHE&context=1");

        page.enter_frame(0);
        page.wait_attribute("html", "lang", "zh-Hans");
        page.wait_attribute("html", "data-theme", "dark");
        page.wait_for("#timeline-thematic-bern");
        page.click("#timeline-thematic-bern");
        page.leave_frames();
        let chosen = wait_heard(page, "select", |m| m["facet"] == "event");
        assert_eq!(
            (&chosen["value"], &chosen["selected"]),
            (&json!("thematic-bern"), &json!(true))
        );
        page.enter_frame(0);
        page.click("#timeline .source-line a.cite");
        page.wait_for("#panel .gist");
        page.leave_frames();
        let opened = wait_heard(page, "navigate", |_| true);
        assert!(
            opened["open"]
                .as_str()
                .is_some_and(|open| open.starts_with("p=")),
            "{opened}"
        );
        // As events of the element, too, and the frame was never loaded anew.
        let types: Vec<String> =
            page.evaluate("return [...new Set(events.map(e => e.type))].sort()", &[]);
        assert_eq!(types, ["navigate", "ready", "resize", "select", "state"]);
        assert_eq!(heard(page, "ready").len(), 1);
    });
}

#[test]
fn a_page_that_only_frames_the_view_hears_its_height_in_the_forms_it_knows() {
    browse(|page| {
        let host = Host::of(
            page,
            "<iframe src=\"{explorer}?embed=1&view=funding&lang=en&id=f&compat=datawrapper&childId=pym1\" width=\"600\" height=\"400\"></iframe>",
        );
        host.open(page);
        let height = wait_heard(page, "resize", |m| m["id"] == "f")["height"].clone();
        let all: Vec<Value> = page.evaluate("return (window.heard ?? []).map(h => h.data)", &[]);
        let has = |wanted: &Value| all.iter().any(|message| message == wanted);
        assert!(
            has(&json!({ "sentinel": "amp", "type": "embed-size", "height": height })),
            "{all:?}"
        );
        assert!(
            has(&json!({ "datawrapper-height": { "f": height } })),
            "{all:?}"
        );
        assert!(
            has(&json!(format!("pymxPYMxpym1xPYMxheightxPYMx{height}"))),
            "{all:?}"
        );
        let medium = all
            .iter()
            .filter_map(Value::as_str)
            .filter_map(|text| serde_json::from_str::<Value>(text).ok());
        assert!(
            medium
                .into_iter()
                .any(|m| m["context"] == "iframe.resize" && m["height"] == height)
        );
        // Whom it does not know, it does not tell what its reader does.
        page.enter_frame(0);
        page.wait_for("#funding .source-line a.cite");
        page.click("#funding .source-line a.cite");
        page.wait_for("#panel .gist");
        page.leave_frames();
        assert!(heard(page, "navigate").is_empty() && heard(page, "state").is_empty());
        assert!(
            heard(page, "ready")
                .iter()
                .all(|ready| ready.get("state").is_none())
        );
    });
}

#[test]
fn who_has_not_said_hello_is_not_obeyed_and_who_has_may_ask() {
    browse(|page| {
        let host = Host::of(
            page,
            "<iframe src=\"{explorer}?embed=1&view=timeline&lang=en&id=a\" width=\"900\" height=\"900\"></iframe>",
        );
        host.open(page);
        wait_heard(page, "ready", |_| true);
        page.evaluate::<()>("say({ type: 'set-theme', theme: 'dark' })", &[]);
        page.evaluate::<()>(
            "say({ type: 'hello', id: 'a' }); say({ type: 'get-state' })",
            &[],
        );
        let state = wait_heard(page, "state", |_| true);
        assert_eq!(
            (&state["theme"], &state["id"]),
            (&json!("auto"), &json!("a"))
        );
        page.evaluate::<()>("say({ type: 'set-theme', theme: 'dark' })", &[]);
        wait_heard(page, "state", |m| m["theme"] == "dark");
        page.evaluate::<()>(
            "say({ type: 'set-state', state: 'cluster=nine&cluster=2' })",
            &[],
        );
        let error = wait_heard(page, "error", |_| true);
        assert!(
            error["message"]
                .as_str()
                .is_some_and(|m| m.contains("nine")),
            "{error}"
        );
        wait_heard(page, "state", |m| m["state"] == "cluster=2");
        page.evaluate::<()>("say({ type: 'focus', mark: 'thematic-bern' })", &[]);
        page.enter_frame(0);
        until("the keyboard at the mark", || {
            let held: String = page.evaluate("return document.activeElement.id", &[]);
            (held == "timeline-thematic-bern")
                .then_some(())
                .ok_or_else(|| format!("{:?}", held))
        });
    });
}

#[test]
fn a_hostile_host_breaks_nothing() {
    browse(|page| {
        let host = Host::of(
            page,
            "<iframe src=\"{explorer}?embed=1&view=timeline&lang=en\" width=\"900\" height=\"900\"></iframe>",
        );
        host.open(page);
        wait_heard(page, "ready", |_| true);
        page.evaluate::<()>(
            r"const loop = {}; loop.loop = loop;
              const broken = [null, 1, 'text', [], loop, new Date(), new Map([[1, 2]]), new Uint8Array(1e6), 'x'.repeat(1e6), 10n,
                { type: 'hello' }, { v: 2, type: 'hello' }, { v: '1', type: 'launch' }, { type: { a: 1 } }, { type: 'set-lang', lang: 'x'.repeat(1e6) },
                { type: 'set-lang', lang: null }, { type: 'set-theme', theme: ['dark'] }, { type: 'set-state', state: '%%%&&&==' + '<script>'.repeat(100) },
                { type: 'set-state', state: 'x'.repeat(1e6) }, { type: 'focus', mark: '\u0000' }, { type: 'hello', id: 'other' }];
              const frame = document.querySelector('iframe').contentWindow;
              for (const message of broken) {
                frame.postMessage(message, '*');
                say(message);
              }
              say({ type: 'hello' });
              for (const message of broken) say(message);
              say({ type: 'set-state', state: 'cluster=3' })",
            &[],
        );
        wait_heard(page, "state", |m| m["state"] == "cluster=3");
        page.enter_frame(0);
        page.wait_for("#timeline-title");
        page.wait_attribute("html", "lang", "en");
        page.wait_attribute("html", "data-theme", "auto");
        assert_eq!(
            page.count("script:not([data-bindings])"),
            0,
            "nothing that was said became part of the page"
        );
    });
}

#[test]
fn a_page_beside_the_host_is_not_heard() {
    browse(|page| {
        let host = Host::of(
            page,
            "<iframe src=\"{explorer}?embed=1&view=timeline&lang=en\" width=\"900\" height=\"900\"></iframe><iframe id=\"beside\" src=\"beside.html\"></iframe>",
        );
        let explorer = page.site().origin();
        host.site.set_policy(&format!(
            "default-src 'none'; img-src data:; script-src 'self'; frame-src 'self' {explorer}"
        ));
        host.site.put_file(
            "beside.html",
            "<!doctype html><link rel=\"icon\" href=\"data:,\"><script src=\"beside.js\"></script>",
        );
        host.site.put_file(
            "beside.js",
            "const say = (type, more) => parent.frames[0].postMessage({ target: 'forum-explorer', v: 1, type, ...more }, '*');
             addEventListener('message', () => { say('hello'); say('set-theme', { theme: 'dark' }); parent.postMessage('said', '*') })",
        );
        host.open(page);
        wait_heard(page, "ready", |_| true);
        page.evaluate::<()>(
            "document.querySelector('#beside').contentWindow.postMessage('go', '*')",
            &[],
        );
        until("the page beside to have spoken", || {
            let said: bool = page.evaluate("return heard.some(h => h.data === 'said')", &[]);
            said.then_some(())
                .ok_or_else(|| format!("{:?}", "nothing was said"))
        });
        page.evaluate::<()>("say({ type: 'hello' })", &[]);
        let state = wait_heard(page, "state", |_| true);
        assert_eq!(state["theme"], "auto");
    });
}

#[test]
fn the_host_hears_that_the_program_stopped_and_the_frame_has_its_figure() {
    browse(|page| {
        let host = Host::of(
            page,
            &format!("<forum-explorer view=\"funding\" lang=\"en\"></forum-explorer>{SCRIPT}"),
        );
        host.open(page);
        wait_heard(page, "ready", |_| true);
        page.enter_frame(0);
        page.wait_for(".view-title");
        page.expect_console("RuntimeError");
        page.evaluate::<()>(TRAP, &[]);
        page.wait_text("#stopped [role=alert]", "has stopped");
        wait_equal("the figure of the view", &json!(["funding"]), || {
            page.evaluate(
                "return [...document.querySelectorAll('#stopped img')]
                     .filter(e => e.complete && e.naturalWidth > 0)
                     .map(e => e.getAttribute('src').split(/[/-]/)[1])",
                &[],
            )
        });
        page.leave_frames();
        let said = wait_heard(page, "error", |m| m["code"] == "stopped");
        assert!(
            said["message"]
                .as_str()
                .is_some_and(|m| m.contains("stopped")),
            "{said}"
        );
        let events: Vec<Value> = page.evaluate("return events", &[]);
        assert!(
            events.iter().any(|e| e["code"] == "stopped"),
            "the element tells of it: {events:?}"
        );
    });
}

#[test]
fn an_embed_works_in_a_sandbox_that_allows_scripts_and_nothing_else() {
    browse(|page| {
        let host = Host::of(
            page,
            &format!(
                "<forum-explorer view=\"timeline\" lang=\"en\" sandbox=\"allow-scripts\"></forum-explorer>{SCRIPT}"
            ),
        );
        host.open(page);
        page.wait_for("iframe");
        wait_fits(page, 0);
        page.evaluate::<()>(
            "document.querySelector('forum-explorer').setAttribute('lang', 'fr')",
            &[],
        );
        wait_heard(page, "state", |m| m["lang"] == "fr");
        page.enter_frame(0);
        page.wait_attribute("html", "lang", "fr");
        page.click("#timeline-thematic-bern");
        page.click("#timeline .source-line a.cite");
        page.wait_for("#panel .gist");
        page.leave_frames();
        wait_heard(page, "select", |m| m["value"] == "thematic-bern");
    });
}

#[test]
fn ten_embeds_share_a_page_and_come_when_they_are_about_to_be_seen() {
    browse(|page| {
        let room = "<div class=\"room\"></div>";
        let views: String = (0..10)
            .map(|index| {
                let kind = ChartKind::ALL[index];
                format!("<forum-explorer view=\"{}\" lang=\"en\" height=\"3000\"></forum-explorer>{room}", kind.slug())
            })
            .collect();
        let host = Host::of(page, &format!("{views}{SCRIPT}"));
        host.open(page);
        wait_heard(page, "ready", |_| true);
        let last = ChartKind::ALL[9].slug();
        let asked = |view: &str| {
            page.site()
                .answers()
                .iter()
                .filter(|answer| answer.path.contains(&format!("view={view}&")))
                .count()
        };
        assert_eq!(asked(last), 0, "the last is far below");
        for index in 0..10 {
            page.evaluate::<()>(
                "document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()",
                &[index.into()],
            );
            until("the next embed", || {
                let ready = heard(page, "ready").len();
                (ready > index)
                    .then_some(())
                    .ok_or_else(|| format!("{:?}", ready))
            });
        }
        let ids: Vec<String> = page.evaluate(
            "return [...new Set(heard.filter(h => h.data?.type === 'ready').map(h => h.data.id))]",
            &[],
        );
        assert_eq!(ids.len(), 10);
        // A filter in one leaves the others alone.
        page.evaluate::<()>(
            "document.querySelector('forum-explorer').setAttribute('state', 'cluster=2')",
            &[],
        );
        wait_heard(page, "state", |m| m["state"] == "cluster=2");
        let filtered: Vec<String> = page.evaluate(
            "return heard.filter(h => h.data?.state === 'cluster=2').map(h => h.data.id)",
            &[],
        );
        assert!(filtered.iter().all(|id| *id == filtered[0]), "{filtered:?}");
    });
}

#[test]
fn back_in_the_page_around_leaves_that_page() {
    browse(|page| {
        let host = Host::of(
            page,
            "<iframe src=\"{explorer}?embed=1&view=timeline&lang=en\" width=\"900\" height=\"900\"></iframe>",
        );
        host.site.put_file(
            "before.html",
            "<!doctype html><link rel=\"icon\" href=\"data:,\"><p>Before.",
        );
        page.visit(&host.site.url("before.html"));
        host.open(page);
        wait_heard(page, "ready", |_| true);
        page.enter_frame(0);
        page.click("#timeline-thematic-bern");
        page.wait_attribute("#timeline-thematic-bern", "aria-pressed", "true");
        page.leave_frames();
        page.back();
        wait_equal("the address", &host.site.url("before.html"), || page.url());
    });
}

#[test]
fn the_panel_of_a_high_frame_opens_where_the_reader_is() {
    browse(|page| {
        let host = Host::of(
            page,
            &format!(
                "<forum-explorer view=\"participation\" lang=\"en\"></forum-explorer>{SCRIPT}"
            ),
        );
        host.open(page);
        page.set_window(700, 700);
        page.wait_for("iframe");
        page.enter_frame(0);
        page.wait_for("#participation .source-line a.cite");
        bring_all(page);
        wait_fits(page, 0);
        page.enter_frame(0);
        page.click("#participation .source-line a.cite");
        page.wait_for("#panel .gist");
        let (panel, link, height): (f64, f64, f64) = page.evaluate(
            "const top = css => document.querySelector(css).getBoundingClientRect().top;
             return [top('.panel'), top('#participation .source-line a.cite'), document.querySelector('.panel').offsetHeight]",
            &[],
        );
        assert!(
            panel >= 0.0 && panel < link && link < panel + height + 200.0,
            "the panel begins at {panel}, {height} high, the link is at {link}"
        );
        let (inner, outer): (f64, f64) = page.evaluate(
            "return [document.scrollingElement.scrollHeight, innerHeight]",
            &[],
        );
        assert!(inner <= outer, "no inner scrollbar: {inner} in {outer}");
    });
}

#[test]
fn the_looks_that_an_address_asks_for() {
    browse(|page| {
        let look = |page: &Page, query: &str| -> (bool, bool, String) {
            page.open(&format!("?embed=1&view=timeline&lang=en&{query}"));
            page.wait_for("#timeline .picture");
            until("the embed's looks", || {
                let is_set: bool = page.evaluate(
                    "return document.documentElement.hasAttribute('data-embed')",
                    &[],
                );
                is_set
                    .then_some(())
                    .ok_or_else(|| format!("{:?}", "no looks yet"))
            });
            page.evaluate(
                "const shown = css => document.querySelector(css)?.checkVisibility() ?? false;
                 return [shown('#timeline-title'), shown('#timeline .tabs'), getComputedStyle(document.body).backgroundColor]",
                &[],
            )
        };
        let (has_title, has_tools, paper) = look(page, "");
        assert!(
            has_title && has_tools && paper != "rgba(0, 0, 0, 0)",
            "{paper}"
        );
        let (has_title, has_tools, _) = look(page, "plain=1");
        assert!(!has_title && !has_tools);
        let (has_title, has_tools, _) = look(page, "controls=0");
        assert!(has_title && !has_tools);
        assert_eq!(look(page, "transparent=1").2, "rgba(0, 0, 0, 0)");
        // What means nothing is named, and the rest holds.
        page.open("?embed=1&view=timeline&lang=en&plain=perhaps");
        page.wait_text("#bad-address", "plain");
        page.wait_for("#timeline-title");
    });
}

#[test]
fn a_static_embed_is_a_page_without_a_program() {
    browse(|page| {
        let host = Host::of(
            page,
            "<iframe src=\"{explorer}?embed=1&view=funding&lang=zh&static=1\" width=\"900\" height=\"900\"></iframe>",
        );
        host.open(page);
        page.enter_frame(0);
        page.wait_for("table");
        page.wait_attribute("html", "lang", "zh-Hans");
        assert_eq!(page.count("script"), 0);
    });
}

#[test]
fn an_embed_of_another_version_says_so_and_leads_to_the_whole_page() {
    browse(|page| {
        page.open("?embed=1&view=timeline&lang=en&cluster=2&v=0.9.0&id=x");
        page.wait_text("footer .ignored", "0.9.0");
        let href: String = page.evaluate(
            "return document.querySelector('footer .actions a').href",
            &[],
        );
        assert_eq!(href, page.site().url("?cluster=2&lang=en#timeline"));
        page.visit(&href);
        page.wait_for("#count");
        assert_eq!(page.count("footer .ignored"), 0);
    });
}

#[test]
fn the_html_of_the_builder_works_in_an_empty_page() {
    browse(|page| {
        for (lang, form) in [("en", "script"), ("zh", "frame")] {
            page.open(&format!("?lang={lang}&cluster=3"));
            page.wait_for("#timeline-title");
            read_on(page);
            page.click("#timeline-embed summary");
            page.click(&format!("#timeline-embed-form-{form}"));
            page.click("#timeline-embed-theme-dark");
            page.click("#timeline-embed-width-320");
            // The preview is the embed itself, and tells its height.
            until("the preview's height in the HTML", || {
                let (html, height): (String, String) = page.evaluate(
                    "const frame = document.querySelector('#timeline-preview');
                     return [document.querySelector('#timeline-html').value, frame.style.height]",
                    &[],
                );
                let is_told = height != "640px" && html.contains(height.trim_end_matches("px"));
                is_told
                    .then_some(())
                    .ok_or_else(|| format!("{:?}", (html, height)))
            });
            let html: String =
                page.evaluate("return document.querySelector('#timeline-html').value", &[]);
            let host = Host::of(page, &html);
            if form == "frame" {
                // A `style` in the HTML needs a host that allows it.
                let explorer = page.site().origin();
                host.site.set_policy(&format!("default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; frame-src {explorer}"));
            }
            host.open(page);
            page.wait_for("iframe");
            let ready = wait_heard(page, "ready", |_| true);
            assert_eq!(
                (&ready["lang"], &ready["theme"]),
                (&json!(lang), &json!("dark"))
            );
            assert_eq!(page.attribute("iframe", "loading").as_deref(), Some("lazy"));
            let title = page.attribute("iframe", "title").unwrap_or_default();
            assert!(
                title.contains(if lang == "en" {
                    "Timeline"
                } else {
                    "时间线"
                }),
                "{title}"
            );
            page.enter_frame(0);
            page.wait_for("#timeline-thematic-manila");
            let label = page
                .attribute("#timeline-thematic-kingston", "aria-label")
                .unwrap_or_default();
            assert!(
                label.contains("outside the filter") || label.contains("不在筛选范围内"),
                "{label}"
            );
            page.leave_frames();
        }
    });
}

#[test]
fn the_script_for_other_peoples_pages_is_small_and_asks_for_nothing_else() {
    browse(|page| {
        let script = page.site().read_text("embed.js");
        assert!(script.len() <= 5 * 1024, "{} bytes", script.len());
        let host = Host::of(page, &format!("<p>No embed here.</p>{SCRIPT}"));
        host.open(page);
        page.wait_text("#end", "The end");
        let asked: Vec<String> = page.evaluate(
            "return performance.getEntriesByType('resource').map(file => file.name.split('/').pop())",
            &[],
        );
        assert!(
            asked
                .iter()
                .all(|name| name == "embed.js" || name == "listen.js"),
            "{asked:?}"
        );
    });
}
