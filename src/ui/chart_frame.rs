//! What every chart has around it: its finding, its tools, picture or table, its sources.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::observe::WidthWatch;
use crate::chart::geography;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::chart::timeline::LIST_BELOW_PX;
use crate::geometry::point::Point;
use crate::language::template::fill;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::Citations;
use crate::ui::data_table::DataTable;
use crate::ui::funding_list::FundingList;
use crate::ui::picture::Picture;
use crate::ui::region_list::RegionList;
use crate::ui::say::{changing, flag, say, tell};
use crate::ui::timeline_tools::{TimelineList, TimelineTools};
use crate::ui::words::facet_names;

/// The width that charts are drawn for until the page has measured theirs.
const FIRST_GUESS_PX: f64 = 1040.0;
/// The most paragraphs that a source line names before the rest is left to the list of sources.
const SOURCE_LINE_MAX: usize = 24;

/// One view: heading, notice, chart or table, sources.
#[component]
pub fn ChartFrame(kind: ChartKind) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let width = RwSignal::new(FIRST_GUESS_PX);
    let body = NodeRef::<leptos::html::Div>::new();
    watch_width(body, width);
    let has_context = explorer.watch(|s| s.has_context);
    let scene = Memo::new(move |_| {
        let world = explorer.world().get();
        explorer.with_input(locale.lang.get(), width.get(), has_context.get(), |input| {
            Arc::new(kind.scene(input, world.as_deref()))
        })
    });
    let ignored = move || {
        let facets =
            explorer.with_input(locale.lang.get(), 0.0, false, |input| kind.ignored(input));
        let names = facet_names(facets, locale.lang.get());
        (!facets.is_empty()).then(|| fill(locale.strings().view.ignored, &[("facets", &names)]))
    };
    let is_table = explorer.watch(move |s| s.as_table.contains(&kind));
    let is_empty = move || scene.with(|s| s.marks.is_empty());
    let title_id = format!("{}-title", kind.slug());
    let labelled_by = title_id.clone();
    view! {
        <section class=format!("view view-{}", kind.slug()) id=kind.slug() aria-labelledby=labelled_by>
            <header class="view-head">
                <p class="kicker">{tell(move || kind.name(locale.lang.get()))}</p>
                <h2 id=title_id>{tell(move || scene.with(|s| s.title.clone()))}</h2>
                <p class="subtitle">{tell(move || scene.with(|s| s.subtitle.clone()))}</p>
                <Tabs kind is_table />
            </header>
            {changing(move || ignored().map(|sentence| view! { <p class="ignored" role="note">{sentence}</p> }).into_any())}
            <div class="view-body" node_ref=body>
                {changing(move || match (is_empty(), is_table.get()) {
                    (true, _) => view! { <p class="empty">{say(|s| s.view.no_data)}</p> }.into_any(),
                    (false, true) => view! { <DataTable kind scene /> }.into_any(),
                    (false, false) => chart(kind, scene, width).into_any(),
                })}
            </div>
            <p class="description">{tell(move || scene.with(|s| s.description.clone()))}</p>
            <SourceLine scene />
            <details class="how-to">
                <summary>{say(|s| s.view.how_to)}</summary>
                <p>{tell(move || kind.how_to(locale.lang.get()))}</p>
            </details>
        </section>
    }
}

/// The picture with what belongs beside it.
fn chart(kind: ChartKind, scene: Memo<Arc<Scene>>, width: RwSignal<f64>) -> AnyView {
    match kind {
        ChartKind::Timeline => view! {
            <TimelineTools width />
            {changing(move || if width.get() < LIST_BELOW_PX {
                view! { <TimelineList scene /> }.into_any()
            } else {
                view! { <Picture kind scene /> }.into_any()
            })}
        }
        .into_any(),
        ChartKind::Participation => view! { <Key /><Picture kind scene /> }.into_any(),
        ChartKind::Geography => view! {
            <Picture kind scene locate=country_at />
            <RegionList scene />
        }
        .into_any(),
        ChartKind::Funding => view! { <Picture kind scene /><FundingList scene /> }.into_any(),
    }
}

/// How about, more than and computed look.
#[component]
fn Key() -> impl IntoView {
    view! {
        <ul class="key">
            <li><span class="swatch swatch-about"></span>{say(|s| s.view.key_about)}</li>
            <li><span class="swatch swatch-more"></span>{say(|s| s.view.key_more)}</li>
            <li><span class="swatch swatch-computed"></span>{say(|s| s.view.key_computed)}</li>
        </ul>
    }
}

#[component]
fn Tabs(kind: ChartKind, is_table: Memo<bool>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let label = move || {
        let name = kind.name(locale.lang.get());
        fill(locale.strings().view.shown_as, &[("view", name)])
    };
    let tab = move |table: bool| {
        let id = format!(
            "{}-{}",
            kind.slug(),
            if table { "as-table" } else { "as-chart" }
        );
        view! {
            <button type="button" id=id aria-pressed=flag(move || is_table.get() == table)
                on:click=move |_| explorer.show_as_table(kind, table)>
                {tell(move || if table { locale.strings().view.table } else { locale.strings().view.chart })}
            </button>
        }
    };
    view! { <div class="switch tabs" role="group" aria-label=tell(label)>{tab(false)}{tab(true)}</div> }
}

#[component]
fn SourceLine(scene: Memo<Arc<Scene>>) -> impl IntoView {
    let locale = Locale::expect();
    let shown = move || {
        let mut source = scene.with(|s| s.source());
        let rest = source.len().saturating_sub(SOURCE_LINE_MAX);
        source.truncate(SOURCE_LINE_MAX);
        (source, rest)
    };
    view! {
        <p class="source-line">
            {say(|s| s.view.source_line)}" "
            {changing(move || {
                let (source, rest) = shown();
                let more = (rest > 0).then(|| fill(locale.strings().sources.and_more, &[("n", &rest.to_string())]));
                view! {
                    <Citations source />
                    {more.map(|text| view! { " "<a href="#sources">{text}</a> })}
                }
            }.into_any())}
        </p>
    }
}

/// The country under a point of the map, where it has a part in the view.
fn country_at(explorer: Explorer, at: Point, scene: &Scene) -> Option<String> {
    let (lon, lat) = geography::projection(scene.width).lon_lat_from_px(at)?;
    let world = explorer.world().get_untracked()?;
    let iso3 = world.country_at(lon, lat)?.iso3.clone()?;
    scene.marks.iter().any(|m| m.id == iso3).then_some(iso3)
}

/// Follows the width of the view's body for as long as the view is there.
fn watch_width(body: NodeRef<leptos::html::Div>, width: RwSignal<f64>) {
    let kept = StoredValue::new_local(None::<WidthWatch>);
    Effect::new(move || {
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
