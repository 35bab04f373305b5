//! The table `attendance`: a register with rows by the million, read while it arrives.
//!
//! Other tables are cut into texts row by row (`package::table`) and read cell by cell (`package::read`). Here a row is five look-ups of
//! bytes in dictionaries and allocates nothing, as long as nothing is wrong with it.

pub mod scan;
pub mod words;

use self::scan::{Cells, Scanner};
use self::words::Words;
use super::form::Form;
use super::resource::{Location, Resource};
use super::schema::{Field, fits};
use super::table;
use crate::model::attendance::Attendance;
use crate::model::citation::Citation;
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::issue::{CellKind, Effect, Issue, Reason, Severity, Unreachable};
use crate::model::table::Table;
use crate::package::read::Entry;

/// The table's name and columns. It has no key: a row is named by its number.
pub const FORM: Form = Form {
    name: "attendance",
    key: &[],
    required: &["event"],
    expected: &["country", "role", "count", "source"],
    optional: &[],
    may_be_absent: true,
};

/// How many rows with something wrong are listed one by one; further ones are counted.
pub const MOST_LISTED: usize = 50;

/// Reads the table from slices of its file. Dropping it is all that it takes to stop.
///
/// However the bytes are cut, the rows and the issues are the same, and those of a reading row by row: an unknown event or a count that is
/// no whole number costs the row, an unknown state or a role of another form costs the cell. Cells are held against the schema as in
/// other tables, but for its constraint `unique`, which no column of this table can have.
#[derive(Debug)]
pub struct Reader {
    scanner: Scanner,
    rows: Rows,
    bytes: u64,
}

impl Reader {
    /// A reader of the file that `resource` describes, of a package whose events and countries are in `data`.
    pub fn new(resource: &Resource, data: &Dataset) -> Self {
        Self {
            scanner: Scanner::default(),
            rows: Rows::new(resource, data),
            bytes: 0,
        }
    }

    /// Reads the next bytes of the file, as many as there are.
    pub fn feed(&mut self, bytes: &[u8]) {
        let rows = &mut self.rows;
        self.scanner.feed(bytes, &mut |cells| rows.record(cells));
        self.bytes += bytes.len() as u64;
    }

    /// The number of bytes read so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The number of rows read so far, those that were left out among them.
    pub fn rows(&self) -> u32 {
        self.rows.number
    }

    /// The table, and everything that was wrong: with its header, then row by row, then how many rows more have something wrong.
    pub fn finish(mut self) -> (Attendance, Vec<Issue>) {
        let rows = &mut self.rows;
        if self.scanner.finish(&mut |cells| rows.record(cells)) {
            rows.unclosed();
        }
        self.rows.finish()
    }
}

/// Reads the table from wherever the descriptor says that its rows are; `file` is the text of its file where that is there.
pub fn read(
    resource: &Resource,
    file: Option<&Result<String, Unreachable>>,
    data: &Dataset,
) -> (Attendance, Vec<Issue>) {
    let none = |reason| {
        let issue = Issue::of_table(FORM.name, Severity::Error, reason, Effect::TableEmpty);
        (Attendance::default(), vec![issue])
    };
    match (&resource.location, file) {
        (Location::Inline(rows), _) => {
            let mut reader = Rows::new(resource, data);
            for row in rows {
                reader.texts(row);
            }
            reader.finish()
        }
        (Location::InlineText(text), _) | (Location::File(_), Some(Ok(text))) => {
            let mut reader = Reader::new(resource, data);
            reader.feed(text.as_bytes());
            reader.finish()
        }
        (Location::File(_), Some(Err(why))) => none(Reason::Unreachable(*why)),
        // It is not fetched with the other tables, and may still come.
        (Location::File(_), None) => (Attendance::default(), Vec::new()),
        (Location::Nowhere, _) => none(Reason::NoUsableData),
    }
}

/// The five columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Event,
    Country,
    Role,
    Count,
    Source,
}

impl Column {
    const ALL: [Self; 5] = [
        Self::Event,
        Self::Country,
        Self::Role,
        Self::Count,
        Self::Source,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Country => "country",
            Self::Role => "role",
            Self::Count => "count",
            Self::Source => "source",
        }
    }
}

