//! A source file against the table.

use crate::paths::{Path, paths};
use crate::rooms::{DEPENDENCIES, ROOMS, Room};

/// What a path leads to.
enum Goal {
    /// A room of ours, with the path from the crate's root on.
    Room(Vec<String>),
    /// A crate of others, with the whole path.
    Crate(Vec<String>),
    /// The standard library, or something of the file's own.
    Free,
}

/// A sentence for each import that the table does not allow. `file` is the path below `src`.
pub fn faults(file: &str, source: &str) -> Vec<String> {
    let module = module(file);
    let name = module.first().map_or("", String::as_str);
    if file == "lib.rs" {
        return Vec::new();
    }
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return vec![format!(
            "src/{file}: “{name}” is no room of the table in tests/layers/rooms.rs."
        )];
    };
    paths(source)
        .iter()
        .filter_map(|path| fault(file, room, &module, path))
        .collect()
}

/// The module that a file is: `filter::engine` for `filter/engine.rs`, `filter` for `filter/mod.rs`.
fn module(file: &str) -> Vec<String> {
    let names = file.trim_end_matches(".rs").split('/').map(str::to_owned);
    names.filter(|name| name != "mod").collect()
}

fn fault(file: &str, room: &Room, module: &[String], path: &Path) -> Option<String> {
    let (what, allowed) = match goal(room, module, path) {
        Goal::Room(to) if to.first().is_some_and(|other| other == room.name) => return None,
        Goal::Room(to) if room.rooms.iter().any(|may| leads_to(&to, may)) => return None,
        Goal::Crate(to) if room.crates.iter().any(|may| leads_to(&to, may)) => return None,
        Goal::Free => return None,
        Goal::Room(to) => (
            format!("crate::{}", to.join("::")),
            said("the rooms", room.rooms, "no other room"),
        ),
        Goal::Crate(to) => (to.join("::"), said("the crates", room.crates, "no crate")),
    };
    Some(format!(
        "src/{file}:{}: `{what}` must not be imported here. The room `{}` may import {allowed}: {}.",
        path.line, room.name, room.why
    ))
}

fn said(what: &str, names: &[&str], none: &str) -> String {
    if names.is_empty() {
        none.to_owned()
    } else {
        format!("{what} {}", names.join(", "))
    }
}

fn goal(room: &Room, module: &[String], path: &Path) -> Goal {
    let (first, rest) = match path.segments.split_first() {
        Some((first, rest)) => (first.as_str(), rest.to_vec()),
        None => return Goal::Free,
    };
    match first {
        "crate" if room.name == "bin" => Goal::Free,
        "crate" | "forum_explorer" if rest.is_empty() => Goal::Free,
        "crate" | "forum_explorer" => Goal::Room(rest),
        "super" if room.name == "bin" => Goal::Free,
        "super" => upwards(module, &path.segments),
        _ if DEPENDENCIES.contains(&first) => Goal::Crate(path.segments.clone()),
        _ => Goal::Free,
    }
}

/// Where `super::super::a` leads from a module.
fn upwards(module: &[String], segments: &[String]) -> Goal {
    let steps = segments
        .iter()
        .take_while(|segment| *segment == "super")
        .count();
    let kept = module.len().saturating_sub(steps);
    let to: Vec<String> = module[..kept]
        .iter()
        .chain(&segments[steps..])
        .cloned()
        .collect();
    if to.is_empty() {
        Goal::Free
    } else {
        Goal::Room(to)
    }
}

/// Whether a path goes into what the table names: into the room or crate, the module of it, or the item; `*Event` is any name with that end.
fn leads_to(path: &[String], may: &str) -> bool {
    let fits = |name: &String, wanted: &str| match wanted.strip_prefix('*') {
        Some(end) => name.ends_with(end),
        None => name == wanted,
    };
    let wanted: Vec<&str> = may.split("::").collect();
    path.len() >= wanted.len()
        && path
            .iter()
            .zip(&wanted)
            .all(|(name, wanted)| fits(name, wanted))
}
