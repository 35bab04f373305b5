//! What the room `search` promises: what is found, in which order, and how it reads.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod arbitrary;
mod finding;
mod folding;
mod hits;
mod other_packages;
mod paragraphs;
#[path = "../report/mod.rs"]
mod report;
mod titles;

use std::sync::OnceLock;

use forum_explorer::language::lang::Lang;
use forum_explorer::search::hit::{Found, Hit};
use forum_explorer::search::index::Index;
use forum_explorer::search::kind::HitKind;

use crate::report::report;

/// The index of the report.
fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(report()))
}

/// Everything that the report has for a query.
fn find(query: &str, lang: Lang) -> Found {
    index().find(query, report(), lang, usize::MAX)
}

/// What tells a row from others whatever the language.
fn rows(found: &Found) -> Vec<(HitKind, String)> {
    let row = |hit: &Hit| (hit.kind, format!("{:?} {:?}", hit.subject, hit.source));
    found.hits.iter().map(row).collect()
}

/// The titles of one kind, in order.
fn titles(found: &Found, kind: HitKind) -> Vec<&str> {
    let of_kind = found.hits.iter().filter(|hit| hit.kind == kind);
    of_kind.map(|hit| hit.title.as_str()).collect()
}
