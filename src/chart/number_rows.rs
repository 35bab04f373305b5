//! Numbers as several views set them: text in lines, a large number with its words, columns that fill evenly, a share on a line.

use crate::chart::participation::{WIDE_BOLD, WIDE_REGULAR, draw_bar};
use crate::chart::scene::{Anchor, Scene, Shape, Slot};
use crate::format::number::percent;
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::scale::linear::Linear;
use crate::geometry::text_width::text_width;
use crate::geometry::wrap::wrap;
use crate::language::lang::Lang;
use crate::model::quantity::{Approximation, Quantity};

/// The height of a bar in pixels.
pub const BAR_HEIGHT: f64 = 10.0;
/// The height of a share's line with its dot.
pub const SHARE_HEIGHT: f64 = 20.0;
/// The least width in which words still stand beside their number.
const BESIDE_MIN: f64 = 150.0;
const CELL_GAP: f64 = 20.0;
/// A dot at either end of a line keeps inside the picture, and so does the arrow of an open end.
const LINE_INSET: f64 = 10.0;
const DOT: f64 = 6.0;

/// How text is set.
#[derive(Clone, Copy)]
pub struct Face {
    /// Size in pixels.
    pub size: f64,
    /// Bold or not.
    pub bold: bool,
    /// Colour.
    pub slot: Slot,
    /// What does not fit into so many lines is cut off.
    pub max_lines: usize,
}

/// A heading inside a picture.
pub const HEAD: Face = Face {
    size: 14.0,
    bold: true,
    slot: Slot::Ink,
    max_lines: 3,
};

/// What a number counts.
pub const WORDS: Face = Face {
    size: 13.0,
    bold: false,
    slot: Slot::Ink,
    max_lines: 6,
};

/// A remark under a heading or a number.
pub const NOTE: Face = Face {
    size: 12.0,
    bold: false,
    slot: Slot::Muted,
    max_lines: 3,
};

/// What the report gives in another place: as dark as the words, since it puts the number in doubt.
const BADGE: Face = Face {
    slot: Slot::Ink,
    ..NOTE
};

impl Face {
    /// From line to line, in pixels.
    fn line(self) -> f64 {
        (self.size * 1.36).round()
    }
}

/// Sets text in lines from the top of `column` on, as wide as the column. Gives back the bottom.
pub fn set(text: &str, face: Face, column: Rect, scene: &mut Scene) -> f64 {
    let spare = if face.bold { WIDE_BOLD } else { WIDE_REGULAR };
    let width = column.width * spare;
    let mut y = column.top();
    for line in wrap(text, width, face.size, face.bold, face.max_lines) {
        let at = Point::new(column.left(), y + face.line() / 2.0);
        scene.label(at, line, face.size, face.slot).bold = face.bold;
        y += face.line();
    }
    y
}

/// The column from a height on.
pub fn from(column: Rect, top: f64) -> Rect {
    Rect::new(column.x, top, column.width, 0.0)
}

/// A number with its words.
pub struct NumberRow<'a> {
    /// The number; empty where the report gives none.
    pub value: &'a str,
    /// The number's size in pixels.
    pub size: f64,
    /// What it counts.
    pub words: &'a str,
    /// A remark under it.
    pub note: Option<&'a str>,
    /// What the report gives for it in other places.
    pub badges: &'a [String],
}

/// Sets the words beside the number where there is room, else below it. Gives back the bottom.
pub fn number_row(row: &NumberRow, column: Rect, scene: &mut Scene) -> f64 {
    let face = value_face(row.size);
    let indent = match row.value {
        "" => 0.0,
        value => text_width(value, row.size, true) / WIDE_BOLD + 8.0,
    };
    if column.width - indent < BESIDE_MIN {
        return number_cell(row, column, scene);
    }
    let middle = column.top() + face.line() / 2.0;
    if !row.value.is_empty() {
        let at = Point::new(column.left(), middle);
        scene.label(at, row.value, row.size, face.slot).bold = true;
    }
    // Both stand on one base line.
    let words_top = middle + (row.size - WORDS.size) * 0.35 - WORDS.line() / 2.0;
    let beside = Rect::new(
        column.left() + indent,
        words_top,
        column.width - indent,
        0.0,
    );
    let bottom = set(row.words, WORDS, beside, scene);
    let bottom = remarks(row, from(beside, bottom), scene);
    bottom.max(column.top() + face.line())
}

/// Sets the words below the number. Gives back the bottom.
pub fn number_cell(row: &NumberRow, column: Rect, scene: &mut Scene) -> f64 {
    let bottom = set(row.value, value_face(row.size), column, scene);
    let bottom = set(row.words, WORDS, from(column, bottom), scene);
    remarks(row, from(column, bottom), scene)
}

