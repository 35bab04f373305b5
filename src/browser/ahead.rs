//! The page as the build drew it ahead of its program: `boot.js` puts it into the document where it fits, and the program takes its place.

use wasm_bindgen::JsCast;

/// Where it stands in the document.
const PLACE: &str = "ahead";

/// The classes of a section that stands in the program's page as it was drawn ahead, until the section itself is here.
pub const CLASS: &str = "view waiting drawn-ahead";

/// True while it stands in the document.
pub fn is_shown() -> bool {
    find(&format!("#{PLACE}")).is_some()
}

/// A section as it was drawn.
pub struct Section(web_sys::HtmlElement);

impl Section {
    /// The section of this id, while it stands in the document.
    pub fn of(id: &str) -> Option<Self> {
        let drawn = format!("#{PLACE} section[id='{id}'].drawn, section[id='{id}'].drawn-ahead");
        find(&drawn).map(Self)
    }

    /// Moves what is in it into another element, which is quicker than drawing it once more. Pictures that nobody has come near stay behind:
    /// the view itself is asked for when theirs would be.
    pub fn move_into(&self, element: &web_sys::Element) {
        if let Some(image) = self.0.query_selector("img").ok().flatten()
            && let Some(image) = image.dyn_ref::<web_sys::HtmlImageElement>()
            && !image.complete()
        {
            image.remove();
        }
        while let Some(child) = self.0.first_child() {
            if element.append_child(&child).is_err() {
                return;
            }
        }
    }
}

/// How wide the pictures of a section of this id are there, in CSS pixels.
pub fn width(id: &str) -> Option<f64> {
    let body = find(&format!("#{PLACE} section[id='{id}'] .view-body"))?;
    Some(f64::from(body.client_width())).filter(|width| *width > 0.0)
}

/// Takes it away: the program's own page stands in its place.
pub fn remove() {
    if let Some(place) = find(&format!("#{PLACE}")) {
        place.remove();
    }
}

fn find(css: &str) -> Option<web_sys::HtmlElement> {
    let document = super::window()?.document()?;
    document.query_selector(css).ok()??.dyn_into().ok()
}
