//! The state as an address: what a link restores.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that panics has failed"
)]

mod garbage;
#[path = "../report/mod.rs"]
mod report;
mod round_trip;
mod words;
