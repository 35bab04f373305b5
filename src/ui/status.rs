//! While nothing can be shown: loading, and failing.

use leptos::prelude::*;

use crate::language::template::fill;
use crate::state::explorer::Explorer;
use crate::state::load::Failure;
use crate::state::locale::Locale;
use crate::ui::element::{El, el, nothing};
use crate::ui::files::fetch_missing;
use crate::ui::say::{say, tell};

/// Loading: a sentence, and the room that the page will take.
pub fn loading(done: usize, total: usize) -> AnyView {
    let page = el("main")
        .class("page")
        .id("content")
        .attr("aria-busy", "true");
    underway(page, done, total)
        .child(Vec::from(SKELETON.map(|part| el("div").class(part).view())))
        .view()
}

/// Loading, while the page stands there as it was drawn ahead: the sentence alone.
pub fn loading_ahead(done: usize, total: usize) -> AnyView {
    underway(el("div").class("loading-ahead"), done, total).view()
}

fn underway(place: El, done: usize, total: usize) -> El {
    let locale = Locale::expect();
    let sentence = tell(move || progress(done, total, locale));
    let status = el("p").class("loading").attr("role", "status");
    place
        .child(status.text(sentence.clone()))
        .child(bar(done, total).attr("aria-label", sentence))
}

/// The same as in `index.html`; the style sheet knows how high each part will be.
const SKELETON: [&str; 5] = [
    "skeleton skeleton-head",
    "skeleton skeleton-timeline",
    "skeleton skeleton-participation",
    "skeleton skeleton-geography",
    "skeleton skeleton-funding",
];

fn progress(done: usize, total: usize, locale: Locale) -> String {
    let strings = &locale.strings().status;
    if total == 0 {
        return strings.loading.to_owned();
    }
    let (n, total) = ((done + 1).to_string(), total.to_string());
    fill(strings.loading_table, &[("n", &n), ("total", &total)])
}

/// How far it is; a bar without a value while nothing is known of the package.
fn bar(done: usize, total: usize) -> El {
    let bar = el("progress")
        .class("loading-bar")
        .attr("max", total.max(1).to_string());
    match total {
        0 => bar,
        _ => bar.attr("value", done.to_string()),
    }
}

/// Nothing could be loaded: what happened, and what to do.
pub fn load_failed(
    failure: Failure,
    address: String,
    is_own: bool,
    retry: impl Fn() + 'static,
) -> AnyView {
    let again = el("button")
        .attr("type", "button")
        .class("button")
        .id("retry")
        .on("click", move |_| retry())
        .text(say(|s| s.status.retry));
    let raw = link(address.clone()).text(say(|s| s.status.open_raw));
    let own = (!is_own).then(|| link("?".to_owned()).text(say(|s| s.status.open_own)));
    let actions = el("p").class("actions");
    el("main")
        .class("page")
        .id("content")
        .child(what_failed(failure, address))
        .child(actions.child(again).child(raw).child(own))
        .view()
}

/// That some tables did not come, with the way to ask again; nothing where all came.
pub fn rest_failed() -> AnyView {
    let explorer = expect_context::<Explorer>();
    if !explorer.loaded().has_failed_files() {
        return nothing();
    }
    el("p")
        .class("ignored")
        .attr("role", "note")
        .text(say(|s| s.status.rest_failed))
        .text(" ")
        .child(retry_missing())
        .view()
}

/// The button that asks again for the files that did not come.
pub fn retry_missing() -> El {
    let explorer = expect_context::<Explorer>();
    el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| fetch_missing(explorer))
        .text(say(|s| s.status.retry))
}

fn what_failed(failure: Failure, address: String) -> El {
    let locale = Locale::expect();
    let reason = tell(move || sentence(&failure, locale));
    let place = tell(move || {
        let strings = &locale.strings().status;
        fill(strings.data_address, &[("address", &address)])
    });
    el("div")
        .class("failure")
        .attr("role", "alert")
        .child(el("h1").text(say(|s| s.status.failed)))
        .child(el("p").text(reason))
        .child(el("p").class("quiet").text(place))
}

fn link(href: String) -> El {
    el("a").class("button").attr("href", href)
}

fn sentence(failure: &Failure, locale: Locale) -> String {
    let strings = &locale.strings().status;
    match failure {
        Failure::Unreachable => strings.unreachable.to_owned(),
        Failure::Status(status) => fill(strings.not_found, &[("status", &status.to_string())]),
        Failure::NotJson { line, column } => fill(
            strings.not_json,
            &[("line", &line.to_string()), ("column", &column.to_string())],
        ),
        Failure::NotAPackage => strings.not_package.to_owned(),
        Failure::NoTables => strings.no_tables.to_owned(),
        Failure::Empty => strings.empty.to_owned(),
    }
}
