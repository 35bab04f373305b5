//! Who took part: bars of every count, a panel for each population and the dimension it is divided by; or, where a panel's categories
//! make a whole, their shares of it.

use crate::chart::arrangement::Sort;
use crate::chart::card::Card;
use crate::chart::input::Input;
use crate::chart::number_rows::Columns;
use crate::chart::scene::{Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::format::conflict;
use crate::format::name_order;
use crate::format::number::{number, quantity, quantity_label, quantity_with_unit};
use crate::format::text::{aside, dimension, lower_first, pick, upper_first};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::scale::linear::Linear;
use crate::geometry::text_width::text_width;
use crate::geometry::wrap::wrap;
use crate::language::template::fill;
use crate::model::event::{Event, EventKind};
use crate::model::figure::Figure;
use crate::model::order::sort_by;
use crate::model::quantity::{Approximation, Quantity};
use crate::model::table::Key;
use std::cmp::Ordering;

/// The facets that this view's own marks set.
pub const OWN: FacetSet = FacetSet::NONE;

const ROW_HEIGHT: f64 = 38.0;
/// A number without a bar.
const BARE_HEIGHT: f64 = 24.0;
const WORDS_LINE: f64 = 16.0;
/// As many lines of words as stand beside a number.
const WORDS_LINES: usize = 6;
const BAR_HEIGHT: f64 = 10.0;
const HEAD_LINE: f64 = 18.0;
const NOTE_LINE: f64 = 17.0;
const PANEL_GAP: f64 = 28.0;
const COLUMN_GAP: f64 = 40.0;
const COLUMN_MIN: f64 = 420.0;
/// Some systems' bold text is a tenth wider than the width table says, and their regular text a little.
pub const WIDE_BOLD: f64 = 0.9;
/// See [`WIDE_BOLD`].
pub const WIDE_REGULAR: f64 = 0.96;

/// A population divided by one dimension.
struct Panel<'a> {
    event: Option<Key<Event>>,
    title: String,
    rows: Vec<Row<'a>>,
}

/// What a panel's bars are measured against.
#[derive(Clone, Copy, PartialEq)]
enum Whole {
    /// The categories overlap, or restate each other.
    Overlapping,
    /// The categories count different things.
    Mixed,
    /// The categories make a whole; their sum.
    Sum(f64),
}

struct Row<'a> {
    key: Key<Figure>,
    figure: &'a Figure,
    quantity: &'a Quantity,
}

/// The view, placed. Empty of marks where the package has no counts or the selection leaves none.
pub fn scene(input: &Input) -> Scene {
    let shown = shown(input);
    let panels = &shown.panels;
    let mut scene = Scene {
        width: input.width,
        columns: columns(input),
        ..words(input, &shown)
    };
    let mut columns = Columns::over(input.width, COLUMN_MIN, (COLUMN_GAP, PANEL_GAP));
    for panel in panels {
        let bottom = place(panel, panels, input, columns.next(), &mut scene);
        columns.fill(bottom);
    }
    scene.height = columns.bottom();
    for row in &shown.others {
        scene.marks.push(mark(row, None, input, None));
    }
    scene
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.strings().participation;
    let mut columns = vec![
        strings.column_population,
        strings.column_category,
        strings.column_value,
    ];
    if input.arrangement.is_share {
        columns.push(strings.column_share);
    }
    columns.into_iter().map(str::to_owned).collect()
}

/// The counts that the selection leaves in: those that make a set are drawn, the others stand in the table.
struct Shown<'a> {
    panels: Vec<Panel<'a>>,
    others: Vec<Row<'a>>,
}

