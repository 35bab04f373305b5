//! Long work in turns, between which the browser draws and answers the reader.

use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

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
    let has_passed = Rc::new(Cell::new(false));
    let mut is_asked = false;
    poll_fn(move |context| {
        let Some(window) = super::window().filter(|_| !has_passed.get()) else {
            return Poll::Ready(());
        };
        if !is_asked {
            is_asked = true;
            let (waker, has_passed) = (context.waker().clone(), has_passed.clone());
            let go_on = Closure::once_into_js(move || {
                has_passed.set(true);
                waker.wake();
            });
            if window
                .set_timeout_with_callback(go_on.unchecked_ref())
                .is_err()
            {
                return Poll::Ready(());
            }
        }
        Poll::Pending
    })
    .await;
}
