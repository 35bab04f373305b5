//! The explorer of what a forum's report states. Modules in reading order; the code map is in `ARCHITECTURE.md`.

pub mod model;

pub mod geometry;

pub mod package;

pub mod language;

pub mod format;

pub mod filter;

pub mod search;

pub mod chart;

pub mod paint;

pub mod share;

pub mod export;

#[cfg(feature = "tools")]
pub mod plain;

#[cfg(feature = "app")]
pub mod browser;

#[cfg(feature = "app")]
pub mod state;

#[cfg(feature = "app")]
pub mod ui;
