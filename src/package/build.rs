//! Tables into a dataset, some rows at a time.

use std::sync::Arc;

use super::attendance;
use super::csv::{Split, Splitter};
use super::descriptor::Descriptor;
use super::form::Form;
use super::pack::DEFERRED;
use super::read::row::Row;
use super::read::{FIRST_READERS, READERS, Reader};
use super::resource::Location;
use super::table::{OpenText, Record, Rows};
use crate::model::dataset::Dataset;
use crate::model::issue::{Effect, Issue, Reason, Severity, Unreachable};

/// Rows that are read or linked in one [`Building::step`].
const STEP_ROWS: usize = 100;

/// Builds the dataset from a descriptor and the text of each of its [`Descriptor::files`], in any order.
///
/// Always gives a dataset: what cannot be read is left out, and the issues say what and why. A table without its file is empty; that of
/// a deferred table and that of [`attendance`] may still come, so only their absence is no issue.
pub fn build(
    descriptor: &Descriptor,
    files: Vec<(String, Result<String, Unreachable>)>,
) -> (Dataset, Vec<Issue>) {
    let mut building = Building::new(descriptor, files);
    while building.step() {}
    building.finish()
}

/// Builds the dataset of a packed descriptor, without what only files need: `None` where the package is of another form than
/// [`super::pack::pack`] writes, with every table that the first view needs inline and every other one deferred. The page's first module
/// has no more than this of reading.
pub fn build_packed(descriptor: &Descriptor) -> Option<(Dataset, Vec<Issue>)> {
    let named = |name: &str| descriptor.resources.iter().find(|r| r.name == name);
    let is_inline = |reader: &Reader| {
        named(reader.form.name).is_some_and(|r| matches!(r.location, Location::Inline(_)))
    };
    let is_packed = FIRST_READERS.iter().all(is_inline)
        && DEFERRED
            .iter()
            .all(|name| named(name).is_some_and(|r| r.is_deferred));
    is_packed.then(|| {
        let mut tables = Tables::new(descriptor, Vec::new(), &FIRST_READERS, |_| None);
        while tables.step() {}
        (tables.data, tables.issues)
    })
}

/// A dataset while it is built, for who does other things between two steps, as a browser does.
pub struct Building<'a> {
    tables: Tables<'a>,
}

impl<'a> Building<'a> {
    /// Begins to build what [`build`] builds.
    pub fn new(
        descriptor: &'a Descriptor,
        files: Vec<(String, Result<String, Unreachable>)>,
    ) -> Self {
        let open = |text| Some(Box::new(Splitter::new(text)) as Box<dyn Split>);
        Self {
            tables: Tables::new(descriptor, files, &READERS, open),
        }
    }

    /// Reads some rows; false when there are no more.
    pub fn step(&mut self) -> bool {
        self.tables.step()
    }

    /// What was built, and everything that was wrong.
    pub fn finish(mut self) -> (Dataset, Vec<Issue>) {
        self.tables.read_attendance();
        (self.tables.data, self.tables.issues)
    }
}

struct Tables<'a> {
    descriptor: &'a Descriptor,
    open: OpenText,
    files: Vec<(String, Result<String, Unreachable>)>,
    /// The tables to come.
    readers: std::slice::Iter<'static, Reader>,
    underway: Option<Reading<'a>>,
    data: Dataset,
    issues: Vec<Issue>,
}

impl<'a> Tables<'a> {
    fn new(
        descriptor: &'a Descriptor,
        files: Vec<(String, Result<String, Unreachable>)>,
        readers: &'static [Reader],
        open: OpenText,
    ) -> Self {
        Self {
            descriptor,
            open,
            files,
            readers: readers.iter(),
            underway: None,
            data: Dataset {
                about: descriptor.about.clone(),
                ..Dataset::default()
            },
            issues: descriptor.issues.clone(),
        }
    }

    /// Goes on with the table that is underway, or begins the next one; false after the last.
    fn step(&mut self) -> bool {
        if let Some(reading) = &mut self.underway {
            if !reading.step(&mut self.data) {
                self.issues.append(&mut reading.found);
                self.underway = None;
            }
            return true;
        }
        let Some(reader) = self.readers.next() else {
            return false;
        };
        let rows = self.rows(reader.form);
        self.underway = rows.map(|rows| Reading::new(reader, rows));
        true
    }

