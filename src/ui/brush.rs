//! The timeline's brush: two handles on the line of time.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, PointerEvent};

use crate::browser::device;
use crate::chart::arrangement::Arrangement;
use crate::chart::timeline::{axis, stops};
use crate::filter::clause::Period;
use crate::format::date;
use crate::geometry::scale::time::Time;
use crate::model::span::Date;
use crate::state::explorer::{Explorer, Step};
use crate::state::locale::Locale;
use crate::ui::element::{El, Found, el};
use crate::ui::keys::{Slide, slide_of};
use crate::ui::run::memo;
use crate::ui::say::{say, tell};

/// What a pointer has hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grip {
    First,
    Last,
    /// A new period, drawn from this day.
    New(Date),
}

/// How many steps Page Up and Page Down take.
pub const PAGE: usize = 5;

/// The line of time.
#[derive(Clone, PartialEq)]
struct Line {
    axis: Time,
    width: f64,
}

/// The brush's state: what its parts read and change.
#[derive(Clone, Copy)]
struct Brush {
    explorer: Explorer,
    locale: Locale,
    line: Memo<Option<Line>>,
    period: Memo<Option<Period>>,
    track: Found,
    grip: RwSignal<Option<Grip>>,
    has_moved: StoredValue<bool>,
}

/// Two handles and the band between them. The handles step from event to event; dragging is by the day.
pub fn brush(width: RwSignal<f64>) -> AnyView {
    let brush = Brush::new(width);
    let band = el("div")
        .class("band")
        .style("left", tell(move || percent(brush.left())))
        .style(
            "width",
            tell(move || percent((brush.right() - brush.left()).max(0.0))),
        );
    brush
        .draggable(el("div"), None)
        .class("brush")
        .attr("role", "group")
        .attr("aria-label", say(|s| s.timeline.brush))
        .found_by(brush.track)
        .child(band)
        .child(brush.thumb(true))
        .child(brush.thumb(false))
        .view()
}

impl Brush {
    fn new(width: RwSignal<f64>) -> Self {
        let explorer = expect_context::<Explorer>();
        let locale = Locale::expect();
        let has_context = explorer.watch(|s| s.has_context);
        let line = memo(move || {
            let lang = locale.lang.get_untracked();
            explorer.with_input(
                lang,
                width.get(),
                has_context.get(),
                Arrangement::default(),
                |input| {
                    axis(input).map(|axis| Line {
                        axis,
                        width: input.width,
                    })
                },
            )
        });
        Self {
            explorer,
            locale,
            line,
            period: explorer.watch(|s| s.selection.period()),
            track: Found::new(),
            grip: RwSignal::new(None),
            has_moved: StoredValue::new(false),
        }
    }

    /// The two ends of the chosen period, as far as the line shows it.
    fn ends(self) -> Option<(Date, Date)> {
        self.line.with(|line| {
            let line = line.as_ref()?;
            let whole = Period::between(line.axis.first(), line.axis.last());
            let chosen = self.period.get().unwrap_or(whole);
            let clamp = |day: Date| day.clamp(line.axis.first(), line.axis.last());
            Some((clamp(chosen.first()), clamp(chosen.last())))
        })
    }

    fn left(self) -> f64 {
        self.ends()
            .map_or(0.0, |(first, _)| self.share(first, false))
    }

    fn right(self) -> f64 {
        self.ends().map_or(1.0, |(_, last)| self.share(last, true))
    }

    /// Where a day begins, or ends, as a share of the picture's width.
    fn share(self, day: Date, is_end: bool) -> f64 {
        let share = self.line.with(|line| {
            let line = line.as_ref()?;
            let px = match is_end {
                true => line.axis.px_after_date(day),
                false => line.axis.px_from_date(day),
            };
            Some(px / line.width.max(1.0))
        });
        share.unwrap_or(0.0)
    }

    fn day_at(self, event: &PointerEvent) -> Option<Date> {
        let track = self.track.get_untracked()?;
        let (x, _) = device::share_within(&track, event.client_x(), event.client_y());
        self.line
            .with_untracked(|line| line.as_ref().map(|l| l.axis.date_from_px(x * l.width)))
    }

    fn choose(self, first: Date, last: Date) {
        // The first way of a drag is a step of its own, the rest of it belongs to that.
        let step = match self.has_moved.get_value() {
            true => Step::Same,
            false => Step::New,
        };
        self.has_moved.set_value(true);
        let is_whole = self.line.with_untracked(|line| {
            line.as_ref()
                .is_some_and(|l| first <= l.axis.first() && last >= l.axis.last())
        });
        let period = (!is_whole).then(|| Period::between(first, last));
        self.explorer.set_period(period, step);
    }

