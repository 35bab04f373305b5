//! Around the timeline: the brush, its two date fields, the years before and after, and the list for narrow screens.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::chart::timeline::LIST_BELOW_PX;
use crate::filter::clause::Period;
use crate::model::span::{Date, iso_date, parse_date};
use crate::state::explorer::{Explorer, Step};
use crate::state::locale::Locale;
use crate::ui::brush::Brush;
use crate::ui::citations::Citations;
use crate::ui::picture::element_id;
use crate::ui::say::{changing, flag, say, tell};

/// Date fields, the switch for more years, and on wide screens the brush.
#[component]
pub fn TimelineTools(width: RwSignal<f64>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let has_context = explorer.watch(|s| s.has_context);
    view! {
        <div class="timeline-tools">
            <DateField is_first=true />
            <DateField is_first=false />
            <button type="button" class="button" id="context" aria-pressed=flag(move || has_context.get())
                on:click=move |_| explorer.toggle_context()>
                {say(|s| s.timeline.context_on)}
            </button>
            <span class="key"><span class="swatch swatch-month"></span>{say(|s| s.timeline.key_month)}</span>
        </div>
        {changing(move || (width.get() >= LIST_BELOW_PX).then(|| view! { <Brush width /> }).into_any())}
    }
}

/// The click-and-type way to what the brush does.
#[component]
fn DateField(is_first: bool) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let period = explorer.watch(|s| s.selection.period());
    let has_context = explorer.watch(|s| s.has_context);
    let range = move || {
        explorer.with_input(
            locale.lang.get_untracked(),
            0.0,
            has_context.get(),
            |input| input.range(),
        )
    };
    let end = move |period: Period| {
        if is_first {
            period.first()
        } else {
            period.last()
        }
    };
    let shown = move || {
        period
            .get()
            .or_else(range)
            .map(|p| iso_date(end(p)))
            .unwrap_or_default()
    };
    let set = move |text: String| {
        let (Some(day), Some(now)) = (parse_date(&text), period.get_untracked().or_else(range))
        else {
            return;
        };
        let other = if is_first { now.last() } else { now.first() };
        explorer.set_period(Some(between(day, other, is_first)), Step::New);
    };
    let id = if is_first { "time-from" } else { "time-to" };
    view! {
        <label class="field" for=id>
            <span>{tell(move || if is_first { locale.strings().filter.from } else { locale.strings().filter.to })}</span>
            <input type="date" id=id prop:value=shown on:change=move |event| set(event_target_value(&event)) />
        </label>
    }
}

/// A first day after the last (or the other way round) moves the other end along.
fn between(day: Date, other: Date, is_first: bool) -> Period {
    if is_first {
        Period::between(day, other.max(day))
    } else {
        Period::between(other.min(day), day)
    }
}

/// The timeline where there is no room for one: every event in order.
#[component]
pub fn TimelineList(scene: Memo<Arc<Scene>>) -> impl IntoView {
    let marks = move || scene.with(|s| s.marks.clone());
    view! {
        <ol class="event-list">
            {changing(move || marks().into_iter().map(event).collect_view().into_any())}
        </ol>
    }
}

fn event(mark: Mark) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let is_selected = mark.emphasis == Emphasis::Selected;
    let is_outside = mark.emphasis == Emphasis::Background;
    let cell = |index: usize| {
        mark.cells
            .get(index)
            .map_or(String::new(), |c| c.text.clone())
    };
    let (place, clusters, kind) = (cell(2), cell(3), cell(4));
    let clause = mark.clause;
    let detail = move || {
        let strings = locale.strings();
        let cluster = match clusters.as_str() {
            "" => String::new(),
            _ => {
                crate::language::template::fill(strings.filter.cluster_n, &[("number", &clusters)])
            }
        };
        [place.clone(), cluster, kind.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    view! {
        <li class:selected=is_selected class:outside=is_outside>
            <p class="event-date">{mark.card.value.clone()}</p>
            <button type="button" class="row-select" id=element_id(ChartKind::Timeline, &mark.id)
                aria-pressed=is_selected.to_string()
                on:click=move |_| if let Some(clause) = clause { explorer.toggle(clause) }>
                {mark.card.title.clone()}
            </button>
            <p class="quiet">{tell(detail)}" "<Citations source=mark.card.source /></p>
        </li>
    }
}
