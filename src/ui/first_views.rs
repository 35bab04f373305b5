//! The views that come with the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::chart::timeline::LIST_BELOW_PX;
use crate::chart::{geography, participation, timeline};
use crate::geometry::point::Point;
use crate::share::query::arrangement;
use crate::state::explorer::Explorer;
use crate::ui::chart_frame::View;
use crate::ui::element::{all, el};
use crate::ui::later::within_when_near;
use crate::ui::parts::{map_tools_part, region_list_part};
use crate::ui::picture::picture;
use crate::ui::run::memo;
use crate::ui::say::{changing, say};
use crate::ui::timeline_tools::{timeline_list, timeline_tools};

/// The view of this kind, if it comes with the page.
pub fn first_view(kind: ChartKind) -> Option<View> {
    FIRST.into_iter().find(|view| view.kind == kind)
}

const FIRST: [View; 3] = [
    View {
        kind: ChartKind::Timeline,
        ignored: |lang| lang.strings().view.ignored,
        scene: |input, _| timeline::scene(input),
        body: timeline_body,
    },
    View {
        kind: ChartKind::Participation,
        ignored: |lang| lang.strings().view.ignored,
        scene: |input, _| participation::scene(input),
        body: |scene, _| all([key(), picture(ChartKind::Participation, scene, None)]),
    },
    View {
        kind: ChartKind::Geography,
        ignored: |lang| lang.strings().geography.ignored,
        scene: geography::scene,
        body: |scene, _| {
            let map = picture(ChartKind::Geography, scene, Some(country_at));
            let tools =
                within_when_near("map-tools waiting", |owner| Box::pin(map_tools_part(owner)));
            let list = within_when_near("list-below waiting", move |owner| {
                Box::pin(region_list_part(owner, scene))
            });
            all([tools, map, list])
        },
    },
];

fn timeline_body(scene: Memo<Arc<Scene>>, width: RwSignal<f64>) -> AnyView {
    let is_narrow = memo(move || width.get() < LIST_BELOW_PX);
    let drawn = changing(move || match is_narrow.get() {
        true => untrack(|| timeline_list(scene)),
        false => untrack(|| picture(ChartKind::Timeline, scene, None)),
    });
    all([timeline_tools(scene, width), el("div").child(drawn).view()])
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

/// The country under a point of the map, where it has a part in the view.
fn country_at(explorer: Explorer, at: Point, scene: &Scene) -> Option<String> {
    let window = explorer.with_state(|s| arrangement(s, ChartKind::Geography).window);
    let (lon, lat) = geography::projection(scene.width, window).lon_lat_from_px(at)?;
    let world = explorer.world().get_untracked()?;
    let iso3 = world.country_at(lon, lat)?.iso3.clone()?;
    scene.marks.iter().any(|m| m.id == iso3).then_some(iso3)
}
