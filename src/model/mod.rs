//! What exists in a report: one noun a file. Plain data, no reading, no drawing; nothing here knows a language, a file format or a browser.
//!
//! Rows refer to each other by [`table::Key`], never by text, so a dangling reference cannot get past the package room.

pub mod attendance;
pub mod audit;
pub mod body;
pub mod call;
pub mod citation;
pub mod cluster;
pub mod codes;
pub mod conflict;
pub mod country;
pub mod dataset;
pub mod event;
pub mod event_ties;
pub mod figure;
pub mod flow;
pub mod formula;
pub mod issue;
pub mod order;
pub mod outcome;
pub mod paragraph;
pub mod person;
pub mod place;
pub mod practice;
pub mod project;
pub mod quantity;
pub mod section;
pub mod span;
pub mod subject;
pub mod survey;
pub mod table;
pub mod term;
pub mod text;
pub mod topic;
pub mod unstated;
pub mod world_figure;
