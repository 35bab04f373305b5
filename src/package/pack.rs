//! A package as one file: the descriptor with every table's rows inline.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::attendance;
use super::descriptor::{Descriptor, ROWS};
use super::folder::{Folder, NamedFile};
use super::read::FORMS;
use super::resource::{Location, Resource};
use super::rows::rows;

/// The tables that the first view does without: the words behind the figures, for whoever opens a paragraph or the sources.
pub const DEFERRED: [&str; 11] = [
    "sections",
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

/// Properties of a package that no page shows; they stay in the descriptor beside the packed file.
const UNREAD: [&str; 4] = ["$schema", "contributors", "keywords", "profile"];

/// The table of the world's states.
const COUNTRIES: &str = "countries";

/// A table whose rows cannot be had: its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRows(pub String);

/// Packs a package: the same metadata, and each table that the explorer knows as a header and rows of texts.
///
/// What the page does not need is left out: the schemas but for columns of the package's own (reading knows the others; `check-package`
/// is for what a schema asks), titles and paths. The texts for missing values become empty cells. Tables stand in the descriptor's order
/// and rows in theirs, so that the same package always gives the same bytes, and like stands beside like, which compresses best.
///
/// Countries that no other table names are left out as well: no view shows them.
///
/// The tables named in `deferred` and [`attendance`] stay in their files beside the packed one, which must lie in the package's own folder then.
///
/// # Errors
/// [`MissingRows`] where a table's file could not be read.
pub fn pack(folder: &Folder, deferred: &[&str]) -> Result<String, MissingRows> {
    let root: Value =
        serde_json::from_str(folder.json.trim_start_matches('\u{feff}')).unwrap_or_default();
    let mut packed: Map<String, Value> = root.as_object().cloned().unwrap_or_default();
    packed.retain(|property, _| !UNREAD.contains(&property.as_str()));
    packed.insert(
        "resources".to_owned(),
        resources(&folder.descriptor, &folder.files, deferred)?,
    );
    packed.insert(
        ROWS.to_owned(),
        row_count(&folder.descriptor, &folder.files).into(),
    );
    Ok(Value::Object(packed).to_string())
}

#[allow(
    clippy::indexing_slicing,
    reason = "an object in JSON takes every name"
)]
fn resources(
    descriptor: &Descriptor,
    files: &[NamedFile],
    deferred: &[&str],
) -> Result<Value, MissingRows> {
    let named = cells_beside_countries(descriptor, files);
    let packed = |resource: &Resource| {
        if let (Location::File(path), true) = (
            &resource.location,
            deferred.contains(&resource.name.as_str()) || resource.name == attendance::FORM.name,
        ) {
            let mut entry = json!({ "name": resource.name, "path": path, "deferred": true });
            if let Some(schema) = schema(resource, &resource.missing_values) {
                entry["schema"] = schema;
            }
            // Of a register a reader is told how much of it is here.
            if let (Some(bytes), true) = (resource.bytes, resource.name == attendance::FORM.name) {
                entry["bytes"] = bytes.into();
            }
            return Ok(entry);
        }
        let mut rows = rows(resource, files).ok_or_else(|| MissingRows(resource.name.clone()))?;
        if resource.name == COUNTRIES {
            drop_unnamed(&mut rows, &named);
        }
        let cells = |row: Vec<String>| {
            row.into_iter()
                .map(|cell| present(resource, cell))
                .collect()
        };
        let rows: Vec<Value> = rows.into_iter().map(cells).collect();
        let name = Value::String(resource.name.clone());
        let mut entry = json!({ "name": name, "data": rows });
        if let Some(schema) = schema(resource, &[]) {
            entry["schema"] = schema;
        }
        Ok(entry)
    };
    descriptor.resources.iter().map(packed).collect()
}

/// What reading needs of a table's schema: the columns that the package describes and the explorer does not know, and the texts for
/// missing values in a file that stays as it is.
fn schema(resource: &Resource, missing_values: &[String]) -> Option<Value> {
    let form = FORMS.iter().find(|form| form.name == resource.name)?;
    let declared = resource.fields.iter().map(|field| field.name.as_str());
    let own: Vec<Value> = declared
        .filter(|name| !form.columns().any(|known| known == *name))
        .map(|name| json!({ "name": name }))
        .collect();
    let needed = !own.is_empty() || !missing_values.is_empty();
    needed.then(|| match missing_values {
        [] => json!({ "fields": &own }),
        _ => json!({ "fields": &own, "missingValues": missing_values }),
    })
}

/// The texts in the cells of every table but that of the countries, lists taken apart.
fn cells_beside_countries(descriptor: &Descriptor, files: &[NamedFile]) -> BTreeSet<String> {
    let others = descriptor.resources.iter().filter(|r| r.name != COUNTRIES);
    let cells = others.filter_map(|r| rows(r, files)).flatten().flatten();
    cells
        .flat_map(|cell| cell.split(';').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Takes out the rows whose key is not among the named texts; the header stays.
fn drop_unnamed(rows: &mut Vec<Vec<String>>, named: &BTreeSet<String>) {
    let key = rows
        .first()
        .and_then(|header| header.iter().position(|name| name == "iso3"));
    let mut is_header = true;
    rows.retain(|row| {
        let code = key.and_then(|at| row.get(at));
        std::mem::take(&mut is_header) || code.is_none_or(|code| named.contains(code))
    });
}

/// The rows of all tables, headers not counted; what a packed file leaves out counts all the same.
fn row_count(descriptor: &Descriptor, files: &[NamedFile]) -> usize {
    let tables = descriptor.resources.iter().filter_map(|r| rows(r, files));
    let counted = tables.map(|rows| rows.len().saturating_sub(1)).sum();
    descriptor.row_count.unwrap_or(counted)
}

fn present(resource: &Resource, cell: String) -> Value {
    let is_missing = resource.missing_values.contains(&cell);
    Value::String(if is_missing { String::new() } else { cell })
}
