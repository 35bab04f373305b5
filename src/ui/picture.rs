//! A chart's picture with its hit layer: buttons over the painted marks, one tab stop in all.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kind::ChartKind;
use crate::chart::scene::{Emphasis, Mark, Scene};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::paint::svg;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::card::{MarkCard, spoken_name};
use crate::ui::say::tell;

/// Which mark the card is open for, and where it stands as shares of the picture.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    id: String,
    left: f64,
    top: f64,
}

/// Finds the mark at a place that no hit area covers: the id of the row, for a point in pixels.
pub type Locate = fn(Explorer, Point, &Scene) -> Option<String>;

/// The painted picture, hidden from assistive technology, and over it a button for each mark.
#[component]
pub fn Picture(
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
    #[prop(optional)] locate: Option<Locate>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let open = RwSignal::new(None::<Open>);
    let active = RwSignal::new(0_usize);
    let drawing = Memo::new(move |_| svg::picture(&scene.get()));
    let frame = NodeRef::<leptos::html::Div>::new();
    let card = move || {
        let open = open.get()?;
        let mark = scene.with(|s| s.marks.iter().find(|m| m.id == open.id).cloned())?;
        Some(view! { <MarkCard mark left=open.left top=open.top /> })
    };
    let find = move |event: &PointerEvent| {
        let (locate, frame) = (locate?, frame.get_untracked()?);
        let (x, y) = device::share_within(&frame, event.client_x(), event.client_y());
        let scene = scene.get_untracked();
        let id = locate(
            explorer,
            Point::new(x * scene.width, y * scene.height),
            &scene,
        )?;
        Some(Open {
            id,
            left: x,
            top: y,
        })
    };
    let select_under = move |event: PointerEvent| {
        let Some(found) = find(&event) else { return };
        let is_open = open.with_untracked(|o| o.as_ref().is_some_and(|o| o.id == found.id));
        // A finger sees the card first and selects with its second tap.
        if event.pointer_type() == "touch" && !is_open {
            open.set(Some(found));
        } else {
            toggle(explorer, &scene.get_untracked(), &found.id);
        }
    };
    view! {
        <div class="picture" node_ref=frame
            style:aspect-ratio=move || scene.with(|s| format!("{:.0} / {:.0}", s.width.max(1.0), s.height.max(1.0)))
            on:pointerleave=move |_| open.set(None)
            on:keydown=move |event: KeyboardEvent| if event.key() == "Escape" && open.get_untracked().is_some() {
                event.stop_propagation();
                open.set(None);
            }>
            <div class="drawing" inner_html=move || drawing.get()
                on:pointermove=move |event| if let Some(found) = find(&event) { open.set(Some(found)) }
                on:pointerup=select_under></div>
            <ul class="hits" aria-label=tell(move || scene.with(|s| s.title.clone()))>
                <For
                    each=move || hit_marks(&scene.get())
                    key=|item| (item.index, item.mark.id.clone(), item.hit_key(), item.mark.emphasis, item.mark.card.title.clone())
                    children=move |item| hit(item, kind, scene, open, active, explorer)
                />
            </ul>
            {card}
        </div>
    }
}

/// A mark that can be hit, with its place among those.
#[derive(Clone)]
struct Item {
    index: usize,
    mark: Mark,
    first: Rect,
}

impl Item {
    /// Distinguishes places to a tenth of a pixel.
    fn hit_key(&self) -> [i64; 4] {
        [
            self.first.x,
            self.first.y,
            self.first.width,
            self.first.height,
        ]
        .map(|v| (v * 10.0) as i64)
    }
}

fn hit_marks(scene: &Scene) -> Vec<Item> {
    scene
        .marks
        .iter()
        .filter_map(|mark| mark.hits.first().map(|&first| (mark.clone(), first)))
        .enumerate()
        .map(|(index, (mark, first))| Item { index, mark, first })
        .collect()
}

