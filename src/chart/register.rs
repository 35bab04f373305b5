//! The register of who took part: its entries added up by year, kind of event, cluster, region, state and role.

use crate::chart::card::Card;
use crate::chart::clause_name::{chosen, clause_name, facet_names, is_named_by_data};
use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::chart::scene::{Cell, Emphasis, Mark};
use crate::chart::view_table::ViewTable;
use crate::filter::clause::{Clause, Period};
use crate::filter::crossfilter::{Crossfilter, Gathering};
use crate::filter::relation::Relation;
use crate::filter::sum::Sum;
use crate::filter::view::{Resolution, View};
use crate::format::number::number;
use crate::format::text::{pick, word};
use crate::language::template::fill;
use crate::model::attendance::{Attendance, Attended};
use crate::model::citation::Source;
use crate::model::country::Region;
use crate::model::dataset::Dataset;
use crate::model::event::EventKind;
use crate::model::order::{sort_by, sort_unique};
use crate::model::span::{first_of_year, last_of_year};

/// By what the entries are added up, in the order of the panels.
const VIEWS: [View; 6] = [
    View::Time,
    View::Kind,
    View::Cluster,
    View::Region,
    View::Country,
    View::Role,
];

/// The most states that are listed; the others are counted in no bar of that panel.
pub const STATES_MOST: usize = 12;

/// The most entries that are listed with their paragraphs.
pub const ENTRIES_MOST: usize = 1_000;

/// A register that can be counted under any selection.
#[derive(Clone, Debug)]
pub struct Counted {
    counts: Crossfilter,
    /// What each of [`VIEWS`] counts, and all of it, without any filter.
    whole: [Vec<Sum>; VIEWS.len()],
    total: Sum,
    roles: Vec<String>,
    /// The view whose filter changed last, if nothing else did.
    touched: Option<View>,
}

/// What the register adds up to under a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    /// The finding, in one sentence.
    pub title: String,
    /// What was added up, and what was not.
    pub notes: Vec<String>,
    /// What the view says of filters that cannot act on it; often empty.
    pub ignored: String,
    /// A list of bars for each thing by which the entries are told apart.
    pub panels: Vec<Panel>,
}

/// One list of bars on a scale of its own, from zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// By what the entries are told apart.
    pub name: String,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Unique within the view, and fit for an element's id.
    pub id: String,
    /// What it counts.
    pub name: String,
    /// True where the name is in the package's words.
    pub is_data: bool,
    /// What choosing it selects; `None` where no filter could follow.
    pub clause: Option<Clause>,
    /// True where that is selected.
    pub is_selected: bool,
    /// Its number in words.
    pub value: String,
    /// Its length in percent of the longest bar of the panel.
    pub percent: f64,
}

/// A register that is being made ready to be counted, in steps of one pass over its entries each, for who has other things to do in
/// between.
#[derive(Clone, Debug)]
pub enum Counting {
    /// Its entries are being put together.
    Gathering(Gathering),
    /// Next they are counted without any filter.
    Gathered(Crossfilter),
    /// All steps are done.
    Counted(Counted),
}

impl Counting {
    /// Begins with a register.
    pub fn of(data: &Dataset, table: &Attendance) -> Self {
        Self::Gathering(Gathering::of(data, table))
    }

    /// Does the next step, always with the same register.
    pub fn step(self, table: &Attendance) -> Self {
        match self {
            Self::Gathering(mut gathering) => match gathering.step(table) {
                true => Self::Gathering(gathering),
                false => Self::Gathered(gathering.finish()),
            },
            Self::Gathered(counts) => Self::Counted(Counted::of(counts, table)),
            counted @ Self::Counted(_) => counted,
        }
    }
}

impl Counted {
    /// Makes a register ready to be counted, at once. It copies what it needs.
    pub fn new(data: &Dataset, table: &Attendance) -> Self {
        Self::of(Crossfilter::over(data, table), table)
    }

    fn of(mut counts: Crossfilter, table: &Attendance) -> Self {
        counts.divide_time(Resolution::Year);
        let whole = VIEWS.map(|view| counts.counts(view).to_vec());
        let total = counts.total();
        Self {
            counts,
            whole,
            total,
            roles: table.roles().to_vec(),
            touched: None,
        }
    }

    /// The register under the selection of `input`. Where the same view's filter changes again and again, as while a handle is dragged, one
    /// pass makes ready all that its further steps will ask for.
    pub fn register(&mut self, input: &Input) -> Register {
        self.select(input);
        let left = self.counts.total();
        let (strings, lang) = (&input.lang.later().register, input.lang);
        let mut notes = vec![strings.computed.to_owned()];
        if left.unstated > 0 {
            let n = number(f64::from(left.unstated), lang);
            notes.push(fill(strings.unstated, &[("n", &n)]));
        }
        let ignored = self.counts.ignored();
        Register {
            title: self.title(left, input),
            notes,
            ignored: match ignored.is_empty() {
                true => String::new(),
                false => fill(strings.ignored, &[("facets", &facet_names(ignored, lang))]),
            },
            panels: (0..VIEWS.len())
                .filter_map(|at| self.panel(at, input))
                .collect(),
        }
    }

