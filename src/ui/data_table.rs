//! Any chart as a table, sorted by any column.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kind::ChartKind;
use crate::chart::scene::{Cell, Emphasis, Mark, Scene};
use crate::chart::view_table::{ViewTable, view_table};
use crate::format::name_order::{self, learn_pinyin};
use crate::format::number::number;
use crate::format::text::aside;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::order::sort_by;
use crate::share::query::arrangement;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::card::PARAGRAPHS_MOST;
use crate::ui::citations::first_citations;
use crate::ui::copying::{Copying, Statement, quote_button};
use crate::ui::element::{El, all, el, nothing};
use crate::ui::not_stated::{is_stated, not_stated};
use crate::ui::references::Citable;
use crate::ui::rows::{Choice, row_select, rows};
use crate::ui::run::{memo, next_frame};
use crate::ui::say::{Sentence, changing, say, tell};

/// How many rows stand there at first, and how many more each time a reader asks: the browser has all of these to lay out.
const ROWS_STEP: usize = 200;

/// By which column, and which way. `None` is the chart's own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sorting {
    column: usize,
    is_descending: bool,
}

/// The marks of a scene as rows, each with its paragraphs; while two selections are compared, with where each row stands in them.
pub fn data_table(kind: ChartKind, scene: Memo<Arc<Scene>>) -> AnyView {
    let table = table(kind, scene);
    let quoting = Quoting {
        kind,
        scene,
        copying: Copying::new(format!("{}-quoted", kind.slug())),
    };
    provide_context(quoting);
    let is_empty = memo(move || table.with(|t| t.rows.is_empty()));
    let title = tell(move || scene.with(|s| s.title.clone()));
    let view = changing(move || match is_empty.get() {
        true => untrack(|| el("p").class("empty").text(title.clone()).view()),
        false => untrack(|| region(kind.slug(), title.clone(), table)),
    });
    all([view.into_any(), quoting.copying.view()])
}

/// How the rows of a view's table are quoted.
#[derive(Clone, Copy)]
struct Quoting {
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
    copying: Copying,
}

impl Quoting {
    /// The button that copies a row's number with its source; none where the row has no number.
    fn button(self, mark: &Mark) -> Option<AnyView> {
        let Self {
            kind,
            scene,
            copying,
        } = self;
        let card = &mark.card;
        let statement = Statement {
            value: card.value.clone(),
            what: card.title.clone(),
            source: card.source.clone(),
        };
        (!card.value.is_empty())
            .then(|| quote_button(statement, Citable::View(kind, scene), copying))
    }
}

fn table(kind: ChartKind, scene: Memo<Arc<Scene>>) -> Memo<Arc<ViewTable>> {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let compared = explorer.watch(|s| s.compared.clone());
    let has_context = explorer.watch(|s| s.has_context);
    let arranged = explorer.watch(move |s| arrangement(s, kind));
    memo(move || {
        let (lang, scene) = (locale.lang.get(), scene.get());
        let (has_context, arranged) = (has_context.get(), arranged.get());
        explorer.with_input(lang, scene.width, has_context, arranged, |input| {
            Arc::new(view_table(kind, &scene, input, compared.get().as_ref()))
        })
    })
}

/// The rows in their region, with the sentences about them above. `name` begins the table's id.
pub fn region(name: &'static str, title: Sentence, table: Memo<Arc<ViewTable>>) -> AnyView {
    // A table may be asked for before the tables that come later are.
    learn_pinyin();
    let sorting = RwSignal::new(None::<Sorting>);
    let locale = Locale::expect();
    let notes = changing(move || {
        let notes = table.with(|t| t.notes.clone()).into_iter();
        all(notes.map(|note| el("p").class("quiet").text(note).view()))
    });
    let most = RwSignal::new(ROWS_STEP);
    let count = memo(move || table.with(|t| t.rows.len()));
    let rows = rows(
        move || {
            let mut marks = sorted(&table.get(), sorting.get(), locale.lang.get());
            marks.truncate(most.get());
            marks
        },
        row,
    );
    let drawn = el("table")
        .id(format!("{name}-table"))
        .child(el("caption").text(title.clone()))
        .child(el("thead").child(headings(table, sorting)))
        .child(el("tbody").child(rows));
    let region_id = format!("{name}-rows");
    let more = more_rows(count, most, region_id.clone());
    let region = el("div")
        .class("table-region")
        .id(region_id)
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", as_table(title, locale))
        .child(drawn);
    all([
        el("div").class("table-notes").child(notes).view(),
        region.view(),
        more,
    ])
}

