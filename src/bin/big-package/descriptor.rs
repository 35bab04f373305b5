//! The package's `datapackage.json`. What the columns of a known table hold is taken from the shipped descriptor.

use serde_json::{Value, json};

use crate::attendance::{self, ROLES};

/// The package's name, by which its folder is known again.
pub const NAME: &str = "invented-register";

/// The descriptor's text, with the tables in this order; `attendance` has the schema that is written here,
/// and its file so many bytes.
///
/// # Errors
/// A sentence about what the shipped descriptor does not describe.
pub fn text(
    shipped: &Value,
    rows: usize,
    bytes: u64,
    tables: &[(&str, &[&str])],
) -> Result<String, String> {
    let resources = tables.iter().map(|&(name, columns)| match name {
        "attendance" => Ok(attendance(bytes)),
        _ => known(shipped, name, columns),
    });
    let resources: Vec<Value> = resources.collect::<Result<_, _>>()?;
    let descriptor = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": format!("An invented register of {rows} rows"),
        "title_zh": format!("虚构的登记册（{rows}行）"),
        "title_en": format!("An invented register of {rows} rows"),
        "description": "Everything in this package is invented, to try the explorer with much data. No meeting, place, person or number in it is real; the names of countries are.",
        "description_zh": "本数据包内容全属虚构，仅用于以大量数据试用浏览器。除国名外，会议、地点、人数均非真实。",
        "description_en": "Everything in this package is invented, to try the explorer with much data. No meeting, place, person or number in it is real; the names of countries are.",
        "version": "1.0.0",
        "created": "2026-01-01T00:00:00Z",
        "explorerFormat": 1,
        "headline": ["participation.participants", "events.thematic", "events.summit"],
        "languages": ["zh-Hans", "en"],
        "keywords": ["invented", "test data"],
        "licenses": shipped.get("licenses"),
        "sources": [{ "title": "Invented by a program; the table of countries is the shipped one" }],
        "resources": resources,
    });
    let text = serde_json::to_string_pretty(&descriptor).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

/// A table as the shipped descriptor has it, with these of its columns and the keys that stand in them.
fn known(shipped: &Value, name: &str, columns: &[&str]) -> Result<Value, String> {
    let lacks = |what: &str| format!("the shipped descriptor lacks {what}");
    let resources = shipped.get("resources").and_then(Value::as_array);
    let mut resource = resources
        .into_iter()
        .flatten()
        .find(|resource| has(resource, "name", name))
        .cloned()
        .ok_or_else(|| lacks(&format!("the table {name}")))?;
    let schema = resource
        .get_mut("schema")
        .and_then(Value::as_object_mut)
        .ok_or_else(|| lacks(&format!("a schema of {name}")))?;
    let known = list(schema.get("fields"));
    let field = |&column: &&str| {
        let field = known.iter().find(|field| has(field, "name", column));
        field
            .cloned()
            .ok_or_else(|| lacks(&format!("the column {column} of {name}")))
    };
    let fields: Vec<Value> = columns.iter().map(field).collect::<Result<_, _>>()?;
    let keys = list(schema.get("foreignKeys")).into_iter();
    let keys: Vec<Value> = keys
        .filter(|key| columns.iter().any(|column| has(key, "fields", column)))
        .collect();
    schema.insert("fields".to_owned(), Value::from(fields));
    if keys.is_empty() {
        schema.remove("foreignKeys");
    } else {
        schema.insert("foreignKeys".to_owned(), Value::from(keys));
    }
    Ok(resource)
}

fn has(object: &Value, property: &str, text: &str) -> bool {
    object.get(property).and_then(Value::as_str) == Some(text)
}

fn list(value: Option<&Value>) -> Vec<Value> {
    value.and_then(Value::as_array).cloned().unwrap_or_default()
}

/// The register. It has no key: a row is known by what it says.
fn attendance(bytes: u64) -> Value {
    let roles = ROLES.map(|role| role.slug);
    let describe = |column: &str| match column {
        "event" => json!({
            "type": "string",
            "description": "The event.",
            "constraints": { "required": true, "pattern": "[a-z0-9]+(-[a-z0-9]+)*" },
        }),
        "country" => json!({
            "type": "string",
            "description": "Where the people came from, ISO 3166-1 alpha-3; empty where that is not stated.",
            "constraints": { "pattern": "[A-Z]{3}" },
        }),
        "role" => json!({
            "type": "string",
            "description": "What they did at the event, as a slug.",
            "constraints": { "required": true, "enum": roles },
        }),
        "count" => json!({
            "type": "integer",
            "description": "How many people; empty where that is not stated.",
            "constraints": { "minimum": 1 },
        }),
        _ => json!({
            "type": "string",
            "description": "Every paragraph that states it: `27`, several as `25;184`, a footnote as `27:i`.",
            "constraints": { "required": true, "pattern": "[1-9][0-9]*(:[a-z]+)?(;[1-9][0-9]*(:[a-z]+)?)*" },
        }),
    };
    let fields = attendance::COLUMNS.map(|column| {
        let mut field = describe(column);
        if let Some(field) = field.as_object_mut() {
            field.insert("name".to_owned(), Value::from(column));
        }
        field
    });
    json!({
        "name": "attendance",
        "type": "table",
        "path": "attendance.csv",
        "title": "Attendance",
        "description": "Who was at which event: people of one country in one role a row.",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "schema": {
            "fields": fields,
            "missingValues": [""],
            "foreignKeys": [
                { "fields": "event", "reference": { "resource": "events", "fields": "id" } },
                { "fields": "country", "reference": { "resource": "countries", "fields": "iso3" } },
            ],
        },
    })
}
