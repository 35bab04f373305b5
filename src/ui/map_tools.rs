//! The map's size, place and layer, without dragging or turning a wheel.

use leptos::prelude::*;

use crate::chart::arrangement::{Arrangement, Layer, MapWindow};
use crate::chart::geography::projection;
use crate::chart::kind::ChartKind;
use crate::format::text::pick;
use crate::geometry::outline::World;
use crate::geometry::point::Point;
use crate::language::strings::LaterStrings;
use crate::model::body::Body;
use crate::model::dataset::Dataset;
use crate::model::table::Key;
use crate::share::query::arrangement;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::run::memo;
use crate::ui::say::{changing, flag, say_later};

/// Any width does: what is in the middle of the map does not depend on it.
const WIDTH: f64 = 1000.0;

/// A way in which the map moves: the button's id, its sign and name, and the step in shares of the picture, right and down.
type Step = (
    &'static str,
    &'static str,
    fn(&'static LaterStrings) -> &'static str,
    (f64, f64),
);

const STEPS: [Step; 4] = [
    ("map-west", "←", |s| s.geography.west, (-0.25, 0.0)),
    ("map-north", "↑", |s| s.geography.north, (0.0, -0.25)),
    ("map-south", "↓", |s| s.geography.south, (0.0, 0.25)),
    ("map-east", "→", |s| s.geography.east, (0.25, 0.0)),
];

/// Larger, smaller, whole; the four directions once a part is shown; and the layer.
pub fn map_tools() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let map = explorer.watch(|s| arrangement(s, ChartKind::Geography));
    let is_part = memo(move || map.with(|a| a.window.level > 0));
    let level = move || map.with(|a| a.window.level);
    let sizes = [
        zoom_button(
            "map-larger",
            "+",
            |s| s.geography.larger,
            move |a| zoomed(a.window, 1, explorer),
        )
        .attr("aria-disabled", flag(move || level() == MapWindow::DEEPEST)),
        zoom_button(
            "map-smaller",
            "−",
            |s| s.geography.smaller,
            move |a| zoomed(a.window, -1, explorer),
        )
        .attr("aria-disabled", flag(move || level() == 0)),
    ];
    let moves = changing(move || match is_part.get() {
        true => untrack(|| {
            let whole = zoom_button(
                "map-whole",
                "",
                |s| s.geography.whole,
                |_| MapWindow::default(),
            )
            .text(say_later(|s| s.geography.whole));
            let steps = STEPS.map(|(id, sign, name, by)| {
                zoom_button(id, sign, name, move |a| moved(a.window, by)).view()
            });
            all([all(steps), whole.view()])
        }),
        false => nothing(),
    });
    el("div")
        .class("arrange map-tools")
        .child(
            el("div")
                .class("map-zoom")
                .attr("role", "group")
                .attr("aria-label", say_later(|s| s.geography.move_map))
                .child(Vec::from(sizes.map(El::view)))
                .child(moves),
        )
        .child(layers(map))
        .view()
}

fn zoom_button(
    id: &'static str,
    sign: &'static str,
    name: fn(&'static LaterStrings) -> &'static str,
    next: impl Fn(&Arrangement) -> MapWindow + 'static,
) -> El {
    let explorer = expect_context::<Explorer>();
    el("button")
        .attr("type", "button")
        .class("button")
        .id(id)
        .attr("aria-label", say_later(name))
        .attr("title", say_later(name))
        .on("click", move |_| {
            explorer.arrange(ChartKind::Geography, |a| a.window = next(a));
        })
        .text(sign)
}

/// One level in or out. The first step in goes to the middle of what the filters leave on the map.
fn zoomed(now: MapWindow, by: i8, explorer: Explorer) -> MapWindow {
    let level = now.level.saturating_add_signed(by).min(MapWindow::DEEPEST);
    let (lon, lat) = match now.level {
        0 => untrack(|| middle_of_places(explorer)),
        _ => now.center(),
    };
    MapWindow::around(level, lon, lat)
}

/// The mean of the places of the events that are shown, in degrees; without any the middle of the map.
fn middle_of_places(explorer: Explorer) -> (f64, f64) {
    explorer.with_input(
        crate::language::lang::Lang::default(),
        WIDTH,
        false,
        Arrangement::default(),
        |input| {
            let scene = crate::chart::geography::scene(input, None);
            let drawn = scene.marks.iter().flat_map(|m| m.hits.first());
            let middles: Vec<Point> = drawn.map(|hit| hit.center()).collect();
            let mean = |of: fn(&Point) -> f64| {
                middles.iter().map(of).sum::<f64>() / middles.len().max(1) as f64
            };
            let at = Point::new(mean(|p| p.x), mean(|p| p.y));
            let whole = projection(WIDTH, MapWindow::default());
            match middles.is_empty() {
                true => (0.0, 0.0),
                false => whole.lon_lat_from_px(at).unwrap_or((0.0, 0.0)),
            }
        },
    )
}

/// A quarter of the picture on.
fn moved(now: MapWindow, (right, down): (f64, f64)) -> MapWindow {
    let height = World::PROJECTION.height_for_width_lat(
        WIDTH,
        World::LATITUDES_DEG.0,
        World::LATITUDES_DEG.1,
    );
    let at = Point::new(WIDTH * (0.5 + right), height * (0.5 + down));
    match projection(WIDTH, now).lon_lat_from_px(at) {
        Some((lon, lat)) => MapWindow::around(now.level, lon, lat),
        None => now,
    }
}

/// Everything, the hosts, or the members of one body.
fn layers(map: Memo<Arrangement>) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let bodies = memo(move || explorer.with_data(bodies_with_seats));
    let entry = move |layer: Layer| match layer {
        Layer::All => locale.later().geography.layer_all.to_owned(),
        Layer::Hosts => locale.later().geography.layer_hosts.to_owned(),
        Layer::Body(key) => explorer.with_data(|data| {
            let body = data.bodies.get(key);
            body.map_or(String::new(), |b| {
                pick(&b.title, locale.lang.get()).to_owned()
            })
        }),
    };
    let layers = move || -> Vec<Layer> {
        let bodies = bodies.get().into_iter().map(Layer::Body);
        [Layer::All, Layer::Hosts]
            .into_iter()
            .chain(bodies)
            .collect()
    };
    let options = changing(move || {
        let now = map.with(|a| a.layer);
        let listed = layers().into_iter().enumerate();
        all(listed.map(|(index, layer)| {
            let option = el("option").attr("value", index.to_string());
            let option = match layer == now {
                true => option.mark("selected"),
                false => option,
            };
            match layer {
                Layer::Body(_) => option.of_data(entry(layer)).view(),
                _ => option.text(entry(layer)).view(),
            }
        }))
    });
    let select = el("select")
        .id("map-layer")
        .on("change", move |event| {
            let index = event_target_value(&event).parse::<usize>().ok();
            let layer = index.and_then(|i| untrack(layers).get(i).copied());
            explorer.arrange(ChartKind::Geography, |a| {
                a.layer = layer.unwrap_or_default();
            });
        })
        .child(options);
    el("label")
        .class("field")
        .attr("for", "map-layer")
        .child(el("span").text(say_later(|s| s.geography.layer)))
        .child(select)
}

fn bodies_with_seats(data: &Dataset) -> Vec<Key<Body>> {
    let has_seats = |key: &Key<Body>| data.memberships.rows().iter().any(|m| m.body == *key);
    data.bodies.keys().filter(has_seats).collect()
}