fn remarks(row: &NumberRow, column: Rect, scene: &mut Scene) -> f64 {
    let note = row.note.unwrap_or_default();
    let mut bottom = set(note, NOTE, column, scene);
    for badge in row.badges {
        bottom = set(badge, BADGE, from(column, bottom), scene);
    }
    bottom
}

fn value_face(size: f64) -> Face {
    Face {
        size,
        max_lines: 4,
        ..HEAD
    }
}

/// Sets numbers in a grid of columns of at least `least` pixels, row after row. Gives back each one's box, and the bottom.
pub fn grid(rows: &[NumberRow], column: Rect, least: f64, scene: &mut Scene) -> (Vec<Rect>, f64) {
    // Even a phone has room for two short ones.
    let least = least.min((column.width - CELL_GAP) / 2.0).max(120.0);
    let most = (((column.width + CELL_GAP) / (least + CELL_GAP)) as usize).max(1);
    // As many columns as fill their lines evenly.
    let count = rows.len().div_ceil(rows.len().div_ceil(most).max(1)).max(1);
    let width = (column.width - CELL_GAP * (count - 1) as f64) / count as f64;
    let mut boxes = Vec::new();
    let mut top = column.top();
    for line in rows.chunks(count) {
        let mut bottom = top;
        for (index, row) in line.iter().enumerate() {
            let left = column.left() + index as f64 * (width + CELL_GAP);
            let cell = Rect::new(left, top, width, 0.0);
            bottom = bottom.max(number_cell(row, cell, scene));
            boxes.push(cell);
        }
        let first = boxes.len() - line.len();
        for cell in boxes.iter_mut().skip(first) {
            cell.height = bottom - top;
        }
        top = bottom + 14.0;
    }
    let bottom = boxes.last().map_or(column.top(), |cell| cell.bottom());
    (boxes, bottom)
}

/// Columns side by side, of which the shortest is filled first.
pub struct Columns {
    bottoms: Vec<f64>,
    width: f64,
    /// From column to column, and from what stands in one to the next.
    gap: (f64, f64),
}

impl Columns {
    /// One column, or two where each has `least` pixels; `gap` is between columns and between what stands in them.
    pub fn over(width: f64, least: f64, gap: (f64, f64)) -> Self {
        let count = if width >= 2.0 * least + gap.0 { 2 } else { 1 };
        Self {
            bottoms: vec![0.0; count],
            width: (width - gap.0 * (count - 1) as f64) / count as f64,
            gap,
        }
    }

    /// The place below what the shortest column holds.
    pub fn next(&self) -> Rect {
        let column = self.shortest();
        let left = column as f64 * (self.width + self.gap.0);
        Rect::new(
            left,
            self.bottoms.get(column).copied().unwrap_or(0.0),
            self.width,
            0.0,
        )
    }

    /// Says where what was put at [`Columns::next`] ends.
    pub fn fill(&mut self, bottom: f64) {
        let column = self.shortest();
        if let Some(end) = self.bottoms.get_mut(column) {
            *end = bottom + self.gap.1;
        }
    }

    /// The bottom of the longest column.
    pub fn bottom(&self) -> f64 {
        let longest = self.bottoms.iter().copied().fold(0.0, f64::max);
        (longest - self.gap.1).max(0.0)
    }

    fn shortest(&self) -> usize {
        let indexed = self.bottoms.iter().enumerate();
        indexed
            .min_by(|a, b| a.1.total_cmp(b.1))
            .map_or(0, |(index, _)| index)
    }
}

/// Which numbers of one unit say more side by side as bars: two at least, one of them ten or more (fewer are read faster than measured),
/// and none so small that its bar would vanish beside the longest.
pub fn comparable(quantities: &[&Quantity]) -> Vec<bool> {
    let largest = quantities.iter().map(|q| end(q)).fold(0.0, f64::max);
    let fits = |q: &&Quantity| q.value == 0.0 || q.value * 1000.0 >= largest;
    let fitting: Vec<bool> = quantities.iter().map(fits).collect();
    let is_worth = largest >= 10.0 && fitting.iter().filter(|f| **f).count() > 1;
    fitting.into_iter().map(|f| f && is_worth).collect()
}

/// The largest value that a number can stand for.
pub fn end(quantity: &Quantity) -> f64 {
    quantity.high.unwrap_or(quantity.value).max(quantity.value)
}

