//! Marks as rows of a list or a table: each with a button that chooses it, and a keyboard that is not lost by choosing.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::state::explorer::Explorer;
use crate::ui::element::{El, Found, all, el};
use crate::ui::run::next_frame;
use crate::ui::say::{Changing, changing};

/// The mark that the reader chose last in a list, until the list is drawn anew.
pub type Choice = StoredValue<Option<String>>;

/// A row for each of the marks that `listed` gives, drawn anew when these change.
pub fn rows(
    listed: impl Fn() -> Vec<Mark> + Send + 'static,
    row: fn(Mark, Choice) -> AnyView,
) -> Changing {
    let choice = Choice::new(None);
    changing(move || {
        let listed = listed();
        let drawn = untrack(|| all(listed.into_iter().map(|mark| row(mark, choice))));
        choice.set_value(None);
        drawn
    })
}

/// The marks that have no place in the picture.
pub fn unplaced(scene: Memo<Arc<Scene>>) -> impl Fn() -> Vec<Mark> + Send + 'static {
    move || {
        scene.with(|s| {
            s.marks
                .iter()
                .filter(|m| m.hits.is_empty())
                .cloned()
                .collect()
        })
    }
}

/// The button of a row. Choosing draws the list anew; the keyboard then goes to the new button of the same row.
pub fn row_select(mark: &Mark, choice: Choice) -> El {
    let explorer = expect_context::<Explorer>();
    let is_selected = mark.emphasis == Emphasis::Selected;
    let clause = mark.clause;
    let id = mark.id.clone();
    let mut button = el("button").attr("type", "button").class("row-select");
    if choice.with_value(|chosen| chosen.as_ref() == Some(&id)) {
        let place = Found::new();
        button = button.found_by(place);
        next_frame(move || {
            if let Some(element) = place.try_get_untracked().flatten() {
                device::focus(&element);
            }
        });
    }
    button
        .attr("aria-pressed", if is_selected { "true" } else { "false" })
        .on("click", move |_| {
            if let Some(clause) = clause {
                choice.set_value(Some(id.clone()));
                explorer.toggle(clause);
            }
        })
}
