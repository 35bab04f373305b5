//! Numbers of the world around the forum: bars where a unit's numbers can be compared, the others in a grid.

use crate::chart::card::Card;
use crate::chart::input::Input;
use crate::chart::number_rows::{
    BAR_HEIGHT, Columns, HEAD, NOTE, NumberRow, SHARE_HEIGHT, comparable, end, from, grid,
    number_row, range_bar, scale_from_zero, set, share_axis, share_line, share_scale,
};
use crate::chart::scene::{Cell, Mark, Scene, Slot};
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::format::conflict;
use crate::format::number::{quantity, quantity_with_unit, unit};
use crate::format::text::{aside, list, pick};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::language::template::fill;
use crate::model::order::{sort_by, sort_unique};
use crate::model::quantity::{Approximation, Quantity};
use crate::model::table::Key;
use crate::model::world_figure::WorldFigure;

/// The facets that this view's own marks set.
pub const OWN: FacetSet = FacetSet::NONE;

const COLUMN_MIN: f64 = 420.0;
const CELL_MIN: f64 = 156.0;
const ROW_GAP: f64 = 12.0;
const SECTION_GAP: f64 = 32.0;
/// More units than this that lead together are not told.
const UNITS_TOLD: usize = 2;

#[derive(Clone, Copy)]
struct Row<'a> {
    key: Key<WorldFigure>,
    figure: &'a WorldFigure,
}

/// The figures of one unit that stand side by side, the largest first.
struct Group<'a> {
    unit: &'a str,
    rows: Vec<Row<'a>>,
}

struct Shown<'a> {
    groups: Vec<Group<'a>>,
    rest: Vec<Row<'a>>,
}

/// The view, placed.
pub fn scene(input: &Input) -> Scene {
    let shown = shown(input);
    let mut scene = Scene {
        width: input.width,
        columns: columns(input),
        ..words(&shown, input)
    };
    let mut columns = Columns::over(input.width, COLUMN_MIN, (40.0, SECTION_GAP));
    for group in &shown.groups {
        let bottom = place_group(group, input, columns.next(), &mut scene);
        columns.fill(bottom);
    }
    scene.height = columns.bottom();
    if !shown.rest.is_empty() {
        let gap = if shown.groups.is_empty() {
            0.0
        } else {
            SECTION_GAP
        };
        let area = Rect::new(0.0, scene.height + gap, input.width, 0.0);
        scene.height = place_rest(&shown.rest, input, area, &mut scene);
    }
    scene
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.later().world_figures;
    [
        strings.column_label,
        strings.column_value,
        strings.column_year,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn shown<'a>(input: &Input<'a>) -> Shown<'a> {
    let visible = input.visible(Relation::WorldFigures, OWN);
    let mut units: Vec<Group<'a>> = Vec::new();
    for (key, figure) in input.data.world_figures.iter() {
        if !visible.get(key.index()).copied().unwrap_or(false) {
            continue;
        }
        let unit = figure.quantity.as_ref().map_or("", |q| q.unit.as_str());
        let row = Row { key, figure };
        match units.iter_mut().find(|group| group.unit == unit) {
            Some(group) => group.rows.push(row),
            None => units.push(Group {
                unit,
                rows: vec![row],
            }),
        }
    }
    let mut shown = Shown {
        groups: Vec::new(),
        rest: Vec::new(),
    };
    for Group { unit, rows } in units {
        let (mut drawn, rest) = divided(unit, rows);
        shown.rest.extend(rest);
        if !drawn.is_empty() {
            sort_by(&mut drawn, |a, b| value(b).total_cmp(&value(a)));
            shown.groups.push(Group { unit, rows: drawn });
        }
    }
    let most = |group: &Group| group.rows.first().map_or(0.0, value);
    sort_by(&mut shown.groups, |a, b| most(b).total_cmp(&most(a)));
    shown
}

/// The figures of a unit that are drawn to scale, and the others. Shares always have a scale of their own.
fn divided<'a>(unit: &str, rows: Vec<Row<'a>>) -> (Vec<Row<'a>>, Vec<Row<'a>>) {
    let has_scale = |row: &Row| {
        let quantity = row.figure.quantity.as_ref();
        !unit.is_empty() && quantity.is_some_and(|q| q.value >= 0.0)
    };
    let (placed, mut rest): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(has_scale);
    if unit == "percent" {
        return (placed, rest);
    }
    let fits = comparable(&quantities(&placed));
    let mut drawn = Vec::new();
    let mut single = Vec::new();
    for (row, fits) in placed.into_iter().zip(fits) {
        let place = if fits { &mut drawn } else { &mut single };
        place.push(row);
    }
    single.append(&mut rest);
    (drawn, single)
}

