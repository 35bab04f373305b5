//! Who paid for what, below the budget's picture: every statement, most of them without an amount.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::Citations;
use crate::ui::say::{changing, say, tell};

/// The statements that have no place in the picture.
#[component]
pub fn FundingList(scene: Memo<Arc<Scene>>) -> impl IntoView {
    let marks = move || {
        scene.with(|s| {
            s.marks
                .iter()
                .filter(|m| m.hits.is_empty())
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    view! {
        <h3 class="list-title">{say(|s| s.funding.who_paid)}</h3>
        <ul class="flows">{changing(move || marks().into_iter().map(statement).collect_view().into_any())}</ul>
    }
}

fn statement(mark: Mark) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let cell = |index: usize| {
        mark.cells
            .get(index)
            .map_or(String::new(), |c| c.text.clone())
    };
    let (from, to, amount, form) = (cell(0), cell(1), cell(2), cell(3));
    let is_selected = mark.emphasis == Emphasis::Selected;
    let who = match mark.clause {
        Some(clause) => view! {
            <button type="button" class="row-select" aria-pressed=is_selected.to_string()
                on:click=move |_| explorer.toggle(clause)>{from}</button>
        }
        .into_any(),
        None => view! { <strong>{from}</strong> }.into_any(),
    };
    let detail = move || {
        let strings = &locale.strings().funding;
        let colon = locale.strings().list.colon;
        format!(
            "{}{colon}{amount} · {}{colon}{form}",
            strings.column_amount, strings.column_form
        )
    };
    view! {
        <li class:selected=is_selected>
            <p class="flow-parties">{who}<span class="arrow" aria-hidden="true">" → "</span><span>{to}</span></p>
            <p class="quiet">{tell(detail)}" "<Citations source=mark.card.source /></p>
        </li>
    }
}
