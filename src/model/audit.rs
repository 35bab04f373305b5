//! What comes of holding a package's numbers and citations against each other: `package::audit` counts, `format::audit` says it.

use super::quantity::Quantity;
use super::text::Text;

/// Counts of what holds, and lists of what was compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audit {
    /// Warnings and errors of reading and checking together.
    pub troubles: usize,
    /// Rows of all tables. A page that left rows out when it loaded may put the package's own number here.
    pub rows: usize,
    /// Each table that has rows, by its name in the package, with their number.
    pub tables: Vec<(&'static str, usize)>,
    /// Rows that could not be read.
    pub rows_lost: usize,
    /// Citations of all rows.
    pub citations: usize,
    /// True where the package has paragraphs to hold citations against.
    pub has_paragraphs: bool,
    /// The citations that lead to no paragraph.
    pub unresolved: Vec<Unresolved>,
    /// Every number that has a formula, computed anew.
    pub computed: Vec<Comparison>,
    /// Every total whose parts are stated, with their sum.
    pub totals: Vec<Comparison>,
    /// Counts that overlap with others, so that no total is expected of them.
    pub overlapping: usize,
    /// Contradictions inside the report that the package lists.
    pub contradictions: usize,
    /// What the report does not say, as far as the package lists it.
    pub gaps: usize,
    /// Numbers that are stated as about, more than or at least.
    pub approximations: usize,
}

/// A citation that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The table's name in the package.
    pub table: String,
    /// The row's id.
    pub id: String,
    /// The citation as the package writes it.
    pub citation: String,
}

/// A stated number beside the one that follows from others.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The table's name in the package.
    pub table: &'static str,
    /// The id of the row that states the number.
    pub id: String,
    /// What is counted, from the general to the single; sides may be empty.
    pub what: [Text; 2],
    /// By what a total is divided, as the package's slug; empty for a formula.
    pub dimension: String,
    /// The dimension in the package's own words; may be empty.
    pub dimension_name: Text,
    /// The number as stated; money has its currency for a unit. `None` where a formula has no number beside it.
    pub stated: Option<Quantity>,
    /// The number that follows; `None` where it cannot be computed.
    pub computed: Option<f64>,
    /// True where both agree: a formula within what a report rounds, parts where they do not exceed their total.
    pub holds: bool,
}
