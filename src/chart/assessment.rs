//! What the assessment's survey found: who answered as dots, shares on a line from 0 to 100 %, findings without a number as sentences.

use crate::chart::card::Card;
use crate::chart::input::Input;
use crate::chart::number_rows::{
    BAR_HEIGHT, Columns, HEAD, NOTE, NumberRow, SHARE_HEIGHT, WORDS, from, grid, number_row,
    range_bar, scale_from_zero, set, share_axis, share_line, share_scale,
};
use crate::chart::scene::{Cell, Mark, Scene, Shape, Slot};
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::format::conflict;
use crate::format::number::{quantity, quantity_with_unit};
use crate::format::text::{lower_first, pick, upper_first};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::language::strings::AssessmentStrings;
use crate::language::template::fill;
use crate::model::conflict::Conflict;
use crate::model::quantity::{Approximation, Quantity};
use crate::model::survey::Answer;
use crate::model::table::Key;

/// The facets that this view's own marks set.
pub const OWN: FacetSet = FacetSet::NONE;

const COLUMN_MIN: f64 = 420.0;
const ROW_GAP: f64 = 14.0;
const VALUE_SIZE: f64 = 20.0;
const CELL_MIN: f64 = 140.0;
/// Beyond so many a reader does not count dots.
const DOTS_MAX: f64 = 100.0;
/// Dots stand in blocks of ten, two lines of five each, so that they can be counted.
const LINE: usize = 5;
const DOT: f64 = 4.5;
const PITCH: f64 = 11.0;
const BLOCK_GAP: f64 = 6.0;
const BLOCK_WIDTH: f64 = LINE as f64 * PITCH + BLOCK_GAP;
const BLOCK_HEIGHT: f64 = 2.0 * PITCH + BLOCK_GAP;
/// The units of those who can answer.
const RESPONDENTS: [&str; 5] = [
    "governments",
    "states",
    "observers",
    "organisations",
    "people",
];

struct Row<'a> {
    key: Key<Answer>,
    answer: &'a Answer,
    group: Group,
}

/// What a row states.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Respondents,
    Shares,
    Sentences,
    Others,
}

type Place = fn(&[&Row], &Input, Rect, &mut Scene) -> f64;

/// The view, placed.
pub fn scene(input: &Input) -> Scene {
    let strings = &input.lang.later().assessment;
    let rows = rows(input);
    let mut scene = Scene {
        width: input.width,
        columns: columns(input),
        ..words(&rows, input)
    };
    let groups: [(Group, &str, &str, Place); 4] = [
        (
            Group::Respondents,
            strings.respondents,
            strings.respondents_note,
            place_respondents,
        ),
        (Group::Shares, strings.shares, "", place_shares),
        (
            Group::Sentences,
            strings.sentences,
            strings.sentences_note,
            place_sentences,
        ),
        (Group::Others, strings.others, "", place_others),
    ];
    let mut columns = Columns::over(input.width, COLUMN_MIN, (40.0, 32.0));
    for (group, heading, note, place) in groups {
        let members: Vec<&Row> = rows.iter().filter(|r| r.group == group).collect();
        if members.is_empty() {
            continue;
        }
        let column = columns.next();
        scene.group(heading);
        let mut y = set(heading, HEAD, column, &mut scene);
        y = set(note, NOTE, from(column, y), &mut scene);
        let bottom = place(&members, input, from(column, y + 6.0), &mut scene);
        columns.fill(bottom);
    }
    scene.height = columns.bottom();
    scene
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.later().assessment;
    [
        strings.column_question,
        strings.column_value,
        strings.column_how,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn rows<'a>(input: &Input<'a>) -> Vec<Row<'a>> {
    let visible = input.visible(Relation::Answers, OWN);
    let shown = |key: Key<Answer>| visible.get(key.index()).copied().unwrap_or(false);
    let all = input.data.answers.iter().filter(|(key, _)| shown(*key));
    all.map(|(key, answer)| Row {
        key,
        answer,
        group: group(answer),
    })
    .collect()
}