/// The scale from zero to the largest of these numbers, over `width` pixels.
pub fn scale_from_zero(quantities: &[&Quantity], width: f64) -> Linear {
    let most = quantities.iter().map(|q| end(q)).fold(0.0, f64::max);
    Linear::new((0.0, if most > 0.0 { most } else { 1.0 }), (0.0, width))
}

/// A bar from zero; a range is filled up to its lower end and an outline from there to its upper end.
pub fn range_bar(quantity: &Quantity, scale: &Linear, at: Point, slot: Slot, scene: &mut Scene) {
    let low = scale.px_from_value(quantity.value).max(2.0);
    let bar = Rect::new(at.x, at.y, low, BAR_HEIGHT);
    draw_bar(bar, quantity.approximation, false, slot, scene);
    if quantity.high.is_some() {
        let high = scale.px_from_value(end(quantity));
        let rest = Rect::new(
            bar.right() + 0.5,
            at.y + 0.5,
            (high - low - 1.0).max(1.0),
            BAR_HEIGHT - 1.0,
        );
        scene.shapes.push(Shape::Outline(rest, slot, 1.0));
    }
}

/// The line on which shares stand: from 0 to 100 %, or further where a number of per cents is larger.
pub fn share_scale(quantities: &[&Quantity], column: Rect) -> Linear {
    let most = quantities.iter().map(|q| end(q)).fold(100.0, f64::max);
    let range = (column.left() + LINE_INSET, column.right() - LINE_INSET);
    let line = Linear::new((0.0, most), range);
    if most > 100.0 { line.nice(4) } else { line }
}

/// A share as a dot on its line; a range has two. More than and at least end in an arrow, about in a ring around the dot.
pub fn share_line(quantity: &Quantity, line: &Linear, top: f64, slot: Slot, scene: &mut Scene) {
    let y = top + SHARE_HEIGHT / 2.0;
    let (left, right) = line.range();
    let rail = Rect::new(left, y - 1.0, right - left, 2.0);
    scene.shapes.push(Shape::Fill(rail, Slot::Rule));
    for x in [left, (left + right) / 2.0, right] {
        let tick = Rect::new(x - 0.5, y - 4.0, 1.0, 8.0);
        scene.shapes.push(Shape::Fill(tick, Slot::Rule));
    }
    let x = line.px_from_value(quantity.value);
    let stem = Rect::new(left, y - 2.0, x - left, 4.0);
    scene.shapes.push(Shape::Fill(stem, slot));
    if quantity.high.is_some() {
        let high = line.px_from_value(end(quantity));
        let rest = Rect::new(x, y - 2.0, high - x, 4.0);
        scene.shapes.push(Shape::Outline(rest, slot, 1.0));
        scene
            .shapes
            .push(Shape::Ring(Point::new(high, y), DOT - 1.0, slot, 2.0));
    }
    let dot = Point::new(x, y);
    scene.shapes.push(Shape::Disc(dot, DOT, slot));
    match quantity.approximation {
        Approximation::Exact => {}
        Approximation::About => scene.shapes.push(Shape::Ring(dot, DOT + 3.0, slot, 1.5)),
        Approximation::MoreThan | Approximation::AtLeast => {
            arrow(dot, (x + 30.0).min(right + LINE_INSET), slot, scene);
        }
    }
}

/// An arrow to the right, from a dot on.
fn arrow(from: Point, tip: f64, slot: Slot, scene: &mut Scene) {
    let neck = (tip - 8.0).max(from.x);
    let shaft = Rect::new(from.x, from.y - 2.0, neck - from.x, 4.0);
    scene.shapes.push(Shape::Fill(shaft, slot));
    let head = [(neck, -6.0), (tip, 0.0), (neck, 6.0)];
    let corners = head.map(|(x, dy)| Point::new(x, from.y + dy));
    scene.shapes.push(Shape::Area(corners.to_vec(), slot));
}

/// What the ends and the middle of a line of shares stand for. Gives back the bottom.
pub fn share_axis(line: &Linear, top: f64, lang: Lang, scene: &mut Scene) -> f64 {
    let (left, right) = line.range();
    let most = line.domain().1;
    let places = [
        (left - LINE_INSET, 0.0, Anchor::Start),
        ((left + right) / 2.0, most / 2.0, Anchor::Middle),
        (right + LINE_INSET, most, Anchor::End),
    ];
    for (x, value, anchor) in places {
        let at = Point::new(x, top + NOTE.line() / 2.0);
        scene
            .label(at, percent(value, lang), NOTE.size, NOTE.slot)
            .anchor = anchor;
    }
    top + NOTE.line()
}
