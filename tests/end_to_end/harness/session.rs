//! One run of the browser, with a profile of its own.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromeCapabilities, ChromiumLikeCapabilities, PageLoadStrategy};

use super::driver::{self, Driver};
use super::engine::{Engine, engine};
use super::runtime;

/// The features that keep a headless browser from asking its maker for updates or looking anything up outside this machine.
/// Last what makes a start twice as quick: no page for a new tab, no lists below the address bar, which are pages too.
const FLAGS: [&str; 15] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--accept-lang=en-US,en",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
];

/// When a script without an answer counts as lost.
const LOST_AFTER: Duration = Duration::from_secs(4);

/// A browser that nothing was ever done with; it ends with the value.
pub struct Session {
    /// `None` only while the value is being dropped.
    driver: Option<WebDriver>,
    /// The driver's program, where it takes one session alone.
    _own: Option<Driver>,
    _profile: Profile,
}

impl Session {
    pub fn start() -> Self {
        let profile = Profile::empty();
        let own = (engine() != Engine::Chromium).then(|| Driver::start(engine(), &profile.path));
        let address = own
            .as_ref()
            .unwrap_or_else(|| driver::shared())
            .address
            .clone();
        let capabilities = capabilities(&profile.path).expect("the capabilities are JSON");
        let driver = runtime::block_on(async { WebDriver::new(address, capabilities).await })
            .unwrap_or_else(|error| {
                panic!("no browser started (TEST_BROWSER can name another): {error}")
            });
        if engine() == Engine::WebKit {
            // Its driver loses a script that is asked while one document follows another; what waits asks again.
            let answer = runtime::block_on(driver.set_script_timeout(LOST_AFTER));
            answer.expect("the driver takes a time");
        }
        Self {
            driver: Some(driver),
            _own: own,
            _profile: profile,
        }
    }

    pub fn driver(&self) -> &WebDriver {
        self.driver
            .as_ref()
            .expect("it is there until the session ends")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // A browser that crashed can't quit; the test has failed on its own by then.
            let _ = runtime::block_on(driver.quit());
        }
    }
}

fn capabilities(profile: &Path) -> WebDriverResult<Capabilities> {
    match engine() {
        Engine::Chromium => chromium(profile).map(Into::into),
        Engine::Firefox => Ok(firefox(profile)),
        Engine::WebKit => Ok(webkit()),
    }
}

fn chromium(profile: &Path) -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    if let Ok(browser) = env::var("TEST_BROWSER") {
        capabilities.set_binary(&browser)?;
    }
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    // `performance` is the protocol's own record, from which the addresses of all requests are read.
    capabilities.set(
        "goog:loggingPrefs",
        json!({ "browser": "ALL", "performance": "ALL" }),
    )?;
    capabilities.add_experimental_option(
        "prefs",
        json!({ "session": { "restore_on_startup": 4, "startup_urls": ["about:blank"] } }),
    )?;
    // Not `normal`: a stalled file must not stall the test.
    capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    Ok(capabilities)
}

/// Its window would be no narrower than its own tools; here nothing keeps it from the width of a phone.
const NO_LEAST_WIDTH: &str = ":root, #navigator-toolbox, #browser { min-width: 0 !important; }";

fn firefox(profile: &Path) -> Capabilities {
    let browser = env::var("TEST_BROWSER").unwrap_or_else(|_| "firefox-esr".to_owned());
    let style = profile.join("chrome");
    fs::create_dir(&style)
        .and_then(|()| fs::write(style.join("userChrome.css"), NO_LEAST_WIDTH))
        .expect("the profile's folder is writable");
    let capabilities = json!({
        "pageLoadStrategy": "eager",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "-kiosk", "-profile", profile],
            "prefs": {
                "intl.accept_languages": "en-US,en",
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            },
        },
    });
    capabilities.as_object().cloned().unwrap_or_default().into()
}

/// In automation MiniBrowser keeps nothing on disk.
fn webkit() -> Capabilities {
    let browser = env::var("TEST_BROWSER").unwrap_or_else(|_| "MiniBrowser".to_owned());
    let capabilities = json!({
        // With another, its driver waits before each command for documents to be whole, also where a file never comes.
        "pageLoadStrategy": "none",
        "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
    });
    capabilities.as_object().cloned().unwrap_or_default().into()
}

/// A folder of its own below the system's folder for temporary files; removed with the value.
struct Profile {
    path: PathBuf,
}

impl Profile {
    fn empty() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("forum-explorer-{}-{number}", std::process::id()));
        // One left by a killed run of the same id would not be empty.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the system's folder for temporary files is writable");
        Self { path }
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The browser may still write its last file; what stays behind is in a temporary folder.
        let _ = fs::remove_dir_all(&self.path);
    }
}
