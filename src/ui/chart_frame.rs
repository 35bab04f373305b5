//! What every chart has around it: its finding, its tools, picture or table, its sources.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::observe::WidthWatch;
use crate::chart::arrangement::Arrangement;
use crate::chart::geography;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::chart::timeline::LIST_BELOW_PX;
use crate::geometry::point::Point;
use crate::language::template::fill;
use crate::share::query;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::citations;
use crate::ui::data_table::data_table;
use crate::ui::element::{El, Found, all, el, nothing, text};
use crate::ui::funding_list::funding_list;
use crate::ui::picture::picture;
use crate::ui::region_list::region_list;
use crate::ui::run::{effect, memo};
use crate::ui::say::{changing, flag, say, tell};
use crate::ui::timeline_tools::{timeline_list, timeline_tools};
use crate::ui::words::facet_names;

/// The width that charts are drawn for until the page has measured theirs.
const FIRST_GUESS_PX: f64 = 1040.0;
/// The most paragraphs that a source line names before the rest is left to the list of sources.
const SOURCE_LINE_MAX: usize = 24;

/// One view: heading, notice, chart or table, sources.
pub fn chart_frame(kind: ChartKind) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let width = RwSignal::new(FIRST_GUESS_PX);
    let body = Found::new();
    watch_width(body, width);
    let scene = scene(kind, width, explorer, locale);
    let is_table = explorer.watch(move |s| s.as_table.contains(&kind));
    // Its own signal, so that a change of filter leaves the view standing, and the keyboard in it.
    let is_empty = memo(move || scene.with(|s| s.marks.is_empty()));
    el("section")
        .class(format!("view view-{}", kind.slug()))
        .id(kind.slug())
        .attr("aria-labelledby", title_id(kind))
        .child(head(kind, scene, is_table))
        .child(changing(move || ignored(kind, explorer, locale)))
        .child(
            el("div")
                .class("view-body")
                .found_by(body)
                .child(changing(move || match (is_empty.get(), is_table.get()) {
                    (true, _) => el("p")
                        .class("empty")
                        .text(tell(move || scene.with(|s| s.title.clone())))
                        .view(),
                    (false, true) => untrack(|| data_table(kind, scene)),
                    (false, false) => untrack(|| chart(kind, scene, width)),
                })),
        )
        .child(
            el("p")
                .class("description")
                .text(tell(move || scene.with(|s| s.description.clone()))),
        )
        .child(source_line(scene))
        .child(how_to(kind))
        .view()
}

/// The view as it is placed now; placed anew when the filters, the language, the width or the map's outlines change.
fn scene(
    kind: ChartKind,
    width: RwSignal<f64>,
    explorer: Explorer,
    locale: Locale,
) -> Memo<Arc<Scene>> {
    let has_context = explorer.watch(|s| s.has_context);
    let arrangement = explorer.watch(move |s| query::arrangement(s, kind));
    memo(move || {
        let world = explorer.world().get();
        let lang = locale.lang.get();
        explorer.with_input(
            lang,
            width.get(),
            has_context.get(),
            arrangement.get(),
            |input| Arc::new(kind.scene(input, world.as_deref())),
        )
    })
}

fn title_id(kind: ChartKind) -> String {
    format!("{}-title", kind.slug())
}

fn head(kind: ChartKind, scene: Memo<Arc<Scene>>, is_table: Memo<bool>) -> El {
    let locale = Locale::expect();
    el("header")
        .class("view-head")
        .child(
            el("p")
                .class("kicker")
                .text(tell(move || kind.name(locale.lang.get()))),
        )
        .child(
            el("h2")
                .id(title_id(kind))
                .text(tell(move || scene.with(|s| s.title.clone()))),
        )
        .child(
            el("p")
                .class("subtitle")
                .text(tell(move || scene.with(|s| s.subtitle.clone()))),
        )
        .child(tabs(kind, is_table))
}

/// Says which filters cannot act on the view.
fn ignored(kind: ChartKind, explorer: Explorer, locale: Locale) -> AnyView {
    let lang = locale.lang.get();
    let facets = explorer.with_input(lang, 0.0, false, Arrangement::default(), |input| {
        kind.ignored(input)
    });
    if facets.is_empty() {
        return nothing();
    }
    let sentence = fill(
        kind.ignored_sentence(lang),
        &[("facets", &facet_names(facets, lang))],
    );
    el("p")
        .class("ignored")
        .attr("role", "note")
        .text(sentence)
        .view()
}

