//! An event in words, the same on the timeline and on the map.

use crate::chart::card::Card;
use crate::format::date::span;
use crate::format::number::numeral;
use crate::format::text::{list, pick};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;
use crate::model::event::{Event, EventKind};
use crate::model::span::Precision;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;
use crate::model::text::Origin;

/// The event's card: title, dates, place, hosts, clusters, sessions, whose title it is.
pub fn card(data: &Dataset, key: Key<Event>, event: &Event, lang: Lang) -> Card {
    Card {
        title: pick(&event.title, lang).to_owned(),
        value: span(&event.span, lang),
        notes: notes(data, event, lang),
        source: event.source.clone(),
        contested: false,
        subject: Some(Subject::Row(
            SubjectKind::Event,
            data.events.id(key).to_owned(),
        )),
        is_sentence: false,
    }
}

/// What stands beside the event's mark: the place of a meeting, else the title.
pub fn short_name(data: &Dataset, event: &Event, lang: Lang) -> String {
    let place = event.place.and_then(|key| data.places.get(key));
    match place {
        _ if !event.short.is_empty() => pick(&event.short, lang).to_owned(),
        Some(place) if event.kind == EventKind::Thematic => pick(&place.name, lang).to_owned(),
        _ => pick(&event.title, lang).to_owned(),
    }
}

/// `I`, `II`, `III` … of the event's clusters, joined.
pub fn cluster_numerals(data: &Dataset, event: &Event, lang: Lang) -> String {
    let numerals: Vec<String> = event
        .clusters
        .iter()
        .map(|&key| numeral(data.clusters.id(key)))
        .collect();
    list(&numerals, lang)
}

fn notes(data: &Dataset, event: &Event, lang: Lang) -> Vec<String> {
    let strings = lang.strings();
    let mut notes = Vec::new();
    if let Some(days) = event
        .span
        .days()
        .filter(|&d| d > 1 && event.span.precision == Precision::Day)
    {
        notes.push(fill(strings.timeline.days, &[("n", &days.to_string())]));
    }
    if let Some(place) = event.place.and_then(|key| data.places.get(key)) {
        let country = place.country.and_then(|key| data.countries.get(key));
        let mut names = vec![pick(&place.name, lang).to_owned()];
        names.extend(
            country
                .map(|c| pick(&c.name, lang).to_owned())
                .filter(|name| Some(name) != names.first()),
        );
        notes.push(names.join(strings.list.comma));
    }
    notes.extend(hosts(data, event, lang));
    match event.clusters.len() {
        0 => {}
        1 => notes.push(fill(
            strings.filter.cluster_n,
            &[("number", &cluster_numerals(data, event, lang))],
        )),
        _ => notes.push(fill(
            strings.timeline.tied,
            &[("clusters", &cluster_numerals(data, event, lang))],
        )),
    }
    notes.extend(sessions(data, event, lang));
    if event.kind == EventKind::Thematic {
        notes.push(
            match event.title_origin {
                Origin::Official => strings.timeline.official,
                Origin::Translation => strings.timeline.translation,
            }
            .to_owned(),
        );
    }
    notes
}

/// The hosts, also where the place lies in their country: who hosted is a question of its own. Of a thematic meeting the card also says
/// that the report leaves them out.
fn hosts(data: &Dataset, event: &Event, lang: Lang) -> Option<String> {
    let strings = lang.strings();
    let hosts = event
        .hosts
        .iter()
        .filter_map(|&key| data.countries.get(key));
    let names: Vec<String> = hosts.map(|c| pick(&c.name, lang).to_owned()).collect();
    let hosts = match (names.is_empty(), event.kind) {
        (true, EventKind::Thematic) => strings.view.not_stated.to_owned(),
        (true, _) => return None,
        (false, _) => list(&names, lang),
    };
    Some(fill(strings.timeline.hosted_by, &[("hosts", &hosts)]))
}

fn sessions(data: &Dataset, event: &Event, lang: Lang) -> Option<String> {
    let names: Vec<String> = event
        .feeds
        .iter()
        .filter_map(|&key| data.events.get(key))
        .map(|session| pick(&session.title, lang).to_owned())
        .collect();
    (!names.is_empty()).then(|| {
        fill(
            lang.strings().timeline.feeds,
            &[("sessions", &names.join(lang.strings().list.semicolon))],
        )
    })
}