fn group(answer: &Answer) -> Group {
    match &answer.quantity {
        None => Group::Sentences,
        Some(q) if q.value < 0.0 => Group::Others,
        Some(q) if q.unit == "percent" => Group::Shares,
        Some(q) if RESPONDENTS.contains(&q.unit.as_str()) => Group::Respondents,
        Some(_) => Group::Others,
    }
}

/// The number in large, the question beside it, and what the report says elsewhere.
fn place_words(row: &Row, value: &str, input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let quantity = row.answer.quantity.as_ref();
    let badges = quantity.map_or(Vec::new(), |q| {
        conflict::badges(input.data, q.value, &row.answer.source, input.lang)
    });
    let words = NumberRow {
        value,
        size: VALUE_SIZE,
        words: pick(&row.answer.question, input.lang),
        note: None,
        badges: &badges,
    };
    number_row(&words, column, scene)
}

fn place_respondents(rows: &[&Row], input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let mut top = column.top();
    for row in rows {
        let Some(number) = &row.answer.quantity else {
            continue;
        };
        let value = quantity(number, input.lang);
        let bottom = place_words(row, &value, input, from(column, top), scene);
        let at = Point::new(column.left(), bottom + 4.0);
        let same_unit: Vec<&Quantity> = rows
            .iter()
            .filter_map(|r| r.answer.quantity.as_ref())
            .filter(|q| q.unit == number.unit)
            .collect();
        let bottom = if same_unit.iter().all(|q| is_countable(q)) {
            dots(number, from(column, at.y), scene)
        } else {
            let scale = scale_from_zero(&same_unit, column.width);
            range_bar(number, &scale, at, Slot::Neutral, scene);
            at.y + BAR_HEIGHT
        };
        let area = Rect::new(column.left(), top, column.width, bottom - top);
        scene.marks.push(mark(row, input, area));
        top = bottom + ROW_GAP;
    }
    top - ROW_GAP
}

fn is_countable(quantity: &Quantity) -> bool {
    quantity.high.is_none() && quantity.value <= DOTS_MAX && quantity.value.fract() == 0.0
}

/// One dot for each. Of about so many the last are small; more than and at least end in an arrow. Gives back the bottom.
fn dots(quantity: &Quantity, column: Rect, scene: &mut Scene) -> f64 {
    let count = quantity.value as usize;
    for index in 0..count {
        let is_vague = quantity.approximation == Approximation::About && index + 3 >= count;
        let radius = if is_vague { DOT / 2.0 } else { DOT };
        let center = dot_place(index, column);
        scene
            .shapes
            .push(Shape::Disc(center, radius, Slot::Neutral));
    }
    let is_open = matches!(
        quantity.approximation,
        Approximation::MoreThan | Approximation::AtLeast
    );
    if is_open && count > 0 {
        let at = dot_place(count, column);
        let tip = [(-DOT, -DOT), (DOT, 0.0), (-DOT, DOT)];
        let corners = tip.map(|(dx, dy)| Point::new(at.x + dx, at.y + dy));
        scene
            .shapes
            .push(Shape::Area(corners.to_vec(), Slot::Neutral));
    }
    let places = count + usize::from(is_open);
    let last = |index| dot_place(index, column).y + PITCH - DOT;
    (0..places).map(last).fold(column.top(), f64::max)
}

/// The middle of a dot, counted from 0: along a block's first line, then its second, then on to the next block.
fn dot_place(index: usize, column: Rect) -> Point {
    let across = (((column.width + BLOCK_GAP) / BLOCK_WIDTH) as usize).max(1);
    let (block, within) = (index / (2 * LINE), index % (2 * LINE));
    Point::new(
        column.left()
            + (block % across) as f64 * BLOCK_WIDTH
            + (within % LINE) as f64 * PITCH
            + DOT,
        column.top()
            + (block / across) as f64 * BLOCK_HEIGHT
            + (within / LINE) as f64 * PITCH
            + DOT,
    )
}

