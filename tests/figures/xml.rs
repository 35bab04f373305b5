//! A strict reader of XML, so that what it takes every program takes.

use resvg::usvg::roxmltree::{Document, Node};

#[track_caller]
pub fn parse(text: &str) -> Document<'_> {
    Document::parse(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// All text of the elements with this name, without the space around it.
pub fn texts<'a>(document: &'a Document, name: &str) -> Vec<&'a str> {
    let elements = document
        .descendants()
        .filter(|node| node.has_tag_name(name));
    elements
        .filter_map(|node| Some(node.text()?.trim()))
        .collect()
}

/// The only element with this name.
#[track_caller]
pub fn only<'a>(document: &'a Document, name: &str) -> Node<'a, 'a> {
    let mut found = document
        .descendants()
        .filter(|node| node.tag_name().name() == name);
    let first = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "one {name}");
    first
}
