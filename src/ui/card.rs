//! The card of a mark: the same on hover, focus and tap.

use leptos::prelude::*;

use crate::chart::card::Card;
use crate::chart::scene::{Emphasis, Mark};
use crate::state::locale::Locale;
use crate::ui::citations::Citations;
use crate::ui::say::tell;

/// A mark in words, with its paragraphs. `left` and `top` are shares of the picture, 0 to 1.
#[component]
pub fn MarkCard(mark: Mark, left: f64, top: f64) -> impl IntoView {
    let locale = Locale::expect();
    let Card {
        title,
        value,
        notes,
        source,
        contested,
    } = mark.card;
    let hint = move || {
        let strings = &locale.strings().view;
        match (mark.clause.is_some(), mark.emphasis) {
            (false, _) => "",
            (true, Emphasis::Selected) => strings.deselect,
            (true, _) => strings.select,
        }
    };
    let class = if left > 0.5 { "card card-left" } else { "card" };
    view! {
        <div class=class class:contested=contested style:left=format!("{:.2}%", left * 100.0) style:top=format!("{:.2}%", top * 100.0)>
            {(!value.is_empty()).then(|| view! { <p class="card-value">{value}</p> })}
            <p class="card-title">{title}</p>
            {notes.into_iter().map(|note| view! { <p class="card-note">{note}</p> }).collect_view()}
            <p class="card-source"><Citations source /></p>
            <p class="card-hint">{tell(hint)}</p>
        </div>
    }
}

/// The accessible name of a mark: value, category, how it stands, citation.
pub fn spoken_name(mark: &Mark, locale: Locale) -> String {
    let strings = locale.strings();
    let source = crate::format::citation::spoken_list(&mark.card.source, locale.lang.get());
    let stands = match mark.emphasis {
        Emphasis::Selected => strings.view.selected,
        Emphasis::Background => strings.view.outside,
        Emphasis::Idle => "",
    };
    [
        mark.card.value.as_str(),
        mark.card.title.as_str(),
        stands,
        source.as_str(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(strings.list.comma)
}