/// A set is two or more counts of one event, population and dimension. Restatements of a number (dimensions `total` and `restated`) are
/// no set; each shows on the card of the number that it repeats.
fn shown<'a>(input: &Input<'a>) -> Shown<'a> {
    let visible = input.visible(Relation::Figures, OWN);
    let mut sets: Vec<Panel<'a>> = Vec::new();
    let mut others = Vec::new();
    for (key, figure) in input.data.figures.iter() {
        let Some(quantity) = &figure.quantity else {
            continue;
        };
        if !visible.get(key.index()).copied().unwrap_or(false) {
            continue;
        }
        let row = Row {
            key,
            figure,
            quantity,
        };
        if matches!(figure.dimension.as_str(), "total" | "restated" | "meetings") {
            others.push(row);
            continue;
        }
        let same = |p: &&mut Panel<'a>| p.rows.iter().any(|r| same_panel(r.figure, figure));
        match sets.iter_mut().find(same) {
            Some(panel) => panel.rows.push(row),
            None => sets.push(Panel {
                event: figure.event,
                title: panel_title(figure, input),
                rows: vec![row],
            }),
        }
    }
    let (mut panels, single): (Vec<_>, Vec<_>) = sets.into_iter().partition(|p| p.rows.len() > 1);
    sort_by(&mut panels, |a, b| rank(a, input).cmp(&rank(b, input)));
    others.extend(single.into_iter().flat_map(|p| p.rows));
    sort_by(&mut others, |a, b| a.key.cmp(&b.key));
    for panel in &mut panels {
        sort_by(&mut panel.rows, |a, b| ordered(a, b, input));
    }
    Shown { panels, others }
}

/// The order of a panel's rows, as the reader chose it.
fn ordered(a: &Row, b: &Row, input: &Input) -> Ordering {
    match input.arrangement.sort {
        Sort::Report => a.key.cmp(&b.key),
        Sort::Value => b.quantity.value.total_cmp(&a.quantity.value),
        Sort::Name => {
            let [a, b] = [a, b].map(|row| pick(&row.figure.category, input.lang));
            name_order::compare(a, b, input.lang)
        }
    }
}

impl Panel<'_> {
    fn whole(&self) -> Whole {
        if self.rows.iter().any(|r| r.figure.overlapping) {
            return Whole::Overlapping;
        }
        let sum: f64 = self.rows.iter().map(|r| r.quantity.value).sum();
        let first = self.rows.first().map(|r| r.quantity.unit.as_str());
        let adds_up = |r: &Row| {
            let is_count = r.quantity.value >= 0.0 && r.quantity.high.is_none();
            is_count && Some(r.quantity.unit.as_str()) == first && first != Some("percent")
        };
        match self.rows.iter().all(adds_up) && sum > 0.0 {
            true => Whole::Sum(sum),
            false => Whole::Mixed,
        }
    }

    /// A row's share of the panel, where shares are asked for and the panel is a whole.
    fn share(&self, row: &Row, input: &Input) -> Option<Share> {
        let Whole::Sum(sum) = self.whole() else {
            return None;
        };
        let is_exact = |r: &Row| r.quantity.approximation == Approximation::Exact;
        // Of a whole that is not known exactly no part is.
        let approximation = match self.rows.iter().all(is_exact) {
            true => Approximation::Exact,
            false => Approximation::About,
        };
        input.arrangement.is_share.then(|| Share {
            quantity: Quantity {
                value: row.quantity.value / sum * 100.0,
                high: None,
                approximation,
                unit: "percent".to_owned(),
            },
            formula: format!(
                "{} ÷ {}",
                number(row.quantity.value, input.lang),
                number(sum, input.lang)
            ),
        })
    }

    fn note(&self, input: &Input) -> Option<&'static str> {
        let strings = &input.lang.strings().participation;
        match (self.whole(), input.arrangement.is_share) {
            (Whole::Overlapping, true) => Some(strings.no_share_overlap),
            (Whole::Overlapping, false) => Some(strings.overlapping),
            (Whole::Mixed, true) => Some(strings.no_share_mixed),
            _ => None,
        }
    }
}

/// A count's part of its panel.
struct Share {
    /// In per cent.
    quantity: Quantity,
    /// The count ÷ the panel's sum.
    formula: String,
}

fn same_panel(a: &Figure, b: &Figure) -> bool {
    a.event == b.event && a.population == b.population && a.dimension == b.dimension
}

