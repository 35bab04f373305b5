//! Which states sit in which bodies: a matrix, and below it who stands in two lists at once.

mod grid;
mod pairs;

use crate::chart::arrangement::Sort;
use crate::chart::card::Card;
use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::chart::people::is_chair;
use crate::chart::scene::{Anchor, Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::{Relation, event_countries};
use crate::format::date;
use crate::format::name_order::compare;
use crate::format::text::{aside, list, pick, word};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::text_width::truncate;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::body::{Body, Membership};
use crate::model::citation::Source;
use crate::model::country::Country;
use crate::model::event::{Event, EventKind};
use crate::model::order::{sort_by, sort_unique};
use crate::model::person::Role;
use crate::model::span::{Precision, Span};
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;
use grid::Grid;
pub(crate) use pairs::in_columns;

/// The facets that this view's own marks set: a chosen state is marked, the others stay to be chosen.
pub const OWN: FacetSet = FacetSet::NONE.with(Facet::Country);

const ROW_HEIGHT: f64 = 24.0;
/// Some systems' bold text is a tenth wider than the width table says, and their regular text a little.
const WIDE_BOLD: f64 = 0.9;
const WIDE_REGULAR: f64 = 0.96;
/// More states than this are no leaders that a title could name.
const LEADERS_MAX: usize = 3;

/// What a column says of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// It has a seat in the body.
    Body(Key<Body>),
    /// A meeting of the forum was held there or hosted by it.
    Hosted,
    /// Someone who speaks for it chaired.
    Chaired,
}

struct Head {
    column: Column,
    title: String,
    /// The number of states in the column.
    count: usize,
}

/// One state with all that stands in its row.
struct Row<'a> {
    key: Key<Country>,
    country: &'a Country,
    seats: Vec<&'a Membership>,
    hosted: Vec<&'a Event>,
    chaired: Vec<&'a Role>,
    emphasis: Emphasis,
}

struct Matrix<'a> {
    heads: Vec<Head>,
    rows: Vec<Row<'a>>,
}

impl Row<'_> {
    fn seat_in(&self, body: Key<Body>) -> Option<&Membership> {
        self.seats.iter().copied().find(|seat| seat.body == body)
    }

    fn has(&self, column: Column) -> bool {
        match column {
            Column::Body(body) => self.seat_in(body).is_some(),
            Column::Hosted => !self.hosted.is_empty(),
            Column::Chaired => !self.chaired.is_empty(),
        }
    }
}

impl<'a> Matrix<'a> {
    /// The rows that the selection means: all, or the chosen states.
    fn meant(&self) -> impl Iterator<Item = &Row<'a>> {
        let is_meant = |row: &&Row| row.emphasis != Emphasis::Background;
        self.rows.iter().filter(is_meant)
    }

    fn bodies(&self) -> impl Iterator<Item = (Key<Body>, &Head)> {
        self.heads.iter().filter_map(|head| match head.column {
            Column::Body(body) => Some((body, head)),
            _ => None,
        })
    }
}

/// The view, placed: the matrix, and below it the pairs of bodies that share states.
pub fn scene(input: &Input) -> Scene {
    let matrix = matrix(input);
    let pairs = pairs::pairs(&matrix, input);
    let mut scene = Scene {
        width: input.width,
        columns: columns(&matrix, input.lang),
        ..words(&matrix, &pairs, input)
    };
    if matrix.meant().next().is_none() {
        return scene;
    }
    let grid = Grid::new(&matrix, input);
    let top = grid.draw_heads(&matrix, input, &mut scene);
    let bottom = draw_rows(&matrix, &grid, top, input, &mut scene);
    scene.height = pairs::place(&pairs, bottom, input, &mut scene);
    scene
}

fn columns(matrix: &Matrix, lang: Lang) -> Vec<String> {
    let state = lang.later().seats.column_state.to_owned();
    let titles = matrix.heads.iter().map(|head| head.title.clone());
    std::iter::once(state).chain(titles).collect()
}

