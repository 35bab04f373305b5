//! A brief to print: the views that a reader chooses, each as picture and table, with sources, filters, date and address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::clause_name::{clause_name, facet_names};
use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::page_breaks::strips;
use crate::chart::scene::{Cell, Emphasis, Mark, Scene};
use crate::chart::view_table::{ViewTable, view_table};
use crate::format::about;
use crate::format::citation::{ranges, short};
use crate::format::date::day;
use crate::format::headline::{Headline, headlines};
use crate::format::text::{list, pick};
use crate::language::template::fill;
use crate::model::citation::{Citation, Source};
use crate::model::order::sort_unique;
use crate::model::span::parse_date;
use crate::paint::svg;
use crate::share::query::arrangement;
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::state::locale::Locale;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::files::fetch_rest;
use crate::ui::geography_body::fetch_world;
use crate::ui::not_stated::{is_stated, not_stated};
use crate::ui::run::memo;
use crate::ui::say::{changing, flag, say, say_later, tell};
use crate::ui::status::rest_failed;
use crate::ui::whole_page::whole_page;

/// The width that pictures are placed for, in pixels: what A4 has between margins of 15 mm, at 96 to the inch.
const PAPER_PX: f64 = 680.0;
/// The most of a picture that fits a page of either A4 or Letter below a heading, in the same pixels.
const STRIP_PX: f64 = 800.0;

/// The brief, with what it is made of above it.
pub fn brief() -> AnyView {
    let explorer = expect_context::<Explorer>();
    fetch_rest(explorer);
    fetch_world(explorer);
    let is_here = memo(move || explorer.rest().get() == Rest::Here);
    let article = changing(move || match is_here.get() {
        true => untrack(article),
        false => el("p")
            .class("loading-part")
            .attr("role", "status")
            .text(say(|s| s.status.loading_rest))
            .view(),
    });
    el("div")
        .class("brief")
        .child(choices())
        .child(article)
        .view()
}

/// What is in the brief, and the way to the printer and back.
fn choices() -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let chosen = explorer.watch(|s| s.brief.clone());
    let views = ChartKind::ALL.map(|kind| {
        el("button")
            .attr("type", "button")
            .class("button")
            .id(format!("brief-{}", kind.slug()))
            .attr(
                "aria-pressed",
                flag(move || chosen.with(|c| c.contains(&kind))),
            )
            .on("click", move |_| explorer.toggle_in_brief(kind))
            .text(tell(move || kind.name(locale.lang.get())))
            .view()
    });
    let print = el("button")
        .attr("type", "button")
        .class("button brief-print")
        .id("brief-print")
        .on("click", |_| device::print())
        .text(say_later(|s| s.brief.print));
    let back = el("button")
        .attr("type", "button")
        .class("button")
        .id("brief-close")
        .on("click", move |_| explorer.show_brief(Vec::new()))
        .text(say_later(|s| s.brief.close));
    el("section")
        .class("brief-choices")
        .attr("aria-labelledby", "brief-choices-title")
        .child(
            el("h2")
                .id("brief-choices-title")
                .text(say_later(|s| s.brief.name)),
        )
        .child(el("p").class("quiet").text(say_later(|s| s.brief.how_to)))
        .child(
            el("div")
                .class("actions")
                .attr("role", "group")
                .attr("aria-label", say_later(|s| s.brief.views))
                .child(Vec::from(views)),
        )
        .child(el("p").class("actions").child(print).child(back))
}

/// One view as it is printed.
#[derive(Clone, PartialEq)]
struct Printed {
    kind: ChartKind,
    scene: Arc<Scene>,
    table: Arc<ViewTable>,
    /// What the view says of filters that cannot act on it.
    ignored: String,
}

fn article() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let printed = memo(move || printed(explorer, locale));
    let drawn = changing(move || {
        let printed = printed.get();
        untrack(|| drawn(&printed, explorer, locale))
    });
    // On a phone it is wider than the window.
    el("article")
        .class("brief-article")
        .attr("tabindex", "0")
        .attr("aria-label", say_later(|s| s.brief.name))
        .child(drawn)
        .view()
}