/// What stands where in the header.
#[derive(Clone, Debug)]
struct Head {
    width: usize,
    /// Where each of [`Column::ALL`] stands; beyond the header where it is missing.
    places: [usize; 5],
    /// What the schema asks of each place, in the schema's order.
    fields: Vec<(usize, Field)>,
    /// The same of columns that are none of the five, where it asks for anything.
    others: Vec<(usize, Field)>,
}

/// What is wrong with one row: column, reason and effect. An empty column means the whole row.
type Found = Vec<(String, Reason, Effect)>;

/// What costs a row: its column and why.
struct Fault(Column, Reason);

/// The codes of a row, as the table keeps them: event, country, role, count, source.
type Coded = [u32; 5];

/// Records into rows of the table.
///
/// Each column has a dictionary of the cells with which nothing is wrong. A row whose cells are all in there is read by looking them up.
/// Any other row is read closely, which adds to the dictionaries and says what is wrong.
#[derive(Debug)]
struct Rows {
    resource: Resource,
    head: Option<Head>,
    has_header: bool,
    /// One for each of [`Column::ALL`], from the cell as it stands in the file to its code.
    known: [Words; 5],
    event_ids: Words,
    country_ids: Words,
    role_names: Words,
    source_cells: Words,
    /// The rows read so far.
    number: u32,
    table: Attendance,
    of_quote: Option<Issue>,
    of_header: Vec<Issue>,
    of_rows: Vec<Issue>,
    listed: usize,
    further_lost: u32,
    further_kept: u32,
}

impl Rows {
    fn new(resource: &Resource, data: &Dataset) -> Self {
        Self {
            resource: resource.clone(),
            head: None,
            has_header: false,
            known: Default::default(),
            event_ids: ids(&data.events, 0),
            country_ids: ids(&data.countries, 1),
            role_names: Words::default(),
            source_cells: Words::default(),
            number: 0,
            table: Attendance::default(),
            of_quote: None,
            of_header: Vec::new(),
            of_rows: Vec::new(),
            listed: 0,
            further_lost: 0,
            further_kept: 0,
        }
    }

    /// Reads a record of the file: the header first, then rows.
    fn record(&mut self, cells: Cells<'_>) {
        if !self.has_header {
            return self.header(&cells.texts());
        }
        self.number = self.number.saturating_add(1);
        let Some(head) = &self.head else {
            return;
        };
        let asks = |(at, field): &(usize, Field)| {
            let text = String::from_utf8_lossy(cells.get(*at));
            let is_missing = self.resource.missing_values.iter().any(|m| *m == text);
            let cell = if is_missing { "" } else { &text };
            field.check(cell).is_err()
        };
        if cells.count() == head.width && !head.others.iter().any(asks) {
            let [event, country, role, count, source] = &mut self.known;
            let [e, c, r, n, s] = head.places.map(|at| cells.get(at));
            if let (Some(event), Some(country), Some(role), Some(count), Some(source)) = (
                event.find(e),
                country.find(c),
                role.find(r),
                count.find(n),
                source.find(s),
            ) {
                self.push([event, country, role, count, source]);
                return;
            }
        }
        self.closely(&cells.texts());
    }

    /// Reads a record that comes as texts.
    fn texts(&mut self, cells: &[String]) {
        if !self.has_header {
            return self.header(cells);
        }
        self.number = self.number.saturating_add(1);
        if self.head.is_some() {
            self.closely(cells);
        }
    }

    fn header(&mut self, header: &[String]) {
        self.has_header = true;
        if !table::holds_header(&FORM, &self.resource, header, &mut self.of_header) {
            return;
        }
        let place = |name: &str| header.iter().position(|column| column == name);
        let places = Column::ALL.map(|column| place(column.name()).unwrap_or(header.len()));
        let fields = self.resource.fields.iter();
        let fields: Vec<(usize, Field)> = fields
            .filter_map(|field| Some((place(&field.name)?, field.clone())))
            .collect();
        self.know_ids(&fields, places);
        let others = fields.iter();
        let others = others.filter(|(at, field)| !places.contains(at) && !field.takes_anything());
        self.head = Some(Head {
            width: header.len(),
            places,
            others: others.cloned().collect(),
            fields,
        });
    }

