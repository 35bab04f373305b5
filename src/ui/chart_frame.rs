//! What every chart has around it: its finding, its tools, picture or table, its sources.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::observe::WidthWatch;
use crate::chart::arrangement::Arrangement;
use crate::chart::clause_name::facet_names;
use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::geometry::outline::World;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::share::query;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::ahead::{IS_DRAWN_AHEAD, first_guess};
use crate::ui::citations::{LINE_MOST, first_citations, way_to_sources};
use crate::ui::element::{El, Found, all, el, nothing};
use crate::ui::heading::view_heading;
use crate::ui::later::{later, within_when_near};
use crate::ui::lent::sentence;
use crate::ui::parts::{arrange_part, table_part, view_foot_part};
use crate::ui::run::{effect, memo, next_frame};
use crate::ui::say::{Changing, changing, flag, say, tell};

/// How a view is placed and what is shown of it, as plain functions: the frame around them is the same code for the views that come
/// with the page and for those that come later.
#[derive(Clone, Copy)]
pub struct View {
    /// Which view.
    pub kind: ChartKind,
    /// Places its picture.
    pub scene: fn(&Input, Option<&World>) -> Scene,
    /// What the view says of filters that cannot act on it.
    pub ignored: fn(Lang) -> &'static str,
    /// The picture with what belongs beside it; the signal is the width there is.
    pub body: fn(Memo<Arc<Scene>>, RwSignal<f64>) -> AnyView,
}

/// One view: heading, notice, chart or table, sources.
pub fn chart_frame(view: View) -> AnyView {
    let View { kind, .. } = view;
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let width = RwSignal::new(first_guess(kind));
    let body = Found::new();
    watch_width(body, width);
    let scene = scene(view, width, explorer, locale);
    let is_table = explorer.watch(move |s| s.as_table.contains(&kind));
    // Its own signal, so that a change of filter leaves the view standing, and the keyboard in it.
    let is_empty = memo(move || scene.with(|s| s.marks.is_empty()));
    let has_no_data = memo(move || scene.with(|s| s.has_no_data));
    let drawn = move || {
        all([
            changing(move || ignored(view, explorer, locale)).into_any(),
            el("div")
                .class("view-body")
                .found_by(body)
                // An empty table is the table's to say: while two selections are compared, it has the rows of the other.
                .child(changing(move || match (is_table.get(), is_empty.get()) {
                    (true, _) => untrack(|| table(kind, scene)),
                    (false, true) => el("p")
                        .class("empty")
                        .text(tell(move || scene.with(|s| s.title.clone())))
                        .view(),
                    (false, false) => untrack(|| (view.body)(scene, width)),
                }))
                .view(),
            el("p")
                .class("description")
                .id(description_id(kind))
                .child(said(scene, |s| &s.description))
                .view(),
            // Its own signal: a view drawn anew for another width keeps its links, and with them the keyboard's place.
            source_line(memo(move || scene.with(|s| s.source()))).view(),
            foot(kind, scene),
        ])
    };
    el("section")
        .class(match IS_DRAWN_AHEAD {
            true => format!("view view-{} drawn", kind.slug()),
            false => format!("view view-{}", kind.slug()),
        })
        .id(kind.slug())
        // Findings may be alike, as when a filter leaves nothing; names are not.
        .attr(
            "aria-labelledby",
            format!("{0}-name {0}-title", kind.slug()),
        )
        .attr("aria-describedby", description_id(kind))
        .child(skip(kind))
        .child(
            head(kind, scene).child(changing(move || match has_no_data.get() {
                true => nothing(),
                false => untrack(|| all([tabs(kind, is_table).view(), tools(kind)])),
            })),
        )
        .child(changing(move || match has_no_data.get() {
            true => nothing(),
            false => untrack(drawn),
        }))
        .view()
}

/// The way past the view, for the keyboard: there are many marks and paragraphs in it.
fn skip(kind: ChartKind) -> Option<El> {
    let is_alone = expect_context::<Explorer>().with_state(|s| s.is_embed && s.view.is_some());
    let next = ChartKind::ALL.iter().skip_while(|k| **k != kind).nth(1);
    let target = next.map_or("sources", |next| next.slug());
    let link = el("a").class("skip").attr("href", format!("#{target}"));
    (!is_alone).then(|| link.text(say(|s| s.view.skip)))
}

