//! What a reader takes away: a view as a picture or a table, a link to it, and the data package.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::save::{self, Keeps};
use crate::browser::{device, fetch};
use crate::chart::figure::{Extra, figure};
use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::chart::view_table::view_table;
use crate::export::archive::zipped;
use crate::export::colophon::Colophon;
use crate::export::package::{Original, filtered, paths, whole};
use crate::export::sheet::{Sheet, sheet};
use crate::export::{csv as csv_file, json as json_file};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::paint::palette::Palette;
use crate::paint::svg;
use crate::share::query::{Theme, arrangement};
use crate::state::explorer::Explorer;
use crate::state::load;
use crate::state::locale::Locale;
use crate::ui::copying::Copying;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::references::view_address;
use crate::ui::run::task;
use crate::ui::say::{Sentence, changing, say_later, tell};
use crate::ui::whole_page::whole_page;

/// The pixels of a PNG for each of the picture's.
const PNG_SCALE: f64 = 2.0;
/// The own package's descriptor; the page itself was read from a packed one.
const OWN_DESCRIPTOR: &str = "data/datapackage.json";

/// A view that can be taken away.
#[derive(Clone, Copy)]
struct Taken {
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
    explorer: Explorer,
    locale: Locale,
    copying: Copying,
}

/// A view as files, or as texts to copy where no file can be saved.
pub fn saving(kind: ChartKind, scene: Memo<Arc<Scene>>) -> AnyView {
    let taken = Taken {
        kind,
        scene,
        explorer: expect_context::<Explorer>(),
        locale: Locale::expect(),
        copying: Copying::new(format!("{}-text", kind.slug())),
    };
    let link = taken.button("link", say_later(|s| s.saving.copy_link), |taken| {
        let _ = taken.copying.copy(taken.address(), |s| s.link_copied);
    });
    let keeps = save::keeps();
    let mut buttons = match keeps {
        Keeps::Files | Keeps::Perhaps => taken.files(),
        Keeps::Nothing => Vec::new(),
    };
    if keeps != Keeps::Files {
        buttons.extend(taken.texts());
    }
    buttons.push(link);
    let buttons: Vec<AnyView> = buttons.into_iter().map(El::view).collect();
    let boxed_in = match keeps {
        Keeps::Files => nothing(),
        Keeps::Perhaps => el("p").text(say_later(|s| s.saving.perhaps)).view(),
        Keeps::Nothing => taken.boxed_in(),
    };
    all([
        boxed_in,
        el("div")
            .class("actions")
            .attr("role", "group")
            .attr("aria-label", say_later(|s| s.saving.fold))
            .child(buttons)
            .view(),
        taken.copying.view(),
        el("p").text(say_later(|s| s.saving.note)).view(),
        el("p").text(say_later(|s| s.saving.note_csv)).view(),
    ])
}

impl Taken {
    fn button(self, name: &str, words: Sentence, act: fn(Self)) -> El {
        el("button")
            .attr("type", "button")
            .class("button")
            .id(format!("{}-{name}", self.kind.slug()))
            .on("click", move |_| untrack(|| act(self)))
            .text(words)
    }

    fn files(self) -> Vec<El> {
        vec![
            self.button("png", say_later(|s| s.saving.save_png), Self::save_png),
            self.button("svg", say_later(|s| s.saving.save_svg), |taken| {
                taken.save("svg", "image/svg+xml", &taken.svg());
            }),
            self.button("csv", say_later(|s| s.saving.save_csv), |taken| {
                taken.save("csv", "text/csv;charset=utf-8", &taken.csv());
            }),
            self.button("json", say_later(|s| s.saving.save_json), |taken| {
                taken.save("json", "application/json", &taken.json());
            }),
        ]
    }

    fn texts(self) -> Vec<El> {
        vec![
            self.button("copy-svg", say_later(|s| s.saving.copy_svg), |taken| {
                let _ = taken.copying.copy(taken.svg(), |s| s.copied);
            }),
            self.button("copy-csv", say_later(|s| s.saving.copy_csv), |taken| {
                let _ = taken.copying.copy(taken.csv(), |s| s.copied);
            }),
            self.button("copy-json", say_later(|s| s.saving.copy_json), |taken| {
                let _ = taken.copying.copy(taken.json(), |s| s.copied);
            }),
        ]
    }

    /// Why there are texts and no files, and where there are.
    fn boxed_in(self) -> AnyView {
        el("p")
            .class("boxed-in")
            .text(say_later(|s| s.saving.boxed_in))
            .text(" ")
            .text(say_later(|s| s.saving.no_png))
            .text(" ")
            .child(own_page(tell(move || self.address())))
            .view()
    }

    fn address(self) -> String {
        view_address(self.explorer, self.kind)
    }

    fn file(self, ending: &str) -> String {
        self.colophon().file(self.kind.slug(), ending)
    }

    fn save(self, ending: &str, media_type: &str, text: &str) {
        let name = self.file(ending);
        let is_saved = save::file(&name, media_type, text.as_bytes());
        self.copying.say(outcome(is_saved, &name, self.locale));
    }

    fn save_png(self) {
        let (name, svg) = (self.file("png"), self.svg());
        task(async move {
            let is_saved = save::png(&name, &svg, PNG_SCALE).await;
            untrack(|| match is_saved {
                true => self.copying.say(outcome(true, &name, self.locale)),
                false => {
                    let failed = self.locale.later().saving.png_failed;
                    self.copying.say(failed.to_owned());
                }
            });
        });
    }

    fn colophon(self) -> Colophon {
        let lang = self.locale.lang.get();
        let scene = self.scene.get();
        Colophon {
            title: scene.title.clone(),
            view: self.kind.name(lang).to_owned(),
            source: scene.source(),
            address: self.address(),
            ..colophon(self.explorer, lang)
        }
    }

