//! Names of clauses and facets, for chips, notices and announcements.

use crate::filter::facet::{Facet, FacetSet};
use crate::format::text::{list, word};
use crate::language::lang::Lang;

/// Several facets in a sentence.
pub fn facet_names(facets: FacetSet, lang: Lang) -> String {
    let names: Vec<String> = facets.iter().map(|f| facet_name(f, lang)).collect();
    list(&names, lang)
}

fn facet_name(facet: Facet, lang: Lang) -> String {
    word(lang.strings().words.facets, facet.slug())
}
