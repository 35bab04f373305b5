//! The explorer of what a forum's report states. Modules in reading order; the code map is in `ARCHITECTURE.md`.

pub mod format;
pub mod language;
pub mod model;
pub mod package;