fn panel_title(figure: &Figure, input: &Input) -> String {
    let strings = input.lang.strings();
    fill(
        strings.participation.panel,
        &[
            ("population", pick(&figure.population, input.lang)),
            (
                "dimension",
                &dimension(&figure.dimension_name, &figure.dimension, input.lang),
            ),
        ],
    )
}

/// Forum meetings, then civil society, then thematic meetings, then the rest; within each the report's order.
fn rank(panel: &Panel, input: &Input) -> u8 {
    let event = panel.event.and_then(|key| input.data.events.get(key));
    match event.map(|e| e.kind) {
        Some(EventKind::Summit) => 0,
        Some(EventKind::CivilSociety) => 1,
        Some(EventKind::Thematic) => 2,
        _ => 3,
    }
}

/// The scale of a row, from zero: shares and per cents run to 100 %; bars of one event and unit share theirs. None where nothing else
/// in its panel is of its unit: there is nothing that a bar could be compared with.
fn scale(row: &Row, panel: &Panel, all: &[Panel], input: &Input, width: f64) -> Option<Linear> {
    let unit = row.quantity.unit.as_str();
    let is_like = |r: &&Row| r.quantity.unit == unit;
    let is_share = input.arrangement.is_share && matches!(panel.whole(), Whole::Sum(_));
    let most = if is_share || unit == "percent" {
        100.0
    } else if panel.rows.iter().filter(is_like).count() < 2 {
        return None;
    } else {
        let siblings = all.iter().filter(|p| p.event == panel.event);
        let like = siblings.flat_map(|p| &p.rows).filter(is_like);
        like.map(|r| r.quantity.value).fold(1.0, f64::max)
    };
    Some(Linear::new((0.0, most), (0.0, width)))
}

/// Places one panel from its top on; gives back its bottom.
fn place(panel: &Panel, all: &[Panel], input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let mut y = column.top();
    for line in wrap(&panel.title, column.width * WIDE_BOLD, 14.0, true, 3) {
        scene
            .label(
                Point::new(column.left(), y + HEAD_LINE / 2.0),
                line,
                14.0,
                Slot::Ink,
            )
            .bold = true;
        y += HEAD_LINE;
    }
    if let Some(note) = panel.note(input) {
        for line in wrap(note, column.width * WIDE_REGULAR, 12.0, false, 2) {
            scene.label(
                Point::new(column.left(), y + NOTE_LINE / 2.0),
                line,
                12.0,
                Slot::Muted,
            );
            y += NOTE_LINE;
        }
    }
    y += 4.0;
    scene.group(&panel.title);
    for row in &panel.rows {
        let scale = scale(row, panel, all, input, column.width);
        let top = Rect::new(column.left(), y, column.width, 0.0);
        y = place_row(row, panel.share(row, input), scale, input, top, scene);
    }
    y
}

/// Places a number with its words, and its bar where it has a scale, from the top of `column` on; gives back the bottom.
fn place_row(
    row: &Row,
    share: Option<Share>,
    scale: Option<Linear>,
    input: &Input,
    column: Rect,
    scene: &mut Scene,
) -> f64 {
    let shown = share.as_ref().map_or(row.quantity, |s| &s.quantity);
    let value = quantity_label(shown, input.lang);
    let indent = text_width(&value, 15.0, true) / WIDE_BOLD + 8.0;
    let room = (column.width - indent) * WIDE_REGULAR;
    let words = pick(&row.figure.category, input.lang);
    let lines = wrap(words, room, 13.0, false, WORDS_LINES);
    let below = lines.len().saturating_sub(1) as f64 * WORDS_LINE;
    let height = below + scale.as_ref().map_or(BARE_HEIGHT, |_| ROW_HEIGHT);
    let area = Rect::new(column.left(), column.top(), column.width, height);
    let mark = mark(row, share.as_ref(), input, Some(area));
    let slot = match mark.emphasis {
        Emphasis::Selected => Slot::Accent,
        Emphasis::Background => Slot::Dimmed,
        Emphasis::Idle => Slot::Neutral,
    };
    let mut at = Point::new(area.left(), area.top() + 10.0);
    scene.label(at, &value, 15.0, Slot::Ink).bold = true;
    at.x += indent;
    for line in lines {
        scene.label(at, line, 13.0, Slot::Ink);
        at.y += WORDS_LINE;
    }
    if let Some(scale) = scale {
        let bar = Rect::new(
            area.left(),
            area.top() + below + 20.0,
            scale.px_from_value(shown.value).max(2.0),
            BAR_HEIGHT,
        );
        if share.is_some() {
            // What the whole would reach.
            let whole = Rect::new(bar.x, bar.y, area.width, bar.height);
            scene.shapes.push(Shape::Fill(whole, Slot::Land));
            // A hollow bar is hollow on this ground too.
            scene.shapes.push(Shape::Fill(bar, Slot::Paper));
        }
        let is_derived = row.figure.derived.is_some();
        draw_bar(bar, shown.approximation, is_derived, slot, scene);
    }
    scene.marks.push(mark);
    area.bottom()
}

