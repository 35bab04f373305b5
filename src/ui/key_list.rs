//! The list of keys: from the tables that the handlers of the keys read.

use leptos::prelude::*;

use crate::format::text::word;
use crate::language::strings::KeyStrings;
use crate::language::template::fill;
use crate::state::locale::Locale;
use crate::ui::brush::PAGE;
use crate::ui::element::{El, all, el};
use crate::ui::keys::{Binding, HANDLE_KEYS, MARK_KEYS, Slide, Step};
use crate::ui::say::{changing, tell};

/// The keys of a picture's marks.
pub fn mark_keys() -> El {
    listed(
        |s| s.title,
        |words| {
            MARK_KEYS
                .map(|b| line(b, step_words(b.1, words), words))
                .into()
        },
    )
}

/// The keys of the timeline's handles.
pub fn handle_keys() -> El {
    listed(
        |s| s.handles,
        |words| {
            HANDLE_KEYS
                .map(|b| line(b, slide_words(b.1, words), words))
                .into()
        },
    )
}

fn listed(
    title: fn(&'static KeyStrings) -> &'static str,
    lines: fn(&'static KeyStrings) -> Vec<AnyView>,
) -> El {
    let locale = Locale::expect();
    let heading = tell(move || title(&locale.later().keys));
    el("div")
        .class("keys")
        .child(el("p").class("list-title").text(heading))
        .child(el("dl").child(changing(move || all(lines(&locale.later().keys)))))
}

fn line<T>((keys, _): Binding<T>, what: String, words: &'static KeyStrings) -> AnyView {
    let caps = keys
        .iter()
        .map(|key| el("kbd").text(word(words.caps, key)).view());
    el("div")
        .child(el("dt").child(all(caps)))
        .child(el("dd").text(what))
        .view()
}

fn step_words(step: Step, words: &KeyStrings) -> String {
    match step {
        Step::Next => words.next,
        Step::Previous => words.previous,
        Step::NextGroup => words.next_group,
        Step::PreviousGroup => words.previous_group,
        Step::First => words.first,
        Step::Last => words.last,
        Step::Choose => words.choose,
        Step::IntoCard => words.into_card,
        Step::LetGo => words.let_go,
    }
    .to_owned()
}

fn slide_words(slide: Slide, words: &KeyStrings) -> String {
    let template = match slide {
        Slide::Later => words.later,
        Slide::Earlier => words.earlier,
        Slide::MuchLater => words.much_later,
        Slide::MuchEarlier => words.much_earlier,
        Slide::Start => words.start,
        Slide::End => words.end,
    };
    fill(template, &[("n", &PAGE.to_string())])
}
