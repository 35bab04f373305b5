//! The page of an event.

use super::writer::{Moment, Writer, link};
use super::{Dossier, Group, Line};
use crate::format::date;
use crate::format::number::numeral;
use crate::format::text::{pick, word};
use crate::language::template::fill;
use crate::model::event::{Event, EventKind};
use crate::model::event_ties::on_same_days;
use crate::model::order::sort_by;
use crate::model::outcome::Outcome;
use crate::model::place::Place;
use crate::model::span::Precision;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;

pub(super) fn page(writer: &Writer, key: Key<Event>) -> Option<Dossier> {
    let event = writer.data.events.get(key)?;
    let words = writer.words;
    let mut page = writer.page(words.event, &event.title);
    page.origin = writer.origin(event.title_origin);
    page.facts = facts(writer, key, event);
    page.add_group(Group {
        title: words.same_days.to_owned(),
        note: words.same_days_note.to_owned(),
        lines: same_days(writer, key),
        ..Group::default()
    });
    page.add(words.parts, writer.events(writer.parts(key)));
    page.add(words.fed, writer.events(event.feeds.clone()));
    page.add(words.fed_by, fed_by(writer, key));
    page.add(words.people, people(writer, key));
    for group in writer.counts(&|figure| figure.event == Some(key)) {
        page.add_group(group);
    }
    page.add(words.funding, funding(writer, key));
    page.add(words.outcomes, outcomes(writer, key));
    for &session in &event.feeds {
        page.add(&outcomes_of(writer, session), outcomes(writer, session));
    }
    page.add(words.calls, calls(writer, key));
    (page.previous, page.next) = neighbours(writer, key);
    Some(page)
}

fn facts(writer: &Writer, key: Key<Event>, event: &Event) -> Vec<Line> {
    let words = writer.words;
    let kind = word(writer.all.words.kinds, event.kind.slug());
    let mut facts = vec![writer.line(words.kind, kind, &event.source)];
    facts.extend(dates(writer, event));
    let place = event.place.and_then(|key| writer.data.places.get(key));
    facts.extend(place.map(|place| self::place(writer, event, place)));
    let host = |&key| writer.country(words.host, key, &event.source);
    facts.extend(event.hosts.iter().filter_map(host));
    if event.hosts.is_empty() && event.kind == EventKind::Thematic {
        facts.push(Line {
            value: writer.all.view.not_stated.to_owned(),
            ..writer.line(words.host, String::new(), &event.source)
        });
    }
    for &cluster_key in &event.clusters {
        if let Some(cluster) = writer.data.clusters.get(cluster_key) {
            let number = numeral(writer.data.clusters.id(cluster_key));
            let label = fill(writer.all.filter.cluster_n, &[("number", &number)]);
            facts.push(writer.data_line(&label, writer.pick(&cluster.title), &event.source));
        }
    }
    let whole = event.parent.filter(|&parent| parent != key);
    facts.extend(whole.and_then(|parent| {
        let line = writer.event(parent)?;
        Some(Line {
            label: words.part_of.to_owned(),
            source: event.source.clone(),
            ..line
        })
    }));
    facts
}

/// Dates and duration. Dates that another event lends say nothing of this one's duration.
fn dates(writer: &Writer, event: &Event) -> Vec<Line> {
    let words = writer.words;
    let lender = event.dates_from.and_then(|key| writer.data.events.get(key));
    let alone = match event.span.precision {
        Precision::Day => "",
        Precision::Month => words.month_alone,
        Precision::Year => words.year_alone,
    };
    let lent = lender.map_or_else(String::new, |lender| {
        fill(
            words.dates_of,
            &[("event", pick(&lender.title, writer.lang))],
        )
    });
    let text = date::span(&event.span, writer.lang);
    let mut lines = vec![Line {
        note: writer.notes(vec![alone.to_owned(), lent]),
        subject: event
            .dates_from
            .and_then(|key| link(SubjectKind::Event, &writer.data.events, key)),
        ..writer.line(words.dates, text, &event.source)
    }];
    if let (Some(days), None) = (event.span.days(), lender) {
        let days = fill(writer.all.timeline.days, &[("n", &days.to_string())]);
        lines.push(writer.line(words.duration, days, &event.source));
    }
    lines
}

