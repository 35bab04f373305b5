//! Marks as rows of a list or a table: each with a button that chooses it, and a keyboard that is not lost by choosing.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kept::Kept;
use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::state::explorer::Explorer;
use crate::ui::element::{El, Found, Value, all, el};
use crate::ui::run::{memo, next_frame};
use crate::ui::say::{Changing, Sentence, changing, tell};

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

/// How a row that stays in the document stands in the selection now.
#[derive(Clone, Copy)]
pub struct Standing {
    kept: Memo<Kept>,
    at: usize,
}

impl Standing {
    /// What an element says of it; `None` is for a row that is left out.
    pub fn says(self, words: fn(Option<Emphasis>) -> &'static str) -> Sentence {
        let Self { kept, at } = self;
        let now = move || kept.with(|kept| kept.standings.get(at).copied().flatten());
        tell(move || words(now()))
    }
}

/// As [`rows`], for a list that is long to draw: what a filter leaves out stays in the document, unseen, until the list has another row.
pub fn kept_rows(
    listed: impl Fn() -> Vec<Mark> + Send + Sync + 'static,
    row: fn(Mark, Standing) -> AnyView,
) -> Changing {
    let before = StoredValue::new(Kept::default());
    let kept = memo(move || {
        let kept = before.with_value(|before| before.followed_by(listed()));
        before.set_value(kept.clone());
        kept
    });
    let drawings = memo(move || kept.with(|kept| kept.drawings));
    changing(move || {
        drawings.get();
        untrack(|| {
            let marks = kept.with(|kept| kept.marks.clone()).into_iter();
            let marks = marks.enumerate();
            all(marks.map(|(at, mark)| row(mark, Standing { kept, at })))
        })
    })
}

/// The button of a row that stays where it is.
pub fn kept_select(mark: &Mark, standing: Standing) -> El {
    let explorer = expect_context::<Explorer>();
    let clause = mark.clause;
    let is_selected = standing.says(|emphasis| pressed(emphasis.unwrap_or_default()));
    select(is_selected.clone())
        .attr("aria-current", is_selected)
        .on("click", move |_| {
            if let Some(clause) = clause {
                explorer.toggle(clause);
            }
        })
}

fn select(is_selected: impl Into<Value>) -> El {
    el("button")
        .attr("type", "button")
        .class("row-select")
        .attr("aria-pressed", is_selected)
}

fn pressed(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Selected => "true",
        _ => "false",
    }
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
    let clause = mark.clause;
    let id = mark.id.clone();
    let mut button = select(pressed(mark.emphasis));
    if choice.with_value(|chosen| chosen.as_ref() == Some(&id)) {
        let place = Found::new();
        button = button.found_by(place);
        next_frame(move || {
            if let Some(element) = place.try_get_untracked().flatten() {
                device::focus(&element);
            }
        });
    }
    button.on("click", move |_| {
        if let Some(clause) = clause {
            choice.set_value(Some(id.clone()));
            explorer.toggle(clause);
        }
    })
}
