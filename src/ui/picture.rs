//! A chart's picture with its hit layer: buttons over the painted marks, one tab stop in all.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, KeyboardEvent, PointerEvent};

use crate::browser::{device, drawing};
use crate::chart::kind::ChartKind;
use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::paint::svg;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::ahead::IS_DRAWN_AHEAD;
use crate::ui::card::{mark_card, spoken_name};
use crate::ui::chart_frame::title_id;
use crate::ui::element::{El, Found, all, el, nothing};
use crate::ui::keys::{Step, step_of};
use crate::ui::run::{effect, memo, next_frame};
use crate::ui::say::{changing, flag, tell};

/// Which mark the card is open for, and where it stands as shares of the picture.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    id: String,
    left: f64,
    top: f64,
}

/// Finds the mark at a place that no hit area covers: the id of the row, for a point in pixels.
pub type Locate = fn(Explorer, Point, &Scene) -> Option<String>;

/// What the parts of one picture share.
#[derive(Clone, Copy)]
struct Shared {
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
    open: RwSignal<Option<Open>>,
    /// The mark that the Tab key comes to.
    active: RwSignal<usize>,
    explorer: Explorer,
    locale: Locale,
}

/// The painted picture, hidden from assistive technology, and over it a button for each mark.
pub fn picture(kind: ChartKind, scene: Memo<Arc<Scene>>, locate: Option<Locate>) -> AnyView {
    let shared = Shared {
        kind,
        scene,
        open: RwSignal::new(None),
        active: RwSignal::new(0),
        explorer: expect_context(),
        locale: Locale::expect(),
    };
    let open = shared.open;
    let ratio =
        tell(move || scene.with(|s| format!("{:.0} / {:.0}", s.width.max(1.0), s.height.max(1.0))));
    let frame = Found::new();
    el("div")
        .class("picture")
        .attr("role", "graphics-document")
        .attr("aria-labelledby", title_id(kind))
        // So that a finger beside the picture takes the keyboard, and with it the card, away.
        .attr("tabindex", "-1")
        .found_by(frame)
        .style("aspect-ratio", ratio)
        // A finger leaves whenever it is lifted, and the card is what it came for.
        .on("pointerleave", move |event| {
            if !is_touch(&event) {
                open.set(None);
            }
        })
        // The keyboard may go on from a mark into its card, whose paragraphs are links.
        .on("focusout", move |event| {
            if !stays_within(&event, frame) {
                open.set(None);
            }
        })
        .on("keydown", move |event| {
            if is_key(&event, "Escape") && open.with_untracked(Option::is_some) {
                event.stop_propagation();
                shared.leave_card();
            }
        })
        .child(painted(shared, frame, locate))
        .child((!IS_DRAWN_AHEAD).then(|| hits(shared)))
        .child(changing(move || card(shared)))
        .view()
}

fn painted(shared: Shared, frame: Found, locate: Option<Locate>) -> El {
    let scene = shared.scene;
    let find = move |event: &PointerEvent| {
        let (locate, frame) = (locate?, frame.get_untracked()?);
        let (x, y) = device::share_within(&frame, event.client_x(), event.client_y());
        let scene = scene.get_untracked();
        let at = Point::new(x * scene.width, y * scene.height);
        let id = locate(shared.explorer, at, &scene)?;
        Some(Open {
            id,
            left: x,
            top: y,
        })
    };
    let place = Found::new();
    let markup = follow(scene, place);
    el("div")
        .class("drawing")
        .found_by(place)
        .markup(tell(move || markup.clone()))
        .on("pointermove", move |event| {
            if let Some(found) = pointer(&event).and_then(find) {
                shared.open.set(Some(found));
            }
        })
        .on("pointerup", move |event| {
            let Some(event) = pointer(&event) else { return };
            let Some(found) = find(event) else {
                shared.open.set(None);
                return;
            };
            // A finger sees the card first and selects with its second tap.
            if event.pointer_type() == "touch" && !shared.is_open(&found.id) {
                shared.open.set(Some(found));
            } else {
                shared.toggle(&found.id);
            }
        })
}

