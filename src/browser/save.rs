//! Files that a reader keeps.

use std::cell::RefCell;

use super::host::is_framed;
use js_sys::futures::JsFuture;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url};

thread_local! {
    /// The address of the file that was saved last. The browser may still be reading from it when the call returns, so it is let go of only
    /// when the next one comes.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The widest or highest picture in pixels that every browser's canvas takes.
const SIDE_MAX: f64 = 8192.0;

/// Whether the browser keeps a file that it is handed, or drops it without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// It does, as far as a page can know.
    Files,
    /// Nobody can know: a frame in a page of another origin, whose sandbox does not show.
    Perhaps,
    /// It does not: a frame in a sandbox that does not allow downloads.
    Nothing,
}

/// What the browser does with files. Of a sandbox without an origin a page cannot know what it allows, and must take it to be the strictest.
pub fn keeps() -> Keeps {
    let Some(window) = super::window() else {
        return Keeps::Nothing;
    };
    if !is_framed() {
        return Keeps::Files;
    }
    if window.origin() == "null" {
        return Keeps::Nothing;
    }
    let Some(frame) = window.frame_element().ok().flatten() else {
        return Keeps::Perhaps;
    };
    let forbids = frame.get_attribute("sandbox").is_some_and(|allowed| {
        let mut words = allowed.split_ascii_whitespace();
        !words.any(|word| word.eq_ignore_ascii_case("allow-downloads"))
    });
    match forbids {
        true => Keeps::Nothing,
        false => Keeps::Files,
    }
}

/// Hands a file to the browser, which keeps it where it keeps such; says whether it was taken.
pub fn file(name: &str, media_type: &str, content: &[u8]) -> bool {
    let parts = Array::of1(&Uint8Array::from(content));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| hand_over(name, &blob).is_some())
}

fn hand_over(name: &str, blob: &Blob) -> Option<()> {
    let document = super::window()?.document()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    // Some browsers follow only a link that is part of the document.
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    let last = LAST.with(|last| last.replace(Some(url)));
    if let Some(last) = last {
        let _ = Url::revoke_object_url(&last);
    }
    Some(())
}

/// Draws an SVG file as PNG, `scale` pixels for each of its own, and hands it to the browser; says whether that was done. A picture too
/// large for a canvas is drawn smaller.
pub async fn png(name: &str, svg: &str, scale: f64) -> bool {
    drawn(svg, scale)
        .await
        .is_ok_and(|blob| hand_over(name, &blob).is_some())
}

async fn drawn(svg: &str, scale: f64) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    // Not the address of a blob: a strict policy allows pictures from `data:` alone.
    let text = js_sys::encode_uri_component(svg);
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(text)
    ));
    JsFuture::from(image.decode()).await?;
    let (width, height) = (
        f64::from(image.natural_width()),
        f64::from(image.natural_height()),
    );
    let scale = scale.min(SIDE_MAX / width.max(height).max(1.0));
    let nothing = || JsValue::from_str("no canvas");
    let document = super::window()
        .and_then(|w| w.document())
        .ok_or_else(nothing)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width((width * scale).round() as u32);
    canvas.set_height((height * scale).round() as u32);
    let context = canvas.get_context("2d")?.ok_or_else(nothing)?;
    let context: web_sys::CanvasRenderingContext2d = context.dyn_into()?;
    let (wide, high) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high)?;
    let coming = js_sys::Promise::new(&mut |resolve, reject| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(take.unchecked_ref()).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(coming).await?.dyn_into()
}
