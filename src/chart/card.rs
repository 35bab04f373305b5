//! What a reader learns of one mark on hover, focus or tap.

use crate::model::citation::Source;
use crate::model::subject::Subject;

/// A mark in words. The same card serves hover, focus, tap, the table and the accessible name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What it is: `Men`, `Kingston`.
    pub title: String,
    /// The value with its unit, or the dates; empty where there is none.
    pub value: String,
    /// What it counts, how it was stated or computed, which other value the report gives.
    pub notes: Vec<String>,
    /// The paragraphs behind it.
    pub source: Source,
    /// True where the report states the value in two ways.
    pub contested: bool,
    /// The page of what the mark stands for, if it has one.
    pub subject: Option<Subject>,
    /// True where the title is not the package's words alone, but a sentence that holds some.
    pub is_sentence: bool,
}
