//! What every chart is drawn from.

use crate::chart::arrangement::Arrangement;
use crate::chart::scene::{Emphasis, Scene};
use crate::filter::clause::{Clause, Period};
use crate::filter::engine::Engine;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::model::order::sort_by;
use crate::model::span::Date;
use time::Month;

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
        let spans = || self.data.events.rows().iter().map(|e| e.span);
        let year_of = |year| Date::from_calendar_date(year, Month::January, 1).ok();
        let end_of = |year| Date::from_calendar_date(year, Month::December, 31).ok();
        let (first, last) = if self.has_context {
            (
                spans().map(|s| s.start.year()).min()?,
                spans().map(|s| s.last_day().year()).max()?,
            )
        } else {
            let year = main_year(spans().map(|s| s.start.year()))?;
            (year, year)
        };
        Some(Period::between(year_of(first)?, end_of(last)?))
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

/// The year with most events; of several the latest.
fn main_year(years: impl Iterator<Item = i32>) -> Option<i32> {
    let mut years: Vec<i32> = years.collect();
    sort_by(&mut years, Ord::cmp);
    let runs = years.chunk_by(|a, b| a == b);
    let longest = runs.max_by_key(|run| run.len());
    longest.and_then(|run| run.first().copied())
}
