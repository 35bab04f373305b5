//! The reader's eyes: what the page shows, now or as soon as it does. Elements are named by CSS selectors, and where several
//! match, the first is meant.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::page::Page;
use super::runtime::block_on;
use super::wait::until;

/// What was read, or why it could not be read, as while the page is being left.
type Look<T> = Result<T, String>;

impl Page {
    /// Waits until an element matches that is visible.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        until(&format!("{css} to be visible"), || {
            match self.look_visible(css)? {
                true => Ok(()),
                false => Err(self.state_of(css)),
            }
        });
    }

    /// Waits until no element matches that is visible.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        until(&format!("{css} to be gone"), || {
            match self.look_visible(css)? {
                true => Err(self.state_of(css)),
                false => Ok(()),
            }
        });
    }

    /// Waits until the text of the element contains the given one.
    #[track_caller]
    pub fn wait_text(&self, css: &str, contains: &str) {
        let what = format!("{contains:?} in {css}");
        until(&what, || {
            holds(self.look_text(css)?, |text| text.contains(contains))
        });
    }

    /// Waits until so many elements match, visible or not.
    #[track_caller]
    pub fn wait_count(&self, css: &str, count: usize) {
        until(&format!("{count} × {css}"), || {
            holds(self.look_texts(css)?.len(), |seen| *seen == count)
        });
    }

    /// Waits until the element has the attribute with exactly this value.
    #[track_caller]
    pub fn wait_attribute(&self, css: &str, name: &str, value: &str) {
        let what = format!("{css} to have {name}={value:?}");
        until(&what, || {
            holds(self.look_attribute(css, name)?, |seen| {
                seen.as_deref() == Some(value)
            })
        });
    }

    /// Waits until the document's title contains the text.
    #[track_caller]
    pub fn wait_title(&self, contains: &str) {
        let what = format!("{contains:?} in the title");
        until(&what, || {
            holds(
                self.look("return document.title", &[])?,
                |title: &String| title.contains(contains),
            )
        });
    }

    /// Waits until the address contains the text.
    #[track_caller]
    pub fn wait_url(&self, contains: &str) {
        let what = format!("{contains:?} in the address");
        until(&what, || {
            holds(self.look("return location.href", &[])?, |url: &String| {
                url.contains(contains)
            })
        });
    }

    /// The element's text as it is shown, runs of white space as one space. Of a hidden element it is the whole text.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        until(&format!("an element {css}"), || self.look_text(css))
    }

    /// The texts of all elements that match now, in the order of the document; possibly none.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        now(self.look_texts(css))
    }

    /// How many elements match now, visible or not.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.texts(css).len()
    }

    /// The element's attribute; `None` where the element lacks it.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.text(css);
        now(self.look_attribute(css, name))
    }

    /// Whether an element matches now that is visible.
    #[track_caller]
    pub fn is_visible_now(&self, css: &str) -> bool {
        now(self.look_visible(css))
    }

    /// The tag, id, and label or else text of the element that has the keyboard, for a message or a comparison.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "const e = document.activeElement;
            return [e.localName, e.id && '#' + e.id, e.getAttribute('aria-label') ?? (e.innerText ?? '').slice(0, 80)]
                .filter(Boolean).join(' ')";
        self.evaluate(script, &[])
    }

    /// What a script returns; for what no other method reads.
    #[track_caller]
    pub fn evaluate<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        now(self.look(script, arguments))
    }

    fn look<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Look<T> {
        let answer = block_on(self.session.driver().execute(script, arguments.to_vec()));
        answer
            .and_then(|value| value.convert())
            .map_err(|error| error.to_string())
    }

    fn look_texts(&self, css: &str) -> Look<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map(e => (e.localName === 'select' ? e.textContent : e.innerText ?? e.textContent).replace(/\\s+/g, ' ').trim())";
        self.look(script, &[json!(css)])
    }

    fn look_text(&self, css: &str) -> Look<String> {
        self.look_texts(css)?
            .into_iter()
            .next()
            .ok_or_else(|| "no such element".into())
    }

    fn look_attribute(&self, css: &str, name: &str) -> Look<Option<String>> {
        let script =
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null";
        self.look(script, &[json!(css), json!(name)])
    }

    fn look_visible(&self, css: &str) -> Look<bool> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .some(e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0)";
        self.look(script, &[json!(css)])
    }

    fn state_of(&self, css: &str) -> String {
        match self.look_texts(css).as_deref() {
            Ok([]) => "no such element".into(),
            Ok(texts) => format!("{} matching, with the texts {texts:?}", texts.len()),
            Err(message) => message.clone(),
        }
    }
}

/// The value, where it is as wanted; what it is, where not.
fn holds<T: Debug>(value: T, wanted: impl FnOnce(&T) -> bool) -> Look<T> {
    if wanted(&value) {
        Ok(value)
    } else {
        Err(format!("{value:?}"))
    }
}

#[track_caller]
fn now<T>(look: Look<T>) -> T {
    look.unwrap_or_else(|message| panic!("the page could not be read: {message}"))
}
