//! One facet of all records of a relation.

use super::clause::{Clause, Period};
use super::facet::Facet;
use super::selection::Selection;

/// The values of one facet for every record.
#[derive(Clone, Debug)]
pub(super) enum Column {
    /// Dictionary codes: record `i` has `codes[starts[i]..starts[i + 1]]`.
    Codes { starts: Vec<u32>, codes: Vec<u32> },
    /// First and last Julian day; an undated record has `None`.
    Days(Vec<Option<(i32, i32)>>),
}

impl Column {
    /// A column of codes from one list a record.
    pub(super) fn of_codes(lists: impl Iterator<Item = Vec<u32>>) -> Self {
        let mut starts = vec![0];
        let mut codes = Vec::new();
        for list in lists {
            codes.extend(list);
            starts.push(u32::try_from(codes.len()).unwrap_or(u32::MAX));
        }
        Self::Codes { starts, codes }
    }

    /// Marks the records that the selection's clauses of this facet leave out; `exclude(record, left_out)` is called for each.
    pub(super) fn test(
        &self,
        facet: Facet,
        selection: &Selection,
        exclude: impl FnMut(usize, bool),
    ) {
        match self {
            Self::Codes { starts, codes } => {
                test_codes(starts, codes, &chosen_codes(facet, selection), exclude);
            }
            Self::Days(days) => test_days(days, selection.period(), exclude),
        }
    }
}

fn chosen_codes(facet: Facet, selection: &Selection) -> Vec<bool> {
    let mut chosen = Vec::new();
    for code in selection.of_facet(facet).filter_map(Clause::code) {
        let code = code as usize;
        if chosen.len() <= code {
            chosen.resize(code + 1, false);
        }
        if let Some(slot) = chosen.get_mut(code) {
            *slot = true;
        }
    }
    chosen
}

fn test_codes(
    starts: &[u32],
    codes: &[u32],
    chosen: &[bool],
    mut exclude: impl FnMut(usize, bool),
) {
    let is_chosen = |code: &u32| chosen.get(*code as usize).copied().unwrap_or(false);
    for (record, bounds) in starts.windows(2).enumerate() {
        let own = match bounds {
            [from, to] => codes.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        };
        exclude(record, !chosen.is_empty() && !own.iter().any(is_chosen));
    }
}

fn test_days(
    days: &[Option<(i32, i32)>],
    period: Option<Period>,
    mut exclude: impl FnMut(usize, bool),
) {
    let bounds = period.map(|p| (p.first().to_julian_day(), p.last().to_julian_day()));
    for (record, span) in days.iter().enumerate() {
        let left_out = match (bounds, span) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some((first, last)), Some((start, end))) => *start > last || *end < first,
        };
        exclude(record, left_out);
    }
}
