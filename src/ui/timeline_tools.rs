//! Around the timeline: the brush, its two date fields, the years before and after, and the list for narrow screens.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::arrangement::Arrangement;
use crate::chart::kind::ChartKind;
use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::chart::timeline::LIST_BELOW_PX;
use crate::filter::clause::Period;
use crate::language::template::fill;
use crate::model::span::{Date, iso_date, parse_date};
use crate::state::explorer::{Explorer, Step};
use crate::state::locale::Locale;
use crate::ui::brush::brush;
use crate::ui::citations::citations;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::event_steps::event_steps;
use crate::ui::picture::element_id;
use crate::ui::rows::{Standing, kept_rows, kept_select};
use crate::ui::run::memo;
use crate::ui::say::{changing, flag, say, tell};

/// Years before are taken for a year of which only the first digits are typed.
const FIRST_TYPED_YEAR: i32 = 1000;

/// Date fields, the switch for more years, and on wide screens the brush.
pub fn timeline_tools(scene: Memo<Arc<Scene>>, width: RwSignal<f64>) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let has_context = explorer.watch(|s| s.has_context);
    let is_wide = memo(move || width.get() >= LIST_BELOW_PX);
    let context = el("button")
        .attr("type", "button")
        .class("button")
        .id("context")
        .attr("aria-pressed", flag(move || has_context.get()))
        .on("click", move |_| explorer.toggle_context())
        .text(say(|s| s.timeline.context_on));
    let is_aggregated = memo(move || scene.with(|s| s.is_aggregated));
    let key = changing(move || match is_aggregated.get() {
        // Bars of counts have no such sign.
        true => nothing(),
        false => untrack(month_key),
    });
    all([
        el("div")
            .class("timeline-tools")
            .child(date_field(true))
            .child(date_field(false))
            .child(context)
            .child(key)
            .child(event_steps())
            .view(),
        el("div")
            .child(changing(move || match is_wide.get() {
                true => untrack(|| brush(width)),
                false => nothing(),
            }))
            .view(),
    ])
}

fn month_key() -> AnyView {
    el("span")
        .class("key")
        .child(el("span").class("swatch swatch-month"))
        .text(say(|s| s.timeline.key_month))
        .view()
}

/// The click-and-type way to what the brush does.
fn date_field(is_first: bool) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let period = explorer.watch(|s| s.selection.period());
    let has_context = explorer.watch(|s| s.has_context);
    let range = move || {
        let lang = locale.lang.get_untracked();
        explorer.with_input(
            lang,
            0.0,
            has_context.get(),
            Arrangement::default(),
            |input| input.range(),
        )
    };
    let shown = tell(move || {
        let whole = period.get().or_else(range);
        let end = |p: Period| if is_first { p.first() } else { p.last() };
        whole.map(|p| iso_date(end(p))).unwrap_or_default()
    });
    let set = move |text: String| {
        let now = untrack(|| period.get().or_else(range));
        let (Some(day), Some(now)) = (parse_date(&text), now) else {
            return;
        };
        // A year that is still being typed begins with zeros.
        if day.year() < FIRST_TYPED_YEAR {
            return;
        }
        let other = if is_first { now.last() } else { now.first() };
        explorer.set_period(Some(between(day, other, is_first)), Step::New);
    };
    let (id, words) = match is_first {
        true => ("time-from", say(|s| s.filter.from)),
        false => ("time-to", say(|s| s.filter.to)),
    };
    let input = el("input")
        .attr("type", "date")
        .id(id)
        .property("value", shown)
        .on("change", move |event| set(event_target_value(&event)));
    el("label")
        .class("field")
        .attr("for", id)
        .child(el("span").text(words))
        .child(input)
}

/// A first day after the last (or the other way round) moves the other end along.
fn between(day: Date, other: Date, is_first: bool) -> Period {
    if is_first {
        Period::between(day, other.max(day))
    } else {
        Period::between(other.min(day), day)
    }
}

/// A line of the timeline's list.
pub type Line = fn(Mark, Standing) -> AnyView;

/// The timeline where there is no room for one: every event in order, or lane by lane what bars count. `line` says which line that is,
/// for a scene that is aggregated or not.
pub fn timeline_list(scene: Memo<Arc<Scene>>, line: fn(bool) -> Line) -> AnyView {
    let is_aggregated = memo(move || scene.with(|s| s.is_aggregated));
    let listed = move || scene.with(|s| s.marks.clone());
    let lines = changing(move || {
        let line = line(is_aggregated.get());
        untrack(|| kept_rows(listed, line).into_any())
    });
    el("ol").class("event-list").child(lines).view()
}

/// How a line looks.
pub fn class(emphasis: Option<Emphasis>) -> &'static str {
    match emphasis {
        Some(Emphasis::Selected) => "selected",
        Some(Emphasis::Background) => "outside",
        Some(Emphasis::Idle) => "",
        None => "left-out",
    }
}

/// An event in words.
pub fn event(mark: Mark, standing: Standing) -> AnyView {
    let title = kept_select(&mark, standing)
        .id(element_id(ChartKind::Timeline, &mark.id))
        .of_data(mark.card.title.clone());
    el("li")
        .class(standing.says(class))
        .child(el("p").class("event-date").text(mark.card.value.clone()))
        .child(title)
        .child(
            el("p")
                .class("quiet")
                .text(detail(&mark))
                .text(" ")
                .child(citations(mark.card.source)),
        )
        .view()
}

/// Place, clusters and kind, as far as there are any.
fn detail(mark: &Mark) -> String {
    let strings = Locale::expect().lang.get_untracked().strings();
    let cell = |index: usize| mark.cells.get(index).map_or("", |c| c.text.as_str());
    let cluster = match cell(3) {
        "" => String::new(),
        number => fill(strings.filter.cluster_n, &[("number", number)]),
    };
    let parts = [cell(2), &cluster, cell(4)];
    let said: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    said.join(" · ")
}
