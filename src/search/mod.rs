//! Finding rows of the package by words, in Chinese and English at once: `fold` makes spellings equal, `item` says which words a row has,
//! `query` reads what was typed, `rank` says how well both fit, and [`index`] puts the best first.
//!
//! **Invariant**: both languages are searched whatever the reader's language is; the language decides only how a hit reads.

pub mod fold;
pub mod hit;
pub mod index;
pub mod item;
pub mod kind;
pub mod query;
pub mod rank;
