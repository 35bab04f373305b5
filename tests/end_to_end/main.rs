//! The served page in a real browser.