/// An exact bar is filled; about ends in a lighter tooth; more than and at least end in an arrow; a computed bar is hollow.
pub fn draw_bar(bar: Rect, how: Approximation, is_derived: bool, slot: Slot, scene: &mut Scene) {
    if is_derived {
        let inner = Rect::new(
            bar.x + 0.75,
            bar.y + 0.75,
            (bar.width - 1.5).max(0.5),
            bar.height - 1.5,
        );
        scene.shapes.push(Shape::Outline(inner, slot, 1.5));
        return;
    }
    match how {
        Approximation::Exact => scene.shapes.push(Shape::Fill(bar, slot)),
        Approximation::About => {
            let solid = (bar.width - 10.0).max(bar.width * 0.5);
            scene.shapes.push(Shape::Fill(
                Rect::new(bar.x, bar.y, solid, bar.height),
                slot,
            ));
            // Counted from the end, so that a short bar too is as long as its number.
            for back in [7.0, 2.0] {
                let x = bar.right() - back;
                if x >= bar.x + solid - 0.01 {
                    scene
                        .shapes
                        .push(Shape::Fill(Rect::new(x, bar.y, 2.0, bar.height), slot));
                }
            }
        }
        Approximation::MoreThan | Approximation::AtLeast => {
            let tip = bar.height / 2.0;
            let solid = (bar.width - tip).max(1.0);
            scene.shapes.push(Shape::Fill(
                Rect::new(bar.x, bar.y, solid, bar.height),
                slot,
            ));
            scene.shapes.push(Shape::Area(
                vec![
                    Point::new(bar.x + solid, bar.y),
                    Point::new(bar.right(), bar.y + bar.height / 2.0),
                    Point::new(bar.x + solid, bar.bottom()),
                ],
                slot,
            ));
        }
    }
}

fn mark(row: &Row, share: Option<&Share>, input: &Input, area: Option<Rect>) -> Mark {
    let event = row.figure.event.and_then(|key| input.data.events.get(key));
    let clause = event.map(|e| Clause::Kind(selectable_kind(row.figure, e, input)));
    let card = card(row, share, input);
    let mut cells = vec![
        Cell::of_data(pick(&row.figure.population, input.lang)),
        Cell::of_data(&card.title),
        Cell::ordered(&card.value, row.quantity.value),
    ];
    if input.arrangement.is_share {
        cells.push(match share {
            Some(share) => {
                let words = quantity(&share.quantity, input.lang);
                Cell::ordered(words, share.quantity.value)
            }
            None => Cell::ordered("–", -1.0),
        });
    }
    Mark {
        id: input.data.figures.id(row.key).to_owned(),
        hits: area.into_iter().collect(),
        cells,
        emphasis: input.emphasis(clause, true),
        card,
        clause,
    }
}

