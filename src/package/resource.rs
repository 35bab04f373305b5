//! One entry of the descriptor's `resources`: a table, where its rows are, and what its columns hold.

use serde_json::Value;

use super::json::{cell, list, text, texts};
use super::schema::Field;

/// Where a table's rows are.
#[derive(Clone, Debug, PartialEq)]
pub enum Location {
    /// In a CSV file; the path is relative to the descriptor and stays below its folder.
    File(String),
    /// In the descriptor, header first.
    Inline(Vec<Vec<String>>),
    /// In the descriptor, as CSV text.
    InlineText(String),
    /// The descriptor does not say it in a way that can be followed.
    Nowhere,
}

/// A table as the descriptor lists it.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The table's name; without one, its file's name without the ending.
    pub name: String,
    /// Where its rows are.
    pub location: Location,
    /// What the descriptor says of its columns.
    pub fields: Vec<Field>,
    /// The texts that stand for an empty cell, besides the empty text itself.
    pub missing_values: Vec<String>,
    /// How long the file is, where the descriptor says it.
    pub bytes: Option<u64>,
    /// True for a table whose file a first view does without (`"deferred": true`, our own property).
    pub is_deferred: bool,
}

impl Resource {
    /// Reads one entry. Never fails: what is absent or of the wrong type is taken as unsaid.
    pub fn parse(entry: &Value) -> Self {
        let location = location(entry);
        let schema = entry.get("schema").unwrap_or(&Value::Null);
        Self {
            name: name(entry, &location),
            location,
            fields: list(schema, "fields").iter().map(Field::parse).collect(),
            missing_values: texts(schema, "missingValues"),
            bytes: entry.get("bytes").and_then(Value::as_u64),
            is_deferred: entry.get("deferred") == Some(&Value::Bool(true)),
        }
    }
}

fn name(entry: &Value, location: &Location) -> String {
    match (text(entry, "name"), location) {
        (empty, Location::File(path)) if empty.is_empty() => {
            let file = path.rsplit('/').next().unwrap_or(path);
            file.split('.').next().unwrap_or(file).to_owned()
        }
        (name, _) => name,
    }
}

fn location(entry: &Value) -> Location {
    match entry.get("data") {
        Some(Value::Array(rows)) => return Location::Inline(inline_rows(rows)),
        Some(Value::String(csv)) => return Location::InlineText(csv.clone()),
        _ => {}
    }
    match texts(entry, "path").as_slice() {
        [path] if is_below(path) => Location::File(path.clone()),
        _ => Location::Nowhere,
    }
}

/// True for a relative path that cannot leave the package's folder: no scheme, no root, no `..`.
pub fn is_below(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('/')
        && !path.contains(['\\', ':', '?', '#', '%'])
        && path.split('/').all(|part| part != "..")
}

/// Inline rows as arrays (the first is the header) or as objects (the header is every name, in order of appearance). The first row that
/// is either says which; one of the other form is a row of the wrong shape, and costs only itself.
fn inline_rows(rows: &[Value]) -> Vec<Vec<String>> {
    let first = rows.iter().find(|row| row.is_array() || row.is_object());
    if first.is_some_and(Value::is_object) {
        return object_rows(rows);
    }
    let cells = |row: &Value| match row {
        Value::Array(cells) => cells.iter().map(cell).collect(),
        _ => Vec::new(),
    };
    rows.iter().map(cells).collect()
}

fn object_rows(rows: &[Value]) -> Vec<Vec<String>> {
    let mut header: Vec<String> = Vec::new();
    for name in rows
        .iter()
        .filter_map(Value::as_object)
        .flat_map(|o| o.keys())
    {
        if !header.contains(name) {
            header.push(name.clone());
        }
    }
    let cells = |row: &Value| {
        let of = |name: &String| row.get(name).map(cell).unwrap_or_default();
        header.iter().map(of).collect()
    };
    let body: Vec<Vec<String>> = rows.iter().map(cells).collect();
    std::iter::once(header.clone()).chain(body).collect()
}
