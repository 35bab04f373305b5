//! The reader's language: known before there is any data.

use leptos::prelude::*;

use crate::language::lang::Lang;
use crate::language::strings::{LaterStrings, Strings};

/// The language of the page, for every component.
#[derive(Clone, Copy)]
pub struct Locale {
    /// The language now.
    pub lang: RwSignal<Lang>,
}

impl Locale {
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
        use_context().unwrap_or_else(|| Self {
            lang: RwSignal::new(Lang::default()),
        })
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