    /// Makes an element answer to being dragged; without a grip it draws a new period.
    fn draggable(self, element: El, held: Option<Grip>) -> El {
        element
            .on("pointerdown", move |event| self.press(&event, held))
            .on("pointermove", move |event| self.drag(&event))
            .on("pointerup", move |_| self.grip.set(None))
            .on("pointercancel", move |_| self.grip.set(None))
    }

    fn press(self, event: &Event, held: Option<Grip>) {
        event.prevent_default();
        event.stop_propagation();
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        let Some(day) = self.day_at(pointer) else {
            return;
        };
        self.has_moved.set_value(false);
        self.grip.set(Some(held.unwrap_or(Grip::New(day))));
        let target = event.current_target();
        if let Some(element) = target.and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.set_pointer_capture(pointer.pointer_id());
            // Preventing the default also prevents the focus that a press gives.
            let _ = element.focus();
        }
    }

    fn drag(self, event: &Event) {
        let day = event.dyn_ref().and_then(|e| self.day_at(e));
        let (Some(held), Some(day)) = (self.grip.get_untracked(), day) else {
            return;
        };
        let Some((first, last)) = untrack(|| self.ends()) else {
            return;
        };
        match held {
            Grip::First => self.choose(day.min(last), last),
            Grip::Last => self.choose(first, day.max(first)),
            Grip::New(from) if self.has_moved.get_value() || day != from => {
                self.choose(from.min(day), from.max(day));
            }
            Grip::New(_) => {}
        }
    }

    /// What the handles step to. Put together when a handle is stepped: no step of a filter waits for it.
    fn stops(self) -> Vec<Date> {
        let lang = self.locale.lang.get_untracked();
        let has_context = untrack(|| self.explorer.with_state(|s| s.has_context));
        let arrangement = Arrangement::default();
        untrack(|| {
            self.explorer
                .with_input(lang, 0.0, has_context, arrangement, stops)
        })
    }

    fn press_key(self, event: &Event, is_first: bool) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let Some((first, last)) = untrack(|| self.ends()) else {
            return;
        };
        let from = if is_first { first } else { last };
        let target = slide_of(key).and_then(|slide| target(slide, from, &self.stops()));
        let Some(day) = target else { return };
        event.prevent_default();
        self.has_moved.set_value(false);
        if is_first {
            self.choose(day.min(last), last);
        } else {
            self.choose(first, day.max(first));
        }
    }

    fn thumb(self, is_first: bool) -> El {
        let day = move || {
            let ends = self.ends();
            ends.map(|(first, last)| if is_first { first } else { last })
        };
        let julian =
            |day: Option<Date>| day.map_or(String::new(), |d| d.to_julian_day().to_string());
        let (id, label, held) = match is_first {
            true => ("brush-first", say(|s| s.timeline.brush_first), Grip::First),
            false => ("brush-last", say(|s| s.timeline.brush_last), Grip::Last),
        };
        let spoken = move || day().map_or(String::new(), |d| date::day(d, self.locale.lang.get()));
        let at = move || if is_first { self.left() } else { self.right() };
        self.draggable(el("div"), Some(held))
            .class("thumb")
            .attr("role", "slider")
            .attr("tabindex", "0")
            .id(id)
            .attr("aria-label", label)
            .attr(
                "aria-valuemin",
                tell(move || julian(self.limit(is_first, true))),
            )
            .attr(
                "aria-valuemax",
                tell(move || julian(self.limit(is_first, false))),
            )
            .attr("aria-valuenow", tell(move || julian(day())))
            .attr("aria-valuetext", tell(spoken))
            .style("left", tell(move || percent(at())))
            .on("keydown", move |event| self.press_key(&event, is_first))
    }

    /// How far a handle can go: to the end of the line on its side, and to the other handle.
    fn limit(self, is_first: bool, is_low: bool) -> Option<Date> {
        let (first, last) = self.ends()?;
        let (low, high) = self
            .line
            .with(|line| line.as_ref().map(|l| (l.axis.first(), l.axis.last())))?;
        Some(match (is_first, is_low) {
            (true, true) => low,
            (true, false) => last,
            (false, true) => first,
            (false, false) => high,
        })
    }
}

fn percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}

/// Where a key takes a handle: to the event before or after, five events, or the end of the line.
fn target(slide: Slide, day: Date, stops: &[Date]) -> Option<Date> {
    let after = |n: usize| {
        let mut later = stops.iter().filter(|&&s| s > day);
        later.nth(n - 1).or(stops.last())
    };
    let before = |n: usize| {
        let mut earlier = stops.iter().rev().filter(|&&s| s < day);
        earlier.nth(n - 1).or(stops.first())
    };
    match slide {
        Slide::Later => after(1),
        Slide::Earlier => before(1),
        Slide::MuchLater => after(PAGE),
        Slide::MuchEarlier => before(PAGE),
        Slide::Start => stops.first(),
        Slide::End => stops.last(),
    }
    .copied()
}
