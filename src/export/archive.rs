//! Several files in one: a ZIP archive.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

/// One file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path, with `/`.
    pub path: String,
    /// What it holds.
    pub content: Vec<u8>,
}

/// The archive's bytes. Entries keep their order; of entries with the same path the first stays.
///
/// # Errors
/// An entry is larger than the form allows.
pub fn zipped(entries: &[Entry]) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // Every entry has the same date, so that the same content gives the same bytes.
    let options = SimpleFileOptions::default();
    for (place, entry) in entries.iter().enumerate() {
        let before = entries.get(..place).unwrap_or_default();
        if before.iter().any(|other| other.path == entry.path) {
            continue;
        }
        writer.start_file(entry.path.as_str(), options)?;
        writer.write_all(&entry.content)?;
    }
    Ok(writer.finish()?.into_inner())
}
