//! What the shipped package says under a filter, worked out row by row from its CSV files: no engine, no chart.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::citation::Source;
use forum_explorer::model::country::Country;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::figure::Figure;
use forum_explorer::model::flow::FlowKind;
use forum_explorer::model::span::parse_date;
use forum_explorer::model::table::Key;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

use crate::explorer::Shown;

/// The package as it stands in `public/data`.
pub static REPORT: LazyLock<Dataset> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let folder = folder::open(&path).expect("the shipped package can be opened");
    build(&folder.descriptor, folder.files).0
});

/// The year that the page shows first.
const YEAR: (&str, &str) = ("2011-01-01", "2011-12-31");

/// Values that are on, as the address writes them; an empty list filters nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub clusters: Vec<&'static str>,
    pub kinds: Vec<&'static str>,
    pub events: Vec<&'static str>,
    pub regions: Vec<&'static str>,
    pub countries: Vec<&'static str>,
    /// First and last day.
    pub time: Option<(String, String)>,
}

impl Filter {
    pub fn during(first: &str, last: &str) -> Self {
        Self {
            time: Some((first.into(), last.into())),
            ..Self::default()
        }
    }

    /// What the page has to show in English.
    pub fn shown(&self) -> Shown {
        self.shown_in(Lang::En)
    }

    pub fn shown_in(&self, lang: Lang) -> Shown {
        let data = &*REPORT;
        let parts = self.parts();
        let figures: Vec<_> = self.figures().collect();
        let statements = self.statements();
        let is_counted = |kind| kind == EventKind::Thematic || self.counts_events();
        let counted: Vec<_> = data
            .events
            .rows()
            .iter()
            .filter(|e| is_counted(e.kind))
            .collect();
        Shown {
            count: (
                counted.iter().filter(|e| self.passes(e)).count(),
                counted.len(),
            ),
            timeline: self.timeline(),
            countries: parts
                .iter()
                .map(|(key, part)| (name(*key, lang), part.0))
                .collect(),
            places: self.places().map(|(id, _)| id).collect(),
            bars: bars(&figures),
            figures: figures.len(),
            statements: statements
                .iter()
                .filter(|key| !is_in_budget(**key))
                .map(|key| pick(&data.flows.get(*key).expect("a key of it").from, lang).to_owned())
                .collect(),
            paragraphs: self.paragraphs(&parts, &figures, &statements),
            deaf: self.deaf(),
        }
    }

    /// Whether other events than thematic meetings are asked for, so that the count is of these.
    fn counts_events(&self) -> bool {
        !self.kinds.is_empty() && !self.kinds.contains(&"thematic")
    }

    fn passes(&self, event: &Event) -> bool {
        let data = &*REPORT;
        let countries = event_countries(event);
        let id = data
            .events
            .iter()
            .find(|(_, e)| std::ptr::eq(*e, event))
            .map(|(key, _)| data.events.id(key));
        holds(
            &self.clusters,
            event.clusters.iter().map(|&c| data.clusters.id(c)),
        ) && holds(&self.kinds, [event.kind.slug()])
            && holds(&self.events, id)
            && self.passes_countries(&countries)
            && self
                .time
                .as_ref()
                .is_none_or(|(first, last)| touches(event, first, last))
    }

    fn passes_countries(&self, countries: &[Key<Country>]) -> bool {
        let regions = countries.iter().map(|&key| region(key));
        holds(&self.regions, regions)
            && holds(
                &self.countries,
                countries.iter().map(|&key| REPORT.countries.id(key)),
            )
    }

    fn timeline(&self) -> BTreeMap<String, bool> {
        let drawn = |e: &Event| e.kind != EventKind::Session && touches(e, YEAR.0, YEAR.1);
        let events = REPORT.events.iter().filter(|(_, e)| drawn(e));
        events
            .map(|(key, e)| (REPORT.events.id(key).to_owned(), self.passes(e)))
            .collect()
    }

