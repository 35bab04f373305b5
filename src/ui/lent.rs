//! What the parts that come later lend to those that came with the page, from the moment that they and their tables are here. So the
//! first views gain by them without a byte of them in the first module.

use std::sync::OnceLock;

use leptos::prelude::*;

use crate::format::headline::Headline;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::ui::element::text;
use crate::ui::say::{Changing, Sentence, changing};

/// Gives the headline figures of a package.
pub type Headlines = fn(&Dataset, Lang) -> Vec<Headline>;

/// Functions of the later module.
pub struct Lent {
    /// The headline figures, those of deferred tables and counted ones among them.
    pub headlines: Headlines,
    /// A sentence in which the terms of the vocabulary can be opened.
    pub sentence: fn(String) -> AnyView,
}

static LENT: OnceLock<Lent> = OnceLock::new();

/// Hands the functions over; what asked for them before is told.
pub fn lend(lent: Lent, explorer: Explorer) {
    if LENT.set(lent).is_ok() {
        explorer.rest().update(|_| {});
    }
}

/// What is lent by now; who asks within an effect is told when it comes.
pub fn lent(explorer: Explorer) -> Option<&'static Lent> {
    let is_here = explorer.rest().get() == Rest::Here;
    LENT.get().filter(|_| is_here)
}

/// A sentence that follows what it reads, with its terms as soon as they are known.
pub fn sentence(words: Sentence) -> Changing {
    let explorer = expect_context::<Explorer>();
    changing(move || {
        let said = words.lock().map(|mut say| say()).unwrap_or_default();
        match lent(explorer) {
            Some(lent) => untrack(|| (lent.sentence)(said)),
            None => text(said),
        }
    })
}
