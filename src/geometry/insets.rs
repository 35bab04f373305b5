//! Room kept free along the sides of a box.

/// Room kept free inside each side of a rectangle, in pixels. A negative inset makes the rectangle grow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Insets {
    /// Room at the left.
    pub left: f64,
    /// Room at the top.
    pub top: f64,
    /// Room at the right.
    pub right: f64,
    /// Room at the bottom.
    pub bottom: f64,
}

impl Insets {
    /// No room on any side.
    pub const ZERO: Self = Self::uniform(0.0);

    /// Room on each side, in the order in which the sides are read: left, top, right, bottom.
    pub const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// The same room on all four sides.
    pub const fn uniform(room: f64) -> Self {
        Self::new(room, room, room, room)
    }

    /// What left and right take together.
    pub fn horizontal(self) -> f64 {
        self.left + self.right
    }

    /// What top and bottom take together.
    pub fn vertical(self) -> f64 {
        self.top + self.bottom
    }
}
