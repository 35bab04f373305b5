//! The views over the register, and the bins of its time.

use super::facet::{Facet, FacetSet};
use crate::model::span::Date;

/// What the rows of the register are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// By the bin of the event's first day.
    Time,
    /// By the kind of event.
    Kind,
    /// By the event's clusters; a row counts in each of them.
    Cluster,
    /// By event.
    Event,
    /// By the state's region.
    Region,
    /// By state.
    Country,
    /// By the role in which people took part, which is no facet of the selection.
    Role,
}

/// Through which dictionary a view, and the facet that it sets, reach a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Events,
    Countries,
    Roles,
}

impl Side {
    pub(super) const ALL: [Self; 3] = [Self::Events, Self::Countries, Self::Roles];
}

impl View {
    /// All views.
    pub const ALL: [Self; 7] = [
        Self::Time,
        Self::Kind,
        Self::Cluster,
        Self::Event,
        Self::Region,
        Self::Country,
        Self::Role,
    ];

    /// The view that sets a facet; nobody sets the topic of a row, since it has none.
    pub fn of(facet: Facet) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|view| view.facet() == Some(facet))
    }

    /// The facet that the view sets itself and therefore skips.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::Time => Some(Facet::Time),
            Self::Kind => Some(Facet::Kind),
            Self::Cluster => Some(Facet::Cluster),
            Self::Event => Some(Facet::Event),
            Self::Region => Some(Facet::Region),
            Self::Country => Some(Facet::Country),
            Self::Role => None,
        }
    }

    /// The same as a set.
    pub fn own(self) -> FacetSet {
        self.facet()
            .map_or(FacetSet::NONE, |facet| FacetSet::of(&[facet]))
    }

    pub(super) fn side(self) -> Side {
        match self {
            Self::Time | Self::Kind | Self::Cluster | Self::Event => Side::Events,
            Self::Region | Self::Country => Side::Countries,
            Self::Role => Side::Roles,
        }
    }
}

/// How long a bin of time is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resolution {
    /// A day.
    Day,
    /// A month.
    #[default]
    Month,
    /// A year.
    Year,
}

/// The most bins that time is divided into.
const MOST_BINS: i32 = 50_000;

/// The bins from the one of the first to the one of the last day, without gaps.
#[derive(Clone, Debug, Default)]
pub struct Bins {
    resolution: Resolution,
    firsts: Vec<i32>,
}

impl Bins {
    /// The bins over all of these Julian days. Where days or months would be too many, the bins are of the next longer kind.
    pub(super) fn over(days: impl Iterator<Item = i32> + Clone, resolution: Resolution) -> Self {
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
            return Self {
                resolution,
                firsts: Vec::new(),
            };
        };
        let span = last.saturating_sub(first);
        let resolution = match resolution {
            Resolution::Day if span >= MOST_BINS => Resolution::Month,
            other => other,
        };
        let resolution = match resolution {
            Resolution::Month if span / 28 >= MOST_BINS => Resolution::Year,
            other => other,
        };
        let mut firsts = Vec::new();
        let mut next = first_of_bin(first, resolution);
        while let Some(bin) = next.filter(|bin| *bin <= last) {
            firsts.push(bin);
            // From the first day of a month or year so many days lead into the next one.
            next = match resolution {
                Resolution::Day => Some(bin + 1),
                Resolution::Month => first_of_bin(bin + 31, resolution),
                Resolution::Year => first_of_bin(bin + 366, resolution),
            };
        }
        Self { resolution, firsts }
    }

    /// How long the bins are.
    pub fn resolution(&self) -> Resolution {
        self.resolution
    }

    /// The number of bins.
    pub fn len(&self) -> usize {
        self.firsts.len()
    }

    /// True without any event.
    pub fn is_empty(&self) -> bool {
        self.firsts.is_empty()
    }

    /// The first day of a bin.
    pub fn first_day(&self, bin: usize) -> Option<Date> {
        let day = self.firsts.get(bin)?;
        Date::from_julian_day(*day).ok()
    }

    /// The bin of a Julian day.
    pub(super) fn bin_of(&self, day: i32) -> usize {
        let later = self.firsts.partition_point(|first| *first <= day);
        later.saturating_sub(1)
    }
}

fn first_of_bin(day: i32, resolution: Resolution) -> Option<i32> {
    let date = Date::from_julian_day(day).ok()?;
    let into = match resolution {
        Resolution::Day => 0,
        Resolution::Month => i32::from(date.day()) - 1,
        Resolution::Year => i32::from(date.ordinal()) - 1,
    };
    Some(day - into)
}