/// Every body with a seat is a column, whatever the selection leaves of it; so are hosts and chairs where the package has any.
fn matrix<'a>(input: &Input<'a>) -> Matrix<'a> {
    let mut matrix = Matrix {
        heads: Vec::new(),
        rows: Vec::new(),
    };
    let visible = input.visible(Relation::Memberships, OWN);
    for (key, seat) in input.data.memberships.iter() {
        let column = Column::Body(seat.body);
        push_head(column, input, &mut matrix.heads);
        if visible.get(key.index()).copied().unwrap_or(false)
            && let Some(row) = row_of(seat.country, input, &mut matrix.rows)
        {
            row.seats.push(seat);
        }
    }
    if matrix.heads.is_empty() {
        return matrix;
    }
    for event in input
        .data
        .events
        .rows()
        .iter()
        .filter(|e| is_meeting(e, input))
    {
        for country in event_countries(input.data, event) {
            push_head(Column::Hosted, input, &mut matrix.heads);
            if let Some(row) = row_of(country, input, &mut matrix.rows) {
                row.hosted.push(event);
            }
        }
    }
    for role in input.data.roles.rows().iter().filter(|r| is_chair(r)) {
        let event = input.data.events.get(role.event);
        let country = input.data.people.get(role.person).and_then(|p| p.country);
        if let Some(country) = country.filter(|_| event.is_some_and(|e| is_in_range(e, input))) {
            push_head(Column::Chaired, input, &mut matrix.heads);
            if let Some(row) = row_of(country, input, &mut matrix.rows) {
                row.chaired.push(role);
            }
        }
    }
    for head in &mut matrix.heads {
        head.count = matrix.rows.iter().filter(|r| r.has(head.column)).count();
    }
    sort(&mut matrix.rows, input);
    matrix
}

/// The forum's own meetings in the years of the timeline; a meeting that is only planned for a later year has no host yet.
fn is_meeting(event: &Event, input: &Input) -> bool {
    let is_own = matches!(
        event.kind,
        EventKind::Thematic | EventKind::Summit | EventKind::CivilSociety
    );
    is_own && is_in_range(event, input)
}

fn is_in_range(event: &Event, input: &Input) -> bool {
    let range = input.range();
    range.is_some_and(|r| event.span.touches(r.first(), r.last()))
}

fn push_head(column: Column, input: &Input, heads: &mut Vec<Head>) {
    if heads.iter().all(|head| head.column != column) {
        heads.push(Head {
            column,
            title: title(column, input),
            count: 0,
        });
    }
}

fn title(column: Column, input: &Input) -> String {
    let strings = &input.lang.later().seats;
    let years = input.range().map_or_else(String::new, |range| {
        let span = Span {
            start: range.first(),
            end: range.last(),
            precision: Precision::Year,
        };
        date::span(&span, input.lang)
    });
    match column {
        Column::Body(key) => {
            let body = input.data.bodies.get(key);
            let title = body.map_or("", |body| pick(&body.title, input.lang));
            if title.is_empty() {
                input.data.bodies.id(key).to_owned()
            } else {
                title.to_owned()
            }
        }
        Column::Hosted => fill(strings.hosted_head, &[("years", &years)]),
        Column::Chaired => fill(strings.chaired_head, &[("years", &years)]),
    }
}

/// The state's row, begun where it is not there yet; none for a state outside the chosen regions.
fn row_of<'r, 'a>(
    key: Key<Country>,
    input: &Input<'a>,
    rows: &'r mut Vec<Row<'a>>,
) -> Option<&'r mut Row<'a>> {
    let country = input.data.countries.get(key)?;
    let selection = input.engine.selection();
    if selection.of_facet(Facet::Region).next().is_some()
        && !selection.has(Clause::Region(country.region))
    {
        return None;
    }
    let index = match rows.iter().position(|row| row.key == key) {
        Some(index) => index,
        None => {
            rows.push(Row {
                key,
                country,
                seats: Vec::new(),
                hosted: Vec::new(),
                chaired: Vec::new(),
                emphasis: input.emphasis(Some(Clause::Country(key)), true),
            });
            rows.len() - 1
        }
    };
    rows.get_mut(index)
}