    fn places(&self) -> impl Iterator<Item = (String, &'static Event)> {
        let meets = |e: &Event| matches!(e.kind, EventKind::Thematic | EventKind::Summit);
        let all = REPORT.events.iter();
        all.filter(move |(_, e)| {
            meets(e) && e.place.is_some() && touches(e, YEAR.0, YEAR.1) && self.passes(e)
        })
        .map(|(key, e)| (REPORT.events.id(key).to_owned(), e))
    }

    /// Each country's number of parts, and where they are stated: meetings hosted, seats, practices.
    fn parts(&self) -> BTreeMap<Key<Country>, (usize, Source)> {
        let data = &*REPORT;
        let mut parts: BTreeMap<Key<Country>, (usize, Source)> = BTreeMap::new();
        let mut add = |country: Key<Country>, source: &Source| {
            if self.passes_countries(&[country]) {
                let part = parts.entry(country).or_default();
                part.0 += 1;
                part.1.extend(source.iter().cloned());
            }
        };
        let is_meeting = |e: &&Event| {
            !matches!(
                e.kind,
                EventKind::Session | EventKind::Preparatory | EventKind::Milestone
            )
        };
        for event in data.events.rows().iter().filter(is_meeting) {
            for country in event_countries(event) {
                if self.passes(event) {
                    add(country, &event.source);
                }
            }
        }
        for seat in data.memberships.rows() {
            add(seat.country, &seat.source);
        }
        for practice in data.practices.rows() {
            for &country in &practice.countries {
                add(country, &practice.source);
            }
        }
        parts
    }

    /// The counts that stay: by the kind, the identity and the time of their event or, of an umbrella, of the events under it.
    fn figures(&self) -> impl Iterator<Item = (Key<Figure>, &'static Figure)> {
        REPORT.figures.iter().filter(|(_, figure)| {
            let around = around(figure);
            let spans: Vec<_> = around
                .iter()
                .filter_map(|&k| REPORT.events.get(k))
                .collect();
            let ids = around.iter().map(|&key| REPORT.events.id(key));
            figure.quantity.is_some()
                && holds(&self.kinds, spans.iter().map(|e| e.kind.slug()))
                && holds(&self.events, ids)
                && self.time.as_ref().is_none_or(|(first, last)| {
                    let start = spans.iter().map(|e| e.span.start).min();
                    let end = spans.iter().map(|e| e.span.last_day()).max();
                    start <= parse_date(last) && end >= parse_date(first)
                })
        })
    }

    fn statements(&self) -> Vec<Key<forum_explorer::model::flow::Flow>> {
        let flows = REPORT.flows.iter();
        let stays = |flow: &forum_explorer::model::flow::Flow| {
            let countries: Vec<_> = flow
                .from_countries
                .iter()
                .chain(&flow.to_countries)
                .copied()
                .collect();
            self.passes_countries(&countries)
        };
        flows
            .filter(|(key, flow)| is_in_budget(*key) || stays(flow))
            .map(|(key, _)| key)
            .collect()
    }

    /// All paragraphs behind what is shown and not set back.
    fn paragraphs(
        &self,
        parts: &BTreeMap<Key<Country>, (usize, Source)>,
        figures: &[(Key<Figure>, &Figure)],
        statements: &[Key<forum_explorer::model::flow::Flow>],
    ) -> usize {
        let data = &*REPORT;
        let events = data.events.rows().iter();
        let events = events.filter(|e| touches(e, YEAR.0, YEAR.1) && self.passes(e));
        let is_meant = |figure: &Figure| {
            self.kinds.is_empty()
                || kind_of(figure).is_none_or(|kind| self.kinds.contains(&kind.slug()))
        };
        let figures = figures
            .iter()
            .filter(|(_, f)| is_meant(f))
            .map(|(_, f)| &f.source);
        let flows = statements.iter().filter_map(|&key| data.flows.get(key));
        let sources = events
            .map(|e| &e.source)
            .chain(figures)
            .chain(parts.values().map(|part| &part.1))
            .chain(flows.map(|f| &f.source));
        let paragraphs: BTreeSet<u32> = sources.flatten().map(|c| c.para).collect();
        paragraphs.len()
    }

