//! Where all of it comes from: the report, the licence, the package and its files.

use maud::{Markup, html};

use crate::format::about::facts;
use crate::format::text::word;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::share::query::is_web_address;

/// A file of the package that a reader can download.
pub struct File {
    /// The name of the table that it holds; none for the package's description.
    pub table: Option<String>,
    /// Where it lies, relative to the document.
    pub address: String,
}

/// Report, version, licence, and every file.
pub fn sources(data: &Dataset, files: &[File], lang: Lang) -> Markup {
    let words = lang.plain();
    let package = files.iter().filter(|file| file.table.is_none());
    let tables = || files.iter().filter_map(|f| Some((f, f.table.as_ref()?)));
    html! {
        h3 { (lang.strings().names.sources) }
        p { (facts(data, data.row_count(), lang)) }
        @if !data.about.homepage.is_empty() && is_web_address(&data.about.homepage) {
            p { a href=(data.about.homepage) rel="external" { (lang.later().footer.report) } }
        }
        @for file in package { p { a href=(file.address) { (words.download) } } }
        @if tables().next().is_some() {
            p { (words.tables) }
            ul.files {
                @for (file, table) in tables() {
                    li { a href=(file.address) { (word(lang.later().check.tables, table)) } }
                }
            }
        }
    }
}

impl File {
    /// The file at a path of the package, whose folder lies at `folder`, relative to the document and with a `/` at its end.
    pub fn new(folder: &str, path: &str, table: Option<&str>) -> Self {
        // A path may hold what means something else in an address.
        let encoded = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        };
        let path: String = path.bytes().map(encoded).collect();
        Self {
            table: table.map(str::to_owned),
            address: format!("{folder}{path}"),
        }
    }
}
