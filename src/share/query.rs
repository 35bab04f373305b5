//! The state as an address, and back. Ids only, never translated text; only what differs from the default is written.
//!
//! Keys: `cluster`, `kind`, `event`, `region`, `country`, `topic` (values joined by `~`), `time=2011-06-01..2011-09-30`, `context=1`,
//! `tab=timeline~funding` (views shown as tables), `brief=timeline~funding` (views of a brief to print), `sort=seats.value`, `scale=participation.share`, `facet=outcomes.cluster`,
//! `map=2~8.50~46.90` (a part of the map: level, longitude, latitude), `layer=hosts` or a body's id (what the map shows),
//! `p=27` or `p=27.i` (open paragraph), `open=event.thematic-abuja` (open page of a row), `q` (search), `cmp` (the selection to compare
//! with, an address within the address), `lang`, `theme`, `data`, `view`, `embed` and `headingLevel`. What else an embed's address says is in
//! [`crate::share::embed`].

use std::fmt::Write as _;

use crate::chart::arrangement::{Arrangement, Layer, MapWindow, Sort};
use crate::chart::kind::ChartKind;
use crate::filter::clause::{Clause, Period};
use crate::filter::facet::Facet;
use crate::filter::selection::Selection;
use crate::language::lang::Lang;
use crate::model::citation::Citation;
use crate::model::country::Region;
use crate::model::dataset::Dataset;
use crate::model::event::EventKind;
use crate::model::span::{iso_date, parse_date};
use crate::model::subject::Subject;

/// The longest search that an address carries, in characters.
const SEARCH_MAX: usize = 80;

/// Light, dark or high in contrast, or as the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// Text and marks far above what is asked of the others; light or dark as the device says.
    Contrast,
}

impl Theme {
    /// All themes, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// The form in addresses and in the page's `data-theme`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The theme with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.slug() == slug)
    }
}

/// Everything that a link restores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// The filters.
    pub selection: Selection,
    /// Whether the years before and after show.
    pub has_context: bool,
    /// The views shown as tables.
    pub as_table: Vec<ChartKind>,
    /// How views are arranged; a view that is not named is as it comes.
    pub arranged: Vec<(ChartKind, Arrangement)>,
    /// What is open in the panel: a paragraph, or the page of a row.
    pub panel: Option<Subject>,
    /// What is searched for.
    pub search: String,
    /// The selection that the present one is compared with.
    pub compared: Option<Selection>,
    /// The language, when the link names one.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Theme,
    /// Another package's address.
    pub data: Option<String>,
    /// The one view of an embed.
    pub view: Option<ChartKind>,
    /// The views of a brief to print, which then stands in the place of the page; empty without one.
    pub brief: Vec<ChartKind>,
    /// True in an embed.
    pub is_embed: bool,
    /// How deep the heading of an embedded view stands in the page around it, 1 to 6; `None` is 1.
    pub heading_level: Option<u8>,
    /// Parts of the address that mean nothing here; they are kept.
    pub unknown: Vec<(String, String)>,
}

/// A part of an address that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPart {
    /// The parameter's name.
    pub name: String,
    /// The value, or the one of its values, that means nothing.
    pub value: String,
}

/// What is asked for before there is a dataset: language, theme and the package's address. Never fails; unusable values count as absent.
pub fn preview(query: &str) -> ViewState {
    read(query, &Dataset::default()).0
}

/// Reads an address's query against a dataset. What cannot be used is left out and listed.
pub fn read(query: &str, data: &Dataset) -> (ViewState, Vec<BadPart>) {
    let mut reader = Reader {
        data,
        state: ViewState::default(),
        bad: Vec::new(),
        clauses: Vec::new(),
    };
    for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
        reader.take(&name, &value);
    }
    reader.state.selection = Selection::of(reader.clauses);
    (reader.state, reader.bad)
}

