//! Painting: the only room that names plotters. It draws what a [`crate::chart::scene::Scene`] placed and computes nothing.

pub mod compact;
pub mod palette;
pub mod scene;
pub mod svg;
