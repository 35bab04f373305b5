//! What a reader chose: one state for all views.

use super::clause::{Clause, Period};
use super::facet::{Facet, FacetSet};

/// A list of clauses. Clauses of one facet are alternatives; facets narrow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    clauses: Vec<Clause>,
}

impl Selection {
    /// A selection of these clauses; a clause given twice counts once, and of several periods the last holds.
    pub fn of(clauses: impl IntoIterator<Item = Clause>) -> Self {
        let mut selection = Self::default();
        for clause in clauses {
            if !selection.has(clause) {
                selection.toggle(clause);
            }
        }
        selection
    }

    /// All clauses, in the order in which they were chosen.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// True when nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// True when this very clause is on.
    pub fn has(&self, clause: Clause) -> bool {
        self.clauses.contains(&clause)
    }

    /// Turns a clause on, or off when it is on. A period takes the place of the period before.
    pub fn toggle(&mut self, clause: Clause) {
        if self.has(clause) {
            self.clauses.retain(|&c| c != clause);
            return;
        }
        if clause.facet() == Facet::Time {
            self.clear(Facet::Time);
        }
        self.clauses.push(clause);
    }

    /// Takes away every clause of one facet.
    pub fn clear(&mut self, facet: Facet) {
        self.clauses.retain(|c| c.facet() != facet);
    }

    /// The same selection without one facet.
    pub fn without(&self, facet: Facet) -> Self {
        let mut rest = self.clone();
        rest.clear(facet);
        rest
    }

    /// The facets that are on.
    pub fn facets(&self) -> FacetSet {
        self.clauses
            .iter()
            .fold(FacetSet::NONE, |set, c| set.with(c.facet()))
    }

    /// The clauses of one facet.
    pub fn of_facet(&self, facet: Facet) -> impl Iterator<Item = Clause> {
        self.clauses
            .iter()
            .copied()
            .filter(move |c| c.facet() == facet)
    }

    /// The period, when one is chosen.
    pub fn period(&self) -> Option<Period> {
        self.clauses.iter().find_map(|c| match c {
            Clause::Time(period) => Some(*period),
            _ => None,
        })
    }
}