fn printed(explorer: Explorer, locale: Locale) -> Vec<Printed> {
    let world = explorer.world().get();
    let (kinds, has_context, compared) =
        explorer.with_state(|s| (s.brief.clone(), s.has_context, s.compared.clone()));
    let lang = locale.lang.get();
    let views = kinds.into_iter().map(|kind| {
        let arranged = explorer.with_state(|s| arrangement(s, kind));
        explorer.with_input(lang, PAPER_PX, has_context, arranged, |input| {
            let scene = kind.scene(input, world.as_deref());
            let mut table = view_table(kind, &scene, input, compared.as_ref());
            table
                .rows
                .retain(|row| row.emphasis != Emphasis::Background);
            Printed {
                kind,
                scene: Arc::new(scene),
                table: Arc::new(table),
                ignored: ignored(kind, input),
            }
        })
    });
    views.filter(|view| !view.scene.has_no_data).collect()
}

fn ignored(kind: ChartKind, input: &Input) -> String {
    let facets = kind.ignored(input);
    match facets.is_empty() {
        true => String::new(),
        false => {
            let names = facet_names(facets, input.lang);
            fill(kind.ignored_sentence(input.lang), &[("facets", &names)])
        }
    }
}

fn drawn(printed: &[Printed], explorer: Explorer, locale: Locale) -> AnyView {
    all([
        head(explorer, locale),
        rest_failed(),
        all(printed.iter().map(view)),
        paragraphs(printed, explorer, locale),
        foot(explorer, locale),
    ])
}

fn head(explorer: Explorer, locale: Locale) -> AnyView {
    let lang = locale.lang.get_untracked();
    explorer.with_data(|data| {
        let figures = headlines(data, lang).into_iter().map(figure);
        all([
            el("h1")
                .of_data(pick(&data.about.title, lang).to_owned())
                .view(),
            el("p")
                .class("lead")
                .of_data(pick(&data.about.description, lang).to_owned())
                .view(),
            el("p")
                .class("brief-filters")
                .text(filters(explorer, locale))
                .view(),
            el("ul")
                .class("headline")
                .child(figures.collect::<Vec<_>>())
                .view(),
        ])
    })
}

fn figure(headline: Headline) -> AnyView {
    let what = el("span");
    el("li")
        .child(el("strong").text(headline.value))
        .text(" ")
        .child(match headline.is_data {
            true => what.of_data(headline.what),
            false => what.text(headline.what),
        })
        .text(" ")
        .child(cited(&headline.source))
        .view()
}

/// What the views are filtered by, in words.
fn filters(explorer: Explorer, locale: Locale) -> String {
    let lang = locale.lang.get_untracked();
    let names: Vec<String> = explorer.with_data(|data| {
        explorer.with_state(|s| {
            let clauses = s.selection.clauses().iter();
            clauses.map(|&c| clause_name(c, data, lang)).collect()
        })
    });
    let strings = &locale.later().brief;
    match names.is_empty() {
        true => strings.no_filters.to_owned(),
        false => fill(strings.filters, &[("filters", &list(&names, lang))]),
    }
}

fn view(printed: &Printed) -> AnyView {
    let Printed {
        kind,
        scene,
        table,
        ignored,
    } = printed;
    let locale = Locale::expect();
    let note = (!ignored.is_empty()).then(|| el("p").class("ignored").text(ignored.clone()));
    let pieces = match scene.marks.is_empty() {
        true => Vec::new(),
        false => strips(scene, STRIP_PX),
    };
    let pictures = pieces.into_iter().map(|piece| {
        let markup = svg::strip(scene, piece.top, piece.height);
        el("div")
            .class("strip")
            .markup(tell(move || markup.clone()))
            .view()
    });
    let boundaries = (*kind == ChartKind::Geography)
        .then(|| el("p").class("quiet").text(say(|s| s.page.boundaries)));
    let source = scene.source();
    el("section")
        .class(format!("brief-view view-{}", kind.slug()))
        .id(format!("brief-of-{}", kind.slug()))
        .child(
            el("header")
                .child(
                    el("p")
                        .class("kicker")
                        .text(kind.name(locale.lang.get_untracked())),
                )
                .child(el("h2").class("view-title").text(scene.title.clone()))
                .child(el("p").class("subtitle").text(scene.subtitle.clone())),
        )
        .child(note)
        .child(all(pictures))
        .child(boundaries)
        .child(el("p").class("description").text(scene.description.clone()))
        .child(table_of(table))
        .child(
            el("p")
                .class("source-line")
                .text(say(|s| s.view.source_line))
                .text(" ")
                .text(ranges(&source)),
        )
        .view()
}

