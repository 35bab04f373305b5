//! Packages on disk, for the native programs.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::descriptor::{Descriptor, PackageError};
use super::limits::MOST_FILE_BYTES;
use crate::model::issue::{Issue, Unreachable};

/// The descriptor's file name.
pub const DESCRIPTOR_FILE: &str = "datapackage.json";

/// A table's name and the text of its file, or why there is none.
pub type NamedFile = (String, Result<String, Unreachable>);

/// Why a package on disk cannot be opened.
#[derive(Debug)]
pub enum FolderError {
    /// The descriptor cannot be read. Carries its path and the system's reason.
    Descriptor(PathBuf, std::io::Error),
    /// The descriptor is no package.
    Package(PathBuf, PackageError),
}

impl FolderError {
    /// The file and what is wrong with it; `sentence` puts an issue into words.
    pub fn told(&self, sentence: impl Fn(&Issue) -> String) -> String {
        match self {
            Self::Descriptor(path, error) => format!("{}: {error}", path.display()),
            Self::Package(path, error) => {
                format!("{}: {}", path.display(), sentence(&error.issue()))
            }
        }
    }
}

/// A package's descriptor, as text and as read, and its files.
#[derive(Debug)]
pub struct Folder {
    /// The descriptor.
    pub descriptor: Descriptor,
    /// Every file that the descriptor names.
    pub files: Vec<NamedFile>,
    /// The descriptor's text.
    pub json: String,
}

/// Opens a package by its folder or by its descriptor's path. Reads no file outside the descriptor's folder, not even through a link.
///
/// # Errors
/// The descriptor cannot be read, or is no package. A table's file that cannot be read is no error.
pub fn open(path: &Path) -> Result<Folder, FolderError> {
    let file = if path.is_dir() {
        path.join(DESCRIPTOR_FILE)
    } else {
        path.to_owned()
    };
    let json =
        fs::read_to_string(&file).map_err(|error| FolderError::Descriptor(file.clone(), error))?;
    let descriptor =
        Descriptor::parse(&json).map_err(|error| FolderError::Package(file.clone(), error))?;
    let root = match file.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let plain = descriptor.files().into_iter();
    let plain = plain.map(|(name, path)| (name, read_below(root, &path, false)));
    let streamed = descriptor.streamed_file().into_iter();
    let streamed = streamed.map(|(name, path)| (name, read_below(root, &path, true)));
    let files = plain.chain(streamed).collect();
    Ok(Folder {
        descriptor,
        files,
        json,
    })
}

/// The text of a file below the root; that of the register, which the page reads while it arrives, of any size.
fn read_below(root: &Path, path: &str, is_streamed: bool) -> Result<String, Unreachable> {
    let no_answer = |_| Unreachable::NoAnswer;
    let root = root.canonicalize().map_err(no_answer)?;
    let file = root.join(path).canonicalize().map_err(no_answer)?;
    if !file.starts_with(&root) {
        return Err(Unreachable::Outside);
    }
    let size = fs::metadata(&file).map_err(no_answer)?.len();
    if !is_streamed && size > MOST_FILE_BYTES as u64 {
        return Err(Unreachable::TooLarge(MOST_FILE_BYTES));
    }
    fs::read_to_string(&file).map_err(|error| match error.kind() {
        ErrorKind::InvalidData => Unreachable::NotText,
        _ => Unreachable::NoAnswer,
    })
}
