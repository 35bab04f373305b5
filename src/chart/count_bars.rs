//! Bars of counts: a name, a bar from zero, and its number at the bar's end.

use crate::chart::scene::{Emphasis, Scene, Shape, Slot};
use crate::format::number::number;
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::scale::linear::Linear;
use crate::geometry::text_width::text_width;
use crate::geometry::wrap::wrap;
use crate::language::lang::Lang;

/// Least height of a row in pixels: a finger's.
pub const ROW_HEIGHT: f64 = 24.0;
/// Room for the number behind the longest bar.
pub const NUMBER_PX: f64 = 36.0;

const BAR_HEIGHT: f64 = 12.0;
const NAME_SIZE: f64 = 13.0;
const NAME_LINE: f64 = 16.0;
const NAME_GAP: f64 = 12.0;
/// Some systems' fonts are wider than the width table says.
const WIDE: f64 = 0.94;

/// The width of the column of names in pixels: that of the widest name, but not above `most`.
pub fn names_px<'a>(names: impl Iterator<Item = &'a str>, most: f64) -> f64 {
    let widths = names.map(|name| text_width(name, NAME_SIZE, true) / WIDE + NAME_GAP);
    widths.fold(0.0, f64::max).min(most).ceil()
}

/// The scale of bars in a panel of this width: from zero to the largest count.
pub fn scale(most: usize, panel_px: f64) -> Linear {
    let room = (panel_px - NUMBER_PX).max(1.0);
    Linear::new((0.0, most.max(1) as f64), (0.0, room))
}

/// The height of a row with this name in a column of `names_px` pixels: a long name takes two lines.
pub fn row_height(name: &str, names_px: f64) -> f64 {
    let lines = name_lines(name, names_px).len() as f64;
    (lines * NAME_LINE + 4.0).max(ROW_HEIGHT)
}

/// Measured in bold, so that choosing a row does not break its name anew.
fn name_lines(name: &str, names_px: f64) -> Vec<String> {
    wrap(name, (names_px - NAME_GAP) * WIDE, NAME_SIZE, true, 2)
}

/// The name of a row whose box is `area`.
pub fn draw_name(name: &str, area: Rect, emphasis: Emphasis, scene: &mut Scene) {
    let slot = match emphasis {
        Emphasis::Selected => Slot::Accent,
        Emphasis::Background => Slot::Muted,
        Emphasis::Idle => Slot::Ink,
    };
    let lines = name_lines(name, area.width);
    let mut y = area.center().y - (lines.len() as f64 - 1.0) * NAME_LINE / 2.0;
    for line in lines {
        let at = Point::new(area.left(), y);
        scene.label(at, line, NAME_SIZE, slot).bold = emphasis == Emphasis::Selected;
        y += NAME_LINE;
    }
}

/// A bar at the left of a row whose box is `area`. A bar outside the selection is set back, and so is its number.
pub fn draw_bar(
    count: usize,
    scale: &Linear,
    area: Rect,
    emphasis: Emphasis,
    idle: Slot,
    lang: Lang,
    scene: &mut Scene,
) {
    let (bar_slot, text_slot) = match emphasis {
        Emphasis::Selected => (Slot::Accent, Slot::Accent),
        Emphasis::Background => (Slot::Dimmed, Slot::Muted),
        Emphasis::Idle => (idle, Slot::Ink),
    };
    let middle = area.center().y;
    let bar = Rect::new(
        area.left(),
        middle - BAR_HEIGHT / 2.0,
        scale.px_from_value(count as f64),
        BAR_HEIGHT,
    );
    scene.shapes.push(Shape::Fill(bar, bar_slot));
    let at = Point::new(bar.right() + 6.0, middle);
    let text = number(count as f64, lang);
    scene.label(at, text, NAME_SIZE, text_slot).bold = emphasis != Emphasis::Background;
}

/// The line at zero that bars grow from.
pub fn draw_zero(left: f64, top: f64, bottom: f64, scene: &mut Scene) {
    let line = vec![Point::new(left, top), Point::new(left, bottom)];
    scene.shapes.push(Shape::Line(line, Slot::Muted, 1.0));
}
