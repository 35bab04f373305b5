//! What runs beside the drawing, in one type each, for the same reason as [`crate::ui::say`].

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::ahead::IS_DRAWN_AHEAD;

/// Runs now, and again whenever what it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    if IS_DRAWN_AHEAD {
        return;
    }
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}

/// Runs a task that waits for something, such as a file.
pub fn task(work: impl Future<Output = ()> + 'static) {
    if IS_DRAWN_AHEAD {
        return;
    }
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}

/// What is worked out from signals, and counts as changed only when it is another.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    work_out: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let work_out: Box<dyn Fn() -> T + Send + Sync> = Box::new(work_out);
    Memo::new(move |_| work_out())
}

/// Runs before the next picture of the page is drawn.
pub fn next_frame(run: impl FnOnce() + 'static) {
    let run: Box<dyn FnOnce()> = Box::new(run);
    request_animation_frame(run);
}
