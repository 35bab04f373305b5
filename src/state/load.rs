//! From a package's address to a dataset: what can be said while it lasts and when it fails.

use std::sync::Arc;

use crate::model::dataset::Dataset;
use crate::model::issue::Issue;

/// A package that could be read, with what was wrong in it.
#[derive(Debug)]
pub struct Loaded {
    /// What it states.
    pub data: Dataset,
    /// What was wrong.
    pub issues: Vec<Issue>,
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
