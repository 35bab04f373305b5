//! Reads a Frictionless Data Package into the model. The only room that knows JSON and CSV.
//!
//! [`descriptor::Descriptor::parse`] reads `datapackage.json` and says which files to fetch; [`build::build`] turns the files' text into
//! a `Dataset` and the list of everything that was wrong. Only a descriptor that cannot be read at all is an error: a damaged row costs
//! that row, and the rest is shown.

pub mod attendance;
pub mod audit;
pub mod build;
pub mod check;
pub mod csv;
pub mod descriptor;
pub mod folder;
pub mod form;
pub mod json;
pub mod limits;
pub mod pack;
pub mod pattern;
pub mod read;
pub mod resource;
pub mod rows;
pub mod schema;
pub mod table;
