//! Every dated event on one line of time, in lanes; where they are too many, bars that count them.

pub mod bars;
mod lanes;

use crate::chart::event_card::{card, cluster_numerals, short_name};
use crate::chart::input::Input;
use crate::chart::scene::{Anchor, Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::chart::timeline::lanes::{LaneKind, draw_band, draw_lane_name, lanes_of};
use crate::filter::clause::{Clause, Period};
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::{Relation, event_countries};
use crate::format::date;
use crate::format::number::number;
use crate::format::text::{pick, word};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::scale::time::{Time, Unit};
use crate::geometry::text_width::{text_width, truncate};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::event::{Event, EventKind};
use crate::model::order::{sort_by, sort_unique};
use crate::model::span::{Date, Precision, Span};
use crate::model::table::Key;

/// Room at the left for the lanes' names.
pub const LANE_NAMES_PX: f64 = 128.0;
/// Below this width the page shows the ordered list instead of the picture.
pub const LIST_BELOW_PX: f64 = 480.0;
/// The most events that stand there one by one: ten rows of marks as wide as a finger on a wide page. Of more, bars count them.
pub const SINGLE_MOST: usize = 400;

const AXIS_HEIGHT: f64 = 26.0;
const ROW_HEIGHT: f64 = 24.0;
const LANE_PADDING: f64 = 5.0;
const BAR_HEIGHT: f64 = 12.0;
const MIN_BAR_PX: f64 = 4.0;
const LABEL_MAX_PX: f64 = 190.0;
const LABEL_SIZE: f64 = 12.0;
const LABEL_GAP: f64 = 5.0;
/// Less room than this beside a bar is none.
const LABEL_MIN_PX: f64 = 48.0;
/// Where the label and the thin bar under it lie, from the row's middle.
const OVER_LABEL: f64 = -4.0;
const OVER_BAR: f64 = 5.0;
const OVER_BAR_HEIGHT: f64 = 4.0;

/// An event with its pixels.
struct Placed<'a> {
    key: Key<Event>,
    event: &'a Event,
    left: f64,
    right: f64,
    label: String,
    side: Side,
    row: usize,
}

/// Where an event's label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// Right of its bar.
    Right,
    /// Left of its bar.
    Left,
    /// Inside a long bar (a month, a year), at its left end.
    Inside,
    /// Over a bar that leaves no room on either side; the bar is thin then.
    Over,
}

struct Lane<'a> {
    kind: LaneKind,
    placed: Vec<Placed<'a>>,
    rows: usize,
}

/// The line of time as the picture uses it; the brush measures with the same one.
pub fn axis(input: &Input) -> Option<Time> {
    let period = input.range()?;
    Some(Time::new(
        period.first(),
        period.last(),
        (LANE_NAMES_PX, (input.width - 8.0).max(LANE_NAMES_PX + 1.0)),
    ))
}

/// The days on which events begin, in order: where the brush's handles step to.
pub fn stops(input: &Input) -> Vec<Date> {
    let Some(range) = input.range() else {
        return Vec::new();
    };
    let starts = input.data.events.rows().iter().map(|e| e.span.start);
    let mut days: Vec<Date> = starts
        .chain([range.first(), range.last()])
        .filter(|d| (range.first()..=range.last()).contains(d))
        .collect();
    sort_unique(&mut days);
    days
}

/// The events of the picture's days that the filters leave in, but for the choice of single events, in order of time: from one to the
/// next a reader goes step by step, whether each has its mark or bars count them.
pub fn walk(input: &Input) -> Vec<Key<Event>> {
    let own = input.visible(Relation::Events, FacetSet::of(&[Facet::Event]));
    let visible = input.visible(Relation::Events, FacetSet::NONE);
    let is_on = |shown: &[bool], key: Key<Event>| shown.get(key.index()).copied().unwrap_or(false);
    let walked = in_order(input).into_iter().filter(|(key, event)| {
        // A session has no mark of its own.
        let stands = event.kind != EventKind::Session || is_on(&visible, *key);
        stands && is_on(&own, *key)
    });
    walked.map(|(key, _)| key).collect()
}

/// The events that have a day in the picture, in order of time.
fn in_order<'a>(input: &Input<'a>) -> Vec<(Key<Event>, &'a Event)> {
    let mut events: Vec<_> = in_range(input).collect();
    sort_by(&mut events, |(_, a), (_, b)| {
        let when = |event: &Event| (event.span.start, event.span.last_day());
        when(a).cmp(&when(b))
    });
    events
}

