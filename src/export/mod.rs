//! What leaves the page as files: a view as a table or a figure, and the whole data package, full or as filtered.
//!
//! Every file says by itself where it is from: see [`colophon::Colophon`].

pub mod archive;
pub mod colophon;
pub mod csv;
pub mod json;
pub mod package;
pub mod sheet;