/// The picture with what belongs beside it.
fn chart(kind: ChartKind, scene: Memo<Arc<Scene>>, width: RwSignal<f64>) -> AnyView {
    let is_narrow = memo(move || width.get() < LIST_BELOW_PX);
    match kind {
        ChartKind::Timeline => all([
            timeline_tools(width),
            el("div")
                .child(changing(move || match is_narrow.get() {
                    true => untrack(|| timeline_list(scene)),
                    false => untrack(|| picture(kind, scene, None)),
                }))
                .view(),
        ]),
        ChartKind::Participation => all([key(), picture(kind, scene, None)]),
        ChartKind::Geography => all([picture(kind, scene, Some(country_at)), region_list(scene)]),
        ChartKind::Funding => all([picture(kind, scene, None), funding_list(scene)]),
        _ => picture(kind, scene, None),
    }
}

/// How about, more than and computed look.
fn key() -> AnyView {
    let item =
        |swatch: &'static str, words| el("li").child(el("span").class(swatch)).text(words).view();
    el("ul")
        .class("key")
        .child(vec![
            item("swatch swatch-about", say(|s| s.view.key_about)),
            item("swatch swatch-more", say(|s| s.view.key_more)),
            item("swatch swatch-computed", say(|s| s.view.key_computed)),
        ])
        .view()
}

fn tabs(kind: ChartKind, is_table: Memo<bool>) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let label = move || {
        let name = kind.name(locale.lang.get());
        fill(locale.strings().view.shown_as, &[("view", name)])
    };
    let tab = move |table: bool, end: &'static str, words| {
        el("button")
            .attr("type", "button")
            .id(format!("{}-{end}", kind.slug()))
            .attr("aria-pressed", flag(move || is_table.get() == table))
            .on("click", move |_| explorer.show_as_table(kind, table))
            .text(words)
    };
    el("div")
        .class("switch tabs")
        .attr("role", "group")
        .attr("aria-label", tell(label))
        .child(tab(false, "as-chart", say(|s| s.view.chart)))
        .child(tab(true, "as-table", say(|s| s.view.table)))
}

fn source_line(scene: Memo<Arc<Scene>>) -> El {
    let locale = Locale::expect();
    // Its own signal: a view drawn anew for another width keeps its links, and with them the keyboard's place.
    let paragraphs = memo(move || scene.with(|s| s.source()));
    el("p")
        .class("source-line")
        .text(say(|s| s.view.source_line))
        .text(" ")
        .child(changing(move || {
            let mut source = paragraphs.get();
            let rest = source.len().saturating_sub(SOURCE_LINE_MAX);
            source.truncate(SOURCE_LINE_MAX);
            let more = fill(
                locale.strings().sources.and_more,
                &[("n", &rest.to_string())],
            );
            match rest {
                0 => citations(source),
                _ => all([
                    citations(source),
                    text(" "),
                    el("a").attr("href", "#sources").text(more).view(),
                ]),
            }
        }))
}

fn how_to(kind: ChartKind) -> El {
    let locale = Locale::expect();
    el("details")
        .class("how-to")
        .child(el("summary").text(say(|s| s.view.how_to)))
        .child(el("p").text(tell(move || kind.how_to(locale.lang.get()))))
}

/// The country under a point of the map, where it has a part in the view.
fn country_at(explorer: Explorer, at: Point, scene: &Scene) -> Option<String> {
    let (lon, lat) = geography::projection(scene.width).lon_lat_from_px(at)?;
    let world = explorer.world().get_untracked()?;
    let iso3 = world.country_at(lon, lat)?.iso3.clone()?;
    scene.marks.iter().any(|m| m.id == iso3).then_some(iso3)
}

/// Follows the width of the view's body for as long as the view is there.
fn watch_width(body: Found, width: RwSignal<f64>) {
    let kept = StoredValue::new_local(None::<WidthWatch>);
    effect(move || {
        let Some(element) = body.get() else { return };
        let current = f64::from(element.client_width());
        if current > 0.0 {
            width.set(current);
        }
        let watch = WidthWatch::new(&element, move |now| {
            // A hidden view measures nothing, and its picture stays as it was.
            if now > 0.0 && (now - width.get_untracked()).abs() >= 1.0 {
                width.set(now);
            }
        });
        kept.set_value(watch);
    });
    on_cleanup(move || kept.set_value(None));
}
