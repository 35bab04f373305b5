//! Values as a reader reads them: `(value, Lang) -> String`.

pub mod about;
pub mod audit;
pub mod citation;
pub mod conflict;
pub mod date;
pub mod dossier;
pub mod fact;
pub mod formula;
pub mod headline;
pub mod issue;
pub mod name_order;
pub mod names;
pub mod number;
pub mod passage;
pub mod subject;
pub mod terms;
pub mod text;
