//! The list of all pages, for search engines (<https://www.sitemaps.org>).

use maud::{PreEscaped, html};

use crate::chart::kind::ChartKind;
use crate::language::lang::Lang;
use crate::share::site::{self, Site};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The explorer, and the page of each of these views in every language. `changed` is the day of the data, ISO; empty where it is not known.
pub fn sitemap(site: &Site, views: &[ChartKind], changed: &str) -> String {
    let pages = views
        .iter()
        .flat_map(|view| Lang::ALL.map(|lang| site.from_page(&site::page(*view, lang))));
    let all = std::iter::once(site.from_page("")).chain(pages);
    html! {
        (PreEscaped(DECLARATION))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for address in all {
                "\n"
                url { loc { (address) } @if !changed.is_empty() { lastmod { (changed) } } }
            }
            "\n"
        }
        "\n"
    }
    .into_string()
}