/// The events that have a day in the picture, in the package's order.
fn in_range<'a>(input: &Input<'a>) -> impl Iterator<Item = (Key<Event>, &'a Event)> + use<'a> {
    let range = input.range();
    let touches = move |e: &Event| range.is_some_and(|r| e.span.touches(r.first(), r.last()));
    let events = input.data.events.iter();
    events.filter(move |(_, event)| touches(event))
}

/// The view, placed: an event a mark, or bars that count them where they are many.
pub fn scene(input: &Input) -> Scene {
    // The days decide and not the filters, so that a filter leaves the picture's form as it is.
    if in_range(input).nth(SINGLE_MOST).is_none() {
        return scene_of_few(input);
    }
    let (mut scene, visible) = begun(input);
    if let Some(axis) = axis(input) {
        bars::draw(&axis, &visible, input, &mut scene);
    }
    scene
}

/// The words, and which events the filters leave in.
fn begun(input: &Input) -> (Scene, Vec<bool>) {
    let scene = Scene {
        width: input.width,
        columns: columns(input),
        ..words(input)
    };
    (scene, input.visible(Relation::Events, FacetSet::NONE))
}

/// The view of a package of at most [`SINGLE_MOST`] events. What counts more of them is not reached from here, and comes later to a page.
pub fn scene_of_few(input: &Input) -> Scene {
    let (mut scene, visible) = begun(input);
    let Some(axis) = axis(input) else {
        return scene;
    };
    let lanes = lanes(input, &axis);
    let heights: f64 = lanes.iter().map(lane_height).sum();
    scene.height = AXIS_HEIGHT + heights;
    draw_axis(&axis, input, &mut scene);
    let mut marks: Vec<(Key<Event>, Vec<Rect>)> = Vec::new();
    let mut top = AXIS_HEIGHT;
    for (index, lane) in lanes.iter().enumerate() {
        let area = Rect::new(0.0, top, input.width, lane_height(lane));
        draw_lane(lane, index, area, &visible, input, &mut scene, &mut marks);
        top = area.bottom();
    }
    tie(&marks, &visible, input, &mut scene);
    push_marks(&marks, &visible, input, &mut scene);
    scene
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.strings().timeline;
    [
        strings.column_date,
        strings.column_event,
        strings.column_place,
        strings.column_cluster,
        strings.column_kind,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn lanes<'a>(input: &Input<'a>, axis: &Time) -> Vec<Lane<'a>> {
    let ties = ties(input, axis);
    LaneKind::all(input.data)
        .map(|kind| lane(kind, &ties, input, axis))
        .filter(|lane| !lane.placed.is_empty())
        .collect()
}

fn lane<'a>(kind: LaneKind, ties: &[f64], input: &Input<'a>, axis: &Time) -> Lane<'a> {
    let ties = match kind {
        LaneKind::Cluster(_) => ties,
        _ => &[],
    };
    let mut placed: Vec<Placed> = in_range(input)
        .filter(|(_, event)| lanes_of(event).contains(&kind))
        .map(|(key, event)| place(key, event, ties, input, axis))
        .collect();
    sort_by(&mut placed, |a, b| a.left.total_cmp(&b.left));
    let mut ends: Vec<f64> = Vec::new();
    for item in &mut placed {
        let end = extent_right(item);
        item.row = match ends.iter().position(|&taken| taken <= extent_left(item)) {
            Some(row) => row,
            None => {
                ends.push(0.0);
                ends.len() - 1
            }
        };
        if let Some(slot) = ends.get_mut(item.row) {
            *slot = end + 10.0;
        }
    }
    Lane {
        kind,
        placed,
        rows: ends.len().max(1),
    }
}

/// The left and right end of an event's bar.
fn ends(event: &Event, axis: &Time) -> (f64, f64) {
    let (low, high) = axis.range();
    let left = axis.px_from_date(event.span.start).clamp(low, high);
    let right = axis.px_after_date(event.span.last_day()).clamp(low, high);
    (left, right.max(left + MIN_BAR_PX))
}

/// Where the lines stand that tie an event of several clusters across the lanes.
fn ties(input: &Input, axis: &Time) -> Vec<f64> {
    in_range(input)
        .filter(|(_, event)| lanes_of(event).len() > 1)
        .map(|(_, event)| ends(event, axis))
        .map(|(left, right)| f64::midpoint(left, right))
        .collect()
}