    fn svg(self) -> String {
        let (lang, scene, about) = (self.locale.lang.get(), self.scene.get(), self.colophon());
        let theme = self.explorer.with_state(|s| s.theme);
        let extra = Extra {
            notes: about.filtered_by(lang).into_iter().collect(),
            link: Some(about.address),
        };
        self.with_input(|input| {
            let figure = figure(self.kind, &scene, input, &extra);
            svg::figure(&figure, palette(theme))
        })
    }

    fn csv(self) -> String {
        csv_file::written(&self.sheet())
    }

    fn json(self) -> String {
        json_file::written(&self.sheet(), &self.colophon())
    }

    fn sheet(self) -> Sheet {
        let (scene, about) = (self.scene.get(), self.colophon());
        let compared = self.explorer.with_state(|s| s.compared.clone());
        let loaded = self.explorer.loaded();
        self.with_input(|input| {
            let table = view_table(self.kind, &scene, input, compared.as_ref());
            let written = loaded.written();
            sheet(
                self.kind,
                &table,
                input,
                compared.is_some(),
                written,
                &about,
            )
        })
    }

    fn with_input<T>(self, read: impl FnOnce(&Input) -> T) -> T {
        let lang = self.locale.lang.get();
        let (has_context, arranged) = self
            .explorer
            .with_state(|s| (s.has_context, arrangement(s, self.kind)));
        let width = self.scene.with(|s| s.width);
        self.explorer
            .with_input(lang, width, has_context, arranged, read)
    }
}

/// The link out of a frame.
fn own_page(href: Sentence) -> El {
    el("a")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text(say_later(|s| s.saving.own_page))
}

fn outcome(is_saved: bool, name: &str, locale: Locale) -> String {
    let words = &locale.later().saving;
    match is_saved {
        true => fill(words.saved, &[("file", name)]),
        false => words.save_failed.to_owned(),
    }
}

/// The colours of the theme that was chosen. A file knows no device, so without a choice it is light.
fn palette(theme: Theme) -> Palette {
    match theme {
        Theme::Auto | Theme::Light => Palette::Light,
        Theme::Dark => Palette::Dark,
        Theme::Contrast => Palette::Contrast,
    }
}

/// What the package says of itself and what is chosen of it.
fn colophon(explorer: Explorer, lang: Lang) -> Colophon {
    let selection = explorer.with_state(|s| s.selection.clone());
    Colophon {
        saved: device::today(),
        ..explorer.with_data(|data| Colophon::of(data, &selection, lang))
    }
}

/// The data package, whole and as filtered.
pub fn data_saving() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let copying = Copying::new("data-text".to_owned());
    let is_filtered = explorer.watch(|s| !s.selection.is_empty());
    if save::keeps() == Keeps::Nothing {
        let page = tell(move || whole_page(explorer, ""));
        return el("p")
            .class("boxed-in")
            .text(say_later(|s| s.saving.no_package))
            .text(" ")
            .child(own_page(page))
            .view();
    }
    let button = move |id: &'static str, words: Sentence, is_part: bool| {
        el("button")
            .attr("type", "button")
            .class("button")
            .id(id)
            .on("click", move |_| {
                untrack(|| save_package(explorer, locale, copying, is_part));
            })
            .text(words)
    };
    let part = changing(move || match is_filtered.get() {
        true => {
            untrack(|| button("save-filtered", say_later(|s| s.saving.save_filtered), true).view())
        }
        false => nothing(),
    });
    all([
        el("div")
            .class("actions")
            .child(button(
                "save-whole",
                say_later(|s| s.saving.save_whole),
                false,
            ))
            .child(part)
            .view(),
        copying.view(),
        el("p").text(say_later(|s| s.saving.note_data)).view(),
        el("p").text(say_later(|s| s.saving.note_filtered)).view(),
    ])
}

/// Fetches the package as it lies on its host, and saves it.
fn save_package(explorer: Explorer, locale: Locale, copying: Copying, is_part: bool) {
    let lang = locale.lang.get();
    let words = &lang.later().saving;
    let (query, _) = explorer.address();
    let about = Colophon {
        address: whole_page(explorer, ""),
        ..colophon(explorer, lang)
    };
    let descriptor = explorer.with_state(|s| s.data.clone());
    let descriptor = descriptor.map_or(OWN_DESCRIPTOR.to_owned(), |data| {
        load::descriptor_address(&data)
    });
    copying.say(words.working.to_owned());
    task(async move {
        let original = match original(&descriptor).await {
            Ok(original) => original,
            Err(file) => return copying.say(fill(words.file_missing, &[("file", &file)])),
        };
        let entries = match is_part {
            true => filtered(&original, &query, &about, lang).ok(),
            false => Some(whole(&original, &about, lang)),
        };
        let Some(bytes) = entries.and_then(|entries| zipped(&entries).ok()) else {
            return copying.say(words.package_failed.to_owned());
        };
        let name = about.file(if is_part { "filtered" } else { "data" }, "zip");
        let is_saved = save::file(&name, "application/zip", &bytes);
        copying.say(untrack(|| outcome(is_saved, &name, locale)));
    });
}

/// The package's files; the name of one that did not come.
async fn original(descriptor: &str) -> Result<Original, String> {
    let name = |address: &str| address.rsplit('/').next().unwrap_or(address).to_owned();
    let json = fetch::text(descriptor)
        .await
        .map_err(|_| name(descriptor))?;
    let mut files = Vec::new();
    for path in paths(&json) {
        let address = load::beside(descriptor, &path);
        let content = fetch::bytes(&address).await.map_err(|_| path.clone())?;
        files.push((path, content));
    }
    Ok(Original { json, files })
}
