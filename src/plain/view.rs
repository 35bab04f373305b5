//! The page of one view: what it finds, its figure, its table with a source in every row, and the way to the explorer. It runs no program.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::head::Head;
use super::words::cited;
use crate::chart::kind::ChartKind;
use crate::chart::scene::{Cell, Mark, Scene};
use crate::chart::view_table::ViewTable;
use crate::format::about::facts;
use crate::format::citation::source_line;
use crate::format::text::{foreign, pick, sentences};
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::paint::palette::Palette;
use crate::share::query::is_web_address;
use crate::share::site::{self, Site};

/// Where the style sheet lies, as the pages name it.
const STYLE: &str = "view.css";

/// What a page is made of.
pub struct View<'a> {
    /// Which view.
    pub kind: ChartKind,
    /// The page's language.
    pub lang: Lang,
    /// The view, with nothing left out.
    pub scene: &'a Scene,
    /// Its table.
    pub table: &'a ViewTable,
    /// What the package states.
    pub data: &'a Dataset,
    /// Where the explorer is published.
    pub site: &'a Site,
    /// All views that have a page.
    pub views: &'a [ChartKind],
    /// The figure as markup, and the one for phones.
    pub figures: [String; 2],
    /// Whether there are figures of pixels, and a picture for links.
    pub has_pixels: bool,
}

/// The whole document.
pub fn page(view: &View) -> String {
    let lang = view.lang;
    let name = view.kind.name(lang);
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.about().direction.slug()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (titled(&view.scene.title, view)) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(STYLE);
                (head(view).markup())
            }
            body {
                (top(view))
                main.page.plain {
                    h1 { (name) }
                    p.lead { (view.scene.description) }
                    (figure(view))
                    p { a.button href=(site_live(view)) { (lang.later().figure.link) } }
                    (table(view))
                    (sources(view))
                }
                (bottom(view))
            }
        }
    }
    .into_string()
}

/// What is said of the page to others.
pub fn head(view: &View) -> Head {
    let (kind, lang, site) = (view.kind, view.lang, view.site);
    let page = |lang| site.from_folder(&site::page(kind, lang));
    let each = Lang::ALL.map(|lang| (lang.tag(), page(lang)));
    let others = [("x-default", page(Lang::default()))];
    let picture = (
        site.from_folder(&site::card(kind, lang)),
        view.scene.title.clone(),
    );
    Head {
        lang,
        title: view.scene.title.clone(),
        description: view.scene.description.clone(),
        kind: "article",
        site_name: pick(&view.data.about.title, lang).to_owned(),
        canonical: page(lang),
        languages: each.into_iter().chain(others).collect(),
        picture: view.has_pixels.then_some(picture),
        oembed: site
            .is_known()
            .then(|| site.from_folder(&site::oembed(kind, lang))),
    }
}

/// With the report's title behind it, where it has one.
fn titled(words: &str, view: &View) -> String {
    match pick(&view.data.about.title, view.lang) {
        "" => words.to_owned(),
        report => format!("{words} – {report}"),
    }
}

fn site_live(view: &View) -> String {
    // From the page to the explorer beside it, wherever both were copied.
    format!("../{}", site::live(view.kind, view.lang))
}

/// The way to the explorer, and the page in other languages.
fn top(view: &View) -> Markup {
    let (kind, own) = (view.kind, view.lang);
    let report = pick(&view.data.about.title, own);
    let others = Lang::ALL.into_iter().filter(|lang| *lang != own);
    html! {
        header.page.view-top {
            @if !report.is_empty() {
                p { a href={ "../" (site::start(own)) } lang=[tag_of(report, own)] { (report) } }
            }
            nav aria-label=(own.plain().view_page.languages) {
                @for lang in others {
                    a href={ "../" (site::page(kind, lang)) } lang=(lang.tag()) hreflang=(lang.tag()) { (lang.own_name()) }
                }
            }
        }
    }
}