    fn rows(&mut self, form: &'static Form) -> Option<Rows<'a>> {
        let mut resources = self.descriptor.resources.iter();
        let Some(resource) = resources.find(|resource| resource.name == form.name) else {
            self.issues.push(absent(form));
            return None;
        };
        let place = self.files.iter().position(|(name, _)| name == form.name);
        let file = place.map(|at| self.files.swap_remove(at).1);
        if file.is_none() && resource.is_deferred {
            return None;
        }
        Rows::open(form, resource, file, self.open, &mut self.issues)
    }

    /// Reads the one table that is no `Table`; few packages have it, so its absence is no news.
    fn read_attendance(&mut self) {
        let form = &attendance::FORM;
        let mut resources = self.descriptor.resources.iter();
        let Some(resource) = resources.find(|resource| resource.name == form.name) else {
            return;
        };
        let file = self.files.iter().find(|(name, _)| name == form.name);
        let file = file.map(|(_, file)| file);
        let (table, issues) = attendance::read(resource, file, &self.data);
        self.data.attendance = Arc::new(table);
        self.issues.extend(issues);
    }
}

/// One table while it is read.
struct Reading<'a> {
    reader: &'static Reader,
    rows: Rows<'a>,
    is_read: bool,
    kept: Vec<Kept>,
    /// How many of the kept rows are linked.
    linked: usize,
    /// What was wrong with rows that need no linking any more.
    found: Vec<Issue>,
}

/// What is known of a row until the references to its own table can be followed, in the order of the rows.
struct Kept {
    /// Its place in the table; `None` of one that was left out.
    row: Option<(usize, Record)>,
    issues: Vec<Issue>,
}

impl<'a> Reading<'a> {
    fn new(reader: &'static Reader, rows: Rows<'a>) -> Self {
        Self {
            reader,
            rows,
            is_read: false,
            kept: Vec::new(),
            linked: 0,
            found: Vec::new(),
        }
    }

    /// Reads or links some rows; false when all is done, and what is wrong stands in the order of the rows. Of rows with the same key
    /// the first stays.
    fn step(&mut self, data: &mut Dataset) -> bool {
        for _ in 0..STEP_ROWS {
            if !self.is_read {
                self.read(data);
            } else if !self.link(data) {
                return false;
            }
        }
        true
    }

    fn read(&mut self, data: &mut Dataset) {
        let mut issues = Vec::new();
        let next = self.rows.next(&mut issues);
        self.is_read = next.is_none();
        if !issues.is_empty() {
            self.kept.push(Kept { row: None, issues });
        }
        let Some(record) = next else { return };
        let mut row = Row::new(self.reader.form, self.rows.header(), &record);
        let place = match (self.reader.read)(&mut row, data) {
            Ok(place) => Some(place),
            Err(fault) => {
                row.report(fault.column.as_deref(), fault.reason, Effect::RowLeftOut);
                None
            }
        };
        let issues = row.into_issues();
        let row = place.map(|place| (place, record));
        self.kept.push(Kept { row, issues });
    }

    /// False where no row is left.
    fn link(&mut self, data: &mut Dataset) -> bool {
        let Some(kept) = self.kept.get_mut(self.linked) else {
            return false;
        };
        self.linked += 1;
        let mut issues = std::mem::take(&mut kept.issues);
        if let Some((place, record)) = &kept.row {
            let mut row = Row::again(self.reader.form, self.rows.header(), record, issues);
            (self.reader.link)(&mut row, *place, data);
            issues = row.into_issues();
        }
        self.found.append(&mut issues);
        true
    }
}

fn absent(form: &Form) -> Issue {
    let (severity, effect) = match form.may_be_absent {
        true => (Severity::Note, Effect::Kept),
        false => (Severity::Warning, Effect::TableEmpty),
    };
    Issue::of_table(form.name, severity, Reason::TableMissing, effect)
}