/// Rows stand in the order of the states' first seats unless the reader chose another order.
fn sort(rows: &mut Vec<Row>, input: &Input) {
    match input.arrangement.sort {
        Sort::Report => {}
        Sort::Value => sort_by(rows, |a, b| b.seats.len().cmp(&a.seats.len())),
        Sort::Name => sort_by(rows, |a, b| {
            let label = |row: &Row| pick(&row.country.label, input.lang).to_owned();
            compare(&label(a), &label(b), input.lang)
        }),
    }
}

/// Places the rows from their top on; gives back the bottom.
fn draw_rows(matrix: &Matrix, grid: &Grid, top: f64, input: &Input, scene: &mut Scene) -> f64 {
    let mut y = top;
    scene.group(input.lang.later().seats.column_state);
    for (index, row) in matrix.rows.iter().enumerate() {
        if grid.repeats_numbers(index, matrix.rows.len()) {
            y = grid.draw_numbers(y, scene);
        }
        let area = Rect::new(0.0, y, input.width, ROW_HEIGHT);
        if row.emphasis == Emphasis::Selected || index.is_multiple_of(2) {
            let band = Rect::new(0.0, y, grid.right, ROW_HEIGHT);
            scene.shapes.push(Shape::Fill(band, Slot::Band));
        }
        draw_name(row, grid, area, input, scene);
        for (place, head) in grid.places().zip(&matrix.heads) {
            let center = Point::new(place, area.center().y);
            draw_cell(row, head.column, center, grid.radius, scene);
        }
        grid.draw_further(row, matrix, area.center().y, scene);
        scene.marks.push(mark(row, matrix, area, input));
        y = area.bottom();
    }
    y
}

fn slot(emphasis: Emphasis) -> Slot {
    match emphasis {
        Emphasis::Selected => Slot::Accent,
        Emphasis::Background => Slot::Dimmed,
        Emphasis::Idle => Slot::Neutral,
    }
}

fn text_slot(emphasis: Emphasis) -> Slot {
    match emphasis {
        Emphasis::Selected => Slot::Accent,
        Emphasis::Background => Slot::Muted,
        Emphasis::Idle => Slot::Ink,
    }
}

/// The state's name and in how many bodies it sits.
fn draw_name(row: &Row, grid: &Grid, area: Rect, input: &Input, scene: &mut Scene) {
    let is_bold = row.emphasis == Emphasis::Selected;
    let room = grid.name_width * if is_bold { WIDE_BOLD } else { WIDE_REGULAR };
    let name = truncate(pick(&row.country.label, input.lang), room, 13.0, is_bold);
    let y = area.center().y;
    let ink = text_slot(row.emphasis);
    let label = scene.label(Point::new(grid.left, y), name, 13.0, ink);
    label.bold = is_bold;
    if !row.seats.is_empty() {
        let count = row.seats.len().to_string();
        let label = scene.label(Point::new(grid.count_right, y), count, 13.0, ink);
        label.bold = true;
        label.anchor = Anchor::End;
    }
}

/// A seat is a disc: open where the state joined later, with a dot where the seat has an office. What is no seat is a square.
fn draw_cell(row: &Row, column: Column, center: Point, radius: f64, scene: &mut Scene) {
    if !row.has(column) {
        return;
    }
    let slot = slot(row.emphasis);
    match column {
        Column::Body(body) => {
            if let Some(seat) = row.seat_in(body) {
                draw_seat(
                    seat.since.is_some(),
                    !seat.role.is_empty(),
                    center,
                    radius,
                    slot,
                    scene,
                );
            }
        }
        Column::Hosted | Column::Chaired => draw_square(center, radius, slot, scene),
    }
}

