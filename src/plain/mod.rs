//! The page without scripts: what a report states, in short, as HTML that the build writes into `index.html`. Readers see it where
//! scripts are off, and where the program could not start.
//!
//! [`document::fill_in`] puts it into the page; [`report::sections`] is what it says, a section a language.

pub mod budget;
pub mod document;
pub mod events;
pub mod report;
pub mod sources;
pub mod words;
