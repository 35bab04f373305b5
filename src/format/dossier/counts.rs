//! Counts: a group for each way in which a population is divided.

use super::Group;
use super::writer::Writer;
use crate::format::text::dimension;
use crate::language::template::fill;
use crate::model::figure::Figure;

impl Writer<'_> {
    /// The counts that `of` chooses, in the package's order.
    pub(super) fn counts(&self, of: &dyn Fn(&Figure) -> bool) -> Vec<Group> {
        let mut divisions: Vec<Vec<&Figure>> = Vec::new();
        for figure in self.data.figures.rows().iter().filter(|figure| of(figure)) {
            let is_same = |other: &&Figure| {
                other.population == figure.population && other.dimension == figure.dimension
            };
            match divisions
                .iter_mut()
                .find(|division| division.first().is_some_and(is_same))
            {
                Some(division) => division.push(figure),
                None => divisions.push(vec![figure]),
            }
        }
        let groups = divisions.iter().map(|division| self.division(division));
        groups.flatten().collect()
    }

    /// The counts of one population by one dimension. That they overlap is said once where all do, else of each.
    fn division(&self, figures: &[&Figure]) -> Option<Group> {
        let title = self.population(figures.first()?);
        let all_overlap = figures.len() > 1 && figures.iter().all(|figure| figure.overlapping);
        let line = |figure: &&Figure| {
            let mut line = self.figure(figure);
            if figure.overlapping && !all_overlap {
                line.note = self.notes(vec![line.note, self.words.overlaps.to_owned()]);
            }
            line
        };
        let note = if all_overlap {
            self.all.participation.overlapping
        } else {
            ""
        };
        Some(Group {
            title,
            note: note.to_owned(),
            lines: figures.iter().map(line).collect(),
            ..Group::default()
        })
    }

    fn population(&self, figure: &Figure) -> String {
        let population = self.pick(&figure.population);
        let dimension = dimension(&figure.dimension_name, &figure.dimension, self.lang);
        let what = match (population.is_empty(), dimension.is_empty()) {
            (false, false) => fill(
                self.all.participation.panel,
                &[("population", &population), ("dimension", &dimension)],
            ),
            _ => population + &dimension,
        };
        fill(self.words.counted, &[("what", &what)])
    }
}
