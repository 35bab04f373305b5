//! Names of clauses and facets, for chips, notices and announcements.

use crate::chart::event_card::{numeral, short_name};
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::format::date;
use crate::format::text::{list, pick, word};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;

/// A clause as a chip says it.
pub fn clause_name(clause: Clause, data: &Dataset, lang: Lang) -> String {
    let strings = lang.strings();
    match clause {
        Clause::Cluster(key) => fill(
            strings.filter.cluster_n,
            &[("number", &numeral(data.clusters.id(key)))],
        ),
        Clause::Kind(kind) => word(strings.words.kinds, kind.slug()),
        Clause::Event(key) => data
            .events
            .get(key)
            .map_or(String::new(), |e| short_name(data, e, lang)),
        Clause::Region(region) => word(strings.words.regions, region.slug()),
        Clause::Country(key) => data
            .countries
            .get(key)
            .map_or(String::new(), |c| pick(&c.name, lang).to_owned()),
        Clause::Topic(key) => data
            .topics
            .get(key)
            .map_or(String::new(), |t| pick(&t.name, lang).to_owned()),
        Clause::Time(period) => date::period(period.first(), period.last(), lang),
    }
}

/// Several facets in a sentence.
pub fn facet_names(facets: FacetSet, lang: Lang) -> String {
    let names: Vec<String> = facets.iter().map(|f| facet_name(f, lang)).collect();
    list(&names, lang)
}

fn facet_name(facet: Facet, lang: Lang) -> String {
    word(lang.strings().words.facets, facet.slug())
}
