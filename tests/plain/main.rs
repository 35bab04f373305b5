//! The page without scripts: what it says of the shipped package, of other forums' and of awkward words, and that it is one sound
//! document.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod ahead;
mod compact;
mod document;
mod elements;
mod escaping;
mod kept;
mod packages;
mod program;
#[path = "../report/mod.rs"]
mod report;
mod shipped;

use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::plain::document::fill_in;
use forum_explorer::plain::sources::File;

/// The places that the page leaves, and nothing else.
const FRAME: &str =
    "<html lang=\"en\"><title>Frame</title><h1>Frame</h1><noscript id=\"plain\"></noscript></html>";

/// The files of a package with two tables.
fn files() -> Vec<File> {
    vec![
        File::new("data/", "datapackage.json", None),
        File::new("data/", "events.csv", Some("events")),
        File::new("data/", "paragraphs.csv", Some("paragraphs")),
    ]
}

fn page(data: &Dataset) -> String {
    fill_in(FRAME, data, &files()).expect("the frame has every place")
}

/// The section of a language.
fn section(page: &str, lang: Lang) -> String {
    let start = format!(
        "<section class=\"plain\" id=\"{}\" lang=\"{}\">",
        lang.slug(),
        lang.tag()
    );
    let (_, rest) = page
        .split_once(&start)
        .unwrap_or_else(|| panic!("no {start} in {page}"));
    let (section, _) = rest.split_once("</section>").expect("it ends");
    section.to_owned()
}
