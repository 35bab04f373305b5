//! Two selections over one dataset: what each leaves, and what both do.

use super::clause::Clause;
use super::engine::Engine;
use super::facet::{Facet, FacetSet};
use super::relation::{Relation, event_countries};
use super::selection::Selection;
use crate::model::citation::Source;
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::{Event, EventKind};
use crate::model::order::sort_unique;
use crate::model::table::{Key, Table};
use std::collections::HashSet;

/// Something that is counted under each selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Dated events of every kind.
    Events,
    /// The thematic meetings among them.
    Meetings,
    /// States where meetings were held or that hosted them, as the map counts them.
    Hosts,
    /// Counts of participants.
    Figures,
    /// Seats in bodies.
    Seats,
    /// States that have one of those seats.
    Seated,
    /// Parts that people took in events.
    Roles,
    /// People who took one of those parts.
    People,
    /// Numbered outcomes.
    Outcomes,
    /// Practices.
    Practices,
    /// Projects, and single numbers of them.
    Projects,
    /// Statements of who paid for what.
    Flows,
}

impl Measure {
    /// All measures, in the order of the table.
    pub const ALL: [Self; 12] = [
        Self::Events,
        Self::Meetings,
        Self::Hosts,
        Self::Figures,
        Self::Seats,
        Self::Seated,
        Self::Roles,
        Self::People,
        Self::Outcomes,
        Self::Practices,
        Self::Projects,
        Self::Flows,
    ];

    /// The slug in the vocabulary of measures.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Meetings => "meetings",
            Self::Hosts => "hosts",
            Self::Figures => "figures",
            Self::Seats => "seats",
            Self::Seated => "seated",
            Self::Roles => "roles",
            Self::People => "people",
            Self::Outcomes => "outcomes",
            Self::Practices => "practices",
            Self::Projects => "projects",
            Self::Flows => "flows",
        }
    }

    /// The relation whose records are counted, or whose states or people are.
    pub fn relation(self) -> Relation {
        match self {
            Self::Events | Self::Meetings | Self::Hosts => Relation::Events,
            Self::Figures => Relation::Figures,
            Self::Seats | Self::Seated => Relation::Memberships,
            Self::Roles | Self::People => Relation::Roles,
            Self::Outcomes => Relation::Outcomes,
            Self::Practices => Relation::Practices,
            Self::Projects => Relation::Projects,
            Self::Flows => Relation::Flows,
        }
    }

    /// The measure that counts the records of a relation one by one; nothing divides surveys and numbers of the world, and calls are no outcomes, so none counts them.
    pub fn of(relation: Relation) -> Option<Self> {
        match relation {
            Relation::Events => Some(Self::Events),
            Relation::Figures => Some(Self::Figures),
            Relation::Flows => Some(Self::Flows),
            Relation::Memberships => Some(Self::Seats),
            Relation::Roles => Some(Self::Roles),
            Relation::Outcomes => Some(Self::Outcomes),
            Relation::Practices => Some(Self::Practices),
            Relation::Projects => Some(Self::Projects),
            Relation::Calls | Relation::Answers | Relation::WorldFigures => None,
        }
    }
}

/// What one selection leaves of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The ids of what is counted, in the package's order: rows, or for [`Measure::Hosts`] and [`Measure::Seated`] states and for
    /// [`Measure::People`] people. Of no use where a facet is ignored.
    ids: Vec<String>,
    /// The facets of the selection by which the report does not divide what is counted.
    pub ignored: FacetSet,
    /// Every paragraph behind what is counted, in order; empty where a facet is ignored.
    pub source: Source,
}

impl Side {
    /// The ids of what is counted, each once; `None` where a facet of the selection cannot act, since what is left is then not what was
    /// asked for.
    pub fn ids(&self) -> Option<&[String]> {
        self.ignored.is_empty().then_some(&self.ids)
    }

    /// How many; `None` where a facet of the selection cannot act.
    pub fn count(&self) -> Option<usize> {
        self.ids().map(<[String]>::len)
    }
}

/// A measure under both selections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What is counted.
    pub measure: Measure,
    /// Under the first selection.
    pub a: Side,
    /// Under the second selection.
    pub b: Side,
    /// The ids that only the first selection leaves; empty, like the two below, where one side has no number.
    pub only_a: Vec<String>,
    /// The ids that only the second selection leaves.
    pub only_b: Vec<String>,
    /// The ids that both leave.
    pub both: Vec<String>,
}

impl Compared {
    /// How many more the second selection leaves than the first; `None` where one of them has no number.
    pub fn difference(&self) -> Option<i64> {
        let (a, b) = (self.a.count()?, self.b.count()?);
        Some(i64::try_from(b).ok()? - i64::try_from(a).ok()?)
    }
}

/// Two selections, measure by measure in the order of [`Measure::ALL`], without those that the package has no rows for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// One for each measure.
    pub measures: Vec<Compared>,
}

impl Comparison {
    /// A measure under both selections; `None` where the package has no rows for it.
    pub fn of(&self, measure: Measure) -> Option<&Compared> {
        self.measures.iter().find(|m| m.measure == measure)
    }
}

/// Which of two selections leave a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InWhich {
    /// The first alone.
    A,
    /// The second alone.
    B,
    /// Both.
    Both,
    /// Neither.
    Neither,
}

/// Counts everything under both selections.
pub fn compare(data: &Dataset, a: &Selection, b: &Selection) -> Comparison {
    let mut engine = Engine::new(data);
    engine.select(a);
    let under_a = sides(data, &engine);
    engine.select(b);
    let under_b = sides(data, &engine);
    let pairs = Measure::ALL
        .into_iter()
        .zip(under_a.into_iter().zip(under_b));
    let stated = pairs.filter(|(measure, _)| measure.relation().len(data) > 0);
    Comparison {
        measures: stated
            .map(|(measure, (a, b))| compared(measure, a, b))
            .collect(),
    }
}

