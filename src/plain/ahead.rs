//! The page as it is drawn ahead of its program: once a language and a shape of windows, in the document.

use maud::{PreEscaped, html};

use super::document::{PlaceMissing, put_ahead};
use crate::language::lang::Lang;
use crate::paint::compact::compact;

/// A shape of windows, and the width of the views' pictures in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its name in the document.
    pub slug: &'static str,
    /// In CSS pixels.
    pub width_px: u32,
}

impl Shape {
    /// From which width of a window on pages of this shape fit better than narrower ones, in CSS pixels: where the picture would have to be
    /// as much enlarged here as it would have to be made smaller there.
    fn least_window_px(self) -> u32 {
        let narrower = SHAPES.iter().map(|shape| shape.width_px);
        let next = narrower.filter(|width| *width < self.width_px).max();
        let between = |next: u32| f64::from(next * self.width_px).sqrt().round() as u32;
        next.map_or(0, |next| between(next) + MARGINS_PX)
    }
}

/// What a narrow window has beside its pictures, in CSS pixels.
const MARGINS_PX: u32 = 32;

/// Phones of 390 pixels, tablets of 768, and all windows in which the page is as wide as it gets.
pub const SHAPES: [Shape; 3] = [
    Shape {
        slug: "narrow",
        width_px: 358,
    },
    Shape {
        slug: "middle",
        width_px: 736,
    },
    Shape {
        slug: "wide",
        width_px: 1200,
    },
];

/// The languages that the page is drawn in ahead: those whose words come with it.
pub const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

/// The page in one language for one shape of windows.
pub struct Drawn {
    /// In which language.
    pub lang: Lang,
    /// For which windows.
    pub shape: Shape,
    /// What the program would put into the document.
    pub html: String,
}

/// The document with the drawn pages as texts, of which `boot.js` takes the one that fits the reader. A browser passes over the text of a
/// script that is none, while it would build every element of a `<template>`; of six pages it needs one. Each page is a text up to its
/// first view, and one more for each further view that is drawn, with what follows it: a browser shows the first picture sooner when it
/// does not have the others to place as well.
///
/// # Errors
/// [`PlaceMissing`] where the document lacks a place for them.
pub fn put(document: &str, drawn: &[Drawn]) -> Result<String, PlaceMissing> {
    let languages: Vec<&str> = Lang::ALL.iter().map(|lang| lang.about().slug).collect();
    let pages = html! {
        @for (at, Drawn { lang, shape, html }) in drawn.iter().enumerate() {
            @let (first, further) = parts(&bare(&with_compact_pictures(html)));
            script
                type="text/html"
                id={ "ahead-" (lang.about().slug) "-" (shape.slug) }
                lang=(lang.about().tag)
                dir=(lang.about().direction.slug())
                data-from=(shape.least_window_px())
                data-languages=[(at == 0).then(|| languages.join(" "))]
            { (PreEscaped(first)) }
            @for part in further {
                script type="text/html" { (PreEscaped(part)) }
            }
        }
    };
    put_ahead(document, &pages)
}

/// The page with its pictures in fewer letters.
fn with_compact_pictures(html: &str) -> String {
    const PICTURE: (&str, &str) = ("<svg ", "</svg>");
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(PICTURE.0) {
        let (before, picture) = rest.split_at(start);
        page.push_str(before);
        let end = picture.find(PICTURE.1);
        let (picture, after) =
            picture.split_at(end.map_or(picture.len(), |at| at + PICTURE.1.len()));
        page.push_str(compact(picture).as_deref().unwrap_or(picture));
        rest = after;
    }
    page + rest
}

/// A page without what its main part holds after the first view, and that in pieces, each from one drawn view to before the next.
fn parts(page: &str) -> (String, Vec<String>) {
    let end = page.rfind("</main>").unwrap_or(page.len());
    let (content, after) = page.split_at(end);
    let starts = content.match_indices("<section ").map(|(at, _)| at);
    let drawn = starts.filter(|at| {
        let tag = content.get(*at..).unwrap_or_default();
        let tag = tag.get(..end_of_tag(tag)).unwrap_or_default();
        tag.contains(" drawn\"")
    });
    let mut cuts: Vec<usize> = drawn.skip(1).collect();
    cuts.push(end);
    let piece = |ends: &[usize]| {
        content
            .get(*ends.first()?..*ends.last()?)
            .map(str::to_owned)
    };
    let further = cuts.windows(2).filter_map(piece).collect();
    let first = cuts.first().and_then(|at| content.get(..*at));
    (first.unwrap_or(content).to_owned() + after, further)
}

/// What a reader sees of some markup of ours, which holds no scripts: without comments, which are for the program that it does not have
/// yet, and without the attribute `style`, which a strict policy refuses in a document. Pictures keep their height: one that has to be
/// narrower or wider than it was drawn takes as much room as the one that the program will draw.
fn bare(html: &str) -> String {
    let mut bare = String::with_capacity(html.len());
    let mut rest = html;
    let mut height_px = None;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        bare.push_str(before);
        let (tag, after) = tag.split_at(end_of_tag(tag));
        if !tag.starts_with("<!") {
            let style = push_without_style(&mut bare, tag);
            height_px = style.and_then(height_of).or(height_px);
        }
        if let (true, Some(height)) = (tag.starts_with("<svg "), height_px) {
            // Its end stands in the text already, and attributes belong before it.
            bare.truncate(bare.len() - 1);
            bare.push_str(&format!(
                " height=\"{height}\" preserveAspectRatio=\"xMinYMin\">"
            ));
            height_px = None;
        }
        rest = after;
    }
    bare + rest
}

/// Where the tag or comment at the start ends. Values of attributes stand in double quotes, and a `>` in them does not count.
fn end_of_tag(tag: &str) -> usize {
    const COMMENT: (&str, &str) = ("<!--", "-->");
    if tag.starts_with(COMMENT.0) {
        return tag
            .find(COMMENT.1)
            .map_or(tag.len(), |at| at + COMMENT.1.len());
    }
    let mut is_quoted = false;
    for (at, letter) in tag.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// Writes a tag without its style, and gives that.
fn push_without_style<'a>(bare: &mut String, tag: &'a str) -> Option<&'a str> {
    const STYLE: &str = " style=\"";
    let Some((before, value)) = tag.split_once(STYLE) else {
        bare.push_str(tag);
        return None;
    };
    let (style, after) = value.split_once('"').unwrap_or((value, ""));
    bare.push_str(before);
    bare.push_str(after);
    Some(style)
}

/// The height of a picture in CSS pixels, which stands in its style as the second part of the ratio of its sides.
fn height_of(style: &str) -> Option<u32> {
    let (_, ratio) = style.split_once("aspect-ratio:")?;
    let (_, height) = ratio.split(';').next()?.split_once('/')?;
    height.trim().parse().ok()
}
