//! What the rooms `chart` and `paint` promise: pictures, and what is said of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod assessment;
mod calls;
mod cases;
mod findings;
mod kept;
mod labels;
mod many;
mod marks;
mod other_packages;
mod outcomes;
mod page_breaks;
mod painting;
mod palettes;
mod people;
mod practices;
mod projects;
mod register;
#[path = "../report/mod.rs"]
mod report;
mod seats;
mod shapes;
mod shares;
mod snapshots;
mod strange;
mod texts;
mod view_table;
mod world_figures;
