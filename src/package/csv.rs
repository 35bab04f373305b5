//! CSV text into records (RFC 4180, any line ending). Blank lines are no records.

use std::io::Cursor;

use super::limits::{MOST_CELL_BYTES, MOST_COLUMNS, MOST_ROWS};
use crate::model::issue::{Effect, Reason};

/// A text that is taken apart, a record at a time.
pub trait Split {
    /// The next record, of whatever width it is; the header is the first. A last one that a quotation mark swallowed is none.
    fn next(&mut self) -> Option<Vec<String>>;

    /// After the last record: why there is none after it, and what that costs, where the text goes on. A text that ends inside a quoted cell
    /// had its last record swallow what follows the quotation mark.
    fn fault(&self) -> Option<(Reason, Effect)>;
}

/// A CSV text while it is taken apart. Takes any text.
pub struct Splitter {
    reader: csv::Reader<Cursor<String>>,
    record: csv::StringRecord,
    quotes: Quotes,
    /// The record that is given next, once it is sure to be whole.
    held: Option<Vec<String>>,
    has_begun: bool,
    /// Records given so far, the header among them.
    given: usize,
    /// The limit that the next record is beyond.
    beyond: Option<Reason>,
}

impl Splitter {
    /// Begins with a text's first record; a byte order mark before it is no part of it.
    pub fn new(mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text = text.trim_start_matches('\u{feff}').to_owned();
        }
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(Cursor::new(text));
        Self {
            reader,
            record: csv::StringRecord::new(),
            quotes: Quotes::default(),
            held: None,
            has_begun: false,
            given: 0,
            beyond: None,
        }
    }

    fn ends_in_quote(&self) -> bool {
        self.quotes.state == Quote::Inside
    }

    /// The next record, whole or not.
    fn read(&mut self) -> Option<Vec<String>> {
        let is_read = matches!(self.reader.read_record(&mut self.record), Ok(true));
        let end = self.reader.position().byte() as usize;
        let text = self.reader.get_ref().get_ref().as_bytes();
        // After the last record, whatever is left of the text.
        let end = if is_read { end } else { text.len() };
        self.quotes.read(text, end);
        is_read.then(|| self.record.iter().map(str::to_owned).collect())
    }
}

impl Split for Splitter {
    fn next(&mut self) -> Option<Vec<String>> {
        if !self.has_begun {
            self.has_begun = true;
            self.held = self.read();
        }
        if self.beyond.is_some() {
            return None;
        }
        let following = self.read();
        let given = std::mem::replace(&mut self.held, following)?;
        let is_swallowed = self.held.is_none() && self.ends_in_quote();
        self.beyond = match is_swallowed {
            true => None,
            false => limit(&given, self.given),
        };
        self.given += 1;
        (!is_swallowed && self.beyond.is_none()).then_some(given)
    }

    fn fault(&self) -> Option<(Reason, Effect)> {
        let beyond = self
            .beyond
            .clone()
            .map(|reason| (reason, Effect::RestLeftOut));
        let swallowed = || (Reason::UnclosedQuote, Effect::RowLeftOut);
        beyond.or_else(|| self.ends_in_quote().then(swallowed))
    }
}

/// The limit that a record is beyond, after so many others.
fn limit(record: &[String], before: usize) -> Option<Reason> {
    let longest = record.iter().map(String::len).max();
    if before > MOST_ROWS {
        return Some(Reason::TooManyRows { most: MOST_ROWS });
    }
    if record.len() > MOST_COLUMNS {
        return Some(Reason::TooManyColumns { most: MOST_COLUMNS });
    }
    (longest > Some(MOST_CELL_BYTES)).then_some(Reason::CellTooLong {
        most: MOST_CELL_BYTES,
    })
}

/// Follows the quotation marks of a text.
#[derive(Default)]
struct Quotes {
    state: Quote,
    done: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Quote {
    /// Where a cell begins.
    #[default]
    Start,
    /// In a cell without quotation marks, or after those of one.
    Outside,
    /// In a quoted cell.
    Inside,
    /// After a quotation mark in a quoted cell: its end, or the first half of a doubled one.
    Closing,
}

impl Quotes {
    /// Reads on, up to the byte `end`.
    fn read(&mut self, text: &[u8], end: usize) {
        for byte in text.get(self.done..end).unwrap_or_default() {
            self.state = match (self.state, byte) {
                (Quote::Inside, b'"') => Quote::Closing,
                (Quote::Inside, _) | (Quote::Start | Quote::Closing, b'"') => Quote::Inside,
                (_, b',' | b'\n' | b'\r') => Quote::Start,
                _ => Quote::Outside,
            };
        }
        self.done = self.done.max(end);
    }
}

/// The records of a CSV text, header first, whole or not.
pub fn records(text: &str) -> Vec<Vec<String>> {
    let mut splitter = Splitter::new(text.to_owned());
    std::iter::from_fn(|| splitter.read()).collect()
}
