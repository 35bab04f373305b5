//! The page's document, with the package's words in the places that it leaves for them.

use std::fmt;

use maud::{Markup, html};

use super::report::sections;
use super::sources::File;
use super::words::{LANGS, said};
use crate::chart::kind::ChartKind;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::model::text::Text;
use crate::share::site;

/// An element of the document whose content the build writes, by its start tag and its end tag.
type Place = (&'static str, &'static str);

const TITLE: Place = ("<title>", "</title>");
const HEADING: Place = ("<h1>", "</h1>");
/// Browsers that run scripts take the content of this element as text: it is neither laid out nor read out.
const PLAIN: Place = ("<noscript id=\"plain\">", "</noscript>");
/// Where the page stands as it is drawn ahead of its program. Until then it is text, and no part of the page.
const AHEAD: Place = (
    "<div id=\"drawn-pages\" hidden>",
    "</div><!-- drawn-pages -->",
);

/// A place that the document does not have exactly once. Carries its start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct PlaceMissing(pub &'static str);

impl fmt::Display for PlaceMissing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document does not have {} once", self.0)
    }
}

/// The document with the report's title as its title and heading, and what the report states in short for readers without scripts.
///
/// # Errors
/// [`PlaceMissing`] where the document lacks a place for them.
pub fn fill_in(document: &str, data: &Dataset, files: &[File]) -> Result<String, PlaceMissing> {
    let title = &data.about.title;
    let mut document = document.to_owned();
    // A package that has no title leaves the document its own.
    if !title.is_empty() {
        let tab = html! { (pick(title, Lang::default())) };
        document = put(&document, TITLE, &tab)?;
        document = put(&document, HEADING, &heading(title))?;
    }
    put(&document, PLAIN, &sections(data, files))
}

/// The document with the ways to the pages of its views, in each language, below what it states for readers without scripts.
///
/// # Errors
/// [`PlaceMissing`] where the document lacks a place for them.
pub fn link_views(document: &str, views: &[ChartKind]) -> Result<String, PlaceMissing> {
    let links = html! {
        @if !views.is_empty() {
            @for lang in Lang::ALL {
                section.plain lang=(lang.tag()) {
                    nav aria-label=(lang.plain().view_page.views) {
                        h2 { (lang.plain().view_page.views) }
                        ul.files {
                            @for &kind in views {
                                li { a href=(site::page(kind, lang)) { (kind.name(lang)) } }
                            }
                        }
                    }
                }
            }
        }
    };
    let Parts {
        before,
        within,
        after,
    } = parts(document, PLAIN)?;
    Ok(format!("{before}{within}{}{after}", links.0))
}

/// The document with these drawn pages.
pub(super) fn put_ahead(document: &str, pages: &Markup) -> Result<String, PlaceMissing> {
    put(document, AHEAD, pages)
}

/// The title in the document's own language, and below it in the others that have one.
fn heading(title: &Text) -> Markup {
    let own = pick(title, Lang::default());
    let others = LANGS.into_iter().filter(|&lang| pick(title, lang) != own);
    html! {
        (said(title, Lang::default()))
        @for lang in others { br; span lang=(lang.tag()) { (pick(title, lang)) } }
    }
}

fn put(document: &str, place: Place, content: &Markup) -> Result<String, PlaceMissing> {
    let Parts { before, after, .. } = parts(document, place)?;
    Ok(format!("{before}{}{after}", content.0))
}

/// A document around a place: up to the end of its start tag, what stands in it, and from its end tag on.
struct Parts<'a> {
    before: &'a str,
    within: &'a str,
    after: &'a str,
}

fn parts<'a>(document: &'a str, (start, end): Place) -> Result<Parts<'a>, PlaceMissing> {
    let begin = document.find(start).ok_or(PlaceMissing(start))? + start.len();
    let (before, rest) = document.split_at(begin);
    match rest.find(end) {
        Some(length) if !rest.contains(start) => {
            let (within, after) = rest.split_at(length);
            Ok(Parts {
                before,
                within,
                after,
            })
        }
        _ => Err(PlaceMissing(start)),
    }
}
