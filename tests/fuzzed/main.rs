//! What the fuzzer began with and what it found: every kept case still holds. `make fuzz` looks for more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

#[path = "../../fuzz/src/holds.rs"]
mod holds;

use std::fs;
use std::path::Path;

/// Gives every case of a target to it.
fn replay(target: &str, holds: fn(&[u8])) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let cases = fs::read_dir(root.join(target)).expect("the cases can be listed");
    let mut count = 0;
    for case in cases {
        let path = case.expect("the cases can be listed").path();
        // So that a failure says which.
        println!("{}", path.display());
        holds(&fs::read(&path).expect("the case can be read"));
        count += 1;
    }
    assert!(count > 0, "{target} has cases");
}

#[test]
fn descriptors() {
    replay("descriptor", holds::descriptor);
}

#[test]
fn tables() {
    replay("table", holds::table);
}

#[test]
fn registers() {
    replay("attendance", holds::attendance);
}

#[test]
fn addresses() {
    replay("address", holds::address);
}

#[test]
fn messages() {
    replay("message", holds::message);
}
