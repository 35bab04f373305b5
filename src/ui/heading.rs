//! Headings at the depth where they stand: in an embed the host's page says where that is.

use leptos::prelude::*;

use crate::state::explorer::Explorer;
use crate::ui::element::{El, el};

const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The heading of a view, of the sources, of the panel: below the page's own, if there is one.
pub fn view_heading() -> El {
    at(0)
}

/// A heading within a view.
pub fn inner_heading() -> El {
    at(1)
}

fn at(depth: usize) -> El {
    // A part that is drawn without a page around it stands where it would stand in one.
    let explorer = use_context::<Explorer>();
    let first = explorer.and_then(|e| {
        untrack(|| e.with_state(|s| s.is_embed.then(|| s.heading_level.unwrap_or(1))))
    });
    let level = first.map_or(2, usize::from) + depth;
    let tag = TAGS.get(level.saturating_sub(1)).or(TAGS.last());
    el(tag.copied().unwrap_or("h6"))
}
