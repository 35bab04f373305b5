//! The reader's language: known before there is any data.

use leptos::prelude::*;

use crate::language::lang::Lang;
use crate::language::strings::{LaterStrings, Strings};

/// The language of the page, for every component.
#[derive(Clone, Copy)]
pub struct Locale {
    /// The language now. Its words are here.
    pub lang: RwSignal<Lang>,
    /// The language that was chosen last. Its words may be on their way.
    pub wanted: RwSignal<Lang>,
    /// True from the start until the words of the first language are here, or do not come.
    pub is_waiting: RwSignal<bool>,
    /// True when the words of the wanted language did not come.
    pub is_missing: RwSignal<bool>,
}

impl Locale {
    /// Begins with a language, and with the default one until the words of the first are here.
    pub fn new(first: Lang) -> Self {
        let now = match first.is_here() {
            true => first,
            false => Lang::default(),
        };
        Self {
            lang: RwSignal::new(now),
            wanted: RwSignal::new(first),
            is_waiting: RwSignal::new(now != first),
            is_missing: RwSignal::new(false),
        }
    }

    /// The words of the language now; tracks it.
    pub fn strings(self) -> &'static Strings {
        self.lang.get().strings()
    }

    /// The words of the parts that come later, in the language now; tracks it.
    pub fn later(self) -> &'static LaterStrings {
        self.lang.get().later()
    }

    /// From the context. Without one (a component drawn by itself) the page's default language.
    pub fn expect() -> Self {
        use_context().unwrap_or_else(|| Self::new(Lang::default()))
    }
}

/// The language to begin with: the link's, else the one chosen before, else the first that the browser asks for and we have.
pub fn choose(
    from_link: Option<Lang>,
    stored: Option<&str>,
    wanted: impl IntoIterator<Item = String>,
) -> Lang {
    from_link
        .or_else(|| stored.and_then(Lang::parse))
        .or_else(|| wanted.into_iter().find_map(|tag| Lang::parse(&tag)))
        .unwrap_or_default()
}