/// Keeps the picture in a place as its scene is, drawing anew only what differs. Gives the picture to begin with.
fn follow(scene: Memo<Arc<Scene>>, place: Found) -> String {
    let first = scene.get_untracked();
    let markup = svg::picture(&first);
    let drawn = StoredValue::new_local((first, markup.clone()));
    effect(move || {
        let (now, Some(place)) = (scene.get(), place.get()) else {
            return;
        };
        drawn.update_value(|(before, old)| {
            if Arc::ptr_eq(before, &now) {
                return;
            }
            let new = svg::picture(&now);
            if *old != new && !is_patched(&place, old, &new) {
                place.set_inner_html(&new);
            }
            (*before, *old) = (now, new);
        });
    });
    markup
}

fn is_patched(place: &web_sys::HtmlElement, before: &str, now: &str) -> bool {
    let head = |picture: &str| picture.split_once('>').map(|(head, _)| head.to_owned());
    let (Some(old), Some(new)) = (svg::elements(before), svg::elements(now)) else {
        return false;
    };
    head(before) == head(now) && drawing::patch(place, &old, &new)
}

fn card(shared: Shared) -> AnyView {
    let Some(open) = shared.open.get() else {
        return nothing();
    };
    let mark = shared.mark(&open.id, Mark::clone);
    mark.map_or_else(nothing, |mark| mark_card(mark, open.left, open.top))
}

/// The marks group by group, so that a picture can be walked as a tree: picture, group, mark, paragraphs.
fn hits(shared: Shared) -> El {
    let Shared { scene, .. } = shared;
    // The buttons stay while their places do: a filter that moves nothing leaves the keyboard where it is.
    let groups = memo(move || scene.with(|s| groups(s)));
    el("div").class("hits").child(changing(move || {
        let groups = groups.get();
        keep_keyboard(shared.kind);
        untrack(|| all(groups.into_iter().map(|group| group_of(group, shared))))
    }))
}

fn group_of(group: Group, shared: Shared) -> AnyView {
    let buttons = group.spots.into_iter().enumerate();
    // Time is an order; what else is listed could as well stand otherwise.
    let is_in_time = shared.kind == ChartKind::Timeline;
    let list = el(if is_in_time { "ol" } else { "ul" }).child(all(
        buttons.map(|(index, spot)| hit(group.first + index, spot, shared))
    ));
    match group.name {
        name if name.is_empty() => list.view(),
        name => el("div")
            .attr("role", "graphics-object")
            .attr("aria-label", name)
            .child(list)
            .view(),
    }
}

/// Buttons that are placed anew, as for another width, are other elements: the keyboard goes on to the new one of the same mark.
fn keep_keyboard(kind: ChartKind) {
    let held = device::focused()
        .filter(|e| e.class_name() == "hit")
        .map(|e| e.id());
    let prefix = element_id(kind, "");
    if let Some(id) = held.filter(|id| id.starts_with(&prefix)) {
        next_frame(move || {
            device::focus_id(&id);
            // Its mark went with a filter, as by the browser's way back: the count says what is left. A view by itself has none.
            if device::focused().is_none_or(|e| e.id() != id) {
                device::focus_first(&format!("#count, #{} .hit[tabindex='0']", kind.slug()));
            }
        });
    }
}

/// Where a mark can be hit.
#[derive(Clone, Debug, PartialEq)]
struct Spot {
    id: String,
    hits: Vec<Rect>,
    selects: bool,
}

/// Marks that belong together, of those that can be hit.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    /// Empty where all marks make one group.
    name: String,
    /// How many marks stand in the groups before.
    first: usize,
    spots: Vec<Spot>,
}

