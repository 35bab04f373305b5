//! When what a reader waits for stood on the screen, in the browser's own record of times (User Timing), where its tools and the
//! benchmarks read it.
//!
//! A picture that a program has changed stands on the screen in the second animation frame afterwards, so every time is taken there: two
//! frames, 33 milliseconds on most screens, are the least that a change can take.

use std::cell::Cell;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The first chart is on the screen.
const FIRST_CHART: &str = "explorer:first-chart";
/// Every view in sight can be used.
const READY: &str = "explorer:ready";
/// From what the reader did to the last view that follows it.
const FILTER: &str = "explorer:filter";

// A page has one clock.
thread_local! {
    static RECORD: Record = const { Record::new() };
}

/// What is still to come before the page is ready.
struct Record {
    parts_underway: Cell<usize>,
    is_built: Cell<bool>,
    is_ready: Cell<bool>,
}

impl Record {
    const fn new() -> Self {
        Self {
            parts_underway: Cell::new(0),
            is_built: Cell::new(false),
            is_ready: Cell::new(false),
        }
    }

    fn is_waiting(&self) -> bool {
        !self.is_built.get() || self.is_ready.get() || self.parts_underway.get() > 0
    }
}

/// The page with its first charts stands in the document. Where it `was_ahead`, the first chart stood there before it, and `boot.js` marked it.
pub fn page_built(was_ahead: bool) {
    let is_first = RECORD.with(|record| !record.is_built.replace(true));
    if is_first {
        if !was_ahead {
            after_two_frames(|| mark(FIRST_CHART));
        }
        look_whether_ready();
    }
}

/// A part of the page is asked for.
pub fn part_asked() {
    RECORD.with(|record| record.parts_underway.set(record.parts_underway.get() + 1));
}

/// A part of the page that was asked for is here, or will not come.
pub fn part_came() {
    RECORD.with(|record| {
        let left = record.parts_underway.get().saturating_sub(1);
        record.parts_underway.set(left);
    });
    look_whether_ready();
}

fn look_whether_ready() {
    if RECORD.with(Record::is_waiting) {
        return;
    }
    // In the first of the frames the browser sees which places of parts are in sight.
    after_two_frames(|| {
        let is_ready = RECORD.with(|record| {
            let is_ready = !record.is_waiting();
            record.is_ready.set(record.is_ready.get() || is_ready);
            is_ready
        });
        if is_ready {
            mark(READY);
        }
    });
}

/// Measures from the event that is being answered, or from now where there is none, until what follows from it is on the screen.
pub fn measure_filter() {
    let Some(window) = super::window() else {
        return;
    };
    let event = Reflect::get(&window, &"event".into()).and_then(|e| e.dyn_into::<web_sys::Event>());
    let start = event.map_or_else(|_| now(), |event| event.time_stamp());
    after_two_frames(move || {
        let options = Object::new();
        let is_set = [("start", start), ("end", now())]
            .into_iter()
            .all(|(name, at)| Reflect::set(&options, &name.into(), &at.into()).is_ok());
        if is_set {
            record("measure", &[FILTER.into(), options.into()]);
        }
    });
}

fn mark(name: &str) {
    record("mark", &[name.into()]);
}

/// Calls a function of the record of times. A browser without it goes without times.
fn record(function: &str, arguments: &[JsValue]) {
    let Some((performance, function)) = performance(function) else {
        return;
    };
    let _ = function.apply(&performance, &arguments.iter().collect());
}

/// Milliseconds since the page began, by a clock that is never set back.
pub fn now() -> f64 {
    performance("now")
        .and_then(|(performance, now)| now.call0(&performance).ok()?.as_f64())
        .unwrap_or_default()
}

fn performance(function: &str) -> Option<(JsValue, Function)> {
    let window = super::window()?;
    let performance = Reflect::get(&window, &"performance".into()).ok()?;
    let function = Reflect::get(&performance, &function.into()).ok()?;
    Some((performance, function.dyn_into().ok()?))
}

fn after_two_frames(run: impl FnOnce() + 'static) {
    next_frame(move || next_frame(run));
}

fn next_frame(run: impl FnOnce() + 'static) {
    if let Some(window) = super::window() {
        let run = Closure::once_into_js(run);
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}
