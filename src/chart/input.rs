//! What every chart is drawn from.

use crate::chart::arrangement::Arrangement;
use crate::chart::scene::{Emphasis, Scene};
use crate::filter::clause::{Clause, Period};
use crate::filter::engine::Engine;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;

/// The dataset, the state of the filters, the reader's language and the room there is.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// What the package states.
    pub data: &'a Dataset,
    /// Which records the selection leaves in.
    pub engine: &'a Engine,
    /// The reader's language.
    pub lang: Lang,
    /// The picture's width in pixels.
    pub width: f64,
    /// True where the years before and after the main year show too.
    pub has_context: bool,
    /// The view's order, counts or shares, one picture or several.
    pub arrangement: Arrangement,
}

impl Input<'_> {
    /// The days that pictures of time cover: the year with most events, or all years from the first event to the last.
    pub fn range(&self) -> Option<Period> {
        let domain = self.engine.time_domain();
        match self.has_context {
            true => domain.whole,
            false => domain.main,
        }
    }

    /// Whether each record of a relation shows in a view that sets the facets `own` itself.
    pub fn visible(&self, relation: Relation, own: FacetSet) -> Vec<bool> {
        self.engine.visible(relation, own).collect()
    }

    /// A view without anything to show: the package has nothing for it, or the selection leaves nothing.
    pub fn nothing(&self, is_package_empty: bool) -> Scene {
        let strings = self.lang.strings();
        let why = match is_package_empty {
            true => strings.view.no_data,
            false => strings.filter.empty,
        };
        Scene {
            has_no_data: is_package_empty,
            ..Scene::saying(why)
        }
    }

    /// How a mark stands: selected by its clause, outside the selection, or idle.
    pub fn emphasis(&self, clause: Option<Clause>, is_visible: bool) -> Emphasis {
        let selection = self.engine.selection();
        match clause {
            Some(clause) if selection.has(clause) => Emphasis::Selected,
            // A view keeps the marks that its own facet leaves out, so that others can be chosen, and sets them back.
            Some(clause) if selection.of_facet(clause.facet()).next().is_some() => {
                Emphasis::Background
            }
            _ if is_visible => Emphasis::Idle,
            _ => Emphasis::Background,
        }
    }
}
