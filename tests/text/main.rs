//! What the rooms `format` and `language` promise: values and words as a reader of either language reads them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that panics has failed"
)]

mod dates;
mod lists;
mod money;
mod numbers;
mod order;
mod package_words;
mod quantities;
#[path = "../report/mod.rs"]
mod report;
mod strings;
