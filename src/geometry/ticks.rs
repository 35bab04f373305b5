//! Round values for an axis.

/// The most ticks ever given; no axis has room for more, and a slip in `count` costs no memory.
const MOST: usize = 1000;

/// The distance between round values: 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// 1, 2, 5 or 10.
    digit: f64,
    /// The power of ten that the digit is multiplied with.
    power: i32,
}

impl Step {
    /// The step that cuts `span` into about `count` parts. None if the span is not a positive number, or `count` is 0.
    pub fn for_span(span: f64, count: usize) -> Option<Self> {
        let raw = span / count.clamp(1, MOST) as f64;
        if count == 0 || !raw.is_finite() || raw < f64::MIN_POSITIVE {
            return None;
        }
        let power = raw.log10().floor();
        // The bounds lie halfway between neighbours on a logarithmic scale: √2, √10, √50.
        let digit = match raw / 10_f64.powf(power) {
            part if part < 2_f64.sqrt() => 1.0,
            part if part < 10_f64.sqrt() => 2.0,
            part if part < 50_f64.sqrt() => 5.0,
            _ => 10.0,
        };
        let step = Self {
            digit,
            power: power as i32,
        };
        step.value(1.0).is_finite().then_some(step)
    }

    /// How many whole steps from zero to the last round value that is not above `value`; negative below zero.
    pub fn floor(self, value: f64) -> f64 {
        self.settled(value, self.steps_in(value).floor())
    }

    /// How many whole steps from zero to the first round value that is not below `value`; negative below zero.
    pub fn ceil(self, value: f64) -> f64 {
        self.settled(value, self.steps_in(value).ceil())
    }

    /// The round value `steps` steps from zero. Small steps divide by a power of ten, which `f64` holds exactly, instead
    /// of multiplying with a fraction, which it does not: three steps of 0.1 are 0.3 and not 0.30000000000000004.
    pub fn value(self, steps: f64) -> f64 {
        let value = if self.power < 0 {
            steps * self.digit / 10_f64.powi(-self.power)
        } else {
            steps * self.digit * 10_f64.powi(self.power)
        };
        // Adding zero turns -0 into 0, which would else be written with its sign.
        value + 0.0
    }

    fn steps_in(self, value: f64) -> f64 {
        value / self.value(1.0)
    }

    /// The division's own rounding may land a hair beside a round value: such a value is its own floor and ceiling.
    fn settled(self, value: f64, steps: f64) -> f64 {
        let nearest = self.steps_in(value).round();
        if self.value(nearest) == value {
            nearest
        } else {
            steps
        }
    }
}

/// Round values from the smaller to the larger of two bounds, both kept if they are round, in rising order, without float
/// dust. There are about `count` (it is a wish: the round step nearest to it decides), one if the bounds are equal, and
/// none if `count` is 0 or a bound is not finite.
pub fn ticks(from: f64, to: f64, count: usize) -> Vec<f64> {
    let (low, high) = (from.min(to), from.max(to));
    if count == 0 || !from.is_finite() || !to.is_finite() {
        return Vec::new();
    }
    if low == high {
        return vec![low];
    }
    let Some(step) = Step::for_span(high - low, count) else {
        return Vec::new();
    };
    let first = step.ceil(low);
    let steps = (step.floor(high) - first).clamp(-1.0, (2 * MOST) as f64) as i64;
    let mut values: Vec<f64> = (0..=steps)
        .map(|index| step.value(first + index as f64))
        .collect();
    values.dedup();
    // A bound too small to be told from zero beside the other one may have been rounded to zero.
    values.retain(|value| (low..=high).contains(value));
    values
}
