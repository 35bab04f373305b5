//! Draws the page ahead of its program into the page's document, so that its first chart is on the screen with the first bytes:
//! `prerender PACKAGE_DIR DOCUMENT.html`. The page is that of the package without a filter.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use forum_explorer::format::issue::sentence;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::issue::Issue;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use forum_explorer::plain::ahead::{Drawn, LANGS, SHAPES, put};
use forum_explorer::state::load::Loaded;
use forum_explorer::ui::ahead::page_html;

const USAGE: &str = "usage: prerender PACKAGE_DIR DOCUMENT.html";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [package, document] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(Path::new(package), Path::new(document)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("prerender: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(package: &Path, document: &Path) -> Result<(), String> {
    let told = |issue: &Issue| sentence(issue, Lang::En);
    let folder = folder::open(package).map_err(|error| error.told(told))?;
    let (data, _) = build(&folder.descriptor, folder.files.clone());
    // The program says what is wrong in a package, and offers what to do.
    let built = (data, Vec::new());
    let loaded = Loaded::new(String::new(), folder.descriptor, folder.files, built);
    let loaded = Arc::new(loaded);
    let mut drawn = Vec::new();
    for lang in LANGS {
        for shape in SHAPES {
            let html = page_html(Arc::clone(&loaded), lang, f64::from(shape.width_px));
            drawn.push(Drawn { lang, shape, html });
        }
    }
    let shown = document.display();
    let page = std::fs::read_to_string(document).map_err(|error| format!("{shown}: {error}"))?;
    let page = put(&page, &drawn).map_err(|error| format!("{shown}: {error}"))?;
    std::fs::write(document, page).map_err(|error| format!("{shown}: {error}"))
}
