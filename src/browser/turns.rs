//! Long work in turns, between which the browser draws and answers the reader.

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::timing::now;

/// Milliseconds of work after which it is the browser's turn: well within what a reader notices.
const TURN_MS: f64 = 12.0;

/// A turn of work.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    begun: f64,
}

impl Turn {
    /// Begins a turn.
    pub fn begin() -> Self {
        Self { begun: now() }
    }

    /// True when it has lasted long enough.
    pub fn is_over(self) -> bool {
        now() - self.begun > TURN_MS
    }
}

/// Lets the browser have its turn.
pub async fn pause() {
    let _ = JsFuture::from(yielded().unwrap_or_else(timed_out)).await;
}

/// The browser's own way to give it a turn, where it has one: it comes back sooner than a timer.
fn yielded() -> Option<Promise> {
    let window = super::window()?;
    let scheduler = Reflect::get(&window, &"scheduler".into()).ok()?;
    let give = Reflect::get(&scheduler, &"yield".into()).ok()?;
    let promise = give.dyn_into::<Function>().ok()?.call0(&scheduler).ok()?;
    promise.dyn_into().ok()
}

fn timed_out() -> Promise {
    Promise::new(&mut |go_on, _| {
        let asked = super::window().map(|window| window.set_timeout_with_callback(&go_on));
        if !matches!(asked, Some(Ok(_))) {
            let _ = go_on.call0(&JsValue::UNDEFINED);
        }
    })
}
