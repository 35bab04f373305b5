//! Values into words of the reader's language.

pub mod issue;
