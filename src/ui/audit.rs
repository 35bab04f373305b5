//! What holds in the data: rows, citations, formulas and totals, worked out when a reader asks.

use leptos::prelude::*;

use crate::format::audit::groups;
use crate::package::audit::audit;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::dossier::lines;
use crate::ui::element::{all, el, nothing};
use crate::ui::heading::inner_heading;
use crate::ui::say::{changing, say_later};

/// The data check, folded until a reader opens it.
pub fn data_check() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let is_open = RwSignal::new(false);
    let found = changing(move || {
        if !is_open.get() {
            return nothing();
        }
        let loaded = explorer.loaded();
        let mut audit = audit(&loaded.data, &loaded.issues);
        // Rows that the packed file leaves out count all the same.
        audit.rows = loaded.row_count();
        let groups = groups(&audit, locale.lang.get());
        all(groups.into_iter().map(|group| {
            all([
                inner_heading().class("list-title").text(group.title).view(),
                lines(group.lines, "facts").view(),
            ])
        }))
    });
    el("details")
        .class("list-block")
        .id("data-check")
        .on("toggle", move |_| is_open.update(|open| *open = !*open))
        .child(el("summary").text(say_later(|s| s.check.name)))
        .child(found)
        .view()
}
