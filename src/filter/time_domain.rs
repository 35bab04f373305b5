//! The years that a package's events lie in.

use super::clause::Period;
use crate::model::dataset::Dataset;
use crate::model::order::sort_by;
use crate::model::span::{first_of_year, last_of_year};

/// The days that pictures of time can cover. No filter changes them; `None` where no event has a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeDomain {
    /// The year in which most events begin; of several the latest.
    pub main: Option<Period>,
    /// All years from the first event to the last.
    pub whole: Option<Period>,
}

impl TimeDomain {
    /// Finds them in one pass over the events.
    pub fn of(data: &Dataset) -> Self {
        let spans = || data.events.rows().iter().map(|event| event.span);
        let mut starts: Vec<i32> = spans().map(|span| span.start.year()).collect();
        sort_by(&mut starts, Ord::cmp);
        let runs = starts.chunk_by(|a, b| a == b);
        let longest = runs.max_by_key(|run| run.len());
        let main = longest.and_then(|run| run.first().copied());
        let last = spans().map(|span| span.last_day().year()).max();
        Self {
            main: main.and_then(|year| years(year, year)),
            whole: starts.first().zip(last).and_then(|(&f, l)| years(f, l)),
        }
    }
}

/// From the first day of one year to the last of another.
fn years(first: i32, last: i32) -> Option<Period> {
    Some(Period::between(first_of_year(first)?, last_of_year(last)?))
}
