//! A row that can be found: what it is called, what stands beside its name, where the report states it.

use super::kind::HitKind;
use crate::filter::clause::Clause;
use crate::filter::relation::event_countries;
use crate::format::citation::spoken;
use crate::format::date;
use crate::format::number::{money, number, numeral, quantity_with_unit};
use crate::format::text::{dimension, list, pick, word};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::body::Body;
use crate::model::call::Call;
use crate::model::citation::{Citation, Source};
use crate::model::cluster::Cluster;
use crate::model::conflict::Conflict;
use crate::model::country::Country;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::figure::Figure;
use crate::model::flow::Flow;
use crate::model::order::sort_unique;
use crate::model::outcome::Outcome;
use crate::model::paragraph::Paragraph;
use crate::model::person::Person;
use crate::model::place::Place;
use crate::model::practice::Practice;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::survey::Answer;
use crate::model::table::{Key, Table};
use crate::model::term::Term;
use crate::model::text::Text;
use crate::model::topic::Topic;
use crate::model::unstated::Unstated;
use crate::model::world_figure::WorldFigure;

/// Between the parts of a detail.
const BETWEEN: &str = " · ";

/// One row of a table that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "each variant is the kind of hit that carries its name"
)]
pub enum Item {
    Event(Key<Event>),
    Country(Key<Country>),
    Person(Key<Person>),
    Body(Key<Body>),
    Topic(Key<Topic>),
    Term(Key<Term>),
    Place(Key<Place>),
    Cluster(Key<Cluster>),
    Project(Key<Project>),
    Outcome(Key<Outcome>),
    Practice(Key<Practice>),
    Call(Key<Call>),
    Figure(Key<Figure>),
    Flow(Key<Flow>),
    Answer(Key<Answer>),
    Context(Key<WorldFigure>),
    Conflict(Key<Conflict>),
    Gap(Key<Unstated>),
    Paragraph(Key<Paragraph>),
}

/// What a reader sees of a row, or what else it is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What the row is called.
    pub title: String,
    /// Dates, organisation, value, section …
    pub detail: String,
    /// True where the detail is the package's words alone.
    pub is_data_detail: bool,
}

impl Item {
    /// All rows of a dataset, kind by kind in the order of [`HitKind::ALL`], each kind in the package's order.
    pub fn all(data: &Dataset) -> Vec<Self> {
        let mut all = Vec::with_capacity(data.row_count() - data.attendance.len());
        all.extend(data.events.keys().map(Self::Event));
        all.extend(data.countries.keys().map(Self::Country));
        all.extend(data.people.keys().map(Self::Person));
        all.extend(data.bodies.keys().map(Self::Body));
        all.extend(data.topics.keys().map(Self::Topic));
        all.extend(data.terms.keys().map(Self::Term));
        all.extend(data.places.keys().map(Self::Place));
        all.extend(data.clusters.keys().map(Self::Cluster));
        all.extend(data.projects.keys().map(Self::Project));
        all.extend(data.outcomes.keys().map(Self::Outcome));
        all.extend(data.practices.keys().map(Self::Practice));
        all.extend(data.calls.keys().map(Self::Call));
        all.extend(data.figures.keys().map(Self::Figure));
        all.extend(data.flows.keys().map(Self::Flow));
        all.extend(data.answers.keys().map(Self::Answer));
        all.extend(data.world_figures.keys().map(Self::Context));
        all.extend(data.conflicts.keys().map(Self::Conflict));
        all.extend(data.unstated.keys().map(Self::Gap));
        all.extend(data.paragraphs.keys().map(Self::Paragraph));
        all
    }

    /// The row's kind.
    pub fn kind(self) -> HitKind {
        match self {
            Self::Event(_) => HitKind::Event,
            Self::Country(_) => HitKind::Country,
            Self::Person(_) => HitKind::Person,
            Self::Body(_) => HitKind::Body,
            Self::Topic(_) => HitKind::Topic,
            Self::Term(_) => HitKind::Term,
            Self::Place(_) => HitKind::Place,
            Self::Cluster(_) => HitKind::Cluster,
            Self::Project(_) => HitKind::Project,
            Self::Outcome(_) => HitKind::Outcome,
            Self::Practice(_) => HitKind::Practice,
            Self::Call(_) => HitKind::Call,
            Self::Figure(_) => HitKind::Figure,
            Self::Flow(_) => HitKind::Flow,
            Self::Answer(_) => HitKind::Answer,
            Self::Context(_) => HitKind::Context,
            Self::Conflict(_) => HitKind::Conflict,
            Self::Gap(_) => HitKind::Gap,
            Self::Paragraph(_) => HitKind::Paragraph,
        }
    }

