//! The timeline of many events: bars that count them by months, quarters or years, in the lanes in which each would have its mark.
//!
//! An event counts once in each of its lanes, on its first day however long it lasts; what began before the line of time counts in the
//! first bar. Behind the part that the filters leave in, the whole stays to be seen.

use crate::chart::card::Card;
use crate::chart::input::Input;
use crate::chart::scene::{Anchor, Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::chart::timeline::lanes::{LaneKind, draw_band, draw_lane_name, lanes_of};
use crate::chart::timeline::{AXIS_HEIGHT, LANE_PADDING, ROW_HEIGHT, count, draw_axis, in_range};
use crate::filter::clause::{Clause, Period};
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::Relation;
use crate::format::date;
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::scale::linear::Linear;
use crate::geometry::scale::time::{Time, TimeBin, Unit};
use crate::geometry::text_width::text_width;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::event::Event;
use crate::model::order::sort_unique;
use crate::model::span::{Date, Precision, Span, iso_date};
use crate::model::table::Key;

/// The highest bar, and the room above it for its number.
const BAR_MOST: f64 = 40.0;
const NUMBER_PX: f64 = 16.0;
const NUMBER_SIZE: f64 = 12.0;
const LANE_HEIGHT: f64 = 2.0 * LANE_PADDING + NUMBER_PX + BAR_MOST;
/// A single event beside thousands is still seen.
const MIN_BAR_PX: f64 = 2.0;
/// Less room than this beside a number makes two numbers one.
const NUMBER_GAP: f64 = 3.0;

/// The events that begin in a stretch of time and stand in one lane.
#[derive(Clone, Default)]
struct Bar {
    events: Vec<Key<Event>>,
    /// How many of them the filters leave in.
    left: usize,
    /// How many of them began before the line of time does.
    earlier: usize,
}

struct Lane {
    kind: LaneKind,
    /// One for each bin, empty ones too.
    bars: Vec<Bar>,
}

/// The view's parts that many events need otherwise: places the bars, and says what they count.
pub(super) fn draw(axis: &Time, visible: &[bool], input: &Input, scene: &mut Scene) {
    let (low, high) = axis.range();
    let most = ((high - low) / ROW_HEIGHT).max(1.0) as usize;
    let bins = axis.bins(most);
    let lanes = lanes(&bins, visible, input);
    scene.is_aggregated = true;
    scene.columns = columns(input.lang);
    say(&bins, visible, input, scene);
    let drawn = || lanes.iter().filter(|lane| lane.kind != LaneKind::Sessions);
    scene.height = AXIS_HEIGHT + drawn().count() as f64 * LANE_HEIGHT;
    draw_axis(axis, input, scene);
    let bars = drawn().flat_map(|lane| &lane.bars);
    let highest = bars.map(|bar| bar.events.len()).max().unwrap_or(0);
    let scale = Linear::new((0.0, highest.max(1) as f64), (0.0, BAR_MOST));
    let touching = touching(&bins, input);
    let mut top = AXIS_HEIGHT;
    for (index, lane) in lanes.iter().enumerate() {
        let mut hits = Vec::new();
        if lane.kind != LaneKind::Sessions {
            let area = Rect::new(0.0, top, input.width, LANE_HEIGHT);
            draw_band(index, area, scene);
            draw_lane_name(lane.kind, area, input, scene);
            hits = draw_bars(lane, &bins, area, axis, &scale, input, scene);
            top = area.bottom();
        }
        scene.group(&lane.kind.name(input.data, input.lang));
        for (at, (bin, bar)) in bins.iter().zip(&lane.bars).enumerate() {
            if !bar.events.is_empty() {
                let hit = hits.get(at).copied();
                let n = touching.get(at).copied().unwrap_or(0);
                scene
                    .marks
                    .push(mark(lane.kind, bin, bar, hit, n, visible, input));
            }
        }
    }
}

/// The lanes that have any event, each with a bar for each bin.
fn lanes(bins: &[TimeBin], visible: &[bool], input: &Input) -> Vec<Lane> {
    let none = |kind| Lane {
        kind,
        bars: vec![Bar::default(); bins.len()],
    };
    let mut lanes: Vec<Lane> = LaneKind::all(input.data).map(none).collect();
    for (key, event) in in_range(input) {
        let mut kinds = lanes_of(event);
        if kinds.is_empty() {
            kinds.push(LaneKind::Sessions);
        }
        let at = bin_of(event.span.start, bins);
        let is_left = visible.get(key.index()).copied().unwrap_or(false);
        let is_earlier = bins.first().is_some_and(|bin| event.span.start < bin.first);
        for lane in lanes.iter_mut().filter(|lane| kinds.contains(&lane.kind)) {
            if let Some(bar) = lane.bars.get_mut(at) {
                bar.events.push(key);
                bar.left += usize::from(is_left);
                bar.earlier += usize::from(is_earlier);
            }
        }
    }
    lanes.retain(|lane| lane.bars.iter().any(|bar| !bar.events.is_empty()));
    lanes
}

/// The bin that a day falls into; the first or the last for a day beyond them.
fn bin_of(day: Date, bins: &[TimeBin]) -> usize {
    bins.partition_point(|bin| bin.first <= day)
        .saturating_sub(1)
}

/// How many events choosing each bin would leave: the filter by a period leaves what has any day in it, in every lane.
fn touching(bins: &[TimeBin], input: &Input) -> Vec<usize> {
    let others = input.visible(Relation::Events, FacetSet::of(&[Facet::Time]));
    // How many begin to touch in each bin, and how many have ceased.
    let mut begun = vec![0_usize; bins.len() + 1];
    let mut ceased = begun.clone();
    for (key, event) in in_range(input) {
        if others.get(key.index()).copied().unwrap_or(false) {
            let last = bin_of(event.span.last_day(), bins) + 1;
            if let Some(n) = begun.get_mut(bin_of(event.span.start, bins)) {
                *n += 1;
            }
            if let Some(n) = ceased.get_mut(last) {
                *n += 1;
            }
        }
    }
    let steps = begun.into_iter().zip(ceased);
    let running = steps.scan(0_usize, |now, (more, fewer)| {
        *now = (*now + more).saturating_sub(fewer);
        Some(*now)
    });
    running.take(bins.len()).collect()
}

/// Draws a lane's bars and gives back where each can be hit.
fn draw_bars(
    lane: &Lane,
    bins: &[TimeBin],
    area: Rect,
    axis: &Time,
    scale: &Linear,
    input: &Input,
    scene: &mut Scene,
) -> Vec<Rect> {
    let (low, high) = axis.range();
    let base = area.bottom() - LANE_PADDING;
    let ground = [low, high].map(|x| Point::new(x, base));
    scene
        .shapes
        .push(Shape::Line(ground.to_vec(), Slot::Rule, 1.0));
    let columns: Vec<Rect> = bins
        .iter()
        .map(|bin| {
            let left = axis.px_from_date(bin.first).clamp(low, high);
            let right = axis.px_after_date(bin.last).clamp(low, high);
            let top = area.top() + LANE_PADDING;
            Rect::new(left, top, right - left, base - top)
        })
        .collect();
    let height = |n: usize| match n {
        0 => 0.0,
        n => scale.px_from_value(n as f64).max(MIN_BAR_PX),
    };
    for ((bin, bar), column) in bins.iter().zip(&lane.bars).zip(&columns) {
        let mut rise = |n: usize, slot| {
            let width = (column.width - 2.0).max(1.0);
            let rect = Rect::new(column.left() + 1.0, base - height(n), width, height(n));
            scene.shapes.push(Shape::Fill(rect, slot));
        };
        if bar.left < bar.events.len() {
            rise(bar.events.len(), Slot::Dimmed);
        }
        if bar.left > 0 {
            let slot = match emphasis(bin, bar, input) {
                Emphasis::Selected => Slot::Accent,
                _ => lane.kind.slot(),
            };
            rise(bar.left, slot);
        }
    }
    let numbered = numbered(lane, &columns, input.lang);
    for (at, text) in numbered {
        let (Some(bar), Some(column), Some(bin)) =
            (lane.bars.get(at), columns.get(at), bins.get(at))
        else {
            continue;
        };
        let half = text_width(&text, NUMBER_SIZE, true) / 2.0;
        let x = column
            .center()
            .x
            .clamp(low + half, (high - half).max(low + half));
        let y = base - height(bar.events.len()) - NUMBER_PX / 2.0;
        let (slot, bold) = match emphasis(bin, bar, input) {
            Emphasis::Selected => (Slot::Accent, true),
            Emphasis::Background => (Slot::Muted, false),
            Emphasis::Idle => (Slot::Ink, false),
        };
        let label = scene.label(Point::new(x, y), text, NUMBER_SIZE, slot);
        label.anchor = Anchor::Middle;
        label.bold = bold;
    }
    // A narrow bar keeps its middle under a finger-sized box.
    let hit = |column: Rect| {
        let width = column.width.max(ROW_HEIGHT);
        let left = column.center().x - width / 2.0;
        Rect::new(left, column.top(), width, column.height)
    };
    columns.into_iter().map(hit).collect()
}

/// The numbers above a lane's bars: of all, or where one has no room, of the highest bar alone.
fn numbered(lane: &Lane, columns: &[Rect], lang: Lang) -> Vec<(usize, String)> {
    let bars = lane.bars.iter().enumerate();
    let counted = bars.filter(|(_, bar)| !bar.events.is_empty());
    let all: Vec<(usize, String)> = counted.map(|(at, bar)| (at, part(bar, lang))).collect();
    let has_room = |(at, text): &(usize, String)| {
        // Measured in bold, so that choosing a bar takes no number away.
        let width = text_width(text, NUMBER_SIZE, true) + NUMBER_GAP;
        columns.get(*at).is_some_and(|column| width <= column.width)
    };
    if all.iter().all(has_room) {
        return all;
    }
    let size = |at: usize| lane.bars.get(at).map_or(0, |bar| bar.events.len());
    let most = all.iter().map(|(at, _)| size(*at)).max();
    let highest = all.into_iter().find(|(at, _)| Some(size(*at)) == most);
    highest.into_iter().collect()
}

/// `120`, or `40/120` where the filters leave a part.
fn part(bar: &Bar, lang: Lang) -> String {
    let all = count(bar.events.len(), lang);
    match bar.left == bar.events.len() {
        true => all,
        false => format!("{}/{all}", count(bar.left, lang)),
    }
}

fn clause(bin: &TimeBin) -> Clause {
    Clause::Time(Period::between(bin.first, bin.last))
}

/// A period that is longer or shorter than a bar chooses none of them, and leaves some or none of what each counts.
fn emphasis(bin: &TimeBin, bar: &Bar, input: &Input) -> Emphasis {
    match (input.engine.selection().has(clause(bin)), bar.left) {
        (true, _) => Emphasis::Selected,
        (false, 0) => Emphasis::Background,
        (false, _) => Emphasis::Idle,
    }
}

fn mark(
    lane: LaneKind,
    bin: &TimeBin,
    bar: &Bar,
    hit: Option<Rect>,
    touching: usize,
    visible: &[bool],
    input: &Input,
) -> Mark {
    let lang = input.lang;
    let strings = &lang.later().timeline_bars;
    let (period, name) = (period(bin, lang), lane.name(input.data, lang));
    let all = bar.events.len();
    let counted = |template, n| fill(template, &[("n", &count(n, lang))]);
    let mut notes = Vec::new();
    if bar.left < all {
        notes.push(counted(strings.bar_left, bar.left));
    }
    if bar.earlier > 0 {
        notes.push(counted(strings.bar_earlier, bar.earlier));
    }
    notes.push(counted(strings.bar_period, touching));
    Mark {
        id: format!("{}.{}", iso_date(bin.first), slug(lane, input)),
        hits: hit.into_iter().collect(),
        cells: vec![
            Cell::ordered(period.as_str(), f64::from(bin.first.to_julian_day())),
            Cell::text(name.as_str()),
            Cell::ordered(count(all, lang), all as f64),
            Cell::ordered(count(bar.left, lang), bar.left as f64),
        ],
        card: Card {
            title: [period, name].join(lang.strings().list.comma),
            value: counted(strings.bar_events, all),
            notes,
            source: source(bar, visible, input),
            contested: false,
            subject: None,
            is_sentence: true,
        },
        clause: Some(clause(bin)),
        emphasis: emphasis(bin, bar, input),
    }
}

/// The paragraphs behind what the filters leave of a bar; behind all of it where they leave nothing.
fn source(bar: &Bar, visible: &[bool], input: &Input) -> Source {
    let is_left =
        |key: &&Key<Event>| bar.left == 0 || visible.get(key.index()).copied().unwrap_or(false);
    let events = bar.events.iter().filter(is_left);
    let events = events.filter_map(|&key| input.data.events.get(key));
    let mut source: Source = events.flat_map(|e| e.source.iter().cloned()).collect();
    sort_unique(&mut source);
    source
}

fn slug(lane: LaneKind, input: &Input) -> String {
    match lane {
        LaneKind::Cluster(key) => format!("cluster-{}", input.data.clusters.id(key)),
        LaneKind::Thematic => "thematic".to_owned(),
        LaneKind::Preparation => "preparation".to_owned(),
        LaneKind::CivilSociety => "civil-society".to_owned(),
        LaneKind::Summit => "summit".to_owned(),
        LaneKind::Elsewhere => "elsewhere".to_owned(),
        LaneKind::Sessions => "session".to_owned(),
    }
}

/// A bin in words: `March 2011`, `January–March 2011`, `2011`.
fn period(bin: &TimeBin, lang: Lang) -> String {
    let precision = match bin.unit {
        Unit::Month | Unit::Quarter => Precision::Month,
        Unit::Year => Precision::Year,
    };
    let span = Span {
        start: bin.first,
        end: bin.last,
        precision,
    };
    date::span(&span, lang)
}

fn columns(lang: Lang) -> Vec<String> {
    let strings = &lang.later().timeline_bars;
    [
        lang.strings().timeline.brush,
        strings.column_lane,
        strings.column_events,
        strings.column_left,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The table's column of what the filters leave in.
pub const LEFT_COLUMN: usize = 3;

/// Says what a bar counts, and which has most; the finding stays that of the events.
fn say(bins: &[TimeBin], visible: &[bool], input: &Input, scene: &mut Scene) {
    let lang = input.lang;
    let strings = &lang.later().timeline_bars;
    let unit = unit(bins, lang);
    let mut begun = vec![0_usize; bins.len()];
    let mut is_tied = false;
    for (key, event) in in_range(input) {
        is_tied |= lanes_of(event).len() > 1;
        let at = bin_of(event.span.start, bins);
        if let Some(n) = begun.get_mut(at) {
            *n += usize::from(visible.get(key.index()).copied().unwrap_or(false));
        }
    }
    let Some(most) = begun.iter().copied().max().filter(|&n| n > 0) else {
        return;
    };
    let template = match is_tied {
        true => strings.subtitle_bars,
        false => strings.subtitle_bars_plain,
    };
    scene.subtitle = fill(template, &[("unit", &unit)]);
    let busiest = begun.iter().position(|&n| n == most);
    let busiest = busiest.and_then(|at| bins.get(at));
    scene.description = fill(
        strings.description_bars,
        &[
            ("said", &scene.description),
            ("unit", &unit),
            (
                "period",
                &busiest.map_or(String::new(), |bin| period(bin, lang)),
            ),
            ("n", &count(most, lang)),
        ],
    );
}

/// How long a bin is, in words.
fn unit(bins: &[TimeBin], lang: Lang) -> String {
    let strings = &lang.later().timeline_bars;
    let years = bins
        .iter()
        .map(|bin| bin.last.year() - bin.first.year() + 1);
    match (bins.first().map(|bin| bin.unit), years.max()) {
        (Some(Unit::Month), _) => strings.unit_month.to_owned(),
        (Some(Unit::Quarter), _) => strings.unit_quarter.to_owned(),
        (_, Some(years)) if years > 1 => fill(strings.unit_years, &[("n", &years.to_string())]),
        _ => strings.unit_year.to_owned(),
    }
}
