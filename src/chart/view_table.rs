//! A view as a table: the rows of its picture, with the columns that a picture has no use for.
//!
//! While two selections are compared, each row says where it stands in either; rows that the present selection leaves out stand there
//! too, so that nothing of the kept one is lost.

use crate::chart::compare::{signed, undivided, which};
use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::scene::{Cell, Emphasis, Mark, Scene};
use crate::chart::timeline::bars::LEFT_COLUMN;
use crate::filter::compare::InWhich;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::filter::selection::Selection;
use crate::format::date;
use crate::format::number::number;
use crate::format::text::aside;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::event_ties::on_same_days;
use crate::model::order::sort_unique;
use std::collections::HashMap;

/// Rows and columns, with what has to be said of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewTable {
    /// The headings, one for each cell of a row.
    pub columns: Vec<String>,
    /// The rows, each as a mark with as many cells.
    pub rows: Vec<Mark>,
    /// Sentences about the columns; often none.
    pub notes: Vec<String>,
}

/// The table of a view whose picture is `scene`, beside that of another selection where there is one to compare with.
pub fn view_table(
    kind: ChartKind,
    scene: &Scene,
    input: &Input,
    compared: Option<&Selection>,
) -> ViewTable {
    let mut table = ViewTable {
        columns: scene.columns.clone(),
        rows: rows(scene),
        notes: Vec::new(),
    };
    if let Some(selection) = compared {
        let mut engine = input.engine.clone();
        engine.select(selection);
        let kept = Input {
            engine: &engine,
            ..*input
        };
        let counted = counted(kind, scene);
        put_beside(kind, counted, &mut table, &kept, input);
    }
    if kind == ChartKind::Timeline && !scene.is_aggregated {
        add_same_days(&mut table, input);
    }
    table
}

fn rows(scene: &Scene) -> Vec<Mark> {
    let marks = scene.marks.iter();
    marks.filter(|m| !m.cells.is_empty()).cloned().collect()
}

/// What each event had days in common with.
fn add_same_days(table: &mut ViewTable, input: &Input) {
    let words = &input.lang.later().dossier;
    // Before the columns of a comparison, which say something of all that stands before them.
    let column = table.columns.len().min(SAME_DAYS_COLUMN);
    table.columns.insert(column, words.same_days.to_owned());
    table.notes.push(words.same_days_note.to_owned());
    for row in &mut table.rows {
        let key = input.data.events.find(&row.id);
        let shared = key.map_or(Vec::new(), |key| on_same_days(input.data, key));
        let names = shared.into_iter().filter_map(|(other, first, last)| {
            let event = input.data.events.get(other)?;
            let name = short_name(input.data, event, input.lang);
            Some(aside(
                &name,
                &date::period(first, last, input.lang),
                input.lang,
            ))
        });
        let names: Vec<String> = names.collect();
        let text = names.join(input.lang.strings().list.semicolon);
        let count = names.len() as f64;
        let at = column.min(row.cells.len());
        row.cells.insert(at, Cell::ordered(text, -count));
    }
}

/// Behind the date and the title.
const SAME_DAYS_COLUMN: usize = 2;

/// The column of a view's rows that counts what a selection leaves of each; `None` where a row is left whole or not at all.
fn counted(kind: ChartKind, scene: &Scene) -> Option<usize> {
    match kind {
        ChartKind::Geography => Some(HELD_COLUMN),
        ChartKind::Timeline if scene.is_aggregated => Some(LEFT_COLUMN),
        _ => None,
    }
}

/// Adds the columns of a comparison: A is the kept selection, B the present one.
fn put_beside(
    kind: ChartKind,
    counted: Option<usize>,
    table: &mut ViewTable,
    a: &Input,
    b: &Input,
) {
    let words = &b.lang.later().compare;
    if let Some(why) = undivided(ignored(kind, a), ignored(kind, b), b.lang) {
        table.notes.push(why);
        return;
    }
    let kept = kind.scene(a, None);
    if table.columns.is_empty() {
        table.columns.clone_from(&kept.columns);
    }
    let third = match counted {
        Some(_) => words.column_difference,
        None => words.column_which,
    };
    let columns = [words.column_a, words.column_b, third];
    table.columns.extend(columns.map(str::to_owned));
    let pairs = merged(rows(&kept), std::mem::take(&mut table.rows));
    let mut counts = [0_usize; 3];
    for (row_a, row_b) in pairs {
        let is_in = |row: &Option<Mark>, input| {
            let row = row.as_ref();
            row.is_some_and(|row| is_left(kind, row, input))
        };
        let stand = match (is_in(&row_a, a), is_in(&row_b, b)) {
            (true, false) => InWhich::A,
            (false, true) => InWhich::B,
            (true, true) => InWhich::Both,
            (false, false) => continue,
        };
        // A, B, both: as they are declared.
        if let Some(count) = counts.get_mut(stand as usize) {
            *count += 1;
        }
        let cells = match counted {
            Some(column) => numbers(&row_a, &row_b, column, b.lang),
            None => memberships(stand, b.lang),
        };
        // The paragraphs behind what stands under A are cited too.
        let cited = row_a.iter().flat_map(|row| row.card.source.clone());
        let cited: Source = cited.collect();
        let row = row_b.or_else(|| row_a.map(|row| seen_from(row, b)));
        table.rows.extend(row.map(|mut row| {
            row.cells.extend(cells);
            row.card.source.extend(cited);
            sort_unique(&mut row.card.source);
            row
        }));
    }
    let [only_a, only_b, both] = counts.map(|n| n.to_string());
    let values = [("a", &*only_a), ("b", &*only_b), ("both", &*both)];
    table.notes.push(fill(words.rows, &values));
    match kind {
        ChartKind::Geography => table.notes.push(words.hosted.to_owned()),
        ChartKind::Participation | ChartKind::Funding | ChartKind::Projects => {
            table.notes.push(words.fixed.to_owned());
        }
        _ => {}
    }
}

