//! The forum's meetings as a table.

use maud::{Markup, html};

use super::words::{cited, said, said_list};
use crate::filter::relation::event_countries;
use crate::format::date::span;
use crate::format::number::numeral;
use crate::format::text::{list, word};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;
use crate::model::event::{Event, EventKind};
use crate::model::order::{sort_by, sort_unique};
use crate::model::span::Span;
use crate::model::text::Origin;

/// The events that the explorer counts: the thematic meetings, or all events where there are none.
struct Counted<'a> {
    events: Vec<&'a Event>,
    are_meetings: bool,
}

/// The columns that have something in any row.
struct Columns {
    kind: bool,
    place: bool,
    clusters: bool,
    hosts: bool,
}

/// The thematic meetings in order of date, or all events where the package has none of these; nothing where it has no events.
pub fn events(data: &Dataset, lang: Lang) -> Markup {
    let counted = counted(data);
    let has = |is: fn(&Event) -> bool| counted.events.iter().any(|event| is(event));
    let columns = Columns {
        kind: !counted.are_meetings,
        place: has(|e| e.place.is_some()),
        clusters: has(|e| !e.clusters.is_empty()),
        hosts: has(|e| !e.hosts.is_empty()),
    };
    let id = format!("{}-events", lang.slug());
    html! {
        @if !counted.events.is_empty() {
            h3 id=(id) { (heading(&counted, lang)) }
            div.table-region role="region" aria-labelledby=(id) tabindex="0" {
                table {
                    caption { (finding(&counted, data, lang)) }
                    (head(&columns, lang))
                    tbody { @for event in &counted.events { (row(event, &columns, data, lang)) } }
                }
            }
            (notes(&counted, &columns, data, lang))
        }
    }
}

fn counted(data: &Dataset) -> Counted<'_> {
    let all = data.events.rows();
    let is_meeting = |event: &&Event| event.kind == EventKind::Thematic;
    let are_meetings = all.iter().any(|event| is_meeting(&event));
    let mut events: Vec<&Event> = all
        .iter()
        .filter(|event| !are_meetings || is_meeting(event))
        .collect();
    sort_by(&mut events, |a, b| {
        (a.span.start, a.span.last_day()).cmp(&(b.span.start, b.span.last_day()))
    });
    Counted {
        events,
        are_meetings,
    }
}

fn heading(counted: &Counted, lang: Lang) -> String {
    let words = lang.later();
    match counted.are_meetings {
        true => word(words.words.kinds_counted, EventKind::Thematic.slug()),
        false => word(words.check.tables, "events"),
    }
}

/// How many, in how many countries, and when.
fn finding(counted: &Counted, data: &Dataset, lang: Lang) -> String {
    let strings = &lang.strings().timeline;
    let of_events = counted.events.iter();
    let mut countries: Vec<_> = of_events.flat_map(|e| event_countries(data, e)).collect();
    sort_unique(&mut countries);
    let template = match (counted.are_meetings, countries.len()) {
        (false, _) => strings.finding_events,
        (true, 0) => strings.finding_meetings,
        (true, _) => strings.finding,
    };
    let period = Span::around(counted.events.iter().map(|e| e.span));
    let values = [
        ("n", &*counted.events.len().to_string()),
        ("countries", &countries.len().to_string()),
        (
            "period",
            &period.map_or_else(String::new, |p| span(&p, lang)),
        ),
    ];
    fill(template, &values)
}

fn head(columns: &Columns, lang: Lang) -> Markup {
    let (strings, words) = (lang.strings(), lang.plain());
    let names = [
        (true, strings.timeline.column_date),
        (columns.place, strings.timeline.column_place),
        (true, words.column_title),
        (columns.kind, strings.timeline.column_kind),
        (columns.clusters, strings.timeline.column_cluster),
        (columns.hosts, words.column_hosts),
        (true, strings.view.source_column),
    ];
    html! {
        thead { tr { @for (_, name) in names.iter().filter(|(is_shown, _)| *is_shown) { th scope="col" { (name) } } } }
    }
}

fn row(event: &Event, columns: &Columns, data: &Dataset, lang: Lang) -> Markup {
    html! {
        tr {
            td { (span(&event.span, lang)) }
            @if columns.place { td { (place(event, data, lang)) } }
            th scope="row" {
                (said(&event.title, lang))
                @if is_translated(event, lang) { "*" }
            }
            @if columns.kind { td { (word(lang.strings().words.kinds, event.kind.slug())) } }
            @if columns.clusters { td { (clusters(event, data, lang)) } }
            @if columns.hosts { td { (hosts(event, data, lang)) } }
            td { (cited(&event.source)) }
        }
    }
}

/// The city and its country, or the country alone.
fn place(event: &Event, data: &Dataset, lang: Lang) -> Markup {
    let place = event.place.and_then(|key| data.places.get(key));
    let country = place.and_then(|p| data.countries.get(p.country?));
    let country = country.map(|c| &c.name);
    let names = place.map(|p| &p.name).into_iter();
    let names = names.chain(country.filter(|name| place.is_some_and(|p| p.name != **name)));
    html! {
        @if place.is_some() { (said_list(names, lang)) } @else { (not_stated(lang)) }
    }
}

fn clusters(event: &Event, data: &Dataset, lang: Lang) -> Markup {
    let numerals = event
        .clusters
        .iter()
        .map(|&key| numeral(data.clusters.id(key)));
    let numerals: Vec<String> = numerals.collect();
    html! {
        @if numerals.is_empty() { (not_stated(lang)) } @else { (list(&numerals, lang)) }
    }
}

fn hosts(event: &Event, data: &Dataset, lang: Lang) -> Markup {
    let hosts = event
        .hosts
        .iter()
        .filter_map(|&key| data.countries.get(key));
    html! {
        @if event.hosts.is_empty() { (not_stated(lang)) } @else { (said_list(hosts.map(|c| &c.name), lang)) }
    }
}

fn not_stated(lang: Lang) -> Markup {
    html! { span.quiet { (lang.strings().view.not_stated) } }
}

/// The English name of a meeting that has no official one; the Chinese is the report's own.
fn is_translated(event: &Event, lang: Lang) -> bool {
    lang == Lang::En
        && event.kind == EventKind::Thematic
        && event.title_origin == Origin::Translation
        && !event.title.en.is_empty()
}

/// What the numerals and the asterisk of the table stand for.
fn notes(counted: &Counted, columns: &Columns, data: &Dataset, lang: Lang) -> Markup {
    let strings = lang.strings();
    let is_translated = counted
        .events
        .iter()
        .any(|event| is_translated(event, lang));
    html! {
        @if is_translated { p.quiet { "* " (strings.timeline.translation) (strings.list.full_stop) } }
        @if columns.clusters {
            h4 { (lang.plain().clusters) }
            ul {
                @for (key, cluster) in data.clusters.iter() {
                    li { b { (numeral(data.clusters.id(key))) } " " (said(&cluster.title, lang)) " " (cited(&cluster.source)) }
                }
            }
        }
    }
}
