//! What the device and its reader prefer, and the document's own attributes.

use wasm_bindgen::JsCast;

const LANGUAGE_KEY: &str = "forum-explorer-language";

/// The languages that the browser asks for, the most wanted first.
pub fn languages() -> Vec<String> {
    let Some(window) = super::window() else {
        return Vec::new();
    };
    window
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// The language chosen at an earlier visit. `None` too where the browser keeps nothing for this page.
pub fn stored_language() -> Option<String> {
    storage()?.get_item(LANGUAGE_KEY).ok().flatten()
}

/// Keeps the chosen language for the next visit, where the browser lets it.
pub fn store_language(slug: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(LANGUAGE_KEY, slug);
    }
}

/// Sets an attribute of the document's root element.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// Sets a property of the root element's own style.
pub fn set_root_style(name: &str, value: &str) {
    let root = document().and_then(|d| d.document_element());
    if let Some(root) = root.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = root.style().set_property(name, value);
    }
}

/// How far below the document's top the element with the keyboard begins, and how high the document is, in CSS pixels.
pub fn focused_top() -> Option<(f64, f64)> {
    let held = focused()?;
    let root = document()?.document_element()?.get_bounding_client_rect();
    let top = held.get_bounding_client_rect().top() - root.top();
    Some((top, root.height()))
}

/// Asks the browser to print.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The reader's day, as `2011-09-07`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}

/// Selects what a field holds and copies it; says whether the browser did. Works without the permission that newer ways ask for, and
/// without a secure origin. The keyboard stays where it is.
pub fn copy_field(id: &str) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let field = document.get_element_by_id(id);
    let Some(field) = field.and_then(|f| f.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) else {
        return false;
    };
    let held = focused();
    field.select();
    let document = document.dyn_into::<web_sys::HtmlDocument>();
    let is_copied = document.is_ok_and(|d| d.exec_command("copy").unwrap_or(false));
    if let Some(held) = held {
        focus(&held);
    }
    is_copied
}

/// Copies a text that stands nowhere on the page, as [`copy_field`] does; says whether the browser did.
pub fn copy_text(text: &str) -> bool {
    const ID: &str = "copied-text";
    let Some(document) = document() else {
        return false;
    };
    let field = document.create_element("textarea").ok();
    let field = field.and_then(|f| f.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let (Some(field), Some(body)) = (field, document.body()) else {
        return false;
    };
    field.set_id(ID);
    field.set_read_only(true);
    field.set_value(text);
    field.set_class_name("off-screen");
    if body.append_child(&field).is_err() {
        return false;
    }
    let is_copied = copy_field(ID);
    field.remove();
    is_copied
}

/// Selects what a field holds, and gives it the keyboard.
pub fn select_field(id: &str) {
    let field = document().and_then(|d| d.get_element_by_id(id));
    if let Some(field) = field.and_then(|f| f.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Lets a list that was set back take its last choice once more. WebKit tells of no choice that is the last one again, until the keyboard
/// comes anew.
pub fn forget_choice(list: &web_sys::HtmlSelectElement) {
    let vendor = super::window()
        .and_then(|window| js_sys::Reflect::get(&window.navigator(), &"vendor".into()).ok())
        .and_then(|vendor| vendor.as_string());
    if vendor.is_some_and(|vendor| vendor.starts_with("Apple")) && list.blur().is_ok() {
        let _ = list.focus();
    }
}

/// The element that has the keyboard, so that it can be given back.
pub fn focused() -> Option<web_sys::HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Gives the keyboard to the element with this id, if it is there.
pub fn focus_id(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Gives the keyboard to the first element that a selector of ours finds; says whether there was one.
pub fn focus_first(css: &str) -> bool {
    let element = document().and_then(|d| d.query_selector(css).ok().flatten());
    element
        .and_then(|e| e.dyn_into().ok())
        .is_some_and(|e| focus(&e))
}

/// True when the keyboard goes on to something within an element.
pub fn goes_within(event: &web_sys::FocusEvent, element: &web_sys::Element) -> bool {
    let next = event
        .related_target()
        .and_then(|next| next.dyn_into::<web_sys::Node>().ok());
    next.is_some_and(|next| element.contains(Some(&next)))
}

/// Gives the keyboard to an element that may have left the page meanwhile; says whether it took it.
pub fn focus(element: &web_sys::HtmlElement) -> bool {
    element.is_connected() && element.focus().is_ok()
}

/// Where a pointer is within an element: its share of the width and of the height, 0 to 1 inside.
pub fn share_within(element: &web_sys::Element, client_x: i32, client_y: i32) -> (f64, f64) {
    let bounds = element.get_bounding_client_rect();
    let share = |at: i32, start: f64, length: f64| (f64::from(at) - start) / length.max(1.0);
    (
        share(client_x, bounds.left(), bounds.width()),
        share(client_y, bounds.top(), bounds.height()),
    )
}

/// Takes away what stood in the document until the program came.
pub fn remove_waiting() {
    if let Some(waiting) = document().and_then(|d| d.get_element_by_id("waiting")) {
        waiting.remove();
    }
}

fn document() -> Option<web_sys::Document> {
    super::window()?.document()
}

fn storage() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok().flatten()
}