/// The figure stands in the page and not beside it: it is seen with the first bytes, and one drawing has the colours of every theme. Files of
/// it are linked below.
fn figure(view: &View) -> Markup {
    let (kind, lang) = (view.kind, view.lang);
    let file = |palette: Palette, ending| {
        let name = site::figure(kind, lang, palette.slug(), ending);
        format!("../{name}")
    };
    let page = &lang.strings().page;
    let themes = [
        (Palette::Light, page.theme_light),
        (Palette::Dark, page.theme_dark),
        (Palette::Contrast, page.theme_contrast),
    ];
    let shows = format!("{}{}", view.scene.title, lang.strings().list.full_stop);
    let shows = sentences(&[shows, view.scene.description.clone()], lang);
    html! {
        figure {
            @for (drawn, shape) in view.figures.iter().zip(["wide", "narrow"]) {
                div.drawing.(shape) role="img" aria-label=(shows) { (PreEscaped(drawn)) }
            }
            figcaption {
                (lang.plain().view_page.files)
                @for (palette, theme) in themes {
                    " " span {
                        (theme) " "
                        a href=(file(palette, "svg")) aria-label=(format!("SVG, {theme}")) { "SVG" }
                        @if view.has_pixels {
                            " " a href=(file(palette, "png")) aria-label=(format!("PNG, {theme}")) { "PNG" }
                        }
                    }
                }
            }
        }
    }
}

fn table(view: &View) -> Markup {
    let (lang, table) = (view.lang, view.table);
    let strings = &lang.strings().view;
    // The columns of bodies are named by the package.
    let is_data = |name: &str| {
        let mut titles = view.data.bodies.rows().iter().map(|body| &body.title);
        titles.any(|title| title.en == name || title.zh == name)
    };
    html! {
        h2 id="table" { (strings.table) }
        @for note in &table.notes { p.quiet { (note) } }
        div.table-region role="region" aria-labelledby="table" tabindex="0" {
            table {
                caption { (view.scene.title) }
                thead {
                    tr {
                        @for name in &table.columns {
                            th scope="col" lang=[is_data(name).then(|| tag_of(name, lang)).flatten()] { (name) }
                        }
                        th scope="col" { (strings.source_column) }
                    }
                }
                tbody { @for mark in &table.rows { (row(mark, lang)) } }
            }
        }
    }
}

fn row(mark: &Mark, lang: Lang) -> Markup {
    let not_stated = lang.strings().view.not_stated;
    html! {
        tr {
            @for (index, cell) in mark.cells.iter().enumerate() {
                @let own = cell.is_data.then(|| tag_of(&cell.text, lang)).flatten();
                @if index == 0 { th scope="row" lang=[own] { (said(cell)) } }
                @else if cell.text == not_stated { td { span.quiet { (not_stated) } } }
                @else { td lang=[own] { (said(cell)) } }
            }
            td { (cited(&mark.card.source)) }
        }
    }
}

/// A cell without words would look forgotten.
fn said(cell: &Cell) -> &str {
    match &*cell.text {
        "" => "–",
        text => text,
    }
}

/// Where all of it comes from.
fn sources(view: &View) -> Markup {
    let (data, lang) = (view.data, view.lang);
    let homepage = &data.about.homepage;
    let source = source_line(&view.scene.source(), lang);
    html! {
        h2 { (lang.strings().names.sources) }
        @if !source.is_empty() { p { (source) } }
        p.quiet { (lang.plain().paragraphs) }
        p { (facts(data, data.row_count(), lang)) }
        @if view.kind == ChartKind::Geography {
            p { (lang.strings().page.boundaries) }
            p { (lang.later().figure.outlines) }
        }
        @if !homepage.is_empty() && is_web_address(homepage) {
            p { a href=(homepage) rel="external" { (lang.later().footer.report) } }
        }
        p { a href="../data/datapackage.json" { (lang.plain().download) } }
    }
}

/// The way to the pages of all other views.
fn bottom(view: &View) -> Markup {
    let lang = view.lang;
    html! {
        footer.page {
            nav aria-labelledby="views" {
                h2 id="views" { (lang.plain().view_page.views) }
                ul {
                    @for &kind in view.views {
                        li {
                            @if kind == view.kind { span aria-current="page" { (kind.name(lang)) } }
                            @else { a href={ "../" (site::page(kind, lang)) } { (kind.name(lang)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The tag of words of the package in another language than the page.
fn tag_of(words: &str, lang: Lang) -> Option<&'static str> {
    foreign(words, lang).map(Lang::tag)
}
