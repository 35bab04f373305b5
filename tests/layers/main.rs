//! Who may import whom. The table is in `rooms.rs`; `ARCHITECTURE.md` shows the same one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod check;
mod paths;
mod planted;
mod rooms;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::check::faults;
use crate::rooms::{DEPENDENCIES, PROGRAMS, ROOMS};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file, as its path below `src` and its text.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let below = path
                    .strip_prefix(root().join("src"))
                    .unwrap()
                    .to_str()
                    .unwrap();
                files.push((below.to_owned(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn every_import_follows_the_table() {
    let sources = sources();
    assert!(
        sources.len() > 100,
        "the sources are there: {}",
        sources.len()
    );
    let faults: Vec<String> = sources
        .iter()
        .flat_map(|(file, text)| faults(file, text))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_room_stands_in_the_table() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let listed: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let rooms: Vec<&str> = ROOMS
        .iter()
        .map(|room| room.name)
        .filter(|name| !PROGRAMS.contains(name))
        .collect();
    let sorted = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(sorted(&listed), sorted(&rooms));
}

#[test]
fn a_room_imports_only_rooms_that_are_read_before_it() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let place = |room: &str| {
        lib.find(&format!("pub mod {room};"))
            .expect("the room is listed")
    };
    for room in ROOMS.iter().filter(|room| !PROGRAMS.contains(&room.name)) {
        for other in room
            .rooms
            .iter()
            .map(|path| path.split("::").next().unwrap())
        {
            assert!(
                place(other) < place(room.name),
                "lib.rs lists {} before {other}, which it imports",
                room.name
            );
        }
    }
}

#[test]
fn every_dependency_of_the_program_stands_in_the_table() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut section = "";
    let mut found = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]") && !section.contains("dev-dependencies") {
            let name = line
                .split_once(" = ")
                .map(|(name, _)| name.replace('-', "_"));
            found.extend(
                name.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')),
            );
        }
    }
    let known: BTreeSet<String> = DEPENDENCIES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(found, known);
}

#[test]
fn every_dependency_is_allowed_somewhere_and_every_allowed_one_is_a_dependency() {
    let allowed: BTreeSet<&str> = ROOMS
        .iter()
        .flat_map(|room| room.crates)
        .map(|path| path.split("::").next().unwrap())
        .collect();
    assert_eq!(allowed, DEPENDENCIES.iter().copied().collect());
}
