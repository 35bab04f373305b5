//! Rows of cells into rows of the model: a file a group of tables, each table one [`Entry`].

pub mod bodies;
pub mod cells;
pub mod events;
pub mod figures;
pub mod funding;
pub mod outcomes;
pub mod paragraphs;
pub mod people;
pub mod projects;
pub mod references;
pub mod row;
pub mod setting;
pub mod words;

use self::row::{Fault, Row};
use super::attendance;
use super::form::Form;
use crate::model::dataset::Dataset;
use crate::model::issue::Reason;
use crate::model::table::{Key, Table};

/// A row of the model that has its own table in the package.
pub trait Entry: Sized {
    /// The table's name and columns.
    const FORM: Form;

    /// The table of a dataset that holds such rows.
    fn table(data: &mut Dataset) -> &mut Table<Self>;

    /// Reads one row. References go to tables that are read before this one.
    ///
    /// # Errors
    /// A [`Fault`] that costs the row.
    fn read(row: &mut Row<'_>, data: &Dataset) -> Result<Self, Fault>;

    /// Completes a row with references to its own table, once that table is read.
    fn link(_row: &mut Row<'_>, _key: Key<Self>, _data: &mut Dataset) {}
}

/// How one table is read: plain functions, so that the page has one copy of everything around them.
pub struct Reader {
    /// The table's name and columns.
    pub form: &'static Form,
    /// Reads a row and gives its place in the table.
    pub read: fn(&mut Row<'_>, &mut Dataset) -> Result<usize, Fault>,
    /// Completes the row at a place with references to its own table, once that table is read.
    pub link: fn(&mut Row<'_>, usize, &mut Dataset),
}

impl Reader {
    const fn of<T: Entry>() -> Self {
        Self {
            form: &T::FORM,
            read: read_row::<T>,
            link: link_row::<T>,
        }
    }
}

use crate::model::{
    body, call, cluster, conflict, country, event, figure, flow, outcome, paragraph, person, place,
    practice, project, section, survey, term, topic, unstated, world_figure,
};

/// Every [`Table`] that the explorer shows, each after those that it refers to. `attendance` is read by itself.
pub static READERS: [Reader; 23] = [
    Reader::of::<country::Country>(),
    Reader::of::<topic::Topic>(),
    Reader::of::<cluster::Cluster>(),
    Reader::of::<section::Section>(),
    Reader::of::<place::Place>(),
    Reader::of::<event::Event>(),
    Reader::of::<body::Body>(),
    Reader::of::<body::Membership>(),
    Reader::of::<person::Person>(),
    Reader::of::<person::Role>(),
    Reader::of::<figure::Figure>(),
    Reader::of::<flow::Flow>(),
    Reader::of::<survey::Answer>(),
    Reader::of::<project::Project>(),
    Reader::of::<outcome::Outcome>(),
    Reader::of::<call::Call>(),
    Reader::of::<practice::Practice>(),
    Reader::of::<world_figure::WorldFigure>(),
    Reader::of::<paragraph::Paragraph>(),
    Reader::of::<paragraph::Passage>(),
    Reader::of::<term::Term>(),
    Reader::of::<unstated::Unstated>(),
    Reader::of::<conflict::Conflict>(),
];

/// The tables of the first view, in the same order: a packed package has them inline and defers every other.
pub static FIRST_READERS: [Reader; 11] = [
    Reader::of::<country::Country>(),
    Reader::of::<topic::Topic>(),
    Reader::of::<cluster::Cluster>(),
    Reader::of::<place::Place>(),
    Reader::of::<event::Event>(),
    Reader::of::<body::Body>(),
    Reader::of::<body::Membership>(),
    Reader::of::<figure::Figure>(),
    Reader::of::<flow::Flow>(),
    Reader::of::<survey::Answer>(),
    Reader::of::<conflict::Conflict>(),
];

/// The names of the other tables. Names alone: who knows their readers brings them along.
pub const LATER_TABLES: [&str; 13] = [
    section::Section::FORM.name,
    person::Person::FORM.name,
    person::Role::FORM.name,
    project::Project::FORM.name,
    outcome::Outcome::FORM.name,
    call::Call::FORM.name,
    practice::Practice::FORM.name,
    world_figure::WorldFigure::FORM.name,
    paragraph::Paragraph::FORM.name,
    paragraph::Passage::FORM.name,
    term::Term::FORM.name,
    unstated::Unstated::FORM.name,
    attendance::FORM.name,
];

/// The forms of all tables. Forms alone: who knows the readers brings them along.
pub const FORMS: [&Form; 24] = [
    &country::Country::FORM,
    &topic::Topic::FORM,
    &cluster::Cluster::FORM,
    &section::Section::FORM,
    &place::Place::FORM,
    &event::Event::FORM,
    &body::Body::FORM,
    &body::Membership::FORM,
    &person::Person::FORM,
    &person::Role::FORM,
    &figure::Figure::FORM,
    &flow::Flow::FORM,
    &survey::Answer::FORM,
    &project::Project::FORM,
    &outcome::Outcome::FORM,
    &call::Call::FORM,
    &practice::Practice::FORM,
    &world_figure::WorldFigure::FORM,
    &paragraph::Paragraph::FORM,
    &paragraph::Passage::FORM,
    &term::Term::FORM,
    &unstated::Unstated::FORM,
    &conflict::Conflict::FORM,
    &attendance::FORM,
];

fn read_row<T: Entry>(row: &mut Row<'_>, data: &mut Dataset) -> Result<usize, Fault> {
    let id = row.id()?;
    let entry = T::read(row, data)?;
    let pushed = T::table(data).push(&id, entry);
    pushed.map(Key::index).map_err(|_| Fault {
        column: None,
        reason: Reason::DuplicateKey { key: id },
    })
}

fn link_row<T: Entry>(row: &mut Row<'_>, index: usize, data: &mut Dataset) {
    if let Some(key) = T::table(data).key_at(index) {
        T::link(row, key, data);
    }
}