    /// Where the schema asks nothing of events and states, their ids are all known from the start: a register names each of them, and to
    /// read a row closely costs a hundred times as much.
    fn know_ids(&mut self, fields: &[(usize, Field)], places: [usize; 5]) {
        let [event, country, ..] = places;
        let is_free = |place: usize| {
            let mut asked = fields.iter().filter(|(at, _)| *at == place);
            asked.all(|(_, field)| field.takes_any_text())
                && self.resource.missing_values.iter().all(String::is_empty)
        };
        let (of_events, of_countries) = (is_free(event), is_free(country));
        let [events, countries, ..] = &mut self.known;
        if of_events {
            *events = self.event_ids.clone();
        }
        if of_countries {
            *countries = self.country_ids.clone();
        }
    }

    fn push(&mut self, codes: Coded) {
        let [event, country, role, count, source] = codes;
        let place = |code: u32| code.checked_sub(1);
        let role = place(role).and_then(|at| u8::try_from(at).ok());
        let country = place(country).map(|at| at as usize);
        self.table
            .push(event as usize, country, role, place(count), source);
    }

    /// Reads a row as the rows of other tables are read, and learns the cells with which nothing is wrong.
    fn closely(&mut self, texts: &[String]) {
        let Some(head) = &self.head else {
            return;
        };
        let (expected, found) = (head.width, texts.len());
        if expected != found {
            let reason = Reason::WrongWidth { expected, found };
            return self.lose(vec![(String::new(), reason, Effect::RowLeftOut)]);
        }
        let missing = &self.resource.missing_values;
        let cell = |at: usize| match texts.get(at) {
            Some(text) if !missing.contains(text) => text.as_str(),
            _ => "",
        };
        let mut found = Found::new();
        for (at, field) in &head.fields {
            if let Err(reason) = field.check(cell(*at)) {
                found.push((field.name.clone(), reason, Effect::Kept));
            }
        }
        let raw = head
            .places
            .map(|at| texts.get(at).map_or("", String::as_str));
        match self.codes(head.places.map(cell).map(str::to_owned), &mut found) {
            Ok(codes) => {
                for ((column, known), (text, code)) in Column::ALL
                    .into_iter()
                    .zip(&mut self.known)
                    .zip(raw.into_iter().zip(codes))
                {
                    if !found.iter().any(|(name, _, _)| name == column.name()) {
                        known.add(text.as_bytes(), code);
                    }
                }
                self.push(codes);
                self.report(found);
            }
            Err(Fault(column, reason)) => {
                say(&mut found, column, reason, Effect::RowLeftOut);
                self.lose(found);
            }
        }
    }

    /// The codes of a row's cells. What costs the row is found first, so that a row that is lost adds nothing to the dictionaries.
    fn codes(&mut self, cells: [String; 5], found: &mut Found) -> Result<Coded, Fault> {
        let [event, country, role, count, source] = &cells;
        let (event, count) = (self.event(event)?, people(count)?);
        let country = self.country(country, found);
        let role = self.role(role, found);
        let source = self.source(source, found);
        Ok([event, country, role, count, source])
    }

    fn event(&mut self, cell: &str) -> Result<u32, Fault> {
        if cell.is_empty() {
            return Err(Fault(Column::Event, Reason::Empty));
        }
        let code = self.event_ids.find(cell.as_bytes());
        code.ok_or_else(|| Fault(Column::Event, dangling(Event::FORM.name, cell)))
    }