    /// The views that some part of the filter cannot act on.
    fn deaf(&self) -> BTreeSet<String> {
        let is_on = |values: &Vec<_>| !values.is_empty();
        let (place, kind) = (
            is_on(&self.regions) || is_on(&self.countries),
            is_on(&self.kinds) || is_on(&self.events) || self.time.is_some(),
        );
        let cluster = is_on(&self.clusters);
        let views = [
            ("participation", cluster || place),
            ("geography", cluster || kind),
            ("funding", cluster || kind),
        ];
        let deaf = views.into_iter().filter(|(_, is_deaf)| *is_deaf);
        deaf.map(|(view, _)| view.to_owned()).collect()
    }
}

/// The name of a country.
fn name(key: Key<Country>, lang: Lang) -> String {
    let country = REPORT.countries.get(key).expect("a key of it");
    pick(&country.name, lang).to_owned()
}

fn region(key: Key<Country>) -> &'static str {
    REPORT
        .countries
        .get(key)
        .expect("a key of it")
        .region
        .slug()
}

fn holds<'a>(wanted: &[&str], values: impl IntoIterator<Item = &'a str>) -> bool {
    wanted.is_empty() || values.into_iter().any(|value| wanted.contains(&value))
}

fn touches(event: &Event, first: &str, last: &str) -> bool {
    let day = |text| parse_date(text).expect("the test writes dates");
    event.span.start <= day(last) && event.span.last_day() >= day(first)
}

/// Where it was, and who hosted it; each once.
fn event_countries(event: &Event) -> Vec<Key<Country>> {
    let place = event.place.and_then(|key| REPORT.places.get(key));
    let all: BTreeSet<_> = place
        .and_then(|p| p.country)
        .into_iter()
        .chain(event.hosts.iter().copied())
        .collect();
    all.into_iter().collect()
}

/// The count's event and, where that is an umbrella, the meetings under it.
fn around(figure: &Figure) -> Vec<Key<Event>> {
    let events = REPORT.events.iter();
    let under = events.filter(|(_, e)| {
        e.parent.is_some() && e.parent == figure.event && e.kind != EventKind::Session
    });
    figure
        .event
        .into_iter()
        .chain(under.map(|(key, _)| key))
        .collect()
}

/// The kind that the count's bar selects: of an umbrella that of the meetings under it.
fn kind_of(figure: &Figure) -> Option<EventKind> {
    let around = around(figure);
    let key = around.get(1).or(around.first())?;
    REPORT.events.get(*key).map(|e| e.kind)
}

/// Bars are drawn for two or more counts of one event, population and dimension.
fn bars(figures: &[(Key<Figure>, &Figure)]) -> BTreeSet<String> {
    let set = |f: &Figure| {
        (
            f.event.map(Key::index),
            f.population.clone(),
            f.dimension.clone(),
        )
    };
    let is_alone = |f: &Figure| matches!(f.dimension.as_str(), "total" | "restated" | "meetings");
    let drawn = figures.iter().filter(|(_, f)| {
        !is_alone(f) && figures.iter().filter(|(_, g)| set(f) == set(g)).count() > 1
    });
    drawn
        .map(|(key, _)| REPORT.figures.id(*key).to_owned())
        .collect()
}

/// The budget and what met it; drawn whatever the filter.
fn is_in_budget(key: Key<forum_explorer::model::flow::Flow>) -> bool {
    let flow = REPORT.flows.get(key).expect("a key of it");
    let meets = matches!(
        flow.kind,
        FlowKind::Budget | FlowKind::Contribution | FlowKind::Gap
    );
    meets && flow.amount.is_some()
}