/// The view as it is placed now; placed anew when the filters, the language, the width or the map's outlines change.
fn scene(view: View, width: RwSignal<f64>, explorer: Explorer, locale: Locale) -> Memo<Arc<Scene>> {
    let has_context = explorer.watch(|s| s.has_context);
    let arrangement = explorer.watch(move |s| query::arrangement(s, view.kind));
    memo(move || {
        let world = explorer.world().get();
        let lang = locale.lang.get();
        explorer.with_input(
            lang,
            width.get(),
            has_context.get(),
            arrangement.get(),
            |input| Arc::new((view.scene)(input, world.as_deref())),
        )
    })
}

/// One of the texts of a view, in which terms can be opened.
fn said(scene: Memo<Arc<Scene>>, pick: fn(&Scene) -> &String) -> Changing {
    sentence(tell(move || scene.with(|s| pick(s).clone())))
}

/// The id of a view's heading.
pub fn title_id(kind: ChartKind) -> String {
    format!("{}-title", kind.slug())
}

fn description_id(kind: ChartKind) -> String {
    format!("{}-description", kind.slug())
}

fn head(kind: ChartKind, scene: Memo<Arc<Scene>>) -> El {
    let locale = Locale::expect();
    el("header")
        .class("view-head")
        .child(
            el("p")
                .class("kicker")
                .id(format!("{}-name", kind.slug()))
                .text(tell(move || kind.name(locale.lang.get()))),
        )
        .child(
            view_heading()
                .class("view-title")
                .id(title_id(kind))
                .child(said(scene, |s| &s.title)),
        )
        .child(
            el("p")
                .class("subtitle")
                .child(said(scene, |s| &s.subtitle)),
        )
}

/// The ways to arrange the view, where it offers any.
fn tools(kind: ChartKind) -> AnyView {
    let offers = kind.offers();
    match offers.sort || offers.share || offers.by_cluster {
        true => within_when_near("arrange waiting", move |owner| {
            Box::pin(arrange_part(owner, kind))
        }),
        false => nothing(),
    }
}

/// Says which filters cannot act on the view.
fn ignored(view: View, explorer: Explorer, locale: Locale) -> AnyView {
    let lang = locale.lang.get();
    let facets = explorer.with_input(lang, 0.0, false, Arrangement::default(), |input| {
        view.kind.ignored(input)
    });
    if facets.is_empty() {
        return nothing();
    }
    let notice = fill(
        (view.ignored)(lang),
        &[("facets", &facet_names(facets, lang))],
    );
    el("p")
        .class("ignored")
        .attr("role", "note")
        .child(sentence(tell(move || notice.clone())))
        .view()
}

/// The view's table, which comes when it is first wanted.
fn table(kind: ChartKind, scene: Memo<Arc<Scene>>) -> AnyView {
    later(move |owner| Box::pin(table_part(owner, kind, scene)))
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

/// How to use the view and how to cite it, once it is about to be seen.
fn foot(kind: ChartKind, scene: Memo<Arc<Scene>>) -> AnyView {
    within_when_near("view-foot waiting", move |owner| {
        Box::pin(view_foot_part(owner, kind, scene))
    })
}

/// The paragraphs behind a view.
pub fn source_line(paragraphs: Memo<Source>) -> El {
    el("p")
        .class("source-line")
        .text(say(|s| s.view.source_line))
        .text(" ")
        .child(changing(move || {
            first_citations(paragraphs.get(), LINE_MOST, way_to_sources())
        }))
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
            // A picture that changed within the frame that measures would be measured again in it, which browsers report as an error.
            next_frame(move || {
                let before = width.try_get_untracked();
                // A hidden view measures nothing, and its picture stays as it was.
                if now > 0.0 && before.is_some_and(|before| (now - before).abs() >= 1.0) {
                    width.set(now);
                }
            });
        });
        kept.set_value(watch);
    });
    on_cleanup(move || kept.set_value(None));
}
