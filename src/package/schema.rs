//! What the descriptor's table schema asks of a cell.

use serde_json::Value;

use super::json::{cell, list, number, text};
use super::pattern;
use crate::model::issue::{CellKind, Reason};
use crate::model::span::parse_date;

/// One column of a table schema, as far as cells are held against it.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// The column's name.
    pub name: String,
    /// The type, where it is one that text can miss.
    pub kind: Option<CellKind>,
    /// Whether the cell must hold something.
    pub required: bool,
    /// Whether no two rows may have the same value.
    pub unique: bool,
    /// The only values allowed; empty where any is.
    pub allowed: Vec<String>,
    /// A regular expression that the whole cell must match.
    pub pattern: Option<String>,
    /// The least number allowed.
    pub minimum: Option<f64>,
    /// The greatest number allowed.
    pub maximum: Option<f64>,
}

impl Field {
    /// Reads one entry of `fields`. An unknown type or constraint asks for nothing.
    pub fn parse(entry: &Value) -> Self {
        let constraints = entry.get("constraints").unwrap_or(&Value::Null);
        let is_set = |name: &str| constraints.get(name).and_then(Value::as_bool) == Some(true);
        Self {
            name: text(entry, "name"),
            kind: kind(&text(entry, "type"), &text(entry, "format")),
            required: is_set("required"),
            unique: is_set("unique"),
            allowed: list(constraints, "enum").iter().map(cell).collect(),
            pattern: Some(text(constraints, "pattern")).filter(|p| !p.is_empty()),
            minimum: number(constraints, "minimum"),
            maximum: number(constraints, "maximum"),
        }
    }

    /// What is wrong with a cell of this column, taken by itself.
    ///
    /// # Errors
    /// The first [`Reason`] that applies.
    pub fn check(&self, cell: &str) -> Result<(), Reason> {
        if cell.is_empty() {
            return if self.required {
                Err(Reason::Empty)
            } else {
                Ok(())
            };
        }
        if let Some(kind) = self.kind.filter(|kind| !fits(*kind, cell)) {
            let value = cell.to_owned();
            return Err(Reason::NotA { kind, value });
        }
        self.check_allowed(cell)?;
        self.check_pattern(cell)?;
        self.check_bounds(cell)
    }

    /// True where no cell can be wrong by itself.
    pub fn takes_anything(&self) -> bool {
        !self.required && self.takes_any_text()
    }

    /// True where no cell that holds something can be wrong by itself.
    pub fn takes_any_text(&self) -> bool {
        self.kind.is_none()
            && self.allowed.is_empty()
            && self.pattern.is_none()
            && self.minimum.is_none()
            && self.maximum.is_none()
    }

    fn check_allowed(&self, cell: &str) -> Result<(), Reason> {
        if self.allowed.is_empty() || self.allowed.iter().any(|value| value == cell) {
            return Ok(());
        }
        Err(Reason::NotAllowed {
            value: cell.to_owned(),
            allowed: self.allowed.clone(),
        })
    }

    fn check_pattern(&self, cell: &str) -> Result<(), Reason> {
        match &self.pattern {
            Some(pattern) if !pattern::matches(pattern, cell) => Err(Reason::Pattern {
                value: cell.to_owned(),
                pattern: pattern.clone(),
            }),
            _ => Ok(()),
        }
    }

    fn check_bounds(&self, cell: &str) -> Result<(), Reason> {
        let Some(value) = parse_number(cell) else {
            return Ok(());
        };
        if let Some(minimum) = self.minimum.filter(|&minimum| value < minimum) {
            return Err(Reason::TooSmall { value, minimum });
        }
        if let Some(maximum) = self.maximum.filter(|&maximum| value > maximum) {
            return Err(Reason::TooLarge { value, maximum });
        }
        Ok(())
    }
}

/// True when a text is of a kind.
pub fn fits(kind: CellKind, text: &str) -> bool {
    let all =
        |count: usize, fits: fn(&u8) -> bool| text.len() == count && text.bytes().all(|b| fits(&b));
    match kind {
        CellKind::Number => parse_number(text).is_some(),
        CellKind::Integer => text.parse::<i64>().is_ok(),
        CellKind::Date => parse_date(text).is_some(),
        CellKind::Boolean => parse_boolean(text).is_some(),
        CellKind::Slug => is_slug(text),
        CellKind::Alpha2 => all(2, u8::is_ascii_uppercase),
        CellKind::Alpha3 => all(3, u8::is_ascii_uppercase),
        CellKind::M49 => all(3, u8::is_ascii_digit),
    }
}

/// Reads a number as CSV writes it: ASCII digits, a minus, a point, an exponent. `NaN` and `inf` are no numbers here.
pub fn parse_number(text: &str) -> Option<f64> {
    // JSON's numbers are read already; the standard library's reading would bring ten kilobytes of powers of five into the page.
    let is_plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'e' | b'E' | b'+'));
    let number = is_plain.then(|| serde_json::from_str(text).ok()).flatten();
    number.filter(|number: &f64| number.is_finite())
}

/// Reads the truth values of Table Schema.
pub fn parse_boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "1" => Some(true),
        "false" | "False" | "FALSE" | "0" => Some(false),
        _ => None,
    }
}

fn is_slug(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(part)
}

/// The kind of a Table Schema type. A date in a format of its own is not held against the ISO form here.
fn kind(name: &str, format: &str) -> Option<CellKind> {
    match name {
        "number" => Some(CellKind::Number),
        "integer" | "year" => Some(CellKind::Integer),
        "boolean" => Some(CellKind::Boolean),
        "date" if matches!(format, "" | "default") => Some(CellKind::Date),
        _ => None,
    }
}
