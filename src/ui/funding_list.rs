//! Who paid for what, below the budget's picture: every statement, most of them without an amount.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::state::locale::Locale;
use crate::ui::citations::citations;
use crate::ui::element::{El, all, el};
use crate::ui::rows::{Choice, row_select, rows, unplaced};
use crate::ui::say::{Sentence, say, say_later, tell};

/// The statements that have no place in the picture.
pub fn funding_list(scene: Memo<Arc<Scene>>) -> AnyView {
    let title = el("h3")
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
    let detail = detail(cell(&mark, 2), cell(&mark, 3));
    item.child(parties(&mark, choice))
        .child(
            el("p")
                .class("quiet")
                .text(detail)
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
        name if name.is_empty() => from.class("quiet").text(say(|s| s.view.not_stated)),
        name => from.text(name),
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
        .child(el("span").text(cell(mark, 1)))
}

fn detail(amount: String, form: String) -> Sentence {
    let locale = Locale::expect();
    tell(move || {
        let strings = &locale.later().funding;
        let colon = locale.strings().list.colon;
        format!(
            "{}{colon}{amount} · {}{colon}{form}",
            strings.column_amount, strings.column_form
        )
    })
}
