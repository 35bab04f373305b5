//! Writes a page of every view in every language, which needs no program to be read, what other programs ask for before they embed one, and
//! what the explorer's own page says in its head: `write-views PACKAGE_DIR WORLD.txt DIST [ADDRESS]`.
//!
//! The figures have to be in DIST (`write-figures`). The address is that of the explorer's folder on the web. Without it the pages name each
//! other and their pictures by where they lie, and what only whole addresses can say is not written: oEmbed and the list of all pages.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::figure::{Extra, WIDE, figure, narrow};
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::preview;
use forum_explorer::chart::scene::Scene;
use forum_explorer::chart::view_table::view_table;
use forum_explorer::filter::engine::Engine;
use forum_explorer::format::issue::sentence;
use forum_explorer::format::text::pick;
use forum_explorer::geometry::outline::World;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::Issue;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use forum_explorer::paint::compact::compact;
use forum_explorer::paint::svg;
use forum_explorer::plain::document::link_views;
use forum_explorer::plain::head;
use forum_explorer::plain::sitemap::sitemap;
use forum_explorer::plain::view::{View, page};
use forum_explorer::share::oembed::oembed;
use forum_explorer::share::query::Theme;
use forum_explorer::share::site::{self, Site};
use forum_explorer::share::snippet::Snippet;

const USAGE: &str = "usage: write-views PACKAGE_DIR WORLD.txt DIST [ADDRESS]";

/// The width of a column of text, for which an embed's height is told, in pixels.
const EMBED_WIDTH: f64 = 720.0;
/// What an embed has beside what a figure has, in pixels: tabs, tools, and what is folded below the view.
const EMBED_MORE: u32 = 340;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (package, world, dist, address) = match arguments.as_slice() {
        [package, world, dist] => (package, world, dist, ""),
        [package, world, dist, address] => (package, world, dist, address.as_str()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(package.as_ref(), world.as_ref(), dist.as_ref(), address) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("write-views: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(package: &Path, world: &Path, dist: &Path, address: &str) -> Result<(), String> {
    let told = |issue: &Issue| sentence(issue, Lang::En);
    let site = Site::new(address).map_err(|error| error.to_string())?;
    let folder = folder::open(package).map_err(|error| error.told(told))?;
    let (data, _) = build(&folder.descriptor, folder.files);
    let world_text = read(world)?;
    let world =
        World::decode(&world_text).map_err(|error| format!("{}: {error}", world.display()))?;
    let writer = Writer {
        data: &data,
        engine: &Engine::new(&data),
        world: &world,
        site: &site,
        dist,
    };
    writer.write_all()
}

struct Writer<'a> {
    data: &'a Dataset,
    engine: &'a Engine,
    world: &'a World,
    site: &'a Site,
    dist: &'a Path,
}

impl Writer<'_> {
    fn write_all(&self) -> Result<(), String> {
        let has_data = |kind: &ChartKind| {
            let scene = self.scene(*kind, &self.input(Lang::default(), WIDE));
            !scene.marks.is_empty()
        };
        let views: Vec<ChartKind> = ChartKind::ALL.into_iter().filter(has_data).collect();
        for &kind in &views {
            for lang in Lang::ALL {
                self.write_view(kind, lang, &views)?;
            }
        }
        if self.site.is_known() {
            let list = sitemap(self.site, &views, &self.data.about.created);
            self.write("sitemap.xml", &list)?;
        }
        let shown = views.first();
        let shown = shown.map(|&view| (view, self.has(&site::card(view, Lang::default()))));
        let index = self.dist.join("index.html");
        let document = head::fill_in(&read(&index)?, self.data, self.site, shown)
            .and_then(|document| link_views(&document, &views));
        let document = document.map_err(|error| format!("{}: {error}", index.display()))?;
        self.write("index.html", &document)
    }

    fn write_view(&self, kind: ChartKind, lang: Lang, views: &[ChartKind]) -> Result<(), String> {
        let input = self.input(lang, WIDE);
        let scene = self.scene(kind, &input);
        let narrow_input = self.input(lang, narrow(kind));
        let narrow_scene = self.scene(kind, &narrow_input);
        let document = page(&View {
            kind,
            lang,
            table: &view_table(kind, &scene, &input, None),
            scene: &scene,
            data: self.data,
            site: self.site,
            views,
            figures: [
                drawn(kind, &scene, &input),
                drawn(kind, &narrow_scene, &narrow_input),
            ],
            has_pixels: self.has(&site::card(kind, lang)),
        });
        self.write(&site::page(kind, lang), &document)?;
        match self.site.is_known() {
            true => self.write_oembed(kind, lang, &scene),
            false => Ok(()),
        }
    }

    fn write_oembed(&self, kind: ChartKind, lang: Lang, scene: &Scene) -> Result<(), String> {
        let report = pick(&self.data.about.title, lang);
        let (width, height) = self.size(kind, lang, EMBED_WIDTH);
        let snippet = Snippet {
            base: self.site.from_page(""),
            view: kind,
            title: format!("{} – {report}", kind.name(lang)),
            finding: scene.title.clone(),
            state: String::new(),
            lang: Some(lang),
            written_in: lang,
            theme: Theme::default(),
            is_plain: false,
            version: self.data.about.version.clone(),
            data: None,
            height: height + EMBED_MORE + list_height(kind, scene),
        };
        let card = site::card(kind, lang);
        let thumbnail = self.has(&card).then(|| {
            let (width, height) = (preview::WIDTH as u32, preview::HEIGHT as u32);
            (self.site.from_page(&card), width, height)
        });
        let answer = oembed(&snippet, report, width, thumbnail.as_ref());
        self.write(&site::oembed(kind, lang), &answer)
    }

    fn input(&self, lang: Lang, width: f64) -> Input<'_> {
        Input {
            data: self.data,
            engine: self.engine,
            lang,
            width,
            has_context: false,
            arrangement: Arrangement::default(),
        }
    }

    fn scene(&self, kind: ChartKind, input: &Input) -> Scene {
        kind.scene(input, Some(self.world))
    }

    /// The size of a figure whose picture is so wide, in whole pixels. Its link is as in the file.
    fn size(&self, kind: ChartKind, lang: Lang, width: f64) -> (u32, u32) {
        let input = self.input(lang, width);
        let scene = self.scene(kind, &input);
        let extra = Extra {
            link: Some(self.site.from_folder(&site::live(kind, lang))),
            ..Extra::default()
        };
        let frame = figure(kind, &scene, &input, &extra).frame;
        (frame.width.ceil() as u32, frame.height.ceil() as u32)
    }

    fn has(&self, name: &str) -> bool {
        self.dist.join(name).is_file()
    }

    fn write(&self, name: &str, content: &str) -> Result<(), String> {
        let path = self.dist.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))
    }
}

/// A view's figure as markup for its page.
fn drawn(kind: ChartKind, scene: &Scene, input: &Input) -> String {
    let figure = figure(kind, scene, input, &Extra::default());
    let drawn = svg::picture(&figure.flat());
    compact(&drawn).unwrap_or(drawn)
}

/// How high the list is that the page has below two of the pictures, about, in pixels: by what has no place in the picture.
fn list_height(kind: ChartKind, scene: &Scene) -> u32 {
    let row = match kind {
        ChartKind::Funding => 65,
        ChartKind::Geography => 18,
        _ => return 0,
    };
    let rows = scene.marks.iter().filter(|mark| mark.hits.is_empty());
    row * u32::try_from(rows.count()).unwrap_or_default()
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
