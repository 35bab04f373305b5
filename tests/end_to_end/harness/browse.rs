//! The frame of every test.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use tokio::sync::Semaphore;

use super::page::Page;
use super::runtime;

/// More browsers than this at a time slow each other down on a small machine.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// Runs a test with a browser and a site of its own. Afterwards the console must hold no error and no warning but those
/// that the test expected or that are about files which it broke. A failure says where the page stood.
pub fn browse(test: impl FnOnce(&mut Page)) {
    let _permit = runtime::block_on(BROWSERS.acquire()).expect("the semaphore is never closed");
    let mut page = Page::new();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        test(&mut page);
        page.assert_calm_console();
    }));
    if let Err(failure) = outcome {
        eprintln!("{}", page.describe());
        resume_unwind(failure);
    }
}