/// Which of the two selections leave the row of a relation that has this id; `None` where the relation is not compared, or a facet of
/// one of the selections cannot act on it.
pub fn membership(comparison: &Comparison, relation: Relation, id: &str) -> Option<InWhich> {
    let compared = comparison.of(Measure::of(relation)?)?;
    let has = |side: &Side| Some(side.ids()?.iter().any(|other| other == id));
    Some(match (has(&compared.a)?, has(&compared.b)?) {
        (true, true) => InWhich::Both,
        (true, false) => InWhich::A,
        (false, true) => InWhich::B,
        (false, false) => InWhich::Neither,
    })
}

fn compared(measure: Measure, a: Side, b: Side) -> Compared {
    let (in_a, in_b) = match (a.ids(), b.ids()) {
        (Some(in_a), Some(in_b)) => (in_a, in_b),
        _ => (&[][..], &[][..]),
    };
    let those = |of: &[String], other: &[String], is_shared: bool| {
        let other: HashSet<&String> = other.iter().collect();
        let kept = of.iter().filter(|id| other.contains(id) == is_shared);
        kept.cloned().collect::<Vec<_>>()
    };
    Compared {
        measure,
        only_a: those(in_a, in_b, false),
        only_b: those(in_b, in_a, false),
        both: those(in_a, in_b, true),
        a,
        b,
    }
}

fn sides(data: &Dataset, engine: &Engine) -> Vec<Side> {
    Measure::ALL
        .into_iter()
        .map(|measure| {
            let ignored = engine.ignored(measure.relation(), FacetSet::NONE);
            let mut side = match ignored.is_empty() {
                true => side(measure, data, engine),
                false => Side::default(),
            };
            side.ignored = ignored;
            sort_unique(&mut side.source);
            side
        })
        .collect()
}

fn side(measure: Measure, data: &Dataset, engine: &Engine) -> Side {
    let shown = engine.visible(measure.relation(), FacetSet::NONE);
    match measure {
        Measure::Events => counted(&data.events, shown, |e| Some(&e.source)),
        Measure::Meetings => counted(&data.events, shown, |e| {
            (e.kind == EventKind::Thematic).then_some(&e.source)
        }),
        Measure::Figures => counted(&data.figures, shown, |f| Some(&f.source)),
        Measure::Seats => counted(&data.memberships, shown, |m| Some(&m.source)),
        Measure::Roles => counted(&data.roles, shown, |r| Some(&r.source)),
        Measure::Outcomes => counted(&data.outcomes, shown, |o| Some(&o.source)),
        Measure::Practices => counted(&data.practices, shown, |p| Some(&p.source)),
        Measure::Projects => counted(&data.projects, shown, |p| Some(&p.source)),
        Measure::Flows => counted(&data.flows, shown, |f| Some(&f.source)),
        Measure::Hosts => {
            let rows = data.events.rows().iter().zip(shown);
            let meetings = rows.filter(|(event, shows)| *shows && is_meeting(event));
            let hosts = meetings.flat_map(|(event, _)| {
                let states = event_countries(data, event).into_iter();
                states
                    .filter(|&state| passes(data, engine.selection(), state))
                    .map(|state| (state, &event.source))
            });
            distinct(&data.countries, hosts)
        }
        Measure::Seated => {
            let rows = data.memberships.rows().iter().zip(shown);
            let seats = rows.filter(|(_, shows)| *shows);
            distinct(&data.countries, seats.map(|(m, _)| (m.country, &m.source)))
        }
        Measure::People => {
            let rows = data.roles.rows().iter().zip(shown);
            let parts = rows.filter(|(_, shows)| *shows);
            distinct(&data.people, parts.map(|(r, _)| (r.person, &r.source)))
        }
    }
}

/// The rows of a table that show, as far as they count; `counts` gives their paragraphs.
fn counted<T>(
    table: &Table<T>,
    shown: impl Iterator<Item = bool>,
    counts: impl Fn(&T) -> Option<&Source>,
) -> Side {
    let mut side = Side::default();
    for ((key, row), _) in table.iter().zip(shown).filter(|(_, shows)| *shows) {
        if let Some(source) = counts(row) {
            side.ids.push(table.id(key).to_owned());
            side.source.extend(source.iter().cloned());
        }
    }
    side
}

/// The different rows that other rows name, with the paragraphs of those.
fn distinct<'a, T>(table: &Table<T>, named: impl Iterator<Item = (Key<T>, &'a Source)>) -> Side {
    let mut keys = Vec::new();
    let mut side = Side::default();
    for (key, source) in named {
        keys.push(key);
        side.source.extend(source.iter().cloned());
    }
    sort_unique(&mut keys);
    side.ids = keys
        .into_iter()
        .map(|key| table.id(key).to_owned())
        .collect();
    side
}

/// Meetings that a state can be said to have held: no session, umbrella or dated step.
fn is_meeting(event: &Event) -> bool {
    matches!(
        event.kind,
        EventKind::Thematic | EventKind::Summit | EventKind::CivilSociety | EventKind::External
    )
}

/// A meeting of two states passes a filter by one of them; the other state is not meant.
fn passes(data: &Dataset, selection: &Selection, state: Key<Country>) -> bool {
    let accepts =
        |facet, clause| selection.of_facet(facet).next().is_none() || selection.has(clause);
    let region = data.countries.get(state).map(|c| c.region);
    accepts(Facet::Country, Clause::Country(state))
        && region.is_none_or(|r| accepts(Facet::Region, Clause::Region(r)))
}
