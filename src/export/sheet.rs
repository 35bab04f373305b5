//! A view as a table for programs: its own columns as the page says them, the package's cells behind each row, and where the file is from.

use std::collections::HashMap;

use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Mark;
use crate::chart::view_table::{ViewTable, is_left};
use crate::export::colophon::Colophon;
use crate::package::descriptor::Descriptor;
use crate::package::folder::NamedFile;
use crate::package::form::Form;
use crate::package::read::FORMS;
use crate::package::rows::rows;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words of the view, as the page says them.
    Words,
    /// A cell of the package that is a number.
    Number,
    /// A cell of the package that is `true` or `false`.
    Truth,
    /// A cell of the package that is a text.
    Text,
    /// Citations, separated by `;`.
    Citations,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, unlike that of any other, large and small letters taken as one.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
}

/// A table as text, each row as wide as the columns are many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Before the names of columns that hold the package's own cells.
pub const ROW: &str = "row_";
/// Before the names of columns that say where the file is from.
pub const FILE: &str = "file_";

/// The cells of the package that stand beside a row, where its table has such a column.
const CELLS: [(&str, Holds); 15] = [
    ("kind", Holds::Text),
    ("value", Holds::Number),
    ("value_high", Holds::Number),
    ("amount", Holds::Number),
    ("currency", Holds::Text),
    ("op", Holds::Text),
    ("unit", Holds::Text),
    ("year", Holds::Number),
    ("start", Holds::Text),
    ("end", Holds::Text),
    ("precision", Holds::Text),
    ("form", Holds::Text),
    ("status", Holds::Text),
    ("overlapping", Holds::Truth),
    ("derived", Holds::Text),
];

/// The tables whose rows a view shows.
pub(super) fn tables(kind: ChartKind) -> &'static [&'static str] {
    match kind {
        ChartKind::Timeline => &["events"],
        ChartKind::Participation => &["participation"],
        ChartKind::Geography => &["countries", "events"],
        ChartKind::Seats => &["countries"],
        ChartKind::Funding => &["funding"],
        ChartKind::Outcomes => &["recommendations", "calls"],
        ChartKind::Practices => &["practices"],
        ChartKind::People => &["roles"],
        ChartKind::Assessment => &["survey"],
        ChartKind::Projects => &["projects"],
        ChartKind::World => &["context"],
    }
}

/// The rows of one table of the package, by their ids.
struct Written {
    table: &'static str,
    header: Vec<String>,
    by_id: HashMap<String, Vec<String>>,
}

impl Written {
    fn find(table: &str, descriptor: &Descriptor, files: &[NamedFile]) -> Option<Self> {
        let form: &Form = FORMS.iter().find(|form| form.name == table)?;
        let resource = descriptor.resources.iter().find(|r| r.name == table)?;
        let mut all = rows(resource, files)?.into_iter();
        let header = all.next()?;
        let places: Option<Vec<usize>> = form
            .key
            .iter()
            .map(|key| header.iter().position(|name| name == key))
            .collect();
        let places = places?;
        let mut by_id = HashMap::new();
        for mut row in all {
            for cell in row
                .iter_mut()
                .filter(|c| resource.missing_values.contains(c))
            {
                cell.clear();
            }
            let key: Vec<&str> = places
                .iter()
                .map(|place| row.get(*place).map_or("", String::as_str))
                .collect();
            // Of rows with the same key the first stays, as in reading.
            by_id.entry(key.join("/")).or_insert(row);
        }
        Some(Self {
            table: form.name,
            header,
            by_id,
        })
    }

    fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }

    fn cell(&self, row: &[String], column: &str) -> String {
        let place = self.header.iter().position(|name| name == column);
        place
            .and_then(|place| row.get(place))
            .cloned()
            .unwrap_or_default()
    }
}

/// The table of a view as the filters leave it. While two selections are compared it has the rows of both, as the table on the page, whose
/// columns say where each stands. `written` is the package as it was read.
pub fn sheet(
    kind: ChartKind,
    table: &ViewTable,
    input: &Input,
    is_compared: bool,
    written: (&Descriptor, &[NamedFile]),
    colophon: &Colophon,
) -> Sheet {
    let (descriptor, files) = written;
    let found: Vec<Written> = tables(kind)
        .iter()
        .filter_map(|table| Written::find(table, descriptor, files))
        .collect();
    let cells: Vec<(&str, Holds)> = CELLS
        .into_iter()
        .filter(|(column, _)| found.iter().any(|table| table.has(column)))
        .collect();
    let of_file = of_file(colophon);
    let is_shown = |mark: &&Mark| is_compared || is_left(kind, mark, input);
    let row =
        |mark: &Mark| {
            let width = table.columns.len();
            let mut row: Vec<String> = mark.cells.iter().map(|cell| cell.text.clone()).collect();
            row.resize(width, String::new());
            let own = found
                .iter()
                .find_map(|table| Some((table, table.by_id.get(&mark.id)?)));
            row.push(own.map_or(String::new(), |(table, _)| table.table.to_owned()));
            row.push(mark.id.clone());
            row.extend(cells.iter().map(|(column, _)| {
                own.map_or(String::new(), |(table, row)| table.cell(row, column))
            }));
            let source: Vec<String> = mark.card.source.iter().map(ToString::to_string).collect();
            row.push(source.join(";"));
            row.extend(of_file.iter().map(|(_, value)| value.clone()));
            row
        };
    Sheet {
        columns: columns(table, &cells, &of_file),
        rows: table.rows.iter().filter(is_shown).map(row).collect(),
    }
}

/// What the file says of itself, column by column.
fn of_file(colophon: &Colophon) -> [(&'static str, String); 8] {
    [
        ("title", colophon.title.clone()),
        ("view", colophon.view.clone()),
        ("data", colophon.data.clone()),
        ("version", colophon.version.clone()),
        ("date", colophon.created.clone()),
        ("licence", colophon.licence.clone()),
        ("saved", colophon.saved.clone()),
        ("address", colophon.address.clone()),
    ]
}

fn columns(
    table: &ViewTable,
    cells: &[(&str, Holds)],
    of_file: &[(&'static str, String)],
) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for name in &table.columns {
        columns.push(Column {
            name: unlike(name, &columns),
            holds: Holds::Words,
        });
    }
    let own = [("table", Holds::Text), ("id", Holds::Text)];
    let own = own.into_iter().chain(cells.iter().copied());
    for (name, holds) in own.chain([("source", Holds::Citations)]) {
        let name = unlike(&format!("{ROW}{name}"), &columns);
        columns.push(Column { name, holds });
    }
    for (name, _) in of_file {
        let name = unlike(&format!("{FILE}{name}"), &columns);
        let holds = Holds::Text;
        columns.push(Column { name, holds });
    }
    columns
}

/// A name that no column has yet: databases do not tell large letters from small.
fn unlike(name: &str, columns: &[Column]) -> String {
    let is_taken = |name: &str| columns.iter().any(|c| c.name.eq_ignore_ascii_case(name));
    let mut new = name.to_owned();
    let mut count = 2;
    while is_taken(&new) {
        new = format!("{name} ({count})");
        count += 1;
    }
    new
}