/// The facets of the selection that cannot act on what is compared. Of a state that is the meetings it held; its seats stay as they are.
fn ignored(kind: ChartKind, input: &Input) -> FacetSet {
    match kind {
        ChartKind::Geography => input.engine.ignored(Relation::Events, FacetSet::NONE),
        _ => kind.ignored(input),
    }
}

/// The rows of both tables, each row with its twin, in the order of B; a row of A alone stands where it stands in A.
fn merged(a: Vec<Mark>, b: Vec<Mark>) -> Vec<(Option<Mark>, Option<Mark>)> {
    let places = b.iter().enumerate();
    let places: HashMap<String, usize> = places.map(|(at, row)| (row.id.clone(), at)).collect();
    // Before the row of B at the same place, and at the end, stand those of A alone.
    let mut alone: Vec<Vec<Mark>> = vec![Vec::new(); b.len() + 1];
    let mut twins: Vec<Option<Mark>> = vec![None; b.len()];
    let mut next = 0;
    for row in a {
        match places.get(&row.id) {
            Some(&at) => {
                if let Some(twin) = twins.get_mut(at) {
                    *twin = Some(row);
                }
                next = at + 1;
            }
            None => {
                if let Some(rows) = alone.get_mut(next) {
                    rows.push(row);
                }
            }
        }
    }
    let rows = twins.into_iter().zip(b.into_iter().map(Some));
    let rows = rows.map(Some).chain([None]);
    let pairs = alone.into_iter().zip(rows).flat_map(|(alone, row)| {
        let alone = alone.into_iter().map(|row| (Some(row), None));
        alone.chain(row)
    });
    pairs.collect()
}

/// Whether a selection leaves a row in.
pub fn is_left(kind: ChartKind, row: &Mark, input: &Input) -> bool {
    // The timeline marks a chosen event as chosen even where another filter leaves it out.
    let is_shut_out = || {
        let key = input.data.events.find(&row.id);
        let mut visible = input.engine.visible(Relation::Events, FacetSet::NONE);
        key.is_some_and(|key| visible.nth(key.index()) == Some(false))
    };
    row.emphasis != Emphasis::Background && !(kind == ChartKind::Timeline && is_shut_out())
}

/// A row that the present selection leaves out, as that selection sees it.
fn seen_from(mut row: Mark, input: &Input) -> Mark {
    row.emphasis = match row.clause {
        Some(clause) if input.engine.selection().has(clause) => Emphasis::Selected,
        _ => Emphasis::Background,
    };
    row
}

/// What a selection leaves of a row in A and in B, such as the meetings that a state held, and B minus A. Where it leaves none there is 0.
fn numbers(a: &Option<Mark>, b: &Option<Mark>, column: usize, lang: Lang) -> [Cell; 3] {
    let held = |row: &Option<Mark>| {
        let cell = row.as_ref().and_then(|row| row.cells.get(column));
        cell.and_then(|cell| cell.order).unwrap_or(0.0)
    };
    let (a, b) = (held(a), held(b));
    let difference = b - a;
    [
        Cell::ordered(number(a, lang), a),
        Cell::ordered(number(b, lang), b),
        Cell::ordered(signed(difference as i64, lang), difference),
    ]
}

/// The map's column of meetings.
const HELD_COLUMN: usize = 2;

/// Whether a row is in A and in B, and in which of them.
fn memberships(stand: InWhich, lang: Lang) -> [Cell; 3] {
    let words = &lang.later().compare;
    let side = |is_in: bool| match is_in {
        true => Cell::ordered(words.is_in, 0.0),
        false => Cell::ordered(words.is_out, 1.0),
    };
    let order = match stand {
        InWhich::A => 0.0,
        InWhich::B => 2.0,
        InWhich::Both | InWhich::Neither => 1.0,
    };
    [
        side(stand != InWhich::B),
        side(stand != InWhich::A),
        Cell::ordered(which(Some(stand), lang), order),
    ]
}
