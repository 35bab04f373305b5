//! The marks of a view in words, below its picture: what is too long to stand in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::language::template::fill;
use crate::state::locale::Locale;
use crate::ui::card::{named, notes};
use crate::ui::citations::{citations, page_link};
use crate::ui::element::{El, all, el, nothing};
use crate::ui::rows::{Choice, row_select, rows};
use crate::ui::run::memo;
use crate::ui::say::{changing, tell};

/// How many lines stand there before the reader asks for all.
const FIRST: usize = 12;

/// Every row of the view that the selection leaves in, with what it says and its paragraphs.
pub fn mark_list(scene: Memo<Arc<Scene>>) -> AnyView {
    let shows_all = RwSignal::new(false);
    let count = memo(move || scene.with(|s| listed(s).count()));
    let shown = move || {
        let most = match shows_all.get() {
            true => usize::MAX,
            false => FIRST,
        };
        scene.with(|s| listed(s).take(most).cloned().collect())
    };
    all([
        el("ol").class("mark-list").child(rows(shown, line)).view(),
        changing(move || match count.get() > FIRST && !shows_all.get() {
            true => untrack(|| more(count, shows_all)),
            false => nothing(),
        })
        .into_any(),
    ])
}

/// The rows of the table that the selection leaves in.
fn listed(scene: &Scene) -> impl Iterator<Item = &Mark> {
    let rows = scene.marks.iter().filter(|m| !m.cells.is_empty());
    rows.filter(|m| m.emphasis != Emphasis::Background)
}

fn more(count: Memo<usize>, shows_all: RwSignal<bool>) -> AnyView {
    let locale = Locale::expect();
    let words = move || {
        let n = count.get().to_string();
        fill(locale.strings().view.list_all, &[("n", &n)])
    };
    el("p")
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| shows_all.set(true))
                .text(tell(words)),
        )
        .view()
}

fn line(mark: Mark, choice: Choice) -> AnyView {
    let title = match mark.clause {
        Some(_) => row_select(&mark, choice),
        None => el("strong"),
    };
    let notes = all(notes(&mark, "quiet"));
    let card = mark.card;
    let value = (!card.value.is_empty()).then(|| el("span").class("mark-value").text(card.value));
    let page = card.subject.map(page_link);
    item(mark.emphasis)
        .child(named(title, card.title, card.is_sentence))
        .child(value)
        .child(notes)
        .child(
            el("p")
                .class("quiet")
                .child(citations(card.source))
                .text(" ")
                .child(page),
        )
        .view()
}

fn item(emphasis: Emphasis) -> El {
    match emphasis {
        Emphasis::Selected => el("li").class("selected"),
        _ => el("li"),
    }
}
