//! The page built part by part, each in a turn of its own, so that the browser can answer the reader in between. Nothing of it shows
//! before all of it does: until then stands what was drawn ahead, or the room that the page will take.

use leptos::prelude::*;

use crate::browser::turns::pause;
use crate::ui::ahead::IS_DRAWN_AHEAD;
use crate::ui::element::{El, el, nothing};
use crate::ui::run::task;
use crate::ui::say::{changing, tell};

/// The parts that are still to be built, and whether the page shows.
#[derive(Clone, Copy)]
pub struct Gradual {
    waiting: StoredValue<Vec<RwSignal<bool>>, LocalStorage>,
    is_whole: RwSignal<bool>,
}

impl Gradual {
    /// Of a page that is about to be built below the present owner.
    pub fn begin() -> Self {
        let gradual = Self {
            waiting: StoredValue::new_local(Vec::new()),
            is_whole: RwSignal::new(false),
        };
        provide_context(gradual);
        gradual
    }

    /// Where the page is built, out of sight until it is whole.
    pub fn place(self) -> El {
        let is_whole = self.is_whole;
        el("div").class(tell(move || match is_whole.get() {
            true => "explorer",
            false => "explorer unfinished",
        }))
    }

    /// Whether the page shows; tracked.
    pub fn is_whole(self) -> bool {
        self.is_whole.get()
    }

    /// Builds one part a turn, then shows the page and says that it is there. A page that is taken away meanwhile builds no more.
    pub fn build(self, shown: impl FnOnce() + 'static) {
        task(async move {
            loop {
                pause().await;
                let first = |waiting: &mut Vec<_>| (!waiting.is_empty()).then(|| waiting.remove(0));
                match self.waiting.try_update_value(first) {
                    Some(Some(is_due)) => {
                        let _ = is_due.try_set(true);
                    }
                    Some(None) => break,
                    None => return,
                }
            }
            if self.is_whole.try_set(true).is_none() {
                // Once the page is in sight, and before the next picture of the document is drawn.
                task(async move { shown() });
            }
        });
    }
}

/// A part of the page that is built in its turn; at once where the page is whole already.
pub fn in_turn(build: impl FnOnce() -> AnyView + 'static) -> AnyView {
    place(Box::new(build))
}

fn place(build: Box<dyn FnOnce() -> AnyView>) -> AnyView {
    let gradual = use_context::<Gradual>().filter(|g| !g.is_whole.get_untracked());
    let Some(gradual) = gradual.filter(|_| !IS_DRAWN_AHEAD) else {
        return build();
    };
    let is_due = RwSignal::new(false);
    gradual.waiting.update_value(|waiting| waiting.push(is_due));
    let build = StoredValue::new_local(Some(build));
    let view = changing(move || match is_due.get() {
        true => match build.try_update_value(Option::take).flatten() {
            Some(build) => untrack(build),
            None => nothing(),
        },
        false => nothing(),
    });
    view.into_any()
}
