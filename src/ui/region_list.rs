//! The map's twin: the same countries as a list, in step with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::filter::clause::Clause;
use crate::state::explorer::Explorer;
use crate::ui::element::{El, Found, all, el, nothing};
use crate::ui::say::{changing, say};

/// Every country with a part in the view, those with most parts first; choosing one chooses it on the map.
pub fn region_list(scene: Memo<Arc<Scene>>) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let side = el("div")
        .class("map-side")
        .child(key())
        .child(changing(move || match explorer.is_world_missing() {
            true => untrack(mapless),
            false => nothing(),
        }))
        .child(
            el("h3")
                .class("list-title")
                .id("country-list-title")
                .text(say(|s| s.geography.list)),
        )
        .child(
            el("ul")
                .class("countries")
                .attr("aria-labelledby", "country-list-title")
                .child(rows(scene, country)),
        );
    let boundaries = el("p")
        .class("quiet boundaries")
        .text(say(|s| s.page.boundaries));
    all([side.view(), boundaries.view()])
}

/// What the map's colours mean.
fn key() -> El {
    let item = |class: &'static str| el("span").class(class);
    let entry = |swatch: El, words| el("li").child(swatch).text(say(words)).view();
    el("ul").class("key").child(vec![
        entry(item("swatch swatch-low"), |s| s.geography.key_low),
        entry(item("swatch swatch-mid"), |s| s.geography.key_mid),
        entry(item("swatch swatch-high"), |s| s.geography.key_high),
        entry(item("swatch swatch-city").text("1"), |s| {
            s.geography.key_city
        }),
    ])
}

fn mapless() -> AnyView {
    el("p")
        .class("ignored")
        .attr("role", "note")
        .text(say(|s| s.status.map_missing))
        .view()
}

fn country(mark: Mark, choice: Choice) -> AnyView {
    let button = row_select(&mark, mark.clause, choice)
        .child(el("span").text(mark.card.title))
        .text(" ")
        .child(el("span").class("count").text(mark.card.value));
    el("li").child(button).view()
}

/// The mark that the reader chose last in a list, until the list is drawn anew.
pub type Choice = StoredValue<Option<String>>;

/// A row for each mark that has no place in the picture.
pub fn rows(scene: Memo<Arc<Scene>>, row: fn(Mark, Choice) -> AnyView) -> crate::ui::say::Changing {
    let choice = Choice::new(None);
    changing(move || {
        let listed: Vec<Mark> = scene.with(|s| {
            let listed = s.marks.iter().filter(|m| m.hits.is_empty());
            listed.cloned().collect()
        });
        let drawn = untrack(|| all(listed.into_iter().map(|mark| row(mark, choice))));
        choice.set_value(None);
        drawn
    })
}

/// The button of a row. Choosing draws the list anew; the keyboard then goes to the new button of the same row.
pub fn row_select(mark: &Mark, clause: Option<Clause>, choice: Choice) -> El {
    let explorer = expect_context::<Explorer>();
    let is_selected = mark.emphasis == Emphasis::Selected;
    let id = mark.id.clone();
    let mut button = el("button").attr("type", "button").class("row-select");
    if choice.with_value(|chosen| chosen.as_ref() == Some(&id)) {
        let place = Found::new();
        button = button.found_by(place);
        request_animation_frame(move || {
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
