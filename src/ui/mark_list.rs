//! The marks of a view in words, below its picture: what is too long to stand in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::format::number::number;
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
/// How many more come each time where all are too many to be laid out at once.
const STEP: usize = 200;

/// Every row of the view that the selection leaves in, with what it says and its paragraphs.
pub fn mark_list(scene: Memo<Arc<Scene>>) -> AnyView {
    let most = RwSignal::new(FIRST);
    let count = memo(move || scene.with(|s| listed(s).count()));
    let shown = move || scene.with(|s| listed(s).take(most.get()).cloned().collect());
    let has_more = memo(move || count.get() > most.get());
    all([
        el("ol").class("mark-list").child(rows(shown, line)).view(),
        changing(move || match has_more.get() {
            true => untrack(|| more(count, most)),
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

fn more(count: Memo<usize>, most: RwSignal<usize>) -> AnyView {
    let locale = Locale::expect();
    let words = move || {
        let lang = locale.lang.get();
        let (all, shown) = (count.get(), most.get());
        let number = |n: usize| number(n as f64, lang);
        let view = &lang.strings().view;
        match all.saturating_sub(shown) {
            ..=STEP => fill(view.list_all, &[("n", &number(all))]),
            _ => fill(
                view.more_rows,
                &[
                    ("n", &number(STEP)),
                    ("shown", &number(shown)),
                    ("all", &number(all)),
                ],
            ),
        }
    };
    el("p")
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| most.update(|n| *n += STEP))
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
