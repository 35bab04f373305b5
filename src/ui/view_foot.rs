//! What stands below every view: how to use it, how to cite it, and how to put it into another page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::state::locale::Locale;
use crate::ui::element::{El, all, el};
use crate::ui::embed_builder::embed_builder;
use crate::ui::key_list::{handle_keys, mark_keys};
use crate::ui::references::{Citable, references};
use crate::ui::say::{say, tell};

/// All of it, folded.
pub fn view_foot(kind: ChartKind, scene: Memo<Arc<Scene>>) -> AnyView {
    all([
        how_to(kind).view(),
        references(Citable::View(kind, scene)),
        embed_builder(kind),
    ])
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
