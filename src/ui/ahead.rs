//! The page before its program: what the build draws of it, and how the program takes its place.
//!
//! Natively nothing runs (no effect, no task), and hit areas are left out: what is drawn is what is seen.

#[cfg(feature = "prerender")]
use std::sync::Arc;

use leptos::prelude::*;
#[cfg(feature = "prerender")]
use leptos::reactive::diagnostics::SpecialNonReactiveZone;

use crate::browser::ahead;
use crate::chart::kind::ChartKind;
#[cfg(feature = "prerender")]
use crate::language::lang::Lang;
use crate::state::explorer::Explorer;
#[cfg(feature = "prerender")]
use crate::state::load::Loaded;
use crate::state::locale::Locale;
use crate::ui::later_views::later_view;
#[cfg(feature = "prerender")]
use crate::ui::page::page;

/// True in the program of the build that draws the page ahead.
pub const IS_DRAWN_AHEAD: bool = cfg!(not(target_arch = "wasm32"));

/// The views that are drawn ahead beside those that come with the page.
const VIEWS: [ChartKind; 4] = [
    ChartKind::Participation,
    ChartKind::Geography,
    ChartKind::Seats,
    ChartKind::Funding,
];

/// The width that charts are drawn for where nobody has measured theirs, in CSS pixels.
const FIRST_GUESS_PX: f64 = 1040.0;

/// The width that the page is drawn ahead for.
#[derive(Clone, Copy)]
struct Width(f64);

/// The page of a package without a filter, as HTML, in one language and with pictures of one width (CSS pixels).
#[cfg(feature = "prerender")]
pub fn page_html(loaded: Arc<Loaded>, lang: Lang, width: f64) -> String {
    // Nothing follows a change here, as leptos would rightly point out of a page.
    let _zone = SpecialNonReactiveZone::enter();
    Owner::new().with(|| {
        provide_context(Width(width));
        provide_context(Locale::new(lang));
        provide_context(Explorer::new(loaded, ""));
        untrack(page).to_html()
    })
}

/// The width to place a view for until it is measured: that of its picture as it was drawn ahead, if it was.
pub fn first_guess(kind: ChartKind) -> f64 {
    let drawn = use_context::<Width>().map(|Width(width)| width);
    drawn
        .or_else(|| ahead::width(kind.slug()))
        .unwrap_or(FIRST_GUESS_PX)
}

/// Whether the page has said all along what the build drew: no filter, no comparison, and the language that it began with.
pub fn is_as_drawn() -> Memo<bool> {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let first = locale.lang.get_untracked();
    let is_bare = explorer.watch(|s| s.selection.clauses().is_empty() && s.compared.is_none());
    Memo::new(move |before: Option<&bool>| {
        // Once it was wrong it stays away: the view itself comes when it is about to be seen.
        before != Some(&false) && is_bare.get() && locale.lang.get() == first
    })
}

/// In the program that draws ahead: a view that the page's own program brings later.
pub fn view_ahead(kind: ChartKind) -> Option<AnyView> {
    // Not reached from the page's module, which would be as large again.
    if IS_DRAWN_AHEAD && VIEWS.contains(&kind) {
        return Some(later_view(kind));
    }
    None
}
