//! From a package's address to a dataset: what can be said while it lasts and when it fails.

use std::sync::Arc;

use crate::model::dataset::Dataset;
use crate::model::issue::{Issue, Unreachable};
use crate::package::build::build_packed;
use crate::package::descriptor::Descriptor;

/// A table's name and its file's text, or why there is none.
pub type NamedFile = (String, Result<String, Unreachable>);

/// A package that could be read, with what was wrong in it.
#[derive(Debug)]
pub struct Loaded {
    /// What it states.
    pub data: Dataset,
    /// What was wrong.
    pub issues: Vec<Issue>,
    /// The descriptor's address, for the files beside it.
    pub address: String,
    descriptor: Descriptor,
    files: Vec<NamedFile>,
}

impl Loaded {
    /// The package of a packed descriptor as the first view needs it; the descriptor back where it is not packed.
    pub fn packed(address: String, descriptor: Descriptor) -> Result<Self, Box<Descriptor>> {
        match build_packed(&descriptor) {
            Some((data, issues)) => Ok(Self {
                data,
                issues,
                address,
                descriptor,
                files: Vec::new(),
            }),
            None => Err(Box::new(descriptor)),
        }
    }

    /// The package that was built from this descriptor and these files, with what was wrong.
    pub fn new(
        address: String,
        descriptor: Descriptor,
        files: Vec<NamedFile>,
        built: (Dataset, Vec<Issue>),
    ) -> Self {
        let (data, issues) = built;
        Self {
            data,
            issues,
            address,
            descriptor,
            files,
        }
    }

    /// The files that are not here, because nobody asked for them yet or because they failed to come: name and path.
    pub fn missing(&self) -> Vec<(String, String)> {
        let is_here = |name: &String| self.files.iter().any(|(n, text)| n == name && text.is_ok());
        let named = self
            .descriptor
            .files()
            .into_iter()
            .chain(self.descriptor.deferred_files());
        named.filter(|(name, _)| !is_here(name)).collect()
    }

    /// True where the package has a register of who took part, which no view needs until it is about to be seen.
    pub fn has_register(&self) -> bool {
        !self.data.attendance.is_empty() || self.descriptor.streamed_file().is_some()
    }

    /// The descriptor, and the files that are here, as they were read.
    pub fn written(&self) -> (&Descriptor, &[NamedFile]) {
        (&self.descriptor, &self.files)
    }

    /// How many rows the package has in all.
    pub fn row_count(&self) -> usize {
        self.descriptor
            .row_count
            .unwrap_or_else(|| self.data.row_count())
    }

    /// True where there are files that a reader has to ask for.
    pub fn has_deferred(&self) -> bool {
        !self.descriptor.deferred_files().is_empty()
    }

    /// True where a file was asked for and did not come.
    pub fn has_failed_files(&self) -> bool {
        self.files.iter().any(|(_, text)| text.is_err())
    }

    /// The files of the same package with more of them here. Rows keep their keys when they are read again: a table's rows do not depend
    /// on other tables.
    pub fn with_files(&self, more: Vec<NamedFile>) -> Vec<NamedFile> {
        let is_new = |name: &String| more.iter().any(|(n, _)| n == name);
        let kept = self.files.iter().filter(|(name, _)| !is_new(name)).cloned();
        kept.collect::<Vec<_>>().into_iter().chain(more).collect()
    }
}

/// How far the deferred tables are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Nobody has asked for them yet.
    Asleep,
    /// They are on their way.
    Underway,
    /// They were asked for; what did not come can be asked for again.
    Here,
}

/// How far loading is.
#[derive(Clone, Debug)]
pub enum Load {
    /// So many of so many files are here; the total is 0 until the descriptor says it.
    Underway {
        /// Files that are here.
        done: usize,
        /// Files to come in all.
        total: usize,
    },
    /// Nothing can be shown.
    Failed(Failure),
    /// There is a dataset.
    Ready(Arc<Loaded>),
}

/// Why nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer.
    Unreachable,
    /// The server's answer was this status.
    Status(u16),
    /// Not JSON; where reading stopped.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but no data package.
    NotAPackage,
    /// A data package without tables.
    NoTables,
    /// Tables without a row that could be drawn.
    Empty,
}

/// The address of a file that a descriptor names, beside the descriptor's own. Query and fragment of the descriptor's address do not carry over.
pub fn beside(descriptor: &str, path: &str) -> String {
    let end = descriptor.find(['?', '#']).unwrap_or(descriptor.len());
    let plain = descriptor.get(..end).unwrap_or(descriptor);
    match plain.rfind('/') {
        Some(slash) => format!("{}/{path}", plain.get(..slash).unwrap_or("")),
        None => path.to_owned(),
    }
}

/// The descriptor's address: a folder means the `datapackage.json` in it.
pub fn descriptor_address(address: &str) -> String {
    if address.ends_with('/') {
        format!("{address}datapackage.json")
    } else {
        address.to_owned()
    }
}
