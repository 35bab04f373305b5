//! A package as one file: the descriptor with every table's rows inline.

use serde_json::{Map, Value, json};

use super::csv::records;
use super::descriptor::Descriptor;
use super::folder::{Folder, NamedFile};
use super::resource::{Location, Resource};

/// The tables that the first view does without: the words behind the figures, for whoever opens a paragraph or the sources.
pub const DEFERRED: [&str; 12] = [
    "sections",
    "topics",
    "people",
    "roles",
    "projects",
    "recommendations",
    "practices",
    "calls",
    "context",
    "paragraphs",
    "terms",
    "unstated",
];

/// A table whose rows cannot be had: its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRows(pub String);

/// Packs a package: the same metadata, and each table that the explorer knows as a header and rows of texts.
///
/// What the page does not need is left out: the schemas (reading knows the columns; `check-package` is for what a schema asks), titles and
/// paths. The texts for missing values become empty cells. Tables stand in the descriptor's order and rows in theirs, so that the same
/// package always gives the same bytes, and like stands beside like, which compresses best.
///
/// The tables named in `deferred` stay in their files beside the packed one, which must lie in the package's own folder then.
///
/// # Errors
/// [`MissingRows`] where a table's file could not be read.
pub fn pack(folder: &Folder, deferred: &[&str]) -> Result<String, MissingRows> {
    let root: Value =
        serde_json::from_str(folder.json.trim_start_matches('\u{feff}')).unwrap_or_default();
    let mut packed: Map<String, Value> = root.as_object().cloned().unwrap_or_default();
    packed.insert(
        "resources".to_owned(),
        resources(&folder.descriptor, &folder.files, deferred)?,
    );
    Ok(Value::Object(packed).to_string())
}

fn resources(
    descriptor: &Descriptor,
    files: &[NamedFile],
    deferred: &[&str],
) -> Result<Value, MissingRows> {
    let packed = |resource: &Resource| {
        if let (Location::File(path), true) = (
            &resource.location,
            deferred.contains(&resource.name.as_str()),
        ) {
            return Ok(json!({ "name": resource.name, "path": path, "deferred": true }));
        }
        let rows = rows(resource, files).ok_or_else(|| MissingRows(resource.name.clone()))?;
        let cells = |row: Vec<String>| {
            row.into_iter()
                .map(|cell| present(resource, cell))
                .collect()
        };
        let rows = rows.into_iter().map(cells).collect();
        let name = Value::String(resource.name.clone());
        let properties = [
            ("name".to_owned(), name),
            ("data".to_owned(), Value::Array(rows)),
        ];
        Ok(Value::Object(properties.into_iter().collect()))
    };
    descriptor.resources.iter().map(packed).collect()
}

fn rows(resource: &Resource, files: &[NamedFile]) -> Option<Vec<Vec<String>>> {
    match &resource.location {
        Location::Inline(rows) => Some(rows.clone()),
        Location::InlineText(text) => Some(records(text).records),
        Location::File(_) => {
            let (_, file) = files.iter().find(|(name, _)| *name == resource.name)?;
            file.as_ref().ok().map(|text| records(text).records)
        }
        Location::Nowhere => None,
    }
}

fn present(resource: &Resource, cell: String) -> Value {
    let is_missing = resource.missing_values.contains(&cell);
    Value::String(if is_missing { String::new() } else { cell })
}
