//! Data tiles: what the rows add up to for every value that a touched view could be set to, added up before it is set.
//!
//! The idea is that of imMens (Liu, Jiang and Heer, 2013) and of Falcon (Moritz, Howe and Heer, 2019), who also add up along the brushed
//! dimension, so that a brush is a difference of two rows of the tile.

use super::star::{Lets, Star, add_rows, has};
use super::sum::{Sum, add_all};

/// The most rows that are added one by one between two rows of a tile.
const MOST_BETWEEN: usize = 2048;

/// Sums by state and by role of all events up to a place in some order of days.
#[derive(Clone, Debug, Default)]
struct Cumulative {
    /// The events that have rows and are let through, in the order of their days, and these days.
    events: Vec<u32>,
    days: Vec<i32>,
    /// Before which places of the order the sums are kept, in ascending order from 0 to its end; between two of them lie no more than
    /// [`MOST_BETWEEN`] rows, or one event.
    kept: Vec<usize>,
    /// The sums before each of these places, one after the other.
    sums: Vec<Sum>,
    width: usize,
}

impl Cumulative {
    /// Adds up events with their days, in the order of these.
    fn new(star: &Star, lets: &Lets, ordered: impl Iterator<Item = (i32, u32)>) -> Self {
        let (countries, roles) = (star.regions.len(), star.roles);
        let mut tile = Self {
            width: countries + roles,
            ..Self::default()
        };
        let mut running = vec![Sum::default(); tile.width];
        let mut between = 0;
        for (place, (day, event)) in ordered.enumerate() {
            let facts = star.of_event(event as usize);
            if place == 0 || between + facts.len() > MOST_BETWEEN {
                tile.keep(place, &running);
                between = 0;
            }
            let (of_countries, of_roles) = running.split_at_mut(countries);
            add_rows(facts, lets, of_countries, of_roles);
            between += facts.len();
            tile.events.push(event);
            tile.days.push(day);
        }
        tile.keep(tile.events.len(), &running);
        tile
    }

    fn keep(&mut self, place: usize, running: &[Sum]) {
        self.kept.push(place);
        self.sums.extend_from_slice(running);
    }

    /// The sums of all events whose day `is_before`.
    fn before(&self, star: &Star, lets: &Lets, is_before: impl Fn(i32) -> bool) -> Vec<Sum> {
        let place = self.days.partition_point(|&day| is_before(day));
        let kept = self
            .kept
            .partition_point(|&kept| kept <= place)
            .saturating_sub(1);
        let sums = self.sums.get(kept * self.width..(kept + 1) * self.width);
        let mut sums = sums.map_or_else(|| vec![Sum::default(); self.width], <[Sum]>::to_vec);
        let from = self.kept.get(kept).copied().unwrap_or(0);
        let (countries, roles) = sums.split_at_mut(star.regions.len());
        for event in self.events.get(from..place).unwrap_or(&[]) {
            add_rows(star.of_event(*event as usize), lets, countries, roles);
        }
        sums
    }
}

/// A tile along time. An event can last several days and counts in a period when any of them lies in it, so the rows of a period are those
/// of all events that start up to its last day, less those of the events that are over before its first.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    lets: Option<Lets>,
    by_start: Cumulative,
    by_end: Cumulative,
}

impl Times {
    /// Adds up along time the rows of the events that `passes` lets through.
    pub(super) fn new(star: &Star, lets: Lets, passes: impl Fn(usize) -> bool) -> Self {
        let dated = |events: &'_ [u32], day: fn((i32, i32)) -> i32| {
            let passing = events.iter().filter(|event| passes(**event as usize));
            let dated = passing.filter_map(|event| {
                let span = star.spans.get(*event as usize)?;
                Some((day(*span), *event))
            });
            Cumulative::new(star, &lets, dated)
        };
        Self {
            by_start: dated(&star.by_start, |(start, _)| start),
            by_end: dated(&star.by_end, |(_, end)| end),
            lets: Some(lets),
        }
    }

    /// The sums by state and by role of a period, from its first to its last Julian day; of all time without one.
    pub(super) fn within(&self, star: &Star, period: Option<(i32, i32)>) -> (Vec<Sum>, Vec<Sum>) {
        let mut sums = Vec::new();
        if let Some(lets) = &self.lets {
            sums = self.by_start.before(star, lets, |start| {
                period.is_none_or(|(_, last)| start <= last)
            });
            if let Some((first, _)) = period {
                let over = self.by_end.before(star, lets, |end| end < first);
                for (sum, over) in sums.iter_mut().zip(over) {
                    sum.take(over);
                }
            }
        }
        let roles = sums.split_off(star.regions.len().min(sums.len()));
        (sums, roles)
    }
}

/// Sums for every value of a dimension of few values: a row of `width` sums for each class of values that are chosen or not together.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    sums: Vec<Sum>,
    width: usize,
}

impl Values {
    pub(super) fn new(classes: usize, width: usize) -> Self {
        Self {
            sums: vec![Sum::default(); classes * width],
            width,
        }
    }

    /// The sums of one class.
    pub(super) fn row_mut(&mut self, class: usize) -> &mut [Sum] {
        let bounds = class * self.width..(class + 1) * self.width;
        self.sums.get_mut(bounds).unwrap_or(&mut [])
    }

    /// The sum in one place of a class.
    pub(super) fn get_mut(&mut self, class: usize, at: usize) -> Option<&mut Sum> {
        self.sums.get_mut(class * self.width + at)
    }

    /// The sums of the classes that are marked, together.
    pub(super) fn of(&self, classes: &[bool]) -> Vec<Sum> {
        let mut all = vec![Sum::default(); self.width];
        for (class, sums) in self.sums.chunks(self.width.max(1)).enumerate() {
            if has(classes, class) {
                add_all(&mut all, sums);
            }
        }
        all
    }
}