    /// The row as a reader sees it; `None` for a row of another dataset.
    pub fn words(self, data: &Dataset, lang: Lang) -> Option<Words> {
        let (title, detail) = match self {
            Self::Event(key) => event(data, data.events.get(key)?, lang),
            Self::Country(key) => {
                let country = data.countries.get(key)?;
                let region = word(lang.strings().words.regions, country.region.slug());
                let code = data.countries.id(key).to_owned();
                (said(&country.label, lang), vec![region, code])
            }
            Self::Person(key) => {
                let person = data.people.get(key)?;
                (
                    said(&person.name, lang),
                    vec![said(&person.organisation, lang)],
                )
            }
            Self::Body(key) => {
                let seats = data.memberships.rows().iter().filter(|m| m.body == key);
                let seats = match seats.count() {
                    0 => String::new(),
                    n => fill(lang.later().search.seats, &[("n", &n.to_string())]),
                };
                (said(&data.bodies.get(key)?.title, lang), vec![seats])
            }
            Self::Topic(key) => (
                said(&data.topics.get(key)?.name, lang),
                vec![topic_counts(data, key, lang)],
            ),
            Self::Term(key) => {
                let term = data.terms.get(key)?;
                (said(&term.name, lang), vec![said(&term.definition, lang)])
            }
            Self::Place(key) => {
                let place = data.places.get(key)?;
                let country = place
                    .country
                    .map_or(String::new(), |c| label(data, c, lang));
                (said(&place.name, lang), vec![country])
            }
            Self::Cluster(key) => {
                let number = numeral(data.clusters.id(key));
                let title = said(&data.clusters.get(key)?.title, lang);
                (title, vec![cluster(&number, lang)])
            }
            Self::Project(key) => project(data.projects.get(key)?, lang),
            Self::Outcome(key) => {
                let outcome = data.outcomes.get(key)?;
                let session = event_title(data, Some(outcome.event), lang);
                let item = match outcome.item.as_str() {
                    "" => String::new(),
                    item => fill(lang.later().search.item, &[("n", item)]),
                };
                (said(&outcome.summary, lang), vec![session, item])
            }
            Self::Practice(key) => {
                let practice = data.practices.get(key)?;
                let states = labels(data, &practice.countries, lang);
                (
                    said(&practice.summary, lang),
                    vec![
                        list(&states, lang),
                        said(&practice.actor, lang),
                        topics(data, &practice.topics, lang),
                    ],
                )
            }
            Self::Call(key) => {
                let call = data.calls.get(key)?;
                let event = event_title(data, call.event, lang);
                (
                    said(&call.summary, lang),
                    vec![said(&call.actor, lang), event],
                )
            }
            Self::Figure(key) => {
                let figure = data.figures.get(key)?;
                let title = pair(&figure.population, &figure.category, lang);
                let event = event_title(data, figure.event, lang);
                (title, vec![value(&figure.quantity, lang), event])
            }
            Self::Flow(key) => flow(data.flows.get(key)?, lang),
            Self::Answer(key) => {
                let answer = data.answers.get(key)?;
                (
                    said(&answer.question, lang),
                    vec![value(&answer.quantity, lang)],
                )
            }
            Self::Context(key) => {
                let figure = data.world_figures.get(key)?;
                let year = figure.year.map_or(String::new(), |y| y.to_string());
                (
                    said(&figure.label, lang),
                    vec![value(&figure.quantity, lang), year],
                )
            }
            Self::Conflict(key) => {
                let conflict = data.conflicts.get(key)?;
                let values = [&conflict.value_a, &conflict.value_b].map(|v| pick(v, lang));
                (said(&conflict.quantity, lang), vec![values.join(" / ")])
            }
            Self::Gap(key) => (said(&data.unstated.get(key)?.text, lang), Vec::new()),
            Self::Paragraph(key) => paragraph(data, data.paragraphs.get(key)?, lang),
        };
        let detail: Vec<String> = detail.into_iter().filter(|part| !part.is_empty()).collect();
        let is_data_detail = match self {
            Self::Person(_) | Self::Term(_) | Self::Place(_) | Self::Practice(_) => true,
            Self::Call(_) | Self::Conflict(_) | Self::Paragraph(_) => true,
            Self::Project(key) => data.projects.get(key)?.quantity.is_none(),
            _ => false,
        };
        Some(Words {
            title,
            detail: detail.join(BETWEEN),
            is_data_detail,
        })
    }

