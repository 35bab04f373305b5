//! The words of the interface: one file a language, and a missing string does not compile.
//!
//! To add a language: its file, declared here, and its line in [`mod@lang`].

pub mod en;
pub mod entry;
pub mod fr;
pub mod lang;
pub mod pinyin;
pub mod strings;
pub mod template;
pub mod zh;
