//! Writes every view in every language as figures that stand by themselves, and as the picture of a link:
//! `write-figures PACKAGE_DIR WORLD.txt DIST [ADDRESS]`. They come into `DIST/figures`, and into `DIST/map` the land of the map for the page as it is drawn ahead; the address is that of the explorer's folder on the
//! web, where it is known.
//!
//! A letter that no font of the machine has would be missing in a picture of pixels. Such a figure is written as SVG alone, and the program
//! says so.

mod fonts;
mod pixels;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::figure::{Extra, WIDE, figure, narrow};
use forum_explorer::chart::geography;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::preview::preview;
use forum_explorer::filter::engine::Engine;
use forum_explorer::format::issue::sentence;
use forum_explorer::geometry::outline::World;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::issue::Issue;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;
use forum_explorer::paint::palette::Palette;
use forum_explorer::paint::svg;
use forum_explorer::share::site::{self, Site};

use fonts::Fonts;
use pixels::png;

const USAGE: &str = "usage: write-figures PACKAGE_DIR WORLD.txt DIST [ADDRESS]";

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
    match run(
        Path::new(package),
        Path::new(world),
        Path::new(dist),
        address,
    ) {
        Ok(said) => {
            print!("{said}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("write-figures: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(package: &Path, world: &Path, dist: &Path, address: &str) -> Result<String, String> {
    let told = |issue: &Issue| sentence(issue, Lang::En);
    let site = Site::new(address).map_err(|error| error.to_string())?;
    let folder = folder::open(package).map_err(|error| error.told(told))?;
    let (data, _) = build(&folder.descriptor, folder.files);
    let shown = world.display();
    let text = fs::read_to_string(world).map_err(|error| format!("{shown}: {error}"))?;
    let world = World::decode(&text).map_err(|error| format!("{shown}: {error}"))?;
    let figures = dist.join("figures");
    fs::create_dir_all(&figures).map_err(|error| format!("{}: {error}", figures.display()))?;
    let works: Vec<(ChartKind, Lang)> = ChartKind::ALL
        .into_iter()
        .flat_map(|kind| Lang::ALL.map(|lang| (kind, lang)))
        .collect();
    let writer = Writer {
        data: &data,
        world: &world,
        site: &site,
        dist,
        fonts: Fonts::of_system(),
        done: Mutex::default(),
    };
    writer.write_all(&works)?;
    writer.write_land()?;
    Ok(writer.report())
}

/// What came of it so far.
#[derive(Default)]
struct Done {
    svg: usize,
    png: usize,
    /// Figures without a picture of pixels, by the letters for which there is no font.
    without: usize,
    missing: BTreeSet<char>,
}

struct Writer<'a> {
    data: &'a Dataset,
    world: &'a World,
    site: &'a Site,
    dist: &'a Path,
    fonts: Fonts,
    done: Mutex<Done>,
}

impl Writer<'_> {
    /// Works on as many views at once as the machine has cores.
    fn write_all(&self, works: &[(ChartKind, Lang)]) -> Result<(), String> {
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(&(kind, lang)) = works.get(next.fetch_add(1, Ordering::Relaxed)) {
                self.write_view(kind, lang)?;
            }
            Ok(())
        };
        let count = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
            let outcomes = threads.into_iter().map(|thread| {
                let outcome = thread.join();
                outcome.unwrap_or_else(|_| Err("a view could not be drawn".to_owned()))
            });
            outcomes.collect()
        })
    }

    fn write_view(&self, kind: ChartKind, lang: Lang) -> Result<(), String> {
        let engine = Engine::new(self.data);
        let input = |width| Input {
            data: self.data,
            engine: &engine,
            lang,
            width,
            has_context: false,
            arrangement: Arrangement::default(),
        };
        let wide = input(WIDE);
        let scene = kind.scene(&wide, Some(self.world));
        // A view without data has nothing to show.
        if scene.marks.is_empty() {
            return Ok(());
        }
        let live = self.site.from_folder(&site::live(kind, lang));
        let linked = Extra {
            link: Some(live),
            ..Extra::default()
        };
        // Pixels cannot be followed: what is no whole address leads nowhere from there.
        let printed = match self.site.is_known() {
            true => linked.clone(),
            false => Extra::default(),
        };
        let narrow = input(narrow(kind));
        let narrow_scene = kind.scene(&narrow, Some(self.world));
        for palette in Palette::ALL {
            let theme = palette.slug();
            let of = |ending| site::figure(kind, lang, theme, ending);
            let drawn = svg::figure(&figure(kind, &scene, &wide, &linked), palette);
            self.write(&of("svg"), drawn.as_bytes())?;
            let drawn = svg::figure(&figure(kind, &scene, &wide, &printed), palette);
            self.write_png(&of("png"), &drawn, lang, 2.0)?;
            let drawn = svg::figure(&figure(kind, &narrow_scene, &narrow, &linked), palette);
            let name = site::figure(kind, lang, &format!("{theme}-narrow"), "svg");
            self.write(&name, drawn.as_bytes())?;
        }
        let card = preview(kind, &wide, Some(self.world));
        let card = svg::preview(&card, Palette::Light);
        self.write_png(&site::card(kind, lang), &card, lang, 1.0)
    }

    /// The land that the page shows until its program draws it. It is drawn for a wide window, in which lines made for a phone would be thick.
    fn write_land(&self) -> Result<(), String> {
        let engine = Engine::new(self.data);
        let input = Input {
            data: self.data,
            engine: &engine,
            lang: Lang::default(),
            width: WIDE,
            has_context: false,
            arrangement: Arrangement::default(),
        };
        if geography::scene(&input, None).marks.is_empty() {
            return Ok(());
        }
        let map = self.dist.join("map");
        fs::create_dir_all(&map).map_err(|error| format!("{}: {error}", map.display()))?;
        let land = geography::land(&input, self.world);
        for palette in [Palette::Light, Palette::Dark] {
            let drawn = svg::backdrop(&land, palette);
            self.put(&site::land(palette.slug()), drawn.as_bytes())?;
        }
        Ok(())
    }

    fn put(&self, name: &str, content: &[u8]) -> Result<(), String> {
        let path = self.dist.join(name);
        fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Puts a figure there, and counts it.
    fn write(&self, name: &str, content: &[u8]) -> Result<(), String> {
        self.put(name, content)?;
        self.note(|done| match name.ends_with(".svg") {
            true => done.svg += 1,
            false => done.png += 1,
        });
        Ok(())
    }

    fn write_png(&self, name: &str, drawn: &str, lang: Lang, scale: f32) -> Result<(), String> {
        let drawn = png(drawn, &self.fonts, lang, scale);
        match drawn.map_err(|error| format!("{name}: {error}"))? {
            Ok(png) => self.write(name, &png),
            Err(missing) => {
                self.note(|done| {
                    done.without += 1;
                    done.missing.extend(missing);
                });
                // One of an earlier build may lie there.
                let _ = fs::remove_file(self.dist.join(name));
                Ok(())
            }
        }
    }

    fn note(&self, note: impl FnOnce(&mut Done)) {
        if let Ok(mut done) = self.done.lock() {
            note(&mut done);
        }
    }

    fn report(&self) -> String {
        let Ok(done) = self.done.lock() else {
            return String::new();
        };
        let mut said = format!("figures: {} SVG, {} PNG\n", done.svg, done.png);
        if done.without > 0 {
            let some: String = done.missing.iter().take(8).collect();
            said += &format!(
                "figures without PNG: {}, for this machine has no font with {} of their letters ({some} …). A font such as Noto Sans CJK has them (Debian: apt-get install fonts-noto-cjk).\n",
                done.without,
                done.missing.len()
            );
        }
        said
    }
}
