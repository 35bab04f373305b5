//! The page of a row: everything that the package says of an event, a country, a person, a body or a term.

mod body;
mod country;
mod counts;
mod event;
mod lines;
mod person;
mod term;
mod writer;

use self::writer::Writer;
use crate::language::lang::Lang;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::subject::{Subject, SubjectKind};

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    /// What the page is of: `Event`, `Country` …
    pub kind_name: String,
    /// The name in the reader's language.
    pub title: String,
    /// The name in the other language; empty where it is the same.
    pub title_other: String,
    /// Which language the other one is.
    pub title_other_lang: Lang,
    /// Whether the English name is official, as a sentence; of events and terms.
    pub origin: Option<String>,
    /// What is said of the row itself.
    pub facts: Vec<Line>,
    /// Where all of these facts stand, if they stand in the same place; then the lines do not repeat it.
    pub source: Source,
    /// What other rows say of it. No group is empty.
    pub groups: Vec<Group>,
    /// The event before this one by date; of events.
    pub previous: Option<Subject>,
    /// The event after this one by date; of events.
    pub next: Option<Subject>,
}

/// Lines of one sort.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What the lines have in common.
    pub title: String,
    /// What has to be said of all lines together (that counts overlap), as a sentence; often empty.
    pub note: String,
    /// Where all lines stand, if they stand in the same place; then the lines do not repeat it.
    pub source: Source,
    /// The lines.
    pub lines: Vec<Line>,
}

/// One statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What the text is (`Place`, `rapporteur`); empty where the group's title says it.
    pub label: String,
    /// The statement.
    pub text: String,
    /// True where the statement is the package's words alone.
    pub is_data: bool,
    /// True where the label is: whose call or practice it is.
    pub is_data_label: bool,
    /// Its number with its unit, or that none is stated; empty for statements without numbers.
    pub value: String,
    /// Where it stands; empty where its group says it for all lines, and where the row cites nothing of its own.
    pub source: Source,
    /// The page that the line leads to.
    pub subject: Option<Subject>,
    /// How a number was computed, what contradicts it, since when, of what topics, as sentences; often empty.
    pub note: String,
}

/// The page of the row with this id; `None` where the package has no such row (or its table is still on its way).
pub fn page(data: &Dataset, kind: SubjectKind, id: &str, lang: Lang) -> Option<Dossier> {
    let writer = Writer::new(data, lang);
    let mut page = match kind {
        SubjectKind::Event => event::page(&writer, data.events.find(id)?),
        SubjectKind::Country => country::page(&writer, data.countries.find(id)?),
        SubjectKind::Person => person::page(&writer, data.people.find(id)?),
        SubjectKind::Body => body::page(&writer, data.bodies.find(id)?),
        SubjectKind::Term => term::page(&writer, data.terms.find(id)?),
    }?;
    page.source = shared(&mut page.facts);
    for group in &mut page.groups {
        group.source = shared(&mut group.lines);
    }
    Some(page)
}

/// Takes the place where several lines stand out of them, where it is the same for all.
fn shared(lines: &mut [Line]) -> Source {
    let (first, others) = match &*lines {
        [first, others @ ..] if !others.is_empty() => (first.source.clone(), others),
        _ => return Source::new(),
    };
    if others.iter().any(|line| line.source != first) {
        return Source::new();
    }
    for line in lines {
        line.source.clear();
    }
    first
}

impl Dossier {
    /// Adds a group, unless it would be empty.
    fn add(&mut self, title: &str, lines: Vec<Line>) {
        self.add_group(Group {
            title: title.to_owned(),
            lines,
            ..Group::default()
        });
    }

    fn add_group(&mut self, group: Group) {
        if !group.lines.is_empty() {
            self.groups.push(group);
        }
    }
}