    /// Other names of the row in one language, beside its title: the short name of an event, the full name of a state, the number of a
    /// cluster in both ways to write it.
    pub fn other_names(self, data: &Dataset, lang: Lang) -> Vec<String> {
        let other = match self {
            Self::Event(key) => data.events.get(key).map(|e| &e.short),
            Self::Country(key) => data.countries.get(key).map(|c| &c.name),
            Self::Project(key) => data.projects.get(key).map(|p| &p.title),
            Self::Cluster(key) => {
                let id = data.clusters.id(key);
                return vec![cluster(id, lang), cluster(&numeral(id), lang)];
            }
            _ => None,
        };
        other.map(|text| said(text, lang)).into_iter().collect()
    }

    /// True where the detail was counted by us; nobody looks for that number.
    pub fn has_counted_detail(self) -> bool {
        matches!(self, Self::Body(_) | Self::Topic(_))
    }

    /// Codes that find the row when nothing else is typed: a state's two ISO codes.
    pub fn codes(self, data: &Dataset) -> Vec<&str> {
        match self {
            Self::Country(key) => {
                let iso2 = data.countries.get(key).map_or("", |c| c.iso2.as_str());
                vec![data.countries.id(key), iso2]
            }
            _ => Vec::new(),
        }
    }

    /// What else finds the row, in one language: a person's parts, a body's members, a number's plain digits. No reader sees it as it is.
    pub fn more(self, data: &Dataset, lang: Lang) -> Option<Vec<String>> {
        Some(match self {
            Self::Event(key) => {
                let event = data.events.get(key)?;
                let mut more = labels(data, &event_countries(data, event), lang);
                for &key in &event.clusters {
                    let title = data.clusters.get(key).map(|c| said(&c.title, lang));
                    more.extend(title);
                    more.extend(Self::Cluster(key).other_names(data, lang));
                }
                more
            }
            Self::Person(key) => {
                let country = data.people.get(key)?.country;
                let mut more: Vec<String> =
                    country.map(|c| label(data, c, lang)).into_iter().collect();
                for role in data.roles.rows().iter().filter(|r| r.person == key) {
                    more.push(word(lang.later().words.roles, &role.role));
                    more.push(event_title(data, Some(role.event), lang));
                }
                more
            }
            Self::Body(key) => {
                let seats = data.memberships.rows().iter().filter(|m| m.body == key);
                seats.map(|m| label(data, m.country, lang)).collect()
            }
            Self::Project(key) => {
                let project = data.projects.get(key)?;
                let mut more = labels(data, &project.countries, lang);
                more.extend(labels(data, &project.lead_countries, lang));
                more.extend(digits(&project.quantity));
                more
            }
            Self::Outcome(key) => vec![topics(data, &data.outcomes.get(key)?.topics, lang)],
            Self::Call(key) => vec![topics(data, &data.calls.get(key)?.topics, lang)],
            Self::Figure(key) => {
                let figure = data.figures.get(key)?;
                let mut more = digits(&figure.quantity);
                more.push(dimension(&figure.dimension_name, &figure.dimension, lang));
                more
            }
            Self::Flow(key) => {
                let flow = data.flows.get(key)?;
                let mut more = labels(data, &flow.from_countries, lang);
                more.extend(labels(data, &flow.to_countries, lang));
                more
            }
            Self::Answer(key) => digits(&data.answers.get(key)?.quantity),
            Self::Context(key) => digits(&data.world_figures.get(key)?.quantity),
            Self::Conflict(key) => vec![said(&data.conflicts.get(key)?.reason, lang)],
            Self::Paragraph(key) => {
                let number = data.paragraphs.get(key)?.number;
                let passages = data.passages.rows().iter();
                let own =
                    passages.filter(|p| p.para == number && Lang::parse(&p.lang) == Some(lang));
                own.map(|p| p.text.clone()).collect()
            }
            _ => Vec::new(),
        })
    }

    /// Every paragraph that states the row, in order; of a state, a topic, a place or a person those that state something of it.
    pub fn source(self, data: &Dataset) -> Source {
        let mut source = match self {
            Self::Country(key) => of_country(data, key),
            Self::Person(key) => gathered(&data.roles, |r| (r.person == key).then_some(&r.source)),
            Self::Topic(key) => of_topic(data, key),
            Self::Place(key) => gathered(&data.events, |e| {
                (e.place == Some(key)).then_some(&e.source)
            }),
            Self::Conflict(key) => data.conflicts.get(key).map_or(Vec::new(), |c| {
                [c.source_a.clone(), c.source_b.clone()].concat()
            }),
            Self::Paragraph(key) => {
                let paragraph = data.paragraphs.get(key);
                paragraph.map(|p| whole(p.number)).into_iter().collect()
            }
            _ => self.own_source(data).cloned().unwrap_or_default(),
        };
        sort_unique(&mut source);
        source
    }