fn groups(scene: &Scene) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut first = 0;
    let mut named = scene.groups.iter().peekable();
    for (place, mark) in scene.marks.iter().enumerate() {
        let mut name = None;
        while let Some(group) = named.next_if(|group| group.first <= place) {
            name = Some(group.name.clone());
        }
        if name.is_some() || groups.is_empty() {
            let (name, spots) = (name.unwrap_or_default(), Vec::new());
            groups.push(Group { name, first, spots });
        }
        if let Some(group) = groups.last_mut().filter(|_| !mark.hits.is_empty()) {
            first += 1;
            group.spots.push(Spot {
                id: mark.id.clone(),
                hits: mark.hits.clone(),
                selects: mark.clause.is_some(),
            });
        }
    }
    groups.retain(|group| !group.spots.is_empty());
    groups
}

fn hit(index: usize, spot: Spot, shared: Shared) -> AnyView {
    let first = spot.hits.first().copied().unwrap_or_default();
    let id = StoredValue::new(spot.id.clone());
    let place = StoredValue::new(shared.place(&spot.id, first));
    let touched = RwSignal::new(false);
    let show = move || shared.open.set(Some(place.get_value()));
    let select = move || {
        let id = id.get_value();
        if touched.get_untracked() && !shared.is_open(&id) {
            show();
        } else {
            shared.toggle(&id);
        }
        touched.set(false);
    };
    // Its own signal: a filter that changes nothing about the mark touches none of its attributes.
    let look = memo(move || {
        let said = |mark: &Mark| (spoken_name(mark, shared.locale), mark.emphasis);
        id.with_value(|id| shared.mark(id, said))
    });
    let name = move || look.with(|look| look.as_ref().map(|(name, _)| name.clone()));
    let tab_stop = move || {
        if shared.active.get() == index {
            "0"
        } else {
            "-1"
        }
    };
    let is_selected = move || look.with(|look| matches!(look, Some((_, Emphasis::Selected))));
    let mut button = shared
        .placed("button", first)
        .attr("type", "button")
        .id(element_id(shared.kind, &spot.id))
        .attr("aria-label", tell(move || name().unwrap_or_default()))
        .attr("tabindex", tell(tab_stop))
        .on("pointerdown", move |event| touched.set(is_touch(&event)))
        .on("pointerenter", move |event| {
            if !is_touch(&event) {
                show();
            }
        })
        .on("focus", move |_| {
            shared.active.set(index);
            if !touched.get_untracked() {
                show();
            }
        })
        .on("click", move |_| select())
        .on("keydown", move |event| step(&event, shared, index));
    if spot.selects {
        button = button.attr("aria-pressed", flag(is_selected));
        if shared.kind == ChartKind::Timeline {
            button = button.attr("aria-current", flag(is_selected));
        }
    }
    // The same thing drawn again: for the pointer only.
    let doubles = spot.hits.iter().skip(1).map(|&rect| {
        shared
            .placed("div", rect)
            .attr("aria-hidden", "true")
            .on("pointerenter", move |_| show())
            .on("click", move |_| select())
            .view()
    });
    el("li")
        .child(button)
        .child(doubles.collect::<Vec<_>>())
        .view()
}

impl Shared {
    /// An element over a box of the picture.
    fn placed(self, tag: &'static str, rect: Rect) -> El {
        let (width, height) = self
            .scene
            .with_untracked(|s| (s.width.max(1.0), s.height.max(1.0)));
        let percent = |share: f64| format!("{:.3}%", share * 100.0);
        el(tag)
            .class("hit")
            .style("left", percent(rect.x / width))
            .style("top", percent(rect.y / height))
            .style("width", percent(rect.width / width))
            .style("height", percent(rect.height / height))
    }

    /// The card stands at the lower middle of its mark.
    fn place(self, id: &str, hit: Rect) -> Open {
        self.scene.with_untracked(|s| Open {
            id: id.to_owned(),
            left: (hit.x + (hit.width / 2.0).min(80.0)) / s.width.max(1.0),
            top: hit.bottom() / s.height.max(1.0),
        })
    }

