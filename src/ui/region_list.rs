//! The map's twin: the same countries as a list, in step with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;

/// Every country with a part in the view, those with most parts first; choosing one chooses it on the map.
#[component]
pub fn RegionList(scene: Memo<Arc<Scene>>) -> impl IntoView {
    let locale = Locale::expect();
    let marks = move || {
        scene.with(|s| {
            s.marks
                .iter()
                .filter(|m| m.hits.is_empty())
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let is_mapless = {
        let explorer = expect_context::<Explorer>();
        move || explorer.is_world_missing()
    };
    view! {
        <div class="map-side">
            <ul class="key">
                <li><span class="swatch swatch-low"></span>{move || locale.strings().geography.key_low}</li>
                <li><span class="swatch swatch-mid"></span>{move || locale.strings().geography.key_mid}</li>
                <li><span class="swatch swatch-high"></span>{move || locale.strings().geography.key_high}</li>
                <li><span class="swatch swatch-city">"1"</span>{move || locale.strings().geography.key_city}</li>
            </ul>
            {move || is_mapless().then(|| view! { <p class="ignored" role="note">{locale.strings().status.map_missing}</p> })}
            <h3 class="list-title" id="country-list-title">{move || locale.strings().geography.list}</h3>
            <ul class="countries" aria-labelledby="country-list-title">
                {move || marks().into_iter().map(country).collect_view()}
            </ul>
        </div>
        <p class="quiet boundaries">{move || locale.strings().page.boundaries}</p>
    }
}

fn country(mark: Mark) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let is_selected = mark.emphasis == Emphasis::Selected;
    let clause = mark.clause;
    view! {
        <li>
            <button type="button" class="row-select" aria-pressed=is_selected.to_string()
                on:click=move |_| if let Some(clause) = clause { explorer.toggle(clause) }>
                <span>{mark.card.title}</span>
                " "
                <span class="count">{mark.card.value}</span>
            </button>
        </li>
    }
}
