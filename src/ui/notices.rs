//! What the reader should know of the address and the data: parts that could not be used, rows that were left out.

use leptos::prelude::*;

use crate::format::issue::sentence;
use crate::language::template::fill;
use crate::model::issue::Severity;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;

/// How many issues are listed one by one.
const LISTED: usize = 20;

/// The notices at the head of the page; nothing when nothing is wrong.
#[component]
pub fn Notices() -> impl IntoView {
    view! { <BadAddress /><DataIssues /> }
}

#[component]
fn BadAddress() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let bad = explorer.bad_parts();
    move || {
        (!bad.with(Vec::is_empty)).then(|| view! {
            <div class="notice" role="alert" id="bad-address">
                <ul>
                    {bad.get().into_iter().map(|part| {
                        let text = fill(locale.strings().filter.bad_parameter, &[("name", &part.name), ("value", &part.value)]);
                        view! { <li>{text}</li> }
                    }).collect_view()}
                </ul>
                <button type="button" class="button" on:click=move |_| bad.set(Vec::new())>
                    {locale.strings().filter.dismiss}
                </button>
            </div>
        })
    }
}

#[component]
fn DataIssues() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let grave = Memo::new(move |_| {
        let loaded = explorer.loaded();
        let all = loaded.issues.iter();
        all.filter(|issue| issue.severity > Severity::Note)
            .cloned()
            .collect::<Vec<_>>()
    });
    move || {
        let count = grave.with(Vec::len);
        let strings = &locale.strings().status;
        let head = match count {
            0 => return None,
            1 => strings.issues_one.to_owned(),
            n => fill(strings.issues_many, &[("n", &n.to_string())]),
        };
        let lang = locale.lang.get();
        let lines: Vec<String> =
            grave.with(|all| all.iter().take(LISTED).map(|i| sentence(i, lang)).collect());
        let rest = count.saturating_sub(LISTED);
        Some(view! {
            <details class="notice" id="data-issues" open=true>
                <summary>{head}</summary>
                <ul>
                    {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                    {(rest > 0).then(|| view! { <li>{fill(strings.issues_more, &[("n", &rest.to_string())])}</li> })}
                </ul>
            </details>
        })
    }
}