    /// Reads the mark of a row as it is now.
    fn mark<T>(self, id: &str, read: impl FnOnce(&Mark) -> T) -> Option<T> {
        self.scene
            .with(|s| s.marks.iter().find(|m| m.id == id).map(read))
    }

    /// Lets go of a chosen mark; otherwise Escape is left to the card.
    fn let_go(self, event: &Event, index: usize) {
        let groups = self.scene.with_untracked(|s| groups(s));
        let Some(id) = id_at(&groups, index) else {
            return;
        };
        let emphasis = untrack(|| self.mark(id, |m| m.emphasis));
        if emphasis == Some(Emphasis::Selected) {
            event.stop_propagation();
            self.open.set(None);
            self.toggle(id);
        }
    }

    /// Closes the card; a keyboard that is in it goes back to the card's mark.
    fn leave_card(self) {
        let card = self.open.get_untracked();
        let was_inside =
            device::focused().is_some_and(|e| e.closest(".card").is_ok_and(|c| c.is_some()));
        if let Some(card) = card.filter(|_| was_inside) {
            device::focus_id(&element_id(self.kind, &card.id));
        }
        self.open.set(None);
    }

    fn is_open(self, id: &str) -> bool {
        self.open
            .with_untracked(|open| open.as_ref().is_some_and(|o| o.id == id))
    }

    fn toggle(self, id: &str) {
        let clause = self
            .scene
            .with_untracked(|s| s.marks.iter().find(|m| m.id == id).and_then(|m| m.clause));
        if let Some(clause) = clause {
            self.explorer.toggle(clause);
        }
    }
}

/// The id of a mark by its place among all that can be hit.
fn id_at(groups: &[Group], index: usize) -> Option<&str> {
    let group = groups.iter().rfind(|group| group.first <= index)?;
    let spot = group.spots.get(index - group.first)?;
    Some(&spot.id)
}

/// Does what the key stands for in [`crate::ui::keys::MARK_KEYS`].
fn step(event: &Event, shared: Shared, index: usize) {
    let Some(step) = event.dyn_ref::<KeyboardEvent>().and_then(step_of) else {
        return;
    };
    let groups = shared.scene.with_untracked(|s| groups(s));
    let last = groups
        .last()
        .map_or(0, |group| group.first + group.spots.len() - 1);
    let mut starts = groups.iter().map(|group| group.first);
    let target = match step {
        Step::Next => (index + 1).min(last),
        Step::Previous => index.saturating_sub(1),
        Step::First => 0,
        Step::Last => last,
        Step::NextGroup => match starts.find(|&first| first > index) {
            Some(first) => first,
            None => return,
        },
        Step::PreviousGroup => match starts.rfind(|&first| first < index) {
            Some(first) => first,
            None => return,
        },
        Step::LetGo => return shared.let_go(event, index),
        // The browser does these by itself.
        Step::Choose | Step::IntoCard => return,
    };
    event.prevent_default();
    if let Some(id) = id_at(&groups, target) {
        device::focus_id(&element_id(shared.kind, id));
    }
}

/// True while the keyboard moves between the parts of one picture.
fn stays_within(event: &Event, frame: Found) -> bool {
    let (event, frame) = (event.dyn_ref::<FocusEvent>(), frame.get_untracked());
    matches!((event, frame), (Some(event), Some(frame)) if device::goes_within(event, &frame))
}

fn pointer(event: &Event) -> Option<&PointerEvent> {
    event.dyn_ref()
}

fn is_touch(event: &Event) -> bool {
    pointer(event).is_some_and(|e| e.pointer_type() == "touch")
}

/// True when the event is this key.
pub fn is_key(event: &Event, key: &str) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|e| e.key() == key)
}

/// The id of a mark's button.
pub fn element_id(kind: ChartKind, row: &str) -> String {
    format!("{}-{row}", kind.slug())
}
