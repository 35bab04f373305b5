//! Figures that leave the page, and the pages and answers that the build writes about them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod figure;
mod files;
mod packages;
mod pages;
mod previews;
mod xml;
