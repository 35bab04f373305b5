//! What was called for outside the numbered outcomes, as a table to unfold.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::arrangement::Arrangement;
use crate::chart::calls::{calls as listed, title};
use crate::chart::input::Input;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::data_table::region;
use crate::ui::element::{el, nothing};
use crate::ui::run::memo;
use crate::ui::say::{changing, say, tell};

/// The calls that the filters leave; nothing where the package has none.
pub fn calls() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    if explorer.with_data(|data| data.calls.is_empty()) {
        return nothing();
    }
    let heading = tell(move || read(explorer, locale, title));
    let table = memo(move || Arc::new(read(explorer, locale, listed)));
    let is_empty = memo(move || table.with(|t| t.rows.is_empty()));
    let name = heading.clone();
    let body = changing(move || match is_empty.get() {
        true => el("p").class("empty").text(say(|s| s.filter.empty)).view(),
        false => untrack(|| region("calls", name.clone(), table)),
    });
    el("details")
        .class("list-block")
        .id("calls")
        .child(el("summary").text(heading))
        .child(body)
        .view()
}

fn read<T>(explorer: Explorer, locale: Locale, read: fn(&Input) -> T) -> T {
    let lang = locale.lang.get();
    explorer.with_input(lang, 0.0, false, Arrangement::default(), read)
}
