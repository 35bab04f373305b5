//! Which records every view shows. A selection is a list of clauses; the engine keeps one bit a facet for each record.
//!
//! **Invariant**: the rule that a view skips the facets it sets itself stands once, in [`engine::Engine::visible`].

pub mod clause;
pub mod column;
pub mod compare;
pub mod crossfilter;
pub mod engine;
pub mod facet;
pub mod relation;
pub mod selection;
mod star;
pub mod sum;
mod tile;
pub mod time_domain;
pub mod view;
