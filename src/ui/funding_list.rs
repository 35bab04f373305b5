//! Who paid for what, below the budget's picture: every statement, most of them without an amount.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::language::strings::LaterStrings;
use crate::state::locale::Locale;
use crate::ui::citations::citations;
use crate::ui::element::{El, all, el};
use crate::ui::heading::inner_heading;
use crate::ui::not_stated::{is_stated, not_stated};
use crate::ui::rows::{Choice, row_select, rows, unplaced};
use crate::ui::say::{Sentence, say_later, tell};

/// The statements that have no place in the picture.
pub fn funding_list(scene: Memo<Arc<Scene>>) -> AnyView {
    let title = inner_heading()
        .class("list-title")
        .text(say_later(|s| s.funding.who_paid));
    let flows = el("ul")
        .class("flows")
        .child(rows(unplaced(scene), statement));
    all([title.view(), flows.view()])
}

fn statement(mark: Mark, choice: Choice) -> AnyView {
    let item = match mark.emphasis {
        Emphasis::Selected => el("li").class("selected"),
        _ => el("li"),
    };
    let amount = match mark.card.value.is_empty() {
        true => not_stated(),
        false => el("span").text(mark.card.value.clone()),
    };
    item.child(parties(&mark, choice))
        .child(
            el("p")
                .class("quiet")
                .text(heading(|s| s.funding.column_amount))
                .child(amount)
                .text(" · ")
                .text(heading(|s| s.funding.column_form))
                .text(cell(&mark, 3))
                .text(" ")
                .child(citations(mark.card.source)),
        )
        .view()
}

fn cell(mark: &Mark, index: usize) -> String {
    let cell = mark.cells.get(index);
    cell.map_or_else(String::new, |c| c.text.clone())
}

/// From whom to whom.
fn parties(mark: &Mark, choice: Choice) -> El {
    let from = match mark.clause {
        Some(_) => row_select(mark, choice),
        None => el("strong"),
    };
    let from = match cell(mark, 0) {
        name if name.is_empty() || !is_stated(&name) => from.child(not_stated()),
        name => from.of_data(name),
    };
    el("p")
        .class("flow-parties")
        .child(from)
        .child(
            el("span")
                .class("arrow")
                .attr("aria-hidden", "true")
                .text(" → "),
        )
        .child(el("span").of_data(cell(mark, 1)))
}

/// A column's name as the beginning of a line.
fn heading(name: fn(&'static LaterStrings) -> &'static str) -> Sentence {
    let locale = Locale::expect();
    tell(move || format!("{}{}", name(locale.later()), locale.strings().list.colon))
}
