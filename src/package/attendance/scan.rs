//! CSV bytes into records, slice by slice: RFC 4180 with any line ending, as [`crate::package::csv`] reads a whole text.

/// The mark with which some programs begin a text in UTF-8.
const BYTE_ORDER_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// The cells of one record.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    bytes: &'a [u8],
    bounds: &'a [(usize, usize)],
}

impl<'a> Cells<'a> {
    /// The number of cells, one at least.
    pub fn count(self) -> usize {
        self.bounds.len()
    }

    /// The bytes of the cell at a place, without the quotation marks around it; a cell that the record does not have is empty.
    pub fn get(self, at: usize) -> &'a [u8] {
        self.bounds
            .get(at)
            .and_then(|&(start, end)| self.bytes.get(start..end))
            .unwrap_or(&[])
    }

    /// All cells as text; what is not UTF-8 becomes the replacement character.
    pub fn texts(self) -> Vec<String> {
        let text = |at| String::from_utf8_lossy(self.get(at)).into_owned();
        (0..self.count()).map(text).collect()
    }
}

/// Where reading stands inside a record that a slice does not hold as a whole, or that has quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// Before a record; ends of lines are blank lines, and no records.
    #[default]
    Record,
    /// Before a cell.
    Cell,
    /// In a cell without quotation marks, or behind the one that closed.
    Plain,
    /// In a cell with quotation marks.
    Quoted,
    /// Behind a quotation mark in such a cell: it closes the cell, or stands for itself when a second one follows.
    Quote,
}

/// Cuts bytes into records. The bytes come in slices that may end anywhere: in a quoted cell, in a letter, between `\r` and `\n`.
///
/// A record that lies in one slice and has no quotation marks is read where it lies. Any other is put together byte by byte.
#[derive(Clone, Debug, Default)]
pub struct Scanner {
    /// How many bytes of a byte order mark were read; `None` behind the beginning of the file.
    marked: Option<usize>,
    has_begun: bool,
    place: Place,
    /// What was put together of a record: its cells without their quotation marks, and their bounds but for the last one's.
    buffer: Vec<u8>,
    bounds: Vec<(usize, usize)>,
    start: usize,
}

impl Scanner {
    /// Reads a slice; `record` is called with every record that it completes.
    pub fn feed(&mut self, bytes: &[u8], record: &mut impl FnMut(Cells<'_>)) {
        let mut rest = match self.has_begun {
            true => bytes,
            false => self.begin(bytes, record),
        };
        while !rest.is_empty() {
            let read = match self.place {
                Place::Record => self.lying(rest, record),
                _ => None,
            };
            let read = read.unwrap_or_else(|| self.pieced(rest, record));
            rest = rest.get(read..).unwrap_or(&[]);
        }
    }

    /// Ends the last record, which needs no end of line. True where the bytes end in a quoted cell: that record swallowed everything behind
    /// the quotation mark, and is not given.
    pub fn finish(&mut self, record: &mut impl FnMut(Cells<'_>)) -> bool {
        let held = self.marked.take().unwrap_or(0);
        self.has_begun = true;
        let mark = BYTE_ORDER_MARK.get(..held).unwrap_or(&[]);
        self.feed(mark, record);
        match self.place {
            Place::Record => false,
            Place::Quoted => true,
            Place::Cell | Place::Plain | Place::Quote => {
                self.end_record(record);
                false
            }
        }
    }

    /// Takes byte order marks off the beginning of the file.
    fn begin<'b>(&mut self, bytes: &'b [u8], record: &mut impl FnMut(Cells<'_>)) -> &'b [u8] {
        let mut rest = bytes;
        let mut held = self.marked.unwrap_or(0);
        while let Some((byte, behind)) = rest.split_first() {
            if BYTE_ORDER_MARK.get(held) != Some(byte) {
                self.has_begun = true;
                self.marked = None;
                let mark = BYTE_ORDER_MARK.get(..held).unwrap_or(&[]);
                self.feed(mark, record);
                return rest;
            }
            held = (held + 1) % BYTE_ORDER_MARK.len();
            rest = behind;
        }
        self.marked = Some(held);
        rest
    }

    /// Reads one record where it lies, or skips one end of line; gives the number of bytes, or `None` where the slice does not hold the
    /// whole record or the record has quotation marks.
    fn lying(&mut self, bytes: &[u8], record: &mut impl FnMut(Cells<'_>)) -> Option<usize> {
        self.bounds.clear();
        let mut start = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            // All that ends a cell or opens a quoted one comes no later than the comma, and letters and digits come after it.
            if byte > b',' {
                continue;
            }
            match byte {
                b',' => {
                    self.bounds.push((start, at));
                    start = at + 1;
                }
                b'\n' | b'\r' => {
                    if at > 0 {
                        self.bounds.push((start, at));
                        let bounds = &self.bounds;
                        record(Cells { bytes, bounds });
                        self.bounds.clear();
                    }
                    return Some(at + 1);
                }
                b'"' if at == start => break,
                _ => {}
            }
        }
        self.bounds.clear();
        None
    }

    /// Reads on byte by byte until a record is complete or the slice is over; gives the number of bytes.
    fn pieced(&mut self, bytes: &[u8], record: &mut impl FnMut(Cells<'_>)) -> usize {
        for (at, &byte) in bytes.iter().enumerate() {
            let is_end = matches!(byte, b'\n' | b'\r');
            match (self.place, byte) {
                (Place::Record, _) if is_end => {}
                (Place::Quoted, b'"') => self.place = Place::Quote,
                (Place::Quoted, _) => self.buffer.push(byte),
                (Place::Quote, b'"') => {
                    self.buffer.push(byte);
                    self.place = Place::Quoted;
                }
                (Place::Record | Place::Cell, b'"') => self.place = Place::Quoted,
                (_, b',') => {
                    self.end_cell();
                    self.place = Place::Cell;
                }
                _ if is_end => {
                    self.end_record(record);
                    return at + 1;
                }
                _ => {
                    self.buffer.push(byte);
                    self.place = Place::Plain;
                }
            }
        }
        bytes.len()
    }

    fn end_cell(&mut self) {
        let end = self.buffer.len();
        self.bounds.push((self.start, end));
        self.start = end;
    }

    fn end_record(&mut self, record: &mut impl FnMut(Cells<'_>)) {
        self.end_cell();
        record(Cells {
            bytes: &self.buffer,
            bounds: &self.bounds,
        });
        self.buffer.clear();
        self.bounds.clear();
        self.start = 0;
        self.place = Place::Record;
    }
}
