//! What a search found: each row with its page, its paragraphs and the filter that it stands for.

use std::sync::Arc;

use leptos::prelude::*;

use crate::language::template::fill;
use crate::search::hit::{Found, Hit};
use crate::search::index::Index;
use crate::state::explorer::{Explorer, Step};
use crate::state::load::{Loaded, Rest};
use crate::state::locale::Locale;
use crate::ui::citations::{citations, open_link};
use crate::ui::element::{El, all, el, nothing, text};
use crate::ui::files::fetch_rest;
use crate::ui::say::{changing, say, say_later};

/// The most rows that are listed.
const LISTED: usize = 20;
/// The most paragraphs that stand beside one row.
const PARAGRAPHS: usize = 4;

/// The results of what is searched for now. The index is made once for each state of the data.
pub fn results() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    fetch_rest(explorer);
    let query = explorer.watch(|s| s.search.clone());
    let mut made: Option<(Arc<Loaded>, Index)> = None;
    let listed = changing(move || {
        let loaded = explorer.loaded();
        let lang = locale.lang.get();
        let query = query.get();
        let is_stale = made
            .as_ref()
            .is_none_or(|(of, _)| !Arc::ptr_eq(of, &loaded));
        if is_stale {
            made = Some((Arc::clone(&loaded), Index::new(&loaded.data)));
        }
        let found = made
            .as_ref()
            .map(|(_, index)| index.find(&query, &loaded.data, lang, LISTED))
            .unwrap_or_default();
        untrack(|| list(found, &query, locale))
    });
    let underway = changing(move || match explorer.rest().get() {
        Rest::Here => nothing(),
        _ => el("p")
            .class("quiet")
            .text(say(|s| s.status.loading_rest))
            .view(),
    });
    el("section")
        .class("results")
        .id("results")
        .attr("aria-label", say_later(|s| s.search.name))
        .child(listed)
        .child(underway)
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .id("search-clear")
                .on("click", move |_| {
                    explorer.search(String::new(), Step::New);
                })
                .text(say_later(|s| s.search.clear)),
        )
        .view()
}

fn list(found: Found, query: &str, locale: Locale) -> AnyView {
    let strings = &locale.later().search;
    let total = found.total.to_string();
    let shown = found.hits.len().to_string();
    let count = match (found.total, found.total > found.hits.len()) {
        (0, _) => fill(strings.none, &[("query", query.trim())]),
        (_, true) => fill(strings.found_first, &[("shown", &shown), ("n", &total)]),
        (_, false) => fill(strings.found, &[("n", &total)]),
    };
    let hint = (found.total == 0).then(|| el("p").class("quiet").text(strings.none_hint));
    all([
        el("p")
            .attr("role", "status")
            .id("found")
            .text(count)
            .view(),
        hint.map_or_else(nothing, El::view),
        el("ul")
            .class("facts")
            .child(
                found
                    .hits
                    .into_iter()
                    .map(|hit| row(hit, locale))
                    .collect::<Vec<_>>(),
            )
            .view(),
    ])
}

fn row(hit: Hit, locale: Locale) -> AnyView {
    let kind = hit.kind.name(locale.lang.get_untracked());
    let title = marked(&hit.title, &hit.marks);
    let place = match hit.subject {
        Some(subject) => open_link(subject).class("page-link"),
        None => el("span"),
    };
    let title = place.in_language_of(&hit.title.into()).child(title);
    let mut source = hit.source;
    source.truncate(PARAGRAPHS);
    let mut item = el("li")
        .child(el("span").class("fact-table").text(kind))
        .child(title)
        .text(" ");
    if !hit.detail.is_empty() {
        item = item
            .child(match hit.is_data_detail {
                true => el("span").class("quiet").of_data(hit.detail),
                false => el("span").class("quiet").text(hit.detail),
            })
            .text(" ");
    }
    item.child(citations(source))
        .child(filter_button(hit.clauses))
        .view()
}

/// The title with what matches set off.
fn marked(title: &str, marks: &[(usize, usize)]) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut done = 0;
    for &(from, to) in marks {
        let (Some(before), Some(hit)) = (title.get(done..from), title.get(from..to)) else {
            continue;
        };
        parts.push(text(before.to_owned()));
        parts.push(el("mark").text(hit.to_owned()).view());
        done = to;
    }
    parts.push(text(title.get(done..).unwrap_or_default().to_owned()));
    parts
}

/// Sets the filters that the row stands for.
fn filter_button(clauses: Vec<crate::filter::clause::Clause>) -> AnyView {
    let explorer = expect_context::<Explorer>();
    if clauses.is_empty() {
        return nothing();
    }
    el("button")
        .attr("type", "button")
        .class("row-select result-filter")
        .on("click", move |_| {
            let mut selection = explorer.with_state(|s| s.selection.clone());
            for &clause in &clauses {
                if !selection.has(clause) {
                    selection.toggle(clause);
                }
            }
            explorer.select(selection);
        })
        .text(say_later(|s| s.search.filter))
        .view()
}
