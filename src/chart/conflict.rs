//! Contradictions on marks: the same as on pages of rows.

pub use crate::format::conflict::{badges, concerning, sentence, sentences};
