//! The words of the interface: one file a language, and a missing string does not compile.
//!
//! To add a language: its file, one variant of [`lang::Lang`], and the arms that the compiler asks for.

pub mod en;
pub mod entry;
pub mod lang;
pub mod pinyin;
pub mod strings;
pub mod template;
pub mod zh;
