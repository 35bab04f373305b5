//! The browser engine that the tests run in: `TEST_ENGINE` is `chromium`, `firefox` or `webkit`.

use std::env;
use std::sync::LazyLock;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver. Its own protocol answers what no other engine does: trees for screen readers, paper, downloads.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a screen of its own.
    WebKit,
}

/// The engine of this run.
pub fn engine() -> Engine {
    *ENGINE
}

static ENGINE: LazyLock<Engine> = LazyLock::new(|| match env::var("TEST_ENGINE").as_deref() {
    Err(_) | Ok("" | "chromium") => Engine::Chromium,
    Ok("firefox") => Engine::Firefox,
    Ok("webkit") => Engine::WebKit,
    Ok(other) => panic!("TEST_ENGINE is {other}, and not chromium, firefox or webkit"),
});
