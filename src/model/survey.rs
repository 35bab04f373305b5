//! What the assessment survey found.

use super::citation::Source;
use super::quantity::Quantity;
use super::text::Text;

/// One result of the survey.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked or counted.
    pub question: Text,
    /// The result; `None` where the report gives no number.
    pub quantity: Option<Quantity>,
    /// Where the report states it.
    pub source: Source,
}
