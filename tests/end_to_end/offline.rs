//! A page that was visited opens without its host, in one version at a time, and a newer one waits for the reader.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::explorer::{read_on, wait_shows};
use crate::harness::{Fault, Page, Site, browse, until, wait_equal};
use crate::naive::Filter;

/// The list that the build wrote into a worker: the digest of each file that it keeps, by its path.
fn listed(worker: &str) -> BTreeMap<String, String> {
    let list = worker.lines().next().unwrap_or_default();
    let words: Vec<&str> = list.split('"').collect();
    let pairs = words.windows(3).filter(|words| words[1] == ":");
    pairs
        .map(|words| (words[0].to_owned(), words[2].to_owned()))
        .collect()
}

fn worker(page: &Page) -> String {
    let read = page.site().read_text("sw.js");
    assert!(!listed(&read).is_empty(), "the build lists what is kept");
    read
}

/// The paths of the files that the browser keeps.
fn kept(page: &Page) -> BTreeSet<String> {
    page.evaluate(
        "const kept = [];
         for (const name of await caches.keys()) {
             for (const { url } of await (await caches.open(name)).keys()) {
                 if (url.includes('?digest=')) kept.push(url.slice(arguments[0].length).split('?')[0]);
             }
         }
         return kept;",
        &[json!(page.site().url(""))],
    )
}

/// Visits the page for the first time and waits until everything is kept.
#[track_caller]
fn visit(page: &Page) {
    page.let_it_be_kept();
    page.open("?lang=en");
    let all: BTreeSet<String> = listed(&worker(page)).into_keys().collect();
    wait_equal("what is kept", &all, || kept(page));
}

/// How many workers stand ready for pages of this site.
fn registrations(page: &Page) -> usize {
    page.evaluate(
        "return (await navigator.serviceWorker.getRegistrations()).length",
        &[],
    )
}

/// Waits until the script that would register a worker has done so, or has decided against it.
fn wait_for_decision(page: &Page) {
    let script = page.site().url("offline/offline.js");
    page.evaluate::<()>("await import(arguments[0])", &[json!(script)]);
}

#[test]
fn after_one_visit_everything_opens_without_the_host() {
    browse(|page| {
        visit(page);
        page.site().stop();
        page.open("?lang=en");
        wait_shows(page, &Filter::default());
        page.click("#timeline .source-line a.cite");
        page.wait_text("#panel", "Paragraph");
        page.click("#lang-fr");
        page.wait_text("#count", "réunions thématiques sur 14");
        page.open("?region=asia&lang=zh");
        page.wait_text("#count", "14次专题会议中的5次");
    });
}

/// What a newer version of the site holds in place of the older.
struct Newer {
    files: BTreeMap<&'static str, String>,
    worker: String,
}

const OLD_GIST: &str = "Switzerland closed";
const NEW_GIST: &str = "Ruritania closed";