/// The kind that a reader means by a count: an umbrella of meetings stands for their kind.
fn selectable_kind(figure: &Figure, event: &Event, input: &Input) -> EventKind {
    let parts = input.data.events.rows().iter();
    parts
        .filter(|e| e.parent.is_some() && e.parent == figure.event && e.kind != EventKind::Session)
        .map(|e| e.kind)
        .next()
        .unwrap_or(event.kind)
}

fn card(row: &Row, share: Option<&Share>, input: &Input) -> Card {
    let lang = input.lang;
    let strings = lang.strings();
    let figure = row.figure;
    let mut notes = vec![pick(&figure.population, lang).to_owned()];
    if let Some(event) = figure.event.and_then(|key| input.data.events.get(key)) {
        notes.push(pick(&event.title, lang).to_owned());
    }
    if let Some(formula) = &figure.derived {
        notes.push(fill(
            strings.view.computed,
            &[(
                "formula",
                &crate::format::formula::figures(formula, input.data, lang),
            )],
        ));
    }
    if let Some(share) = share {
        let words = quantity(&share.quantity, lang);
        notes.push(fill(strings.participation.share, &[("share", &words)]));
        notes.push(fill(strings.view.computed, &[("formula", &share.formula)]));
    }
    if figure.overlapping && figure.dimension != "group" {
        notes.push(strings.participation.overlapping.to_owned());
    }
    let conflicts = conflict::sentences(input.data, row.quantity.value, &figure.source, lang);
    let contested = !conflicts.is_empty();
    notes.extend(conflicts);
    Card {
        title: pick(&figure.category, lang).to_owned(),
        value: quantity_with_unit(row.quantity, lang),
        notes,
        source: figure.source.clone(),
        contested,
        subject: None,
        is_sentence: false,
    }
}

/// Title, subtitle and description, from what is shown.
fn words(input: &Input, shown: &Shown) -> Scene {
    let lang = input.lang;
    let strings = &lang.strings().participation;
    let heads: Vec<String> = shown
        .panels
        .iter()
        .filter_map(|p| headline(p, input))
        .collect();
    let drawn = shown.panels.iter().flat_map(|p| &p.rows);
    let mut rows: Vec<&Row> = drawn.chain(&shown.others).collect();
    let count = rows.len().to_string();
    sort_by(&mut rows, |a, b| {
        b.quantity.value.total_cmp(&a.quantity.value)
    });
    let Some(largest) = rows.first().map(|row| largest(row, input)) else {
        return input.nothing(input.data.figures.is_empty());
    };
    let title = match heads.as_slice() {
        [] => largest.clone(),
        [a, b, ..] => format!("{a}{}{b}", lang.strings().list.semicolon),
        [a] => a.clone(),
    };
    Scene {
        title: upper_first(&title),
        subtitle: match input.arrangement.is_share {
            true => strings.subtitle_share,
            false => strings.subtitle,
        }
        .to_owned(),
        description: fill(strings.description, &[("n", &count), ("largest", &largest)]),
        ..Scene::default()
    }
}

/// The first count of people of a forum meeting or of civil society's days: what a reader asks first.
fn headline(panel: &Panel, input: &Input) -> Option<String> {
    let event = input.data.events.get(panel.event?)?;
    let leads = matches!(event.kind, EventKind::Summit | EventKind::CivilSociety);
    // Of the report's order, whatever the reader's.
    let first = panel.rows.iter().min_by_key(|r| r.key)?;
    let is_room =
        panel.rows.iter().all(|r| r.quantity.unit == "people") && first.figure.dimension == "role";
    (leads && is_room).then(|| statement(first, input))
}

fn largest(row: &Row, input: &Input) -> String {
    let category = pick(&row.figure.category, input.lang);
    let value = quantity_with_unit(row.quantity, input.lang);
    aside(category, &value, input.lang)
}

/// A count of people in a sentence.
fn statement(row: &Row, input: &Input) -> String {
    let lang = input.lang;
    fill(
        lang.strings().participation.statement,
        &[
            ("value", &quantity(row.quantity, lang)),
            ("category", &lower_first(pick(&row.figure.category, lang))),
        ],
    )
}
