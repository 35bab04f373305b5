//! Counts of who took part.

use super::citation::Source;
use super::event::Event;
use super::formula::Formula;
use super::quantity::Quantity;
use super::table::Key;
use super::text::Text;

/// One count: so many of one category of one population at one event.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What was counted at.
    pub event: Option<Key<Event>>,
    /// Who was counted.
    pub population: Text,
    /// By what the population is divided, as the package's slug (`total`, `gender`, `sector` …).
    pub dimension: String,
    /// The dimension in the package's own words; empty where it leaves them to the explorer.
    pub dimension_name: Text,
    /// The category counted.
    pub category: Text,
    /// The count; `None` where the report names the category without a number.
    pub quantity: Option<Quantity>,
    /// True where the categories of this dimension overlap and must not be added up.
    pub overlapping: bool,
    /// How a computed count follows from others.
    pub derived: Option<Formula>,
    /// Where the report states it, or its inputs.
    pub source: Source,
}
