//! An upright box.

use crate::geometry::insets::Insets;
use crate::geometry::point::Point;

/// An upright box: its top left corner and its size, in pixels. Width and height are not negative when made by
/// [`Rect::new`]; a box without area still has a place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// From the left edge to the right one.
    pub width: f64,
    /// From the top edge to the bottom one.
    pub height: f64,
}

impl Rect {
    /// The box at `x`, `y`; a negative (or NaN) width or height counts as none.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width: width.max(0.0),
            height: height.max(0.0),
        }
    }

    /// The smallest box with both points as corners, in whatever order they come.
    pub fn from_corners(a: Point, b: Point) -> Self {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        Self::new(x, y, a.x.max(b.x) - x, a.y.max(b.y) - y)
    }

    /// The left edge.
    pub fn left(self) -> f64 {
        self.x
    }

    /// The right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The top edge.
    pub fn top(self) -> f64 {
        self.y
    }

    /// The bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The point in the middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The box left when room is kept free on its sides. Insets larger than the box leave none of it: the side that is
    /// too short closes in the middle of what the insets ask for.
    pub fn inset(self, insets: Insets) -> Self {
        let (x, width) = shrunk(self.x, self.width, insets.left, insets.right);
        let (y, height) = shrunk(self.y, self.height, insets.top, insets.bottom);
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// Whether the point lies in the box; the left and top edges belong to it, the right and bottom ones do not, so that
    /// of two boxes side by side only one has a point.
    pub fn contains(self, point: Point) -> bool {
        (self.left()..self.right()).contains(&point.x)
            && (self.top()..self.bottom()).contains(&point.y)
    }

    /// The smallest box around both.
    pub fn union(self, other: Self) -> Self {
        Self::from_corners(
            Point::new(self.left().min(other.left()), self.top().min(other.top())),
            Point::new(
                self.right().max(other.right()),
                self.bottom().max(other.bottom()),
            ),
        )
    }

    /// Whether the two boxes share an area; boxes that only touch do not.
    pub fn intersects(self, other: Self) -> bool {
        self.left() < other.right()
            && other.left() < self.right()
            && self.top() < other.bottom()
            && other.top() < self.bottom()
    }
}

/// A stretch from `start` of `length`, less `before` and `after`.
fn shrunk(start: f64, length: f64, before: f64, after: f64) -> (f64, f64) {
    let rest = length - before - after;
    if rest < 0.0 {
        (start + before + rest / 2.0, 0.0)
    } else {
        (start + before, rest)
    }
}
