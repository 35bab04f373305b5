//! What exists: one noun a file.
