//! What a page's head says to those who list it, link to it or show a link to it: search engines and services of messages.

use maud::{Markup, html};

use super::document::PlaceMissing;
use crate::chart::kind::ChartKind;
use crate::chart::preview::{HEIGHT, WIDTH};
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::share::site::{self, Site};

/// The end of a head: what is said stands before it.
const END: &str = "</head>";

/// What is said of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The language that the page is in.
    pub lang: Lang,
    /// What it is called where it is shown elsewhere.
    pub title: String,
    /// What it says, in a sentence or two.
    pub description: String,
    /// `article` or `website`.
    pub kind: &'static str,
    /// The report that it belongs to.
    pub site_name: String,
    /// Its own address.
    pub canonical: String,
    /// The same page in each language, and for readers of any other.
    pub languages: Vec<(&'static str, String)>,
    /// The address of its picture, and what that shows.
    pub picture: Option<(String, String)>,
    /// Where other programs learn how to embed it, if it has a whole address.
    pub oembed: Option<String>,
}

impl Head {
    /// The elements.
    pub fn markup(&self) -> Markup {
        let others = Lang::ALL.into_iter().filter(|lang| *lang != self.lang);
        let property =
            |name: &str, content: &str| html! { meta property=(name) content=(content); };
        html! {
            @if !self.description.is_empty() { meta name="description" content=(self.description); }
            link rel="canonical" href=(self.canonical);
            @for (tag, address) in &self.languages { link rel="alternate" hreflang=(tag) href=(address); }
            (property("og:type", self.kind))
            (property("og:title", &self.title))
            @if !self.description.is_empty() { (property("og:description", &self.description)) }
            @if !self.site_name.is_empty() { (property("og:site_name", &self.site_name)) }
            @if self.oembed.is_some() { (property("og:url", &self.canonical)) }
            (property("og:locale", self.lang.about().locale))
            @for lang in others { (property("og:locale:alternate", lang.about().locale)) }
            @if let Some((address, shows)) = &self.picture {
                (property("og:image", address))
                (property("og:image:width", &WIDTH.to_string()))
                (property("og:image:height", &HEIGHT.to_string()))
                (property("og:image:alt", shows))
                meta name="twitter:card" content="summary_large_image";
            }
            @if let Some(address) = &self.oembed {
                link rel="alternate" type="application/json+oembed" href=(address) title=(self.title);
            }
        }
    }
}

/// The page's own document with what is said of it in its head: as little as does, since every reader fetches it. `shown` is the view that
/// stands for the whole, and whether it has a picture.
///
/// # Errors
/// [`PlaceMissing`] where the document has no head.
pub fn fill_in(
    document: &str,
    data: &Dataset,
    site: &Site,
    shown: Option<(ChartKind, bool)>,
) -> Result<String, PlaceMissing> {
    let lang = Lang::default();
    let title = pick(&data.about.title, lang);
    let description = pick(&data.about.description, lang);
    let own = site.from_page("");
    let picture = shown.filter(|(_, has_picture)| *has_picture);
    let head = html! {
        @if !description.is_empty() { meta name="description" content=(description); }
        // Those who list pages want whole addresses here, and take part of one for a mistake.
        @if site.is_known() {
            link rel="canonical" href=(own);
            @for lang in Lang::ALL {
                link rel="alternate" hreflang=(lang.tag()) href=(site.from_page(&site::start(lang)));
            }
            link rel="alternate" hreflang="x-default" href=(own);
        }
        meta property="og:title" content=(title);
        @if !description.is_empty() { meta property="og:description" content=(description); }
        @if let Some((view, _)) = picture {
            meta property="og:image" content=(site.from_page(&site::card(view, lang)));
            meta name="twitter:card" content="summary_large_image";
        }
        @if let (Some((view, _)), true) = (shown, site.is_known()) {
            link rel="alternate" type="application/json+oembed" href=(site.from_page(&site::oembed(view, lang)));
        }
    };
    match document.split_once(END) {
        Some((before, after)) if !after.contains(END) => {
            Ok(format!("{before}{}{END}{after}", head.0))
        }
        _ => Err(PlaceMissing(END)),
    }
}
