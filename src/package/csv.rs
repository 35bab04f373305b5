//! CSV text into records.

/// The records of a CSV text (RFC 4180, any line ending), header first. Blank lines are no records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// The records, of whatever width they are.
    pub records: Vec<Vec<String>>,
    /// True where the text ends inside a quoted cell: the last record swallowed what follows the quotation mark.
    pub ends_in_quote: bool,
}

/// Splits a CSV text. Takes any text.
pub fn records(text: &str) -> Records {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    Records {
        records: reader.records().map_while(Result::ok).map(cells).collect(),
        ends_in_quote: ends_in_quote(text),
    }
}

/// True when the text ends inside a quoted cell.
fn ends_in_quote(text: &str) -> bool {
    let mut quoted = false;
    let mut at_start = true;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted => quoted = chars.next_if_eq(&'"').is_some(),
            '"' if at_start => quoted = true,
            _ => {}
        }
        at_start = !quoted && matches!(c, ',' | '\n' | '\r');
    }
    quoted
}
