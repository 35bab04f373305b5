//! The bars of a timeline of many events, in words.

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::scene::Mark;
use crate::ui::card::notes;
use crate::ui::citations::{first_citations, way_to_sources};
use crate::ui::element::el;
use crate::ui::picture::element_id;
use crate::ui::rows::{Standing, kept_select};
use crate::ui::timeline_tools::class;

/// How many paragraphs stand with what a bar counts before the rest is left to the list of sources.
const BAR_PARAGRAPHS: usize = 6;

/// A bar in words: how many events, of when and which lane, and what choosing it leaves.
pub fn bar(mark: Mark, standing: Standing) -> AnyView {
    let title = kept_select(&mark, standing)
        .id(element_id(ChartKind::Timeline, &mark.id))
        .text(mark.card.title.clone());
    el("li")
        .class(standing.says(class))
        .child(el("p").class("event-date").text(mark.card.value.clone()))
        .child(title)
        .child(notes(&mark, "quiet"))
        .child(el("p").class("quiet").child(first_citations(
            mark.card.source,
            BAR_PARAGRAPHS,
            way_to_sources(),
        )))
        .view()
}