/// A version whose page says so, and whose deferred table says something else.
fn newer(page: &Page) -> Newer {
    let site = page.site();
    let document = site
        .read_text("index.html")
        .replacen("<html ", "<html data-edition=\"2\" ", 1);
    let table = site
        .read_text("data/paragraphs.csv")
        .replace(OLD_GIST, NEW_GIST);
    let files = BTreeMap::from([("index.html", document), ("data/paragraphs.csv", table)]);
    let mut worker = worker(page);
    let digests = listed(&worker);
    for (path, content) in &files {
        let digest: String = page.evaluate(
            "const bytes = new TextEncoder().encode(arguments[0]);
             const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
             return [...digest.subarray(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('')",
            &[json!(content)],
        );
        assert_ne!(digests[*path], digest, "{path} is another file");
        worker = worker.replace(&digests[*path], &digest);
    }
    let worker = worker.replacen("VERSION=\"", "VERSION=\"2", 1);
    Newer { files, worker }
}

impl Newer {
    fn publish(self, page: &Page) {
        for (path, content) in self.files {
            page.site().put_file(path, content);
        }
        page.site().put_file("sw.js", self.worker);
    }
}

fn edition(page: &Page) -> Option<String> {
    page.attribute("html", "data-edition")
}

/// What a window of this name is told of the paragraphs, and its edition.
fn asked_in(page: &Page, window: &str) -> (String, Option<String>) {
    page.evaluate(
        "const other = window.open('', arguments[0]);
         const answer = await other.fetch('data/paragraphs.csv');
         return [await answer.text(), other.document.documentElement.dataset.edition ?? null]",
        &[json!(window)],
    )
}

#[test]
fn a_newer_version_waits_until_the_reader_asks_for_it() {
    browse(|page| {
        visit(page);
        newer(page).publish(page);
        page.open("?lang=en&region=asia");
        page.wait_text("#newer-version", "There is a new version of this page.");
        assert_eq!(edition(page), None, "the open page stays");
        page.click("#lang-zh");
        page.wait_text("#newer-version", "本页已有新版本。");
        page.click("#lang-fr");
        page.wait_text(
            "#newer-version",
            "Une nouvelle version de cette page est prête.",
        );
        page.click("#lang-en");
        page.reload();
        page.wait_text("#newer-version", "There is a new version of this page.");
        assert_eq!(edition(page), None, "loading anew is not asking for it");

        // Another window of the older version goes on with the older version's files when this one leaves it.
        page.evaluate::<()>("window.open(location.href, 'other')", &[]);
        wait_equal("the other window's start", &json!("started"), || {
            page.evaluate::<Value>(
                "return window.open('', 'other').document.documentElement?.dataset.boot ?? null",
                &[],
            )
        });
        page.click_text("#newer-version button", "Load it");
        page.wait_attribute("html", "data-edition", "2");
        page.wait_url("region=asia");
        page.wait_boot("started");
        page.wait_gone("#newer-version");
        let (old, edition) = asked_in(page, "other");
        assert_eq!(edition, None);
        assert!(old.contains(OLD_GIST) && !old.contains(NEW_GIST));
        let new: String = page.evaluate("return (await fetch('data/paragraphs.csv')).text()", &[]);
        assert!(new.contains(NEW_GIST) && !new.contains(OLD_GIST));
    });
}

#[test]
fn an_offer_can_be_put_aside() {
    browse(|page| {
        visit(page);
        newer(page).publish(page);
        page.open("?lang=en");
        page.wait_for("#newer-version button");
        page.click_text("#newer-version button", "Not now");
        page.wait_gone("#newer-version");
        assert_eq!(edition(page), None);
    });
}

#[test]
fn a_file_of_another_version_is_refused() {
    browse(|page| {
        page.site()
            .break_file("data/paragraphs.csv", Fault::NotFound);
        page.let_it_be_kept();
        page.open("?lang=en");
        let mut all: BTreeSet<String> = listed(&worker(page)).into_keys().collect();
        all.remove("data/paragraphs.csv");
        wait_equal("what is kept", &all, || kept(page));
        page.site().mend_file("data/paragraphs.csv");
        page.site().edit_file("data/paragraphs.csv", |table| {
            table.replace(OLD_GIST, NEW_GIST)
        });
        page.open("?lang=en&p=27");
        page.wait_text("#panel [role=note]", "did not arrive");
        assert!(!page.text("#panel").contains(NEW_GIST));
    });
}

#[test]
fn an_embedded_view_keeps_nothing() {
    browse(|page| {
        page.let_it_be_kept();
        page.open("?embed=1&view=timeline&lang=en");
        wait_for_decision(page);
        assert_eq!(registrations(page), 0);
        let host = Site::start();
        host.set_policy("default-src 'none'; frame-src *; img-src data:");
        let frame = format!(
            "<iframe width=\"1000\" height=\"800\" src=\"{}\"></iframe>",
            page.site().url("?lang=en")
        );
        host.put_file(
            "host.html",
            format!("<!doctype html><title>Host</title><link rel=\"icon\" href=\"data:,\">{frame}"),
        );
        let asked = page.site().times_answered("offline/offline.js");
        page.visit(&host.url("host.html"));
        page.enter_frame(0);
        // What would keep the page is asked for when its program has started.
        page.wait_for("#timeline .drawing svg");
        assert_eq!(page.site().times_answered("offline/offline.js"), asked);
        page.leave_frames();
        // The same page by itself does.
        page.open("?lang=en");
        wait_for_decision(page);
        assert_eq!(registrations(page), 1);
    });
}

#[test]
fn a_reader_who_saves_data_keeps_what_was_loaded() {
    browse(|page| {
        page.let_it_be_kept();
        page.before_each_page(
            "Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true })",
        );
        page.open("?lang=en");
        read_on(page);
        let reading = page
            .site()
            .parts()
            .into_iter()
            .find(|part| part.contains("split_reading"))
            .expect("there is a part for reading");
        until("what was loaded to be kept", || {
            let kept = kept(page);
            let is_kept = kept.contains(&reading) && kept.contains("data/paragraphs.csv");
            is_kept.then_some(()).ok_or_else(|| format!("{kept:?}"))
        });
        let kept = kept(page);
        assert!(!kept.iter().any(|path| path.contains("split_words")));
        assert!(!kept.contains("data/events.csv"), "nobody asked for it");
        page.site().stop();
        page.open("?lang=en");
        wait_shows(page, &Filter::default());
    });
}

#[test]
fn another_report_is_never_kept() {
    browse(|page| {
        visit(page);
        let package = page.site().read_text("data/forum.json");
        page.site().put_file("other/forum.json", package);
        page.open("?lang=en&data=other/forum.json");
        page.wait_for("#timeline .drawing svg");
        assert_eq!(page.site().times_answered("other/forum.json"), 1);
        page.open("?lang=en&data=other/forum.json");
        page.wait_for("#timeline .drawing svg");
        assert_eq!(page.site().times_answered("other/forum.json"), 2);
        assert!(!kept(page).iter().any(|path| path.starts_with("other")));
    });
}

#[test]
fn where_the_browser_keeps_nothing_the_page_is_as_without() {
    browse(|page| {
        page.let_it_be_kept();
        let refuses = "caches.open = () => Promise.reject(new Error('no room'));\n";
        let whole = worker(page);
        let refusing = whole.replacen(";\n", &format!(";\n{refuses}"), 1);
        page.site().put_file("sw.js", refusing);
        page.open("?lang=en");
        wait_shows(page, &Filter::default());
        wait_equal("the workers", &0, || registrations(page));

        // A storage that breaks once everything was kept.
        let broken = format!("addEventListener('activate', () => {{ {refuses} }});\n");
        page.site()
            .put_file("sw.js", whole.replacen(";\n", &format!(";\n{broken}"), 1));
        page.open("?lang=en");
        wait_for_decision(page);
        wait_equal("the state of the worker", &json!("activated"), || {
            page.evaluate::<Value>(
                "return (await navigator.serviceWorker.ready).active.state",
                &[],
            )
        });
        page.open("?lang=en&region=asia");
        assert!(page.evaluate::<bool>("return !!navigator.serviceWorker.controller", &[]));
        page.wait_for("#timeline .drawing svg");
    });
}

#[test]
fn the_page_can_be_installed() {
    browse(|page| {
        page.let_it_be_kept();
        page.open("?lang=en");
        let manifest = page.protocol("Page.getAppManifest", json!({}));
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        assert_eq!(manifest["url"], page.site().url("manifest.webmanifest"));
        let text = manifest["data"].as_str().expect("it is text");
        let read: Value = serde_json::from_str(text).expect("it is JSON");
        assert_eq!(
            read["name"],
            "Global Forum on Migration and Development 2011"
        );
        assert_eq!(
            read["name_localized"]["zh-Hans"],
            "全球移徙与发展论坛2011年会议"
        );
        let hindered = page.protocol("Page.getInstallabilityErrors", json!({}));
        assert_eq!(hindered["installabilityErrors"], json!([]));
    });
}
