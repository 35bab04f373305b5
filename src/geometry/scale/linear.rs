//! Numbers along a line.

use crate::geometry::ticks::{Step, ticks};

/// Numbers placed evenly along a line.
///
/// The range may run backwards (an axis that grows upwards), and so may the domain. A domain of one value maps to the
/// middle of the range. Odd input has a defined place: NaN goes to the middle as well, an infinite value to the end of the
/// range on its side, and a bound that is not finite counts as the other bound (both not finite: as 0).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// The scale that places `domain.0` at the pixel `range.0` and `domain.1` at `range.1`.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self {
            domain: finite(domain),
            range: finite(range),
        }
    }

    /// The values at the two ends.
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// The pixels of the two ends.
    pub fn range(&self) -> (f64, f64) {
        self.range
    }

    /// The pixel of a value; outside the range for a value outside the domain.
    pub fn px_from_value(&self, value: f64) -> f64 {
        interpolated(value, self.domain, self.range)
    }

    /// The value at a pixel; outside the domain for a pixel outside the range. A range of one pixel gives the middle of the
    /// domain, and so does NaN.
    pub fn value_from_px(&self, px: f64) -> f64 {
        interpolated(px, self.range, self.domain)
    }

    /// About `count` round values within the domain, in rising order; see [`ticks`].
    pub fn ticks(&self, count: usize) -> Vec<f64> {
        ticks(self.domain.0, self.domain.1, count)
    }

    /// The same range for a domain widened to the round values around it, at the step of about `count` ticks: what a bar
    /// chart from zero uses so that its last tick lies beyond the longest bar. A domain of one value stays.
    #[must_use]
    pub fn nice(&self, count: usize) -> Self {
        let (from, to) = self.domain;
        let Some(step) = Step::for_span((to - from).abs(), count) else {
            return *self;
        };
        let (least, most) = (from.min(to), from.max(to));
        // Beyond the largest number there is no round one; a tiny bound may have been rounded to zero.
        let low = finite_or(step.value(step.floor(least)), least).min(least);
        let high = finite_or(step.value(step.ceil(most)), most).max(most);
        let domain = if from < to { (low, high) } else { (high, low) };
        Self::new(domain, self.range)
    }
}

/// The place in `to` that `value` has in `from`.
fn interpolated(value: f64, from: (f64, f64), to: (f64, f64)) -> f64 {
    // Halves, since the distance of two very large numbers is more than a number can hold.
    let share = (value / 2.0 - from.0 / 2.0) / (from.1 / 2.0 - from.0 / 2.0);
    if from.0 == from.1 || share.is_nan() {
        return to.0 / 2.0 + to.1 / 2.0;
    }
    let place = to.0 * (1.0 - share) + to.1 * share;
    match place.is_finite() {
        true => place,
        false if share < 0.5 => to.0,
        false => to.1,
    }
}

fn finite_or(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() { value } else { otherwise }
}

/// A pair without infinities and NaN.
fn finite((first, second): (f64, f64)) -> (f64, f64) {
    match (first.is_finite(), second.is_finite()) {
        (true, true) => (first, second),
        (true, false) => (first, first),
        (false, true) => (second, second),
        (false, false) => (0.0, 0.0),
    }
}