    /// The first entries that the selection leaves, each with its paragraphs, and how many there are.
    pub fn entries(&mut self, table: &Attendance, input: &Input) -> ViewTable {
        self.select(input);
        let (strings, lang) = (&input.lang.later().register, input.lang);
        let rows = self.counts.rows(table, 0, ENTRIES_MOST);
        let all = self.counts.total().rows;
        let columns = [
            strings.column_number,
            strings.column_event,
            strings.column_state,
            strings.column_role,
            strings.column_people,
        ];
        let mut notes = Vec::new();
        if rows.len() < all as usize {
            let (n, all) = (
                number(rows.len() as f64, lang),
                number(f64::from(all), lang),
            );
            notes.push(fill(strings.entries_first, &[("n", &n), ("all", &all)]));
        }
        let row = |at: usize| {
            let entry = table.row(at)?;
            Some(mark(&entry, table.number(at), &self.roles, input))
        };
        ViewTable {
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.into_iter().filter_map(row).collect(),
            notes,
        }
    }

    /// The paragraphs behind the entries that the selection leaves.
    pub fn source(&mut self, table: &Attendance, input: &Input) -> Source {
        self.select(input);
        let places = self.counts.sources(table).into_iter();
        let cited = places.filter_map(|at| table.sources().get(at));
        let mut source: Source = cited.flatten().cloned().collect();
        sort_unique(&mut source);
        source
    }

    fn select(&mut self, input: &Input) {
        let selection = input.engine.selection();
        let differs = |view: &View| {
            view.facet().is_some_and(|facet| {
                let before = self.counts.selection().of_facet(facet);
                !selection.of_facet(facet).eq(before)
            })
        };
        let mut changed = View::ALL.into_iter().filter(differs);
        match (changed.next(), changed.next()) {
            (None, _) => {}
            (Some(view), None) => {
                self.counts
                    .activate(Some(view).filter(|_| self.touched == Some(view)));
                self.touched = Some(view);
            }
            _ => {
                self.counts.activate(None);
                self.touched = None;
            }
        }
        self.counts.select(selection);
    }

    fn has_numbers(&self) -> bool {
        self.total.stated_people().is_some()
    }

    /// What a bar is as long as: people, or entries where none says how many.
    fn measure(&self, sum: Sum) -> f64 {
        match self.has_numbers() {
            true => sum.people as f64,
            false => f64::from(sum.rows),
        }
    }

    fn title(&self, left: Sum, input: &Input) -> String {
        let (strings, lang) = (&input.lang.later().register, input.lang);
        if self.total.rows == 0 {
            return lang.strings().view.no_data.to_owned();
        }
        if left.rows == 0 {
            return lang.strings().filter.empty.to_owned();
        }
        let said = |value: f64| number(value, lang);
        let template = match (left.stated_people(), left.rows == self.total.rows) {
            (None, _) => strings.title_unstated,
            (_, true) => strings.title,
            (_, false) => strings.title_of,
        };
        let title = fill(
            template,
            &[
                ("people", &said(left.people as f64)),
                ("all", &said(self.total.people as f64)),
                ("rows", &said(f64::from(left.rows))),
            ],
        );
        match chosen(input, Relation::Events) {
            Some(names) => [names, title].join(lang.strings().list.colon),
            None => title,
        }
    }

    fn panel(&mut self, at: usize, input: &Input) -> Option<Panel> {
        let view = VIEWS.get(at).copied()?;
        let whole = self.whole.get(at)?.clone();
        let sums = self.counts.counts(view).to_vec();
        let last = sums.len().saturating_sub(1);
        let mut bars: Vec<(Bar, f64)> = Vec::new();
        for (at, sum) in sums.into_iter().enumerate() {
            if whole.get(at).is_none_or(|whole| whole.rows == 0) {
                continue;
            }
            let clause = (at < last)
                .then(|| self.clause(view, at, input.data))
                .flatten();
            let size = self.measure(sum);
            bars.push((self.bar(view, at, at == last, clause, sum, input), size));
        }
        if view == View::Kind {
            // They are counted in another order than they are listed in.
            let place = |bar: &Bar| {
                let clause = |kind: &EventKind| bar.clause == Some(Clause::Kind(*kind));
                EventKind::ALL.iter().position(clause)
            };
            let place = |bar: &Bar| place(bar).unwrap_or(usize::MAX);
            sort_by(&mut bars, |(a, _), (b, _)| place(a).cmp(&place(b)));
        }
        if view == View::Country {
            sort_by(&mut bars, |(_, a), (_, b)| b.total_cmp(a));
            let mut listed = 0;
            bars.retain(|(bar, _)| {
                listed += 1;
                bar.is_selected || listed <= STATES_MOST
            });
        }
        let most = bars.iter().map(|(_, size)| *size).fold(0.0, f64::max);
        let bars = bars.into_iter().map(|(bar, size)| Bar {
            percent: if most > 0.0 { 100.0 * size / most } else { 0.0 },
            ..bar
        });
        Some(Panel {
            name: name(view, input),
            bars: bars.collect(),
        })
    }

