//! From one language to another: the words of some come when they are first wanted.

use leptos::prelude::*;

use crate::language::lang::Lang;
use crate::state::locale::Locale;
use crate::ui::parts::words_part;
use crate::ui::run::task;

/// Changes the page's language as soon as its words are here. Until then, and where they do not come, it stays as it is.
pub fn speak(lang: Lang, locale: Locale) {
    locale.is_missing.set(false);
    locale.wanted.set(lang);
    if lang.is_here() {
        locale.lang.set(lang);
        return;
    }
    task(async move {
        let has_come = words_part(lang).await.is_ok();
        // The reader may have chosen another meanwhile.
        if locale.wanted.get_untracked() == lang {
            match has_come {
                true => locale.lang.set(lang),
                false => locale.is_missing.set(true),
            }
        }
        if locale.is_waiting.get_untracked() {
            locale.is_waiting.set(false);
        }
    });
}
