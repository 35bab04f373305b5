//! What the rooms `format` and `language` promise: values and words as a reader of either language reads them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

#[path = "../filter/datasets.rs"]
#[allow(dead_code, reason = "the tests of filters need more of it")]
mod datasets;
mod dates;
mod dossier;
mod lists;
mod money;
mod names_in_order;
mod numbers;
mod order;
mod package_words;
mod passages;
mod quantities;
#[path = "../report/mod.rs"]
mod report;
#[path = "../filter/rows.rs"]
mod rows;
mod strings;
mod terms;
