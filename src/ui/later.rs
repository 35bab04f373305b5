//! Parts of the page that come in a module of their own, when they are first wanted.

use std::pin::Pin;

use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

use crate::browser::observe::SightWatch;
use crate::browser::{ahead, timing};
use crate::ui::ahead::is_as_drawn;
use crate::ui::element::{El, Found, el, nothing};
use crate::ui::gradual::Gradual;
use crate::ui::run::{effect, task};
use crate::ui::say::{changing, say};

/// The module of a part did not arrive.
#[derive(Clone, Copy, Debug)]
pub struct NotHere;

impl From<SplitLoaderError> for NotHere {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// A part on its way.
pub type Coming = Pin<Box<dyn Future<Output = Result<AnyView, NotHere>>>>;

type Fetch = Box<dyn Fn(Owner) -> Coming>;

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Underway,
    Here,
    Failed,
}

/// Asks for a part and shows it in its place: `fetch` is given the owner of what the part sets up. Until it is here a sentence says
/// so, and where it does not come, a button asks again.
pub fn later(fetch: impl Fn(Owner) -> Coming + 'static) -> AnyView {
    // One type for all parts: see `ui::run`.
    let fetch: Fetch = Box::new(fetch);
    shown(fetch, None)
}

/// The room that a part has before it is here.
#[derive(Clone, Copy)]
struct Room {
    tag: &'static str,
    class: &'static str,
    /// That of the section that the part is, or empty.
    id: &'static str,
}

impl Room {
    fn empty(self) -> El {
        let place = el(self.tag).class(self.class);
        match self.id {
            "" => place,
            id => place.id(id),
        }
    }
}

/// While it is on its way the part keeps the room that it had.
fn shown(fetch: Fetch, room: Option<Room>) -> AnyView {
    let stage = RwSignal::new(Stage::Underway);
    let part = StoredValue::new_local(None::<AnyView>);
    let owner = Owner::current().unwrap_or_default();
    let fetch = StoredValue::new_local(fetch);
    let ask = move || {
        stage.set(Stage::Underway);
        timing::part_asked();
        let coming = fetch.with_value(|fetch| fetch(owner.clone()));
        task(async move {
            // The reader may have gone on meanwhile, and with the place of the part its signals.
            let stage_now = match coming.await {
                Ok(view) => {
                    part.try_update_value(|slot| *slot = Some(view));
                    Stage::Here
                }
                Err(NotHere) => Stage::Failed,
            };
            let _ = stage.try_set(stage_now);
            timing::part_came();
        });
    };
    ask();
    let ask = StoredValue::new_local(ask);
    let view = changing(move || match stage.get() {
        Stage::Underway => untrack(|| {
            let said = el("p")
                .class("loading-part")
                .attr("role", "status")
                .text(say(|s| s.status.loading_rest));
            match room.map(|room| (room, drawn_ahead(room.id))) {
                Some((_, Some(drawn))) => drawn.view(),
                Some((room, None)) => room.empty().child(said).view(),
                None => said.view(),
            }
        }),
        Stage::Here => part
            .try_update_value(Option::take)
            .flatten()
            .unwrap_or_else(nothing),
        Stage::Failed => el("p")
            .class("ignored")
            .attr("role", "alert")
            .text(say(|s| s.status.part_failed))
            .text(" ")
            .child(
                el("button")
                    .attr("type", "button")
                    .class("button")
                    .on("click", move |_| ask.with_value(|ask| ask()))
                    .text(say(|s| s.status.retry)),
            )
            .view(),
    });
    view.into_any()
}

/// A part that is asked for when its place is about to be seen. `id` is that of the section, so that links find it before it is here.
pub fn when_near(id: &'static str, fetch: impl Fn(Owner) -> Coming + 'static) -> AnyView {
    let fetch: Fetch = Box::new(fetch);
    let (tag, class) = ("section", "view waiting");
    near(Room { tag, class, id }, fetch)
}

fn near(room: Room, fetch: Fetch) -> AnyView {
    let fetch = StoredValue::new_local(Some(fetch));
    let is_near = RwSignal::new(false);
    let view = changing(move || match is_near.get() {
        true => match fetch.try_update_value(Option::take).flatten() {
            Some(fetch) => untrack(|| shown(fetch, Some(room))),
            None => nothing(),
        },
        false => untrack(|| waiting(room, is_near)),
    });
    view.into_any()
}

fn waiting(room: Room, is_near: RwSignal<bool>) -> AnyView {
    let place = Found::new();
    let kept = StoredValue::new_local(None::<SightWatch>);
    effect(move || {
        let Some(element) = place.get() else { return };
        kept.set_value(SightWatch::new(&element, move || is_near.set(true)));
    });
    on_cleanup(move || kept.set_value(None));
    let waiting = drawn_ahead(room.id).unwrap_or_else(|| room.empty());
    waiting.found_by(place).view()
}

/// The section of this id as the build drew it, which stands in its place until it is here, for as long as it says what holds.
pub fn drawn_ahead(id: &'static str) -> Option<El> {
    let drawn = Some(id)
        .filter(|id| !id.is_empty())
        .and_then(ahead::Section::of)?;
    let drawn = StoredValue::new_local(drawn);
    let is_as_drawn = is_as_drawn();
    let gradual = use_context::<Gradual>();
    let place = Found::new();
    effect(move || {
        // Where it was drawn it is still seen while the page is being built.
        let is_page_whole = gradual.is_none_or(Gradual::is_whole);
        let Some(element) = place.get().filter(|_| is_page_whole) else {
            return;
        };
        match is_as_drawn.get() {
            true => drawn.with_value(|drawn| drawn.move_into(&element)),
            false => element.set_text_content(None),
        }
    });
    let section = el("section").class(ahead::CLASS).id(id);
    Some(section.found_by(place))
}

/// A small part within a view, such as its tools or a list below its picture, that is asked for when its place is about to be seen.
pub fn within_when_near(class: &'static str, fetch: impl Fn(Owner) -> Coming + 'static) -> AnyView {
    let fetch: Fetch = Box::new(fetch);
    let (tag, id) = ("div", "");
    near(Room { tag, class, id }, fetch)
}

/// Builds a part below the owner that it was asked for by.
pub fn built(owner: &Owner, build: impl FnOnce() -> AnyView) -> Result<AnyView, NotHere> {
    Ok(owner.with(|| untrack(build)))
}
