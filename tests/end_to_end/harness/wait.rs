//! Waiting: a condition is looked at again and again until it holds or a deadline passes.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// Far above what any step takes, so that a busy machine fails no test, nor a browser that waits 20 s for a lock of its own cache; a test
/// that passes never waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// The first `Ok` of `look`. Past the deadline it panics with `what` was waited for and the last `Err`, which says what was
/// seen instead.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match look() {
            Ok(value) => return value,
            Err(seen) if Instant::now() >= deadline => {
                panic!("waited in vain for {what}; last seen: {seen}")
            }
            Err(_) => thread::sleep(BETWEEN_LOOKS),
        }
    }
}

/// Waits until what is read equals what is expected.
#[track_caller]
pub fn wait_equal<T: PartialEq + Debug>(what: &str, expected: &T, mut read: impl FnMut() -> T) {
    until(&format!("{what} to be {expected:#?}"), || {
        let seen = read();
        if seen == *expected {
            Ok(())
        } else {
            Err(format!("{seen:#?}"))
        }
    });
}