    fn own_source(self, data: &Dataset) -> Option<&Source> {
        match self {
            Self::Event(key) => data.events.get(key).map(|row| &row.source),
            Self::Body(key) => data.bodies.get(key).map(|row| &row.source),
            Self::Term(key) => data.terms.get(key).map(|row| &row.source),
            Self::Cluster(key) => data.clusters.get(key).map(|row| &row.source),
            Self::Project(key) => data.projects.get(key).map(|row| &row.source),
            Self::Outcome(key) => data.outcomes.get(key).map(|row| &row.source),
            Self::Practice(key) => data.practices.get(key).map(|row| &row.source),
            Self::Call(key) => data.calls.get(key).map(|row| &row.source),
            Self::Figure(key) => data.figures.get(key).map(|row| &row.source),
            Self::Flow(key) => data.flows.get(key).map(|row| &row.source),
            Self::Answer(key) => data.answers.get(key).map(|row| &row.source),
            Self::Context(key) => data.world_figures.get(key).map(|row| &row.source),
            Self::Gap(key) => data.unstated.get(key).map(|row| &row.source),
            _ => None,
        }
    }

    /// The page to open: the row's own, of a place that of its one event or its state, and else the first paragraph that states the row.
    pub fn subject(self, data: &Dataset, source: &Source) -> Option<Subject> {
        let row = |kind, id: &str| Some(Subject::Row(kind, id.to_owned()));
        match self {
            Self::Event(key) => row(SubjectKind::Event, data.events.id(key)),
            Self::Country(key) => row(SubjectKind::Country, data.countries.id(key)),
            Self::Person(key) => row(SubjectKind::Person, data.people.id(key)),
            Self::Body(key) => row(SubjectKind::Body, data.bodies.id(key)),
            Self::Term(key) => row(SubjectKind::Term, data.terms.id(key)),
            Self::Place(key) => match (
                events_at(data, key).as_slice(),
                data.places.get(key)?.country,
            ) {
                ([only], _) => row(SubjectKind::Event, data.events.id(*only)),
                (_, Some(country)) => row(SubjectKind::Country, data.countries.id(country)),
                _ => source.first().cloned().map(Subject::Paragraph),
            },
            _ => source.first().cloned().map(Subject::Paragraph),
        }
    }

