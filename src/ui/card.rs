//! The card of a mark: the same on hover, focus and tap.

use leptos::prelude::*;

use crate::chart::card::Card;
use crate::chart::scene::{Emphasis, Mark};
use crate::format::citation::spoken_list;
use crate::format::number;
use crate::language::template::fill;
use crate::state::locale::Locale;
use crate::ui::citations::{first_citations, page_link};
use crate::ui::element::{El, el};
use crate::ui::say::{Sentence, tell};

/// A mark in words, with its paragraphs. `left` and `top` are shares of the picture, 0 to 1.
pub fn mark_card(mark: Mark, left: f64, top: f64) -> AnyView {
    let hint = hint(&mark);
    let notes = notes(&mark, "card-note");
    let Card {
        title,
        value,
        source,
        contested,
        subject,
        is_sentence,
        ..
    } = mark.card;
    let value = (!value.is_empty()).then(|| el("p").class("card-value").text(value));
    frame(left, top, contested)
        .child(value)
        .child(named(el("p").class("card-title"), title, is_sentence))
        .child(notes)
        .child(
            el("p")
                .class("card-source")
                .child(first_citations(source, PARAGRAPHS_MOST, None)),
        )
        .child(subject.map(|s| el("p").child(page_link(s))))
        .child(el("p").class("card-hint").text(hint))
        .view()
}

/// How many paragraphs stand with a mark before it is only said how many more there are: a bar may count what hundreds state.
pub const PARAGRAPHS_MOST: usize = 100;

/// The empty card, beside its place on the side where there is room.
fn frame(left: f64, top: f64, is_contested: bool) -> El {
    let class = match (left > 0.5, is_contested) {
        (true, true) => "card card-left contested",
        (true, false) => "card card-left",
        (false, true) => "card contested",
        (false, false) => "card",
    };
    el("div")
        .class(class)
        .style("left", percent(left))
        .style("top", percent(top))
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}

/// A mark's name in its element: words of the package, or a sentence that holds some.
pub fn named(element: El, title: String, is_sentence: bool) -> El {
    match is_sentence {
        true => element.text(title),
        false => element.of_data(title),
    }
}

/// A mark's notes as paragraphs. A note that is a cell of its row is in the cell's language.
pub fn notes(mark: &Mark, class: &'static str) -> Vec<AnyView> {
    let is_data = |note: &String| mark.cells.iter().any(|c| c.is_data && c.text == *note);
    let note = |note: &String| match is_data(note) {
        true => el("p").class(class).of_data(note.clone()).view(),
        false => el("p").class(class).text(note.clone()).view(),
    };
    mark.card.notes.iter().map(note).collect()
}

/// What a click on the mark does.
fn hint(mark: &Mark) -> Sentence {
    let locale = Locale::expect();
    let can_select = mark.clause.is_some();
    let emphasis = mark.emphasis;
    tell(move || {
        let strings = &locale.strings().view;
        match (can_select, emphasis) {
            (false, _) => "",
            (true, Emphasis::Selected) => strings.deselect,
            (true, _) => strings.select,
        }
    })
}

/// How many paragraphs are listened to with a mark; its card has all.
const SPOKEN: usize = 3;

/// The accessible name of a mark: value, category, how it stands, citation. Short enough to be listened to.
pub fn spoken_name(mark: &Mark, locale: Locale) -> String {
    let strings = locale.strings();
    let source = &mark.card.source;
    let first = source.get(..SPOKEN).unwrap_or(source);
    let spoken = spoken_list(first, locale.lang.get());
    let more = match source.len() - first.len() {
        0 => String::new(),
        rest => fill(strings.view.and_more, &[("n", &rest.to_string())]),
    };
    let stands = match mark.emphasis {
        Emphasis::Selected => strings.view.selected,
        Emphasis::Background => strings.view.outside,
        Emphasis::Idle => "",
    };
    let name = [
        mark.card.value.as_str(),
        mark.card.title.as_str(),
        stands,
        spoken.as_str(),
        more.as_str(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(strings.list.comma);
    number::spoken(&name)
}
