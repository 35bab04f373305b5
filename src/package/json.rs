//! Tolerant access to JSON: a property of the wrong type counts as absent.

use serde_json::Value;

/// The text of a property; empty where it is absent or no text.
pub fn text(object: &Value, property: &str) -> String {
    object
        .get(property)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The entries of a list property; none where it is absent or no list.
pub fn list<'a>(object: &'a Value, property: &str) -> &'a [Value] {
    object
        .get(property)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// A property that is one text or a list of texts.
pub fn texts(object: &Value, property: &str) -> Vec<String> {
    match object.get(property) {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(many)) => many
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

/// A number, written as a number or as text.
pub fn number(object: &Value, property: &str) -> Option<f64> {
    match object.get(property)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => super::schema::parse_number(text),
        _ => None,
    }
}

/// A cell of inline data as CSV would write it; lists and objects are no cells and become empty.
pub fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        // Not serde_json's own writing of numbers: it brings a second set of tables for floats into the page.
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => whole.to_string(),
            (None, Some(float)) => float.to_string(),
            (None, None) => String::new(),
        },
        Value::Bool(truth) => truth.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}
