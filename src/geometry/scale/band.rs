//! Equal bands along a line.

/// A line cut into equal bands with gaps between them: rows of a list, bars of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    count: usize,
    /// The lesser edge of the whole line.
    low: f64,
    /// From the start of one band to the start of the next.
    step: f64,
    padding: f64,
    reversed: bool,
}

impl Band {
    /// `count` bands over `range` (pixels). `padding` is the gap as a share of the distance from band to band, from 0 (no
    /// gap) up to 1 (nothing but gaps; beyond these it is clamped, NaN counts as 0); half a gap lies before the first band
    /// and half after the last. If the range runs backwards, so do the bands. A range that is not finite has no length.
    pub fn new(count: usize, range: (f64, f64), padding: f64) -> Self {
        let (low, length) = match (range.1 - range.0).abs() {
            length if length.is_finite() => (range.0.min(range.1), length),
            _ => (0.0, 0.0),
        };
        let step = length / count.max(1) as f64;
        let padding = if padding.is_nan() {
            0.0
        } else {
            padding.clamp(0.0, 1.0)
        };
        Self {
            count,
            low,
            step,
            padding,
            reversed: range.1 < range.0,
        }
    }

    /// How many bands there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The lesser edge (left or top) of the band with this index, also when the range runs backwards. An index past the last
    /// continues the line.
    pub fn start_px(&self, index: usize) -> f64 {
        let place = if self.reversed {
            self.count as f64 - 1.0 - index as f64
        } else {
            index as f64
        };
        self.low + self.step * (place + self.padding / 2.0)
    }

    /// The middle of the band with this index.
    pub fn center_px(&self, index: usize) -> f64 {
        self.start_px(index) + self.width_px() / 2.0
    }

    /// How wide each band is; 0 if there is none.
    pub fn width_px(&self) -> f64 {
        if self.count == 0 {
            0.0
        } else {
            self.step * (1.0 - self.padding)
        }
    }

    /// The band at a pixel. None in a gap, outside the range, and for NaN.
    pub fn index_from_px(&self, px: f64) -> Option<usize> {
        let place = ((px - self.low) / self.step).floor();
        if !(0.0..self.count as f64).contains(&place) {
            return None;
        }
        let index = if self.reversed {
            self.count - 1 - place as usize
        } else {
            place as usize
        };
        let start = self.start_px(index);
        (start <= px && px < start + self.width_px()).then_some(index)
    }
}
