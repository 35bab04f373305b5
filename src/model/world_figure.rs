//! The numbers of the world around the forum.

use super::citation::Source;
use super::quantity::Quantity;
use super::text::Text;

/// One context number.
#[derive(Clone, Debug)]
pub struct WorldFigure {
    /// What it counts.
    pub label: Text,
    /// The number.
    pub quantity: Option<Quantity>,
    /// The year it is for, where stated.
    pub year: Option<i32>,
    /// Where the report states it.
    pub source: Source,
}
