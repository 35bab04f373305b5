//! What the page has to show under a filter, worked out row by row: no engine, no chart.

use std::collections::{BTreeMap, BTreeSet};

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::filter::engine::Engine;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::citation::Source;
use forum_explorer::model::country::Country;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::figure::Figure;
use forum_explorer::model::flow::Flow;
use forum_explorer::model::span::parse_date;
use forum_explorer::model::table::Key;
use forum_explorer::share::query::read;

use crate::explorer::Shown;
use crate::report::{
    REPORT, around, bars, event_countries, holds, is_in_budget, kind_of, name, payer, region,
    touches,
};

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
                .map(|key| payer(*key, lang))
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

    /// Each country's number of parts, and where they are stated: meetings hosted, seats.
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

    fn statements(&self) -> Vec<Key<Flow>> {
        let flows = REPORT.flows.iter();
        let stays = |flow: &Flow| {
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
        statements: &[Key<Flow>],
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
        let mut paragraphs: BTreeSet<u32> = sources.flatten().map(|c| c.para).collect();
        paragraphs.extend(self.later_paragraphs());
        paragraphs.len()
    }

    /// Those behind the views below the first four. What these show has tests of its own; here it only has to be counted in.
    fn later_paragraphs(&self) -> BTreeSet<u32> {
        let (state, bad) = read(&self.query(), &REPORT);
        assert_eq!(bad, [], "the filter can be written as an address");
        let mut engine = Engine::new(&REPORT);
        engine.select(&state.selection);
        let input = Input {
            data: &REPORT,
            engine: &engine,
            lang: Lang::En,
            width: 960.0,
            has_context: false,
            arrangement: Arrangement::default(),
        };
        let first = [
            ChartKind::Timeline,
            ChartKind::Participation,
            ChartKind::Geography,
            ChartKind::Funding,
        ];
        let later = ChartKind::ALL.into_iter().filter(|k| !first.contains(k));
        let cited = later.flat_map(|kind| kind.scene(&input, None).source());
        cited.map(|citation| citation.para).collect()
    }

    /// The filter as an address has it.
    fn query(&self) -> String {
        let lists = [
            ("cluster", &self.clusters),
            ("kind", &self.kinds),
            ("event", &self.events),
            ("region", &self.regions),
            ("country", &self.countries),
        ];
        let on = lists.into_iter().filter(|(_, values)| !values.is_empty());
        let lists = on.map(|(name, values)| format!("{name}={}", values.join("~")));
        let time = self.time.as_ref();
        let time = time.map(|(first, last)| format!("time={first}..{last}"));
        lists.chain(time).collect::<Vec<_>>().join("&")
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
            ("seats", cluster || kind),
            ("outcomes", place),
            ("practices", cluster || kind),
            ("platform", cluster || kind),
            ("assessment", cluster || kind || place),
            ("world", cluster || kind || place),
        ];
        let deaf = views.into_iter().filter(|(_, is_deaf)| *is_deaf);
        deaf.map(|(view, _)| view.to_owned()).collect()
    }
}