fn place_shares(rows: &[&Row], input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let numbers: Vec<&Quantity> = rows
        .iter()
        .filter_map(|r| r.answer.quantity.as_ref())
        .collect();
    let line = share_scale(&numbers, column);
    let mut top = column.top();
    for (row, number) in rows.iter().zip(&numbers) {
        let value = quantity(number, input.lang);
        let bottom = place_words(row, &value, input, from(column, top), scene) + 2.0;
        share_line(number, &line, bottom, Slot::Neutral, scene);
        let bottom = bottom + SHARE_HEIGHT;
        let area = Rect::new(column.left(), top, column.width, bottom - top);
        scene.marks.push(mark(row, input, area));
        top = bottom + ROW_GAP;
    }
    share_axis(&line, top - ROW_GAP, input.lang, scene)
}

fn place_sentences(rows: &[&Row], input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let mut top = column.top();
    for row in rows {
        let words = Rect::new(column.left() + 14.0, top + 3.0, column.width - 14.0, 0.0);
        let question = pick(&row.answer.question, input.lang);
        let bottom = set(question, WORDS, words, scene).max(top + 21.0) + 3.0;
        let bullet = Point::new(column.left() + 4.0, top + 12.0);
        scene.shapes.push(Shape::Disc(bullet, 2.5, Slot::Neutral));
        let area = Rect::new(column.left(), top, column.width, bottom - top);
        scene.marks.push(mark(row, input, area));
        top = bottom;
    }
    top
}

fn place_others(rows: &[&Row], input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let said: Vec<(String, Vec<String>)> = rows
        .iter()
        .filter_map(|row| {
            let number = row.answer.quantity.as_ref()?;
            let source = &row.answer.source;
            let badges = conflict::badges(input.data, number.value, source, input.lang);
            Some((quantity_with_unit(number, input.lang), badges))
        })
        .collect();
    let cells: Vec<NumberRow> = rows
        .iter()
        .zip(&said)
        .map(|(row, (value, badges))| NumberRow {
            value,
            size: VALUE_SIZE,
            words: pick(&row.answer.question, input.lang),
            note: None,
            badges,
        })
        .collect();
    let (boxes, bottom) = grid(&cells, column, CELL_MIN, scene);
    for (row, area) in rows.iter().zip(boxes) {
        scene.marks.push(mark(row, input, area));
    }
    bottom
}

fn mark(row: &Row, input: &Input, area: Rect) -> Mark {
    let strings = input.lang.strings();
    let card = card(row, input);
    let value = match &row.answer.quantity {
        Some(quantity) => Cell::ordered(&card.value, quantity.value),
        None => Cell::ordered(strings.view.not_stated, -1.0),
    };
    Mark {
        id: input.data.answers.id(row.key).to_owned(),
        hits: vec![area],
        cells: vec![
            Cell::of_data(&card.title),
            value,
            Cell::text(how(row.answer, &input.lang.later().assessment)),
        ],
        emphasis: input.emphasis(None, true),
        card,
        clause: None,
    }
}

/// How the report states a result.
fn how(answer: &Answer, strings: &AssessmentStrings) -> &'static str {
    let Some(quantity) = &answer.quantity else {
        return strings.how_none;
    };
    if quantity.high.is_some() {
        return strings.how_range;
    }
    match quantity.approximation {
        Approximation::Exact => strings.how_exact,
        Approximation::About => strings.how_about,
        Approximation::MoreThan => strings.how_more,
        Approximation::AtLeast => strings.how_least,
    }
}

fn card(row: &Row, input: &Input) -> Card {
    let lang = input.lang;
    let strings = &lang.later().assessment;
    let (value, conflicts) = match &row.answer.quantity {
        Some(number) => (
            quantity_with_unit(number, lang),
            conflict::sentences(input.data, number.value, &row.answer.source, lang),
        ),
        None => (String::new(), Vec::new()),
    };
    let contested = !conflicts.is_empty();
    let mut notes = vec![how(row.answer, strings).to_owned()];
    notes.extend(conflicts);
    Card {
        title: pick(&row.answer.question, lang).to_owned(),
        value,
        notes,
        source: row.answer.source.clone(),
        contested,
        subject: None,
        is_sentence: false,
    }
}

