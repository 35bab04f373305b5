//! A scene on a plotters drawing area.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::palette::carrier;
use crate::chart::scene::{Anchor, Label, Scene, Shape, Slot};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;

/// How many units of the drawing area make a pixel: plotters knows whole units only, so a picture is drawn eight times as large and scaled back by its view box.
pub const UNITS_PER_PX: f64 = 8.0;

/// What plotters' SVG writer divides a font's size by.
const FONT_SIZE_DIVISOR: f64 = 1.24;

type Outcome<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Paints a scene, back to front: shapes first, then labels.
///
/// # Errors
/// Whatever the backend says; the SVG backend into a string never fails.
pub fn paint<B: DrawingBackend>(scene: &Scene, area: &DrawingArea<B, Shift>) -> Outcome<B> {
    scene.shapes.iter().try_for_each(|s| paint_shape(s, area))?;
    scene.labels.iter().try_for_each(|l| paint_label(l, area))
}

fn paint_shape<B: DrawingBackend>(shape: &Shape, area: &DrawingArea<B, Shift>) -> Outcome<B> {
    match shape {
        Shape::Fill(rect, slot) => {
            area.draw(&Rectangle::new(corners(*rect), color(*slot).filled()))
        }
        Shape::Outline(rect, slot, width) => {
            area.draw(&PathElement::new(outline(*rect), stroke(*slot, *width)))
        }
        Shape::Line(points, slot, width) => {
            area.draw(&PathElement::new(units_of(points), stroke(*slot, *width)))
        }
        Shape::Area(points, slot) => {
            area.draw(&Polygon::new(units_of(points), color(*slot).filled()))
        }
        Shape::Disc(center, radius, slot) => area.draw(&Circle::new(
            units(*center),
            whole(*radius),
            color(*slot).filled(),
        )),
        Shape::Ring(center, radius, slot, width) => area.draw(&Circle::new(
            units(*center),
            whole(*radius),
            stroke(*slot, *width),
        )),
    }
}

fn paint_label<B: DrawingBackend>(label: &Label, area: &DrawingArea<B, Shift>) -> Outcome<B> {
    let h_pos = match label.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let weight = if label.bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let size = label.size * UNITS_PER_PX * FONT_SIZE_DIVISOR;
    let font = FontDesc::new(FontFamily::SansSerif, size, weight);
    let color = color(label.slot);
    let style = TextStyle::from(font)
        .color(&color)
        .pos(Pos::new(h_pos, VPos::Center));
    area.draw(&Text::new(label.text.as_str(), units(label.at), style))
}

fn color(slot: Slot) -> RGBColor {
    let (r, g, b) = carrier(slot);
    RGBColor(r, g, b)
}

fn stroke(slot: Slot, width: f64) -> ShapeStyle {
    color(slot).stroke_width(whole(width))
}

fn corners(rect: Rect) -> [(i32, i32); 2] {
    [
        units(Point::new(rect.left(), rect.top())),
        units(Point::new(rect.right(), rect.bottom())),
    ]
}

fn outline(rect: Rect) -> Vec<(i32, i32)> {
    let (l, t, r, b) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    units_of(&[
        Point::new(l, t),
        Point::new(r, t),
        Point::new(r, b),
        Point::new(l, b),
        Point::new(l, t),
    ])
}

fn units_of(points: &[Point]) -> Vec<(i32, i32)> {
    points.iter().map(|&p| units(p)).collect()
}

fn units(point: Point) -> (i32, i32) {
    (unit(point.x), unit(point.y))
}

fn unit(px: f64) -> i32 {
    (px * UNITS_PER_PX).round().clamp(-1e6, 1e6) as i32
}

fn whole(px: f64) -> u32 {
    unit(px).max(1).unsigned_abs()
}
