//! Any chart as a table, sorted by any column.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::scene::{Cell, Emphasis, Mark, Scene};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::Citations;

/// By which column, and which way. `None` is the chart's own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sorting {
    column: usize,
    is_descending: bool,
}

/// The marks of a scene as rows, each with its paragraphs.
#[component]
pub fn DataTable(kind: ChartKind, scene: Memo<Arc<Scene>>) -> impl IntoView {
    let locale = Locale::expect();
    let sorting = RwSignal::new(None::<Sorting>);
    let rows = move || sorted(&scene.get(), sorting.get());
    view! {
        <div class="table-region" role="region" tabindex="0" aria-label=move || scene.with(|s| s.title.clone())>
            <table id=format!("{}-table", kind.slug())>
                <caption>{move || scene.with(|s| s.title.clone())}</caption>
                <thead>
                    <tr>
                        {move || scene.with(|s| s.columns.iter().cloned().enumerate().map(|(column, name)| {
                            heading(column, name, sorting)
                        }).collect_view())}
                        <th scope="col">{move || locale.strings().view.source_column}</th>
                    </tr>
                </thead>
                <tbody>{move || rows().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn heading(column: usize, name: String, sorting: RwSignal<Option<Sorting>>) -> impl IntoView {
    let state = move || match sorting.get() {
        Some(s) if s.column == column && s.is_descending => "descending",
        Some(s) if s.column == column => "ascending",
        _ => "none",
    };
    let turn = move |_| {
        sorting.update(|s| {
            *s = match *s {
                Some(now) if now.column == column && now.is_descending => None,
                Some(now) if now.column == column => Some(Sorting {
                    column,
                    is_descending: true,
                }),
                _ => Some(Sorting {
                    column,
                    is_descending: false,
                }),
            }
        });
    };
    view! {
        <th scope="col" aria-sort=state><button type="button" on:click=turn>{name}</button></th>
    }
}

fn row(mark: Mark) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let is_selected = mark.emphasis == Emphasis::Selected;
    let is_outside = mark.emphasis == Emphasis::Background;
    let mut cells = mark.cells.into_iter().map(|c| c.text);
    let first = cells.next().unwrap_or_default();
    let head = match mark.clause {
        Some(clause) => view! {
            <button type="button" class="row-select" aria-pressed=is_selected.to_string()
                on:click=move |_| explorer.toggle(clause)>{first}</button>
        }
        .into_any(),
        None => view! { {first} }.into_any(),
    };
    view! {
        <tr class:selected=is_selected class:outside=is_outside>
            <th scope="row">{head}</th>
            {cells.map(|text| view! { <td>{text}</td> }).collect_view()}
            <td class="source-cell"><Citations source=mark.card.source /></td>
        </tr>
    }
}

fn sorted(scene: &Scene, sorting: Option<Sorting>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = scene
        .marks
        .iter()
        .filter(|m| !m.cells.is_empty())
        .cloned()
        .collect();
    if let Some(Sorting {
        column,
        is_descending,
    }) = sorting
    {
        marks.sort_by(|a, b| {
            let order = compare(a.cells.get(column), b.cells.get(column));
            if is_descending {
                order.reverse()
            } else {
                order
            }
        });
    }
    marks
}

fn compare(a: Option<&Cell>, b: Option<&Cell>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => match (a.order, b.order) {
            (Some(x), Some(y)) => x.total_cmp(&y),
            _ => a.text.cmp(&b.text),
        },
        _ => Ordering::Equal,
    }
}
