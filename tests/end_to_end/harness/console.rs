//! What the browser's console said, and which of it the test had asked for.

use std::cell::RefCell;

use serde::Deserialize;
use thirtyfour::BrowserLogEntry;

use super::site::Site;

/// A message of the console.
#[derive(Clone, Debug, Deserialize)]
pub struct Said {
    /// `SEVERE` and `WARNING` are complaints.
    pub level: String,
    /// `network`, `javascript`, `security`, `console-api`.
    pub source: String,
    pub message: String,
}

impl From<BrowserLogEntry> for Said {
    fn from(entry: BrowserLogEntry) -> Self {
        Self {
            level: entry.level,
            source: entry.source.unwrap_or_default(),
            message: entry.message,
        }
    }
}

/// What has an engine without such a record keep one: the page tells its host, before anything else runs in it. The address to tell it at
/// is the first argument of the function.
pub const RECORDER: &str = r"
    const tell = (level, source, message) => navigator.sendBeacon(place, JSON.stringify({ level, source, message: String(message) }));
    addEventListener('error', e => e.message && tell('SEVERE', 'javascript', `${e.filename} ${e.message}`));
    addEventListener('unhandledrejection', e => tell('SEVERE', 'javascript', e.reason?.stack ?? e.reason));
    addEventListener('securitypolicyviolation', e => tell('SEVERE', 'security', `${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));
    for (const [name, level] of [['error', 'SEVERE'], ['warn', 'WARNING']]) {
        const own = console[name];
        console[name] = (...all) => { tell(level, 'console-api', all.join(' ')); own.apply(console, all); };
    }";

/// The console of one test: what is said in it must have been expected, and what was expected must be said.
#[derive(Default)]
pub struct Console {
    said: RefCell<Vec<Said>>,
    expected: RefCell<Vec<String>>,
    allowed: RefCell<Vec<String>>,
}

impl Console {
    pub fn hear(&self, entries: impl IntoIterator<Item = Said>) {
        self.said.borrow_mut().extend(entries);
    }

    /// Allows, and demands, a message that contains the text.
    pub fn expect(&self, text: &str) {
        self.expected.borrow_mut().push(text.to_owned());
    }

    /// Allows a message that contains the text; not every browser says it.
    pub fn allow(&self, text: &str) {
        self.allowed.borrow_mut().push(text.to_owned());
    }

    /// The errors and warnings so far that neither the test's faults nor its expectations explain.
    pub fn complaints(&self, site: &Site) -> Vec<String> {
        let said = self.said.borrow();
        let unexplained = said
            .iter()
            .filter(|entry| is_complaint(entry) && !self.is_explained(entry, site));
        unexplained.map(|entry| entry.message.clone()).collect()
    }

    /// The expected texts that no message contained.
    pub fn unsaid(&self) -> Vec<String> {
        let said = self.said.borrow();
        let unsaid = |text: &&String| !said.iter().any(|entry| entry.message.contains(*text));
        self.expected
            .borrow()
            .iter()
            .filter(unsaid)
            .cloned()
            .collect()
    }

    fn is_explained(&self, entry: &Said, site: &Site) -> bool {
        let says = |text: &String| entry.message.contains(text);
        let expected = self.expected.borrow().iter().any(says);
        let allowed = self.allowed.borrow().iter().any(says);
        expected || allowed || is_about_broken_file(entry, site)
    }
}

fn is_complaint(entry: &Said) -> bool {
    matches!(entry.level.as_str(), "SEVERE" | "WARNING")
}

/// Such a message reads `ADDRESS - Failed to load resource: …`.
fn is_about_broken_file(entry: &Said, site: &Site) -> bool {
    let from_network = entry.source == "network";
    from_network
        && entry
            .message
            .split_once(" - ")
            .is_some_and(|(address, _)| site.was_broken(address))
}
