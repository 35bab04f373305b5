//! While nothing can be shown: loading, and failing.

use leptos::prelude::*;

use crate::language::template::fill;
use crate::state::load::Failure;
use crate::state::locale::Locale;
use crate::ui::say::{say, tell};

/// Loading: a sentence, and the room that the page will take.
#[component]
pub fn Loading(done: usize, total: usize) -> impl IntoView {
    let locale = Locale::expect();
    let sentence = move || {
        let strings = &locale.strings().status;
        if total == 0 {
            return strings.loading.to_owned();
        }
        let (n, total) = ((done + 1).to_string(), total.to_string());
        fill(strings.loading_table, &[("n", &n), ("total", &total)])
    };
    view! {
        <main class="page" id="content" aria-busy="true">
            <p class="loading" role="status">{sentence}</p>
            <progress class="loading-bar" max=total.max(1) value=(total > 0).then_some(done) aria-label=sentence></progress>
            <div class="skeleton skeleton-head"></div>
            <div class="skeleton skeleton-timeline"></div>
            <div class="skeleton skeleton-view"></div>
        </main>
    }
}

/// Nothing could be loaded: what happened, and what to do.
#[component]
pub fn LoadFailed(
    failure: Failure,
    #[prop(into)] address: String,
    is_own: bool,
    retry: impl Fn() + 'static,
) -> impl IntoView {
    let locale = Locale::expect();
    let reason = {
        let failure = failure.clone();
        move || sentence(&failure, locale)
    };
    let href = address.clone();
    view! {
        <main class="page" id="content">
            <div class="failure" role="alert">
                <h1>{say(|s| s.status.failed)}</h1>
                <p>{tell(reason)}</p>
                <p class="quiet">{tell(move || fill(locale.strings().status.data_address, &[("address", &address)]))}</p>
            </div>
            <p class="actions">
                <button type="button" class="button" id="retry" on:click=move |_| retry()>
                    {say(|s| s.status.retry)}
                </button>
                <a class="button" href=href>{say(|s| s.status.open_raw)}</a>
                {(!is_own).then(|| view! { <a class="button" href="?">{say(|s| s.status.open_own)}</a> })}
            </p>
        </main>
    }
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
