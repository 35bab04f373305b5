//! Every chart as a picture: readable SVG snapshots in both languages, which double as a gallery.

use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::filter::engine::Engine;
use forum_explorer::language::lang::Lang;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use forum_explorer::paint::svg;

#[test]
fn try_all() {
    let folder = folder::open(std::path::Path::new("public/data")).unwrap();
    let (data, issues) = build(&folder.descriptor, folder.files);
    for issue in &issues {
        println!("{issue:?}");
    }
    let engine = Engine::new(&data);
    for lang in Lang::ALL {
        for width in [1100.0, 358.0] {
            for kind in ChartKind::ALL {
                let input = Input {
                    data: &data,
                    engine: &engine,
                    lang,
                    width,
                    has_context: false,
                };
                let scene = kind.scene(&input, None);
                println!(
                    "{} | {} | {} | {}",
                    kind.slug(),
                    scene.title,
                    scene.subtitle,
                    scene.description
                );
                std::fs::write(
                    format!("/tmp/gallery/{}-{}-{width}.svg", kind.slug(), lang.slug()),
                    svg::document(&scene),
                )
                .unwrap();
            }
        }
    }
}
