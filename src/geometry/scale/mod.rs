//! From values to pixels and back.

pub mod band;
pub mod linear;
pub mod time;
