//! The search field, and below it what was found.

use leptos::prelude::*;

use crate::state::explorer::{Explorer, Step};
use crate::ui::element::{El, el, nothing};
use crate::ui::later::later;
use crate::ui::parts::results_part;
use crate::ui::picture::is_key;
use crate::ui::run::memo;
use crate::ui::say::{changing, say, tell};

/// The field. What it holds stands in the address: the first letter is a step of the history, the further ones belong to it.
pub fn search_field() -> El {
    let explorer = expect_context::<Explorer>();
    let typed = explorer.watch(|s| s.search.clone());
    let set = move |text: String| {
        let step = match typed.with_untracked(String::is_empty) {
            true => Step::New,
            false => Step::Same,
        };
        explorer.search(text, step);
    };
    let input = el("input")
        .attr("type", "search")
        .id("search")
        .attr("autocomplete", "off")
        .attr("placeholder", say(|s| s.page.search_example))
        .property("value", tell(move || typed.get()))
        .on("input", move |event| set(event_target_value(&event)))
        .on("keydown", move |event| {
            if is_key(&event, "Escape") {
                set(String::new());
            }
        });
    el("div").class("search").attr("role", "search").child(
        el("label")
            .class("field")
            .attr("for", "search")
            .child(el("span").text(say(|s| s.page.search)))
            .child(input),
    )
}

/// What was found, while something is searched for.
pub fn search_results() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let is_searching = memo(move || explorer.with_state(|s| !s.search.trim().is_empty()));
    let results = changing(move || match is_searching.get() {
        true => untrack(|| later(|owner| Box::pin(results_part(owner)))),
        false => nothing(),
    });
    results.into_any()
}