/// Writes the state as a query without its `?`; the default state is the empty text.
pub fn write(state: &ViewState, data: &Dataset) -> String {
    let mut pairs = selection_pairs(&state.selection, data);
    if state.has_context {
        pairs.push(("context", "1".to_owned()));
    }
    if !state.as_table.is_empty() {
        let views: Vec<&str> = state.as_table.iter().map(|v| v.slug()).collect();
        pairs.push(("tab", views.join("~")));
    }
    pairs.extend(arrangement_pairs(&state.arranged));
    let map = arrangement(state, ChartKind::Geography);
    if map.window.level > 0 {
        pairs.push(("map", map.window.slug()));
    }
    match map.layer {
        Layer::All => {}
        Layer::Hosts => pairs.push(("layer", "hosts".to_owned())),
        Layer::Body(body) => pairs.push(("layer", data.bodies.id(body).to_owned())),
    }
    match &state.panel {
        Some(Subject::Paragraph(citation)) => {
            pairs.push(("p", citation.to_string().replace(':', ".")));
        }
        Some(Subject::Row(kind, id)) => pairs.push(("open", format!("{}.{id}", kind.slug()))),
        None => {}
    }
    if !state.search.is_empty() {
        pairs.push(("q", state.search.clone()));
    }
    if let Some(compared) = &state.compared {
        pairs.push(("cmp", encode(selection_pairs(compared, data).into_iter())));
    }
    if !state.brief.is_empty() {
        let views: Vec<&str> = state.brief.iter().map(|v| v.slug()).collect();
        pairs.push(("brief", views.join("~")));
    }
    if let Some(view) = state.view {
        pairs.push(("view", view.slug().to_owned()));
    }
    if let Some(lang) = state.lang {
        pairs.push(("lang", lang.slug().to_owned()));
    }
    if state.theme != Theme::Auto {
        pairs.push(("theme", state.theme.slug().to_owned()));
    }
    if let Some(address) = &state.data {
        pairs.push(("data", address.clone()));
    }
    if state.is_embed {
        pairs.push(("embed", "1".to_owned()));
    }
    if let Some(level) = state.heading_level {
        pairs.push(("headingLevel", level.to_string()));
    }
    let unknown = state.unknown.iter().map(|(k, v)| (k.as_str(), v.clone()));
    encode(pairs.into_iter().chain(unknown))
}

fn selection_pairs(selection: &Selection, data: &Dataset) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    for facet in Facet::ALL {
        let clauses = selection.of_facet(facet);
        let values: Vec<String> = clauses.map(|clause| value_of(clause, data)).collect();
        if !values.is_empty() {
            pairs.push((facet.slug(), values.join("~")));
        }
    }
    pairs
}

/// `sort=seats.value~outcomes.name`, `scale=participation.share`, `facet=outcomes.cluster`.
fn arrangement_pairs(
    arranged: &[(ChartKind, Arrangement)],
) -> impl Iterator<Item = (&'static str, String)> {
    let of = |word: &dyn Fn(&Arrangement) -> Option<&'static str>| {
        let all = arranged.iter();
        let said = all.filter_map(|(kind, a)| Some(format!("{}.{}", kind.slug(), word(a)?)));
        said.collect::<Vec<_>>().join("~")
    };
    let pairs = [
        (
            "sort",
            of(&|a| (a.sort != Sort::Report).then(|| a.sort.slug())),
        ),
        ("scale", of(&|a| a.is_share.then_some("share"))),
        ("facet", of(&|a| a.by_cluster.then_some("cluster"))),
    ];
    pairs.into_iter().filter(|(_, words)| !words.is_empty())
}

/// How a view is arranged.
pub fn arrangement(state: &ViewState, kind: ChartKind) -> Arrangement {
    let found = state.arranged.iter().find(|(k, _)| *k == kind);
    found.map_or_else(Arrangement::default, |(_, arrangement)| *arrangement)
}

/// Arranges a view; as it comes, it is not named. Views stand in the order of the page, so that one state has one address.
pub fn arrange(state: &mut ViewState, kind: ChartKind, change: impl FnOnce(&mut Arrangement)) {
    let mut now = arrangement(state, kind);
    change(&mut now);
    state.arranged.retain(|(k, _)| *k != kind);
    if now != Arrangement::default() {
        state.arranged.push((kind, now));
    }
    let place = |kind: ChartKind| ChartKind::ALL.iter().position(|&k| k == kind);
    crate::model::order::sort_by(&mut state.arranged, |a, b| place(a.0).cmp(&place(b.0)));
}