fn table_of(table: &ViewTable) -> AnyView {
    if table.rows.is_empty() {
        return nothing();
    }
    let notes = table.notes.iter().cloned();
    let notes = notes.map(|note| el("p").class("quiet").text(note).view());
    let columns = table.columns.iter().cloned();
    let columns = columns.map(|name| el("th").attr("scope", "col").text(name).view());
    let source = el("th").attr("scope", "col");
    let heads = el("tr")
        .child(columns.collect::<Vec<_>>())
        .child(source.text(say(|s| s.view.source_column)));
    let rows = table.rows.iter().map(row).collect::<Vec<_>>();
    all([
        all(notes),
        el("table")
            .child(el("thead").child(heads))
            .child(el("tbody").child(rows))
            .view(),
    ])
}

fn row(mark: &Mark) -> AnyView {
    let cells = mark.cells.iter().enumerate().map(|(index, cell)| {
        let place = match index {
            0 => el("th").attr("scope", "row"),
            _ => el("td"),
        };
        said(place, cell).view()
    });
    el("tr")
        .child(cells.collect::<Vec<_>>())
        .child(
            el("td")
                .class("source-cell")
                .child(cited(&mark.card.source)),
        )
        .view()
}

fn said(place: El, cell: &Cell) -> El {
    match (is_stated(&cell.text), cell.is_data) {
        (false, _) => place.child(not_stated()),
        (true, true) => place.of_data(cell.text.clone()),
        (true, false) => place.text(cell.text.clone()),
    }
}

fn cited(source: &Source) -> El {
    let all: Vec<String> = source.iter().map(short).collect();
    el("span").class("cited").text(all.join(" "))
}

/// The paragraphs behind the views, each with what it is about.
fn paragraphs(printed: &[Printed], explorer: Explorer, locale: Locale) -> AnyView {
    let marks = printed.iter().flat_map(|view| view.table.rows.iter());
    let mut numbers: Vec<u32> = marks
        .flat_map(|mark| mark.card.source.iter().map(|c| c.para))
        .collect();
    sort_unique(&mut numbers);
    if numbers.is_empty() {
        return nothing();
    }
    let lang = locale.lang.get_untracked();
    let rows = explorer.with_data(|data| {
        let rows = numbers.into_iter().map(|number| {
            let key = data.paragraphs.find(&number.to_string());
            let paragraph = key.and_then(|key| data.paragraphs.get(key));
            let gist = paragraph.map_or("", |p| pick(&p.gist, lang)).to_owned();
            let citation = Citation {
                para: number,
                footnote: None,
            };
            el("li")
                .child(el("strong").text(short(&citation)))
                .text(" ")
                .child(el("span").of_data(gist))
                .view()
        });
        rows.collect::<Vec<_>>()
    });
    el("section")
        .class("brief-view brief-paragraphs")
        .child(el("h2").text(say_later(|s| s.brief.paragraphs)))
        .child(el("ul").child(rows))
        .view()
}

/// What the data are, when this was printed, and where the same opens again.
fn foot(explorer: Explorer, locale: Locale) -> AnyView {
    let lang = locale.lang.get_untracked();
    let rows = explorer.loaded().row_count();
    let facts = explorer.with_data(|data| about::facts(data, rows, lang));
    let today = device::today();
    let today = parse_date(&today).map_or(today, |date| day(date, lang));
    let address = whole_page(explorer, "");
    let printed = fill(
        locale.later().brief.printed,
        &[("date", &today), ("address", &address)],
    );
    el("footer")
        .class("brief-foot")
        .child(el("p").text(facts))
        .child(el("p").class("brief-address").text(printed))
        .view()
}
