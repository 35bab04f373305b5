//! The address bar and the Back button.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// The address's query with its `?`, or the empty text.
pub fn query() -> String {
    super::window()
        .and_then(|w| w.location().search().ok())
        .unwrap_or_default()
}

/// True where the page was opened as a file from disk, and has no address that others could use.
pub fn is_on_disk() -> bool {
    let location = super::window().map(|w| w.location());
    location.and_then(|l| l.protocol().ok()).as_deref() == Some("file:")
}

/// The page's own address, without query and anchor. Of a file on disk it is where the page was published, if the page knows that, or
/// else the file's name: the folders of a reader's machine are of no use to others, and not their business.
pub fn page() -> String {
    let window = super::window();
    let location = window.as_ref().map(web_sys::Window::location);
    if is_on_disk() {
        let link =
            window.and_then(|w| w.document()?.query_selector("link[rel='canonical']").ok()?);
        let published = link.and_then(|link| link.get_attribute("href"));
        let path = location.and_then(|l| l.pathname().ok()).unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let is_whole =
            |address: &String| address.starts_with("https://") || address.starts_with("http://");
        return published.filter(is_whole).unwrap_or(name);
    }
    location
        .and_then(|l| Some(l.origin().ok()? + &l.pathname().ok()?))
        .unwrap_or_default()
}

/// Puts a query into the address bar: as a new step of the history, or in the place of the present one.
///
/// In a sandbox without an origin the browser may refuse; the page then works without an address of its own.
pub fn write(query: &str, is_new_step: bool) {
    let Some(window) = super::window() else {
        return;
    };
    let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else {
        return;
    };
    let hash = window.location().hash().unwrap_or_default();
    let url = if query.is_empty() {
        format!("{path}{hash}")
    } else {
        format!("{path}?{query}{hash}")
    };
    let _ = if is_new_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Goes to another page of ours, which takes the place of this one in the history. The path is relative.
pub fn leave_for(path: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().replace(path);
    }
}

/// Calls back whenever the reader goes back or forward; lasts as long as the page.
pub fn on_travel(callback: impl Fn() + 'static) {
    let Some(window) = super::window() else {
        return;
    };
    let closure = Closure::<dyn Fn()>::new(callback);
    let _ = window.add_event_listener_with_callback("popstate", closure.as_ref().unchecked_ref());
    closure.forget();
}