fn words(rows: &[Row], input: &Input) -> Scene {
    let strings = &input.lang.later().assessment;
    if rows.is_empty() {
        return input.nothing(input.data.answers.is_empty());
    }
    let count = |group| rows.iter().filter(|r| r.group == group).count();
    let findings = count(Group::Sentences);
    let shares = count(Group::Shares);
    let description = fill(
        strings.description,
        &[
            ("n", &rows.len().to_string()),
            ("shares", &shares.to_string()),
            ("counts", &(rows.len() - shares - findings).to_string()),
            ("findings", &findings.to_string()),
        ],
    );
    Scene {
        title: finding(rows, input).unwrap_or_else(|| description.clone()),
        subtitle: subtitle(rows, input),
        description,
        ..Scene::default()
    }
}

/// The largest share that the report states as such, else the first share, else the first count.
fn finding(rows: &[Row], input: &Input) -> Option<String> {
    let of_group = |group| rows.iter().filter(move |r| r.group == group);
    let value = |row: &Row| row.answer.quantity.as_ref().map_or(0.0, |q| q.value);
    let exact = of_group(Group::Shares).filter(|r| {
        let quantity = r.answer.quantity.as_ref();
        quantity.is_some_and(|q| q.approximation == Approximation::Exact && q.high.is_none())
    });
    // Of equal shares the first.
    let largest = exact.reduce(|a, b| if value(b) > value(a) { b } else { a });
    let row = largest
        .or_else(|| of_group(Group::Shares).next())
        .or_else(|| of_group(Group::Respondents).next())
        .or_else(|| of_group(Group::Others).next())?;
    let value = quantity(row.answer.quantity.as_ref()?, input.lang);
    let question = lower_first(pick(&row.answer.question, input.lang));
    let finding = input.lang.later().assessment.finding;
    let said = fill(finding, &[("value", &value), ("question", &question)]);
    Some(upper_first(&said))
}

/// Who answered: of each sort of respondents the first count, with the number that the report gives for the same elsewhere.
fn subtitle(rows: &[Row], input: &Input) -> String {
    let lang = input.lang;
    let strings = &lang.later().assessment;
    let mut units: Vec<&str> = Vec::new();
    let mut said = Vec::new();
    for row in rows.iter().filter(|r| r.group == Group::Respondents) {
        let Some(number) = &row.answer.quantity else {
            continue;
        };
        if units.contains(&number.unit.as_str()) {
            continue;
        }
        units.push(&number.unit);
        let own = quantity(number, lang);
        let value = match other_count(row, number, rows, input) {
            Some(other) => fill(
                strings.either,
                &[("a", &own), ("b", &quantity(other, lang))],
            ),
            None => own,
        };
        let question = pick(&row.answer.question, lang);
        said.push(format!("{question}{}{value}", lang.strings().list.colon));
    }
    if said.is_empty() {
        return strings.subtitle.to_owned();
    }
    said.join(lang.strings().list.semicolon)
}

/// The count of another row that contradicts this one.
fn other_count<'a>(
    row: &Row,
    number: &Quantity,
    rows: &'a [Row],
    input: &Input,
) -> Option<&'a Quantity> {
    let conflicts = |row: &Row, q: &Quantity| -> Vec<*const Conflict> {
        conflict::concerning(input.data, q.value, &row.answer.source)
            .map(std::ptr::from_ref)
            .collect()
    };
    let own = conflicts(row, number);
    rows.iter().find_map(|other| {
        let count = other.answer.quantity.as_ref()?;
        let is_other = count.unit == number.unit && count.value != number.value;
        let shares = || conflicts(other, count).iter().any(|c| own.contains(c));
        (is_other && shares()).then_some(count)
    })
}
