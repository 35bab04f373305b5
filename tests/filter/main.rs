//! What the room `filter` promises: which records every view shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod against_naive;
mod comparing;
mod crossfiltering;
mod datasets;
mod naive;
#[path = "../report/mod.rs"]
mod report;
mod rows;
mod rules;
mod selections;