fn place<'a>(
    key: Key<Event>,
    event: &'a Event,
    ties: &[f64],
    input: &Input,
    axis: &Time,
) -> Placed<'a> {
    let (left, right) = ends(event, axis);
    let name = short_name(input.data, event, input.lang);
    let label_px = match event.span.precision {
        Precision::Day => LABEL_MAX_PX,
        _ => LABEL_MAX_PX.max(right - left - 14.0),
    };
    let label = truncate(&name, label_px, LABEL_SIZE, false).into_owned();
    let mut placed = Placed {
        key,
        event,
        left,
        right,
        label,
        side: Side::Right,
        row: 0,
    };
    let (side, room) = side(&placed, ties, axis);
    placed.side = side;
    if room < label_width(&placed) {
        placed.label = truncate(&name, room, LABEL_SIZE, false).into_owned();
    }
    placed
}

/// A label stands right of its bar, unless it would leave the picture there or a tie would strike it through; then left of it, and
/// where it fits on neither side, on the larger one. Gives the room there, too.
fn side(item: &Placed, ties: &[f64], axis: &Time) -> (Side, f64) {
    let width = label_width(item);
    let length = item.right - item.left;
    let (low, high) = axis.range();
    let next = ties.iter().copied().filter(|&x| x >= item.right);
    let right = next.fold(high + 8.0, f64::min) - item.right - LABEL_GAP;
    let left = item.left - LABEL_GAP - low;
    let is_long = item.event.span.precision != Precision::Day;
    if is_long && length > width + 12.0 {
        (Side::Inside, width)
    } else if width <= right {
        (Side::Right, right)
    } else if width <= left {
        (Side::Left, left)
    } else if left.max(right) < LABEL_MIN_PX.min(length) {
        (Side::Over, length - 6.0)
    } else if left < right {
        (Side::Right, right)
    } else {
        (Side::Left, left)
    }
}

fn label_width(item: &Placed) -> f64 {
    text_width(&item.label, LABEL_SIZE, false)
}

fn extent_right(item: &Placed) -> f64 {
    match item.side {
        Side::Right => item.right + LABEL_GAP + label_width(item),
        Side::Left | Side::Inside | Side::Over => item.right,
    }
}

fn extent_left(item: &Placed) -> f64 {
    match item.side {
        Side::Left => item.left - LABEL_GAP - label_width(item),
        Side::Right | Side::Inside | Side::Over => item.left,
    }
}

fn lane_height(lane: &Lane) -> f64 {
    lane.rows as f64 * ROW_HEIGHT + 2.0 * LANE_PADDING
}

fn draw_axis(axis: &Time, input: &Input, scene: &mut Scene) {
    let (low, high) = axis.range();
    let most = ((high - low) / 52.0).max(1.0) as usize;
    for tick in axis.ticks(most) {
        let x = axis.px_from_date(tick.date);
        let text = match tick.unit {
            Unit::Year => tick.date.year().to_string(),
            _ => date::month_short(tick.date, input.lang),
        };
        scene.shapes.push(Shape::Line(
            vec![
                Point::new(x, AXIS_HEIGHT - 4.0),
                Point::new(x, scene.height),
            ],
            Slot::Rule,
            1.0,
        ));
        scene.label(
            Point::new(x + 4.0, AXIS_HEIGHT / 2.0 - 2.0),
            text,
            12.0,
            Slot::Muted,
        );
    }
}

fn draw_lane(
    lane: &Lane,
    index: usize,
    area: Rect,
    visible: &[bool],
    input: &Input,
    scene: &mut Scene,
    marks: &mut Vec<(Key<Event>, Vec<Rect>)>,
) {
    draw_band(index, area, scene);
    draw_lane_name(lane.kind, area, input, scene);
    for item in &lane.placed {
        let is_visible = visible.get(item.key.index()).copied().unwrap_or(false);
        let clause = Clause::Event(item.key);
        let emphasis = input.emphasis(Some(clause), is_visible);
        let slot = slot(lane.kind, emphasis);
        let top = area.top() + LANE_PADDING + item.row as f64 * ROW_HEIGHT;
        draw_event(item, slot, emphasis, top, scene);
        // A short bar keeps its middle under a finger-sized box.
        let width = (item.right - item.left).max(ROW_HEIGHT);
        let left = f64::midpoint(item.left, item.right) - width / 2.0;
        let hit = Rect::new(left, top, width, ROW_HEIGHT);
        match marks.iter_mut().find(|(key, _)| *key == item.key) {
            Some((_, hits)) => hits.push(hit),
            None => marks.push((item.key, vec![hit])),
        }
    }
}