fn quantities<'a>(rows: &[Row<'a>]) -> Vec<&'a Quantity> {
    rows.iter()
        .filter_map(|row| row.figure.quantity.as_ref())
        .collect()
}

/// What a figure is ordered by: the upper end of a range.
fn value(row: &Row) -> f64 {
    row.figure.quantity.as_ref().map_or(-1.0, end)
}

fn place_group(group: &Group, input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let strings = &input.lang.later().world_figures;
    let numbers = quantities(&group.rows);
    let is_share = group.unit == "percent";
    let heading = match is_share {
        true => strings.shares.to_owned(),
        false => fill(strings.group, &[("unit", &unit(group.unit, input.lang))]),
    };
    scene.group(&heading);
    let mut y = set(&heading, HEAD, column, scene);
    if numbers.iter().any(|q| q.high.is_some()) {
        y = set(strings.range_note, NOTE, from(column, y), scene);
    }
    let line = match is_share {
        true => share_scale(&numbers, column),
        false => scale_from_zero(&numbers, column.width),
    };
    let mut top = y + 6.0;
    for (row, number) in group.rows.iter().zip(&numbers) {
        let (note, badges) = (year_note(row, input), badges(row, input));
        let words = NumberRow {
            value: &quantity(number, input.lang),
            size: 18.0,
            words: pick(&row.figure.label, input.lang),
            note: note.as_deref(),
            badges: &badges,
        };
        let mut bottom = number_row(&words, from(column, top), scene) + 2.0;
        if is_share {
            share_line(number, &line, bottom, Slot::Neutral, scene);
            bottom += SHARE_HEIGHT;
        } else {
            let at = Point::new(column.left(), bottom);
            range_bar(number, &line, at, Slot::Neutral, scene);
            bottom += BAR_HEIGHT;
        }
        let area = Rect::new(column.left(), top, column.width, bottom - top);
        scene.marks.push(mark(row, input, area));
        top = bottom + ROW_GAP;
    }
    let bottom = top - ROW_GAP;
    if is_share {
        share_axis(&line, bottom, input.lang, scene)
    } else {
        bottom
    }
}

fn place_rest(rows: &[Row], input: &Input, area: Rect, scene: &mut Scene) -> f64 {
    let top = set(input.lang.later().world_figures.rest, HEAD, area, scene) + 6.0;
    let said: Vec<(String, Option<String>, Vec<String>)> = rows
        .iter()
        .map(|row| {
            let year = year_note(row, input);
            (value_words(row, input), year, badges(row, input))
        })
        .collect();
    let cells: Vec<NumberRow> = rows
        .iter()
        .zip(&said)
        .map(|(row, (value, year, badges))| NumberRow {
            value,
            size: 18.0,
            words: pick(&row.figure.label, input.lang),
            note: year.as_deref(),
            badges,
        })
        .collect();
    let (boxes, bottom) = grid(&cells, from(area, top), CELL_MIN, scene);
    for (row, cell) in rows.iter().zip(boxes) {
        scene.marks.push(mark(row, input, cell));
    }
    bottom
}

fn value_words(row: &Row, input: &Input) -> String {
    match &row.figure.quantity {
        Some(number) => quantity_with_unit(number, input.lang),
        None => input.lang.strings().view.not_stated.to_owned(),
    }
}

/// What the report gives for a figure in other places.
fn badges(row: &Row, input: &Input) -> Vec<String> {
    row.figure.quantity.as_ref().map_or(Vec::new(), |number| {
        let source = &row.figure.source;
        conflict::badges(input.data, number.value, source, input.lang)
    })
}

/// The year that a figure is for, where its words do not say it already.
fn year_note(row: &Row, input: &Input) -> Option<String> {
    let number = row.figure.year?.to_string();
    let is_said = pick(&row.figure.label, input.lang).contains(&number);
    year(row.figure, input).filter(|_| !is_said)
}

fn year(figure: &WorldFigure, input: &Input) -> Option<String> {
    let template = input.lang.strings().date.year;
    let year = figure.year?.to_string();
    Some(fill(template, &[("y1", &year)]))
}

fn mark(row: &Row, input: &Input, area: Rect) -> Mark {
    let strings = input.lang.strings();
    let year_cell = match (row.figure.year, year(row.figure, input)) {
        (Some(number), Some(words)) => Cell::ordered(words, f64::from(number)),
        _ => Cell::ordered(strings.view.not_stated, -1.0),
    };
    Mark {
        id: input.data.world_figures.id(row.key).to_owned(),
        hits: vec![area],
        cells: vec![
            Cell::of_data(pick(&row.figure.label, input.lang)),
            Cell::ordered(value_words(row, input), value(row)),
            year_cell,
        ],
        emphasis: input.emphasis(None, true),
        card: card(row, input),
        clause: None,
    }
}

