//! The map's twin: the same countries as a list, in step with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scene::{Mark, Scene};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::{first_citations, open_link};
use crate::ui::element::{El, all, el, nothing};
use crate::ui::geography_body::fetch_world;
use crate::ui::heading::inner_heading;
use crate::ui::rows::{Choice, row_select, rows, unplaced};
use crate::ui::run::memo;
use crate::ui::say::{changing, say, say_later, tell};

/// How many paragraphs stand beside a country before the rest is left to its page.
const PARAGRAPHS: usize = 4;

/// Every country with a part in the view, those with most parts first; choosing one chooses it on the map.
pub fn region_list(scene: Memo<Arc<Scene>>) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let side = el("div")
        .class("map-side")
        .child(key(scene))
        .child(changing(move || match explorer.is_world_missing() {
            true => untrack(mapless),
            false => nothing(),
        }))
        .child(
            inner_heading()
                .class("list-title")
                .id("country-list-title")
                .text(say_later(|s| s.geography.list)),
        )
        .child(
            el("ul")
                .class("countries")
                .attr("aria-labelledby", "country-list-title")
                .child(rows(unplaced(scene), country)),
        );
    let boundaries = el("p")
        .class("quiet boundaries")
        .text(say(|s| s.page.boundaries));
    all([side.view(), boundaries.view(), outside()])
}

/// What the map shows that no paragraph states, with where it comes from.
fn outside() -> AnyView {
    el("p")
        .class("quiet outside-facts")
        .child(
            el("span")
                .class("badge")
                .text(say_later(|s| s.sources.outside)),
        )
        .text(" ")
        .text(say_later(|s| s.sources.map_outside))
        .text(" ")
        .child(
            el("a")
                .attr("href", "https://www.naturalearthdata.com/")
                .attr("rel", "noreferrer")
                .attr("hreflang", "en")
                .attr("lang", "en")
                .text("Natural Earth"),
        )
        .view()
}

/// What the map's colours mean.
fn key(scene: Memo<Arc<Scene>>) -> El {
    let is_aggregated = memo(move || scene.with(|s| s.is_aggregated));
    let locale = Locale::expect();
    let city = tell(move || {
        let words = &locale.later().geography;
        match is_aggregated.get() {
            true => words.key_group,
            false => words.key_city,
        }
        .to_owned()
    });
    let item = |class: &'static str| el("span").class(class);
    let entry = |swatch: El, words| el("li").child(swatch).text(say_later(words)).view();
    el("ul").class("key").child(vec![
        entry(item("swatch swatch-low"), |s| s.geography.key_low),
        entry(item("swatch swatch-mid"), |s| s.geography.key_mid),
        entry(item("swatch swatch-high"), |s| s.geography.key_high),
        el("li")
            .child(item("swatch swatch-city").text("1"))
            .text(city)
            .view(),
    ])
}

fn mapless() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let retry = el("button")
        .attr("type", "button")
        .class("button")
        .id("retry-map")
        .on("click", move |_| fetch_world(explorer))
        .text(say(|s| s.status.retry));
    el("p")
        .class("ignored")
        .attr("role", "note")
        .text(say(|s| s.status.map_missing))
        .text(" ")
        .child(retry)
        .view()
}

fn country(mark: Mark, choice: Choice) -> AnyView {
    let button = row_select(&mark, choice)
        .child(el("span").of_data(mark.card.title))
        .text(" ")
        .child(el("span").class("count").text(mark.card.value));
    let way = mark.card.subject.map(|s| open_link(s).class("more"));
    el("li")
        .child(button)
        .child(first_citations(mark.card.source, PARAGRAPHS, way))
        .view()
}