struct Reader<'a> {
    data: &'a Dataset,
    state: ViewState,
    bad: Vec<BadPart>,
    clauses: Vec<Clause>,
}

impl Reader<'_> {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "cluster" | "kind" | "event" | "region" | "country" | "topic" => {
                self.take_list(name, value)
            }
            "time" => match read_period(value) {
                Some(period) => self.clauses.push(Clause::Time(period)),
                None => self.refuse(name, value),
            },
            "tab" | "brief" => self.take_views(name, value),
            "p" => match Citation::parse(&value.replace('.', ":")) {
                Some(citation) => self.state.panel = Some(Subject::Paragraph(citation)),
                None => self.refuse(name, value),
            },
            "open" => match Subject::parse_row(value) {
                Some(subject) => self.state.panel = Some(subject),
                None => self.refuse(name, value),
            },
            "map" => match MapWindow::parse(value) {
                Some(window) => {
                    arrange(&mut self.state, ChartKind::Geography, |a| a.window = window)
                }
                None => self.refuse(name, value),
            },
            "layer" => match self.layer(value) {
                Some(layer) => arrange(&mut self.state, ChartKind::Geography, |a| a.layer = layer),
                None => self.refuse(name, value),
            },
            "sort" | "scale" | "facet" => self.take_arrangements(name, value),
            "q" => {
                let cut: String = value.trim().chars().take(SEARCH_MAX).collect();
                self.state.search = cut.trim_end().to_owned();
            }
            "cmp" => self.take_compared(value),
            "view" => match ChartKind::parse(value) {
                Some(view) => self.state.view = Some(view),
                None => self.refuse(name, value),
            },
            "lang" => match Lang::parse(value) {
                Some(lang) => self.state.lang = Some(lang),
                None => self.refuse(name, value),
            },
            "theme" => match Theme::parse(value) {
                Some(theme) => self.state.theme = theme,
                None => self.refuse(name, value),
            },
            "context" => match read_flag(value) {
                Some(on) => self.state.has_context = on,
                None => self.refuse(name, value),
            },
            "embed" => match read_flag(value) {
                Some(on) => self.state.is_embed = on,
                None => self.refuse(name, value),
            },
            "headingLevel" => match value.as_bytes() {
                [digit @ b'1'..=b'6'] => self.state.heading_level = Some(digit - b'0'),
                _ => self.refuse(name, value),
            },
            "data" if value.is_empty() => {}
            "data" if is_web_address(value) => self.state.data = Some(value.to_owned()),
            "data" => self.refuse(name, value),
            _ => self.state.unknown.push((name.to_owned(), value.to_owned())),
        }
    }

    fn take_list(&mut self, name: &str, value: &str) {
        for part in value.split('~').filter(|part| !part.is_empty()) {
            match self.clause(name, part) {
                Some(clause) => self.clauses.push(clause),
                None => self.refuse(name, part),
            }
        }
    }

    fn clause(&self, name: &str, id: &str) -> Option<Clause> {
        match name {
            "cluster" => self.data.clusters.find(id).map(Clause::Cluster),
            "kind" => EventKind::parse(id).map(Clause::Kind),
            "event" => self.data.events.find(id).map(Clause::Event),
            "topic" => self.data.topics.find(id).map(Clause::Topic),
            "region" => Region::parse(id).map(Clause::Region),
            _ => {
                let iso3 = id.to_ascii_uppercase();
                self.data.countries.find(&iso3).map(Clause::Country)
            }
        }
    }

    fn take_views(&mut self, name: &str, value: &str) {
        for part in value.split('~').filter(|part| !part.is_empty()) {
            let views = match name {
                "tab" => &mut self.state.as_table,
                _ => &mut self.state.brief,
            };
            match ChartKind::parse(part) {
                Some(view) if !views.contains(&view) => views.push(view),
                Some(_) => {}
                None => self.refuse(name, part),
            }
        }
    }

    fn layer(&self, value: &str) -> Option<Layer> {
        match value {
            "hosts" => Some(Layer::Hosts),
            id => self.data.bodies.find(id).map(Layer::Body),
        }
    }

    fn take_arrangements(&mut self, name: &str, value: &str) {
        for part in value.split('~').filter(|part| !part.is_empty()) {
            let (view, word) = part.split_once('.').unwrap_or((part, ""));
            let offered = ChartKind::parse(view).map(|kind| (kind, kind.offers()));
            let state = &mut self.state;
            match (name, offered, word) {
                ("sort", Some((kind, offers)), _) if offers.sort && Sort::parse(word).is_some() => {
                    let sort = Sort::parse(word).unwrap_or_default();
                    arrange(state, kind, |a| a.sort = sort);
                }
                ("scale", Some((kind, offers)), "share") if offers.share => {
                    arrange(state, kind, |a| a.is_share = true);
                }
                ("facet", Some((kind, offers)), "cluster") if offers.by_cluster => {
                    arrange(state, kind, |a| a.by_cluster = true);
                }
                _ => self.refuse(name, part),
            }
        }
    }

    /// The selection to compare with, written as an address within the address. What it cannot use is refused as a part of it.
    fn take_compared(&mut self, value: &str) {
        let mut inner = Reader {
            data: self.data,
            state: ViewState::default(),
            bad: Vec::new(),
            clauses: Vec::new(),
        };
        for (name, value) in form_urlencoded::parse(value.as_bytes()) {
            match &*name {
                "cluster" | "kind" | "event" | "region" | "country" | "topic" | "time" => {
                    inner.take(&name, &value);
                }
                _ => inner.refuse(&name, &value),
            }
        }
        for part in inner.bad {
            let whole = if part.value.is_empty() {
                part.name
            } else {
                format!("{}={}", part.name, part.value)
            };
            self.refuse("cmp", &whole);
        }
        // Without any filter it is everything that the present selection is compared with.
        if value.is_empty() || !inner.clauses.is_empty() {
            self.state.compared = Some(Selection::of(inner.clauses));
        }
    }

    fn refuse(&mut self, name: &str, value: &str) {
        self.bad.push(BadPart {
            name: name.to_owned(),
            value: value.chars().take(60).collect(),
        });
    }
}

