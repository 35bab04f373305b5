//! What the browser's console said, and which of it the test had asked for.

use std::cell::RefCell;

use thirtyfour::BrowserLogEntry;

use super::site::Site;

/// The console of one test: what is said in it must have been expected, and what was expected must be said.
#[derive(Default)]
pub struct Console {
    said: RefCell<Vec<BrowserLogEntry>>,
    expected: RefCell<Vec<String>>,
    allowed: RefCell<Vec<String>>,
}

impl Console {
    pub fn hear(&self, entries: Vec<BrowserLogEntry>) {
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

    fn is_explained(&self, entry: &BrowserLogEntry, site: &Site) -> bool {
        let says = |text: &String| entry.message.contains(text);
        let expected = self.expected.borrow().iter().any(says);
        let allowed = self.allowed.borrow().iter().any(says);
        expected || allowed || is_about_broken_file(entry, site)
    }
}

fn is_complaint(entry: &BrowserLogEntry) -> bool {
    matches!(entry.level.as_str(), "SEVERE" | "WARNING")
}

/// Such a message reads `ADDRESS - Failed to load resource: …`.
fn is_about_broken_file(entry: &BrowserLogEntry, site: &Site) -> bool {
    let from_network = entry.source.as_deref() == Some("network");
    from_network
        && entry
            .message
            .split_once(" - ")
            .is_some_and(|(address, _)| site.was_broken(address))
}