fn hit(
    item: Item,
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
    open: RwSignal<Option<Open>>,
    active: RwSignal<usize>,
    explorer: Explorer,
) -> impl IntoView {
    let locale = Locale::expect();
    let Item { index, mark, .. } = item;
    let id = element_id(kind, &mark.id);
    let name = {
        let mark = mark.clone();
        move || spoken_name(&mark, locale)
    };
    let pressed = mark
        .clause
        .map(|_| (mark.emphasis == Emphasis::Selected).to_string());
    let opened = Open {
        id: mark.id.clone(),
        ..place(&mark, &scene.get_untracked())
    };
    let touched = RwSignal::new(false);
    let show = {
        let opened = opened.clone();
        move || open.set(Some(opened.clone()))
    };
    let select = {
        let show = show.clone();
        let row = mark.id.clone();
        move || {
            let is_open = open.with_untracked(|o| o.as_ref().is_some_and(|o| o.id == row));
            if touched.get_untracked() && !is_open {
                show();
            } else {
                toggle(explorer, &scene.get_untracked(), &row);
            }
            touched.set(false);
        }
    };
    let more: Vec<Rect> = mark.hits.iter().skip(1).copied().collect();
    let (show_on_focus, show_again) = (show.clone(), show.clone());
    let (width, height) = scene.with_untracked(|s| (s.width.max(1.0), s.height.max(1.0)));
    let css = move |rect: Rect| {
        [
            rect.x / width,
            rect.y / height,
            rect.width / width,
            rect.height / height,
        ]
        .map(|share| format!("{:.3}%", share * 100.0))
    };
    let [left, top, wide, high] = css(mark.hits.first().copied().unwrap_or_default());
    let doubles = more
        .into_iter()
        .map(|rect| {
            let [left, top, wide, high] = css(rect);
            let (select, show) = (select.clone(), show_again.clone());
            view! {
                <div class="hit" aria-hidden="true" style:left=left style:top=top style:width=wide style:height=high
                    on:pointerenter=move |_| show() on:click=move |_| select()></div>
            }
        })
        .collect_view();
    view! {
        <li>
            <button type="button" class="hit" id=id aria-label=tell(name) aria-pressed=pressed
                tabindex=move || if active.get() == index { "0" } else { "-1" }
                style:left=left style:top=top style:width=wide style:height=high
                on:pointerdown=move |event: PointerEvent| touched.set(event.pointer_type() == "touch")
                on:pointerenter=move |event: PointerEvent| if event.pointer_type() != "touch" { show() }
                on:focus=move |_| { active.set(index); if !touched.get_untracked() { show_on_focus() } }
                on:blur=move |_| open.set(None)
                on:click=move |_| select()
                on:keydown=move |event: KeyboardEvent| step(&event, kind, &scene.get_untracked(), index)
            ></button>
            {doubles}
        </li>
    }
}

/// The arrows move from mark to mark, Home and End to the first and the last.
fn step(event: &KeyboardEvent, kind: ChartKind, scene: &Scene, index: usize) {
    let marks = hit_marks(scene);
    let last = marks.len().saturating_sub(1);
    let target = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (index + 1).min(last),
        "ArrowLeft" | "ArrowUp" => index.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(item) = marks.get(target) {
        device::focus_id(&element_id(kind, &item.mark.id));
    }
}

fn toggle(explorer: Explorer, scene: &Scene, id: &str) {
    let clause = scene
        .marks
        .iter()
        .find(|m| m.id == id)
        .and_then(|m| m.clause);
    if let Some(clause) = clause {
        explorer.toggle(clause);
    }
}

/// The id of a mark's button.
pub fn element_id(kind: ChartKind, row: &str) -> String {
    format!("{}-{row}", kind.slug())
}

/// The card stands at the lower middle of its mark.
fn place(mark: &Mark, scene: &Scene) -> Open {
    let rect = mark.hits.first().copied().unwrap_or_default();
    Open {
        id: String::new(),
        left: (rect.x + (rect.width / 2.0).min(80.0)) / scene.width.max(1.0),
        top: rect.bottom() / scene.height.max(1.0),
    }
}
