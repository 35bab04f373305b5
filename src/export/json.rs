//! A sheet as JSON: where it is from, its columns, and its rows as objects.

use serde_json::{Map, Value, json};

use crate::export::colophon::Colophon;
use crate::export::sheet::{FILE, Holds, Sheet};
use crate::package::schema::{parse_boolean, parse_number};

/// The whole file, indented. What a file says of itself stands once, and not in every row.
pub fn written(sheet: &Sheet, colophon: &Colophon) -> String {
    let is_own = |name: &str| !name.starts_with(FILE);
    let columns = sheet.columns.iter().filter(|c| is_own(&c.name));
    let columns: Vec<&str> = columns.map(|c| c.name.as_str()).collect();
    let row = |row: &Vec<String>| {
        let cells = sheet.columns.iter().zip(row);
        let cells = cells.filter(|(column, _)| is_own(&column.name));
        let cells = cells.map(|(column, cell)| (column.name.clone(), value(column.holds, cell)));
        Value::Object(cells.collect::<Map<String, Value>>())
    };
    let rows: Vec<Value> = sheet.rows.iter().map(row).collect();
    let paragraphs: Vec<String> = colophon.source.iter().map(ToString::to_string).collect();
    let file = json!({
        "title": colophon.title,
        "view": colophon.view,
        "data": colophon.data,
        "filters": colophon.filters,
        "source": paragraphs,
        "licence": colophon.licence,
        "version": colophon.version,
        "date": colophon.created,
        "saved": colophon.saved,
        "address": colophon.address,
        "columns": columns,
        "rows": rows,
    });
    format!("{file:#}\n")
}

/// A cell as what it is. An empty cell of the package is `null`: nothing is stated.
fn value(holds: Holds, cell: &str) -> Value {
    let text = || Value::String(cell.to_owned());
    match holds {
        Holds::Words => text(),
        Holds::Citations => cell
            .split(';')
            .filter(|part| !part.is_empty())
            .map(|part| json!(part))
            .collect(),
        _ if cell.is_empty() => Value::Null,
        Holds::Text => text(),
        Holds::Truth => parse_boolean(cell).map_or_else(text, Value::Bool),
        Holds::Number => match (cell.parse::<i64>(), parse_number(cell)) {
            (Ok(whole), _) => json!(whole),
            (Err(_), Some(number)) => json!(number),
            (Err(_), None) => text(),
        },
    }
}
