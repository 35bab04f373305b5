//! What leaves the page as files: tables, and the data package whole and in part.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod forums;
mod packages;
mod tables;
