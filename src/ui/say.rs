//! Words and parts of a view that change, in as few types as possible: every closure in a view is a type of its own, and every
//! such type a copy of the drawing code in the page's module.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use crate::language::strings::Strings;
use crate::state::locale::Locale;

/// A part of a view that is drawn anew when what it reads changes.
pub type Changing = Arc<Mutex<dyn FnMut() -> AnyView + Send>>;

/// One string of the interface, in the reader's language now.
pub fn say(pick: fn(&'static Strings) -> &'static str) -> Signal<&'static str> {
    let locale = Locale::expect();
    Signal::derive(move || pick(locale.strings()))
}

/// A sentence that is put together.
pub fn tell<T: Into<String>>(sentence: impl Fn() -> T + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || sentence().into())
}

/// A yes or no for an attribute.
pub fn flag(is_on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<&'static str> {
    Signal::derive(move || if is_on() { "true" } else { "false" })
}

/// A part of a view that comes, goes or changes as a whole.
pub fn changing(view: impl FnMut() -> AnyView + Send + 'static) -> Changing {
    Arc::new(Mutex::new(view))
}
