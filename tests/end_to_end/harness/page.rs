//! The page in its window: opened, left and reopened, and the browser around it.

use std::cell::{Cell, RefCell};
use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::cdp::domains::network::EmulateNetworkConditions;
use thirtyfour::error::WebDriverResult;

use super::console::{Console, RECORDER, Said};
use super::engine::{Engine, engine};
use super::runtime::block_on;
use super::session::Session;
use super::site::Site;
use super::wait::until;

/// A browser window on a site of its own. What reads or acts waits until it can; what says `now` does not.
pub struct Page {
    pub(super) session: Session,
    site: Site,
    console: Console,
    /// The script that keeps the browser from keeping the page.
    forgetful: RefCell<String>,
    /// How many of the host's answers were asked for as requests already.
    told: Cell<usize>,
}

impl Page {
    pub(super) fn new() -> Self {
        let page = Self {
            session: Session::start(),
            site: Site::start(),
            console: Console::default(),
            forgetful: RefCell::default(),
            told: Cell::default(),
        };
        page.prepare();
        page
    }

    fn prepare(&self) {
        self.set_window(1280, 900);
        if engine() != Engine::Chromium {
            self.before_each_page(RECORDER);
        }
        // Most tests are of a first visit: what they break at the host has to reach the page.
        let script = "delete Navigator.prototype.serviceWorker";
        *self.forgetful.borrow_mut() = self.before_each_page(script);
    }

    /// The host of the page, where files are broken, mended and replaced.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Opens the page with a query (`""` or `?…`) and waits until its program runs.
    #[track_caller]
    pub fn open(&self, query: &str) {
        self.navigate(query);
        self.wait_boot("started");
        // The program's page is there, not only what the build drew of it.
        self.wait_gone("#ahead");
    }

    /// Opens the page with a query and waits for nothing but the document.
    #[track_caller]
    pub fn navigate(&self, query: &str) {
        self.go(&self.site.url(query));
    }

    /// Waits until the program has `started` or `failed` to.
    #[track_caller]
    pub fn wait_boot(&self, outcome: &str) {
        self.wait_attribute("html", "data-boot", outcome);
    }

    /// Opens the address in a browser that knows nothing of this one: no history, no storage, no cache.
    #[track_caller]
    pub fn reopen_fresh(&mut self, url: &str) {
        self.hear_console();
        self.session = Session::start();
        self.prepare();
        self.go(url);
        self.wait_boot("started");
    }

    #[track_caller]
    pub fn reload(&self) {
        self.leave_for(|driver| block_on(driver.refresh()));
    }

    #[track_caller]
    pub fn back(&self) {
        match engine() {
            // Its driver waits for a load, also where the document stays.
            Engine::WebKit => self.evaluate("history.back()", &[]),
            _ => ask(block_on(self.session.driver().back())),
        }
    }

    #[track_caller]
    pub fn forward(&self) {
        match engine() {
            Engine::WebKit => self.evaluate("history.forward()", &[]),
            _ => ask(block_on(self.session.driver().forward())),
        }
    }

    /// The address as it stands in the address bar.
    #[track_caller]
    pub fn url(&self) -> String {
        ask(block_on(self.session.driver().current_url())).to_string()
    }

    #[track_caller]
    pub fn title(&self) -> String {
        ask(block_on(self.session.driver().title()))
    }

    /// The viewport in CSS pixels; no narrower than a phone and no window's frame around it.
    #[track_caller]
    pub fn set_window(&self, width: u32, height: u32) {
        self.set_zoomed_window(width, height, 1);
    }