fn place(writer: &Writer, event: &Event, place: &Place) -> Line {
    let mut names = vec![writer.pick(&place.name)];
    let country = place.country.and_then(|key| writer.data.countries.get(key));
    names.extend(
        country
            .map(|country| writer.pick(&country.name))
            .filter(|name| names.first() != Some(name)),
    );
    let note = if place.is_city {
        ""
    } else {
        writer.words.country_alone
    };
    Line {
        note: note.to_owned(),
        subject: place
            .country
            .and_then(|key| link(SubjectKind::Country, &writer.data.countries, key)),
        ..writer.data_line(
            writer.words.place,
            names.join(writer.all.list.comma),
            &event.source,
        )
    }
}

/// The events that had days in common with one, each with these days.
fn same_days(writer: &Writer, key: Key<Event>) -> Vec<Line> {
    let mut shared = on_same_days(writer.data, key);
    sort_by(&mut shared, |a, b| {
        (a.1, writer.moment(a.0)).cmp(&(b.1, writer.moment(b.0)))
    });
    let lines = shared.into_iter().filter_map(|(other, first, last)| {
        let days = date::period(first, last, writer.lang);
        let line = writer.event(other)?;
        let both = fill(writer.words.days_in_common, &[("days", &days)]);
        Some(Line {
            note: writer.notes(vec![both]),
            ..line
        })
    });
    lines.collect()
}

fn fed_by(writer: &Writer, key: Key<Event>) -> Vec<Line> {
    let events = writer.data.events.iter();
    let feeds = |(_, event): &(Key<Event>, &Event)| event.feeds.contains(&key);
    writer.events(events.filter(feeds).map(|(other, _)| other).collect())
}

fn people(writer: &Writer, key: Key<Event>) -> Vec<Line> {
    let roles = writer.data.roles.rows().iter().filter(|r| r.event == key);
    roles
        .filter_map(|role| writer.person_with_role(role))
        .collect()
}

fn funding(writer: &Writer, key: Key<Event>) -> Vec<Line> {
    let flows = writer.data.flows.rows().iter();
    flows
        .filter(|flow| flow.events.contains(&key))
        .map(|flow| writer.flow(flow))
        .collect()
}

fn outcomes(writer: &Writer, key: Key<Event>) -> Vec<Line> {
    let outcomes = writer.data.outcomes.rows().iter();
    let of_event = outcomes.filter(|outcome: &&Outcome| outcome.event == key);
    of_event.map(|outcome| writer.outcome(outcome)).collect()
}

fn outcomes_of(writer: &Writer, key: Key<Event>) -> String {
    let event = writer.data.events.get(key);
    let title = event.map_or("", |event| pick(&event.title, writer.lang));
    fill(writer.words.outcomes_of, &[("event", title)])
}

fn calls(writer: &Writer, key: Key<Event>) -> Vec<Line> {
    let calls = writer.data.calls.rows().iter();
    calls
        .filter(|call| call.event == Some(key))
        .map(|call| writer.call(call))
        .collect()
}

/// The events before and after one by date.
fn neighbours(writer: &Writer, key: Key<Event>) -> (Option<Subject>, Option<Subject>) {
    let Some(now) = writer.moment(key) else {
        return (None, None);
    };
    let (mut before, mut after): (Option<Moment>, Option<Moment>) = (None, None);
    for moment in writer.data.events.keys().filter_map(|k| writer.moment(k)) {
        if moment < now && before.is_none_or(|before| before < moment) {
            before = Some(moment);
        }
        if now < moment && after.is_none_or(|after| moment < after) {
            after = Some(moment);
        }
    }
    let link = |moment: Option<Moment>| {
        moment.and_then(|(_, _, key)| link(SubjectKind::Event, &writer.data.events, key))
    };
    (link(before), link(after))
}
