//! Names of clauses, the same in titles, chips and announcements.

use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::filter::clause::Clause;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::format::date;
use crate::format::number::numeral;
use crate::format::text::{list, pick, word};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;

/// The most clauses that a title names.
const NAMED_MOST: usize = 3;

/// Several facets in a sentence.
pub fn facet_names(facets: FacetSet, lang: Lang) -> String {
    let facets = facets.iter();
    let names: Vec<String> = facets
        .map(|facet| word(lang.strings().words.facets, facet.slug()))
        .collect();
    list(&names, lang)
}

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

/// Whether a clause's name is the package's words alone.
pub fn is_named_by_data(clause: Clause) -> bool {
    matches!(
        clause,
        Clause::Event(_) | Clause::Country(_) | Clause::Topic(_)
    )
}

/// What is chosen, as far as it acts on a relation, for the head of a title; `None` where nothing is.
pub fn chosen(input: &Input, relation: Relation) -> Option<String> {
    let clauses = input.engine.selection().clauses().iter();
    let acting = clauses.filter(|clause| relation.facets().has(clause.facet()));
    let mut names: Vec<String> = acting
        .map(|&clause| clause_name(clause, input.data, input.lang))
        .collect();
    if names.len() > NAMED_MOST {
        names.truncate(NAMED_MOST);
        names.push("…".to_owned());
    }
    (!names.is_empty()).then(|| names.join(input.lang.strings().list.comma))
}
