//! What the reader should know of the address and the data: parts that could not be used, rows that were left out.

use leptos::prelude::*;

use crate::format::issue::{place, sentence};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::issue::{Issue, Reason, Severity};
use crate::share::query::BadPart;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{all, el, nothing};
use crate::ui::run::memo;
use crate::ui::say::changing;
use crate::ui::status::retry_missing;

/// How many issues are listed one by one.
const LISTED: usize = 20;

/// The notices at the head of the page; nothing when nothing is wrong.
pub fn notices() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let bad = explorer.bad_parts();
    let grave = memo(move || {
        let loaded = explorer.loaded();
        let all = loaded.issues.iter();
        all.filter(|issue| is_worth_a_notice(issue))
            .cloned()
            .collect::<Vec<_>>()
    });
    all([
        changing(move || missing_words(locale)).into_any(),
        changing(move || bad_address(bad, locale)).into_any(),
        changing(move || grave.with(|grave| data_issues(grave, "data-issues", locale.lang.get())))
            .into_any(),
    ])
}

/// What is wrong in a table that a view reads by itself; nothing when nothing is.
pub fn troubles(issues: Vec<Issue>, id: &'static str) -> AnyView {
    let locale = Locale::expect();
    let mut grave = issues;
    grave.retain(is_worth_a_notice);
    changing(move || data_issues(&grave, id, locale.lang.get())).into_any()
}

/// That the words of the chosen language did not come.
fn missing_words(locale: Locale) -> AnyView {
    match locale.is_missing.get() {
        true => el("p")
            .class("notice")
            .attr("role", "alert")
            .id("language-missing")
            .text(locale.later().panel.language_failed)
            .view(),
        false => nothing(),
    }
}

fn bad_address(bad: RwSignal<Vec<BadPart>>, locale: Locale) -> AnyView {
    let parts = bad.get();
    if parts.is_empty() {
        return nothing();
    }
    let strings = &locale.strings().filter;
    let line = |part: BadPart| {
        let named = [("name", part.name.as_str()), ("value", &part.value)];
        item(fill(strings.bad_parameter, &named))
    };
    let lines: Vec<AnyView> = parts.into_iter().map(line).collect();
    let dismiss = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| bad.set(Vec::new()))
        .text(strings.dismiss);
    el("div")
        .class("notice")
        .attr("role", "alert")
        .id("bad-address")
        .child(el("ul").child(lines))
        .child(dismiss)
        .view()
}

fn data_issues(grave: &[Issue], id: &'static str, lang: Lang) -> AnyView {
    let strings = &lang.strings().status;
    let head = match grave.len() {
        0 => return nothing(),
        1 => strings.issues_one.to_owned(),
        n => fill(strings.issues_many, &[("n", &n.to_string())]),
    };
    let listed = grave.iter().take(LISTED);
    let mut lines: Vec<AnyView> = listed
        .map(|issue| {
            item(format!(
                "{}{}{}",
                place(issue, lang),
                lang.strings().list.colon,
                sentence(issue, lang)
            ))
        })
        .collect();
    let rest = grave.len().saturating_sub(LISTED);
    if rest > 0 {
        let more = fill(strings.issues_more, &[("n", &rest.to_string())]);
        lines.push(item(more));
    }
    let can_retry = grave
        .iter()
        .any(|issue| matches!(issue.reason, Reason::Unreachable(_)));
    el("details")
        .class("notice")
        .id(id)
        .mark("open")
        .child(el("summary").text(head))
        .child(el("ul").child(lines))
        .child(can_retry.then(|| retry_missing().id("retry-missing")))
        .view()
}

fn item(line: String) -> AnyView {
    el("li").text(line).view()
}

/// Everything but what a package may well leave out.
fn is_worth_a_notice(issue: &Issue) -> bool {
    issue.severity > Severity::Note
        || matches!(issue.reason, Reason::UnknownColumn | Reason::UnknownTable)
}
