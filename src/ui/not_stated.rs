//! What the report leaves out, wherever a value would stand: in words, with a sign of stripes, so that nobody takes it for a zero.

use leptos::prelude::*;

use crate::state::locale::Locale;
use crate::ui::element::{El, el, text};
use crate::ui::say::say;

/// The words with their sign.
pub fn not_stated() -> El {
    el("span")
        .class("not-stated")
        .text(say(|s| s.view.not_stated))
}

/// Whether words say a value: anything but that there is none.
pub fn is_stated(words: &str) -> bool {
    words != Locale::expect().strings().view.not_stated
}

/// A value in words; one that is not stated has its sign.
pub fn value(words: String) -> AnyView {
    match is_stated(&words) {
        true => text(words),
        false => not_stated().view(),
    }
}
