//! The map with its tools and its list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::fetch;
use crate::chart::geography;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::geometry::outline::World;
use crate::geometry::point::Point;
use crate::share::query::arrangement;
use crate::state::explorer::Explorer;
use crate::ui::element::all;
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
    all([map_tools(), map, region_list(scene)])
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
