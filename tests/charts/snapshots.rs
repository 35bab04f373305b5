//! Every kept picture as a file in `tests/snapshots`, and a page that shows them all.
//!
//! A picture that has changed fails and is written beside the kept one as `…-changed.svg`. `UPDATE_SNAPSHOTS=1 cargo test
//! --no-default-features --test charts` keeps the new ones: look at `tests/snapshots/index.html` before you commit them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use forum_explorer::paint::svg::{document, escaped};

use crate::cases::{Case, kept};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

fn is_update() -> bool {
    std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1")
}

/// Compares with the kept file, or keeps the text. Gives back a sentence where the two differ.
fn compare(file: &str, text: &str) -> Option<String> {
    let path = folder().join(file);
    let (name, end) = file.rsplit_once('.').expect("the file has an ending");
    let changed = folder().join(format!("{name}-changed.{end}"));
    let _ = fs::remove_file(&changed);
    if is_update() {
        fs::create_dir_all(folder()).expect("the folder can be made");
        fs::write(&path, text).expect("the picture can be kept");
        return None;
    }
    let before = fs::read_to_string(&path).ok();
    if before.as_deref() == Some(text) {
        return None;
    }
    fs::write(&changed, text).expect("the changed picture can be written");
    let line = before
        .as_deref()
        .map(|before| first_difference(before, text));
    let what = line.unwrap_or_else(|| "is not kept yet".to_owned());
    Some(format!(
        "{file} {what}; the new one is {}",
        changed.display()
    ))
}

fn first_difference(before: &str, after: &str) -> String {
    let lines = before.lines().zip(after.lines()).zip(1..);
    let different = lines.into_iter().find(|((a, b), _)| a != b);
    match different {
        Some(((a, b), line)) => format!("differs in line {line}:\n    kept {a}\n    new  {b}\n   "),
        None => "is longer or shorter than the kept one".to_owned(),
    }
}

/// One element a line, so that a change shows as a change of lines.
fn picture(case: &Case) -> String {
    let mut text = document(&case.scene());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn gallery() -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Every chart as it is drawn</title>\n\
         <style>body{font:16px/1.5 sans-serif;margin:24px}figure{margin:0 0 48px}figcaption{margin:0 0 8px}\
         img{outline:1px solid #ddd;max-width:100%}</style>\n<h1>Every chart as it is drawn</h1>\n",
    );
    for case in kept() {
        let scene = case.scene();
        let _ = write!(
            page,
            "<figure>\n<figcaption lang=\"{}\"><b>{}</b><br>{}<br><code>{name}</code></figcaption>\n\
             <img src=\"{name}.svg\" alt=\"{}\">\n</figure>\n",
            case.lang.tag(),
            escaped(&scene.title),
            escaped(&scene.subtitle),
            escaped(&scene.description),
            name = case.name(),
        );
    }
    page.push_str("</html>\n");
    page
}

#[test]
fn every_picture_is_as_it_is_kept() {
    let mut changes: Vec<String> = kept()
        .iter()
        .filter_map(|case| compare(&format!("{}.svg", case.name()), &picture(case)))
        .collect();
    changes.extend(compare("index.html", &gallery()));
    assert!(
        changes.is_empty(),
        "{} pictures have changed. Look at them; if they are right, UPDATE_SNAPSHOTS=1 keeps them.\n{}",
        changes.len(),
        changes.join("\n")
    );
}

#[test]
fn no_picture_is_kept_that_nothing_draws() {
    let drawn: BTreeSet<String> = kept()
        .iter()
        .map(|case| format!("{}.svg", case.name()))
        .collect();
    assert_eq!(drawn.len(), kept().len(), "every picture has its own name");
    let files = fs::read_dir(folder()).expect("the pictures are there");
    for file in files.map(|entry| entry.expect("the entry can be read")) {
        let name = file.file_name().into_string().expect("the name is text");
        let is_known = drawn.contains(&name) || name == "index.html" || name.contains("-changed.");
        if !is_known && is_update() {
            fs::remove_file(file.path()).expect("the old picture can go");
        } else {
            assert!(is_known, "{name} is kept, but no case draws it");
        }
    }
}

#[test]
fn a_picture_is_drawn_the_same_twice() {
    for case in kept() {
        assert_eq!(picture(&case), picture(&case), "{}", case.name());
    }
}
