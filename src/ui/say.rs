//! Words and parts of a view that change, in as few types as possible: every type of closure in a view is a copy of the drawing code in
//! the page's module.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use crate::language::strings::{LaterStrings, Strings};
use crate::state::locale::Locale;

/// A part of a view that is drawn anew when what it reads changes.
pub type Changing = Arc<Mutex<dyn FnMut() -> AnyView + Send>>;

/// A sentence that is put together anew when what it reads changes.
pub type Sentence = Arc<Mutex<dyn FnMut() -> String + Send>>;

/// One string of the interface, in the reader's language.
#[derive(Clone, Copy)]
pub struct Words(pub fn(&'static Strings) -> &'static str);

/// One string of the interface, in the reader's language now.
pub fn say(pick: fn(&'static Strings) -> &'static str) -> Words {
    Words(pick)
}

/// One string of the parts that come later, in the reader's language now.
pub fn say_later(pick: fn(&'static LaterStrings) -> &'static str) -> Sentence {
    let locale = Locale::expect();
    tell(move || pick(locale.later()))
}

/// A sentence that is put together.
pub fn tell<T: Into<String>>(mut sentence: impl FnMut() -> T + Send + 'static) -> Sentence {
    Arc::new(Mutex::new(move || sentence().into()))
}

/// A yes or no for an attribute.
pub fn flag(is_on: impl Fn() -> bool + Send + 'static) -> Sentence {
    tell(move || if is_on() { "true" } else { "false" })
}

/// A part of a view that comes, goes or changes as a whole.
pub fn changing(view: impl FnMut() -> AnyView + Send + 'static) -> Changing {
    Arc::new(Mutex::new(view))
}
