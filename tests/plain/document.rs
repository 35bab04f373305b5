//! The document: its places are filled, and one that lacks a place is refused.

use std::fs;
use std::path::Path;

use forum_explorer::plain::document::{PlaceMissing, fill_in};

use crate::report::report;
use crate::{FRAME, files};

#[test]
fn the_pages_own_document_has_every_place() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let document = fs::read_to_string(document).unwrap();
    let page = fill_in(&document, report(), &files()).unwrap();
    let (before, after) = page.split_once("<noscript id=\"plain\"><nav>").unwrap();
    assert!(
        document.starts_with(before.split("<h1>").next().unwrap()),
        "the rest stays"
    );
    assert!(
        document.ends_with(after.split_once("</noscript>").unwrap().1),
        "the rest stays"
    );
}

#[test]
fn a_document_without_a_place_or_with_two_is_refused() {
    for place in ["<title>", "<h1>", "<noscript id=\"plain\">"] {
        let without = FRAME.replace(place, "<p>");
        assert_eq!(
            fill_in(&without, report(), &files()),
            Err(PlaceMissing(place))
        );
        let twice = format!("{FRAME}{FRAME}");
        assert!(fill_in(&twice, report(), &files()).is_err());
    }
    let open = FRAME.replace("</noscript>", "");
    assert_eq!(
        fill_in(&open, report(), &files()),
        Err(PlaceMissing("<noscript id=\"plain\">"))
    );
}

#[test]
fn what_was_written_before_is_written_anew() {
    let once = fill_in(FRAME, report(), &files()).unwrap();
    assert_eq!(fill_in(&once, report(), &files()).unwrap(), once);
}