fn draw_seat(
    is_late: bool,
    has_office: bool,
    center: Point,
    radius: f64,
    slot: Slot,
    scene: &mut Scene,
) {
    let (shape, inner) = if is_late {
        (Shape::Ring(center, radius - 1.0, slot, 2.0), slot)
    } else {
        (Shape::Disc(center, radius, slot), Slot::Paper)
    };
    scene.shapes.push(shape);
    if has_office {
        scene.shapes.push(Shape::Disc(center, radius * 0.42, inner));
    }
}

fn draw_square(center: Point, radius: f64, slot: Slot, scene: &mut Scene) {
    let side = radius * 1.5;
    let square = Rect::new(center.x - side / 2.0, center.y - side / 2.0, side, side);
    scene.shapes.push(Shape::Fill(square, slot));
}

fn mark(row: &Row, matrix: &Matrix, area: Rect, input: &Input) -> Mark {
    let name = Cell::of_data(pick(&row.country.name, input.lang));
    let cells = matrix
        .heads
        .iter()
        .map(|head| cell(row, head.column, input));
    Mark {
        id: input.data.countries.id(row.key).to_owned(),
        hits: vec![area],
        card: card(row, matrix, input),
        clause: Some(Clause::Country(row.key)),
        emphasis: row.emphasis,
        cells: std::iter::once(name).chain(cells).collect(),
    }
}

/// What a cell says in the table: a tick, or what is particular of the seat.
fn cell(row: &Row, column: Column, input: &Input) -> Cell {
    let tick = || "✓".to_owned();
    let text = match column {
        Column::Body(body) => row.seat_in(body).map_or_else(String::new, |seat| {
            let particulars = particulars(seat, input.lang);
            if particulars.is_empty() {
                tick()
            } else {
                particulars
            }
        }),
        _ if row.has(column) => tick(),
        _ => String::new(),
    };
    Cell::ordered(text, f64::from(u8::from(row.has(column))))
}

/// The seat's office and since when it is held, where the report says so.
fn particulars(seat: &Membership, lang: Lang) -> String {
    let strings = lang.strings();
    let office = (!seat.role.is_empty()).then(|| word(lang.later().words.roles, &seat.role));
    let since = seat.joined().map(|span| {
        fill(
            lang.later().seats.since,
            &[("date", &date::span(&span, lang))],
        )
    });
    let both: Vec<String> = office.into_iter().chain(since).collect();
    both.join(strings.list.comma)
}

fn card(row: &Row, matrix: &Matrix, input: &Input) -> Card {
    let lang = input.lang;
    let strings = &lang.later().seats;
    let mut source = Source::new();
    let mut notes = Vec::new();
    for (body, head) in matrix.bodies() {
        let Some(seat) = row.seat_in(body) else {
            continue;
        };
        let particulars = particulars(seat, lang);
        notes.push(if particulars.is_empty() {
            head.title.clone()
        } else {
            aside(&head.title, &particulars, lang)
        });
        source.extend(seat.source.iter().cloned());
    }
    for event in &row.hosted {
        source.extend(event.source.iter().cloned());
    }
    for role in &row.chaired {
        source.extend(role.source.iter().cloned());
    }
    sort_unique(&mut source);
    let hosted: Vec<&Event> = row.hosted.clone();
    let chaired = row.chaired.iter();
    let chaired: Vec<&Event> = chaired
        .filter_map(|role| input.data.events.get(role.event))
        .collect();
    notes.extend(told(strings.hosted, &hosted, input));
    notes.extend(told(strings.chaired, &chaired, input));
    Card {
        title: pick(&row.country.label, lang).to_owned(),
        value: match row.seats.len() {
            0 => strings.in_none.to_owned(),
            n => fill(strings.in_bodies, &[("n", &n.to_string())]),
        },
        notes,
        source,
        contested: false,
        subject: Some(Subject::Row(
            SubjectKind::Country,
            input.data.countries.id(row.key).to_owned(),
        )),
        is_sentence: false,
    }
}

