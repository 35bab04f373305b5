//! What stands below every view: how to use it, how to cite it, how to take it away, and how to put it into another page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::state::locale::Locale;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::embed_builder::embed_builder;
use crate::ui::key_list::{handle_keys, mark_keys};
use crate::ui::later::{Coming, later};
use crate::ui::parts::saving_part;
use crate::ui::references::{Citable, references};
use crate::ui::say::{Sentence, changing, say, say_later, tell};

/// All of it, folded.
pub fn view_foot(kind: ChartKind, scene: Memo<Arc<Scene>>) -> AnyView {
    all([
        how_to(kind).view(),
        references(Citable::View(kind, scene)),
        later_fold(
            format!("{}-save", kind.slug()),
            say_later(|s| s.saving.fold),
            move |owner| Box::pin(saving_part(owner, kind, scene)),
        ),
        embed_builder(kind),
    ])
}

/// A fold whose content comes in a part of its own when a reader opens it.
pub fn later_fold(
    id: String,
    summary: Sentence,
    fetch: impl Fn(Owner) -> Coming + Clone + Send + 'static,
) -> AnyView {
    let is_open = RwSignal::new(false);
    let content = changing(move || match is_open.get() {
        true => untrack(|| later(fetch.clone())),
        false => nothing(),
    });
    el("details")
        .class("references saving")
        .id(id)
        .on("toggle", move |_| is_open.update(|open| *open = !*open))
        .child(el("summary").text(summary))
        .child(content)
        .view()
}

fn how_to(kind: ChartKind) -> El {
    let locale = Locale::expect();
    el("details")
        .class("how-to")
        .child(el("summary").text(say(|s| s.view.how_to)))
        .child(el("p").text(tell(move || kind.how_to(locale.lang.get()))))
        .child(mark_keys())
        .child((kind == ChartKind::Timeline).then(handle_keys))
}
