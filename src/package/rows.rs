//! A table's rows as its package writes them, before anything is read from them.

use super::csv::records;
use super::folder::NamedFile;
use super::resource::{Location, Resource};

/// The rows of a table, header first, wherever they are. `None` where its file is not among these.
pub fn rows(resource: &Resource, files: &[NamedFile]) -> Option<Vec<Vec<String>>> {
    match &resource.location {
        Location::Inline(rows) => Some(rows.clone()),
        Location::InlineText(text) => Some(records(text)),
        Location::File(_) => {
            let (_, file) = files.iter().find(|(name, _)| *name == resource.name)?;
            file.as_ref().ok().map(|text| records(text))
        }
        Location::Nowhere => None,
    }
}