/// The sentence that lists events, each once; none for none.
fn told(sentence: &str, events: &[&Event], input: &Input) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for event in events {
        let name = short_name(input.data, event, input.lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let joined = names.join(input.lang.strings().list.semicolon);
    (!names.is_empty()).then(|| fill(sentence, &[("events", &joined)]))
}

fn words(matrix: &Matrix, pairs: &[pairs::Pair], input: &Input) -> Scene {
    if matrix.meant().next().is_none() {
        return input.nothing(matrix.heads.is_empty());
    }
    Scene {
        title: finding(matrix, input),
        subtitle: input.lang.later().seats.subtitle.to_owned(),
        description: description(matrix, pairs, input),
        ..Scene::default()
    }
}

fn finding(matrix: &Matrix, input: &Input) -> String {
    let lang = input.lang;
    let strings = &lang.later().seats;
    let label = |row: &Row| pick(&row.country.label, lang).to_owned();
    let meant: Vec<&Row> = matrix.meant().collect();
    if let Some(row) = only_chosen(matrix) {
        let bodies = matrix.bodies().count().to_string();
        let n = row.seats.len().to_string();
        return fill(
            strings.finding_one,
            &[("state", &label(row)), ("n", &n), ("bodies", &bodies)],
        );
    }
    let most = meant.iter().map(|row| row.seats.len()).max().unwrap_or(0);
    let leaders: Vec<String> = meant
        .iter()
        .filter(|row| row.seats.len() == most)
        .map(|row| label(row))
        .collect();
    let seated = meant.iter().filter(|row| !row.seats.is_empty()).count();
    let is_filled =
        |(body, _): &(Key<Body>, &Head)| meant.iter().any(|r| r.seat_in(*body).is_some());
    let template = if leaders.len() <= LEADERS_MAX && leaders.len() < seated && most > 1 {
        strings.finding
    } else {
        strings.finding_plain
    };
    fill(
        template,
        &[
            ("states", &seated.to_string()),
            (
                "bodies",
                &matrix.bodies().filter(is_filled).count().to_string(),
            ),
            ("most", &list(&leaders, lang)),
            ("n", &most.to_string()),
        ],
    )
}

/// The row of the one state that the reader chose.
fn only_chosen<'m, 'a>(matrix: &'m Matrix<'a>) -> Option<&'m Row<'a>> {
    let mut meant = matrix.meant();
    let row = meant
        .next()
        .filter(|row| row.emphasis == Emphasis::Selected);
    row.filter(|_| meant.next().is_none())
}

fn description(matrix: &Matrix, pairs: &[pairs::Pair], input: &Input) -> String {
    let lang = input.lang;
    let strings = &lang.later().seats;
    let mut said = Vec::new();
    if let Some(row) = only_chosen(matrix).filter(|row| !row.seats.is_empty()) {
        let bodies: Vec<String> = matrix
            .bodies()
            .filter(|(body, _)| row.seat_in(*body).is_some())
            .map(|(_, head)| head.title.clone())
            .collect();
        let state = pick(&row.country.label, lang);
        said.push(fill(
            strings.description_one,
            &[("state", state), ("bodies", &list(&bodies, lang))],
        ));
    } else {
        let mut bodies: Vec<&Head> = matrix.bodies().map(|(_, head)| head).collect();
        sort_by(&mut bodies, |a, b| b.count.cmp(&a.count));
        said.extend(bodies.first().map(|largest| {
            fill(
                strings.description,
                &[
                    ("largest", &largest.title),
                    ("n", &largest.count.to_string()),
                ],
            )
        }));
        said.extend(pairs.first().map(|pair| {
            fill(
                strings.description_pair,
                &[
                    ("n", &pair.common.len().to_string()),
                    ("a", &pair.larger.title),
                    ("b", &pair.smaller.title),
                ],
            )
        }));
    }
    said.join(lang.strings().list.semicolon) + lang.strings().list.full_stop
}