    fn country(&mut self, cell: &str, found: &mut Found) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        let code = self.country_ids.find(cell.as_bytes());
        // That the whole table of countries is absent is an issue of its own.
        if code.is_none() && !self.country_ids.is_empty() {
            let reason = dangling(Country::FORM.name, cell);
            say(found, Column::Country, reason, Effect::CellEmptied);
        }
        code.unwrap_or(0)
    }

    fn role(&mut self, cell: &str, found: &mut Found) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        if let Some(code) = self.role_names.find(cell.as_bytes()) {
            return code;
        }
        let reason = if !fits(CellKind::Slug, cell) {
            let (kind, value) = (CellKind::Slug, cell.to_owned());
            Reason::NotA { kind, value }
        } else if let Some(place) = self.table.add_role(cell) {
            let code = u32::from(place) + 1;
            self.role_names.add(cell.as_bytes(), code);
            return code;
        } else {
            let most = Attendance::MOST_ROLES;
            Reason::TooManyValues { most }
        };
        say(found, Column::Role, reason, Effect::CellEmptied);
        0
    }

    fn source(&mut self, cell: &str, found: &mut Found) -> u32 {
        let mut source = Vec::new();
        for text in cell.split(';').map(str::trim).filter(|t| !t.is_empty()) {
            match Citation::parse(text) {
                Some(citation) => source.push(citation),
                None => {
                    let text = text.to_owned();
                    let reason = Reason::UnreadableCitation { text };
                    say(found, Column::Source, reason, Effect::EntryLeftOut);
                }
            }
        }
        let known = self.source_cells.find(cell.as_bytes());
        known.unwrap_or_else(|| {
            let code = self.table.add_source(source);
            self.source_cells.add(cell.as_bytes(), code);
            code
        })
    }

    fn lose(&mut self, found: Found) {
        self.table.skip(self.number);
        self.report(found);
    }

    /// Lists what is wrong with a row, or counts the row when many are listed already.
    fn report(&mut self, found: Found) {
        if found.is_empty() {
            return;
        }
        if self.listed == MOST_LISTED {
            let is_lost = |(_, _, effect): &(_, _, Effect)| *effect == Effect::RowLeftOut;
            let further = match found.iter().any(is_lost) {
                true => &mut self.further_lost,
                false => &mut self.further_kept,
            };
            *further = further.saturating_add(1);
            return;
        }
        self.listed += 1;
        for (column, reason, effect) in found {
            let issue = Issue::of_table(FORM.name, Severity::Error, reason, effect);
            let issue = issue.in_row(self.number, "");
            self.of_rows.push(Issue {
                column: (!column.is_empty()).then_some(column),
                ..issue
            });
        }
    }

    /// The last record swallowed what follows its quotation mark.
    fn unclosed(&mut self) {
        let number = match self.has_header {
            true => self.number.saturating_add(1),
            false => 0,
        };
        if self.head.is_some() {
            self.table.skip(number);
        }
        let (reason, effect) = (Reason::UnclosedQuote, Effect::RowLeftOut);
        let issue = Issue::of_table(FORM.name, Severity::Error, reason, effect);
        self.of_quote = Some(issue.in_row(number, ""));
    }

    fn finish(mut self) -> (Attendance, Vec<Issue>) {
        if !self.has_header {
            self.header(&[]);
        }
        let mut issues = self.of_header;
        if self.head.is_some() && self.number == 0 {
            let (reason, effect) = (Reason::NoRows, Effect::Kept);
            issues.push(Issue::of_table(FORM.name, Severity::Note, reason, effect));
        }
        issues.append(&mut self.of_rows);
        issues.extend(self.of_quote);
        let further = [
            (self.further_lost, Effect::RowLeftOut),
            (self.further_kept, Effect::Kept),
        ];
        for (rows, effect) in further.into_iter().filter(|(rows, _)| *rows > 0) {
            let reason = Reason::FurtherRows { rows };
            issues.push(Issue::of_table(FORM.name, Severity::Error, reason, effect));
        }
        self.table.shrink();
        (self.table, issues)
    }
}

/// Adds what reading a cell found. What the schema said of the cell gives way to it.
fn say(found: &mut Found, column: Column, reason: Reason, effect: Effect) {
    let name = column.name();
    let same = found
        .iter_mut()
        .find(|(column, _, effect)| column == name && *effect == Effect::Kept);
    match same {
        Some((_, known, done)) => (*known, *done) = (reason, effect),
        None => found.push((name.to_owned(), reason, effect)),
    }
}

/// One more than a number of people; 0 of an empty cell.
fn people(cell: &str) -> Result<u32, Fault> {
    if cell.is_empty() {
        return Ok(0);
    }
    let number = cell.parse::<u32>().ok();
    number.and_then(|n| n.checked_add(1)).ok_or_else(|| {
        let (kind, value) = (CellKind::Integer, cell.to_owned());
        Fault(Column::Count, Reason::NotA { kind, value })
    })
}

fn dangling(table: &str, id: &str) -> Reason {
    let (table, id) = (table.to_owned(), id.to_owned());
    Reason::Dangling { table, id }
}

/// The ids of a table, each with its place as a code.
fn ids<T>(table: &Table<T>, first: u32) -> Words {
    let mut words = Words::default();
    for key in table.keys() {
        let place = u32::try_from(key.index()).unwrap_or(u32::MAX);
        words.add(table.id(key).as_bytes(), place.saturating_add(first));
    }
    words
}
