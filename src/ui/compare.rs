//! Two selections side by side: the one that was kept and the present one.

use leptos::prelude::*;

use crate::chart::clause_name::clause_name;
use crate::chart::compare::{Row, columns, rows, sentence};
use crate::filter::compare::compare;
use crate::filter::selection::Selection;
use crate::format::text::list;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::citations;
use crate::ui::element::{El, all, el};
use crate::ui::files::fetch_rest;
use crate::ui::heading::view_heading;
use crate::ui::say::{Sentence, changing, say_later, tell};

/// The most paragraphs that stand behind one number here; the views have them all.
const PARAGRAPHS: usize = 6;

/// The table of what either selection leaves, with the difference.
pub fn comparison() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    fetch_rest(explorer);
    let a = explorer.watch(|s| s.compared.clone().unwrap_or_default());
    let b = explorer.watch(|s| s.selection.clone());
    let compared = move || explorer.with_data(|data| compare(data, &a.get(), &b.get()));
    let heads = changing(move || {
        let lang = locale.lang.get();
        let heads = columns(lang).map(|name| el("th").attr("scope", "col").text(name).view());
        all(heads)
    });
    let body = changing(move || {
        let rows = rows(&compared(), locale.lang.get());
        untrack(|| all(rows.into_iter().map(row)))
    });
    el("section")
        .class("view compare")
        .id("compare")
        .attr("aria-labelledby", "compare-title")
        .child(el("p").class("kicker").text(say_later(|s| s.compare.name)))
        .child(
            view_heading()
                .id("compare-title")
                .text(tell(move || sentence(&compared(), locale.lang.get()))),
        )
        .child(
            el("p")
                .class("subtitle")
                .text(say_later(|s| s.compare.how_to)),
        )
        .child(side("A", a))
        .child(side("B", b))
        .child(actions())
        .child(
            el("div")
                .class("table-region")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", say_later(|s| s.compare.name))
                .child(
                    el("table")
                        .id("compare-table")
                        .child(el("caption").text(say_later(|s| s.compare.name)))
                        .child(el("thead").child(el("tr").child(heads)))
                        .child(el("tbody").child(body)),
                ),
        )
        .view()
}

/// What one side is, in words.
fn side(letter: &'static str, selection: Memo<Selection>) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let words = tell(move || {
        let lang = locale.lang.get();
        let names: Vec<String> = explorer.with_data(|data| {
            selection.with(|s| {
                s.clauses()
                    .iter()
                    .map(|&c| clause_name(c, data, lang))
                    .collect()
            })
        });
        match names.is_empty() {
            true => lang.strings().filter.all.to_owned(),
            false => list(&names, lang),
        }
    });
    el("p")
        .class("compare-side")
        .child(el("strong").text(letter))
        .text(" ")
        .child(el("span").text(words))
}

fn actions() -> El {
    let explorer = expect_context::<Explorer>();
    let swap = move || {
        let (a, b) =
            explorer.with_state(|s| (s.compared.clone().unwrap_or_default(), s.selection.clone()));
        explorer.compare_with(Some(b));
        explorer.select(a);
    };
    let button = |id: &'static str, words: Sentence| {
        el("button")
            .attr("type", "button")
            .class("button")
            .id(id)
            .text(words)
    };
    el("p")
        .class("actions")
        .child(button("compare-swap", say_later(|s| s.compare.swap)).on("click", move |_| swap()))
        .child(
            button("compare-end", say_later(|s| s.compare.release))
                .on("click", move |_| explorer.compare_with(None)),
        )
}

fn row(row: Row) -> AnyView {
    let Row {
        what,
        a,
        b,
        difference,
        note,
        mut source_a,
        mut source_b,
    } = row;
    source_a.truncate(PARAGRAPHS);
    source_b.truncate(PARAGRAPHS);
    let cell = |number: String, source| {
        el("td")
            .child(el("strong").text(number))
            .text(" ")
            .child(citations(source))
            .view()
    };
    el("tr")
        .child(el("th").attr("scope", "row").text(what))
        .child(cell(a, source_a))
        .child(cell(b, source_b))
        .child(el("td").text(difference))
        .child(el("td").class("quiet").text(note))
        .view()
}
