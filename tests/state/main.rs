//! What leaves the page as text: the state as an address, and references.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod embeds;
mod garbage;
mod references;
#[path = "../report/mod.rs"]
mod report;
mod round_trip;
mod words;
