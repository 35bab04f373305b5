//! Exact cross-filtering: one bit a facet for each record.
//!
//! The idea of a bit a dimension is crossfilter's (Square, 2012); a record shows in a view when all bits but those of the view's own facets are 0.

use super::column::Column;
use super::facet::{Facet, FacetSet};
use super::relation::Relation;
use super::selection::Selection;
use super::time_domain::TimeDomain;
use crate::model::dataset::Dataset;

/// The records of one relation.
#[derive(Clone, Debug)]
struct Records {
    columns: Vec<(Facet, Column)>,
    excluded_by: Vec<FacetSet>,
}

/// Knows for every record which facets leave it out.
#[derive(Clone, Debug)]
pub struct Engine {
    relations: Vec<Records>,
    selection: Selection,
    time_domain: TimeDomain,
}

impl Engine {
    /// An engine over a dataset, with nothing selected.
    pub fn new(data: &Dataset) -> Self {
        let relations = Relation::ALL
            .into_iter()
            .map(|relation| {
                let columns = relation.columns(data);
                Records {
                    excluded_by: vec![FacetSet::NONE; relation.len(data)],
                    columns,
                }
            })
            .collect();
        Self {
            relations,
            selection: Selection::default(),
            time_domain: TimeDomain::of(data),
        }
    }

    /// Takes a new selection over. Only facets whose clauses changed are tested again.
    pub fn select(&mut self, selection: &Selection) {
        for facet in Facet::ALL {
            let same = selection.of_facet(facet).eq(self.selection.of_facet(facet));
            if !same {
                for records in &mut self.relations {
                    records.test(facet, selection);
                }
            }
        }
        self.selection = selection.clone();
    }

    /// The selection in force.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The days that pictures of time can cover, whatever is selected.
    pub fn time_domain(&self) -> TimeDomain {
        self.time_domain
    }

    /// Whether each record of a relation shows in a view that sets the facets `own` itself.
    ///
    /// Facets that the relation does not know never leave a record out; see [`Engine::ignored`].
    pub fn visible(&self, relation: Relation, own: FacetSet) -> impl Iterator<Item = bool> + '_ {
        let excluded: &[FacetSet] = self
            .relations
            .get(relation as usize)
            .map_or(&[], |r| &r.excluded_by);
        excluded.iter().map(move |by| by.minus(own).is_empty())
    }

    /// The facets of the selection that cannot act on a relation; the view says so.
    pub fn ignored(&self, relation: Relation, own: FacetSet) -> FacetSet {
        self.selection.facets().minus(relation.facets()).minus(own)
    }
}

impl Records {
    fn test(&mut self, facet: Facet, selection: &Selection) {
        let Some((_, column)) = self.columns.iter().find(|(f, _)| *f == facet) else {
            return;
        };
        let excluded_by = &mut self.excluded_by;
        column.test(facet, selection, |record, left_out| {
            if let Some(by) = excluded_by.get_mut(record) {
                *by = if left_out {
                    by.with(facet)
                } else {
                    by.without(facet)
                };
            }
        });
    }
}

impl Relation {
    /// The number of records.
    pub fn len(self, data: &Dataset) -> usize {
        match self {
            Self::Events => data.events.len(),
            Self::Figures => data.figures.len(),
            Self::Flows => data.flows.len(),
            Self::Memberships => data.memberships.len(),
            Self::Roles => data.roles.len(),
            Self::Outcomes => data.outcomes.len(),
            Self::Calls => data.calls.len(),
            Self::Practices => data.practices.len(),
            Self::Projects => data.projects.len(),
            Self::Answers => data.answers.len(),
            Self::WorldFigures => data.world_figures.len(),
        }
    }
}
