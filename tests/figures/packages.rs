//! The shipped package and invented ones, each view of them as it is with nothing selected.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::Scene;
use forum_explorer::filter::engine::Engine;
use forum_explorer::geometry::outline::World;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let text = fs::read_to_string(root("public/map/world.txt")).expect("the map is there");
        World::decode(&text).expect("the map can be read")
    })
}

/// All packages, by their names.
pub fn all() -> &'static [(&'static str, Dataset)] {
    static ALL: OnceLock<Vec<(&'static str, Dataset)>> = OnceLock::new();
    ALL.get_or_init(|| {
        [
            ("shipped", "public/data"),
            ("small", "tests/fixtures/small"),
            ("river-forum", "tests/fixtures/river-forum"),
            ("bare", "tests/fixtures/bare"),
        ]
        .map(|(name, path)| {
            let folder = folder::open(&root(path)).expect("it is a package");
            (name, build(&folder.descriptor, folder.files).0)
        })
        .into()
    })
}

/// Calls with every view that has something to show, in every language.
pub fn each_view(
    width: impl Fn(ChartKind) -> f64,
    mut seen: impl FnMut(&str, ChartKind, &Input, &Scene),
) {
    for (name, data) in all() {
        let engine = Engine::new(data);
        for kind in ChartKind::ALL {
            for lang in Lang::ALL {
                let input = Input {
                    data,
                    engine: &engine,
                    lang,
                    width: width(kind),
                    has_context: false,
                    arrangement: Arrangement::default(),
                };
                let scene = kind.scene(&input, Some(world()));
                if !scene.marks.is_empty() {
                    let name = format!("{name}: {}, {}", kind.slug(), lang.slug());
                    seen(&name, kind, &input, &scene);
                }
            }
        }
    }
}
