//! Everything that one package states.

use std::sync::Arc;

use super::attendance::Attendance;
use super::body::{Body, Membership};
use super::call::Call;
use super::cluster::Cluster;
use super::conflict::Conflict;
use super::country::Country;
use super::event::Event;
use super::figure::Figure;
use super::flow::Flow;
use super::outcome::Outcome;
use super::paragraph::{Paragraph, Passage};
use super::person::{Person, Role};
use super::place::Place;
use super::practice::Practice;
use super::project::Project;
use super::section::Section;
use super::survey::Answer;
use super::table::Table;
use super::term::Term;
use super::text::Text;
use super::topic::Topic;
use super::unstated::Unstated;
use super::world_figure::WorldFigure;

/// What the package says of itself.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The package's slug.
    pub name: String,
    /// The report's title.
    pub title: Text,
    /// One sentence: what the forum was.
    pub description: Text,
    /// The data's version, `1.0.0`.
    pub version: String,
    /// The day the data was made, ISO.
    pub created: String,
    /// The licence's name (`CC-BY-4.0`).
    pub licence: String,
    /// Where the official document stands.
    pub homepage: String,
    /// The rows that head the page, as `table.id`.
    pub headline: Vec<String>,
}

/// All tables. A table that the package leaves out is empty.
#[derive(Clone, Debug, Default)]
#[allow(
    missing_docs,
    reason = "each field is the table of its row type, which is documented"
)]
pub struct Dataset {
    pub about: About,
    pub sections: Table<Section>,
    pub clusters: Table<Cluster>,
    pub countries: Table<Country>,
    pub places: Table<Place>,
    pub events: Table<Event>,
    pub bodies: Table<Body>,
    pub memberships: Table<Membership>,
    pub people: Table<Person>,
    pub roles: Table<Role>,
    pub figures: Table<Figure>,
    pub flows: Table<Flow>,
    pub answers: Table<Answer>,
    pub projects: Table<Project>,
    pub outcomes: Table<Outcome>,
    pub calls: Table<Call>,
    pub practices: Table<Practice>,
    pub world_figures: Table<WorldFigure>,
    pub paragraphs: Table<Paragraph>,
    pub passages: Table<Passage>,
    pub terms: Table<Term>,
    pub unstated: Table<Unstated>,
    pub topics: Table<Topic>,
    pub conflicts: Table<Conflict>,
    /// Shared, since a page builds its dataset anew when further tables come, and a million rows are not copied for that.
    pub attendance: Arc<Attendance>,
}

impl Dataset {
    /// The number of rows of each table, with the table's name in the package.
    pub fn row_counts(&self) -> [(&'static str, usize); 24] {
        [
            ("sections", self.sections.len()),
            ("clusters", self.clusters.len()),
            ("countries", self.countries.len()),
            ("places", self.places.len()),
            ("events", self.events.len()),
            ("bodies", self.bodies.len()),
            ("memberships", self.memberships.len()),
            ("people", self.people.len()),
            ("roles", self.roles.len()),
            ("participation", self.figures.len()),
            ("funding", self.flows.len()),
            ("survey", self.answers.len()),
            ("projects", self.projects.len()),
            ("recommendations", self.outcomes.len()),
            ("calls", self.calls.len()),
            ("practices", self.practices.len()),
            ("context", self.world_figures.len()),
            ("paragraphs", self.paragraphs.len()),
            ("passages", self.passages.len()),
            ("terms", self.terms.len()),
            ("unstated", self.unstated.len()),
            ("topics", self.topics.len()),
            ("conflicts", self.conflicts.len()),
            ("attendance", self.attendance.len()),
        ]
    }

    /// The number of rows of all tables together.
    pub fn row_count(&self) -> usize {
        self.row_counts().iter().map(|(_, count)| count).sum()
    }
}
