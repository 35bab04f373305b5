//! The page of a country.

use super::writer::Writer;
use super::{Dossier, Line};
use crate::format::names::Names;
use crate::format::text::{pick, word};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::country::Country;
use crate::model::event::Event;
use crate::model::order::sort_unique;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;
use crate::model::text::Text;
use crate::model::unstated::Unstated;

pub(super) fn page(writer: &Writer, key: Key<Country>) -> Option<Dossier> {
    let country = writer.data.countries.get(key)?;
    let words = writer.words;
    let mut page = writer.page(words.country, &country.name);
    let region = word(writer.all.words.regions, country.region.slug());
    page.facts = vec![writer.line(words.region, region, &Source::new())];
    let is_host = |event: &Event| event.hosts.contains(&key);
    let is_place = |event: &Event| {
        let place = event.place.and_then(|place| writer.data.places.get(place));
        place.is_some_and(|place| place.country == Some(key))
    };
    let concerns = |event: &Event| is_host(event) || is_place(event);
    page.add(words.hosted, events(writer, &is_host, &is_host));
    page.add(
        words.held_there,
        events(
            writer,
            &|event| is_place(event) && !is_host(event),
            &concerns,
        ),
    );
    page.add(words.seats, seats(writer, key));
    page.add(words.spokespeople, spokespeople(writer, key));
    page.add(words.practices, practices(writer, key));
    let data = writer.data;
    let projects = |of: &dyn Fn(&_) -> bool| {
        let rows = data.projects.rows().iter().filter(|project| of(project));
        rows.map(|project| writer.project(project)).collect()
    };
    page.add(
        words.projects_led,
        projects(&|project| project.lead_countries.contains(&key)),
    );
    page.add(
        words.projects_there,
        projects(&|project| {
            project.countries.contains(&key) && !project.lead_countries.contains(&key)
        }),
    );
    let flows = |of: &dyn Fn(&_) -> bool| {
        let rows = data.flows.rows().iter().filter(|flow| of(flow));
        rows.map(|flow| writer.flow(flow)).collect()
    };
    page.add(
        words.gave,
        flows(&|flow| flow.from_countries.contains(&key)),
    );
    page.add(
        words.received,
        flows(&|flow| flow.to_countries.contains(&key)),
    );
    add_what_names_it(writer, key, &mut page);
    Some(page)
}

/// The events that `of` chooses, by date. Parts of an event that `covers` chooses are left to its page; its line says how many there are.
fn events(
    writer: &Writer,
    of: &dyn Fn(&Event) -> bool,
    covers: &dyn Fn(&Event) -> bool,
) -> Vec<Line> {
    let events = writer.data.events.iter();
    let whole = events.filter(|(key, event)| of(event) && !is_inside(writer, *key, covers));
    let mut keys: Vec<Key<Event>> = whole.map(|(key, _)| key).collect();
    writer.sort_by_date(&mut keys);
    let line = |&key: &Key<Event>| {
        let line = writer.event(key)?;
        let note = match writer.parts(key).len() {
            0 => String::new(),
            n => fill(writer.words.with_parts, &[("n", &n.to_string())]),
        };
        Some(Line { note, ..line })
    };
    keys.iter().filter_map(line).collect()
}

/// True when an event is a part of others that `covers` chooses, up to one that is a part of none such.
fn is_inside(writer: &Writer, key: Key<Event>, covers: &dyn Fn(&Event) -> bool) -> bool {
    let events = &writer.data.events;
    let whole = |key: Key<Event>| {
        let parent = events.get(key)?.parent?;
        covers(events.get(parent)?).then_some(parent)
    };
    let mut at = whole(key);
    // A damaged package may make events parts of each other; such a ring has no whole, and all of it is listed.
    for _ in 0..events.len() {
        match at {
            Some(parent) if whole(parent).is_none() => return true,
            Some(parent) => at = whole(parent),
            None => return false,
        }
    }
    false
}

fn seats(writer: &Writer, key: Key<Country>) -> Vec<Line> {
    let seats = writer.data.memberships.rows().iter();
    seats
        .filter(|seat| seat.country == key)
        .filter_map(|seat| writer.seat(seat))
        .collect()
}

fn spokespeople(writer: &Writer, key: Key<Country>) -> Vec<Line> {
    let people = &writer.data.people;
    let of_country = people.iter().filter(|(_, p)| p.country == Some(key));
    of_country
        .map(|(person, row)| {
            let roles = writer.data.roles.rows().iter();
            let roles = roles.filter(|role| role.person == person);
            let mut source: Source = roles.flat_map(|role| role.source.iter().cloned()).collect();
            sort_unique(&mut source);
            Line {
                subject: Some(Subject::Row(
                    SubjectKind::Person,
                    people.id(person).to_owned(),
                )),
                note: writer.notes(vec![writer.pick(&row.organisation)]),
                ..writer.data_line("", writer.pick(&row.name), &source)
            }
        })
        .collect()
}

fn practices(writer: &Writer, key: Key<Country>) -> Vec<Line> {
    let practices = writer.data.practices.rows().iter();
    practices
        .filter(|practice| practice.countries.contains(&key))
        .map(|practice| {
            let others = practice.countries.iter().copied();
            let others: Vec<Key<Country>> = others.filter(|&other| other != key).collect();
            writer.practice(practice, &others)
        })
        .collect()
}

/// Calls whose author the country's name names, and contradictions and gaps that name it in a paragraph that the page cites.
fn add_what_names_it(writer: &Writer, key: Key<Country>, page: &mut Dossier) {
    let data = writer.data;
    let words = writer.words;
    let countries = data.countries.iter();
    // In one language for all readers, so that both see the same lines.
    let names = countries.flat_map(|(key, country)| {
        [&country.name, &country.label].map(|name| (pick(name, Lang::En), key.index()))
    });
    let names = Names::new(names);
    let is_named = |text: &Text| {
        let found = names.find(pick(text, Lang::En));
        found.iter().any(|name| name.index == key.index())
    };
    let lines = page.groups.iter().flat_map(|group| &group.lines);
    let mut cited: Source = lines.flat_map(|line| line.source.iter().cloned()).collect();
    sort_unique(&mut cited);
    let is_cited = |source: &Source| source.iter().any(|c| cited.contains(c));
    let calls = data.calls.rows().iter();
    let calls = calls.filter(|call| is_named(&call.actor));
    page.add(
        words.calls,
        calls.map(|call| writer.call_elsewhere(call)).collect(),
    );
    let conflicts = data.conflicts.rows().iter().filter(|conflict| {
        let texts = [&conflict.quantity, &conflict.value_a, &conflict.value_b];
        (is_cited(&conflict.source_a) || is_cited(&conflict.source_b))
            && texts.into_iter().any(is_named)
    });
    page.add(
        words.contradictions,
        conflicts.map(|c| writer.contradiction(c)).collect(),
    );
    let gaps = data.unstated.rows().iter();
    let gaps = gaps.filter(|gap| is_cited(&gap.source) && is_named(&gap.text));
    let line = |gap: &Unstated| writer.data_line("", writer.pick(&gap.text), &gap.source);
    page.add(words.unstated, gaps.map(line).collect());
}
