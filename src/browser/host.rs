//! The page around an embedded view: what is said to it, and what it says.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::observe::WidthWatch;

/// Everybody: the target of what anybody may hear.
pub const ANYBODY: &str = "*";
/// The origin of a page that has none, such as a file or a sandbox; nobody can be spoken to by this name.
const NOBODY: &str = "null";

/// A message from another page.
pub struct Heard {
    /// The origin of that page, to be spoken to by; [`ANYBODY`] where it has none.
    pub origin: String,
    data: JsValue,
}

impl Heard {
    fn of(event: &web_sys::MessageEvent) -> Self {
        let origin = match event.origin() {
            origin if origin.is_empty() || origin == NOBODY => ANYBODY.to_owned(),
            origin => origin,
        };
        let data = event.data();
        Self { origin, data }
    }

    /// A field's text, or its whole number as text; `None` for anything else.
    pub fn field(&self, name: &str) -> Option<String> {
        let number = self.number(name).filter(|number| number.fract() == 0.0);
        // A cast from a float keeps within the type's bounds.
        let number = number.map(|number| (number as i64).to_string());
        self.value(name)?.as_string().or(number)
    }

    /// A field's number.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.value(name)?.as_f64()
    }

    fn value(&self, name: &str) -> Option<JsValue> {
        let is_object = self.data.is_object();
        let value = is_object.then(|| Reflect::get(&self.data, &name.into()));
        value.and_then(Result::ok)
    }
}

/// True in a frame.
pub fn is_framed() -> bool {
    around().is_some()
}

/// Says an object, given as JSON, to the page around.
pub fn say(json: &str, origin: &str) {
    if let (Some(host), Ok(message)) = (around(), JSON::parse(json)) {
        // A name that is no origin is refused, and then nothing is said.
        let _ = host.post_message(&message, origin);
    }
}

/// Says text to the page around.
pub fn say_text(text: &str, origin: &str) {
    if let Some(host) = around() {
        let _ = host.post_message(&text.into(), origin);
    }
}

/// Listens until dropped.
pub struct Listening {
    heard: Closure<dyn Fn(web_sys::MessageEvent)>,
}

impl Listening {
    /// Calls back with every message from the page around, and with none from elsewhere.
    pub fn to_host(heard: impl Fn(&Heard) + 'static) -> Option<Self> {
        let host = around()?;
        Self::to_all(move |event| {
            let is_from_host = event
                .source()
                .is_some_and(|source| Object::is(&source, &host));
            if is_from_host {
                heard(&Heard::of(event));
            }
        })
    }

    /// Calls back with every message from a page of our own origin, such as an embed in this page.
    pub fn to_own(heard: impl Fn(&Heard) + 'static) -> Option<Self> {
        let origin = super::window()?.location().origin().ok()?;
        Self::to_all(move |event| {
            if event.origin() == origin {
                heard(&Heard::of(event));
            }
        })
    }

    fn to_all(heard: impl Fn(&web_sys::MessageEvent) + 'static) -> Option<Self> {
        let heard =
            Closure::<dyn Fn(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
                heard(&event)
            });
        let window = super::window()?;
        window
            .add_event_listener_with_callback("message", heard.as_ref().unchecked_ref())
            .ok()?;
        Some(Self { heard })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = super::window() {
            let heard = self.heard.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback("message", heard);
        }
    }
}

/// Calls back with the document's height in CSS pixels, rounded up, at once and whenever it may have changed. `None` where the
/// browser cannot watch.
pub fn watch_height(on_height: impl Fn(u32) + 'static) -> Option<WidthWatch> {
    let root = super::window()?.document()?.document_element()?;
    let measured = root.clone();
    WidthWatch::new(&root, move |_| {
        // A cast from a float keeps within the type's bounds.
        on_height(measured.get_bounding_client_rect().height().ceil() as u32);
    })
}

fn around() -> Option<web_sys::Window> {
    let window = super::window()?;
    let host = window.parent().ok().flatten()?;
    (!Object::is(&host, &window)).then_some(host)
}
