//! The map with its tools and its list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::fetch;
use crate::chart::geography;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::geometry::outline::World;
use crate::geometry::point::Point;
use crate::paint::palette::Palette;
use crate::share::query::arrangement;
use crate::share::site;
use crate::state::explorer::Explorer;
use crate::ui::ahead::IS_DRAWN_AHEAD;
use crate::ui::element::{all, el};
use crate::ui::map_tools::map_tools;
use crate::ui::picture::picture;
use crate::ui::region_list::region_list;
use crate::ui::run::task;

/// The outlines of the map.
const WORLD: &str = "map/world.txt";

/// Tools, map and list.
pub fn geography_body(scene: Memo<Arc<Scene>>) -> AnyView {
    let explorer = expect_context::<Explorer>();
    if explorer.world().with_untracked(Option::is_none) {
        fetch_world(explorer);
    }
    let map = picture(ChartKind::Geography, scene, Some(country_at));
    let map = match IS_DRAWN_AHEAD {
        true => on_land(map),
        false => map,
    };
    all([map_tools(), map, region_list(scene)])
}

/// In the program that draws ahead: the map on its land, which is a file beside the page and comes when it is about to be seen. In the page
/// itself it would be as large as all else.
fn on_land(map: AnyView) -> AnyView {
    let (light, dark) = (Palette::Light.slug(), Palette::Dark.slug());
    let in_the_dark = el("source")
        .attr("media", "screen and (prefers-color-scheme: dark)")
        .attr("srcset", site::land(dark));
    let land = el("img")
        .attr("loading", "lazy")
        .attr("alt", "")
        .attr("src", site::land(light));
    el("div")
        .class("map-ahead")
        .child(el("picture").class("land").child(in_the_dark).child(land))
        .child(map)
        .view()
}

/// Asks for the map's outlines.
pub fn fetch_world(explorer: Explorer) {
    task(async move {
        let decoded = fetch::text(WORLD)
            .await
            .ok()
            .and_then(|text| World::decode(&text).ok());
        explorer.set_world(decoded.map(Arc::new));
    });
}

/// The country under a point of the map, where it has a part in the view.
fn country_at(explorer: Explorer, at: Point, scene: &Scene) -> Option<String> {
    let window = explorer.with_state(|s| arrangement(s, ChartKind::Geography).window);
    let (lon, lat) = geography::projection(scene.width, window).lon_lat_from_px(at)?;
    let world = explorer.world().get_untracked()?;
    let iso3 = world.country_at(lon, lat)?.iso3.clone()?;
    scene.marks.iter().any(|m| m.id == iso3).then_some(iso3)
}
