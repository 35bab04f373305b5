//! The views that come when they are about to be seen.

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::{geography, timeline};
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::ui::chart_frame::{View, chart_frame};
use crate::ui::element::{all, el, maybe};
use crate::ui::files::fetch_rest;
use crate::ui::first_views::timeline_body;
use crate::ui::funding_list::funding_list;
use crate::ui::geography_body::geography_body;
use crate::ui::later::drawn_ahead;
use crate::ui::mark_list::mark_list;
use crate::ui::picture::picture;
use crate::ui::run::memo;
use crate::ui::say::{changing, say};
use crate::ui::status::rest_failed;
use crate::ui::timeline_bars::bar;
use crate::ui::timeline_tools::event;

/// The view of this kind in its frame, once the tables that come later are here.
pub fn later_view(kind: ChartKind) -> AnyView {
    let explorer = expect_context::<Explorer>();
    if matches!(
        kind,
        ChartKind::Timeline | ChartKind::Participation | ChartKind::Geography
    ) {
        // Its tables came with the page.
        return chart_frame(view(kind));
    }
    fetch_rest(explorer);
    let is_here = memo(move || explorer.rest().get() == Rest::Here);
    let view = changing(move || match is_here.get() {
        true => untrack(|| {
            let is_missed = explorer.with_data(|data| kind.relation().len(data) == 0);
            // Said in the view that misses something, not in every view.
            let failed = is_missed.then(rest_failed);
            all([maybe(failed), chart_frame(view(kind))])
        }),
        false => untrack(|| waiting(kind)),
    });
    view.into_any()
}

fn waiting(kind: ChartKind) -> AnyView {
    if let Some(drawn) = drawn_ahead(kind.slug()) {
        return drawn.view();
    }
    let status = el("p").attr("role", "status");
    el("section")
        .class("view waiting")
        .id(kind.slug())
        .child(status.text(say(|s| s.status.loading_rest)))
        .view()
}

fn view(kind: ChartKind) -> View {
    macro_rules! plain {
        ($($kind:ident: $chart:ident),*) => {
            match kind {
                $(ChartKind::$kind => View {
                    kind,
                    ignored: |lang| ChartKind::$kind.ignored_sentence(lang),
                    scene: |input, _| crate::chart::$chart::scene(input),
                    body: |scene, _| {
                        let drawn = picture(ChartKind::$kind, scene, None);
                        match ChartKind::$kind {
                            // What is too long for a picture.
                            ChartKind::Outcomes | ChartKind::Practices => {
                                all([drawn, mark_list(scene)])
                            }
                            ChartKind::Participation => all([key(), drawn]),
                            ChartKind::Funding => all([drawn, funding_list(scene)]),
                            _ => drawn,
                        }
                    },
                },)*
                ChartKind::Timeline => View {
                    kind,
                    ignored: |lang| lang.strings().view.ignored,
                    scene: |input, _| timeline::scene(input),
                    body: |scene, width| {
                        timeline_body(scene, width, |is_aggregated| match is_aggregated {
                            true => bar,
                            false => event,
                        })
                    },
                },
                ChartKind::Geography => View {
                    kind,
                    ignored: |lang| ChartKind::Geography.ignored_sentence(lang),
                    scene: geography::scene,
                    body: |scene, _| geography_body(scene),
                },
            }
        };
    }
    plain!(Participation: participation, Seats: seats, Funding: funding, Outcomes: outcomes, Practices: practices, People: people, Assessment: assessment, Projects: projects, World: world_figures)
}

/// How about, more than and computed look.
fn key() -> AnyView {
    let item =
        |swatch: &'static str, words| el("li").child(el("span").class(swatch)).text(words).view();
    el("ul")
        .class("key")
        .child(vec![
            item("swatch swatch-about", say(|s| s.view.key_about)),
            item("swatch swatch-more", say(|s| s.view.key_more)),
            item("swatch swatch-computed", say(|s| s.view.key_computed)),
        ])
        .view()
}
