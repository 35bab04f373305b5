//! Events.

use super::Entry;
use super::row::{Fault, Row};
use crate::model::cluster::Cluster;
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::{Event, EventKind};
use crate::model::issue::Reason;
use crate::model::place::Place;
use crate::model::span::Span;
use crate::model::table::{Key, Table};
use crate::model::text::Origin;
use crate::package::form::Form;

impl Entry for Event {
    const FORM: Form = Form {
        name: "events",
        key: &["id"],
        required: &["kind", "start"],
        expected: &["title_zh", "title_en", "end", "source"],
        optional: &[
            "title_origin",
            "precision",
            "place",
            "hosts",
            "clusters",
            "parent",
            "short_zh",
            "short_en",
            "feeds",
            "dates_from",
        ],
        may_be_absent: false,
    };

    fn table(data: &mut Dataset) -> &mut Table<Self> {
        &mut data.events
    }

    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault> {
        Ok(Self {
            kind: row.slug(
                "kind",
                EventKind::parse,
                &EventKind::ALL.map(EventKind::slug),
            )?,
            title: row.pair("title"),
            short: row.pair("short"),
            title_origin: row.slug("title_origin", Origin::parse, &["official", "translation"])?,
            span: span(row)?,
            place: row.key_if_any("place", &data.places, Place::FORM.name),
            hosts: row.keys("hosts", &data.countries, Country::FORM.name),
            clusters: row.keys("clusters", &data.clusters, Cluster::FORM.name),
            feeds: Vec::new(),
            parent: None,
            dates_from: None,
            source: row.source("source"),
        })
    }

    fn link(row: &mut Row<'_>, key: Key<Self>, data: &mut Dataset) {
        let name = Self::FORM.name;
        let feeds = row.keys("feeds", &data.events, name);
        let parent = row.key_if_any("parent", &data.events, name);
        let dates_from = row.key_if_any("dates_from", &data.events, name);
        if let Some(event) = data.events.get_mut(key) {
            (event.feeds, event.parent, event.dates_from) = (feeds, parent, dates_from);
        }
    }
}

/// `start`, `end` and `precision`; an event without an end ends on the day it starts.
fn span(row: &Row<'_>) -> Result<Span, Fault> {
    let (start, end) = row.dates("start", "end")?;
    let start = start.ok_or_else(|| Fault::new("start", Reason::Empty))?;
    Ok(Span {
        start,
        end: end.unwrap_or(start),
        precision: row.precision("precision")?,
    })
}