/// `2011-06-01..2011-09-30`, or one day alone.
fn read_period(text: &str) -> Option<Period> {
    let ends = text.split_once('.');
    let ends = ends.and_then(|(first, last)| Some((first, last.strip_prefix('.')?)));
    let (first, last) = ends.unwrap_or((text, text));
    Some(Period::between(parse_date(first)?, parse_date(last)?))
}

/// True for a relative address and for http and https: what a package or an address gives may stand in a link then.
pub fn is_web_address(text: &str) -> bool {
    let scheme = text
        .split(['/', '?', '#'])
        .next()
        .and_then(|start| start.split_once(':'))
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_plain = !text.chars().any(|c| c.is_control() || c.is_whitespace());
    is_plain && matches!(scheme.as_deref(), None | Some("http" | "https"))
}

/// `1` and `0`, or `true` and `false`.
pub fn read_flag(text: &str) -> Option<bool> {
    match text {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

/// A clause's value as an address has it.
pub fn value_of(clause: Clause, data: &Dataset) -> String {
    match clause {
        Clause::Cluster(key) => data.clusters.id(key).to_owned(),
        Clause::Kind(kind) => kind.slug().to_owned(),
        Clause::Event(key) => data.events.id(key).to_owned(),
        Clause::Region(region) => region.slug().to_owned(),
        Clause::Country(key) => data.countries.id(key).to_owned(),
        Clause::Topic(key) => data.topics.id(key).to_owned(),
        Clause::Time(period) if period.first() == period.last() => iso_date(period.first()),
        Clause::Time(period) => {
            format!("{}..{}", iso_date(period.first()), iso_date(period.last()))
        }
    }
}

/// Percent-encodes what an address cannot carry, and leaves what reads well in one: `~`, `.`, `-`, `:` and `/`.
fn encode<'a>(pairs: impl Iterator<Item = (&'a str, String)>) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        encode_into(name, &mut query);
        query.push('=');
        encode_into(&value, &mut query);
    }
    query
}

fn encode_into(text: &str, query: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b':' | b'/' => {
                query.push(char::from(byte));
            }
            _ => {
                // Writing into a string cannot fail.
                let _ = write!(query, "%{byte:02X}");
            }
        }
    }
}
