//! What is wrong with a package, as data: `format::issue` turns it into a sentence.

use super::formula::FormulaError;
use super::span::Date;

/// How grave an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is lost; worth knowing.
    Note,
    /// Something that one would expect is not there.
    Warning,
    /// Something that the package states is wrong or could not be shown.
    Error,
}

/// What reading the package did about the issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing: the rows are as the package states them.
    Kept,
    /// The cell was taken as empty.
    CellEmptied,
    /// One entry of a list in the cell was left out.
    EntryLeftOut,
    /// The row was left out.
    RowLeftOut,
    /// The row and all after it were left out.
    RestLeftOut,
    /// The column was not read.
    ColumnIgnored,
    /// The table was not read.
    TableIgnored,
    /// The table stays empty.
    TableEmpty,
    /// The package was not opened.
    PackageRefused,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// How grave it is.
    pub severity: Severity,
    /// The table's name in the package; empty where the whole package is meant.
    pub table: String,
    /// The row, counted from 1 without the header.
    pub row: Option<u32>,
    /// The row's id, where it has one.
    pub id: Option<String>,
    /// The column's name.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: Reason,
    /// What was done about it.
    pub effect: Effect,
}

impl Issue {
    /// An issue with a whole table, or with the whole package where `table` is empty.
    pub fn of_table(table: &str, severity: Severity, reason: Reason, effect: Effect) -> Self {
        Self {
            severity,
            table: table.to_owned(),
            row: None,
            id: None,
            column: None,
            reason,
            effect,
        }
    }

    /// The same issue, of one column.
    #[must_use]
    pub fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }

    /// The same issue, of one row. An empty id is none.
    #[must_use]
    pub fn in_row(mut self, row: u32, id: &str) -> Self {
        self.row = Some(row);
        self.id = (!id.is_empty()).then(|| id.to_owned());
        self
    }
}

/// Why a table's file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unreachable {
    /// The server answered with this HTTP status.
    Status(u16),
    /// No answer came, or there is no such file.
    NoAnswer,
    /// The file is not UTF-8 text.
    NotText,
    /// The file lies outside the package's folder.
    Outside,
    /// The file is larger than so many bytes, the most that is read of one.
    TooLarge(usize),
}

/// What a cell ought to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellKind {
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// An ISO date, `2011-09-07`.
    Date,
    /// `true` or `false`.
    Boolean,
    /// Lower-case ASCII letters, digits and hyphens.
    Slug,
    /// ISO 3166-1 alpha-2.
    Alpha2,
    /// ISO 3166-1 alpha-3.
    Alpha3,
    /// UN M49, three digits.
    M49,
}

/// Everything that can be wrong.
#[allow(missing_docs, reason = "a variant's text says what its fields are")]
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The descriptor is not JSON; where reading stopped, both from 1.
    NotJson { line: usize, column: usize },
    /// The descriptor is JSON and no Data Package.
    NotAPackage,
    /// The package has none of the tables that the explorer shows.
    NoTables,
    /// The package is written for a later explorer.
    NewerFormat { found: u64, known: u64 },
    /// The descriptor does not list the table.
    TableMissing,
    /// The table's file could not be had.
    Unreachable(Unreachable),
    /// The explorer does not know the table.
    UnknownTable,
    /// An earlier table has the same name.
    RepeatedTable,
    /// The descriptor names neither one relative path nor inline rows.
    NoUsableData,
    /// The table has no header row.
    NoHeader,
    /// The table has a header and no rows.
    NoRows,
    /// The explorer does not know the column, nor does the descriptor.
    UnknownColumn,
    /// The column is not in the table's header.
    MissingColumn,
    /// An earlier column has the same name.
    RepeatedColumn,
    /// The row has more or fewer cells than the header.
    WrongWidth { expected: usize, found: usize },
    /// A quotation mark is opened and never closed.
    UnclosedQuote,
    /// The table has more than so many rows, the most that are read of one.
    TooManyRows { most: usize },
    /// The row has more than so many columns, the most that are read.
    TooManyColumns { most: usize },
    /// The row has a cell of more than so many bytes, the most that are read of one.
    CellTooLong { most: usize },
    /// The cell holds something else than it ought to.
    NotA { kind: CellKind, value: String },
    /// The cell is none of the values that its column allows.
    NotAllowed { value: String, allowed: Vec<String> },
    /// The cell must not be empty.
    Empty,
    /// The cell does not have the form that its column asks for.
    Pattern { value: String, pattern: String },
    /// The number is below its least value.
    TooSmall { value: f64, minimum: f64 },
    /// The number is above its greatest value.
    TooLarge { value: f64, maximum: f64 },
    /// An earlier row has the same key.
    DuplicateKey { key: String },
    /// An earlier row has the same value, and the column allows each value once.
    DuplicateValue { value: String },
    /// The column has more different values than can be kept, of which `most` were.
    TooManyValues { most: usize },
    /// So many rows more of the table have something wrong, and are not listed one by one.
    FurtherRows { rows: u32 },
    /// The cell names a row that does not exist.
    Dangling { table: String, id: String },
    /// Something ends before it starts.
    EndBeforeStart { start: String, end: String },
    /// A part reaches beyond the whole that it belongs to.
    OutsideParent { parent: String },
    /// A date lies outside the time that the package covers.
    OutsidePeriod { date: Date, first: Date, last: Date },
    /// The citation has another form than `27` or `27:i`.
    UnreadableCitation { text: String },
    /// The row cites nothing.
    NoCitation,
    /// The citation's paragraph does not exist; the report ends with paragraph `last`.
    NoSuchParagraph { para: u32, last: u32 },
    /// The formula cannot be read or computed.
    Formula(FormulaError),
    /// The formula gives another number than the row states.
    FormulaDiffers { expected: f64, found: f64 },
    /// The row has a formula and no number.
    FormulaWithoutNumber,
    /// The categories add up to more than their total.
    SumExceeds { sum: f64, total: f64, id: String },
    /// The upper end of a range lies below its lower end.
    RangeReversed { value: f64, high: f64 },
    /// A contradiction states the same value twice.
    SameValues { value: String },
}
