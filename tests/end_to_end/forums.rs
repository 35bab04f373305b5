//! The invented packages of `tests/fixtures`, as a host has them beside the page.

use std::fs;
use std::path::{Path, PathBuf};

use forum_explorer::model::dataset::Dataset;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

use crate::harness::Page;

/// Their names.
pub const FORUMS: [&str; 3] = ["small", "bare", "river-forum"];

pub fn folder_of(forum: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(forum)
}

pub fn data(forum: &str) -> Dataset {
    let folder = folder::open(&folder_of(forum)).expect("the fixture opens");
    build(&folder.descriptor, folder.files).0
}

/// Puts the forum's files into a folder of its name beside the page.
pub fn put(page: &Page, forum: &str) {
    for entry in fs::read_dir(folder_of(forum)).expect("the fixture can be listed") {
        let path = entry.expect("the fixture can be listed").path();
        let name = path.file_name().expect("a file").to_string_lossy();
        let content = fs::read(&path).expect("the fixture can be read");
        page.site().put_file(&format!("{forum}/{name}"), content);
    }
}
