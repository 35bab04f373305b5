//! Values as a reader reads them: `(value, Lang) -> String`.

pub mod citation;
pub mod date;
pub mod fact;
pub mod formula;
pub mod headline;
pub mod issue;
pub mod number;
pub mod text;
