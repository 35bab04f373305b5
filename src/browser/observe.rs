//! An element's width, now and whenever it changes, and its coming into sight.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Keeps watching until dropped.
pub struct WidthWatch {
    observer: web_sys::ResizeObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl WidthWatch {
    /// Calls back with the width of the element's content in pixels, at once and on every change. `None` where the browser cannot watch.
    pub fn new(
        element: &web_sys::Element,
        mut on_width: impl FnMut(f64) + 'static,
    ) -> Option<Self> {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.iter().last();
            if let Some(entry) =
                last.and_then(|e| e.dyn_into::<web_sys::ResizeObserverEntry>().ok())
            {
                on_width(entry.target().client_width().into());
            }
        });
        let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Keeps looking until dropped.
pub struct SightWatch {
    observer: web_sys::IntersectionObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl SightWatch {
    /// Calls back whenever the element is within a screen's height of being seen. `None` where the browser cannot watch.
    pub fn new(element: &web_sys::Element, on_near: impl Fn() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let is_near = entries.iter().any(|entry| {
                entry
                    .dyn_into::<web_sys::IntersectionObserverEntry>()
                    .is_ok_and(|e| e.is_intersecting())
            });
            if is_near {
                on_near();
            }
        });
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin("50%");
        let observer = web_sys::IntersectionObserver::new_with_options(
            callback.as_ref().unchecked_ref(),
            &options,
        )
        .ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for SightWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
