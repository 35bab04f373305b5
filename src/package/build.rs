//! Tables into a dataset.

use std::collections::HashMap;

use super::descriptor::Descriptor;
use super::form::Form;
use super::read::{READERS, read_table};
use super::table;
use crate::model::dataset::Dataset;
use crate::model::issue::{Effect, Issue, Reason, Severity, Unreachable};

/// Builds the dataset from a descriptor and the text of each of its [`Descriptor::files`], in any order.
///
/// Always gives a dataset: what cannot be read is left out, and the issues say what and why. A table without its file is empty; that of
/// a deferred table may still come, so only its absence is no issue.
pub fn build(
    descriptor: &Descriptor,
    files: Vec<(String, Result<String, Unreachable>)>,
) -> (Dataset, Vec<Issue>) {
    let mut builder = Builder {
        descriptor,
        files: files.into_iter().collect(),
        data: Dataset {
            about: descriptor.about.clone(),
            ..Dataset::default()
        },
        issues: descriptor.issues.clone(),
    };
    builder.read_all();
    (builder.data, builder.issues)
}

struct Builder<'a> {
    descriptor: &'a Descriptor,
    files: HashMap<String, Result<String, Unreachable>>,
    data: Dataset,
    issues: Vec<Issue>,
}

impl Builder<'_> {
    fn read_all(&mut self) {
        for reader in &READERS {
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
        table::read(form, resource, file, &mut self.issues)
    }
}

fn absent(form: &Form) -> Issue {
    let (severity, effect) = match form.may_be_absent {
        true => (Severity::Note, Effect::Kept),
        false => (Severity::Warning, Effect::TableEmpty),
    };
    Issue::of_table(form.name, severity, Reason::TableMissing, effect)
}
