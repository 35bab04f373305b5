//! The package room: reading, checking and packing data packages, sound and damaged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod arbitrary;
mod attendance;
mod audit;
mod big_package;
mod checks;
mod descriptor;
mod limits;
mod other_packages;
mod packing;
mod programs;
mod readme;
mod references;
#[path = "../report/mod.rs"]
mod report;
mod rows;
mod small;
mod tables;
mod words;
