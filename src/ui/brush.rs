//! The timeline's brush: two handles on the line of time.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::device;
use crate::chart::timeline::{axis, stops};
use crate::filter::clause::Period;
use crate::format::date;
use crate::geometry::scale::time::Time;
use crate::model::span::Date;
use crate::state::explorer::{Explorer, Step};
use crate::state::locale::Locale;

/// What a pointer has hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grip {
    First,
    Last,
    /// A new period, drawn from this day.
    New(Date),
}

/// How many steps Page Up and Page Down take.
const PAGE: usize = 5;

/// The line of time, with the stops that the handles step to.
#[derive(Clone, PartialEq)]
struct Line {
    axis: Time,
    stops: Vec<Date>,
    width: f64,
}

/// Two handles and the band between them. The handles step from event to event; dragging is by the day.
#[component]
pub fn Brush(width: RwSignal<f64>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let has_context = explorer.watch(|s| s.has_context);
    let line = Memo::new(move |_| {
        explorer.with_input(locale.lang.get(), width.get(), has_context.get(), |input| {
            axis(input).map(|axis| Line {
                axis,
                stops: stops(input),
                width: input.width,
            })
        })
    });
    let period = explorer.watch(|s| s.selection.period());
    let ends = move || {
        line.with(|line| {
            let line = line.as_ref()?;
            let whole = Period::between(line.axis.first(), line.axis.last());
            let chosen = period.get().unwrap_or(whole);
            let clamp = |day: Date| day.clamp(line.axis.first(), line.axis.last());
            Some((clamp(chosen.first()), clamp(chosen.last())))
        })
    };
    let track = NodeRef::<leptos::html::Div>::new();
    let grip = RwSignal::new(None::<Grip>);
    let has_moved = StoredValue::new(false);
    let day_at = move |event: &PointerEvent| {
        let element = track.get_untracked()?;
        let (x, _) = device::share_within(&element, event.client_x(), event.client_y());
        line.with_untracked(|line| line.as_ref().map(|l| l.axis.date_from_px(x * l.width)))
    };
    let choose = move |first: Date, last: Date| {
        // The first way of a drag is a step of its own, the rest of it belongs to that.
        let step = if has_moved.get_value() {
            Step::Same
        } else {
            Step::New
        };
        has_moved.set_value(true);
        let is_whole = line.with_untracked(|l| {
            l.as_ref()
                .is_some_and(|l| first <= l.axis.first() && last >= l.axis.last())
        });
        explorer.set_period((!is_whole).then(|| Period::between(first, last)), step);
    };
    let press = move |event: PointerEvent, held: Option<Grip>| {
        event.prevent_default();
        let Some(day) = day_at(&event) else { return };
        has_moved.set_value(false);
        grip.set(Some(held.unwrap_or(Grip::New(day))));
        if let Some(element) = event
            .current_target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
        {
            let _ = element.set_pointer_capture(event.pointer_id());
        }
    };
    let drag = move |event: PointerEvent| {
        let (Some(held), Some(day), Some((first, last))) =
            (grip.get_untracked(), day_at(&event), untrack(ends))
        else {
            return;
        };
        match held {
            Grip::First => choose(day.min(last), last),
            Grip::Last => choose(first, day.max(first)),
            Grip::New(from) if has_moved.get_value() || day != from => {
                choose(from.min(day), from.max(day))
            }
            Grip::New(_) => {}
        }
    };
    let release = move |_: PointerEvent| grip.set(None);
    let key = move |event: KeyboardEvent, is_first: bool| {
        let Some((first, last)) = untrack(ends) else {
            return;
        };
        let target = line.with_untracked(|l| {
            let day = if is_first { first } else { last };
            l.as_ref().and_then(|l| target(&event.key(), day, &l.stops))
        });
        let Some(day) = target else { return };
        event.prevent_default();
        has_moved.set_value(false);
        if is_first {
            choose(day.min(last), last);
        } else {
            choose(first, day.max(first));
        }
    };
    let share = move |day: Date, is_end: bool| {
        line.with(|line| {
            let line = line.as_ref()?;
            let px = if is_end {
                line.axis.px_after_date(day)
            } else {
                line.axis.px_from_date(day)
            };
            Some(px / line.width.max(1.0) * 100.0)
        })
        .unwrap_or(0.0)
    };
    let left = move || ends().map_or(0.0, |(first, _)| share(first, false));
    let right = move || ends().map_or(100.0, |(_, last)| share(last, true));
    let thumb = move |is_first: bool| {
        let day = move || ends().map(|(first, last)| if is_first { first } else { last });
        let limit = move |is_low: bool| {
            line.with(|l| l.as_ref().map(|l| (l.axis.first(), l.axis.last())))
                .zip(ends())
                .map(|((low, high), (first, last))| match (is_first, is_low) {
                    (true, true) => low,
                    (true, false) => last,
                    (false, true) => first,
                    (false, false) => high,
                })
                .map(|d| d.to_julian_day().to_string())
        };
        let text = move || day().map_or(String::new(), |d| date::day(d, locale.lang.get()));
        let held = if is_first { Grip::First } else { Grip::Last };
        view! {
            <div class="thumb" role="slider" tabindex="0" id=if is_first { "brush-first" } else { "brush-last" }
                aria-label=move || if is_first { locale.strings().timeline.brush_first } else { locale.strings().timeline.brush_last }
                aria-valuemin=move || limit(true) aria-valuemax=move || limit(false)
                aria-valuenow=move || day().map(|d| d.to_julian_day().to_string())
                aria-valuetext=text
                style:left=move || format!("{:.3}%", if is_first { left() } else { right() })
                on:pointerdown=move |event| { event.stop_propagation(); press(event, Some(held)) }
                on:pointermove=drag on:pointerup=release on:pointercancel=release
                on:keydown=move |event| key(event, is_first)></div>
        }
    };
    view! {
        <div class="brush" role="group" node_ref=track aria-label=move || locale.strings().timeline.brush
            on:pointerdown=move |event| press(event, None)
            on:pointermove=drag on:pointerup=release on:pointercancel=release>
            <div class="band" style:left=move || format!("{:.3}%", left())
                style:width=move || format!("{:.3}%", (right() - left()).max(0.0))></div>
            {thumb(true)}
            {thumb(false)}
        </div>
    }
}

/// Where a key takes a handle: to the event before or after, five events, or the end of the line.
fn target(key: &str, day: Date, stops: &[Date]) -> Option<Date> {
    let after = |n: usize| {
        stops
            .iter()
            .filter(|&&s| s > day)
            .nth(n - 1)
            .or(stops.last())
    };
    let before = |n: usize| {
        stops
            .iter()
            .rev()
            .filter(|&&s| s < day)
            .nth(n - 1)
            .or(stops.first())
    };
    match key {
        "ArrowRight" | "ArrowUp" => after(1),
        "ArrowLeft" | "ArrowDown" => before(1),
        "PageUp" => after(PAGE),
        "PageDown" => before(PAGE),
        "Home" => stops.first(),
        "End" => stops.last(),
        _ => None,
    }
    .copied()
}
