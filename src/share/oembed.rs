//! What a program is told that asks how to embed a view (<https://oembed.com>, version 1.0).

use serde_json::json;

use crate::share::snippet::{Form, Snippet};

/// A picture that stands for a view: its address, width and height in pixels.
pub type Thumbnail = (String, u32, u32);

/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The answer about an embedded view. `provider` is the report's title; `width` is in pixels.
#[allow(
    clippy::indexing_slicing,
    reason = "an object in JSON takes every name"
)]
pub fn oembed(
    snippet: &Snippet,
    provider: &str,
    width: u32,
    thumbnail: Option<&Thumbnail>,
) -> String {
    let mut answer = json!({
        "type": "rich",
        "version": "1.0",
        "provider_name": provider,
        "provider_url": snippet.base,
        "title": snippet.title,
        "html": snippet.html(Form::Frame),
        "width": width,
        "height": snippet.height,
        "cache_age": CACHE_AGE,
    });
    if let Some((address, width, height)) = thumbnail {
        answer["thumbnail_url"] = json!(address);
        answer["thumbnail_width"] = json!(width);
        answer["thumbnail_height"] = json!(height);
    }
    format!("{answer:#}\n")
}
