//! How events hang together: what fed a session, what it was part of, what was on the same days.

use super::dataset::Dataset;
use super::event::Event;
use super::span::{Date, Precision};
use super::table::Key;

/// The events whose results a session took up.
pub fn feeders(data: &Dataset, session: Key<Event>) -> Vec<Key<Event>> {
    let others = data.events.iter().filter(|(key, _)| *key != session);
    let feeding = others.filter(|(_, e)| e.feeds.contains(&session));
    feeding.map(|(key, _)| key).collect()
}

/// The event of which another was a part, the one of which that was a part, and so on.
pub fn wholes(data: &Dataset, part: Key<Event>) -> Vec<Key<Event>> {
    let mut all = Vec::new();
    let mut now = part;
    while let Some(parent) = data.events.get(now).and_then(|e| e.parent) {
        // A damaged package may lead in a circle.
        if parent == part || all.contains(&parent) {
            break;
        }
        all.push(parent);
        now = parent;
    }
    all
}

/// The other events that had days in common with one, each with the first and the last of these days, in the package's order.
///
/// Only days that the report states of the events themselves count: a month or a year alone, or the dates of a larger meeting, say
/// nothing certain. A part and its whole are left out, since they are always on the same days.
pub fn on_same_days(data: &Dataset, key: Key<Event>) -> Vec<(Key<Event>, Date, Date)> {
    let Some((first, last)) = data.events.get(key).and_then(own_days) else {
        return Vec::new();
    };
    let others = data.events.iter().filter(|(other, _)| *other != key);
    let shared = others.filter_map(|(other, event)| {
        let (from, to) = own_days(event)?;
        let (from, to) = (first.max(from), last.min(to));
        (from <= to).then_some((other, from, to))
    });
    let is_within = |a, b| wholes(data, a).contains(&b);
    shared
        .filter(|&(other, ..)| !is_within(other, key) && !is_within(key, other))
        .collect()
}

/// First and last day, where the report gives days to this very event.
fn own_days(event: &Event) -> Option<(Date, Date)> {
    let is_stated = event.span.precision == Precision::Day && event.dates_from.is_none();
    is_stated.then_some((event.span.start, event.span.end))
}
