//! The page without scripts: what a report states, in short, as HTML that the build writes into `index.html`. Readers see it where
//! scripts are off, and where the program could not start.
//!
//! [`view::page`] is a page of one view, for readers that do not run programs, such as search engines; [`head`] is what such readers find in
//! the head of a page.
//!
//! [`document::fill_in`] puts it into the page; [`report::sections`] is what it says, a section a language.

pub mod ahead;
pub mod budget;
pub mod document;
pub mod events;
pub mod head;
pub mod report;
pub mod sitemap;
pub mod sources;
pub mod view;
pub mod words;