fn slot(lane: LaneKind, emphasis: Emphasis) -> Slot {
    match (emphasis, lane) {
        (Emphasis::Selected, _) => Slot::Accent,
        (Emphasis::Background, _) => Slot::Dimmed,
        (Emphasis::Idle, lane) => lane.slot(),
    }
}

/// Days are filled, months and years are outlined: the report does not say which day.
fn draw_event(item: &Placed, slot: Slot, emphasis: Emphasis, top: f64, scene: &mut Scene) {
    let middle = top + ROW_HEIGHT / 2.0;
    let (bar_top, bar_height, label_y) = match item.side {
        Side::Over => (middle + OVER_BAR, OVER_BAR_HEIGHT, middle + OVER_LABEL),
        _ => (middle - BAR_HEIGHT / 2.0, BAR_HEIGHT, middle),
    };
    let bar = Rect::new(item.left, bar_top, item.right - item.left, bar_height);
    let is_inside = item.side == Side::Inside;
    match item.event.span.precision {
        Precision::Day => scene.shapes.push(Shape::Fill(bar, slot)),
        _ => {
            let grow = if is_inside { 4.0 } else { 0.0 };
            let frame = Rect::new(
                bar.x + 0.5,
                bar.y - grow + 0.5,
                (bar.width - 2.0).max(2.0),
                bar.height + 2.0 * grow - 1.0,
            );
            scene.shapes.push(Shape::Outline(frame, slot, 1.0));
        }
    }
    let text_slot = match emphasis {
        Emphasis::Background => Slot::Muted,
        Emphasis::Selected => Slot::Accent,
        Emphasis::Idle => Slot::Ink,
    };
    let (x, anchor) = match item.side {
        Side::Inside | Side::Over => (item.left + 6.0, Anchor::Start),
        Side::Left => (item.left - LABEL_GAP, Anchor::End),
        Side::Right => (item.right + LABEL_GAP, Anchor::Start),
    };
    let label = scene.label(Point::new(x, label_y), &item.label, LABEL_SIZE, text_slot);
    label.anchor = anchor;
    label.bold = emphasis == Emphasis::Selected;
}

/// One event in several lanes is tied by a line through its marks.
fn tie(marks: &[(Key<Event>, Vec<Rect>)], visible: &[bool], input: &Input, scene: &mut Scene) {
    for (key, hits) in marks {
        let (Some(first), Some(last)) = (hits.first(), hits.last()) else {
            continue;
        };
        if hits.len() > 1 {
            let x = first.center().x;
            let is_visible = visible.get(key.index()).copied().unwrap_or(false);
            let slot = match input.emphasis(Some(Clause::Event(*key)), is_visible) {
                Emphasis::Selected => Slot::Accent,
                Emphasis::Background => Slot::Dimmed,
                Emphasis::Idle => Slot::Ink,
            };
            scene.shapes.push(Shape::Line(
                vec![
                    Point::new(x, first.center().y),
                    Point::new(x, last.center().y),
                ],
                slot,
                1.5,
            ));
        }
    }
}

/// The month in which an event begins, or the year where only that is stated or many years are shown.
fn when(event: &Event, range: &Period, lang: Lang) -> String {
    let years = range.last().year() - range.first().year();
    let precision = match event.span.precision {
        Precision::Year => Precision::Year,
        _ if years > 0 => Precision::Year,
        _ => Precision::Month,
    };
    let start = event.span.start;
    let begun = Span {
        start,
        end: start,
        precision,
    };
    date::span(&begun, lang)
}

/// Marks in order of time; events without a place in the picture follow in the table.
fn push_marks(
    drawn: &[(Key<Event>, Vec<Rect>)],
    visible: &[bool],
    input: &Input,
    scene: &mut Scene,
) {
    let Some(range) = input.range() else { return };
    for (key, event) in in_order(input) {
        let hits = drawn
            .iter()
            .find(|(k, _)| *k == key)
            .map_or(Vec::new(), |(_, hits)| hits.clone());
        let is_visible = visible.get(key.index()).copied().unwrap_or(false);
        if hits.is_empty() && !is_visible {
            continue;
        }
        scene.group(&when(event, &range, input.lang));
        scene.marks.push(mark(key, event, hits, is_visible, input));
    }
}