/// The way to the rows that do not stand there yet, with how many do; nothing where all do. The button stays while it is used.
fn more_rows(count: Memo<usize>, most: RwSignal<usize>, region_id: String) -> AnyView {
    let locale = Locale::expect();
    let has_more = memo(move || count.get() > most.get());
    let region_id = StoredValue::new(region_id);
    let words = tell(move || {
        let lang = locale.lang.get();
        let (all, shown) = (count.get(), most.get().min(count.get()));
        let next = ROWS_STEP.min(all - shown);
        let number = |n: usize| number(n as f64, lang);
        let values = [
            ("n", &*number(next)),
            ("shown", &number(shown)),
            ("all", &number(all)),
        ];
        fill(lang.strings().view.more_rows, &values)
    });
    let show = move || {
        most.update(|n| *n += ROWS_STEP);
        if !has_more.get_untracked() {
            // The button has gone, and the keyboard would go with it.
            next_frame(move || region_id.with_value(|id| device::focus_id(id)));
        }
    };
    changing(move || match has_more.get() {
        false => nothing(),
        true => el("p")
            .child(
                el("button")
                    .attr("type", "button")
                    .class("button more-rows")
                    .on("click", move |_| show())
                    .text(words.clone()),
            )
            .view(),
    })
    .into_any()
}

/// What a table is called, beside the view whose name is the same: a reader by landmarks hears which is which.
fn as_table(title: Sentence, locale: Locale) -> Sentence {
    tell(move || {
        let lang = locale.lang.get();
        let title = title.lock().map_or_else(|_| String::new(), |mut say| say());
        aside(&title, lang.strings().view.table, lang)
    })
}

fn headings(table: Memo<Arc<ViewTable>>, sorting: RwSignal<Option<Sorting>>) -> El {
    let explorer = expect_context::<Explorer>();
    let columns = changing(move || {
        let names = table.with(|t| t.columns.clone()).into_iter().enumerate();
        all(names.map(|(column, name)| {
            // The columns of bodies are named by the package.
            let is_data = explorer.with_data(|data| {
                let mut titles = data.bodies.rows().iter().map(|body| &body.title);
                titles.any(|title| title.en == name || title.zh == name)
            });
            let cell = Cell {
                is_data,
                ..Cell::text(name)
            };
            heading(column, cell, sorting)
        }))
    });
    let source = el("th").attr("scope", "col");
    el("tr")
        .child(columns)
        .child(source.text(say(|s| s.view.source_column)))
}

fn heading(column: usize, name: Cell, sorting: RwSignal<Option<Sorting>>) -> AnyView {
    let state = tell(move || match sorting.get() {
        Some(s) if s.column == column && s.is_descending => "descending",
        Some(s) if s.column == column => "ascending",
        _ => "none",
    });
    let button = el("button").attr("type", "button").on("click", move |_| {
        sorting.update(|s| *s = turned(*s, column))
    });
    el("th")
        .attr("scope", "col")
        .attr("aria-sort", state)
        .child(said(button, name))
        .view()
}

/// What a click on a column makes of the order: up, then down, then the chart's own.
fn turned(sorting: Option<Sorting>, column: usize) -> Option<Sorting> {
    let is_descending = match sorting {
        Some(now) if now.column == column && now.is_descending => return None,
        Some(now) => now.column == column,
        None => false,
    };
    Some(Sorting {
        column,
        is_descending,
    })
}

fn row(mark: Mark, choice: Choice) -> AnyView {
    let select = mark.clause.map(|_| row_select(&mark, choice));
    let quote = use_context::<Quoting>()
        .and_then(|quoting| quoting.button(&mark))
        .unwrap_or_else(nothing);
    let mut cells = mark.cells.into_iter();
    let first = cells.next().unwrap_or_default();
    let head = match select {
        Some(button) => said(button, first).view(),
        None => said(el("span"), first).view(),
    };
    let cells: Vec<AnyView> = cells
        .map(|cell| match is_stated(&cell.text) {
            true => said(el("td"), cell).view(),
            false => el("td").child(not_stated()).view(),
        })
        .collect();
    let source = el("td").class("source-cell");
    row_frame(mark.emphasis)
        .child(el("th").attr("scope", "row").child(head))
        .child(cells)
        .child(
            source
                .child(first_citations(mark.card.source, PARAGRAPHS_MOST, None))
                .child(quote),
        )
        .view()
}

/// What a cell says, in its element.
fn said(element: El, cell: Cell) -> El {
    match cell.is_data {
        true => element.of_data(cell.text),
        false => element.text(cell.text),
    }
}

fn row_frame(emphasis: Emphasis) -> El {
    match emphasis {
        Emphasis::Selected => el("tr").class("selected"),
        Emphasis::Background => el("tr").class("outside"),
        Emphasis::Idle => el("tr"),
    }
}

fn sorted(table: &ViewTable, sorting: Option<Sorting>, lang: Lang) -> Vec<Mark> {
    let mut marks = table.rows.clone();
    if let Some(Sorting {
        column,
        is_descending,
    }) = sorting
    {
        sort_by(&mut marks, |a, b| {
            let order = compare(a.cells.get(column), b.cells.get(column), lang);
            if is_descending {
                order.reverse()
            } else {
                order
            }
        });
    }
    marks
}

fn compare(a: Option<&Cell>, b: Option<&Cell>, lang: Lang) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => match (a.order, b.order) {
            (Some(x), Some(y)) => x.total_cmp(&y),
            _ => name_order::compare(&a.text, &b.text, lang),
        },
        _ => Ordering::Equal,
    }
}