    fn clause(&self, view: View, at: usize, data: &Dataset) -> Option<Clause> {
        match view {
            View::Time => {
                let year = self.counts.bins().first_day(at)?.year();
                let (first, last) = (first_of_year(year)?, last_of_year(year)?);
                Some(Clause::Time(Period::between(first, last)))
            }
            View::Kind => {
                let mut kinds = EventKind::ALL.into_iter();
                kinds.find(|kind| *kind as usize == at).map(Clause::Kind)
            }
            View::Cluster => data.clusters.keys().nth(at).map(Clause::Cluster),
            View::Event => data.events.keys().nth(at).map(Clause::Event),
            View::Region => {
                let mut regions = Region::ALL.into_iter();
                regions
                    .find(|region| *region as usize == at)
                    .map(Clause::Region)
            }
            View::Country => data.countries.keys().nth(at).map(Clause::Country),
            View::Role => None,
        }
    }

    fn bar(
        &self,
        view: View,
        at: usize,
        is_rest: bool,
        clause: Option<Clause>,
        sum: Sum,
        input: &Input,
    ) -> Bar {
        let lang = input.lang;
        let not_stated = || lang.strings().view.not_stated.to_owned();
        let year = || self.counts.bins().first_day(at).map(|day| day.year());
        let name = match (clause, view) {
            _ if is_rest => not_stated(),
            (_, View::Time) => year().map_or_else(not_stated, |year| year.to_string()),
            (Some(clause), _) => clause_name(clause, input.data, lang),
            (None, _) => self
                .roles
                .get(at)
                .map_or_else(not_stated, |role| role_name(role, input)),
        };
        let is_unknown = self.has_numbers() && sum.rows > 0 && sum.stated_people().is_none();
        Bar {
            id: format!("register-{}-{at}", slug(view)),
            is_data: !is_rest && clause.is_none_or(is_named_by_data),
            name,
            clause,
            is_selected: clause.is_some_and(|clause| input.engine.selection().has(clause)),
            value: match is_unknown {
                true => not_stated(),
                false => number(self.measure(sum), lang),
            },
            percent: 0.0,
        }
    }
}

/// By what a panel tells the entries apart.
fn name(view: View, input: &Input) -> String {
    let strings = &input.lang.later().register;
    match view {
        View::Time => strings.by_year.to_owned(),
        View::Kind => strings.by_kind.to_owned(),
        View::Cluster => strings.by_cluster.to_owned(),
        View::Region => strings.by_region.to_owned(),
        View::Event | View::Country => fill(strings.by_state, &[("n", &STATES_MOST.to_string())]),
        View::Role => strings.by_role.to_owned(),
    }
}

fn slug(view: View) -> &'static str {
    match view {
        View::Time => "year",
        View::Kind => "kind",
        View::Cluster => "cluster",
        View::Event => "event",
        View::Region => "region",
        View::Country => "state",
        View::Role => "role",
    }
}

/// A role in the reader's language where the explorer knows it, else as the package has it.
fn role_name(role: &str, input: &Input) -> String {
    word(input.lang.later().words.roles, role)
}

fn mark(entry: &Attended, number_: u32, roles: &[String], input: &Input) -> Mark {
    let lang = input.lang;
    let not_stated = lang.strings().view.not_stated;
    let event = input.data.events.get(entry.event);
    let event = event.map_or_else(String::new, |e| short_name(input.data, e, lang));
    let state = entry.country.and_then(|key| input.data.countries.get(key));
    let role = entry.role.and_then(|at| roles.get(usize::from(at)));
    let people = entry.count.map(f64::from);
    let value = people.map_or_else(|| not_stated.to_owned(), |n| number(n, lang));
    Mark {
        id: format!("entry-{number_}"),
        hits: Vec::new(),
        cells: vec![
            Cell::ordered(number(f64::from(number_), lang), f64::from(number_)),
            Cell::of_data(event.as_str()),
            match state {
                Some(state) => Cell::of_data(pick(&state.name, lang)),
                None => Cell::text(not_stated),
            },
            Cell::text(role.map_or_else(|| not_stated.to_owned(), |r| role_name(r, input))),
            Cell::ordered(value.as_str(), people.unwrap_or(-1.0)),
        ],
        card: Card {
            title: event,
            source: entry.source.to_vec(),
            ..Card::default()
        },
        clause: None,
        emphasis: Emphasis::Idle,
    }
}