fn mark(key: Key<Event>, event: &Event, hits: Vec<Rect>, is_visible: bool, input: &Input) -> Mark {
    let lang = input.lang;
    let clause = Clause::Event(key);
    let place = event.place.and_then(|p| input.data.places.get(p));
    Mark {
        id: input.data.events.id(key).to_owned(),
        hits,
        cells: vec![
            Cell::ordered(
                date::span(&event.span, lang),
                f64::from(event.span.start.to_julian_day()),
            ),
            Cell::of_data(pick(&event.title, lang)),
            Cell::of_data(place.map_or("", |p| pick(&p.name, lang))),
            Cell::text(cluster_numerals(input.data, event, lang)),
            Cell::text(word(lang.strings().words.kinds, event.kind.slug())),
        ],
        card: card(input.data, key, event, lang),
        clause: Some(clause),
        emphasis: input.emphasis(Some(clause), is_visible),
    }
}

fn words(input: &Input) -> Scene {
    let lang = input.lang;
    let strings = &lang.strings().timeline;
    let visible = input.visible(Relation::Events, FacetSet::NONE);
    let left: Vec<&Event> = input
        .data
        .events
        .iter()
        .filter(|(key, _)| visible.get(key.index()).copied().unwrap_or(false))
        .map(|(_, event)| event)
        .collect();
    if left.is_empty() {
        return input.nothing(input.data.events.is_empty());
    }
    let all = input.data.events.rows();
    let has_meetings = all.iter().any(|e| e.kind == EventKind::Thematic);
    let is_tied = all.iter().any(|e| e.clusters.len() > 1);
    let range = input.range();
    let is_in_range = |e: &&Event| range.is_some_and(|r| e.span.touches(r.first(), r.last()));
    let shown: Vec<&Event> = left.iter().copied().filter(is_in_range).collect();
    let meetings: Vec<&Event> = shown
        .iter()
        .copied()
        .filter(|e| e.kind == EventKind::Thematic)
        .collect();
    let title = if shown.is_empty() {
        let year = range.map_or(0, |r| r.first().year()).to_string();
        let values = [
            ("n", &*count(left.len(), lang)),
            ("year", &year),
            ("button", strings.context_on),
        ];
        fill(strings.finding_elsewhere, &values)
    } else {
        let countries = countries(&meetings, input);
        let (template, told) = match (has_meetings, meetings.is_empty(), countries) {
            (false, ..) => (strings.finding_events, &shown),
            (true, true, _) => (strings.finding_none, &shown),
            // Where they were is not stated, which is not nowhere.
            (true, false, 0) => (strings.finding_meetings, &meetings),
            (true, false, _) => (strings.finding, &meetings),
        };
        let values = [
            ("n", &*count(told.len(), lang)),
            ("countries", &count(countries, lang)),
            ("period", &period(told, input)),
        ];
        fill(template, &values)
    };
    let told = if shown.is_empty() { &left } else { &shown };
    Scene {
        title,
        subtitle: match is_tied {
            true => strings.subtitle.to_owned(),
            false => strings.subtitle_plain.to_owned(),
        },
        description: fill(
            match has_meetings {
                true => strings.description,
                false => strings.description_events,
            },
            &[
                ("events", &count(told.len(), lang)),
                ("meetings", &count(meetings.len(), lang)),
                ("others", &count(told.len() - meetings.len(), lang)),
                ("period", &period(told, input)),
            ],
        ),
        ..Scene::default()
    }
}

/// A number of things, as the language writes it.
fn count(n: usize, lang: Lang) -> String {
    number(n as f64, lang)
}

fn countries(events: &[&Event], input: &Input) -> usize {
    let mut all: Vec<_> = events
        .iter()
        .flat_map(|e| event_countries(input.data, e))
        .collect();
    sort_unique(&mut all);
    all.len()
}

/// From the first to the last day of these events.
fn period(events: &[&Event], input: &Input) -> String {
    let spans = events.iter().map(|e| e.span);
    Span::around(spans).map_or_else(String::new, |span| date::span(&span, input.lang))
}