    /// The filter that the row would set: one clause, of a place one for each event there, and none where there is nothing to filter by.
    pub fn clauses(self, data: &Dataset) -> Vec<Clause> {
        match self {
            Self::Event(key) => vec![Clause::Event(key)],
            Self::Country(key) => vec![Clause::Country(key)],
            Self::Topic(key) => vec![Clause::Topic(key)],
            Self::Cluster(key) => vec![Clause::Cluster(key)],
            Self::Place(key) => events_at(data, key)
                .into_iter()
                .map(Clause::Event)
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// A paragraph as a whole.
pub(super) fn whole(para: u32) -> Citation {
    Citation {
        para,
        footnote: None,
    }
}

fn said(text: &Text, lang: Lang) -> String {
    pick(text, lang).to_owned()
}

/// `Delegates: Men`; the one alone where the other is empty.
fn pair(first: &Text, second: &Text, lang: Lang) -> String {
    match (pick(first, lang), pick(second, lang)) {
        (first, "") => first.to_owned(),
        ("", second) => second.to_owned(),
        (first, second) => format!("{first}{}{second}", lang.strings().list.colon),
    }
}

fn cluster(number: &str, lang: Lang) -> String {
    fill(lang.strings().filter.cluster_n, &[("number", number)])
}

fn event(data: &Dataset, event: &Event, lang: Lang) -> (String, Vec<String>) {
    let place = event.place.and_then(|p| data.places.get(p));
    let kind = word(lang.strings().words.kinds, event.kind.slug());
    let place = place.map_or(String::new(), |p| said(&p.name, lang));
    (
        said(&event.title, lang),
        vec![date::span(&event.span, lang), place, kind],
    )
}

fn project(project: &Project, lang: Lang) -> (String, Vec<String>) {
    let value = project
        .quantity
        .as_ref()
        .map_or(String::new(), |q| quantity_with_unit(q, lang));
    (
        pair(&project.title, &project.metric, lang),
        vec![value, said(&project.lead, lang)],
    )
}

fn flow(flow: &Flow, lang: Lang) -> (String, Vec<String>) {
    let title = match (pick(&flow.from, lang), pick(&flow.to, lang)) {
        ("", only) | (only, "") => only.to_owned(),
        (from, to) => format!("{from} → {to}"),
    };
    let kind = word(lang.strings().words.flow_kinds, flow.kind.slug());
    let amount = match flow.amount {
        Some(amount) => money(amount, &flow.currency, lang),
        None => lang.strings().view.not_stated.to_owned(),
    };
    (title, vec![kind, amount])
}

fn paragraph(data: &Dataset, paragraph: &Paragraph, lang: Lang) -> (String, Vec<String>) {
    let number = spoken(&whole(paragraph.number), lang);
    let section = paragraph.section.and_then(|s| data.sections.get(s));
    let section = section.map_or(String::new(), |s| said(&s.title, lang));
    match pick(&paragraph.gist, lang) {
        "" => (number, vec![section]),
        gist => (gist.to_owned(), vec![number, section]),
    }
}

fn value(quantity: &Option<Quantity>, lang: Lang) -> String {
    match quantity {
        Some(quantity) => quantity_with_unit(quantity, lang),
        None => lang.strings().view.not_stated.to_owned(),
    }
}

/// A quantity in full digits: a reader types 214000000 for what is shown as 214 million.
fn digits(quantity: &Option<Quantity>) -> Vec<String> {
    let ends = quantity.iter().flat_map(|q| [Some(q.value), q.high]);
    ends.flatten().map(|end| number(end, Lang::En)).collect()
}

fn label(data: &Dataset, key: Key<Country>, lang: Lang) -> String {
    let country = data.countries.get(key);
    country.map_or(String::new(), |c| said(&c.label, lang))
}

fn labels(data: &Dataset, keys: &[Key<Country>], lang: Lang) -> Vec<String> {
    keys.iter().map(|&key| label(data, key, lang)).collect()
}

fn topics(data: &Dataset, keys: &[Key<Topic>], lang: Lang) -> String {
    let topics = keys.iter().filter_map(|&key| data.topics.get(key));
    let names: Vec<String> = topics.map(|t| said(&t.name, lang)).collect();
    list(&names, lang)
}

fn event_title(data: &Dataset, key: Option<Key<Event>>, lang: Lang) -> String {
    let event = key.and_then(|key| data.events.get(key));
    event.map_or(String::new(), |e| said(&e.title, lang))
}

fn events_at(data: &Dataset, place: Key<Place>) -> Vec<Key<Event>> {
    let events = data.events.iter().filter(|(_, e)| e.place == Some(place));
    events.map(|(key, _)| key).collect()
}

fn topic_counts(data: &Dataset, key: Key<Topic>, lang: Lang) -> String {
    let outcomes = data.outcomes.rows().iter();
    let practices = data.practices.rows().iter();
    let calls = data.calls.rows().iter();
    let counts = [
        outcomes.filter(|o| o.topics.contains(&key)).count(),
        practices.filter(|p| p.topics.contains(&key)).count(),
        calls.filter(|c| c.topics.contains(&key)).count(),
    ]
    .map(|n| n.to_string());
    let [outcomes, practices, calls] = &counts;
    fill(
        lang.later().search.topic,
        &[
            ("outcomes", outcomes),
            ("practices", practices),
            ("calls", calls),
        ],
    )
}

/// What states something of a state: its meetings, seats, practices, projects and payments.
fn of_country(data: &Dataset, key: Key<Country>) -> Source {
    [
        gathered(&data.events, |e| {
            event_countries(data, e).contains(&key).then_some(&e.source)
        }),
        gathered(&data.memberships, |m| {
            (m.country == key).then_some(&m.source)
        }),
        gathered(&data.practices, |p| {
            p.countries.contains(&key).then_some(&p.source)
        }),
        gathered(&data.projects, |p| {
            let has = p.countries.contains(&key) || p.lead_countries.contains(&key);
            has.then_some(&p.source)
        }),
        gathered(&data.flows, |f| {
            let has = f.from_countries.contains(&key) || f.to_countries.contains(&key);
            has.then_some(&f.source)
        }),
    ]
    .concat()
}

fn of_topic(data: &Dataset, key: Key<Topic>) -> Source {
    let has = |topics: &[Key<Topic>]| topics.contains(&key);
    [
        gathered(&data.outcomes, |o| has(&o.topics).then_some(&o.source)),
        gathered(&data.practices, |p| has(&p.topics).then_some(&p.source)),
        gathered(&data.calls, |c| has(&c.topics).then_some(&c.source)),
    ]
    .concat()
}

fn gathered<'a, T>(table: &'a Table<T>, of: impl Fn(&'a T) -> Option<&'a Source>) -> Source {
    let sources = table.rows().iter().filter_map(of);
    sources.flatten().cloned().collect()
}