fn card(row: &Row, input: &Input) -> Card {
    let lang = input.lang;
    let source = &row.figure.source;
    let mut notes: Vec<String> = year(row.figure, input).into_iter().collect();
    let conflicts = row.figure.quantity.as_ref().map_or(Vec::new(), |number| {
        conflict::sentences(input.data, number.value, source, lang)
    });
    let contested = !conflicts.is_empty();
    notes.extend(conflicts);
    Card {
        title: pick(&row.figure.label, lang).to_owned(),
        value: value_words(row, input),
        notes,
        source: source.clone(),
        contested,
        subject: None,
        is_sentence: false,
    }
}

fn words(shown: &Shown, input: &Input) -> Scene {
    let lang = input.lang;
    let strings = &lang.later().world_figures;
    let drawn = shown.groups.iter().flat_map(|group| &group.rows);
    let all: Vec<&Row> = drawn.chain(&shown.rest).collect();
    let Some(first) = all.first() else {
        return input.nothing(input.data.world_figures.is_empty());
    };
    let list = &lang.strings().list;
    let label = pick(&first.figure.label, lang);
    let largest = aside(label, &value_words(first, input), lang);
    let mut description = vec![fill(strings.description, &[("largest", &largest)])];
    description.extend(dated(&all, input));
    Scene {
        title: finding(&all, input),
        subtitle: strings.subtitle.to_owned(),
        description: description.join(list.semicolon) + list.full_stop,
        ..Scene::default()
    }
}

/// How many numbers, from how many paragraphs, of what, and how many of them are not exact.
fn finding(all: &[&Row], input: &Input) -> String {
    let lang = input.lang;
    let strings = &lang.later().world_figures;
    let mut paragraphs: Vec<u32> = all
        .iter()
        .flat_map(|row| row.figure.source.iter().map(|citation| citation.para))
        .collect();
    sort_unique(&mut paragraphs);
    let is_vague = |quantity: &&Quantity| {
        quantity.approximation != Approximation::Exact || quantity.high.is_some()
    };
    let stated = || all.iter().filter_map(|row| row.figure.quantity.as_ref());
    let vague = stated().filter(is_vague).count();
    let values = [
        ("n", &*all.len().to_string()),
        ("paragraphs", &paragraphs.len().to_string()),
    ];
    let mut said = vec![fill(strings.finding, &values)];
    said.extend(leading_units(stated(), input));
    if vague > 0 {
        said.push(fill(strings.vague, &[("n", &vague.to_string())]));
    }
    said.join(lang.strings().list.semicolon)
}

/// What most of the numbers count, where one unit or two lead.
fn leading_units<'a>(stated: impl Iterator<Item = &'a Quantity>, input: &Input) -> Option<String> {
    let mut units: Vec<(&str, usize)> = Vec::new();
    for quantity in stated.filter(|quantity| !quantity.unit.is_empty()) {
        match units.iter_mut().find(|(unit, _)| *unit == quantity.unit) {
            Some((_, count)) => *count += 1,
            None => units.push((&quantity.unit, 1)),
        }
    }
    let most = units.iter().map(|(_, count)| *count).max()?;
    units.retain(|(_, count)| *count == most);
    let strings = &input.lang.later().world_figures;
    let name = |slug: &str| match slug {
        "percent" => strings.as_shares.to_owned(),
        slug => unit(slug, input.lang),
    };
    let names: Vec<String> = units
        .iter()
        .map(|(unit, count)| aside(&name(unit), &count.to_string(), input.lang))
        .collect();
    (most > 1 && names.len() <= UNITS_TOLD)
        .then(|| fill(strings.leading, &[("units", &list(&names, input.lang))]))
}

/// How many numbers are given for a year, and for which years.
fn dated(all: &[&Row], input: &Input) -> Option<String> {
    let years = || all.iter().filter_map(|row| row.figure.year);
    let (first, last) = (years().min()?, years().max()?);
    let strings = &input.lang.strings().date;
    let template = match first == last {
        true => strings.year,
        false => strings.years,
    };
    let values = [("y1", &*first.to_string()), ("y2", &last.to_string())];
    let values = [
        ("n", &*years().count().to_string()),
        ("years", &fill(template, &values)),
    ];
    Some(fill(input.lang.later().world_figures.dated, &values))
}