    /// The same where a CSS pixel is several of the screen's, as with the browser's zoom.
    #[track_caller]
    pub fn set_zoomed_window(&self, width: u32, height: u32, scale: u32) {
        if engine() != Engine::Chromium {
            assert_eq!(
                scale, 1,
                "only Chromium lets a test say how large its pixels are"
            );
            return self.fit_window(width, height);
        }
        self.protocol(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false }),
        );
    }

    /// A window that is as much larger than this as its frame is.
    #[track_caller]
    fn fit_window(&self, width: u32, height: u32) {
        let driver = self.session.driver();
        let mut outer = (i64::from(width), i64::from(height));
        let wanted = outer;
        until(&format!("a window of {width} × {height}"), || {
            let sides = (outer.0.max(1) as u32, outer.1.max(1) as u32);
            block_on(driver.set_window_rect(0, 0, sides.0, sides.1))
                .map_err(|error| error.to_string())?;
            let inner: (i64, i64) = self.evaluate("return [innerWidth, innerHeight]", &[]);
            outer = (outer.0 + wanted.0 - inner.0, outer.1 + wanted.1 - inner.1);
            (inner == wanted)
                .then_some(())
                .ok_or_else(|| format!("{inner:?}"))
        });
    }

    /// What the browser's own protocol answers to a command; for what no other method asks.
    #[track_caller]
    pub fn protocol(&self, command: &str, parameters: Value) -> Value {
        ask(block_on(
            self.session.driver().cdp().send_raw(command, parameters),
        ))
    }

    /// Runs a script in every page from the next one on, before the page's own, and gives its name to the browser.
    #[track_caller]
    pub fn before_each_page(&self, script: &str) -> String {
        if engine() != Engine::Chromium {
            return self.site.before_each_page(script).to_string();
        }
        let answer = self.protocol(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
        let name = answer.get("identifier").and_then(Value::as_str);
        name.expect("the browser names the script").to_owned()
    }

    /// Lets the browser keep the page for the time without a network, from the next page on.
    #[track_caller]
    pub fn let_it_be_kept(&self) {
        let name = self.forgetful.borrow();
        if engine() != Engine::Chromium {
            return self.site.no_longer_before(name.parse().unwrap_or_default());
        }
        self.protocol(
            "Page.removeScriptToEvaluateOnNewDocument",
            json!({ "identifier": *name }),
        );
    }

    /// Answers a media feature otherwise than the machine would, as `prefers-color-scheme` with `dark`.
    #[track_caller]
    pub fn set_preference(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        ask(block_on(
            self.session
                .driver()
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", features),
        ));
    }

    /// Forbids the page its scripts, or allows them again, from the next page on. What a test asks of the page is answered all the same.
    #[track_caller]
    pub fn set_scripts(&self, are_allowed: bool) {
        let value = json!({ "value": !are_allowed });
        ask(block_on(
            self.session
                .driver()
                .cdp()
                .send_raw("Emulation.setScriptExecutionDisabled", value),
        ));
    }

    /// Makes the browser ask for other languages from the next page on, the most wanted first, as `zh-CN,en`.
    #[track_caller]
    pub fn set_languages(&self, languages: &str) {
        let agent: String = self.evaluate("return navigator.userAgent", &[]);
        let wanted = json!({ "userAgent": agent, "acceptLanguage": languages });
        ask(block_on(
            self.session
                .driver()
                .cdp()
                .send_raw("Emulation.setUserAgentOverride", wanted),
        ));
    }

    /// Takes the network from the page, or gives it back. What the console says about it must be expected by the test.
    #[track_caller]
    pub fn set_offline(&self, offline: bool) {
        let cdp = self.session.driver().cdp();
        ask(block_on(cdp.network().enable()));
        let conditions = EmulateNetworkConditions {
            offline,
            latency: 0,
            download_throughput: -1,
            upload_throughput: -1,
            connection_type: None,
        };
        ask(block_on(cdp.send(conditions)));
    }

    /// Writes a picture of the viewport as PNG.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        ask(block_on(self.session.driver().screenshot(path)));
    }

    /// The addresses of all requests that the browser made since the last call, answered or not, to whatever host. What it
    /// loads out of itself, as its page for a new tab, is left out.
    #[track_caller]
    pub fn requested(&self) -> Vec<String> {
        if engine() != Engine::Chromium {
            // What would go elsewhere is refused by the policy, and told as a breach of it.
            let answers = self.site.answers();
            let new = answers.iter().skip(self.told.replace(answers.len()));
            return new
                .map(|answer| self.site.origin() + answer.path.as_str())
                .collect();
        }
        let entries = ask(block_on(self.session.driver().get_log("performance")));
        entries
            .iter()
            .filter_map(|entry| requested_address(&entry.message))
            .collect()
    }

    /// Allows a message of the console that contains the text, and demands that there is one by the end of the test.
    pub fn expect_console(&self, text: &str) {
        self.console.expect(text);
    }

    /// Allows a message of the console that contains the text, and does not demand it.
    pub fn allow_console(&self, text: &str) {
        self.console.allow(text);
    }

    /// The console's errors and warnings that are neither expected nor about a broken file.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        self.hear_console();
        self.console.complaints(&self.site)
    }

    #[track_caller]
    pub(super) fn assert_calm_console(&self) {
        let complaints = self.console_errors();
        assert!(
            complaints.is_empty(),
            "the console holds what the test did not expect: {complaints:#?}"
        );
        let unsaid = self.console.unsaid();
        assert!(
            unsaid.is_empty(),
            "the console does not hold what the test expected: {unsaid:#?}"
        );
    }

    /// Where the page stands, for the report of a failure; must not fail itself.
    pub(super) fn describe(&self) -> String {
        let driver = self.session.driver();
        let url = block_on(driver.current_url())
            .map_or_else(|error| error.to_string(), |url| url.to_string());
        let source = block_on(driver.source()).unwrap_or_else(|error| error.to_string());
        let source: String = source.chars().take(4000).collect();
        self.console.hear(self.said().unwrap_or_default());
        let complaints = self.console.complaints(&self.site);
        format!("the page stood at {url}\nits console: {complaints:#?}\nits document: {source}")
    }

    /// Opens any address, as that of a page on another host or on disk, and waits for nothing but its document.
    #[track_caller]
    pub fn visit(&self, url: &str) {
        self.go(url);
    }

    /// From now on all that is read or done is within the frame of this number, from 0.
    #[track_caller]
    pub fn enter_frame(&self, index: u16) {
        self.leave_frames();
        ask(block_on(self.session.driver().enter_frame(index)));
    }

    /// From now on all that is read or done is in the page around the frames.
    #[track_caller]
    pub fn leave_frames(&self) {
        ask(block_on(self.session.driver().enter_default_frame()));
    }

    #[track_caller]
    fn go(&self, url: &str) {
        self.leave_for(|driver| block_on(driver.goto(url)));
    }

    /// Leaves the document for another one, and is done when that is there.
    #[track_caller]
    fn leave_for(&self, leave: impl FnOnce(&WebDriver) -> WebDriverResult<()>) {
        const LEFT: &str = "document.documentElement.dataset.left";
        if engine() == Engine::WebKit {
            self.evaluate::<()>(&format!("{LEFT} = ''"), &[]);
        }
        ask(leave(self.session.driver()));
        if engine() == Engine::WebKit {
            // Its driver does not wait (see `session`).
            until("the next document", || {
                let is_there = format!("return {LEFT} === undefined && document.readyState");
                let state = block_on(self.session.driver().execute(&is_there, Vec::new()));
                let state = state.map_err(|error| error.to_string())?;
                let state = state.json().as_str().unwrap_or("not yet").to_owned();
                match state.as_str() {
                    "interactive" | "complete" => Ok(()),
                    _ => Err(state),
                }
            });
        }
    }

    #[track_caller]
    fn hear_console(&self) {
        self.console.hear(ask(self.said()));
    }

    /// What the console said since the last call.
    fn said(&self) -> WebDriverResult<Vec<Said>> {
        if engine() != Engine::Chromium {
            return Ok(self.site.heard());
        }
        let entries = block_on(self.session.driver().browser_log())?;
        Ok(entries.into_iter().map(Into::into).collect())
    }
}

/// The driver's answer; a driver that can't answer ends the test.
#[track_caller]
pub(super) fn ask<T>(answer: WebDriverResult<T>) -> T {
    answer.unwrap_or_else(|error| panic!("the browser did not do it: {error}"))
}

/// From an entry of the protocol's record; `None` for other entries than requests.
fn requested_address(entry: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(entry).ok()?;
    let message = entry.get("message")?;
    let is_request = message.get("method")? == "Network.requestWillBeSent";
    let address = message.pointer("/params/request/url")?.as_str()?;
    let is_own = address.starts_with("chrome");
    (is_request && !is_own).then(|| address.to_owned())
}
