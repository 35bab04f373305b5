//! Tables into a dataset.

use std::collections::HashMap;
use std::sync::Arc;

use super::attendance;
use super::csv::{Records, records};
use super::descriptor::Descriptor;
use super::form::Form;
use super::pack::DEFERRED;
use super::read::{FIRST_READERS, READERS, Reader, read_table};
use super::resource::Location;
use super::table;
use crate::model::dataset::Dataset;
use crate::model::issue::{Effect, Issue, Reason, Severity, Unreachable};

/// Builds the dataset from a descriptor and the text of each of its [`Descriptor::files`], in any order.
///
/// Always gives a dataset: what cannot be read is left out, and the issues say what and why. A table without its file is empty; that of
/// a deferred table and that of [`attendance`] may still come, so only their absence is no issue.
pub fn build(
    descriptor: &Descriptor,
    files: Vec<(String, Result<String, Unreachable>)>,
) -> (Dataset, Vec<Issue>) {
    let mut builder = Builder::new(descriptor, files, records);
    builder.read_all(&READERS);
    builder.read_attendance();
    (builder.data, builder.issues)
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
    let no_text = |_: &str| Records::default();
    is_packed.then(|| {
        let mut builder = Builder::new(descriptor, Vec::new(), no_text);
        builder.read_all(&FIRST_READERS);
        (builder.data, builder.issues)
    })
}

struct Builder<'a> {
    descriptor: &'a Descriptor,
    records: fn(&str) -> Records,
    files: HashMap<String, Result<String, Unreachable>>,
    data: Dataset,
    issues: Vec<Issue>,
}

impl<'a> Builder<'a> {
    fn new(
        descriptor: &'a Descriptor,
        files: Vec<(String, Result<String, Unreachable>)>,
        records: fn(&str) -> Records,
    ) -> Self {
        Self {
            descriptor,
            records,
            files: files.into_iter().collect(),
            data: Dataset {
                about: descriptor.about.clone(),
                ..Dataset::default()
            },
            issues: descriptor.issues.clone(),
        }
    }

    /// Reads the one table that is no `Table`; few packages have it, so its absence is no news.
    fn read_attendance(&mut self) {
        let form = &attendance::FORM;
        let mut resources = self.descriptor.resources.iter();
        let Some(resource) = resources.find(|resource| resource.name == form.name) else {
            return;
        };
        let file = self.files.get(form.name);
        let (table, issues) = attendance::read(resource, file, &self.data);
        self.data.attendance = Arc::new(table);
        self.issues.extend(issues);
    }

    fn read_all(&mut self, readers: &[Reader]) {
        for reader in readers {
            let sheet = self.sheet(reader.form);
            read_table(reader, &sheet, &mut self.data, &mut self.issues);
        }
    }

    fn sheet(&mut self, form: &Form) -> table::Sheet {
        let mut resources = self.descriptor.resources.iter();
        let Some(resource) = resources.find(|resource| resource.name == form.name) else {
            self.issues.push(absent(form));
            return table::Sheet::default();
        };
        let file = self.files.get(form.name);
        if file.is_none() && resource.is_deferred {
            return table::Sheet::default();
        }
        table::read(form, resource, file, self.records, &mut self.issues)
    }
}

fn absent(form: &Form) -> Issue {
    let (severity, effect) = match form.may_be_absent {
        true => (Severity::Note, Effect::Kept),
        false => (Severity::Warning, Effect::TableEmpty),
    };
    Issue::of_table(form.name, severity, Reason::TableMissing, effect)
}
