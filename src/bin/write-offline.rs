//! Writes what an explorer needs that a reader keeps: `write-offline PACKAGE_DIR DIST`. Into DIST go `manifest.webmanifest`, by which the
//! page can be installed under the package's title, and `offline/words.json`, the words with which a newer version is offered, and those of a page whose program has stopped.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use forum_explorer::format::issue::sentence;
use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::issue::Issue;
use forum_explorer::model::text::Text;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use serde_json::{Map, Value, json};

/// `--paper` of `style/tokens.css`, in light.
const PAPER: &str = "#fffffb";
/// The ground of `public/icon.svg`.
const GROUND: &str = "#17415f";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [package, dist] = arguments.as_slice() else {
        eprintln!("usage: write-offline PACKAGE_DIR DIST");
        return ExitCode::from(2);
    };
    match run(Path::new(package), Path::new(dist)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("write-offline: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(package: &Path, dist: &Path) -> Result<(), String> {
    let told = |issue: &Issue| sentence(issue, Lang::En);
    let folder = folder::open(package).map_err(|error| error.told(told))?;
    let (data, _) = build(&folder.descriptor, folder.files);
    let about = &data.about;
    write(
        &dist.join("manifest.webmanifest"),
        &manifest(&about.title, &about.description),
    )?;
    write(&dist.join("offline/words.json"), &words())
}

fn write(path: &Path, content: &Value) -> Result<(), String> {
    let shown = path.display();
    fs::write(path, content.to_string()).map_err(|error| format!("{shown}: {error}"))
}

/// The web app manifest. What a language says is in `*_localized`; who does not know those reads the default language's.
fn manifest(title: &Text, description: &Text) -> Value {
    let short = |lang: Lang| lang.plain().offline.short_name;
    let name = match pick(title, Lang::default()) {
        "" => short(Lang::default()),
        title => title,
    };
    let icon = |src: &str, sizes: &str, purpose: &str| {
        let kind = if src.ends_with("svg") {
            "image/svg+xml"
        } else {
            "image/png"
        };
        json!({ "src": src, "sizes": sizes, "type": kind, "purpose": purpose })
    };
    json!({
        "name": name,
        "name_localized": by_language(|lang| pick(title, lang)),
        "short_name": short(Lang::default()),
        "short_name_localized": by_language(short),
        "description": pick(description, Lang::default()),
        "description_localized": by_language(|lang| pick(description, lang)),
        "lang": Lang::default().tag(),
        "dir": Lang::default().about().direction.slug(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": GROUND,
        "icons": [
            icon("icon.svg", "any", "any"),
            icon("icons/icon-192.png", "192x192", "any"),
            icon("icons/icon-512.png", "512x512", "any"),
            icon("icons/maskable-512.png", "512x512", "maskable"),
        ],
    })
}

/// What each language says otherwise than the default one. A package knows less languages than the page.
fn by_language<'a>(say: impl Fn(Lang) -> &'a str) -> Value {
    let others = Lang::ALL
        .into_iter()
        .filter(|&lang| lang != Lang::default());
    let said = others
        .map(|lang| (lang.tag().to_owned(), say(lang)))
        .filter(|(_, said)| *said != say(Lang::default()))
        .map(|(tag, said)| (tag, Value::from(said)));
    Value::Object(said.collect())
}

/// How a newer version is offered, and what stands there when the program has stopped, by language.
fn words() -> Value {
    let said = Lang::ALL.map(|lang| {
        let words = &lang.plain().offline;
        let stopped = &lang.plain().stopped;
        let words = json!({
            "newer": words.newer,
            "load": words.load,
            "not_now": words.not_now,
            "stopped": stopped.what,
            "reload": stopped.reload,
            "afresh": stopped.afresh,
            "figures": stopped.figures,
        });
        (lang.tag().to_owned(), words)
    });
    Value::Object(Map::from_iter(said))
}
