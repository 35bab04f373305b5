//! What the room `geometry` promises.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod boxes;
mod days;
mod outline;
mod projection;
mod scales;
mod text;
mod ticks;
mod world;

/// Both numbers are the same but for rounding.
#[track_caller]
fn assert_near(found: f64, expected: f64) {
    let tolerance = 1e-9 * expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= tolerance,
        "found {found}, expected {expected}"
    );
}
