//! A part of an event takes place during the event, and nobody joins a body outside the time that the package covers.

use super::log::Log;
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;
use crate::model::span::{Date, Precision, Span};

/// Checks events and memberships. That nothing ends before it starts is checked when a row is read.
pub fn check(data: &Dataset, log: &mut Log) {
    check_parents(data, log);
    check_joining(data, log);
}

fn check_parents(data: &Dataset, log: &mut Log) {
    let events = &data.events;
    for (key, event) in events.iter() {
        let Some(parent_key) = event.parent else {
            continue;
        };
        let parent = events.id(parent_key).to_owned();
        let inside = events
            .get(parent_key)
            .is_none_or(|p| lies_within(&event.span, &p.span));
        if !inside || parent_key == key {
            log.error(events, key, "parent", Reason::OutsideParent { parent });
        }
    }
}

/// True when the part can lie inside the whole; a part dated to the month or year need only share a day with it.
fn lies_within(part: &Span, whole: &Span) -> bool {
    match part.precision {
        Precision::Day => whole.start <= part.start && part.end <= whole.last_day(),
        Precision::Month | Precision::Year => whole.touches(part.start, part.last_day()),
    }
}

fn check_joining(data: &Dataset, log: &mut Log) {
    let Some((first, last)) = covered(data) else {
        return;
    };
    for (key, membership) in data.memberships.iter() {
        if let Some(date) = membership.since.filter(|&date| date < first || last < date) {
            let reason = Reason::OutsidePeriod { date, first, last };
            log.error(&data.memberships, key, "since", reason);
        }
    }
}

/// The first and the last day of any event.
fn covered(data: &Dataset) -> Option<(Date, Date)> {
    let spans = || data.events.rows().iter().map(|event| &event.span);
    let first = spans().map(|span| span.start).min()?;
    let last = spans().map(Span::last_day).max()?;
    Some((first, last))
}
