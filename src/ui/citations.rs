//! Paragraph numbers that open their paragraph.

use leptos::prelude::*;

use crate::format::citation::{short, spoken};
use crate::language::template::fill;
use crate::model::citation::{Citation, Source};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::say::tell;

/// Every paragraph of a source, each a link that opens the panel.
#[component]
pub fn Citations(source: Source) -> impl IntoView {
    view! {
        <span class="citations">
            {source.into_iter().map(|citation| view! { <Cite citation /> }).collect_view()}
        </span>
    }
}

/// One paragraph number.
#[component]
pub fn Cite(citation: Citation) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let text = short(&citation);
    let href = format!("?p={}", citation.to_string().replace(':', "."));
    let label = {
        let citation = citation.clone();
        move || {
            let spoken = spoken(&citation, locale.lang.get());
            fill(locale.strings().view.opens, &[("citation", &spoken)])
        }
    };
    view! {
        <a class="cite" href=href aria-label=tell(label)
            on:click=move |event| {
                // With a modifier the reader wants another tab, and the link alone gives that.
                if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                    event.prevent_default();
                    explorer.open(Some(citation.clone()));
                }
            }>{text}</a>
    }
}
